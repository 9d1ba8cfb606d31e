/**
 * The functions, binders and constants that every expression can use.
 */
@NullMarked
package org.ansatz.expression.library;

import org.jspecify.annotations.NullMarked;
