package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ansatz.bank.Bank;
import org.ansatz.problem.MarkingScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a class and its questions, beside the same computed from the definitions. */
final class ClassStatisticsTest {

    @TempDir
    private static Path folder;

    private static Bank bank;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    /** A class at random, and the letters and marks of each candidate as the test counts them itself. */
    private static final class RandomClass {
        private final StringBuilder text = new StringBuilder("candidate,question,response\n");
        private final List<double[]> credits = new ArrayList<>();
        private final List<double[]> marks = new ArrayList<>();
        private static final String[] QUESTIONS = {"choice", "several", "number"};
        private static final String[] RIGHT = {"A", "A, C", "3 m"};
        private static final String[] WRONG = {"B", "D", "1.5 m"};
        private static final double[] WORTH = {1, 2, 2};
        private static final double[] LOSS = {-1.0 / 3, 0, 0};

        RandomClass(int size, long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < size; i++) {
                double ability = random.nextGaussian();
                double[] credit = new double[QUESTIONS.length];
                double[] earned = new double[QUESTIONS.length];
                for (int q = 0; q < QUESTIONS.length; q++) {
                    boolean right = random.nextDouble() < 1 / (1 + Math.exp(q - 1 - ability));
                    credit[q] = right ? 1 : 0;
                    earned[q] = right ? WORTH[q] : LOSS[q];
                    text.append('C').append(i).append(',').append(QUESTIONS[q]).append(",\"");
                    text.append(right ? RIGHT[q] : WRONG[q]).append("\"\n");
                }
                credits.add(credit);
                marks.add(earned);
            }
        }

        double[] totals() {
            return marks.stream()
                    .mapToDouble(earned -> java.util.Arrays.stream(earned).sum())
                    .toArray();
        }
    }

    private static double mean(double[] x) {
        return java.util.Arrays.stream(x).average().orElseThrow();
    }

    private static double covariance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mean(x)) * (y[i] - mean(y));
        }
        return sum / x.length;
    }

    @Test
    void statisticsAreThoseOfTheirDefinitions() throws IOException {
        RandomClass pupils = new RandomClass(300, 5);
        MarkedSheet done = MarkedSheet.csv(bank, pupils.text.toString());
        double[] totals = pupils.totals();
        double[] sorted = totals.clone();
        java.util.Arrays.sort(sorted);
        double upper = sorted[300 - 81];
        double lower = sorted[80];
        double variances = 0;
        for (int q = 0; q < RandomClass.QUESTIONS.length; q++) {
            int which = q;
            double[] credit = pupils.credits.stream().mapToDouble(c -> c[which]).toArray();
            double[] earned = pupils.marks.stream().mapToDouble(m -> m[which]).toArray();
            double[] others = new double[300];
            double[] groups = new double[4];
            for (int i = 0; i < 300; i++) {
                others[i] = totals[i] - earned[i];
                if (totals[i] > upper - 1e-9) {
                    groups[0] += credit[i];
                    groups[1]++;
                }
                if (totals[i] < lower + 1e-9) {
                    groups[2] += credit[i];
                    groups[3]++;
                }
            }
            variances += covariance(earned, earned);
            ItemAnalysis item = done.item(RandomClass.QUESTIONS[q]);
            assertThat(item.facility()).isCloseTo(mean(credit), within(1e-12));
            assertThat(item.discrimination()).isCloseTo(groups[0] / groups[1] - groups[2] / groups[3], within(1e-12));
            assertThat(item.correlation())
                    .isCloseTo(
                            covariance(credit, others)
                                    / Math.sqrt(covariance(credit, credit) * covariance(others, others)),
                            within(1e-9));
        }
        Distribution all = done.marked().distribution();
        assertThat(all.mean()).isCloseTo(mean(totals), within(1e-12));
        assertThat(all.deviation()).isCloseTo(Math.sqrt(covariance(totals, totals)), within(1e-12));
        assertThat(all.quantile(0.5).toDouble()).isCloseTo(sorted[149], within(1e-12));
        assertThat(done.marked().alpha()).isCloseTo(1.5 * (1 - variances / covariance(totals, totals)), within(1e-12));
        assertThat(all.bins(done.marked().most()).stream()
                        .mapToLong(Distribution.Bin::candidates)
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void whatComesOutDoesNotDependOnTheNumberOfThreads() throws IOException {
        byte[] text = new RandomClass(5000, 6).text.toString().getBytes(StandardCharsets.UTF_8);
        MarkedSheet one = MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        MarkedSheet four = MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 4);
        assertThat(four).isEqualTo(one);
        assertThat(one.candidates()).hasSize(5000);
        assertThat(one.candidates().get(4999).name()).isEqualTo("C4999");
    }

    @Test
    void aKeyAgainstWhichTheBestCandidatesChooseIsSuspected() throws IOException {
        StringBuilder text = new StringBuilder("candidate,choice,number,several\n");
        for (int i = 0; i < 60; i++) {
            boolean good = i % 3 == 0;
            text.append("C").append(i).append(good ? ",A,3 m,AC\n" : ",B,1.5 m,D\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        MarkedSheet keys = MarkedSheet.of(bank, bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.KEYS, 1);
        assertThat(keys.item("choice").suspicions())
                .singleElement()
                .asString()
                .contains("the best candidates chose A")
                .contains("is the key right?");
        assertThat(keys.item("choice").choices().get(0).letters()).isEqualTo("B");
        MarkedSheet routes = MarkedSheet.of(bank, bytes, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        assertThat(routes.item("choice").suspicions()).isEmpty();
        assertThat(routes.item("choice").slips()).containsExactly(Map.entry("the ratio was taken twice", 40L));
    }

    private static List<String> suspicions(int right, int wrong, String reply) throws IOException {
        StringBuilder text = new StringBuilder("candidate,number,choice\n");
        for (int i = 0; i < right + wrong; i++) {
            boolean isRight = i < right;
            text.append('C').append(i).append(isRight ? ",3 m,B\n" : "," + reply + ",A\n");
        }
        return MarkedSheet.csv(bank, text.toString()).item("number").suspicions();
    }

    /** Of twenty responses on; what is better elsewhere must be so by more than two standard errors. */
    @Test
    void whatSpeaksAgainstAQuestionIsSaidOnceThereAreEnough() throws IOException {
        assertThat(suspicions(9, 10, "1.5 m")).isEmpty();
        assertThat(suspicions(9, 11, "1.5 m"))
                .containsExactly(
                        "whoever is better in the other questions is worse in this one",
                        "11 wrote '1.5 m', which is marked wrong; 9 are right");
        assertThat(suspicions(10, 10, "1.5 m"))
                .containsExactly("whoever is better in the other questions is worse in this one");
        assertThat(suspicions(20, 0, "")).isEmpty();
    }

    @Test
    void choicesAreCountedAmongTheBestAndTheWeakest() throws IOException {
        StringBuilder text = new StringBuilder("candidate,choice,number\n");
        for (int i = 0; i < 10; i++) {
            text.append('C').append(i).append(i < 6 ? ",A,3 m\n" : i < 8 ? ",B,1 m\n" : ",(b),3 m\n");
        }
        List<ItemAnalysis.Choice> choices =
                MarkedSheet.csv(bank, text.toString()).item("choice").choices();
        assertThat(choices)
                .containsExactly(
                        new ItemAnalysis.Choice("A", true, 6, 6, 0, 2.0),
                        new ItemAnalysis.Choice("B", false, 4, 0, 4, 1.0));
    }

    @Test
    void eachResponseIsHandedOnInOrder() throws IOException {
        byte[] text = new RandomClass(3000, 7).text.toString().getBytes(StandardCharsets.UTF_8);
        try (Sheet sheet = new Sheet(bank, MarkingScheme.GATE, Authority.ROUTES, 3)) {
            List<Long> lines = new ArrayList<>();
            Map<Result, Integer> results = new TreeMap<>();
            sheet.read(new ByteArrayInputStream(text), Sheet.Form.CSV, (response, outcome, mark) -> {
                lines.add(response.line());
                results.merge(outcome.result(), 1, Integer::sum);
            });
            assertThat(lines).hasSize(9000).isSorted();
            MarkedClass marked = sheet.marked(Sheet.Candidates.NOBODY);
            long right = marked.items().stream()
                    .mapToLong(item -> item.count(Result.RIGHT))
                    .sum();
            assertThat((long) results.getOrDefault(Result.RIGHT, 0)).isEqualTo(right);
        }
    }
}
