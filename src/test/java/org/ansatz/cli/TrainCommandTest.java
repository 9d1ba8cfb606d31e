package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code ansatz train}: the numbers that the articles print, and what is refused. */
final class TrainCommandTest {

    @TempDir
    Path folder;

    private static Map<?, ?> json(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "train";
        arguments[1] = "--json";
        System.arraycopy(options, 0, arguments, 2, options.length);
        Run run = Run.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.OK);
        return (Map<?, ?>)
                Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(run.out()));
    }

    private static Map<?, ?> end(Map<?, ?> json) {
        return (Map<?, ?>) Objects.requireNonNull(json.get("final"));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static void assertParameters(Map<?, ?> end, double precision, double... weightsThenBias) {
        double[] found = new double[weightsThenBias.length];
        int count = 0;
        for (Object row : (List<?>) Objects.requireNonNull(end.get("weights"))) {
            for (Object entry : (List<?>) row) {
                found[count++] = number(entry);
            }
        }
        for (Object entry : (List<?>) Objects.requireNonNull(end.get("bias"))) {
            found[count++] = number(entry);
        }
        assertThat(count).isEqualTo(found.length);
        assertThat(found).containsExactly(weightsThenBias, within(precision));
    }

    @Test
    void theLineEndsWhereTheArticleDoes() {
        assertParameters(end(json("linear")), 1e-9, 2.469067972236157, 5.349395749643236);
        assertParameters(end(json("linear", "--loss", "mae")), 6e-9, 2.59663296, 4.53673443);
    }

    @Test
    void theSigmoidEndsWhereTheArticleDoes() {
        Map<?, ?> end = end(json("sigmoid"));
        assertParameters(end, 6e-9, 2.07576617, 1.93699636, -0.01268111);
        assertThat(end.get("errors")).isEqualTo(19);
    }

    @Test
    void theSoftmaxEndsWhereTheArticleDoes() {
        Map<?, ?> end = end(json("softmax"));
        assertParameters(
                end,
                6e-9,
                -0.96328367,
                -2.11009299,
                2.10051835,
                0.97372750,
                -1.12813219,
                1.14787177,
                0.18508102,
                0.09526090,
                -0.28034192);
        assertThat(end.get("errors")).isEqualTo(293);
    }

    @Test
    void smoothedLabelsEndWhereTheArticleDoes() {
        Map<?, ?> end = end(json("softmax", "--smoothing", "0.1"));
        assertParameters(
                end,
                6e-9,
                -0.19423329,
                -0.80402288,
                0.81501225,
                0.19053595,
                -0.61167646,
                0.62499322,
                0.31495437,
                0.30583086,
                -0.62078523);
        assertThat(end.get("errors")).isEqualTo(320);
    }

    @ParameterizedTest
    @CsvSource({
        "mse, 0 1 10 100 1000 1999, 728.8617412719 89.8829626467 9.1997082780 6.0036406104 3.9000758674 3.8998715343",
        "mae, 0 1999, 24.431874567665677 1.5997570832"
    })
    void theCsvHoldsTheLossOfEveryStep(String loss, String steps, String expected) throws IOException {
        assertLosses(2000, 1e-9, steps, expected, "linear", "--loss", loss);
    }

    /** The articles print the logarithm of p + 1e-10, hence the last digits. */
    @ParameterizedTest
    @CsvSource({
        "sigmoid, 1000, 0 1 10 100 500 999, 0.4280231394 0.3528514327 0.1447661254 0.0340895327 0.0149717902 0.0115325639",
        "softmax, 101, 0 1 10 100, 1.0874521100 0.8769015676 0.359644465 0.1302315893"
    })
    void theClassifiersLossesAreThoseOfTheArticles(String model, int count, String steps, String expected)
            throws IOException {
        assertLosses(count, 2e-6, steps, expected, model, "--steps", String.valueOf(count));
    }

    private void assertLosses(int all, double precision, String steps, String expected, String... training)
            throws IOException {
        Path csv = folder.resolve("losses.csv");
        List<String> arguments = new ArrayList<>(List.of("train", "--csv", csv.toString()));
        arguments.addAll(List.of(training));
        assertThat(Run.of(arguments.toArray(new String[0])).exit()).isEqualTo(Exit.OK);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(all + 2);
        assertThat(lines.get(0)).isEqualTo("step,loss");
        String[] at = steps.split(" ", -1);
        String[] losses = expected.split(" ", -1);
        assertThat(losses).hasSameSizeAs(at);
        for (int i = 0; i < at.length; i++) {
            String[] row = lines.get(Integer.parseInt(at[i]) + 1).split(",", -1);
            assertThat(row[0]).isEqualTo(at[i]);
            assertThat(Double.parseDouble(row[1])).isCloseTo(Double.parseDouble(losses[i]), within(precision));
        }
    }

    @Test
    void theTextShowsLossesFiguresAndTheOptimum() {
        Run run = Run.of("train", "softmax", "--steps", "100");
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .doesNotContain("\r")
                .doesNotContain("\u001b")
                .contains("9000 examples (seed 42), 100 steps of rate 0.1")
                .contains("       100  0.13023")
                .contains("The loss: softmax")
                .contains("The regions of the classes")
                .contains("in a wrong class")
                .contains("maximum likelihood, by Newton's method\n  loss 0.0856453")
                .contains("293 of 9000 in a wrong class (3.256 %)");
    }

    @Test
    void anotherSeedDrawsOtherData() {
        Map<?, ?> one = json("linear", "--seed", "1", "--steps", "3");
        Map<?, ?> two = json("linear", "--seed", "2", "--steps", "3");
        assertThat(end(one)).isNotEqualTo(end(two));
        assertThat(json("linear", "--seed", "1", "--steps", "3")).isEqualTo(one);
    }

    @Test
    void figuresAreWrittenInPairs() throws IOException {
        Path svg = folder.resolve("run.svg");
        Path png = folder.resolve("run.png");
        Run run = Run.of("train", "sigmoid", "--steps", "20", "--svg", svg.toString(), "--png", png.toString());
        assertThat(run.exit()).isEqualTo(Exit.OK);
        assertThat(Files.readString(svg)).startsWith("<svg").contains("The loss: sigmoid");
        assertThat(Files.readString(folder.resolve("run-learnt.svg"))).contains("The regions of the classes");
        assertThat(png).isNotEmptyFile();
        assertThat(folder.resolve("run-learnt.png")).isNotEmptyFile();
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; Missing required parameter: 'MODEL'",
                "softmx; there is no model 'softmx'; did you mean 'softmax'?",
                "linear --loss mes; --loss takes mse or mae, not 'mes'",
                "softmax --loss mse; --loss belongs to linear",
                "linear --smoothing 0.1; --smoothing belongs to softmax",
                "softmax --smoothing 1.5; --smoothing takes 0 to 1, not 1.5",
                "softmax --smoothing NaN; --smoothing takes 0 to 1, not NaN",
                "linear --steps 0; --steps takes 1 to 10000000, not 0",
                "linear --steps 10000001; --steps takes 1 to 10000000, not 10000001",
                "linear --steps many; 'many' is not an int",
                "linear --rate 0; --rate takes a finite number above 0, not 0.0",
                "linear --rate -1; --rate takes a finite number above 0, not -1.0",
                "linear --rate NaN; --rate takes a finite number above 0, not NaN",
                "linear --rate 1e999; --rate takes a finite number above 0, not Infinity",
                "linear --seed -1; --seed takes 0 to 4294967295, not -1",
                "linear --rate 0.05; the training diverges: the loss is no longer a finite number at step 412",
                "softmax --rate 1e308; the training diverges: the loss is no longer a finite number at step 1",
                "linear --csv /; / is a folder; name a file",
                "linear --csv no/such/folder/x; there is no folder",
                "linear --svg no/such/folder/x; there is no folder",
                "linear --csv=; --csv needs the name of a file"
            })
    void whatIsBadIsASentenceAndCodeTwo(String options, String message) {
        Run run = Run.of(("train " + (options == null ? "" : options)).strip().split(" ", -1));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).doesNotContain("internal error").doesNotContain("\tat ");
    }

    @Test
    void aRunCanOnlyBeWatchedOnATerminal() {
        Run run = Run.of("train", "linear", "--watch");
        assertThat(run.err()).isEqualTo("ansatz: --watch draws on a terminal, and this is none\n");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aSentenceSaysHowTheLossFalls() {
        assertThat(Run.of("train", "linear", "--steps", "50").out())
                .contains("The loss falls from 728.9 to 7.415; nine tenths of that are done after 2 of 50 steps.");
    }
}
