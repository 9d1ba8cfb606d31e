/** From a syntax tree to a checked term: names are resolved, types inferred, and what an expression rests on is noted. */
@NullMarked
package org.ansatz.expression.check;

import org.jspecify.annotations.NullMarked;
