/**
 * Initial-value problems of ordinary differential equations.
 */
@NullMarked
package org.ansatz.route.ode;

import org.jspecify.annotations.NullMarked;
