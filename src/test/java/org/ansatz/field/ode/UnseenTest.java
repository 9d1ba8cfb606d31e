package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.ansatz.field.ode.Passages.Place;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pulses along x = t, in steps that are given. */
final class UnseenTest {

    /** A residual that depends on x alone; the variables are the time, x and its slope. */
    private static Enclosing of(UnaryOperator<Series> function) {
        return (box, by, order) ->
                function.apply(by == 1 ? Series.variable(box[1], order) : Series.constant(box[1], order));
    }

    private static Series number(double value, Series like) {
        return Series.constant(Interval.of(value), like.order());
    }

    private static Enclosing pulse(double at, double width, double height) {
        return of(x -> number(1, x)
                .plus(number(height, x)
                        .times(x.minus(number(at, x))
                                .over(number(width, x))
                                .square()
                                .negate()
                                .exp())));
    }

    private static Walked line(double from, double to) {
        Trajectory solution =
                new InitialValueProblem((t, y, f) -> f[0] = 1, from, new double[] {from}).solve(to, 1e-10);
        return new Walked(solution, new Interval(Math.min(from, to), Math.max(from, to)));
    }

    private static double[] even(double from, double to, int steps) {
        double[] ends = new double[steps + 1];
        Arrays.setAll(ends, i -> from + (to - from) * i / steps);
        return ends;
    }

    private static @Nullable Place first(double from, double to, double[] ends, Enclosing... equations) {
        return new Unseen(List.of(equations), 1, line(Math.min(ends[0], from), Math.max(ends[ends.length - 1], to)))
                .first(ends, from, to);
    }

    /** Where no step sees the pulse there is a place, before or around it, in the step that comes to it. */
    @ParameterizedTest
    @CsvSource({"0.43, 1e-5", "0.43, 1e-4", "0.87, 1e-3", "0.05, 1e-4", "0.95, 1e-4"})
    void aPulseThatNoStepSeesIsAPlace(double at, double width) {
        for (int way : new int[] {1, -1}) {
            double from = way > 0 ? 0 : 1;
            Place place = Objects.requireNonNull(first(from, 1 - from, even(0, 1, 10), pulse(at, width, 1)));
            assertThat(place.isPulse()).isTrue();
            assertThat(place.times()).isSorted().doesNotHaveDuplicates();
            // Within a step and a quarter of it, by which boxes of states are wider
            assertThat(Math.abs(place.low() - at)).isLessThan(0.13);
            assertThat(place.high() - place.low()).isLessThan(0.1 + 1e-12);
        }
    }

    /** A step that is sixty-four times as long as what is needed to see the pulse goes over it; one that is less sees that it is too long. */
    @Test
    void aPulseThatStepsNearlySeeIsLeftToThem() {
        assertThat(first(0, 1, even(0, 1, 10), pulse(0.43, 0.015, 1))).isNotNull();
        assertThat(first(0, 1, even(0, 1, 10), pulse(0.43, 0.022, 1))).isNull();
        assertThat(first(0, 1, even(0, 1, 20), pulse(0.43, 0.0075, 1))).isNotNull();
        assertThat(first(0, 1, even(0, 1, 20), pulse(0.43, 0.011, 1))).isNull();
    }

    @Test
    void whatIsSmoothIsSeen() {
        assertThat(first(0, 1, even(0, 1, 10), of(x -> x.sin()))).isNull();
        assertThat(first(0, 1, even(0, 1, 1), of(x -> x.times(x)))).isNull();
        assertThat(first(0, 1, even(0, 1, 10))).isNull();
    }

    /** Steps beyond the way are not asked, and where there are none nothing is said. */
    @Test
    void onlyWhatIsOnTheWayCounts() {
        Enclosing pulse = pulse(0.43, 1e-4, 1);
        assertThat(first(0.6, 1, even(0, 1, 10), pulse)).isNull();
        assertThat(first(0, 0.3, even(0, 1, 10), pulse)).isNull();
        assertThat(first(0.3, 0, even(0, 1, 10), pulse)).isNull();
        assertThat(first(1, 0.6, even(0, 1, 10), pulse)).isNull();
        assertThat(first(0.42, 0.44, even(0, 1, 10), pulse)).isNotNull();
        assertThat(first(0.42, 0.44, even(0.5, 1, 10), pulse)).isNull();
        assertThat(first(0.45, 0.5, even(0, 1, 10), pulse)).isNull();
        assertThat(first(0.4, 0.41, even(0, 1, 10), pulse)).isNull();
        assertThat(first(0.44, 0.44, even(0, 1, 10), pulse)).isNull();
    }

    /** The first one on the way, whichever equation it belongs to. */
    @Test
    void ofSeveralPulsesTheFirstOnTheWayIsThePlace() {
        Enclosing early = pulse(0.23, 1e-4, 1);
        Enclosing late = pulse(0.77, 1e-4, 1);
        Enclosing plain = of(x -> x.times(x));
        for (Enclosing[] equations : new Enclosing[][] {{early, late}, {late, early}, {plain, early, plain, late}}) {
            assertThat(Objects.requireNonNull(first(0, 1, even(0, 1, 10), equations))
                            .low())
                    .isBetween(0.1, 0.3);
            assertThat(Objects.requireNonNull(first(1, 0, even(0, 1, 10), equations))
                            .low())
                    .isBetween(0.7, 0.9);
        }
    }

    /** The panels of a place are as narrow as the pulse asks for, and no stretch of it that steps see belongs to it. */
    @Test
    void aPlaceIsAsNarrowAsWhatIsUnseen() {
        Place place = Objects.requireNonNull(first(0, 1, even(0, 1, 10), pulse(0.43, 1e-4, 1)));
        assertThat(place.low()).isGreaterThan(0.42);
        assertThat(place.high()).isLessThan(0.44);
        double widest = 0;
        double narrowest = 1;
        for (int i = 1; i < place.times().size(); i++) {
            double width = place.times().get(i) - place.times().get(i - 1);
            widest = Math.max(widest, width);
            narrowest = Math.min(narrowest, width);
        }
        assertThat(narrowest).isBetween(1e-6, 1e-4);
        assertThat(widest).isLessThan(0.1 / 64 + 1e-9);
    }

    /** A pulse counts by its size beside the largest that an equation is on the way. */
    @Test
    void aPulseThatIsNothingBesideTheEquationIsSeen() {
        assertThat(first(0, 1, even(0, 1, 10), pulse(0.43, 0.012, 1))).isNotNull();
        assertThat(first(0, 1, even(0, 1, 10), pulse(0.43, 0.012, 1e-14))).isNull();
        Enclosing large = of(x -> number(1e16, x)
                .plus(x.minus(number(0.43, x))
                        .over(number(0.012, x))
                        .square()
                        .negate()
                        .exp()));
        assertThat(first(0, 1, even(0, 1, 10), large)).isNull();
        Enclosing below = of(x -> number(-1e16, x)
                .plus(x.minus(number(0.43, x))
                        .over(number(0.012, x))
                        .square()
                        .negate()
                        .exp()));
        assertThat(first(0, 1, even(0, 1, 10), below)).isNull();
    }

    /** A kink or a jump is a place of another kind. */
    @Test
    void whatIsNotSmoothIsLeftToOthers() {
        assertThat(first(0, 1, even(0, 1, 10), of(x -> x.minus(number(0.43, x)).abs())))
                .isNull();
        assertThat(first(0, 1, even(0, 1, 10), of(x -> x.minus(number(0.43, x)).step())))
                .isNull();
    }

    private static Enclosing withJump(double jump, double at, double width) {
        Enclosing pulse = pulse(at, width, 1);
        Enclosing step = of(x -> x.minus(number(jump, x)).step());
        return (box, by, order) -> pulse.on(box, by, order).plus(step.on(box, by, order));
    }

    /** A jump in the same step, or just behind the way, hides no pulse, on either way. */
    @ParameterizedTest
    @CsvSource({"0.62, 0.35", "0.48, 0.43", "0.46, 0.43", "0.43, 0.4293", "0.43, 0.41"})
    void aPulseBesideAJumpIsAPlace(double jump, double at) {
        Place place = Objects.requireNonNull(first(0, jump, even(0, 1, 10), withJump(jump, at, 1e-6)));
        assertThat(place.low()).isBetween(at - 0.13, at);
        assertThat(place.high()).isLessThan(jump);
        double behind = 2 * jump - at;
        Place back = Objects.requireNonNull(first(1, jump, even(0, 1, 10), withJump(jump, behind, 1e-6)));
        assertThat(back.high()).isBetween(behind, behind + 0.13);
    }

    @Test
    void aPulseFartherOnAfterAJumpIsAPlaceToo() {
        assertThat(first(0.41, 0.5, even(0, 1, 10), withJump(0.41, 0.47, 1e-6))).isNotNull();
        assertThat(first(0.49, 0.4, even(0, 1, 10), withJump(0.49, 0.43, 1e-6))).isNotNull();
    }

    /** But a 4096th of a step beside it is not looked at. */
    @Test
    void justBesideAJumpNothingIsLookedFor() {
        assertThat(first(0, 0.48, even(0, 1, 10), withJump(0.48, 0.48 - 3e-6, 1e-9)))
                .isNull();
        assertThat(first(0, 0.48, even(0, 1, 10), withJump(0.48, 0.48 - 3e-4, 1e-9)))
                .isNotNull();
    }

    /** A root is the rougher the nearer it comes to zero, which is no pulse but a kink. */
    @Test
    void whatBecomesRougherUpToAKinkIsNoPulse() {
        Enclosing root = of(x -> x.minus(number(0.43, x)).abs().sqrt());
        assertThat(first(0, 0.43, even(0, 1, 10), root)).isNull();
        assertThat(first(1, 0.43, even(0, 1, 10), root)).isNull();
        assertThat(first(0.43, 1, even(0, 1, 10), root)).isNull();
    }

    /** Steps of quite different width: each by its own. */
    @Test
    void aWideStepBesideNarrowOnesMaySeeNothing() {
        double[] narrowFirst = {0, 1e-4, 2e-4, 3e-4, 4e-4, 1};
        double[] narrowLast = {0, 0.9996, 0.9997, 0.9998, 0.9999, 1};
        double[] between = {0, 1e-4, 0.9998, 0.9999, 1};
        for (double[] ends : new double[][] {narrowFirst, narrowLast, between}) {
            assertThat(first(0, 1, ends, pulse(0.43, 1e-3, 1))).isNotNull();
            assertThat(first(1, 0, ends, pulse(0.43, 1e-3, 1))).isNotNull();
        }
    }

    @Test
    void ofTwoPulsesInAStepTheFirstOnTheWayIsThePlace() {
        Enclosing both = of(x -> x);
        Enclosing early = pulse(0.42, 1e-6, 1);
        Enclosing late = pulse(0.48, 1e-6, 1);
        Enclosing sum = (box, by, order) ->
                early.on(box, by, order).plus(late.on(box, by, order)).plus(both.on(box, by, order));
        assertThat(Objects.requireNonNull(first(0.4, 0.5, even(0, 1, 10), sum)).high())
                .isLessThan(0.47);
        assertThat(Objects.requireNonNull(first(0.5, 0.4, even(0, 1, 10), sum)).low())
                .isGreaterThan(0.43);
    }

    /** The largest that an equation is counts wherever steps begin. */
    @Test
    void aPulseIsNothingBesideWhatTheEquationIsElsewhere() {
        UnaryOperator<Series> hill = x -> number(1e16, x)
                .times(x.minus(number(0.2, x))
                        .times(number(30, x))
                        .square()
                        .negate()
                        .exp());
        Enclosing small = of(x -> hill.apply(x)
                .plus(x.minus(number(0.43, x))
                        .over(number(0.012, x))
                        .square()
                        .negate()
                        .exp()));
        Enclosing below = of(x -> hill.apply(x)
                .negate()
                .plus(x.minus(number(0.43, x))
                        .over(number(0.012, x))
                        .square()
                        .negate()
                        .exp()));
        assertThat(first(0, 1, even(0, 1, 10), small)).isNull();
        assertThat(first(0, 1, even(0, 1, 10), below)).isNull();
    }

    /** What is rough but not narrow, and seen again before the pulse, does not belong to its place. */
    @Test
    void aPlaceBeginsWhereNoStepSeesThePulse() {
        Enclosing both = of(x -> x.plus(number(1, x))
                .over(number(0.25, x))
                .square()
                .negate()
                .exp()
                .plus(x.minus(number(0.95, x))
                        .over(number(1e-4, x))
                        .square()
                        .negate()
                        .exp()));
        Place place = Objects.requireNonNull(first(0, 1, even(0, 1, 1), both));
        assertThat(place.low()).isGreaterThan(0.7);
    }

    /** What takes too long to be told is left to the steps: a pulse at each of a thousand places. */
    @Test
    void whatTakesTooLongIsLeftToTheSteps() {
        Enclosing many = of(x -> number(1, x)
                .plus(number(1e8, x)
                        .times(number(1000 * Math.PI, x).times(x).sin().square())
                        .negate()
                        .exp()));
        Unseen unseen = new Unseen(List.of(many), 1, line(0, 1));
        @Nullable Place place = unseen.first(even(0, 1, 1), 0, 1);
        assertThat(place == null || place.times().size() <= 4001).isTrue();
    }
}
