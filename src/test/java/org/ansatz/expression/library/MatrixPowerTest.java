package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.Language;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Powers of square matrices. */
final class MatrixPowerTest {

    private static Estimate estimate(String text) {
        Scope scope = Scope.outermost(Language.registry());
        return Frame.of(scope.layout()).estimate(Expression.of(text, scope).term(), 3);
    }

    private static String value(String text) {
        Scope scope = Scope.outermost(Language.registry());
        Expression expression = Expression.of(text, scope);
        return Show.value(Frame.of(scope.layout()).value(expression.term()), expression.type(), null, 12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 1; 1, 0]^10 | [89, 55; 55, 34]",
                "[1, 1; 1, 0]^0 | [1, 0; 0, 1]",
                "[2, 0; 0, 1/3]^3 | [8, 0; 0, 1/27]",
                "entry([1, 1; 1, 0]^100, 1, 2) | 354224848179261915075",
                "[0, -1; 1, 0]^4 | [1, 0; 0, 1]",
                "[j, 0; 0, 1]^2 | [-1, 0; 0, 1]",
                "sum(entry([1, 1; 1, 0]^k, 1, 2) for k in 1:10) | 143",
                "[1, 2; 3, 4].^2 | [1, 4; 9, 16]",
                "derivative(entry([x, 1; 1, x]^3, 1, 1) for x at 2) | 15",
            })
    void aPowerIsAProduct(String text, String value) {
        assertThat(value(text)).isEqualTo(value);
    }

    /** Of a chain that comes to rest the rows are the stationary distribution, (1/3, 2/3); the claimed error covers the true one. */
    @Test
    void theErrorCoversTheTrueOne() {
        Estimate found = estimate("entry([0.5 + 0*pi, 0.5; 0.25, 0.75]^60, 1, 1)");
        assertThat(Math.abs(Arithmetic.real(found.value()) - 1.0 / 3)).isLessThanOrEqualTo(found.error());
        Estimate alternating = estimate("entry([0, -1.0001*pi/pi; 1, 0]^1000, 1, 1)");
        assertThat(Math.abs(Arithmetic.real(alternating.value()) - Math.pow(1.0001, 500)))
                .isLessThanOrEqualTo(alternating.error());
    }

    /** Reverse mode against differences and against A² times 3 along the diagonal, where all commutes. */
    @Test
    void reverseModeKnowsItsDerivative() {
        String text = """
                title: t
                statement: s
                any: {A: "real[3, 3]"}
                answer: {kind: formula, of: [A]}
                routes:
                  reverse: grad(sum(A^3) by A)
                  differences: differences(sum(A^3) by A)
                  product: grad(sum(A*A*A) by A)
                """;
        assertThat(Verifier.published(Yaml.problem(text), List.of()).judgement().status())
                .isEqualTo("unkeyed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2; 3, 4]^-1 | the inverse is inv(A)",
                "[1, 2; 3, 4]^1.5 | a whole number from 0 on",
                "[1, 2; 3, 4]^pi | a power of a matrix has a whole exponent",
                "[1, 2, 3]^2 | a square matrix has powers; this is 1 × 3",
                "2^[1, 2] | an exponent is a single number",
                "[1 V, 2 V; 3 V, 4 V]^2 | a pure number is needed here",
                "identity(200)^1000000 | this power takes more than 20000000 multiplications",
            })
    void whatHasNoPowerIsRefused(String text, String message) {
        assertThatThrownBy(() -> value(text)).hasMessageContaining(message);
    }
}
