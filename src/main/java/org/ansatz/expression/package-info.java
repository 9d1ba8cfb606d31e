/**
 * The expression language: types, names, functions, the two checks before any number is computed, and evaluation.
 */
@NullMarked
package org.ansatz.expression;

import org.jspecify.annotations.NullMarked;
