package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Largest values that are looked for by samples: what is said of the value and of its place covers what is wrong. */
class ExtremeSearchTest {

    private static ExtremeSearch search(DoubleUnaryOperator f, double rounding, double low, double high) {
        return new ExtremeSearch(new RootSearch.Sampled(f, x -> rounding, low, high), List.of());
    }

    private static double at(Estimate place) {
        return Arithmetic.real(place.value());
    }

    /** A function, where it is largest, and what it is there. */
    private record Known(DoubleUnaryOperator f, double low, double high, double place, double value) {}

    static List<Known> known() {
        return List.of(
                new Known(x -> 3 - (x - 0.3) * (x - 0.3), 0, 1, 0.3, 3),
                new Known(x -> x * Math.exp(-x), 0, 20, 1, Math.exp(-1)),
                new Known(Math::sin, -3, 3, Math.PI / 2, 1),
                new Known(x -> -Math.cosh(x + 7), -10, -2, -7, -1),
                new Known(x -> 1 / (1 + 1e4 * (x - 0.123) * (x - 0.123)), -1, 1, 0.123, 1),
                new Known(x -> 1e9 - 1e-3 * (x - 0.3) * (x - 0.3), -1e3, 1e3, 0.3, 1e9));
    }

    @ParameterizedTest
    @MethodSource("known")
    void aPeakIsRightWithinItsError(Known known) {
        ExtremeSearch search = search(known.f, 0, known.low, known.high);
        assertThat(search.value() + search.error() + Math.ulp(known.value)).isGreaterThanOrEqualTo(known.value);
        assertThat(search.value()).isLessThanOrEqualTo(known.value + Math.ulp(known.value));
        assertThat(search.error()).isLessThan(4e-15 * Math.abs(known.value));
        Estimate place = search.place();
        assertThat(Math.abs(at(place) - known.place)).isLessThanOrEqualTo(place.error());
        double bend = Math.abs(known.f.applyAsDouble(known.place + 1e-3 * (known.high - known.low)) - known.value);
        double hidden = 1e-3 * (known.high - known.low) * Math.sqrt(4 * Math.ulp(known.value) / bend);
        assertThat(place.error()).isLessThan(4 * hidden);
    }

    /** However a kink lies between the last points, its height is within the error, which is no more than its sides are high. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1e-3", "1e6, 1", "1, 1e5"})
    void theErrorCoversAKinkBetweenThePoints(double left, double right) {
        for (int k = 1; k <= 400; k++) {
            double place = k * 1.7e-10;
            DoubleUnaryOperator f = x -> x < place ? left * (x - place) : right * (place - x);
            ExtremeSearch search = search(f, 0, -1, 1);
            assertThat(search.value()).isLessThanOrEqualTo(0);
            assertThat(search.value() + search.error()).as("kink %d", k).isGreaterThanOrEqualTo(0);
            assertThat(search.error()).isLessThan(1e-14 * Math.max(left, right));
            Estimate found = search.place();
            assertThat(Math.abs(at(found) - place)).isLessThanOrEqualTo(found.error());
        }
    }

    /** Of the two heights above the ends the smaller one counts: where the last two points lie on the flat side, that is all. */
    @ParameterizedTest
    @CsvSource({"1e6, 1", "1, 1e6"})
    void theErrorOfAKinkIsThatOfItsFlatSide(double left, double right) {
        List<Double> errors = new ArrayList<>();
        for (int k = 1; k <= 100; k++) {
            double place = 0.1 + k * 1e-4;
            ExtremeSearch search = search(x -> x < place ? left * (x - place) : right * (place - x), 0, -1, 1);
            assertThat(search.error()).isGreaterThanOrEqualTo(0);
            errors.add(search.error());
        }
        assertThat(errors).anyMatch(error -> error < 2e-14);
    }

    /** Beside an end nothing inside is higher, which takes nothing off the error. */
    @Test
    void anEndTakesNothingOffTheError() {
        assertThat(search(x -> -x, 0, 1, 3).error()).isGreaterThanOrEqualTo(0);
        assertThat(search(x -> x, 0, 1, 3).error()).isGreaterThanOrEqualTo(0);
        assertThat(search(x -> 1e6 * x, 0, -3, -1).error()).isBetween(0.0, 1e-7);
    }

    /** Whether the value beside a jump is a peak is not seen where the last points lie on both sides of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.301, 0.7077})
    void theValueBesideAJumpIsMet(double jump) {
        assertThat(search(x -> x <= jump ? x : -5, 0, 0, 1).value()).isCloseTo(jump, within(1e-14));
        assertThat(search(x -> x >= jump ? 1 - x : -5, 0, 0, 1).value()).isCloseTo(1 - jump, within(1e-14));
    }

    @Test
    void theEndsOfTheIntervalCount() {
        ExtremeSearch up = search(Math::exp, 0, 1, 3);
        assertThat(up.value()).isEqualTo(Math.exp(3));
        assertThat(at(up.place())).isEqualTo(3);
        assertThat(up.place().error()).isLessThan(1e-14);
        ExtremeSearch down = search(x -> -x, 0, 1, 3);
        assertThat(down.value()).isEqualTo(-1);
        assertThat(at(down.place())).isEqualTo(1);
        assertThat(down.error()).isLessThan(1e-14);
    }

    /** It is looked at where a part of it is known to jump, and between two such places. */
    @Test
    void breaksAreLookedAt() {
        DoubleUnaryOperator pulse = x -> Math.abs(x - 0.3017) < 1e-6 ? 7 : x;
        List<Interval> breaks = List.of(Interval.of(0.3017 - 1e-6), Interval.of(0.3017 + 1e-6));
        RootSearch.Sampled f = new RootSearch.Sampled(pulse, x -> 0, 0, 1);
        assertThat(new ExtremeSearch(f, breaks).value()).isEqualTo(7);
        assertThat(new ExtremeSearch(f, List.of()).value()).isEqualTo(1);
        DoubleUnaryOperator needle = x -> x == 0.3017 ? 7 : x;
        RootSearch.Sampled g = new RootSearch.Sampled(needle, x -> 0, 0, 1);
        ExtremeSearch found = new ExtremeSearch(g, List.of(Interval.of(0.3017)));
        assertThat(found.value()).isEqualTo(7);
        assertThat(at(found.place())).isEqualTo(0.3017);
    }

    /** What is less than the largest by no more than two roundings may be it: of −x² up to √2r. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-4, 1e-6, 1e-10})
    void aPlaceIsNotToldWhereTheValueIsNot(double rounding) {
        ExtremeSearch search = search(x -> -(x - 0.3) * (x - 0.3), rounding, -1, 2);
        double hidden = Math.sqrt(2 * rounding);
        assertThat(search.place().error()).isBetween(hidden, 2.01 * hidden);
        ExtremeSearch exact = search(x -> -(x - 0.3) * (x - 0.3), 0, -1, 2);
        assertThat(exact.place().error()).isBetween(1e-17, 1e-12);
    }

    @Test
    void whatIsLevelMayBeLargestAnywhere() {
        assertThat(search(x -> 5, 0, 1, 3).place().error()).isEqualTo(2);
        Estimate shelf = search(x -> Math.min(0, 0.25 - Math.abs(x)), 0, -1, 1).place();
        assertThat(at(shelf) - shelf.error()).isLessThanOrEqualTo(-0.25);
        assertThat(at(shelf) + shelf.error()).isGreaterThanOrEqualTo(0.25);
    }

    /** Sixty sections of the two cells beside the best point, or fewer where no doubles part what is left. */
    @ParameterizedTest
    @CsvSource({"0, 319, 319", "0.3, 319, 319", "1000, 307, 311", "-1000, 307, 311"})
    void sectionsEnd(double place, int least, int most) {
        int[] asked = {0};
        DoubleUnaryOperator f = x -> {
            asked[0]++;
            return -Math.abs(x - place - 0.3);
        };
        ExtremeSearch search = search(f, 0, place - 1, place + 1);
        assertThat(search.error()).isLessThan(1e-12);
        assertThat(asked[0]).isBetween(least, most);
    }
}
