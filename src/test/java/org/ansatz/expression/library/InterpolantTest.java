package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolantTest {

    private static Interpolant<Totals> through(DoubleUnaryOperator function) {
        List<Totals> below = new ArrayList<>();
        List<Totals> above = new ArrayList<>();
        for (double node : Panel.NODES) {
            below.add(of(function.applyAsDouble(-node)));
            if (node > 0) {
                above.add(of(function.applyAsDouble(node)));
            }
        }
        return new Interpolant<>(below, above);
    }

    private static Totals of(double value) {
        return Totals.of(new double[] {value});
    }

    /** Bonnet's recursion. */
    static double legendre(int degree, double x) {
        double before = 1;
        double here = x;
        for (int n = 1; n < degree; n++) {
            double next = ((2 * n + 1) * x * here - n * before) / (n + 1);
            before = here;
            here = next;
        }
        return here;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-3, 0.005})
    void aPolynomialIsItself(double distance) {
        for (int degree = 1; degree <= 14; degree++) {
            int n = degree;
            Interpolant<Totals> polynomial = through(x -> legendre(n, x) + 3);
            assertThat(polynomial.at(distance).values()[0])
                    .as("P%d from below", n)
                    .isCloseTo(legendre(n, distance - 1) + 3, within(1e-13));
            assertThat(polynomial.mirrored().at(distance).values()[0])
                    .as("P%d from above", n)
                    .isCloseTo(legendre(n, 1 - distance) + 3, within(1e-13));
        }
    }

    @Test
    void theHighestCoefficientsAreThoseOfDegrees13And14() {
        Totals none = Totals.none(1);
        for (int degree = 1; degree <= 14; degree++) {
            int n = degree;
            double highest = through(x -> 2 * legendre(n, x)).highest(none)[0];
            assertThat(highest).as("of P%d", n).isCloseTo(n < 13 ? 0 : 2, within(1e-12));
        }
        assertThat(through(x -> 3 * legendre(13, x) - 4 * legendre(14, x)).highest(none)[0])
                .isCloseTo(5, within(1e-12));
        assertThat(through(x -> 3 * legendre(13, x) + 4 * legendre(14, x))
                        .mirrored()
                        .highest(none)[0])
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void variationAndSpreadAreOfAllSamples() {
        Totals none = Totals.none(1);
        assertThat(through(x -> 5 * x).variation(none)[0]).isCloseTo(10 * Panel.NODES[0], within(1e-14));
        assertThat(through(x -> 5 * x).mirrored().variation(none)[0]).isCloseTo(10 * Panel.NODES[0], within(1e-14));
        assertThat(through(x -> x * x).variation(none)[0])
                .isCloseTo(2 * Panel.NODES[0] * Panel.NODES[0], within(1e-14));
        assertThat(through(x -> 7).spread(none, of(5), new double[] {1, 0, 0, 0, 0, 0, 0, 0})[0])
                .isCloseTo(2, within(1e-15));
        assertThat(through(x -> 7).spread(none, of(5), new double[] {0, 0, 0, 0, 0, 0, 0, 2})[0])
                .isCloseTo(2, within(1e-15));
    }
}
