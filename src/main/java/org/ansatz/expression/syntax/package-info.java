/**
 * From text to syntax tree: positions, tokens, grammar. Nothing here knows what a name means.
 */
@NullMarked
package org.ansatz.expression.syntax;

import org.jspecify.annotations.NullMarked;
