package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.ansatz.field.ode.Legs.Leg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps the implicit method tries, which of them it takes and which it takes back. */
final class RadauAttemptsTest {

    private static final double TOLERANCE = 1e-8;

    private static Leg leg(double from, double to, double longest) {
        return new Leg(from, to, longest, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A right-hand side that knows where its steps were to end: the times after which one goes back. */
    private static final class Watched implements RightSide {
        private final RightSide rightSide;
        private final List<Double> ends = new ArrayList<>();
        private double last = Double.NaN;

        Watched(RightSide rightSide) {
            this.rightSide = rightSide;
        }

        @Override
        public void slopes(double t, double[] y, double[] slopes) {
            if (t < last && (ends.isEmpty() || ends.get(ends.size() - 1) != last)) {
                ends.add(last);
            }
            last = t;
            rightSide.slopes(t, y, slopes);
        }

        List<CollocationStep> run(Leg leg, double tolerance, double... initial) {
            return new Radau(
                            new CountedSlopes(this, leg.from()),
                            leg,
                            initial,
                            Tolerance.uniform(tolerance, initial.length))
                    .run(null);
        }
    }

    private static List<CollocationStep> run(RightSide f, Leg leg, double... initial) {
        return new Watched(f).run(leg, TOLERANCE, initial);
    }

    // ---- the second estimate

    /** What is fast is off by ten tolerances and has decayed by the end of the step, which the first estimate does not see. */
    @Test
    void aFirstStepIsTakenThoughAFastPartHasToSettle() {
        RightSide f = (t, y, slopes) -> {
            slopes[0] = 1;
            slopes[1] = -1e6 * y[1];
        };
        List<CollocationStep> steps = run(f, Leg.of(0, 10), 4, 1e-7);
        assertThat(steps.get(0).length()).isBetween(0.03, 0.05);
        // Off by a hundred thousand tolerances it would not have settled.
        assertThat(run(f, Leg.of(0, 10), 4, 1e-2).get(0).length()).isLessThan(1e-4);
    }

    /** A fast part that has to settle anew in the middle: the step is repeated once, and then estimated twice. */
    @Test
    void aRepeatedStepIsTakenThoughAFastPartHasToSettle() {
        Watched f = new Watched((t, y, slopes) -> {
            slopes[0] = 1;
            slopes[1] = -1e6 * (y[1] - (t > 5 ? 1e-6 : 0));
        });
        List<CollocationStep> steps = f.run(leg(0, 10, 1), TOLERANCE, 4, 0);
        assertThat(steps.size()).isLessThan(40);
        assertThat(steps.stream()
                        .skip(1)
                        .mapToDouble(CollocationStep::length)
                        .min()
                        .orElseThrow())
                .isGreaterThan(1e-3);
        assertThat(f.ends.size()).isGreaterThanOrEqualTo(steps.size()); // the last one is not among them
    }

    /** The second estimate asks for a slope beside the solution; where there is none, the first one stands. */
    @Test
    void whereNoSecondEstimateCanBeMadeTheFirstOneStands() {
        RightSide f = (t, y, slopes) -> {
            if (t == 0 && y[1] != 1e-7) {
                throw new ArithmeticException("beside the solution");
            }
            slopes[0] = 1;
            slopes[1] = -1e6 * y[1];
        };
        InitialValueProblem.DifferentiableRightSide known = new InitialValueProblem.DifferentiableRightSide() {
            @Override
            public void slopes(double t, double[] y, double[] slopes) {
                f.slopes(t, y, slopes);
            }

            @Override
            public void jacobian(double t, double[] y, double[][] jacobian) {
                jacobian[1][1] = -1e6;
            }
        };
        List<CollocationStep> steps = new Radau(
                        new CountedSlopes(known, 0),
                        Leg.of(0, 10),
                        new double[] {4, 1e-7},
                        Tolerance.uniform(TOLERANCE, 2))
                .run(null);
        assertThat(steps.get(0).length()).isLessThan(1e-3);
        assertThat(steps.get(steps.size() - 1).end()).isCloseTo(10, within(1e-12));
    }

    /** Where y' = −λ(y − level) leads. */
    private static double relaxed(double y, double level, double lambda, double time) {
        return level + (y - level) * Math.exp(-lambda * time);
    }

    /**
     * A fast part is where it belongs and its level jumps within a step. The start of the step tells nothing of that, and a second
     * estimate would be small where the step misses by thousands of tolerances.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e6})
    void aRepeatedStepDoesNotMissAJumpThatItsStartDoesNotShow(double lambda) {
        for (int trial = 0; trial < 50; trial++) {
            double jump = 4.503 + 0.02 * trial;
            RightSide f = (t, y, slopes) -> {
                slopes[0] = 1;
                slopes[1] = -lambda * (y[1] - (t < jump ? 0 : 1));
            };
            for (CollocationStep step : run(f, leg(0, 10, 1), 4, 0)) {
                double before = Math.max(0, Math.min(step.length(), jump - step.start()));
                double exact = relaxed(step.initial()[1], 0, lambda, before);
                exact = relaxed(exact, 1, lambda, step.length() - before);
                assertThat(step.at(step.end())[1]).isCloseTo(exact, within(10 * TOLERANCE));
            }
        }
    }

    /** Before the front the level rises slowly, so that the start seems to be off by the little that lies behind it. */
    @Test
    void aFirstStepDoesNotMissAFrontThatItsStartDoesNotShow() {
        double lambda = 1e4;
        double behind = 1e-3 / lambda;
        RightSide f = (t, y, slopes) -> slopes[0] = -lambda * (y[0] - Math.tanh((t - 5.1) / 1e-3) - t / 1000);
        List<CollocationStep> steps = run(f, Leg.of(0, 10), -1 - behind);
        CollocationStep first = steps.get(0);
        assertThat(first.end()).isLessThan(5.1);
        assertThat(first.at(first.end())[0]).isCloseTo(-1 + first.end() / 1000 - behind, within(TOLERANCE));
        assertThat(steps.get(steps.size() - 1).at(10)[0]).isCloseTo(1.01 - behind, within(TOLERANCE));
    }

    /** What a step leaves off is in the first estimate of the next, however short that is made: it is not pursued. */
    @Test
    void whatTheStepBeforeLeftOffIsNotPursued() {
        RightSide f = (t, y, slopes) -> slopes[0] = -1e9 * (y[0] - Math.cos(t));
        List<CollocationStep> steps = new Watched(f).run(Leg.of(0, 100), 1e-10, 1);
        assertThat(steps.size()).isLessThan(45);
    }

    // ---- taken back

    /** A sudden bend, much too sharp for the step: it is made five times shorter each time, and not longer after it at once. */
    @Test
    void aStepThatMissesIsMadeFiveTimesShorterAtMost() {
        Watched f = new Watched((t, y, slopes) -> slopes[0] = t < 1 ? 1 : 1e6 * Math.cos(1e4 * t));
        List<CollocationStep> steps = f.run(leg(0, 1.001, 0.5), TOLERANCE, 1);
        double least = 1;
        int repeated = 0;
        int step = 0;
        double before = Double.NaN;
        for (double end : f.ends) {
            double length = end - steps.get(step).start();
            if (!Double.isNaN(before)) {
                least = Math.min(least, length / before);
                repeated++;
            }
            before = length;
            if (end >= steps.get(step).end() - 1e-15 * end
                    && end <= steps.get(step).end() + 1e-15 * end) {
                if (step + 1 < steps.size() && repeated > 0) {
                    assertThat(steps.get(step + 1).length())
                            .isLessThanOrEqualTo(steps.get(step).length() * (1 + 1e-12));
                }
                step = Math.min(step + 1, steps.size() - 1);
                before = Double.NaN;
                repeated = 0;
            }
        }
        assertThat(least).isCloseTo(0.2, within(1e-3));
    }

    /** Where the slope has no value after the start, halves of the first step are tried down to what a double or the way resolves. */
    @ParameterizedTest
    @CsvSource({"0, 1, 45, 49", "0, -1, 45, 49", "1, 2, 28, 33", "1, 0, 28, 33", "-1, 1, 28, 33", "1e6, 2e6, 28, 36"})
    void stepsAreHalvedAsLongAsTheyAreSteps(double from, double to, int least, int most) {
        int[] tries = {0};
        RightSide f = (t, y, slopes) -> {
            if (t != from) {
                tries[0]++;
                throw new ArithmeticException("nothing here");
            }
            slopes[0] = 0;
        };
        assertThatThrownBy(() -> run(f, Leg.of(from, to), 1)).hasMessage("nothing here");
        assertThat(tries[0]).isBetween(least, most);
    }

    /** A step that has no value once is shorter; what is found is as good. */
    @ParameterizedTest
    @ValueSource(ints = {6, 12, 40, 100})
    void anObstacleThatGoesAwayLeavesNoTrace(int number) {
        int[] count = {0};
        RightSide f = (t, y, slopes) -> {
            if (++count[0] == number) {
                throw new ArithmeticException("once");
            }
            slopes[0] = 5 * Math.cos(5 * t) - 2 * (y[0] - Math.sin(5 * t));
        };
        List<CollocationStep> steps = run(f, Leg.of(0, 4), 0);
        assertMisses(steps, t -> Math.sin(5 * t), (step, apart) -> apart * Math.exp(-2 * step.length()));
    }

    private interface Carried {
        double on(CollocationStep step, double apart);
    }

    /** What is apart at the start of a step is carried along; beside that it misses by the tolerance. */
    private static void assertMisses(List<CollocationStep> steps, DoubleUnaryOperator exact, Carried carried) {
        for (CollocationStep step : steps) {
            double apart = step.initial()[0] - exact.applyAsDouble(step.start());
            double after = exact.applyAsDouble(step.end()) + carried.on(step, apart);
            assertThat(step.at(step.end())[0]).isCloseTo(after, within(TOLERANCE * (1 + Math.abs(after))));
        }
    }

    // ---- lengths

    /**
     * Before the pole of 1/(1 − t) each step is shorter than the one before by the same part: told from the errors of two steps it is short
     * enough at once, where each would be taken back once if its error alone counted. The slopes are renewed only where iterations are many.
     */
    @Test
    void growingErrorsAreForeseen() {
        CountedSlopes slopes = new CountedSlopes((t, y, f) -> f[0] = y[0] * y[0], 0);
        int steps = new Radau(slopes, Leg.of(0, 0.999), new double[] {1}, Tolerance.uniform(1e-4, 1))
                .run(null)
                .size();
        assertThat(slopes.evaluations()).isLessThan(25 * steps);
        assertThat(slopes.jacobians()).isLessThan(steps - 2);
    }

    /** Where the polynomial of the last step is a guess, three iterations of five slopes are enough, of which others would take five. */
    @Test
    void thePolynomialOfTheLastStepIsContinued() {
        CountedSlopes slopes = new CountedSlopes((t, y, f) -> f[0] = 5 * y[0] * (1 - y[0]), 0);
        int steps = new Radau(slopes, Leg.of(0, 6), new double[] {1e-3}, Tolerance.uniform(TOLERANCE, 1))
                .run(null)
                .size();
        assertThat(slopes.evaluations()).isLessThan(20 * steps);
    }

    @Test
    void anEventEndsTheStepsAndWhatDoesNotOccurEndsNothing() {
        RightSide even = (t, y, slopes) -> slopes[0] = 1;
        for (double zero : new double[] {0.5, 20}) {
            InitialValueProblem.Event event = (t, y) -> y[0] - zero;
            EventWatch watch = new EventWatch(event, 0, new double[1], 0.1, 1e-9);
            List<CollocationStep> steps = new Radau(
                            new CountedSlopes(even, 0), leg(0, 10, 1), new double[1], Tolerance.uniform(TOLERANCE, 1))
                    .run(watch);
            double end = steps.get(steps.size() - 1).end();
            if (zero < 10) {
                assertThat(watch.found()).isCloseTo(zero, within(1e-8));
                assertThat(end).isBetween(zero, zero + 1);
            } else {
                assertThat(end).isEqualTo(10);
            }
        }
    }

    /** A slope that turns round at zero holds the solution there, though it has a value everywhere. */
    @Test
    void whereNoStepIsShortEnoughThePlaceIsSaid() {
        assertThatThrownBy(() -> run((t, y, slopes) -> slopes[0] = y[0] > 0 ? -1 : 1, Leg.of(0, 2), 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("t = 1.0");
    }

    @Test
    void stepsDoNotDependOnTheSignOfASolution() {
        RightSide f = (t, y, slopes) -> {
            slopes[0] = y[1];
            slopes[1] = -y[0] - y[0] * y[0] * y[0] / 1e6;
        };
        double[] up = run(f, Leg.of(0, 10), 1000, 0).stream()
                .mapToDouble(CollocationStep::length)
                .toArray();
        double[] down = run(f, Leg.of(0, 10), -1000, 0).stream()
                .mapToDouble(CollocationStep::length)
                .toArray();
        assertThat(down).containsExactly(up, within(1e-9));
        // A thousand times as large as the tolerance is for what is one: a relative error is permitted.
        assertThat(up.length).isLessThan(130);
    }

    /** Wherever the last step begins, it ends at the end and no rounding of it is left. */
    @Test
    void noRoundingIsLeftForAStepOfItsOwn() {
        Random random = new Random(5);
        RightSide even = (t, y, slopes) -> slopes[0] = 2;
        for (int trial = 0; trial < 2000; trial++) {
            List<CollocationStep> steps = run(even, Leg.of(random.nextDouble(), 100 * random.nextDouble()), 4);
            assertThat(Math.abs(steps.get(steps.size() - 1).length())).isGreaterThan(1e-6);
        }
        for (int trial = 0; trial < 300; trial++) {
            double from = random.nextDouble();
            List<CollocationStep> steps = run(even, leg(from, from + 0.3 + random.nextDouble(), 0.1), 4);
            assertThat(steps.get(steps.size() - 1).length()).isGreaterThan(1e-4);
        }
    }

    /** Far from zero the shortest step is eight roundings of the time, and a way is as long as from its start. */
    @Test
    void theFirstStepIsNoShorterThanTimeIsResolved() {
        assertThat(run((t, y, slopes) -> slopes[0] = 1e9, Leg.of(1e10, 1e10 + 1), 1)
                        .get(0)
                        .length())
                .isEqualTo(8 * Math.ulp(1e10));
        assertThat(run((t, y, slopes) -> slopes[0] = 1e-4, Leg.of(10, 110), 4)
                        .get(0)
                        .length())
                .isEqualTo(100);
        assertThat(run((t, y, slopes) -> slopes[0] = 0, Leg.of(10, 110), 4)
                        .get(0)
                        .length())
                .isCloseTo(1e-4, within(1e-12));
    }

    /** Of rows and their sums the largest counts, wherever it stands. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theSteepestRowCountsWhereverItStands(int row) {
        RightSide f = (t, y, slopes) -> {
            for (int j = 0; j < 3; j++) {
                slopes[j] = 1 - (j == row ? 7 : 0.1) * (y[j] - t - 1);
            }
        };
        Radau radau = new Radau(
                new CountedSlopes(f, 0), leg(0, 16, 1), new double[] {1, 1, 1}, Tolerance.uniform(TOLERANCE, 3));
        radau.run(null);
        assertThat(radau.isBeyondEdge()).isTrue();
    }

    /** With the least tolerance there is, iterations end where they are nothing but roundings. */
    @Test
    void withTheLeastToleranceIterationsEndAtRoundings() {
        Watched f = new Watched((t, y, slopes) -> slopes[0] = 1000 * y[0] * (1 - y[0]) - 30 * Math.sin(y[0] * t));
        CountedSlopes slopes = new CountedSlopes(f, 0);
        List<CollocationStep> steps =
                new Radau(slopes, Leg.of(0, 3), new double[] {0.5}, Tolerance.uniform(1e-13, 1)).run(null);
        assertThat((double) slopes.evaluations() / steps.size()).isLessThan(30);
        assertThat(f.ends.size() - steps.size()).isLessThan(steps.size() / 4);
    }

    // ---- within a step

    /** Between its ends a step of its own is far nearer to the truth than the polynomial, for which its slope by the state has to be known. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 1000})
    void aStepOfItsOwnIsNearerThanThePolynomial(double lambda) {
        RightSide f = (t, y, slopes) -> slopes[0] = -lambda * (y[0] - Math.cos(t)) - Math.sin(t);
        Radau radau = new Radau(new CountedSlopes(f, 0), Leg.of(0, 10), new double[] {1}, Tolerance.uniform(1e-6, 1));
        double own = 0;
        double interpolated = 0;
        for (CollocationStep step : radau.run(null)) {
            for (double part : new double[] {0.05, 0.3, 0.6, 0.9}) {
                double t = step.start() + part * step.length();
                own = Math.max(own, Math.abs(radau.within(step, t)[0] - Math.cos(t)));
                interpolated = Math.max(interpolated, Math.abs(step.at(t)[0] - Math.cos(t)));
            }
        }
        assertThat(own).isLessThan(interpolated / 3);
    }

    @Test
    void atItsEndsAStepIsWhatWasFoundThere() {
        int[] count = {0};
        RightSide f = (t, y, slopes) -> {
            count[0]++;
            slopes[0] = -y[0] * y[0];
        };
        Radau radau =
                new Radau(new CountedSlopes(f, 0), Leg.of(0, 1), new double[] {1}, Tolerance.uniform(TOLERANCE, 1));
        List<CollocationStep> steps = radau.run(null);
        int before = count[0];
        CollocationStep step = steps.get(steps.size() / 2);
        assertThat(radau.within(step, step.start())).containsExactly(step.initial());
        assertThat(radau.within(step, step.end())).containsExactly(step.at(step.end()));
        assertThat(count[0]).isEqualTo(before);
    }

    @Test
    void whereThereIsNoSlopeWithinAStepItIsInterpolated() {
        boolean[] isOver = {false};
        RightSide f = (t, y, slopes) -> {
            if (isOver[0]) {
                throw new ArithmeticException("over");
            }
            slopes[0] = -y[0];
        };
        Radau radau =
                new Radau(new CountedSlopes(f, 0), Leg.of(0, 1), new double[] {1}, Tolerance.uniform(TOLERANCE, 1));
        List<CollocationStep> steps = radau.run(null);
        isOver[0] = true;
        CollocationStep step = steps.get(steps.size() - 1);
        double t = step.start() + step.length() / 3;
        assertThat(radau.within(step, t)).containsExactly(step.at(t));
    }
}
