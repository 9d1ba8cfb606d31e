package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.field.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markov chains. Closed forms: J. R. Norris, Markov Chains, 1997, examples 1.1.4, 1.3.3 (gambler's ruin) and 1.7. */
final class MarkovTest {

    private static final String RUIN = "[1, 0, 0, 0; 1/3, 0, 2/3, 0; 0, 1/3, 0, 2/3; 0, 0, 0, 1]";
    private static final String CYCLE = "[0, 1, 0; 0, 0, 1; 1, 0, 0]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stationary([1/2, 1/2; 1/4, 3/4]) == [1/3, 2/3]",
                "stationary([1]) == [1]",
                "stationary([0, 1; 1, 0]) == [1/2, 1/2]", // periodic
                "stationary([1/2, 1/4, 1/4; 0, 1/2, 1/2; 0, 1/4, 3/4]) == [0, 1/3, 2/3]", // a state that is left for
                // ever
                "stationary([1/2, 1/2; 0, 1]) == [0, 1]",
                "hitting_probability(" + RUIN + ", 2, 4) == 4/7",
                "hitting_probability(" + RUIN + ", 2, 1) == 3/7",
                "hitting_probability(" + RUIN + ", 2, [1, 4]) == 1",
                "hitting_probability(" + RUIN + ", 1, 4) == 0",
                "hitting_probability(" + RUIN + ", 3, 3) == 1",
                "hitting_time(" + RUIN + ", 2, [1, 4]) == 15/7",
                "hitting_time(" + CYCLE + ", 1, 3) == 2",
                "hitting_time(" + CYCLE + ", 2, 2) == 0",
                "hitting_time([9/10, 1/10; 0, 1], 1, 2) == 10",
                "[1/2, 1/2; 1/4, 3/4]^2 == [3/8, 5/8; 5/16, 11/16]"
            })
    void rationalChainsAreExact(String claim) {
        assertThat(Sheet.of().holds(claim)).isTrue();
    }

    /** The second state is as rare as 1e-30, and has all its digits. */
    @Test
    void aRareStateKeepsItsDigits() {
        double rare = Sheet.of().number("entry(stationary([1 - exp(-70), exp(-70); exp(-1), 1 - exp(-1)]), 1, 2)");
        assertThat(rare).isCloseTo(Math.exp(-69), within(1e-14 * Math.exp(-69)));
    }

    @Test
    void aStepLeavesTheStationaryDistributionAsItIs() {
        Random random = new Random(5);
        for (int n = 2; n < 9; n++) {
            StringBuilder rows = new StringBuilder("[");
            for (int i = 0; i < n; i++) {
                int left = 1000;
                for (int j = 0; j < n; j++) {
                    int part = j == n - 1 ? left : random.nextInt(left / 2 + 1);
                    rows.append(j == 0 ? "" : ", ").append(part).append("/1000");
                    left -= part;
                }
                rows.append(i == n - 1 ? "]" : "; ");
            }
            Sheet sheet = Sheet.of("M = " + rows, "s = stationary(M)");
            assertThat(sheet.holds("s*M == s and sum(s) == 1"))
                    .as(rows.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "stationary([1, 0; 0, 1]) ¦ no single stationary distribution: the states 1 and 2 are never left",
                "stationary([1/2, 1/4; 1/4, 3/4]) ¦ row 1 of the matrix has the total 0.75",
                "stationary([3/2, -1/2; 0, 1]) ¦ a probability of 1.5",
                "stationary([1, 2, 3]) ¦ a square matrix is needed here",
                "stationary([1 V]) ¦ a pure number is needed here",
                "hitting_time(" + RUIN + ", 2, 4) ¦ the mean time is infinite: the chain may come to state 1 and never",
                "hitting_probability(" + RUIN + ", 5, 1) ¦ state 5.0 of a chain whose states are 1 to 4",
                "hitting_probability(" + RUIN + ", 1, [0, 2]) ¦ state 0.0 of a chain",
                "capacity([0.5, 0.4]) ¦ probabilities that sum to 0.9"
            })
    void whatIsNoChainIsRefused(String formula, String said) {
        Scope scope = Scope.outermost(Language.registry());
        assertThatThrownBy(() -> {
                    Term term = Expression.of(formula, scope).term();
                    Frame.of(scope.layout()).value(term);
                })
                .hasMessageContaining(said);
    }
}
