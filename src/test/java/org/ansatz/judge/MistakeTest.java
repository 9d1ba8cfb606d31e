package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.expression.term.SplitMix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake has a value that it explains, and one close by that it does not. */
final class MistakeTest {

    private static final double RIGHT = 1.234567;
    private static final double ALLOWED = 1e-6;

    @ParameterizedTest
    @CsvSource({
        "the sign, -1.234567, -1.2347",
        "a factor of 2, 2.469134, 2.4692",
        "a factor of 2, 0.6172835, 0.6173",
        "a factor of 2π, 7.757013, 7.7575",
        "a factor of 2π, 0.1964875, 0.19650",
        "a factor of π, 3.878507, 3.8787",
        "a factor of π, 0.3929749, 0.39300",
        "peak and rms, 1.745941, 1.7461",
        "peak and rms, 0.8729707, 0.87300",
        "degrees and radians, 70.73548, 70.739",
        "degrees and radians, 0.02154726, 0.021549",
        "a power of ten, 12.34567, 12.347",
        "a power of ten, 0.001234567, 0.0012347",
        "the reciprocal, 0.8100006, 0.81010"
    })
    void aMistakeExplainsItsValueAndNotTheNext(String name, double value, double near) {
        assertThat(name(Mistake.from(RIGHT), value, RIGHT)).isEqualTo(name);
        assertThat(name(Mistake.from(RIGHT), near, RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "the sign, 22.8294, 22.84",
        "10 log and 20 log, -45.6588, -45.68",
        "10 log and 20 log, -11.4147, -11.42",
        "dBm and dBW, 7.1706, 7.18",
        "dBm and dBW, -52.8294, -52.84"
    })
    void aLevelHasMistakesOfItsOwn(String name, double value, double near) {
        assertThat(name(Mistake.fromLevel(-22.8294), value, -22.8294)).isEqualTo(name);
        assertThat(name(Mistake.fromLevel(-22.8294), near, -22.8294)).isEmpty();
    }

    @Test
    void whereTwoMistakesExplainTheSameValueNothingIsSaid() {
        // Half of √2 is its reciprocal; twice one half is its reciprocal as well as twice the value.
        assertThat(name(Mistake.from(Math.sqrt(2)), Math.sqrt(0.5), Math.sqrt(2)))
                .isEmpty();
        assertThat(name(Mistake.from(Math.sqrt(0.5)), Math.sqrt(2), Math.sqrt(0.5)))
                .isEmpty();
    }

    @Test
    void theRightValueIsNoMistake() {
        assertThat(name(Mistake.from(1), 1, 1)).isEmpty();
        assertThat(name(Mistake.from(0), 0, 0)).isEmpty();
    }

    /** Whatever is said of a value leads from the right value to it, by the factor that the sentence names. */
    @Test
    void whatIsSaidIsTrueOfRandomValues() {
        for (long seed = 1; seed <= 200; seed++) {
            SplitMix random = new SplitMix(seed);
            double right = (random.uniform() - 0.5) * Math.pow(10, (int) random.below(7) - 3);
            List<Mistake> mistakes = Mistake.from(right);
            Mistake made = mistakes.get((int) random.below(mistakes.size()));
            @Nullable Mistake found = Mistake.only(mistakes, made.value(), right, 1e-9 * Math.abs(right), 0);
            assertThat(found == null || found.says().equals(made.says()))
                    .as("seed %d: %s", seed, made)
                    .isTrue();
        }
    }

    private static String name(List<Mistake> mistakes, double value, double right) {
        Mistake found = Mistake.only(mistakes, value, right, ALLOWED * Math.abs(right), 0);
        return found == null ? "" : found.name();
    }
}
