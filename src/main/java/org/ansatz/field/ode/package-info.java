/**
 * Initial-value problems of ordinary differential equations.
 */
@NullMarked
package org.ansatz.field.ode;

import org.jspecify.annotations.NullMarked;
