/** NumPy's legacy random numbers, exactly, and the data sets that were drawn with them. */
@NullMarked
package org.ansatz.route.gradient.data;

import org.jspecify.annotations.NullMarked;
