/** Figures as files, SVG and PNG, drawn by XChart; nothing else knows that library, and only writing a file loads it. */
@NullMarked
package org.ansatz.figure.file;

import org.jspecify.annotations.NullMarked;
