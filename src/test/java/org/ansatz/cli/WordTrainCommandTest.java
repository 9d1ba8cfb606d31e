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
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code ansatz train} of models of words: what is shown, written and refused. */
final class WordTrainCommandTest {

    @TempDir
    Path folder;

    private static Run train(String... options) {
        List<String> arguments = new ArrayList<>(List.of("train"));
        arguments.addAll(List.of(options));
        Run run = Run.of(arguments.toArray(new String[0]));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.OK);
        return run;
    }

    private static Map<?, ?> json(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--json");
        String out = train(arguments.toArray(new String[0])).out();
        return (Map<?, ?>)
                Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(out));
    }

    private static List<?> list(Map<?, ?> json, String key) {
        return (List<?>) Objects.requireNonNull(json.get(key));
    }

    private static double number(Map<?, ?> json, String key) {
        return ((Number) Objects.requireNonNull(json.get(key))).doubleValue();
    }

    @Test
    void theLanguageModelShowsLossesLandmarksAndAnswers() {
        assertThat(train("nplm").out())
                .doesNotContain("\r")
                .contains("neural probabilistic language model\n")
                .contains("22 runs of 4 words, 42 words; 2890 parameters (seed 42)")
                .contains("10 epochs in batches of 4, Adam of rate 0.01")
                .contains("loss, over all examples:\n  mean negative log-likelihood of the next word\n")
                .contains("     epoch  loss\n         0  3.9328385")
                .contains("        10  0.1212093")
                .contains("The loss: neural probabilistic language model")
                .contains("  3.7376696183  every word equally likely: ln 42")
                .contains("  0.0000000000  least possible: the entropy of the word given the 3 before")
                .contains("the cat sat …\n  down          0.7880  1\n")
                .contains("the probabilities of all 42 words sum to 1.000000000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nplm --no-direct; without direct connections; 1630 parameters",
                "hierarchical; over a balanced tree; a coin at each node: ln 2 times the mean path",
                "hierarchical --tree huffman; over a Huffman tree; summed over its path in the tree",
                "nce; by noise-contrastive estimation; before that, e^(s − ln Z), which are no probabilities, sum to",
                "nce --no-direct; without direct connections; renormalised over the vocabulary",
                "cbow; CBOW with negative sampling; 82 words, each with those at most 2 away",
                "cbow --output softmax; CBOW with a softmax; zero vectors: every word equally likely, ln 42",
                "cbow --output hierarchical --tree huffman; over a Huffman tree; zero vectors: a coin at each node",
                "skipgram; skip-gram with negative sampling; u·v, the logit that the pair is real and no noise",
                "skipgram --output softmax; skip-gram with a softmax; 1.6904016830  least possible: the entropy",
                "skipgram --output hierarchical; over a balanced tree; multiplied along the path",
                "glove; (X/100)^0.75; 0.0079996641  all parameters 0: every pair taken to occur once",
                "glove --x-max 2; (X/2)^0.75; mean D² without the weights"
            })
    void everyModelSaysWhatItIsAndWhatItsLossIsHeldAgainst(String options, String title, String more) {
        assertThat(train(options.split(" ", -1)).out()).contains(title).contains(more);
    }

    @Test
    void otherWordsCanBeAskedFor() {
        assertThat(train("nplm", "--after", "the  dog sat").out())
                .contains("\nthe dog sat …\n  down ")
                .doesNotContain("the cat sat");
        assertThat(train("skipgram", "--about", "moon").out())
                .contains("\nnear moon\n")
                .doesNotContain("near cat");
    }

    @Test
    void jsonHoldsEverythingWithAllDigits() {
        Map<?, ?> json = json("nce", "--after", "the cat sat");
        assertThat(json.get("task")).isEqualTo("neural language model by noise-contrastive estimation");
        assertThat(json.get("lossIs")).asString().startsWith("mean contrastive loss");
        assertThat(json.get("examples")).isEqualTo(22);
        assertThat(json.get("words")).isEqualTo(42);
        assertThat(json.get("epochs")).isEqualTo(20);
        assertThat(json.get("batch")).isEqualTo(4);
        assertThat(number(json, "rate")).isEqualTo(0.01);
        assertThat(number(json, "loss")).isCloseTo(0.6766323606534239, within(1e-11));
        assertThat(list(json, "losses")).hasSize(6);
        assertThat(list(json, "comparison")).hasSize(2);
        assertThat(list(json, "measures")).hasSize(4);
        Map<?, ?> answer = (Map<?, ?>) list(json, "answers").get(0);
        assertThat(answer.get("question")).isEqualTo(List.of("the", "cat", "sat"));
        assertThat(list(answer, "scores")).hasSize(42);
        double sum = list(answer, "scores").stream()
                .mapToDouble(score -> ((Number) ((List<?>) score).get(1)).doubleValue())
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nplm", "hierarchical", "nce", "cbow", "skipgram", "glove"})
    void theSeedDecides(String model) {
        Map<?, ?> one = json(model, "--epochs", "2", "--seed", "1");
        assertThat(json(model, "--epochs", "2", "--seed", "1")).isEqualTo(one);
        assertThat(number(json(model, "--epochs", "2", "--seed", "2"), "loss")).isNotEqualTo(number(one, "loss"));
    }

    @Test
    void rateAndEpochsAreTaken() {
        Map<?, ?> json = json("nplm", "--rate", "0.02", "--epochs", "30");
        assertThat(number(json, "rate")).isEqualTo(0.02);
        assertThat(json.get("epochs")).isEqualTo(30);
        assertThat(number(json, "loss")).isLessThan(0.05);
    }

    @Test
    void theCsvHoldsTheLossOfEveryEpochAndTheFigureIsOne() throws IOException {
        Path csv = folder.resolve("losses.csv");
        Path svg = folder.resolve("run.svg");
        Path png = folder.resolve("run.png");
        train("cbow", "--csv", csv.toString(), "--svg", svg.toString(), "--png", png.toString());
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(52);
        assertThat(lines.get(0)).isEqualTo("epoch,loss");
        assertThat(Double.parseDouble(lines.get(1).split(",", -1)[1])).isCloseTo(6.029562889719147, within(1e-10));
        assertThat(Double.parseDouble(lines.get(51).split(",", -1)[1])).isCloseTo(1.0890178894856257, within(1e-10));
        assertThat(Files.readString(svg))
                .startsWith("<svg")
                .contains("The loss: CBOW with negative sampling")
                .contains("least possible");
        assertThat(png).isNotEmptyFile();
        assertThat(folder.toFile().list()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nplmm | there is no model 'nplmm'; did you mean 'nplm'?",
                "nplm --steps 5 | --steps belongs to linear, sigmoid and softmax; nplm takes --epochs",
                "linear --epochs 5 | --epochs belongs to nplm, hierarchical, nce, cbow, skipgram and glove; linear takes --steps",
                "glove --no-direct | --no-direct belongs to nplm and nce",
                "nplm --output softmax | --output belongs to cbow and skipgram",
                "nplm --tree huffman | --tree belongs to hierarchical, cbow and skipgram",
                "cbow --tree huffman | --tree belongs to --output hierarchical, not to negative",
                "cbow --output softmax --tree huffman | --tree belongs to --output hierarchical, not to softmax",
                "cbow --output tree | --output takes negative, softmax or hierarchical, not 'tree'",
                "hierarchical --tree oak | --tree takes balanced or huffman, not 'oak'",
                "cbow --x-max 2 | --x-max belongs to glove",
                "glove --x-max 0 | --x-max takes a finite number above 0, not 0.0",
                "glove --x-max NaN | --x-max takes a finite number above 0, not NaN",
                "nplm --epochs 0 | --epochs takes 1 to 100000, not 0",
                "nplm --epochs 100001 | --epochs takes 1 to 100000, not 100001",
                "nplm --rate 0 | --rate takes a finite number above 0, not 0.0",
                "nplm --seed 4294967296 | --seed takes 0 to 4294967295, not 4294967296",
                "cbow --rate 1e200 | the training diverges: the loss is no longer a finite number in epoch 1; a smaller --rate than 1.0E200 may do",
                "nplm --about cat | --about belongs to cbow, skipgram and glove",
                "glove --after cat | --after belongs to nplm, hierarchical and nce",
                "skipgram --about cst | --about: 'cst' does not occur in the sentences; did you mean 'cat'?",
                "skipgram --about elephant | --about: 'elephant' does not occur in the sentences; their words are a, ate, away,",
                "nplm --tree oak --x-max 2 | --tree belongs to hierarchical, cbow and skipgram",
                "skipgram --about Cat | --about: 'Cat' does not occur in the sentences; did you mean 'cat'?",
                "skipgram --about= | --about takes 1 word, not 0: ''",
                "glove --csv no/such/folder/x | there is no folder"
            })
    void whatIsBadIsASentenceAndCodeTwo(String options, String message) {
        assertRefused(message, ("train " + options).split(" ", -1));
    }

    @Test
    void questionsAreOfAsManyWordsAsTheModelTakes() {
        assertRefused("--after takes 3 words, not 2: 'cat sat'", "train", "nplm", "--after", "cat sat");
        assertRefused("--about takes 1 word, not 2: 'the cat'", "train", "cbow", "--about", "the cat");
        assertRefused(
                "--after: 'sta' does not occur in the sentences; did you mean 'sat'?",
                "train",
                "nce",
                "--after",
                "the cat sta");
    }

    private static void assertRefused(String message, String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).doesNotContain("internal error").doesNotContain("\tat ");
    }
}
