/** What terms come to in a frame: a class for each mode of evaluation, beside the terms. */
@NullMarked
package org.ansatz.expression.evaluation;

import org.jspecify.annotations.NullMarked;
