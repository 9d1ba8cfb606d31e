/**
 * The values an expression can take and the arithmetic on them: exact, real, complex, dual, truth values, arrays.
 */
@NullMarked
package org.ansatz.expression.value;

import org.jspecify.annotations.NullMarked;
