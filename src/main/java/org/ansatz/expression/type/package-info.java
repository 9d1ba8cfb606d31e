/** Types: sets of numbers, shapes and dimensions; engines, and values with their errors. */
@NullMarked
package org.ansatz.expression.type;

import org.jspecify.annotations.NullMarked;
