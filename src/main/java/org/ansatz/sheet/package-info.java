/**
 * A class marked: responses read row by row, each marked once, put together by candidate and by question. Memory does not grow
 * with the number of rows.
 */
@NullMarked
package org.ansatz.sheet;

import org.jspecify.annotations.NullMarked;
