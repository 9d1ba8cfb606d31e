package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.field.circuit.netlist.Phasor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solutions by hand, claims beside what is known of them, and what has no inverse. */
final class ComplexInverseTest {

    private static final double ROUNDING = 0x1p-52;

    private static ComplexInverse inverse(double[][] re, double[][] im) {
        double[][] sizes = new double[re.length][re.length];
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                sizes[i][j] = Math.abs(re[i][j]) + Math.abs(im[i][j]);
            }
        }
        return new ComplexInverse(re, im, sizes);
    }

    /** However small or large the coefficients of an equation are, it is the same equation; its unknowns are −2 and 3j. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-18, 1e-300, 1e250, -1e-18})
    void howARowIsScaledDoesNotMatter(double scale) {
        double[][] re = {{scale, 2 * scale}, {3, 0}};
        double[][] im = {{0, -scale}, {0, 4}};
        // (1)(−2) + (2 − j)(3j) = 1 + 6j, 3·(−2) + 4j·3j = −18
        List<Phasor> x = inverse(re, im).solved(new double[] {scale, -18}, new double[] {6 * scale, 0});
        assertThat(x.get(0).re()).isCloseTo(-2, within(1e-15));
        assertThat(x.get(0).im()).isCloseTo(0, within(1e-15));
        assertThat(x.get(1).re()).isCloseTo(0, within(1e-15));
        assertThat(x.get(1).im()).isCloseTo(3, within(1e-15));
        assertThat(x.get(0).error()).isBetween(4 * ROUNDING, 1e-13);
        assertThat(x.get(1).error()).isBetween(4 * ROUNDING, 1e-13);
    }

    /** Rows that are imaginary alone are scaled as well. */
    @Test
    void anImaginaryRowIsScaledToo() {
        double[][] im = {{1e-17, 0}, {0, -1e-17}};
        List<Phasor> x = inverse(new double[2][2], im).solved(new double[] {1e-17, 1e-17}, new double[2]);
        assertThat(x.get(0).im()).isCloseTo(-1, within(1e-15));
        assertThat(x.get(1).im()).isCloseTo(1, within(1e-15));
    }

    @Test
    void aColumnThatOthersMakeUpHasNoPivot() {
        double[][] none = new double[2][2];
        for (double left : new double[] {0, 0x1p-52}) {
            double[][] singular = {{1, 1}, {1, 1 + left}};
            assertThatThrownBy(() -> inverse(singular, none))
                    .isInstanceOfSatisfying(
                            ComplexInverse.Singular.class,
                            fault -> assertThat(fault.column()).isEqualTo(1));
        }
        assertThatThrownBy(() -> inverse(new double[][] {{0, 1}, {0, 1}}, none))
                .isInstanceOfSatisfying(
                        ComplexInverse.Singular.class,
                        fault -> assertThat(fault.column()).isZero());
        assertThatThrownBy(() -> inverse(none, none)).isInstanceOf(ComplexInverse.Singular.class);
        List<Phasor> x = inverse(new double[][] {{1, 1}, {1, 1 + 0x1p-50}}, none)
                .solved(new double[] {2, 2 + 0x1p-50}, new double[2]);
        assertThat(x.get(1).re()).isCloseTo(1, within(1e-15));
    }

    /** Of an identity the error of an unknown is four roundings of both sides of its equation, and one of its own. */
    @Test
    void errorsAreThoseOfTheRoundingsOfTheTerms() {
        double[][] re = {{1, 0}, {0, 1}};
        List<Phasor> x = inverse(re, new double[2][2]).solved(new double[] {4, 0}, new double[] {3, 0});
        assertThat(x.get(0).error()).isCloseTo(4 * ROUNDING * 14 + 4 * ROUNDING, within(1e-20));
        // what should be 0 is as wrong as a rounding of the rounding of the largest
        assertThat(x.get(1).error()).isCloseTo(4 * ROUNDING * 4 * ROUNDING * 14, within(1e-40));
        List<Phasor> known =
                inverse(re, new double[2][2]).solved(new double[] {4, 0}, new double[] {3, 0}, new double[] {100, 0});
        assertThat(known.get(0).error()).isCloseTo(4 * ROUNDING * 107 + 4 * ROUNDING, within(1e-20));
    }

    /** Errors e of the right side come to |A⁻¹|·e: of {{2, 0}, {4j, 8}} that is {{1/2, 0}, {1/4, 1/8}}. */
    @Test
    void errorsOfTheRightSideAreCarriedToTheSolution() {
        ComplexInverse inverse = inverse(new double[][] {{2, 0}, {0, 8}}, new double[][] {{0, 0}, {4, 0}});
        assertThat(inverse.carried(new double[] {1e-3, 1e-2}))
                .containsExactly(new double[] {0.5e-3, 0.25e-3 + 0.125e-2}, within(1e-18));
    }
}
