package org.ansatz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that rise from zero. */
final class StemsTest {

    private static final Axis NUMBER = Axis.of("n", "").ofWholeNumbers();
    private static final double STEP = 0.01;

    private static Layer.Stems stems(String label, double... heights) {
        double[] places = new double[heights.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return new Layer.Stems("", label, Points.of(places, heights));
    }

    private static Figure figure(Axis y, Layer... layers) {
        return new Figure("", NUMBER, y, List.of(layers), "");
    }

    @Test
    void whatIsShownReachesToZeroSoThatLengthsAreValues() {
        assertThat(figure(Axis.of("y", ""), stems("a", 1, 3, 2)).up()).isEqualTo(new Interval(0, 3));
        assertThat(figure(Axis.of("y", ""), stems("a", -1, -3)).up()).isEqualTo(new Interval(-3, 0));
        assertThat(figure(Axis.of("y", "dB"), stems("a", -20, -3)).up()).isEqualTo(new Interval(-20, -3));
        assertThat(figure(Axis.of("y", "").logarithmic(), stems("a", 10, 100)).up())
                .isEqualTo(new Interval(10, 100));
    }

    @Test
    void theLowestLineIsDrawnToTheBottom() {
        Interval shown = new Interval(-4, 6);
        assertThat(Layer.Stems.end(-4, 0, shown)).isEqualTo(-4);
        assertThat(Layer.Stems.end(-9, 0, shown)).isEqualTo(-4);
        assertThat(Layer.Stems.end(Double.NaN, 0, shown)).isZero();
    }

    @Test
    void linesOfSeveralLayersStandSideBySide() {
        Layer.Stems a = stems("a", 1, 2);
        Layer.Stems b = stems("b", 2, 1);
        Interval along = new Interval(0, 10);
        Figure both = figure(Axis.of("y", ""), a, b);
        assertThat(both.aside(a, 5, STEP, along)).isEqualTo(4.95);
        assertThat(both.aside(b, 5, STEP, along)).isEqualTo(5.05);
        assertThat(figure(Axis.of("y", ""), a).aside(a, 5, STEP, along)).isEqualTo(5);
    }

    @Test
    void exponentsOfUnitsAreRaised() {
        assertThat(Axis.of("n", "cm^(-3)").title("cm^(-3)")).isEqualTo("n (cm⁻³)");
        assertThat(Axis.of("p", "V^2").title("V^2")).isEqualTo("p (V²)");
        assertThat(Label.ascii("n (cm⁻³)")).isEqualTo("n (cm^-3)");
    }
}
