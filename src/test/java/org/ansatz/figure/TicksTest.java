package org.ansatz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers along an axis are round, few, and within. */
final class TicksTest {

    private static final Axis PLAIN = Axis.of("", "");

    private static List<String> labels(Axis axis, double low, double high, int most) {
        return Ticks.of(axis, new Interval(low, high), most).marks().stream()
                .map(Ticks.Tick::label)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 1; 6; 0 0.2 0.4 0.6 0.8 1.0",
                "0; 1; 3; 0 0.5 1.0",
                "-2; 1; 4; -2 -1 0 1",
                "0.1; 0.35; 4; 0.1 0.2 0.3",
                "103; 128; 6; 105 110 115 120 125",
                "0; 3000; 4; 0 1000 2000 3000",
                "0; 4e9; 5; 0 1e9 2e9 3e9 4e9",
                "0; 3e-9; 4; 0 1e-9 2e-9 3e-9",
                "1e6; 1.000002e6; 3; 1000000 1000001 1000002"
            })
    void marksAreOneTwoOrFiveTimesAPowerOfTenApart(double low, double high, int most, String expected) {
        assertThat(String.join(" ", labels(PLAIN, low, high, most))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Hz; 0.1e9; 1.4e9; f (GHz); 0.5 1.0",
                "Hz; 1e8; 9e8; f (MHz); 200 400 600 800",
                "s; 0; 3e-3; f (ms); 0 1 2 3",
                "F; 0; 4.7e-6; f (µF); 0 2 4",
                "V; 0; 4; f (V); 0 1 2 3 4"
            })
    void aUnitTakesThePrefixThatKeepsNumbersShort(String unit, double low, double high, String title, String expected) {
        Ticks ticks = Ticks.of(Axis.of("f", unit).withPrefixes(), new Interval(low, high), 5);
        assertThat(ticks.title()).isEqualTo(title);
        assertThat(ticks.marks().stream().map(Ticks.Tick::label)).containsExactly(expected.split(" "));
    }

    @Test
    void decadesAreMarkedOnALogarithmicAxis() {
        assertThat(labels(PLAIN.logarithmic(), 0.5, 20_000, 10)).containsExactly("1", "10", "100", "1000", "10000");
        assertThat(labels(Axis.of("f", "Hz").withPrefixes().logarithmic(), 10, 1e6, 10))
                .containsExactly("10", "100", "1k", "10k", "100k", "1M");
        assertThat(labels(PLAIN.logarithmic(), 1, 1e12, 5)).containsExactly("1", "1e3", "1e6", "1e9", "1e12");
    }

    @Test
    void withinADecadeALogarithmicAxisHasPlainMarks() {
        assertThat(labels(PLAIN.logarithmic(), 2, 6, 5)).containsExactly("2", "3", "4", "5", "6");
    }

    @Test
    void wholeNumbersAreNotDivided() {
        assertThat(labels(PLAIN.ofWholeNumbers(), 1, 3, 20)).containsExactly("1", "2", "3");
    }

    @Test
    void marksAreFewRoundAndWithinWhateverTheInterval() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
            double high = low + random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
            int most = 2 + random.nextInt(12);
            if (!(high > low)) {
                continue;
            }
            Interval shown = new Interval(low, high);
            Axis axis = random.nextBoolean() ? PLAIN : Axis.of("", "Hz").withPrefixes();
            Ticks ticks = Ticks.of(axis, shown, most);
            String of = "number " + i + ": " + shown + ", at most " + most;
            assertThat(ticks.marks().size()).as(of).isBetween(0, most);
            double slack = 1e-6 * shown.length() + 4 * Math.ulp(shown.size());
            for (Ticks.Tick tick : ticks.marks()) {
                assertThat(tick.at()).as(of).isBetween(low - slack, high + slack);
            }
            Interval rounded = Ticks.rounded(axis, shown, most);
            assertThat(rounded.low()).as(of).isLessThanOrEqualTo(low + slack);
            assertThat(rounded.high()).as(of).isGreaterThanOrEqualTo(high - slack);
        }
    }
}
