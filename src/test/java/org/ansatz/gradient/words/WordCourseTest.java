package org.ansatz.gradient.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ansatz.Golden;
import org.ansatz.gradcheck.GradientCheck;
import org.ansatz.gradcheck.Report;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.model.Adam;
import org.ansatz.gradient.model.Divergence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Training of words: whole runs against NumPy, and what holds of every one. */
final class WordCourseTest {

    static Stream<String> tasks() {
        return StreamSupport.stream(WordTasks.names().spliterator(), false);
    }

    /** Start, order, noise, gradients, Adam and losses, all at once; see golden/words/ORIGIN.md. */
    @ParameterizedTest
    @CsvSource({"nplm", "hierarchical", "nce", "cbow", "skipgram", "skipgram softmax", "glove", "glove 2"})
    void everyLossIsThatOfNumpy(String name) {
        for (long seed : new long[] {0, WordTasks.SEED}) {
            WordCourse course = WordTasks.run(WordTasks.task(name), seed);
            int found = 0;
            for (String[] row : Golden.rows("words/losses.csv")) {
                if (row[0].equals(name) && Long.parseLong(row[1]) == seed) {
                    double expected = Double.parseDouble(row[3]);
                    assertThat(course.loss(Integer.parseInt(row[2])))
                            .as("%s, seed %d, epoch %s", name, seed, row[2])
                            .isCloseTo(expected, within(1e-11 * expected));
                    found++;
                }
            }
            assertThat(found).isEqualTo(course.rounds() + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theSameSeedGivesTheSameRunAndAnotherAnother(String name) {
        WordCourse course = WordTasks.course(name);
        assertThat(WordTasks.run(WordTasks.task(name), WordTasks.SEED).last()).isEqualTo(course.last());
        assertThat(WordTasks.run(WordTasks.task(name), 1).last()).isNotEqualTo(course.last());
    }

    /** Below all models that know nothing, and never below what is said to be the least. */
    @ParameterizedTest
    @MethodSource("tasks")
    void theLossFallsBetweenItsLandmarks(String name) {
        WordCourse course = WordTasks.course(name);
        for (Landmark landmark : WordTasks.task(name).landmarks()) {
            if (landmark.name().equals("least possible")) {
                for (int epoch = 0; epoch <= course.rounds(); epoch++) {
                    assertThat(course.loss(epoch)).isGreaterThan(landmark.loss());
                }
            } else {
                assertThat(course.lastLoss()).as(landmark.name()).isLessThan(landmark.loss());
            }
        }
    }

    /** Of the loss that is shown, and of a batch with its noise. */
    @ParameterizedTest
    @MethodSource("tasks")
    void theGradientAtTheTrainedParametersIsRight(String name) {
        WordTask task = WordTasks.task(name);
        double[] trained = WordTasks.course(name).last();
        for (Objective objective : List.of(task.whole(), task.batch(new int[] {3, 0, 7}, new NumpyRandom(5)))) {
            Report report = GradientCheck.of(x -> objective.at(x).loss(), trained)
                    .fast(objective.at(trained).gradient().entries(), 1);
            assertThat(report).as(name).isInstanceOf(Report.Agrees.class);
        }
    }

    /** One convention: the loss shown is the mean over examples, whatever the batches were. */
    @ParameterizedTest
    @MethodSource("tasks")
    void theLossIsTheMeanOverAllExamples(String name) {
        WordTask task = WordTasks.task(name);
        double[] trained = WordTasks.course(name).last();
        boolean noisy = name.startsWith("nce") || name.equals("cbow") || name.equals("skipgram");
        int rounds = noisy ? 3000 / task.examples() : 1;
        NumpyRandom random = new NumpyRandom(7);
        List<Double> means = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            means.add(IntStream.range(0, task.examples())
                    .mapToDouble(
                            i -> task.batch(new int[] {i}, random).at(trained).loss())
                    .average()
                    .orElseThrow());
        }
        double mean = means.stream().mapToDouble(x -> x).average().orElseThrow();
        double variance = means.stream()
                .mapToDouble(x -> (x - mean) * (x - mean) / Math.max(1, rounds - 1))
                .sum();
        double permitted = noisy ? 4 * Math.sqrt(variance / rounds) : 1e-12;
        assertThat(task.whole().at(trained).loss()).isCloseTo(mean, within(permitted));
    }

    @Test
    void aRateThatIsTooLargeIsNamed() {
        for (String name : WordTasks.names()) {
            assertThatThrownBy(() -> WordCourse.of(WordTasks.task(name), Adam.of(1e200), 3, 1, epoch -> {}))
                    .as(name)
                    .isInstanceOf(Divergence.class)
                    .hasMessageMatching("the loss is no longer a finite number in epoch [12]");
        }
    }

    @Test
    void epochsAndSeedsOutOfRangeAreNamed() {
        WordTask task = WordTasks.task("glove");
        assertThatThrownBy(() -> WordCourse.of(task, Adam.of(0.01), 0, 1, epoch -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a training of 0 epochs");
        assertThatThrownBy(() -> WordCourse.of(task, Adam.of(0.01), 1, -1, epoch -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a seed must be 0 to 4294967295, but is -1");
    }

    @Test
    void everyEpochIsTold() {
        List<Integer> told = new ArrayList<>();
        WordCourse course = WordCourse.of(WordTasks.task("glove"), Adam.of(0.01), 4, 1, told::add);
        assertThat(told).containsExactly(0, 1, 2, 3);
        assertThat(course.rounds()).isEqualTo(4);
        assertThat(course.lastLoss()).isEqualTo(course.loss(4));
    }
}
