package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.circuit.linear.ComplexImmittances.Complex;
import org.ansatz.field.circuit.netlist.Phasor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes of polynomials of the third degree from five places, and what is no such polynomial. */
final class EvenSlopeTest {

    private static final double ULP = Math.ulp(1.0);

    private static EvenSlope.Slope slope(double step, DoubleUnaryOperator at) {
        EvenSlope even = new EvenSlope(step);
        return even.of(k -> at.applyAsDouble(even.place(k)));
    }

    private static EvenSlope.Slope of(double... numbers) {
        return new EvenSlope(2).of(k -> numbers[k]);
    }

    @Test
    void fivePlacesAreEven() {
        assertThat(new EvenSlope(2).<Double>each(far -> far)).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0);
    }

    @Test
    void theSlopeOfACubicIsExact() {
        EvenSlope.Slope slope = slope(2, t -> 7 + t * (-5 + t * (3 + t * 4)));
        assertThat(slope.value()).isEqualTo(-5);
        assertThat(slope.error()).isLessThan(1e-12);
        assertThat(slope(-8, t -> t * t * t + t).value()).isEqualTo(1);
    }

    @Test
    void whatDoesNotChangeHasNoSlopeForCertain() {
        assertThat(of(3, 3, 3, 3, 3)).isEqualTo(new EvenSlope.Slope(0, 0));
    }

    /** Each number alone is something that changes. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0", "0, 1, 0, 0", "0, 0, 1, 0", "0, 0, 0, 1"})
    void whatChangesByARoundingMayHaveASlope(int first, int second, int third, int fourth) {
        assertThat(of(1, 1 + first * ULP, 1 + second * ULP, 1 + third * ULP, 1 + fourth * ULP)
                        .error())
                .isGreaterThan(ULP);
    }

    @Test
    void aQuarticIsRefused() {
        assertThatThrownBy(() -> slope(2, t -> t * t * t * t))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("differences(…) does");
        assertThatThrownBy(() -> slope(2, t -> 1 - t * t * t * t)).isInstanceOf(ArithmeticException.class);
    }

    /** Polynomials but for one number: the sizes with their factors are 8 or 24 times the scale, of which 64 roundings are left. */
    @ParameterizedTest
    @CsvSource({
        "4, 1, 0, 0, 0, 4, 8",
        "0, 3, 2, 0, 0, 4, 24",
        "0, 0, 2, 3, 0, 4, 24",
        "0, 0, 2, 3, 0, 0, 24",
        "0, 0, 0, 1, 4, 0, 8"
    })
    void whatRoundingsMakeIsToldFromWhatIsNoPolynomial(
            double f0, double f1, double f2, double f3, double f4, int moved, double size) {
        for (double scale : new double[] {1, -1}) {
            for (int direction : new int[] {1, -1}) {
                double[] numbers = {scale * f0, scale * f1, scale * f2, scale * f3, scale * f4};
                numbers[moved] = direction * 63 * ULP * size;
                assertThat(of(numbers).error()).isPositive();
                numbers[moved] = direction * 65 * ULP * size;
                assertThatThrownBy(() -> of(numbers)).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    /** A term c·t⁴ has no slope at 0; what three steps of ½ take for it is 6·c/8. */
    @Test
    void whatIsSeenOfAFourthDegreeCountsAsError() {
        for (int sign : new int[] {1, -1}) {
            double c = sign * 300 * ULP;
            EvenSlope.Slope slope = slope(2, t -> 1 + c * t * t * t * t);
            assertThat(slope.value() / (c * 6 / 8)).isBetween(0.9, 1.1);
            assertThat(slope.error()).isBetween(Math.abs(slope.value()), 1.5 * Math.abs(slope.value()));
        }
    }

    /** A line that rises by no more than its roundings may be level. */
    @Test
    void aRiseWithinRoundingsIsNotKnown() {
        for (double scale : new double[] {1, -1}) {
            EvenSlope.Slope slope = slope(0x1p-10, t -> scale * (1 + 4 * ULP * t * 0x1p10));
            assertThat(Math.abs(slope.value())).isEqualTo(4 * ULP * 0x1p10);
            assertThat(slope.error()).isBetween(16 * ULP * 0x1p10, 100 * ULP * 0x1p10);
        }
    }

    @Test
    void aComplexNumberHasTheErrorsOfBothParts() {
        EvenSlope even = new EvenSlope(2);
        Phasor slope = even.of(k -> new Complex(8 + even.place(k), 16 - 3 * even.place(k)), -2);
        assertThat(slope.re()).isEqualTo(-2);
        assertThat(slope.im()).isEqualTo(6);
        double re = even.of(k -> 8 + even.place(k)).error();
        double im = even.of(k -> 16 - 3 * even.place(k)).error();
        assertThat(slope.error()).isEqualTo(2 * (re + im));
    }
}
