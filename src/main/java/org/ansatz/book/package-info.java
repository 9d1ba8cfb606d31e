/** A bank to be read and printed: a book of one HTML file or folder, and papers with their keys. No network is ever asked. */
@NullMarked
package org.ansatz.book;

import org.jspecify.annotations.NullMarked;
