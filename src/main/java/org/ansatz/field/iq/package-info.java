/**
 * Quadrature (IQ) modulators and demodulators with gain and phase imbalance, simulated in the time domain.
 *
 * <p>Nothing here knows the closed form of the image rejection: a tone goes through a real passband signal and a
 * spectrum is taken, so that the result can judge the formula.
 */
@NullMarked
package org.ansatz.field.iq;

import org.jspecify.annotations.NullMarked;
