package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.ansatz.field.ode.Legs.Leg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the steps of the implicit method are, and when it gives up. */
final class RadauStepsTest {

    private static final double TOLERANCE = 1e-8;

    private static Leg leg(double from, double to, double longest) {
        return new Leg(from, to, longest, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static Radau radau(RightSide f, Leg leg, double... initial) {
        return new Radau(new CountedSlopes(f, leg.from()), leg, initial, Tolerance.uniform(TOLERANCE, initial.length));
    }

    private static double[] lengths(RightSide f, Leg leg, double... initial) {
        return radau(f, leg, initial).run(null).stream()
                .mapToDouble(CollocationStep::length)
                .toArray();
    }

    /** Over it a solution changes by a hundredth; where it or its slope is nothing, a millionth of the way is taken. */
    @ParameterizedTest
    @CsvSource({
        "4, -8, 5e-3",
        "4, 8, 5e-3",
        "-4, 8, 5e-3",
        "4, 2, 2e-2",
        "0, 2, 1e-4",
        "4, 0, 1e-4",
        "1e-14, 1, 1e-4",
        "1, 1e-14, 1e-4",
        "4, 1e-3, 40",
        "4, 1e-4, 100"
    })
    void theFirstStepIsAHundredthOfTheSolution(double initial, double slope, double length) {
        RightSide even = (t, y, f) -> f[0] = slope;
        assertThat(lengths(even, Leg.of(0, 100), initial)[0]).isCloseTo(length, within(1e-12 * length));
        RightSide back = (t, y, f) -> f[0] = -slope;
        assertThat(lengths(back, Leg.of(0, -100), initial)[0]).isCloseTo(-length, within(1e-12 * length));
    }

    /** The slopes are known exactly, so that each step is eight times as long as the one before, up to the longest, and the last one ends at the end. */
    @Test
    void stepsGrowEightfoldUpToTheLongest() {
        RightSide even = (t, y, f) -> f[0] = 2;
        assertThat(lengths(even, leg(0, 10, 1), 4))
                .containsExactly(new double[] {0.02, 0.16, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.82}, within(1e-12));
        assertThat(lengths(even, leg(0, -10, 1), 4))
                .containsExactly(new double[] {-0.02, -0.16, -1, -1, -1, -1, -1, -1, -1, -1, -1, -0.82}, within(1e-12));
        assertThat(radau(even, leg(0, 10, 1), 4).run(null).get(11).end()).isEqualTo(10);
    }

    /** What would be left after a step, if that is less than a hundredth of it, is part of the step. */
    @Test
    void noShortStepIsLeftForTheEnd() {
        RightSide even = (t, y, f) -> f[0] = 2;
        assertThat(lengths(even, leg(0, 2.189, 1), 4))
                .containsExactly(new double[] {0.02, 0.16, 1, 1.009}, within(1e-12));
        assertThat(lengths(even, leg(0, 2.191, 1), 4))
                .containsExactly(new double[] {0.02, 0.16, 1, 1, 0.011}, within(1e-12));
    }

    /** A step that is not 1.2 times as long as before is as long: the matrices are kept. */
    @Test
    void anEvenSolutionIsFollowedInEvenSteps() {
        double[] lengths = lengths(
                (t, y, f) -> {
                    f[0] = y[1];
                    f[1] = -y[0];
                },
                Leg.of(0, 40),
                1,
                0);
        int kept = 0;
        for (int i = 1; i < lengths.length; i++) {
            double factor = lengths[i] / lengths[i - 1];
            assertThat(factor).isLessThan(8.0001);
            kept += factor == 1 ? 1 : 0;
            if (i < lengths.length - 1) {
                assertThat(factor > 1 && factor < 1.2).isFalse();
            }
        }
        assertThat(kept).isGreaterThan(lengths.length / 3);
    }

    /** Each step, from where it begins, misses the exact solution by no more than the tolerance. */
    @Test
    void noStepMissesByMoreThanTheTolerance() {
        RightSide logistic = (t, y, f) -> f[0] = 5 * y[0] * (1 - y[0]);
        List<CollocationStep> steps = radau(logistic, Leg.of(0, 6), 1e-3).run(null);
        assertThat(steps.size()).isBetween(10, 60);
        for (CollocationStep step : steps) {
            double before = step.initial()[0];
            double after = before / (before + (1 - before) * Math.exp(-5 * step.length()));
            assertThat(step.at(step.end())[0]).isCloseTo(after, within(TOLERANCE * (1 + after)));
        }
    }

    /** A fast start is followed in short steps, what comes after it in long ones: its start decays by e^(−1000·t). */
    @Test
    void stepsGrowOnceWhatIsFastHasDecayed() {
        RightSide f = (t, y, slopes) -> slopes[0] = -1000 * (y[0] - Math.cos(t));
        List<CollocationStep> steps = radau(f, Leg.of(0, 10), 3).run(null);
        assertThat(steps.size()).isLessThan(80);
        assertThat(steps.get(0).length()).isLessThan(1e-3);
        assertThat(steps.get(steps.size() - 2).length()).isGreaterThan(0.05);
        double exact = (1e6 * Math.cos(10) + 1000 * Math.sin(10)) / (1e6 + 1);
        assertThat(steps.get(steps.size() - 1).at(10)[0]).isCloseTo(exact, within(10 * TOLERANCE));
    }

    /** Fifteen steps for which |hλ| is above 6.1 are beyond what the explicit method can do. */
    @ParameterizedTest
    @CsvSource({"6.2, 15, true", "6.2, 14, false", "6, 40, false", "12, 15, true"})
    void manyStepsBeyondTheEdgeOfStabilityAreKnown(double lambda, int steps, boolean isBeyond) {
        RightSide f = (t, y, slopes) -> slopes[0] = 1 - lambda * (y[0] - t - 1);
        double start = 0.01 + 0.08 + 0.64; // the first steps, shorter than one
        Radau radau = radau(f, leg(0, start + steps, 1), 1);
        assertThat(radau.run(null).stream().filter(step -> step.length() > 0.99))
                .hasSize(steps);
        assertThat(radau.isBeyondEdge()).isEqualTo(isBeyond);
    }

    /** λ is bounded by the largest sum of a row, whatever the signs in it: |−3| + 3.2 or 6.2 in the second. */
    @Test
    void theSteepestRowCounts() {
        RightSide two = (t, y, slopes) -> {
            slopes[0] = 1;
            slopes[1] = 1 - 3 * (y[1] - t - 1) + 3.2 * (y[0] - t - 1);
        };
        Radau radau = radau(two, leg(0, 0.73 + 15, 1), 1, 1);
        radau.run(null);
        assertThat(radau.isBeyondEdge()).isTrue();
        RightSide back = (t, y, slopes) -> slopes[0] = 1 + 6.2 * (y[0] - t - 1);
        Radau backwards = radau(back, leg(0, -0.73 - 15, 1), 1);
        backwards.run(null);
        assertThat(backwards.isBeyondEdge()).isTrue();
    }

    /** From y = cos t + δ the exact solution of this equation is cos t + δ·e^(−10·t). */
    @Test
    void noStepOfASteepEquationMissesByMoreThanTheTolerance() {
        RightSide f = (t, y, slopes) -> slopes[0] = -10 * (y[0] - Math.cos(t)) - Math.sin(t);
        for (CollocationStep step : radau(f, Leg.of(0, 20), 1.5).run(null)) {
            double apart = (step.initial()[0] - Math.cos(step.start())) * Math.exp(-10 * step.length());
            double after = Math.cos(step.end()) + apart;
            assertThat(step.at(step.end())[0]).isCloseTo(after, within(TOLERANCE * (1 + Math.abs(after))));
        }
    }

    @Test
    void theJacobianOfALinearEquationIsAskedForOnce() {
        CountedSlopes slopes = new CountedSlopes((t, y, f) -> f[0] = -3 * y[0] + Math.sin(t), 0);
        new Radau(slopes, Leg.of(0, 20), new double[] {1}, Tolerance.uniform(TOLERANCE, 1)).run(null);
        assertThat(slopes.jacobians()).isEqualTo(1);
        CountedSlopes bent = new CountedSlopes((t, y, f) -> f[0] = 1 - Math.exp(3 * (y[0] - Math.sin(t))), 0);
        int steps = new Radau(bent, Leg.of(0, 20), new double[] {0}, Tolerance.uniform(TOLERANCE, 1))
                .run(null)
                .size();
        assertThat(bent.jacobians()).isBetween(2, steps);
    }

    @Test
    void whereTheEquationsHaveNoValueThatIsWhatItSays() {
        RightSide f = (t, y, slopes) -> {
            if (t > 0.5) {
                throw new ArithmeticException("no value here");
            }
            slopes[0] = 1;
        };
        assertThatThrownBy(() -> radau(f, Leg.of(0, 1), 1).run(null)).hasMessage("no value here");
    }

    @Test
    void whereTheSolutionEscapesThatIsWhatItSays() {
        assertThatThrownBy(() ->
                        radau((t, y, f) -> f[0] = y[0] * y[0], Leg.of(0, 2), 1).run(null))
                .hasMessageContaining("t = 1.00000");
        // what had no value on the way is not the reason any more
        RightSide patched = (t, y, f) -> {
            if (y[0] > 1.5 && t < 0.3) {
                throw new ArithmeticException("too early");
            }
            f[0] = y[0] * y[0];
        };
        assertThatThrownBy(() -> radau(patched, Leg.of(0, 2), 1).run(null)).hasMessageContaining("t = 1.00000");
    }

    @Test
    void itStopsWhenTheEvaluationsAreUsedUp() {
        RightSide fast = (t, y, f) -> {
            f[0] = 1000 * y[1];
            f[1] = -1000 * y[0];
        };
        CountedSlopes slopes = new CountedSlopes(fast, 0);
        Radau radau = new Radau(slopes, Leg.of(0, 1e6), new double[] {1, 0}, Tolerance.uniform(TOLERANCE, 2));
        assertThatThrownBy(() -> radau.run(null)).hasMessageContaining("the interval is long for its oscillations");
        assertThat(slopes.evaluations()).isBetween(400_001, 400_100);
    }

    /** Between steps it is as good as at their ends, to the tolerance and not to its root. */
    @Test
    void betweenStepsItIsAsGoodAsAtTheirEnds() {
        RightSide f = (t, y, slopes) -> {
            slopes[0] = y[1];
            slopes[1] = -y[0];
        };
        Radau radau = radau(f, Leg.of(0, 10), 1, 0);
        for (CollocationStep step : radau.run(null)) {
            for (double part : new double[] {0, 0.1, 0.45, 0.7, 1}) {
                double t = step.start() + part * step.length();
                double[] state = radau.within(step, t);
                double[] exact = {
                    step.initial()[0] * Math.cos(t - step.start()) + step.initial()[1] * Math.sin(t - step.start()),
                    step.initial()[1] * Math.cos(t - step.start()) - step.initial()[0] * Math.sin(t - step.start())
                };
                assertThat(state).containsExactly(exact, within(TOLERANCE));
            }
        }
    }

    /** The error of several components is their mean, so that three that are equal are followed in the steps of one. */
    @Test
    void equalComponentsAreFollowedInTheStepsOfOne() {
        RightSide f = (t, y, slopes) -> {
            for (int j = 0; j < y.length; j++) {
                slopes[j] = 5 * y[j] * (1 - y[j]);
            }
        };
        double[] one = lengths(f, Leg.of(0, 6), 1e-3);
        assertThat(lengths(f, Leg.of(0, 6), 1e-3, 1e-3, 1e-3)).containsExactly(one, within(1e-6));
    }
}
