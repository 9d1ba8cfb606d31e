package org.ansatz.field.line;

import org.apache.commons.math3.complex.Complex;

/**
 * Scattering parameters of a two-port; which reference impedances they belong to is known to whoever asked for them.
 *
 * @param s11 reflection at the input
 * @param s12 transmission from output to input
 * @param s21 transmission from input to output; |s21|² is the transducer power gain
 * @param s22 reflection at the output
 */
public record SParameters(Complex s11, Complex s12, Complex s21, Complex s22) {}
