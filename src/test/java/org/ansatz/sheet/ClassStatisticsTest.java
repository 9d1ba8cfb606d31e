package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

    /** With several threads it is chance which reply is met first; sums of rounded numbers must not tell. */
    @Test
    void whatComesOutDoesNotDependOnWhichReplyIsMetFirst() throws IOException {
        Random random = new Random(1);
        List<String> rows = new ArrayList<>();
        List<String> choices = List.of("A", "B", "C", "D", "", "6 A", "12 A");
        List<String> lengths = List.of("3 m", "3", "1.5 m", "-3 m", "30 m", "3 s", "nonsense");
        for (int i = 0; i < 500; i++) {
            rows.add("C" + i + ",choice," + choices.get(random.nextInt(choices.size())));
            rows.add("C" + i + ",number," + lengths.get(random.nextInt(lengths.size())));
        }
        List<ItemAnalysis> first = null;
        for (int order = 0; order < 6; order++) {
            String text = "candidate,question,response\n" + String.join("\n", rows) + "\n";
            List<ItemAnalysis> items = MarkedSheet.csv(bank, text).marked().items();
            first = first == null ? items : first;
            assertThat(items).isEqualTo(first);
            Collections.shuffle(rows, random);
        }
    }

    @Test
    void whatComesOutDoesNotDependOnTheNumberOfThreads() throws IOException {
        byte[] text = new RandomClass(5000, 6).text.toString().getBytes(StandardCharsets.UTF_8);
        MarkedSheet one = MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 1);
        MarkedSheet four = MarkedSheet.of(bank, text, Sheet.Form.CSV, MarkingScheme.GATE, Authority.ROUTES, 4);
        assertThat(four).isEqualTo(one);
        assertThat(one.candidates()).hasSize(5000);
        assertThat(one.candidates().get(4999).name()).isEqualTo("C4999");
        assertThat(one.candidates())
                .allMatch(candidate -> candidate.count(Result.RIGHT) + candidate.count(Result.WRONG) == 3);
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

    /** However a letter is written, and whatever else whoever wrote it earned. */
    @Test
    void lettersAreCountedTogether() throws IOException {
        StringBuilder text = new StringBuilder("candidate,choice,number\n");
        for (int i = 0; i < 20; i++) {
            text.append('C')
                    .append(i)
                    .append(i % 2 == 0 ? ",B" : ",(b)")
                    .append(i < 7 ? ",3 m\n" : i < 14 ? ",3\n" : ",2 m\n");
        }
        text.append("D,C,3 m\n");
        List<ItemAnalysis.Choice> choices =
                MarkedSheet.csv(bank, text.toString()).item("choice").choices();
        assertThat(choices)
                .containsExactly(
                        new ItemAnalysis.Choice("B", false, 20, 14, 6, 1.4),
                        new ItemAnalysis.Choice("C", false, 1, 1, 0, 2.0));
    }

    private static MarkedClass marked(String text) throws IOException {
        return MarkedSheet.csv(bank, text).marked();
    }

    @Test
    void consistencyIsKnownOnlyOfSeveralQuestionsThatEverybodyHadAndThatTellCandidatesApart() throws IOException {
        assertThat(marked("candidate,number,choice\nAda,3 m,A\nBen,2 m,B\n").alpha())
                .isCloseTo(0.96, within(1e-12));
        assertThat(marked("candidate,number\nAda,3 m\nBen,2 m\n").alpha()).isNaN();
        assertThat(marked("candidate,number,choice\nAda,3 m,A\nBen,3 m,A\n").alpha())
                .isNaN();
        String some = "candidate,question,response\nAda,number,3 m\nAda,choice,A\nBen,number,2 m\n";
        assertThat(marked(some).alpha()).isNaN();
        assertThat(marked(some + "Ben,choice,B\n").alpha()).isCloseTo(0.96, within(1e-12));
    }

    /** Of nine candidates with as many marks each, what the sums leave is not zero: it is rounding. */
    @Test
    void aQuestionHasNoCorrelationWithWhatIsTheSameForAll() throws IOException {
        String text = "candidate,choice,number,several\n";
        for (int i = 0; i < 9; i++) {
            text += "C" + i + (i < 4 ? ",A" : i < 7 ? ",B" : ",C") + ",3 m,AC\n";
        }
        assertThat(MarkedSheet.csv(bank, text).item("choice").correlation()).isNaN();
        assertThat(MarkedSheet.csv(bank, text).item("number").correlation()).isNaN();
        MarkedSheet varied = MarkedSheet.csv(bank, text.replace("C0,A,3 m", "C0,A,2 m"));
        assertThat(varied.item("choice").correlation()).isCloseTo(-Math.sqrt(5 / 32.0), within(1e-9));
    }

    @Test
    void onlyTheLastResponseOfACandidateIsCounted() throws IOException {
        ItemAnalysis number = marked("candidate,question,response\nAda,number,1.5 m\nAda,number,3 m\nBen,number,3 m\n")
                .items()
                .get(0);
        assertThat(number.counts()).containsEntry(Result.RIGHT, 2L).containsEntry(Result.WRONG, 0L);
        assertThat(number.slips()).isEmpty();
        assertThat(number.facility()).isEqualTo(1);
        ItemAnalysis choice = marked("candidate,question,response\nAda,choice,B\nAda,choice,A\n")
                .items()
                .get(0);
        assertThat(choice.choices()).extracting(ItemAnalysis.Choice::letters).containsExactly("A");
    }

    @Test
    void mistakesComeByFrequency() throws IOException {
        StringBuilder text = new StringBuilder("candidate,number\n");
        for (int i = 0; i < 12; i++) {
            text.append('C').append(i).append(i < 5 ? ",1.5 m\n" : i < 8 ? ",6 m\n" : i < 10 ? ",3 kg\n" : ",7 m\n");
        }
        assertThat(marked(text.toString()).items().get(0).slips())
                .containsExactly(
                        Map.entry("half a wave was taken for a whole one", 5L),
                        Map.entry("a factor of 2", 3L),
                        Map.entry("the kind of quantity", 2L));
    }

    /** The best and the weakest are told apart by all that they earned; whoever did not have a question is in no group of it. */
    @Test
    void aQuestionThatTheBestDidNotHaveTellsNothingOfThem() throws IOException {
        MarkedClass all =
                marked("candidate,question,response\nAda,several,AC\nAda,number,3 m\nBen,choice,A\nCem,choice,B\n");
        assertThat(all.items().get(0).id()).isEqualTo("choice");
        assertThat(all.items().get(0).discrimination()).isNaN();
        assertThat(all.items().get(0).facility()).isEqualTo(0.5);
        assertThat(all.items()).extracting(ItemAnalysis::responses).containsExactly(2L, 1L, 1L);
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
