package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotients of polynomials are compared by exact arithmetic: equality is proved, and no difference is too small. */
final class ExactComparisonTest {

    private static final Sheet SHEET = Sheet.of();

    private static Equivalence compared(String one, String other, Tolerance tolerance) {
        Scope scope = SHEET.scope().inner();
        Binding.Variable x = scope.declare(Binding.Role.ARGUMENT, "x", Type.REAL);
        Ranged ranged = new Ranged(x, Domains.of(Parser.expression("1..3"), scope));
        return FormulaComparison.of(
                Expression.of(one, scope).term(),
                Expression.of(other, scope).term(),
                List.of(ranged),
                List.of(),
                tolerance,
                Frame.of(scope.layout()));
    }

    @ParameterizedTest
    @CsvSource({"(x + 1)^2, x^2 + 2*x + 1", "(x^2 - 1)/(x + 1), x - 1", "x/3 + x/6, x/2", "0.1*x + 0.2*x, 0.3*x"})
    void whatIsEqualIsProved(String one, String other) {
        assertThat(compared(one, other, new Tolerance.Digits()))
                .isEqualTo(new Equivalence.Equal(true, "proved by exact arithmetic"));
    }

    @Test
    void whatIsNoQuotientOfPolynomialsIsNotProved() {
        assertThat(compared("sin(x)^2 + cos(x)^2", "1", new Tolerance.Digits()))
                .isInstanceOfSatisfying(
                        Equivalence.Equal.class,
                        equal -> assertThat(equal.proved()).isFalse());
    }

    /** Far below what rounding leaves of a double. */
    @ParameterizedTest
    @CsvSource({"x + 1e-40, x", "x*(1 + 1e-40), x", "(x + 1)^2 - 1e-30*x, x^2 + 2*x + 1"})
    void noDifferenceIsTooSmall(String one, String other) {
        assertThat(compared(one, other, new Tolerance.Digits())).isInstanceOf(Equivalence.Different.class);
    }

    /** Of the points at which they differ one is said at which that is seen in print. */
    @Test
    void theDifferenceIsSaidWhereItIsSeen() {
        assertThat(compared("x + (x - 1)", "x", new Tolerance.Digits()).reason())
                .matches("at x = .* the first is .*, the second .*")
                .doesNotContain("x = 1 ");
    }

    @Test
    void aToleranceIsKeptAlsoByWhatCouldBeComparedExactly() {
        assertThat(compared("x*(1 + 1e-5)", "x", new Tolerance.Relative(1e-3)))
                .isInstanceOfSatisfying(
                        Equivalence.Equal.class,
                        equal -> assertThat(equal.proved()).isFalse());
    }
}
