package org.ansatz.gradient.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.data.ToySentences;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.ExpectedContrast;
import org.ansatz.gradient.embedding.OutputGradient;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.words.Blocks.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What trained models of words say; each error of the articles has a test that it is not made here. */
final class WordTaskTest {

    private static final String NCE_SUM = "before that, e^(s − ln Z), which are no probabilities, sum to";

    private static Ranking ask(String name, String question) {
        return WordTasks.task(name).answer(WordTasks.course(name).last(), List.of(question.split(" ", -1)));
    }

    private static double score(Ranking ranking, String word) {
        return ranking.answers().stream()
                .filter(answer -> answer.word().equals(word))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static double measure(List<Measure> measures, String what) {
        return measures.stream()
                .filter(measure -> measure.what().equals(what))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static double landmark(String name, String landmark) {
        return WordTasks.task(name).landmarks().stream()
                .filter(known -> known.name().equals(landmark))
                .findFirst()
                .orElseThrow()
                .loss();
    }

    // ---- what the articles show

    @ParameterizedTest
    @ValueSource(strings = {"nplm", "hierarchical", "nce"})
    void downFollowsTheCatSat(String name) {
        Ranking.Answer first = ask(name, "the cat sat").answers().get(0);
        assertThat(first.word()).isEqualTo("down");
        assertThat(first.score()).isGreaterThan(0.5);
        assertThat(first.seen()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"a cat chased, a", "a dog barked, loudly"})
    void theLanguageModelLearnsTheOtherQuestionsToo(String question, String answer) {
        assertThat(ask("nplm", question).answers().get(0).word()).isEqualTo(answer);
        assertThat(ask("hierarchical", question).answers().get(0).word()).isEqualTo(answer);
    }

    @Test
    void whatTheSentencesDoNotHaveIsSeenNever() {
        assertThat(ask("nplm", "the stars glows").answers()).allMatch(answer -> answer.seen() == 0);
        assertThat(ask("skipgram", "cat").answers().stream()
                        .filter(answer -> answer.word().equals("the"))
                        .toList())
                .allMatch(answer -> answer.seen() == 4);
        assertThat(ask("glove", "cat").answers().stream()
                        .filter(answer -> answer.word().equals("the"))
                        .toList())
                .allMatch(answer -> answer.seen() == 4);
    }

    @ParameterizedTest
    @CsvSource({
        "nplm, 22, 2890",
        "nplm without direct connections, 22, 1630",
        "hierarchical, 22, 1885",
        "nce, 22, 2921",
        "cbow, 82, 840",
        "skipgram, 208, 840",
        "glove, 176, 924"
    })
    void examplesAndParametersAreAsManyAsInTheArticles(String name, int examples, int parameters) {
        WordTask task = WordTasks.task(name);
        assertThat(task.examples()).isEqualTo(examples);
        assertThat(task.parameters().size()).isEqualTo(parameters);
        assertThat(task.questions()).isNotEmpty().allMatch(question -> question.size() == task.questionLength());
    }

    // ---- landmarks

    @Test
    void landmarksAreThoseOfTheTheory() {
        assertThat(landmark("nplm", "every word equally likely")).isEqualTo(Math.log(42));
        assertThat(landmark("nplm", "least possible")).isZero();
        assertThat(landmark("hierarchical", "a coin at each node")).isCloseTo(5.5 * Math.log(2), within(1e-14));
        assertThat(landmark("nce", "words and noise not told apart")).isCloseTo(4.158883, within(5e-7));
        assertThat(landmark("glove", "all parameters 0")).isCloseTo(0.0079997, within(5e-8));
    }

    /** Zero parameters really have the loss that is said of them. */
    @ParameterizedTest
    @CsvSource({
        "nplm, every word equally likely",
        "hierarchical, a coin at each node",
        "hierarchical huffman, a coin at each node",
        "cbow, zero vectors",
        "cbow softmax, zero vectors",
        "cbow huffman, zero vectors",
        "skipgram, zero vectors",
        "skipgram softmax, zero vectors",
        "skipgram balanced, zero vectors",
        "glove, all parameters 0",
        "glove 2, all parameters 0"
    })
    void zeroParametersLoseWhatIsSaidOfThem(String name, String landmark) {
        WordTask task = WordTasks.task(name);
        assertThat(task.whole().at(new double[task.parameters().size()]).loss())
                .isCloseTo(landmark(name, landmark), within(1e-13));
    }

    /** The chain rule: H(neighbour | word) = H(word, neighbour) − H(word). */
    @Test
    void theLeastLossOfSkipGramIsTheEntropyOfPairsLessThatOfWords() {
        int words = WordTasks.CORPUS.words().size();
        List<Integer> pairs = WordTasks.CORPUS.pairs(2).stream()
                .map(pair -> pair[0] * words + pair[1])
                .toList();
        List<Integer> centres = pairs.stream().map(pair -> pair / words).toList();
        double expected = entropy(pairs) - entropy(centres);
        assertThat(landmark("skipgram softmax", "least possible")).isCloseTo(expected, within(1e-13));
        assertThat(landmark("skipgram balanced", "least possible")).isCloseTo(expected, within(1e-13));
    }

    private static double entropy(List<Integer> outcomes) {
        double entropy = 0;
        for (int outcome : new TreeSet<>(outcomes)) {
            double share = (double) Collections.frequency(outcomes, outcome) / outcomes.size();
            entropy -= share * Math.log(share);
        }
        return entropy;
    }

    // ---- the errors of the articles

    /** The articles' notebook took the probabilities from a set without an order, the numbers from a sorted list. */
    @Test
    void noiseProbabilitiesBelongToTheirWords() {
        List<String> turned = new ArrayList<>(ToySentences.ALL);
        Collections.reverse(turned);
        for (Corpus corpus : List.of(WordTasks.CORPUS, Corpus.of(turned))) {
            double[] unigram = new NoiseWords(corpus, 1).distribution();
            assertThat(unigram[corpus.number("the")]).isEqualTo(14 / 82.0);
            assertThat(unigram[corpus.number("a")]).isEqualTo(8 / 82.0);
            assertThat(unigram[corpus.number("cat")]).isEqualTo(6 / 82.0);
            assertThat(unigram[corpus.number("wrote")]).isEqualTo(1 / 82.0);
            double[] power = new NoiseWords(corpus, 0.75).distribution();
            assertThat(power[corpus.number("the")]).isCloseTo(0.111626, within(5e-7));
            assertThat(power[corpus.number("dog")]).isCloseTo(0.043623, within(5e-7));
        }
    }

    @Test
    void noiseIsDrawnAsOftenAsItsProbabilitySays() {
        int examples = 40_000;
        int the = WordTasks.CORPUS.number("the");
        long drawn = Stream.of(new NoiseWords(WordTasks.CORPUS, 1).draw(examples, new NumpyRandom(3)))
                .flatMapToInt(Arrays::stream)
                .filter(word -> word == the)
                .count();
        double p = 14 / 82.0;
        double all = 5.0 * examples;
        assertThat((double) drawn).isCloseTo(all * p, within(4 * Math.sqrt(all * p * (1 - p))));
    }

    static List<String> probabilities() {
        return List.of(
                "nplm",
                "nplm without direct connections",
                "hierarchical",
                "hierarchical huffman",
                "nce",
                "nce without direct connections",
                "cbow softmax",
                "cbow huffman",
                "skipgram softmax",
                "skipgram balanced");
    }

    /** No 1e-9 in a logarithm, no node with one child, nothing above 1: over all words the sum is 1. */
    @ParameterizedTest
    @MethodSource("probabilities")
    void probabilitiesSumToOneAndTheSumIsTold(String name) {
        WordTask task = WordTasks.task(name);
        for (List<String> question : task.questions()) {
            Ranking ranking = task.answer(WordTasks.course(name).last(), question);
            assertThat(ranking.answers()).hasSize(42).allMatch(answer -> answer.score() >= 0 && answer.score() <= 1);
            double sum = ranking.answers().stream()
                    .mapToDouble(Ranking.Answer::score)
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(measure(ranking.measures(), "the probabilities of all 42 words sum to"))
                    .isCloseTo(1, within(1e-12));
        }
    }

    /** What was learnt and what is answered belong together: the softmax is taken once, and paths are summed, not averaged. */
    @ParameterizedTest
    @ValueSource(strings = {"nplm", "nplm without direct connections", "hierarchical", "hierarchical huffman", "nce"})
    void theProbabilityOfTheRightWordIsWhatTheLossIsMadeOf(String name) {
        List<int[]> runs = WordTasks.CORPUS.runs(4);
        double sum = 0;
        for (int[] run : runs) {
            List<String> words = WordTasks.CORPUS.words();
            Ranking ranking = ask(name, words.get(run[0]) + " " + words.get(run[1]) + " " + words.get(run[2]));
            sum -= Math.log(score(ranking, words.get(run[3])));
        }
        double loss = name.equals("nce")
                ? measure(
                        WordTasks.task(name).measures(WordTasks.course(name).last()),
                        "mean negative log-likelihood, renormalised over the vocabulary")
                : WordTasks.course(name).lastLoss();
        assertThat(sum / runs.size()).isCloseTo(loss, within(1e-12));
    }

    /** The articles' "probabilities" reached 2.87. */
    @Test
    void contrastiveEstimationTellsWhatIsNoProbability() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int[] run : WordTasks.CORPUS.runs(4)) {
            List<String> words = WordTasks.CORPUS.words();
            Ranking ranking = ask("nce", words.get(run[0]) + " " + words.get(run[1]) + " " + words.get(run[2]));
            double unnormalised = measure(ranking.measures(), NCE_SUM);
            least = Math.min(least, unnormalised);
            most = Math.max(most, unnormalised);
        }
        assertThat(most - least).isGreaterThan(0.5); // far from 1 in both directions
        List<Measure> measures =
                WordTasks.task("nce").measures(WordTasks.course("nce").last());
        assertThat(measure(measures, "least sum of e^(s − ln Z) after a context of the sentences"))
                .isCloseTo(least, within(1e-12));
        assertThat(measure(measures, "greatest such sum; nothing in the method makes them 1"))
                .isCloseTo(most, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nplm", "glove"})
    void anUnknownWordIsNeverTheNumberOfAnother(String name) {
        double[] parameters = WordTasks.course(name).last();
        WordTask task = WordTasks.task(name);
        List<String> question = Collections.nCopies(task.questionLength(), "kitten");
        assertThatThrownBy(() -> task.answer(parameters, question))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"kitten\" is not one of the 42 words of the corpus");
        assertThatThrownBy(() -> task.answer(parameters, List.of("the", "cat")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a question of 2 words in place of " + task.questionLength());
    }

    /** x_max = 100 makes the zero model look trained; with 2 its loss can be seen, and the weights do not touch D². */
    @Test
    void gloveSaysWhatItsWeightsHide() {
        assertThat(landmark("glove 2", "all parameters 0")).isGreaterThan(10 * landmark("glove", "all parameters 0"));
        for (String name : List.of("glove", "glove 2")) {
            List<Measure> measures =
                    WordTasks.task(name).measures(WordTasks.course(name).last());
            double unweighted = Arrays.stream(WordTasks.CORPUS.cooccurrences(2).entries())
                    .filter(x -> x > 0)
                    .map(x -> Math.log(x) * Math.log(x))
                    .average()
                    .orElseThrow();
            assertThat(measure(measures, "the same with all parameters 0")).isCloseTo(unweighted, within(1e-13));
            assertThat(measure(measures, "mean D² without the weights")).isLessThan(unweighted / 5);
        }
        assertThat(WordTasks.task("glove").loss())
                .isEqualTo("mean of f(X)·D², f(X) = (X/100)^0.75 up to X = 100, else 1");
    }

    @Test
    void gloveScoresAreItsLogarithmsOfX() {
        WordTask task = WordTasks.task("glove");
        double[] p = WordTasks.course("glove").last();
        int cat = WordTasks.CORPUS.number("cat");
        int the = WordTasks.CORPUS.number("the");
        double expected = p[840 + cat] + p[882 + the];
        for (int d = 0; d < 10; d++) {
            expected += p[10 * cat + d] * p[420 + 10 * the + d];
        }
        assertThat(score(task.answer(p, List.of("cat")), "the")).isCloseTo(expected, within(1e-14));
    }

    // ---- parts

    /** A table of logits, one for each context and word, reaches what is said to be least, and is flat there. */
    @Test
    void theLeastContrastIsReachedByATable() {
        WordExamples pairs = WordExamples.neighbours(WordTasks.CORPUS, 2);
        NoiseWords noise = new NoiseWords(WordTasks.CORPUS, 0.75);
        int v = pairs.vocabulary();
        double[][] counts = new double[v][v];
        double[] totals = new double[v];
        for (int[] pair : WordTasks.CORPUS.pairs(2)) {
            counts[pair[0]][pair[1]]++;
            totals[pair[0]]++;
        }
        double[] hidden = new double[pairs.count() * v];
        double[] table = new double[v * v];
        for (int i = 0; i < pairs.count(); i++) {
            hidden[i * v + pairs.contexts()[i][0]] = 1;
        }
        for (int centre = 0; centre < v; centre++) {
            for (int word = 0; word < v; word++) {
                double share = counts[centre][word] / totals[centre];
                table[word * v + centre] = share > 0 ? Math.log(share / noise.expected()[word]) : -60;
            }
        }
        OutputGradient gradient = ExpectedContrast.negativeSampling(
                        pairs.targets(), Sizes.NOISE, noise.distribution(), Reduction.MEAN)
                .at(Matrix.over(pairs.count(), v, hidden), Matrix.over(v, v, table));
        assertThat(new ContextCounts(pairs).leastContrast(noise.expected())).isCloseTo(gradient.loss(), within(1e-13));
        assertThat(gradient.byVectors().entries()).containsOnly(new double[] {0}, within(1e-15));
    }

    @Test
    void blocksAreReadAsTheyWereWritten() {
        Blocks blocks = new Blocks(List.of(Block.normal("A", 2, 3), Block.zero("b", 1, 2), Block.layer(4, "C", 2, 2)));
        assertThat(blocks.size()).isEqualTo(12);
        double[] start = blocks.start(new NumpyRandom(0));
        assertThat(blocks.row(blocks.matrices(start)).entries()).isEqualTo(start);
        assertThat(start[0]).isCloseTo(1.764052345967664, within(1e-14));
        assertThat(start[6]).isZero();
        for (int i = 8; i < 12; i++) {
            assertThat(start[i]).isBetween(-0.5, 0.5).isNotZero();
        }
        assertThatThrownBy(() -> blocks.matrices(new double[11]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("11 parameters for a model of 12");
    }

    /** Gaps beside the same words are alike for the mean, whatever their order. */
    @Test
    void aBagHasNoOrder() {
        WordExamples gaps = WordExamples.gaps(Corpus.of(List.of("a b c", "c d a")), 1);
        ContextCounts counts = new ContextCounts(gaps);
        int[] around = {0, 2};
        assertThat(counts.of(around, 1)).isEqualTo(1);
        assertThat(counts.of(around, 3)).isEqualTo(1);
        assertThat(counts.of(new int[] {2, 0}, 1)).isZero();
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(() -> new GloveTask(WordTasks.CORPUS, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x_max and α must be finite and positive, but are 0.0 and 0.75");
    }

    @Test
    void otherSentencesHaveTheirOwnQuestions() {
        WordTask task = NeuralTask.of(Corpus.of(List.of("one two three four five", "two three four six")));
        assertThat(task.questions()).isEmpty();
        WordCourse course = WordTasks.run(task, 1);
        Ranking ranking = task.answer(course.last(), List.of("one", "two", "three"));
        assertThat(ranking.answers()).hasSize(6);
    }
}
