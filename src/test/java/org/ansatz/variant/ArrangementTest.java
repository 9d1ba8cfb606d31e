package org.ansatz.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Template;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;

/** A letter that was right once says nothing of the next time. */
final class ArrangementTest {

    private static final Bank BANK = Bank.load(FrozenBank.PROBLEMS);

    private static Set<String> right(Problem problem, Case data) {
        Conclusion answer = Verifier.of(problem, data).judgement().answer();
        assertThat(answer).isInstanceOf(Conclusion.Chosen.class);
        return answer instanceof Conclusion.Chosen ? ((Conclusion.Chosen) answer).keys() : Set.of();
    }

    /** Values and formulas; what is read by program stays as it is stated. */
    @Test
    void theRightLetterMovesFromVariantToVariant() {
        for (String id : List.of("gate-2012-ec/q28", "gate-2012-ec/q13", "gate-2012-ec/q7")) {
            Problem problem = BANK.problem(id);
            Set<Set<String>> letters = new HashSet<>();
            for (long seed = 1; seed <= 24; seed++) {
                letters.add(right(problem, Generator.shown(problem, seed)));
            }
            assertThat(letters).as(id).hasSizeGreaterThanOrEqualTo(3);
            assertThat(Generator.variant(problem, 7).options())
                    .as(id)
                    .containsExactlyInAnyOrderElementsOf(Generator.shown(problem, 7).options().stream()
                            .map(option -> option.at(option.stated()))
                            .toList());
        }
    }

    @Test
    void thePublishedDataShownAgainHaveTheRightOptionAtAnotherLetter() {
        for (String id : List.of("gate-2012-ec/q15", "gate-2012-ec/q13")) {
            Problem problem = BANK.problem(id);
            Set<String> published = right(problem, problem.published());
            Set<String> letters = new TreeSet<>();
            for (long seed = -2; seed >= -20; seed--) {
                Case data = Generator.shown(problem, seed);
                assertThat(data.options()).extracting(Option::key).containsExactly("A", "B", "C", "D");
                letters.addAll(right(problem, data));
            }
            assertThat(letters).as(id).doesNotContainAnyElementsOf(published).hasSize(3);
        }
    }

    private static List<Option> options(String... texts) {
        List<Option> options = new ArrayList<>();
        for (String text : texts) {
            String key = String.valueOf((char) ('A' + options.size()));
            options.add(new Option(
                    key, Template.text(text), Expression.constant(Value.Exact.of(options.size()), Type.REAL, null)));
        }
        return options;
    }

    @Test
    void optionsThatSpeakOfOneAnotherStay() {
        for (String last : List.of("None of the above", "both A and C", "all of these", "B, but doubled", "Neither")) {
            List<Option> options = options("one", "two", last);
            for (long seed = 0; seed < 20; seed++) {
                assertThat(Arrangement.drawn(options, new SplitMix(seed)))
                        .as(last)
                        .isEqualTo(options);
                assertThat(Arrangement.moved(options, new SplitMix(seed)))
                        .as(last)
                        .isEqualTo(options);
            }
        }
    }

    @Test
    void everyOrderIsDrawnAboutEquallyOften() {
        List<Option> options = options("one", "two", "three");
        int[] counts = new int[3];
        for (long seed = 0; seed < 3000; seed++) {
            List<Option> drawn = Arrangement.drawn(options, new SplitMix(seed));
            counts[
                    drawn.indexOf(drawn.stream()
                            .filter(option ->
                                    option.text().equals(options.get(0).text()))
                            .findFirst()
                            .orElseThrow())]++;
        }
        assertThat(counts).satisfies(all -> {
            for (int count : all) {
                assertThat(count).isBetween(900, 1100);
            }
        });
    }

    @Test
    void noneAndOneOptionStayAsTheyAre() {
        assertThat(Arrangement.moved(List.of(), new SplitMix(1))).isEmpty();
        assertThat(Arrangement.moved(options("one"), new SplitMix(1))).isEqualTo(options("one"));
    }
}
