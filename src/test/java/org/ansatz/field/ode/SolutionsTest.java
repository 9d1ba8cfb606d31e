package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.ansatz.field.ode.Legs.Leg;
import org.ansatz.field.ode.Passages.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is claimed of solutions, everywhere and not only where steps end, beside closed forms. */
final class SolutionsTest {

    /** An equation whose first component is known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(
            String name, RightSide f, double[] initial, double end, DoubleUnaryOperator exact, double most) {

        Known {
            initial = initial.clone();
        }

        @Override
        public double[] initial() {
            return initial.clone();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Known> known() {
        return List.of(
                new Known("e^t", (t, y, f) -> f[0] = y[0], new double[] {1}, 10, Math::exp, 1e-5),
                new Known("e^t backwards", (t, y, f) -> f[0] = y[0], new double[] {1}, -5, Math::exp, 1e-9),
                new Known("cos t", SolutionsTest::swing, new double[] {1, 0}, 100, Math::cos, 1e-8),
                // its two errors cross, and stay so for whole steps
                new Known(
                        "e^sin t",
                        (t, y, f) -> f[0] = Math.cos(t) * y[0],
                        new double[] {1},
                        50,
                        t -> Math.exp(Math.sin(t)),
                        1e-8),
                new Known(
                        "e^(15 sin t)",
                        (t, y, f) -> f[0] = 15 * Math.cos(t) * y[0],
                        new double[] {1},
                        12,
                        t -> Math.exp(15 * Math.sin(t)),
                        1e3),
                new Known(
                        "logistic",
                        (t, y, f) -> f[0] = y[0] * (1 - y[0]),
                        new double[] {1e-3},
                        30,
                        t -> 1 / (1 + 999 * Math.exp(-t)),
                        1e-8),
                new Known(
                        "stiff",
                        (t, y, f) -> f[0] = -1e6 * (y[0] - Math.cos(t)) - Math.sin(t),
                        new double[] {1},
                        50,
                        Math::cos,
                        1e-9),
                new Known(
                        "resonance",
                        (t, y, f) -> {
                            f[0] = y[1];
                            f[1] = 2 * Math.cos(t) - y[0];
                        },
                        new double[2],
                        100,
                        t -> t * Math.sin(t),
                        1e-7),
                new Known(
                        "orbit",
                        SolutionsTest::orbit,
                        new double[] {0.9, 0, 0, Math.sqrt(1.1 / 0.9)},
                        60,
                        t -> Math.cos(anomaly(t)) - 0.1,
                        1e-7));
    }

    private static void swing(double t, double[] y, double[] f) {
        f[0] = y[1];
        f[1] = -y[0];
    }

    private static void orbit(double t, double[] y, double[] f) {
        double cube = Math.pow(Math.hypot(y[0], y[1]), 3);
        f[0] = y[2];
        f[1] = y[3];
        f[2] = -y[0] / cube;
        f[3] = -y[1] / cube;
    }

    /** The E of Kepler's equation E − e·sin E = t for e = 0.1. */
    private static double anomaly(double t) {
        double found = t;
        for (int i = 0; i < 40; i++) {
            found = t + 0.1 * Math.sin(found);
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("known")
    void noErrorIsLargerThanItsClaim(Known known) {
        Solutions solutions = Solutions.of(new InitialValueProblem(known.f(), 0, known.initial()), known.end());
        for (int i = 0; i <= 4000; i++) {
            double t = known.end() * i / 4000;
            double exact = known.exact().applyAsDouble(t);
            double error = Math.abs(solutions.value(0, t) - exact) - 4 * Math.ulp(exact);
            assertThat(error).as("t = %s", t).isLessThanOrEqualTo(solutions.error(0, t));
            assertThat(solutions.error(0, t)).isLessThan(known.most());
        }
    }

    /** There less is added for errors that cross. */
    @ParameterizedTest
    @MethodSource("known")
    void norAtTheEndsOfSteps(Known known) {
        Solutions solutions = Solutions.of(new InitialValueProblem(known.f(), 0, known.initial()), known.end());
        for (double t : solutions.steps()) {
            double exact = known.exact().applyAsDouble(t);
            double error = Math.abs(solutions.value(0, t) - exact) - 4 * Math.ulp(exact);
            assertThat(error).as("t = %s", t).isLessThanOrEqualTo(solutions.error(0, t));
        }
    }

    private static Solutions constant(double... values) {
        return Solutions.of(new InitialValueProblem((t, y, f) -> {}, 0, values), 1);
    }

    /** Of what does not move the method permits 1e-12 of the value and of the size, which is one unless all values are small. */
    @ParameterizedTest
    @CsvSource({"5, 6e-12", "-5, 6e-12", "0, 1e-12", "1e-3, 2e-15", "-1e-3, 2e-15", "0.01, 2e-14", "0.0101, 1.0101e-12"
    })
    void whatDoesNotMoveIsKnownToTheToleranceOfItsSize(double value, double error) {
        assertThat(constant(value).error(0, 0.5)).isCloseTo(error, within(1e-6 * error));
        assertThat(constant(3, value).error(1, 0.5)).isCloseTo(error, within(1e-6 * error));
    }

    /** The size is the largest on the way, wherever it is: 0.04·t·(1 − t) is 0.01 in the middle and nothing at the ends. */
    @Test
    void theSizeIsTheLargestOnTheWay() {
        Solutions hill =
                Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = 1e-3 * (4 - 8 * t), 0, new double[1]), 1);
        assertThat(hill.value(0, 0.5)).isCloseTo(1e-3, within(1e-15));
        assertThat(hill.error(0, 1)).isBetween(0.99e-15, 1.3e-15);
        Solutions valley =
                Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = -1e-3 * (4 - 8 * t), 0, new double[1]), 1);
        assertThat(valley.error(0, 1)).isBetween(0.99e-15, 1.3e-15);
    }

    private static final class Places implements Passages {
        private final List<Place> places;
        private int asked;

        Places(Place... places) {
            this.places = List.of(places);
        }

        @Override
        public @Nullable Place next(Trajectory solution, double[] steps, double after) {
            asked++;
            boolean down = solution.end() < solution.start();
            return places.stream()
                    .filter(place -> down ? place.high() < after : place.low() > after)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static Place place(Double... times) {
        return new Place(List.of(times), false);
    }

    private static Solutions passing(RightSide f, Passages passages, double end, double... initial) {
        return Solutions.of(new InitialValueProblem(f, 0, initial, Legs.ONE, passages, Impulses.NONE), end);
    }

    @Test
    void behindEachPlaceTheToleranceIsPermittedOnceMore() {
        RightSide rest = (t, y, f) -> {};
        Solutions two = passing(rest, new Places(place(0.25, 0.25), place(0.5, 0.75)), 1, 5);
        assertThat(two.error(0, 0.9)).isCloseTo(18e-12, within(1e-20));
        Solutions backwards = passing(rest, new Places(place(-0.25, -0.25)), -1, 5);
        assertThat(backwards.error(0, -0.9)).isCloseTo(12e-12, within(1e-20));
    }

    /** Legs end a part of 1e-12 of the whole before and after a place. */
    @Test
    void stepsEndBesideAPlace() {
        Solutions solutions = passing((t, y, f) -> f[0] = 1, new Places(place(2.0, 2.5)), 8, 0);
        assertThat(solutions.corners()).containsExactly(2 - 8e-12, 2.5 + 8e-12, 8);
        assertThat(solutions.steps()).contains(2 - 8e-12, 2.5 + 8e-12, 8).isSorted();
        Solutions back = passing((t, y, f) -> f[0] = 1, new Places(place(-2.5, -2.0)), -8, 0);
        assertThat(back.corners()).containsExactly(-2 + 8e-12, -2.5 - 8e-12, -8);
        assertThat(back.steps()).contains(-2 + 8e-12, -2.5 - 8e-12, -8).isSorted();
    }

    /** Between the ends of a place steps end where it says. */
    @Test
    void stepsEndInsideAPulseOnEitherWay() {
        Place pulse = new Place(List.of(1.0, 1.25, 2.0), true);
        assertThat(passing((t, y, f) -> f[0] = 1, new Places(pulse), 4, 0).corners())
                .containsExactly(1 - 4e-12, 1.25, 2 + 4e-12, 4);
        Place longer = new Place(List.of(1.0, 1.25, 1.5, 2.0), true);
        assertThat(passing((t, y, f) -> f[0] = 1, new Places(longer), 4, 0).corners())
                .containsExactly(1 - 4e-12, 1.25, 1.5, 2 + 4e-12, 4);
        Place behind = new Place(List.of(-2.0, -1.5, -1.25, -1.0), true);
        assertThat(passing((t, y, f) -> f[0] = 1, new Places(behind), -4, 0).corners())
                .containsExactly(-1 + 4e-12, -1.25, -1.5, -2 - 4e-12, -4);
    }

    @Test
    void aPlaceAtWhichALegEndsAnywayIsNone() {
        Legs legs = (from, to) -> List.of(Leg.of(from, 2), Leg.of(2, to));
        Passages places = new Places(place(1.5, 2.5));
        Solutions solutions = Solutions.of(
                new InitialValueProblem((t, y, f) -> {}, 0, new double[] {5}, legs, places, Impulses.NONE), 8);
        assertThat(solutions.corners()).containsExactly(2, 8);
        assertThat(solutions.error(0, 7)).isCloseTo(6e-12, within(1e-20));
    }

    /**
     * More than forty places are not dealt with: what the fortieth changed may be changed again. The slope here is the number of
     * places asked for, so that each changes the solution by t.
     */
    @Test
    void behindFortyPlacesWhatTheLastChangedIsNotKnown() {
        Place[] many = IntStream.rangeClosed(1, 45)
                .mapToObj(i -> place(i / 64.0, i / 64.0))
                .toArray(Place[]::new);
        Places places = new Places(many);
        Solutions solutions = passing((t, y, f) -> f[0] = places.asked, places, 1, 0);
        assertThat(solutions.value(0, 1)).isCloseTo(40, within(1e-9));
        assertThat(solutions.error(0, 1)).isBetween(1.0, 1 + 1e-8);
        Places forty = new Places(Arrays.copyOf(many, 40));
        assertThat(passing((t, y, f) -> f[0] = forty.asked, forty, 1, 0).error(0, 1))
                .isLessThan(1e-7);
    }

    @Test
    void aSlopeIsThatOfTheEquationsAndAsWrongAsTheState() {
        Solutions growing = Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = 3 * y[0], 0, new double[] {1}), 2);
        Solutions.Known slope = growing.slope(0, 1.5);
        double exact = 3 * Math.exp(4.5);
        assertThat(Math.abs(slope.value() - exact)).isLessThan(slope.error());
        assertThat(slope.error()).isBetween(3 * growing.error(0, 1.5), 1e-6);
        Solutions even = Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = -7, 0, new double[] {1}), 2);
        assertThat(even.slope(0, 1).value()).isEqualTo(-7);
        assertThat(even.slope(0, 1).error()).isCloseTo(7e-12, within(1e-20));
    }

    /** A slope that changes by 8 in a unit of time changes by 16 times the distance over both sides. */
    @Test
    void aSlopeIsAsWrongAsTheTime() {
        Solutions bending = Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = 8 * t, 0, new double[1]), 4);
        assertThat(bending.slope(0, 2).error()).isCloseTo(16e-12 + 2 * 16e-12, within(1e-14));
        assertThat(bending.slope(0, 0).value()).isZero();
        assertThat(bending.slope(0, 0).error()).isLessThan(1e-15);
    }

    private static Solutions jumping(double at, double by) {
        return Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = t > at ? 1 + by : 1, 0, new double[1]), 4);
    }

    @Test
    void whereASlopeJumpsThereIsNone() {
        for (double at : new double[] {2, 2 - 1.9e-12, 2 + 1.9e-12}) {
            assertThatThrownBy(() -> jumping(at, 1).slope(0, 2)).hasMessageContaining("the slope jumps at 2.0");
            assertThatThrownBy(() -> jumping(at, -1).slope(0, 2)).hasMessageContaining("the slope jumps at 2.0");
        }
        assertThat(jumping(2 - 2.1e-12, 1).slope(0, 2).value()).isEqualTo(2);
        assertThat(jumping(2 + 2.1e-12, 1).slope(0, 2).value()).isEqualTo(1);
    }

    /** What changes by no more than a millionth of the largest slope is not told from a curve, and is part of the error. */
    @Test
    void aJumpOfAMillionthIsAnError() {
        assertThatThrownBy(() -> jumping(2, 1.1e-6).slope(0, 2)).hasMessageContaining("jumps");
        assertThat(jumping(2, 0.9e-6).slope(0, 2).error()).isBetween(0.9e-6, 1e-6);
        // the largest slope is where a pulse of it ends
        Solutions steep = Solutions.of(
                new InitialValueProblem(
                        (t, y, f) -> f[0] = (t > 2 ? 1 + 4e-6 : 1) + 4 * Math.max(0, t - 3), 0, new double[1]),
                4);
        assertThat(steep.slope(0, 2).error()).isBetween(4e-6, 4.1e-6);
    }

    /** A source that is switched on at the start has its slope just after. */
    @Test
    void atTheStartTheSlopeIsThatJustAfter() {
        assertThat(jumping(0, 2).slope(0, 0).value()).isEqualTo(3);
        Solutions late = Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = t > 1 ? 3 : 1, 1, new double[1]), 4);
        assertThat(late.slope(0, 1).value()).isEqualTo(3);
    }

    /** Of two components the one that is asked for. */
    @Test
    void eachComponentHasItsOwnValueAndSlope() {
        Solutions swinging = Solutions.of(new InitialValueProblem(SolutionsTest::swing, 0, new double[] {1, 0}), 3);
        assertThat(swinging.value(1, 2)).isCloseTo(-Math.sin(2), within(1e-10));
        assertThat(swinging.slope(1, 2).value()).isCloseTo(-Math.cos(2), within(1e-10));
        assertThat(swinging.slope(0, 2).value()).isCloseTo(-Math.sin(2), within(1e-10));
    }

    @Test
    void itKnowsHowFarItGoes() {
        Solutions solutions = constant(1);
        assertThat(solutions.covers(0)).isTrue();
        assertThat(solutions.covers(1)).isTrue();
        assertThat(solutions.covers(1.0001)).isFalse();
        assertThat(solutions.covers(-0.0001)).isFalse();
        assertThat(solutions.corners()).isEmpty();
        assertThat(solutions.remarks()).isEmpty();
    }

    @Test
    void whatIsStiffIsRemarked() {
        List<String> remarks = new ArrayList<>(Solutions.of(
                        new InitialValueProblem((t, y, f) -> f[0] = 1e6 * (Math.cos(t) - y[0]), 0, new double[] {1}),
                        50)
                .remarks());
        assertThat(remarks).singleElement().asString().contains("stiff");
    }

    /**
     * What a component differed by many steps before does not count, nor what it will differ by: e^(15·sin t) falls from 3.3e6 to 3.1e-7 and
     * rises again, and its error with it.
     */
    @ParameterizedTest
    @CsvSource({
        "0.1, 1e-8",
        "1.57, 1e-3",
        "4, 1e-10",
        "4.712, 1e-10",
        "6, 1e-5",
        "10.99, 1e-8",
        "-0.1, 1e-9",
        "-1.57, 1e-10",
        "-6, 1e-2",
        "-7.85, 1e-8"
    })
    void anErrorFallsAndRisesWithTheSolution(double t, double most) {
        InitialValueProblem problem =
                new InitialValueProblem((time, y, f) -> f[0] = 15 * Math.cos(time) * y[0], 0, new double[] {1});
        Solutions solutions = Solutions.of(problem, 12 * Math.signum(t));
        assertThat(solutions.error(0, t)).isLessThan(most);
        assertThat(Math.abs(solutions.value(0, t) - Math.exp(15 * Math.sin(t)))).isLessThan(solutions.error(0, t));
    }

    /** The others know the equations only up to 1, after which the slope stays as it is. */
    private static final Legs APART = new Legs() {
        @Override
        public List<Leg> between(double start, double end) {
            return List.of(Leg.of(start, end));
        }

        @Override
        public Legs otherwise() {
            return (start, end) -> List.of(new Leg(start, end, end - start, Double.NEGATIVE_INFINITY, 1));
        }
    };

    /** 2²/2 and 2²/2 − 1/2. */
    @Test
    void whatTheOtherLegsMakeOfItIsNotKnown() {
        for (double size : new double[] {1, 1e-4}) {
            InitialValueProblem problem =
                    new InitialValueProblem((t, y, f) -> f[0] = size * t, 0, new double[1], APART);
            Solutions solutions = Solutions.of(problem, 2);
            assertThat(solutions.value(0, 2)).isCloseTo(2 * size, within(1e-10 * size));
            assertThat(solutions.error(0, 2)).isBetween(0.4999 * size, 0.5001 * size);
        }
    }

    @Test
    void aSolutionThatIsNotTheOnlyOneIsRefused() {
        InitialValueProblem draining =
                new InitialValueProblem((t, y, f) -> f[0] = -Math.sqrt(Math.abs(y[0])), 0, new double[] {1});
        assertThatThrownBy(() -> Solutions.of(draining, 5)).hasMessageContaining("not unique from t = ");
    }

    /** From 10 on, a place at 12 of a way of 8. */
    @Test
    void besideAPlaceIsAPartOfTheWay() {
        Passages places = new Places(place(12.0, 12.5));
        Solutions solutions = Solutions.of(
                new InitialValueProblem((t, y, f) -> f[0] = 1, 10, new double[1], Legs.ONE, places, Impulses.NONE), 18);
        assertThat(solutions.corners()).containsExactly(12 - 8e-12, 12.5 + 8e-12, 18);
    }

    /** The size of −t/1000 on 0..1 is that of its end. */
    @Test
    void theEndCountsForTheSizeAsWell() {
        Solutions falling = Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = -1e-3, 0, new double[1]), 1);
        assertThat(falling.error(0, 1)).isCloseTo(2e-15, within(1e-18));
        Solutions back = Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = 1e-3, 0, new double[1]), -1);
        assertThat(back.error(0, -1)).isCloseTo(2e-15, within(1e-18));
    }

    @Test
    void whatTheLastPlaceChangedIsNotKnownWhicheverWay() {
        Place[] many = IntStream.rangeClosed(1, 45)
                .mapToObj(i -> place(i / 64.0, i / 64.0))
                .toArray(Place[]::new);
        Places places = new Places(many);
        Solutions solutions = passing((t, y, f) -> f[0] = -places.asked, places, 1, 0);
        assertThat(solutions.error(0, 1)).isBetween(1.0, 1 + 1e-8);
    }

    @Test
    void beforeZeroASlopeJumpsTheSame() {
        RightSide f = (t, y, slopes) -> slopes[0] = t > -2 - 1.9e-12 ? 3 : 1;
        Solutions back = Solutions.of(new InitialValueProblem(f, 0, new double[1]), -4);
        assertThatThrownBy(() -> back.slope(0, -2)).hasMessageContaining("the slope jumps at -2.0");
        assertThat(back.slope(0, -1).value()).isEqualTo(3);
    }

    @Test
    void atTheStartASlopeMayJumpDown() {
        assertThat(jumping(0, -3).slope(0, 0).value()).isEqualTo(-2);
    }

    /** The largest slope is −8 at the end, a millionth of which is no jump. */
    @Test
    void theLargestSlopeMayBeNegative() {
        RightSide f = (t, y, slopes) -> slopes[0] = (t > 2 ? 1 + 7e-6 : 1) - 9 * Math.max(0, t - 3);
        Solutions solutions = Solutions.of(new InitialValueProblem(f, 0, new double[1]), 4);
        assertThat(solutions.slope(0, 2).error()).isBetween(7e-6, 7.1e-6);
        Solutions shorter = Solutions.of(new InitialValueProblem(f, 0, new double[1]), 3.7);
        assertThatThrownBy(() -> shorter.slope(0, 2)).hasMessageContaining("jumps");
    }

    /**
     * Of q' = 1000·(1e-14·u − q), u' = −u, a first solution knows that q is small, and no more: followed to its own size it is 1e-14·u to
     * seven digits at least.
     */
    @Test
    void whatIsFarSmallerThanTheToleranceIsFollowedToItsOwnSize() {
        RightSide f = (t, y, slopes) -> {
            slopes[0] = 1e3 * (1e-14 * y[1] - y[0]);
            slopes[1] = -y[1];
        };
        Solutions solutions = Solutions.of(new InitialValueProblem(f, 0, new double[] {0, 1}), 20);
        double exact = 1e-14 * 1e3 / 999 * Math.exp(-2);
        assertThat(solutions.value(0, 2)).isCloseTo(exact, within(1e-7 * exact));
        assertThat(Math.abs(solutions.value(0, 2) - exact)).isLessThan(solutions.error(0, 2));
        assertThat(solutions.error(0, 2)).isLessThan(1e-7 * exact);
    }

    /** The two solutions that are compared: sizes are one here, so that they can be found once more. */
    private record Pair(Trajectory fine, Trajectory coarse, boolean isExplicit) {

        static Pair of(RightSide f, double end, double... initial) {
            InitialValueProblem problem = new InitialValueProblem(f, 0, initial);
            Trajectory fine = problem.solve(end, 1e-12);
            return new Pair(fine, problem.solve(end, 1e-10), fine.difficulty() == Trajectory.Difficulty.NONE);
        }

        private double apart(double t) {
            return Math.abs(fine.at(t)[0] - coarse.at(t)[0]);
        }

        /** In the step of the coarser one that a time lies in and in some before it. */
        private double earlier(double t) {
            double[] ends = coarse.stepsInOrder();
            boolean down = coarse.end() < coarse.start();
            int step = 0;
            while (down ? ends[step] > t : ends[step] < t) {
                step++;
            }
            double largest = 0;
            for (int i = Math.max(0, step - (isExplicit ? 8 : 1)); i <= step; i++) {
                double from = i == 0 ? coarse.start() : ends[i - 1];
                for (int quarter = 1; quarter <= 4; quarter++) {
                    largest = Math.max(largest, apart(from + (ends[i] - from) * quarter / 4));
                }
            }
            return largest;
        }

        double error(double t) {
            boolean isEnd = Arrays.stream(fine.steps()).anyMatch(end -> end == t);
            double part = isExplicit && isEnd ? 0.03 : 0.2;
            return Math.max(apart(t), part * earlier(t)) + 1e-12 * (1 + Math.abs(fine.at(t)[0]));
        }
    }

    private static void assertClaims(RightSide f, double end, double... initial) {
        Pair pair = Pair.of(f, end, initial);
        Solutions solutions = Solutions.of(new InitialValueProblem(f, 0, initial), end);
        double[] steps = pair.fine.steps();
        double[] ends = pair.coarse.stepsInOrder();
        DoubleStream between = IntStream.range(1, 200).mapToDouble(i -> end * i / 201);
        double[] times = DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(steps), Arrays.stream(ends, 0, ends.length - 1)), between)
                .toArray();
        for (double t : times) {
            assertThat(solutions.error(0, t)).as("t = %s", t).isCloseTo(pair.error(t), withinPercentage(1e-7));
        }
    }

    /** A fifth of what the solutions differ by in the last nine steps, at the ends of steps less; on either way. */
    @Test
    void aPartOfEarlierDifferencesIsAnError() {
        assertClaims((t, y, f) -> f[0] = Math.cos(t) * y[0], 20, 1);
        assertClaims(SolutionsTest::swing, 20, 1, 0);
        assertClaims(SolutionsTest::swing, -20, 1, 0);
    }

    /** Of the two last implicit steps, which are long, at their ends as well. */
    @Test
    void aPartOfTheTwoLastImplicitStepsIsAnError() {
        assertClaims((t, y, f) -> f[0] = -1e6 * (y[0] - Math.cos(t)) - Math.sin(t), 50, 1);
    }

    @Test
    void whatIsWrongInTheStateIsAsWrongInASlopeThatFalls() {
        Solutions falling =
                Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = -3 * y[0], 0, new double[] {1}), 2);
        Solutions.Known slope = falling.slope(0, 0.5);
        assertThat(slope.error()).isGreaterThan(3 * falling.error(0, 0.5));
        assertThat(Math.abs(slope.value() + 3 * Math.exp(-1.5))).isLessThan(slope.error());
    }

    /** The largest slope may be anywhere, as on a peak at the 16th of 64 parts of the way from 0.5 to 4. */
    @Test
    void theLargestSlopeOnTheWayIsWhatAJumpIsHeldAgainst() {
        RightSide peak = (t, y, f) -> f[0] = (t > 2 ? 1 + 4e-6 : 1) + 4 * Math.max(0, 1 - 16 * Math.abs(t - 1.375));
        Solutions steep = Solutions.of(new InitialValueProblem(peak, 0.5, new double[1]), 4);
        assertThat(steep.slope(0, 2).error()).isBetween(4e-6, 4.1e-6);
    }

    /** It is largest at the end, and negative there. */
    @Test
    void theSizeMayBeThatOfTheEnd() {
        Solutions falling = Solutions.of(new InitialValueProblem((t, y, f) -> f[0] = -1e-3, 0, new double[1]), 1);
        assertThat(falling.error(0, 1)).isCloseTo(2e-15, within(1e-18));
    }

    /** ∫ (z − x) of two that are equal, e^t found in two ways, is nothing but the roundings of both, which move either solution alike. */
    @Test
    void whatIsNothingButRoundingIsNotKnown() {
        RightSide twice = (t, y, f) -> {
            f[0] = y[0];
            f[1] = Math.exp(t);
            f[2] = y[1] - y[0];
            f[3] = y[2];
        };
        Solutions solutions = Solutions.of(new InitialValueProblem(twice, 0, new double[] {1, 1, 0, 0}), 2);
        for (int i = 1; i <= 200; i++) {
            for (int component = 2; component < 4; component++) {
                double error = solutions.error(component, i / 100.0);
                assertThat(Math.abs(solutions.value(component, i / 100.0))).isLessThanOrEqualTo(error);
                assertThat(error).isLessThan(1e-11);
            }
        }
    }

    /** Beside one of 1e-15, which is resolved, a component of 1e-9 and a large one are known as well as ever. */
    @Test
    void whatIsSmallIsKnownIfItIsResolved() {
        RightSide small = (t, y, f) -> {
            f[0] = 1e-15 * Math.cos(t);
            f[1] = -1e-9 * Math.sin(t);
            f[2] = Math.cos(t);
        };
        Solutions solutions = Solutions.of(new InitialValueProblem(small, 0, new double[] {0, 1e-9, 0}), 2);
        assertThat(solutions.error(0, 1.3)).isLessThan(1e-24);
        assertThat(solutions.error(1, 1.3)).isLessThan(1e-18);
        assertThat(solutions.error(2, 1.3)).isLessThan(1e-9);
    }

    /**
     * The coarser one grows to {@code size}, and the finer one at the end by {@code part} of that more: a thousandth is too much of what is
     * smaller than a millionth. Then the size is the error, everywhere.
     */
    @ParameterizedTest
    @CsvSource({
        "0.99e-6, 1.02e-3, true",
        "-0.99e-6, 1.02e-3, true",
        "0.99e-6, 0.98e-3, false",
        "1.01e-6, 1.02e-3, false",
        "1e-12, 0.98e-3, false",
        "1e-12, 1.02e-3, true"
    })
    void aThousandthOfWhatIsLessThanAMillionthIsTooMuch(double size, double part, boolean isUnresolved) {
        double slope = size / 1.5;
        RightSide bent = (t, y, f) -> {
            f[0] = slope * (1 + 3 * part * Math.max(0, t - 1));
            f[1] = 1e-12; // small and resolved
        };
        Solutions solutions = Solutions.of(new InitialValueProblem(bent, 0.5, new double[2], APART), 2);
        assertThat(solutions.error(1, 2)).isLessThan(1e-20);
        double whole = Math.abs(size);
        double atEnd = whole * part + (isUnresolved ? whole * (1 + part) : 0);
        assertThat(solutions.error(0, 2)).isCloseTo(atEnd, within(1e-6 * whole));
        double before = isUnresolved ? whole : 0;
        assertThat(solutions.error(0, 0.75)).isBetween(before, before + 1e-3 * whole);
    }

    /** The two are apart on the way alone, by a bump of which nothing is left at the end. */
    @Test
    void whereTheTwoAreApartOnTheWayAComponentIsNotKnown() {
        RightSide bump = (t, y, f) -> f[0] = 1e-8 * (1 + 0.1 * Math.sin(2 * Math.PI * Math.max(0, t - 1)));
        Solutions solutions = Solutions.of(new InitialValueProblem(bump, 0.5, new double[1], APART), 2);
        assertThat(solutions.value(0, 2)).isCloseTo(1.5e-8, within(1e-18));
        assertThat(solutions.error(0, 2)).isBetween(1.5e-8, 1.7e-8);
    }

    /** A place whose far side lies beyond the end is the last one that is asked for. */
    @Test
    void beyondTheEndThereAreNoPlaces() {
        Places places = new Places(place(7.0, 8.0), place(8.5, 8.5));
        Solutions solutions = passing((t, y, f) -> f[0] = 1, places, 8, 0);
        assertThat(places.asked).isEqualTo(1);
        assertThat(solutions.value(0, 8)).isCloseTo(8, within(1e-11));
    }
}
