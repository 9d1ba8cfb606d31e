package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where claims are judged, what differs by no more than its own simulated error is tied. */
class TiesTest {

    private static boolean judged(String claim) {
        Sheet sheet = Sheet.of();
        return ((Value.Truth) sheet.value(claim, Frame::judging)).holds();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(2)^2 == 2",
                "sqrt(2)^2 <= 2",
                "sqrt(2)^2 >= 2",
                "not sqrt(2)^2 != 2",
                "not sqrt(2)^2 < 2",
                "not sqrt(2)^2 > 2",
                "sin(pi) == 0",
                "(1e7*pi + 1) - 1e7*pi == 1",
                "sum((-1)^k*exp(1/k) for k in 1:20) - sum((-1)^(21 - k)*exp(1/(21 - k)) for k in 1:20) == 0",
                "cos(1)^2 + sin(1)^2 == 1",
                "exp(1j*pi) == -1",
                "(1 + 1j)^0.5*(1 + 1j)^0.5 == 1 + 1j",
                "integrate(x^2 for x in 0..1) == 1/3",
                "integrate(1/sqrt(x) for x in 0..1) == 2",
                "root(x^2 - 2 for x in 0..2) == sqrt(2)",
                "argmin(abs(x - 0.3) for x in 0..1) == 0.3",
                "max(sin(x) for x in 0..3) == 1",
                "derivative(sin(t) for t at 1) == cos(1)",
                "[sqrt(2)^2, 1] == [2, 1]",
                "inv([e, 1; 1, pi])*[e, 1; 1, pi] == [1, 0; 0, 1]",
                "1 V*sqrt(2)^2 == 2 V"
            })
    void whatCancelsIsTied(String claim) {
        assertThat(judged(claim)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pi == pi + 1e-9",
                "sqrt(2) >= sqrt(2) + 1e-12",
                "(1e8*pi + 1) - 1e8*pi == 1 + 1e-5",
                "integrate(x^2 for x in 0..1) == 1/3 + 1e-9",
                "root(x^2 - 2 for x in 0..2) == sqrt(2) + 1e-12",
                "1/3 == 0.3333333333333333",
                "10^20 == 10^20 + 1",
                "sin(1) == 0",
                "1e-300*pi == 0",
                "[sqrt(2)^2, 1] == [2, 1 + 1e-12]",
                "1 + 1e-10*1j == 1"
            })
    void whatDiffersByMoreIsNot(String claim) {
        assertThat(judged(claim)).isFalse();
    }

    @Test
    void withoutAJudgeTheNumbersAreComparedAsTheyAre() {
        assertThat(Sheet.of().holds("sqrt(2)^2 == 2")).isFalse();
        assertThat(Sheet.of().holds("sqrt(2)^2 > 2")).isTrue();
    }

    @Test
    void aSeedFixesTheSimulatedErrors() {
        Sheet sheet = Sheet.of();
        Term term = sheet.read("sin(1) + exp(1)").term();
        Set<Value> values = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            Value moved = sheet.frame().jittered(seed).value(term);
            assertThat(sheet.frame().jittered(seed).value(term)).isEqualTo(moved);
            values.add(moved);
        }
        assertThat(values).hasSizeBetween(3, 20);
    }

    @Test
    void exactNumbersDoNotMove() {
        Sheet sheet = Sheet.of();
        assertThat(sheet.value("1/3 + 2^100", frame -> frame.jittered(5))).isEqualTo(Sheet.valueOf("1/3 + 2^100"));
    }

    /** A method whose values have the errors that it is told. */
    private static final Function MEASURED = new Function("measured(x, error)", Engine.SEARCH, "x with an error") {
        @Override
        public Type type(List<Term> arguments, Span call) {
            return Type.REAL;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            return Estimate.of(Arithmetic.real(arguments.get(0)), Arithmetic.real(arguments.get(1)));
        }
    };

    private static String comparison(String claim) {
        Scope scope = Scope.outermost(StandardLibrary.registry().and(List.of(MEASURED)))
                .inner();
        Term term = Expression.of(claim, scope).term();
        try {
            return ((Value.Truth) Frame.of(scope.layout()).judging().value(term)).holds() ? "true" : "false";
        } catch (ExpressionFault e) {
            return e.isUndecided() ? "undecided" : e.message();
        }
    }

    /** Four times the error, in which a difference may hide, is at most a millionth of what the sides are made of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measured(1, 2.4e-7) == 1 | true",
                "measured(1, 2.6e-7) == 1 | undecided",
                "measured(300, 7.2e-5) <= 300 | true",
                "measured(300, 7.8e-5) <= 300 | undecided",
                "measured(300, 7.8e-5) < 300.001 | true",
                "measured(300, 7.8e-5) == 301 | false",
                "measured(1000, 2e-4) - 1000 == 0 | true",
                "measured(1000, 3e-4) - 1000 == 0 | undecided",
                "measured(8, 16) == 8 and 1 == 2 | undecided",
                "1 == 2 and measured(8, 16) == 8 | false"
            })
    void sidesThatAreTiedAreKnownToSixDigits(String claim, String outcome) {
        assertThat(comparison(claim)).isEqualTo(outcome);
    }
}
