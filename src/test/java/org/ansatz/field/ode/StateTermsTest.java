package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.term.Binding;
import org.ansatz.field.ode.Passages.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a solution passes what jumps, bends or pulses in its unknowns, along x = t and along x = t with y = 1 − t. */
final class StateTermsTest {

    private static StateTerms of(String... ode) {
        List<String> from = ode.length == 1 ? List.of("x(0) == 0") : List.of("x(0) == 0", "y(0) == 1");
        WrittenEquations written = WrittenEquations.of(List.of(ode), from);
        List<Binding.Variable> highest = written.equations().unknowns().stream()
                .map(DifferentialEquations.Unknown::highest)
                .toList();
        return new StateTerms(
                written.equations().residuals(),
                written.equations().inputs(),
                highest,
                written.frame().rested());
    }

    private static Trajectory line(double from, double to) {
        return new InitialValueProblem((t, y, f) -> f[0] = 1, from, new double[] {from}).solve(to, 1e-10);
    }

    private static Trajectory cross(double from, double to) {
        InitialValueProblem.RightSide f = (t, y, slopes) -> {
            slopes[0] = 1;
            slopes[1] = -1;
        };
        return new InitialValueProblem(f, from, new double[] {from, 1 - from}).solve(to, 1e-10);
    }

    private static @Nullable Place next(StateTerms terms, double from, double to, double after) {
        return terms.next(line(from, to), tenths(from, to), after);
    }

    private static double[] tenths(double from, double to) {
        double[] ends = new double[11];
        Arrays.setAll(ends, i -> Math.min(from, to) + Math.abs(to - from) * i / 10);
        return ends;
    }

    /** As near as a part of 2⁻⁴⁶ of the whole, and around the states that boxes add. */
    private static void assertIs(@Nullable Place found, double at) {
        Place place = Objects.requireNonNull(found);
        assertThat(place.isPulse()).isFalse();
        assertThat(place.times()).hasSize(2).isSorted();
        assertThat(place.low()).isBetween(at - 1e-12, at + 1e-12);
        assertThat(place.high()).isBetween(at - 1e-12, at + 1e-12);
        assertThat(place.high() - place.low()).isLessThanOrEqualTo(0x1p-45);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' == if(x > 0.3, 2, 1)",
                "x' == 1 + abs(x - 0.3)",
                "x' == floor(x + 0.7)",
                "x' == 3*max(x, 0.3) - x",
            })
    void aJumpOrAKinkIsAPlaceOnEitherWay(String equation) {
        assertIs(next(of(equation), 0, 1, 0), 0.3);
        assertIs(next(of(equation), 0, 1, 0.2), 0.3);
        assertThat(next(of(equation), 0, 1, 0.31)).isNull();
        assertIs(next(of(equation), 1, 0, 1), 0.3);
        assertIs(next(of(equation), 1, 0, 0.4), 0.3);
        assertThat(next(of(equation), 1, 0, 0.29)).isNull();
    }

    /** Where the way is halved, neither half shows a kink. */
    @ParameterizedTest
    @CsvSource({"0.5", "0.25", "0.75", "0.125"})
    void aKinkWhereAPartIsHalvedIsFound(double at) {
        assertIs(next(of("x' == 1 + abs(x - " + at + ")"), 0, 1, 0), at);
        assertIs(next(of("x' == 1 + abs(x - " + at + ")"), 1, 0, 1), at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' == -x", "x' == sin(x) + t", "x' == abs(x + 1)", "x' == if(x > 2, 1, 2)"})
    void whatIsSmoothOnTheWayIsNoPlace(String equation) {
        assertThat(next(of(equation), 0, 1, 0)).isNull();
        assertThat(next(of(equation), 1, 0, 1)).isNull();
    }

    @Test
    void atTheEndThereIsNothingMore() {
        StateTerms jump = of("x' == if(x > 1, 2, 1)");
        assertThat(next(jump, 0, 1, 1)).isNull();
        assertIs(next(jump, 0, 2, 0), 1);
    }

    /** The first on the way, whichever function or equation it belongs to. */
    @Test
    void ofSeveralPlacesTheFirstOnTheWayIsTaken() {
        StateTerms steps = of("x' == 1 + floor(4*x + 0.5)");
        assertIs(next(steps, 0, 1, 0), 0.125);
        assertIs(next(steps, 0, 1, 0.13), 0.375);
        assertIs(next(steps, 1, 0, 1), 0.875);
        StateTerms two = of("x' == 1 + if(y > 0.4, 1, 0)", "y' == -1 + if(x > 0.8, 1, 0)");
        assertIs(two.next(cross(0, 1), tenths(0, 1), 0), 0.6);
        assertIs(two.next(cross(0, 1), tenths(0, 1), 0.61), 0.8);
        assertIs(two.next(cross(1, 0), tenths(0, 1), 1), 0.8);
    }

    @Test
    void aPulseIsAPlaceIfItComesBeforeAJump() {
        String pulse = "exp(-((x - %s)*1e5)^2)";
        StateTerms before = of("x' == 1 + if(x > 0.62, 1, 0) + " + pulse.formatted("0.35"));
        Place first = Objects.requireNonNull(next(before, 0, 1, 0));
        assertThat(first.isPulse()).isTrue();
        assertThat(first.low()).isBetween(0.2, 0.36);
        assertIs(next(before, 1, 0, 1), 0.62);
        StateTerms behind = of("x' == 1 + if(x > 0.35, 1, 0) + " + pulse.formatted("0.62"));
        assertIs(next(behind, 0, 1, 0), 0.35);
        assertThat(Objects.requireNonNull(next(behind, 0, 1, 0.36)).isPulse()).isTrue();
        Place back = Objects.requireNonNull(next(behind, 1, 0, 1));
        assertThat(back.isPulse()).isTrue();
        assertThat(back.high()).isBetween(0.61, 0.75);
    }

    /** Either the steps of the solution or those of the other one may go over it. */
    @Test
    void eachOfTwoRowsOfStepsHasToSeeAPulse() {
        StateTerms terms = of("x' == 1 + exp(-((x - 0.35)*200)^2)");
        double[] fine = new double[2001];
        Arrays.setAll(fine, i -> i / 2000.0);
        Trajectory coarse = line(0, 1);
        assertThat(coarse.steps().length).isLessThan(10);
        assertThat(terms.next(coarse, fine, 0)).isNotNull();
        Trajectory dense = new InitialValueProblem(
                        (t, y, f) -> f[0] = 1,
                        0,
                        new double[1],
                        (from, to) -> List.of(
                                new Legs.Leg(from, to, 1e-3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)),
                        Passages.NONE,
                        Impulses.NONE)
                .solve(1, 1e-10);
        assertThat(dense.steps().length).isGreaterThan(900);
        assertThat(terms.next(dense, fine, 0)).isNull();
        assertThat(terms.next(dense, coarse.steps(), 0)).isNotNull();
    }

    /** What stands beside the unknown and the time is known to be nothing: the highest derivative. */
    @Test
    void theHighestDerivativeIsNoReasonForAPlace() {
        assertThat(next(of("x' + x*abs(x + 1) == 2"), 0, 1, 0)).isNull();
        assertIs(next(of("2*x' + abs(x - 0.3) == 2"), 0, 1, 0), 0.3);
    }

    /** A place is no wider than a part of 2⁻⁴⁶ of the way, and need not be narrower. */
    @Test
    void aPlaceIsAsNearAsAPartOfTheWay() {
        Place place = Objects.requireNonNull(next(of("x' == 1 + abs(x - 3.3)"), 0, 4, 0));
        assertThat(place.low()).isLessThan(3.3 + 1e-12);
        assertThat(place.high() - place.low()).isBetween(0x1p-44 * 0.99, 0x1p-44 * 1.01);
    }

    /** Each row of steps goes over a pulse of its own: the first on the way is the place. */
    @Test
    void theFirstPulseThatEitherRowOfStepsGoesOverIsThePlace() {
        StateTerms terms = of("x' == 1 + exp(-((x - 0.35)*1000)^2) + exp(-((x - 0.65)*1000)^2)");
        for (boolean isFineFirst : new boolean[] {true, false}) {
            double[] first = half(isFineFirst);
            double[] other = half(!isFineFirst);
            Trajectory up = along(0, 1, isFineFirst);
            assertThat(up.steps().length).isGreaterThan(1000);
            Place place = Objects.requireNonNull(terms.next(up, other, 0));
            assertThat(place.high()).isLessThan(0.5);
            Trajectory down = along(1, 0, isFineFirst);
            Place back = Objects.requireNonNull(terms.next(down, first, 1));
            assertThat(back.low()).isGreaterThan(0.5);
        }
    }

    /** Steps of a five-thousandth in the one half, and of a fiftieth in the other. */
    private static double[] half(boolean isFineFirst) {
        double[] ends = new double[2526];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = isFineFirst
                    ? i <= 2500 ? i / 5000.0 : 0.5 + (i - 2500) / 50.0
                    : i <= 25 ? i / 50.0 : 0.5 + (i - 25) / 5000.0;
        }
        return ends;
    }

    private static Trajectory along(double from, double to, boolean isFineFirst) {
        Legs legs = (start, end) -> List.of(
                new Legs.Leg(start, 0.5, isFineFirst ? 2e-4 : 0.02, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                new Legs.Leg(0.5, end, isFineFirst ? 0.02 : 2e-4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        return new InitialValueProblem(
                        (t, y, f) -> f[0] = 1, from, new double[] {from}, legs, Passages.NONE, Impulses.NONE)
                .solve(to, 1e-10);
    }
}
