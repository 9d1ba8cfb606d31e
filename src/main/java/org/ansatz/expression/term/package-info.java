/** Names and checked terms: what can be declared, what it stands for, and what is to be computed. Nothing here is evaluated. */
@NullMarked
package org.ansatz.expression.term;

import org.jspecify.annotations.NullMarked;
