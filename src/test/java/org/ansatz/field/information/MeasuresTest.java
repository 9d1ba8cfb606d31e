package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.Language;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no distribution has no measure, and says why. */
final class MeasuresTest {

    private static Value row(double... numbers) {
        List<Value> entries = new java.util.ArrayList<>();
        for (double number : numbers) {
            entries.add(new Value.Real(number));
        }
        return new Value.Array(1, numbers.length, entries);
    }

    private static void assertNone(String name, String reason, Value... arguments) {
        Function function = Measures.all().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> function.apply(List.of(arguments)))
                .isInstanceOf(NoValue.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsNoDistributionHasNoMeasure() {
        assertNone("entropy", "probabilities that sum to 1.2", row(0.5, 0.7));
        assertNone("entropy", "a probability of -0.5", row(-0.5, 1.5));
        assertNone("divergence", "distributions over 2 and 1 symbols", row(0.5, 0.5), row(1));
        assertNone("mutual_information", "probabilities that sum to 1.2", row(0.5, 0.7));
        assertNone("capacity", "probabilities that sum to 1.2", row(0.5, 0.7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "entropy(0.5) ¦ a list of probabilities is needed here",
                "divergence([0.5, 0.5], 0.5) ¦ a list of probabilities is needed here",
                "divergence(0.5, [0.5, 0.5]) ¦ a list of probabilities is needed here",
                "mutual_information(1) ¦ a list of probabilities is needed here",
                "capacity(1) ¦ a matrix is needed here, such as [0.9, 0.1; 0.1, 0.9]",
                "entropy([0.5 V, 0.5 V]) ¦ a pure number is needed",
                "divergence([0.5, 0.5], [0.5 V, 0.5 V]) ¦ a pure number is needed",
                "capacity([1 V, 0 V; 0 V, 1 V]) ¦ a pure number is needed",
            })
    void whatIsNoListOfPureNumbersIsRefused(String formula, String reason) {
        assertThatThrownBy(() -> bits(formula)).hasMessageContaining(reason);
    }

    /** A list may stand in a column or in rows: 2 bits of four symbols, half a bit of a matrix whose rows tell its columns half of the time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "entropy([1/4; 1/4; 1/4; 1/4]) ¦ 2",
                "entropy([1/2, 1/8; 1/8, 1/4]) ¦ 1.75",
                "divergence([1/2, 1/4; 1/8, 1/8], [1/8, 1/8; 1/4, 1/2]) ¦ 0.875",
                "mutual_information([1/2, 0; 0, 1/2]) ¦ 1",
                "capacity([1, 0; 0, 1]) ¦ 1",
            })
    void aMatrixIsReadByItsRows(String formula, double bits) {
        assertThat(bits(formula)).isCloseTo(bits, within(1e-12));
    }

    private static double bits(String formula) {
        Scope scope = Scope.outermost(Language.registry()).inner();
        Term term = Expression.of(formula, scope).term();
        return Arithmetic.real(Frame.of(scope.layout()).value(term));
    }
}
