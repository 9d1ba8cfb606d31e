/** The articles' data: NumPy's legacy random numbers, exactly, what was drawn with them, and sentences. */
@NullMarked
package org.ansatz.gradient.data;

import org.jspecify.annotations.NullMarked;
