package org.ansatz.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Against the sequences of another implementation, see golden/fsrs/ORIGIN.md. */
final class FsrsReferenceTest {

    private static final double PERMITTED = 1e-9;
    private static final Map<?, ?> REFERENCE = read();

    private static Map<?, ?> read() {
        try {
            String text = Files.readString(Path.of("src/test/resources/golden/fsrs/sequences.json"));
            Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
            return (Map<?, ?>) root;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Named<Map<?, ?>>> named() {
        return sequences().map(sequence -> Named.of(String.valueOf(sequence.get("name")), sequence));
    }

    private static Stream<Map<?, ?>> sequences() {
        return maps(at(REFERENCE, "sequences")).stream();
    }

    private static List<Map<?, ?>> maps(Object list) {
        return ((List<?>) list)
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    private static Object at(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static double number(Map<?, ?> map, String key) {
        return ((Number) at(map, key)).doubleValue();
    }

    private static List<Duration> steps(Object seconds) {
        return ((List<?>) seconds)
                .stream()
                        .map(step -> Duration.ofSeconds(((Number) step).longValue()))
                        .toList();
    }

    private static Rating rating(Map<?, ?> review) {
        for (Rating rating : Rating.values()) {
            if (rating.number() == number(review, "rating")) {
                return rating;
            }
        }
        throw new AssertionError(review);
    }

    @Test
    void thereAreTenSequences() {
        assertThat(sequences()).hasSize(10);
    }

    @Test
    void theWeightsAreThePublishedOnes() {
        double[] published = ((List<?>) at(REFERENCE, "parameters"))
                .stream().mapToDouble(weight -> ((Number) weight).doubleValue()).toArray();
        assertThat(Fsrs.DEFAULT.weights()).isEqualTo(published);
    }

    @ParameterizedTest
    @MethodSource("named")
    void aSequenceIsThatOfTheReference(Map<?, ?> sequence) {
        Fsrs fsrs = Fsrs.DEFAULT
                .withRetention(number(sequence, "desired_retention"))
                .withLearningSteps(steps(at(sequence, "learning_steps_s")))
                .withRelearningSteps(steps(at(sequence, "relearning_steps_s")));
        Memory memory = Memory.fresh();
        for (Map<?, ?> review : maps(at(sequence, "reviews"))) {
            var at = OffsetDateTime.parse((String) at(review, "review")).toInstant();
            if (review.get("retrievability_before") != null) {
                near(fsrs.retrievability(memory, at), number(review, "retrievability_before"), review);
            }
            memory = fsrs.reviewed(memory, rating(review), at);
            assertThat(memory.state().name()).isEqualTo(((String) at(review, "state")).toUpperCase(Locale.ROOT));
            near(memory.stability(), number(review, "stability"), review);
            near(memory.difficulty(), number(review, "difficulty"), review);
            assertThat(Duration.between(at, memory.due()).toMillis() / 1000.0)
                    .as("interval of %s", review)
                    .isEqualTo(number(review, "interval_seconds"));
        }
    }

    private static void near(double found, double expected, Map<?, ?> review) {
        assertThat(found).as("%s", review).isCloseTo(expected, within(PERMITTED * Math.abs(expected)));
    }
}
