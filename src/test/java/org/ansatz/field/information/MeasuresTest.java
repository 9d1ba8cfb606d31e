package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;

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
}
