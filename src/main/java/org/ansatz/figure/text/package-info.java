/** Figures as lines of text, for terminals: braille dots, or plain ASCII. */
@NullMarked
package org.ansatz.figure.text;

import org.jspecify.annotations.NullMarked;
