package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function of numbers makes of a matrix is what it makes of each entry: values, derivatives, enclosures. */
class EntrywiseTest {

    private static final List<String> REALS = List.of("1.6", "-2.25", "0.3", "13/4");

    private static String matrix(String function, String around) {
        return String.format(around, function.replace("x", "[1.6, -2.25; 0.3, 13/4]"));
    }

    private static Value entry(Value matrix, int place) {
        return ((Value.Array) matrix).entries().get(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abs(x)",
                "real(x)",
                "imag(x)",
                "conj(x)",
                "arg(x)",
                "floor(x)",
                "ceil(x)",
                "round(x)",
                "sign(x)",
                "erf(x)",
                "Q(x)",
                "sinc(x)",
                "mod(x, 2)",
                "mod(5, x)",
                "mod(x, x)",
                "atan2(x, 2)",
                "atan2(-1, x)",
                "real(x*(1 + 2j))",
                "imag(x*(1 + 2j))",
                "conj(x*(1 + 2j))",
                "arg(x*(1 + 2j))",
                "binomial(x - x + 5, 2)"
            })
    void theValueOfAMatrixIsThatOfItsEntries(String formula) {
        String typed = formula.startsWith("binomial") ? "binomial(5 + 0*floor(x), 2)" : formula;
        Value matrix = Sheet.of().value(matrix(typed, "%s"));
        for (int i = 0; i < REALS.size(); i++) {
            assertThat(entry(matrix, i)).isEqualTo(Sheet.of().value(typed.replace("x", "(" + REALS.get(i) + ")")));
        }
    }

    @Test
    void wholeNumbersStayExact() {
        Sheet sheet = Sheet.of();
        assertThat(sheet.holds("factorial([1, 2; 3, 4]) == [1, 2; 6, 24] and gcd([12, 18], 8) == [4, 2]"))
                .isTrue();
        assertThat(sheet.holds("floor([1.5, -1/2]) == [1, -1] and mod([7, -7], 3) == [1, 2]"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abs(x)",
                "real(x)",
                "imag(x)",
                "floor(x)",
                "ceil(x)",
                "round(x)",
                "sign(x)",
                "arg(x)",
                "erf(x)",
                "sinc(x)",
                "mod(x, 2)",
                "mod(5, x)",
                "atan2(x, 2)",
                "atan2(-1, x)",
                "real(conj(x)*x)"
            })
    void reverseModeAgreesWithDualNumbersAtEachEntry(String formula) {
        Value slopes = Sheet.of("f(x) = " + formula.replace("conj(x)*x", "conj(x).*x"))
                .value("grad(sum(f(A) .* f(A) .+ f(A)) for A at [1.6, -2.25; 0.3, 13/4])");
        for (int i = 0; i < REALS.size(); i++) {
            Sheet sheet = Sheet.of();
            String one = "(" + formula + ")";
            double expected = sheet.number("derivative(" + one + "^2 + " + one + " for x at " + REALS.get(i) + ")");
            assertThat(org.ansatz.expression.value.Arithmetic.real(entry(slopes, i)))
                    .as(formula + " at " + REALS.get(i))
                    .isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
        }
    }

    /** A number beside a matrix changes all entries. */
    @Test
    void theSlopeByARepeatedNumberIsTheSumOfAll() {
        Sheet sheet = Sheet.of();
        double found = sheet.number("grad(sum(atan2([1, 2, 3], t)) for t at 2)");
        double expected = sheet.number("sum(derivative(atan2(k, t) for t at 2) for k in 1:3)");
        assertThat(found).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "floor, 1",
        "ceil, 1",
        "round, 1",
        "sign, 1",
        "real, 1",
        "imag, 1",
        "conj, 1",
        "arg, 1",
        "erf, 1",
        "mod, 2",
        "atan2, 2"
    })
    void theEnclosureOfAMatrixIsThatOfItsEntries(String name, int arguments) {
        Function function = Objects.requireNonNull(StandardLibrary.registry().function(name));
        Enclosed first = new Enclosed.Real(Series.variable(new Interval(1.25, 1.75), 3));
        Enclosed second = new Enclosed.Real(Series.variable(new Interval(2.5, 4.5), 3));
        Enclosed both = new Enclosed.Array(1, 2, List.of(first, second));
        Enclosed.Array found = (Enclosed.Array) function.enclosure(Collections.nCopies(arguments, both));
        assertThat(found.at(0, 0))
                .hasToString(function.enclosure(Collections.nCopies(arguments, first))
                        .toString());
        assertThat(found.at(0, 1))
                .hasToString(function.enclosure(Collections.nCopies(arguments, second))
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mod([1, 2], [1, 2, 3])  | this is 1 × 3, the other is 1 × 2
            floor([1j, 2])          | floor takes real numbers
            factorial([0.5, pi])    | a whole number is needed here
            mod([1j], 2)            | a real number is needed here; this is complex
            """)
    void whatDoesNotFitSaysWhy(String formula, String message) {
        assertThatThrownBy(() -> Sheet.of().value(formula)).hasMessageContaining(message);
    }
}
