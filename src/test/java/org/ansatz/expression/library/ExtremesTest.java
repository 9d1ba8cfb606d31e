package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extrema over domains: which value, which place, how sure, and what has none. */
class ExtremesTest {

    private static Estimate estimate(String formula) {
        return Sheet.of().estimate(formula);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max((n - 3)*(7 - n) for n in 1:9); 4",
                "min((n - 3)*(7 - n) for n in 1:9); -12",
                "argmax((n - 3)*(7 - n) for n in 1:9); 5",
                "argmin((n - 3)*(7 - n) for n in 2:9); 9",
                "argmax(mod(n, 3) for n in 1:9); 2",
                "argmin(mod(n, 3) for n in 1:9); 3",
                "max(n/7 for n in 1:5000); 5000/7",
                "min(3*n for n in -4:5000); -12",
                "max(3*n for n in -4:5000); 15000",
                "max(n*(100 - n) for n in 1:200); 2500",
                "min(n*(n - 100) for n in 1:200); -2500",
                "max(n - m for n in 1:4, m in 2:5); 2",
                "max(-n^2 for n in -4:5000 if n > 2); -9",
                "argmin(n^2 for n in -4:5000 if n > 2); 3"
            })
    void ofSingleNumbersEachIsTried(String formula, String expected) {
        Estimate found = estimate(formula);
        assertThat(((Value.Exact) found.value()).number().toString()).isEqualTo(expected);
        assertThat(found.error()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max(x*(1 - x) for x in 0..1); 0.25",
                "min(x*(x - 1) for x in 0..1); -0.25",
                "argmax(x*exp(-x) for x in 0..5); 1",
                "argmin(-x*exp(-x) for x in 0..5); 1",
                "argmax(x for x in 0..5); 5",
                "argmin(x for x in 0..5); 0",
                "max(x - y for x in 0..1, y in 2..3); -1",
                "min(x*(x - 1) + y*(y - 1) for x in 0..1, y in 0..1); -0.5",
                "argmin(-3*x for x in 0..5); 5",
                "argmin((x - 1/3)^2 for x in 0..1); 0.3333333333333333",
                "min(max(t*x for t in 1..2) - 3 for x in 1..5); -1",
                "argmax(-(max(t*x for t in 0..1) - 0.3)^2 for x in 0..1); 0.3",
                "argmin(1 + 1e-6*(argmax(-(t - x)^2 for t in 0..1) - 0.3)^2 for x in 0..1); 0.3",
                "max(2 - abs(argmax(-(t - x)^2 for t in 0..1) - 0.3) for x in 0..1); 2",
                "min(abs(argmax(-(t - x)^2 for t in 0..1) - 0.3) - 2 for x in 0..1); -2",
                // inside of what encloses itself
                "integrate(max(n*x for n in 1:3) for x in -1..1); 1",
                "integrate(min(n*x for n in 1:3) for x in -1..1); -1",
                "integrate(max(t*x for t in 1..3) for x in -1..1); 1",
                "integrate(min(t*x for t in 1..3) for x in -1..1); -1",
                "root(max(t + x for t in 0..1) - 1.5 for x in 0..1); 0.5"
            })
    void onAnIntervalItIsWithinItsError(String formula, double expected) {
        Estimate found = estimate(formula);
        assertThat(Math.abs(Arithmetic.real(found.value()) - expected))
                .isLessThanOrEqualTo(found.error() + 2 * Math.ulp(expected));
        assertThat(found.error()).isLessThan(1e-3);
    }

    /** Two places are one as long as they are no farther apart than a ten-thousandth of the interval. */
    @Test
    void placesThatLieApartAreSeveral() {
        Estimate one = estimate("argmax(-(abs(x - 5) - 0.00049)^2 for x in 0..10)");
        assertThat(Arithmetic.real(one.value())).isBetween(4.9999, 5.0001);
        assertThat(one.error()).isBetween(0.00049, 0.001);
        assertThat(Sheet.of()
                        .fault("argmax(-(abs(x - 5) - 0.00051)^2 for x in 0..10)")
                        .getMessage())
                .contains("the largest value is taken at more than one place, from 4.99949 to 5.00051");
        assertThat(Sheet.of()
                        .fault("argmin((abs(x - 5) - 0.00051)^2 for x in 0..10)")
                        .getMessage())
                .contains("the smallest value is taken at more than one place");
    }

    /** A place at an end is not sought beyond it. */
    @Test
    void aPlaceLiesInTheInterval() {
        assertThat(Arithmetic.real(estimate("argmax(x^3 for x in 1/3..1/2)").value()))
                .isEqualTo(0.5);
        assertThat(Arithmetic.real(estimate("argmin(x^3 for x in 1/3..1/2)").value()))
                .isEqualTo(1 / 3.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max(n for n in 1:3 if n > 5); over an empty domain",
                "argmin(n for n in 1:3 if n > 5); over an empty domain",
                "max(1/x for x in 0..1); the values may grow beyond all bounds near",
                "max(x for x in 0..1 if x > 2); nowhere in the domain is there a value that counts",
                "max(x for x in 0..1 if x == 1/3); but there may be one near 0.333333333; a condition with ==",
                "max(sqrt(x - 5) for x in 0..1); sqrt is defined for x ≥ 0",
                "max(x for x in 0..inf); give it finite ends",
                "max(1/n for n in 0..1); the values may grow beyond all bounds near",
                "max(n for n in -inf:5); max needs an end",
                "argmax(x + n for n in 1:3, x in 0..1); argmax searches one variable at a time",
                "max(x + y for x in 0..1, y in 0..1 if x == 1/3 and y == 1/7); near 0.333333333, 0.142857",
                "argmax(x for x in 0..1 if x > 2); argmax: nowhere in the domain",
                "argmax(1/(x - 1/3)^2 for x in 0..1); the values may grow beyond all bounds near 0.333333333",
                "max(n for n in 1:inf); max needs an end",
                "min(j*n for n in 1:3); complex numbers have no order",
                "max(n*x for n in 1:3, x in 0..1); one variable at a time",
                "argmax(n*m for n in 1:3, m in 1:3); one variable at a time",
                "max(max(t*x for t in 0..1)*argmax(-(t - y)^2 for t in 0..1) for x in 0..1, y in 0..1); over several variables"
            })
    void whatHasNoneSaysWhy(String formula, String message) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(message);
    }

    // ---- inside of what encloses itself

    private static Interval enclosed(String formula) {
        Sheet sheet = Sheet.of();
        Binding.Variable x = sheet.scope().declare(Binding.Role.GIVEN, "x", Type.REAL);
        Term term = sheet.read(formula).term();
        Frame frame = sheet.frame().with(x, new Value.Real(0));
        return frame.enclosing(term, List.of(x))
                .on(new Interval[] {new Interval(1, 2)}, 0, 0)
                .range();
    }

    /** For every x in 1..2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max(n*x for n in -1:3); 3; 6",
                "min(n*x for n in -1:3); -2; -1",
                "max(t^2 for t in -3..2); 9; 9",
                "min(t^2 - 1 for t in -3..2); -1; -1",
                "argmax(t*(1 - t) for t in 0..1); 0.5; 0.5",
                "argmin((t - 3)^2 for t in 0..1); 1; 1"
            })
    void whatEnclosesItselfIsEnclosed(String formula, double low, double high) {
        Interval found = enclosed(formula);
        assertThat(found.low()).isBetween(low - 1e-7, low);
        assertThat(found.high()).isBetween(high, high + 1e-7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "argmax(n*x for n in -1:3)",
                "max(n*x for n in -1:3 if n > 5)",
                "max(1/t for t in 0..1)",
                "min(-1/t for t in 0..1)",
                "argmax(t for t in 0..1 if t > 2)",
                "max(t for t in 0..1 if t == 1/3)"
            })
    void whatHasNoBoundOrIsNotMetIsNotEnclosed(String formula) {
        assertThatThrownBy(() -> enclosed(formula)).isInstanceOf(NoEnclosure.class);
    }

    // ---- what it is

    @Test
    void aValueOnAnIntervalIsReal() {
        assertThat(Sheet.of().read("max(n for n in 1:3)").type())
                .isEqualTo(Sheet.of().read("3").type());
        assertThat(Sheet.of().read("max(floor(x) for x in 1..3)").type().set()).isEqualTo(NumberSet.REAL);
        assertThat(Sheet.of().read("argmax(-n^2/7 for n in 1:3)").type())
                .isEqualTo(Sheet.of().read("3").type());
        assertThat(Sheet.of().read("argmax(t^2 for t in 1 m..3 m)").type().dimensionOrNone())
                .isEqualTo(Sheet.of().read("2.5 m").type().dimensionOrNone());
    }

    @Test
    void singleNumbersAreCountedOff() {
        assertThat(engines("max(n for n in 1:3)")).containsExactly(Engine.ENUMERATION);
        assertThat(engines("max(x for x in 1..3)")).containsExactly(Engine.SEARCH);
    }

    private static Set<Engine> engines(String formula) {
        return Sheet.of().read(formula).uses().engines();
    }
}
