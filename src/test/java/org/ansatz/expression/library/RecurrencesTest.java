package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences that follow from their own elements. Numbers are closed forms, or were computed with 60 digits by mpmath 1.3. */
final class RecurrencesTest {

    private static final int TRIALS = 3;

    private static Sheet sheet(String steps) {
        return Sheet.of(steps.split(" ; "));
    }

    private static Estimate estimate(String steps, String formula) {
        Sheet sheet = sheet(steps);
        Term term = sheet.read(formula).term();
        return sheet.frame().estimate(term, TRIALS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "y[-1] = 0 ; y[n] = y[n-1]/2 + 1 ¦ y[4] ¦ 31/16",
                "y[n] = y[n-1]/2 + 1 ; y[-1] = 0 ¦ y[4] ¦ 31/16",
                "y[n+1] = y[n]/2 + 1 ; y[-1] = 0 ¦ y[4] ¦ 31/16",
                "y[n-3] = y[n-4]/2 + 1 ; y[-1] = 0 ¦ y[4] ¦ 31/16",
                "x[n] = if(n >= 0, 1, 0) ; y[-2] = 0 ; y[n] = y[n-1]/2 + x[n] ¦ y[4] ¦ 31/16",
                "f[0] = 0 ; f[1] = 1 ; f[n+2] = f[n+1] + f[n] ¦ f[100] ¦ 354224848179261915075",
                "f[0] = 0 ; f[1] = 1 ; f[n] = f[n-1] + f[n-2] ¦ sum(f[n] for n in 0:30) ¦ 2178308",
                "f[0] = 1 ; f[n] = n*f[n-1] ¦ f[20] ¦ 2432902008176640000",
                "c[0] = 1 ; c[n] = sum(c[k]*c[n-1-k] for k in 0:n-1) ¦ c[10] ¦ 16796",
                "T[1] = 1 ; T[n] = 2*T[floor(n/2)] + n ¦ T[7] ¦ 17",
                "d[0] = 3 ; d[1] = 5 ; d[5] = 100 ; d[n] = d[n-1] + 1 ¦ d[4] + d[6] ¦ 109",
                "a[0] = 2 ; a[1] = 7 ¦ a[0]*a[1] ¦ 14",
                "x[n] = 3^n ¦ x[-2] + x[2] ¦ 82/9",
                "x[n+1] = 3^n ¦ x[3] ¦ 9",
                "s[0] = [1; 0] ; s[n] = [1, 1; 1, 0]*s[n-1] ¦ entry(s[10], 1, 1) ¦ 89",
                "u[0] = 1 ; u[n] = 2*u[n-1] ; v[0] = 0 ; v[n] = v[n-1] + u[n] ¦ v[10] ¦ 2046",
                "y[0] = 1 ; y[n] = 2*y[n-1] ¦ count(y[n] < 100 for n in 0:50) ¦ 7"
            })
    void elementsAreExactWhereTheirRulesAre(String steps, String formula, String expected) {
        Value value = sheet(steps).value(formula);
        assertThat(((Value.Exact) value).number().toString()).isEqualTo(expected);
        assertThat(estimate(steps, formula).error()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "x[0] = 0.3 ; x[n] = 3.7*x[n-1]*(1 - x[n-1]) ¦ x[50] ¦ 0.9234912490679823",
                "x[0] = 0.3 ; x[n] = cos(x[n-1]) ¦ x[10] ¦ 0.7326982078917666",
                "x[0] = 1 ; x[n] = (x[n-1] + 2/x[n-1])/2 ¦ x[30] ¦ 1.41421356237309505",
                "y[0] = 0 ; y[n] = 0.99*y[n-1] + 1 ¦ y[20000] ¦ 100",
                "a = 1/3 ; y[0] = a ; y[n] = a*y[n-1] + 1.0 + pi - pi ¦ y[5] ¦ 1.49519890260631",
                "y[0] = 1 ; y[n] = y[n-1] - pi/10*y[n-1] ¦ y[5] ¦ 0.15174569518018946"
            })
    void elementsAreWithinTheirErrors(String steps, String formula, double expected) {
        Estimate found = estimate(steps, formula);
        assertThat(Math.abs(Arithmetic.real(found.value()) - expected)).isLessThan(found.error() + 1e-13);
        assertThat(found.error()).isLessThan(1e-8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "x[0] = 1 ; x[n] = 0.9*x[n-1] + 1 ¦ 10",
                "x[0] = 1 ; x[n+1] = sqrt(2 + x[n]) ¦ 2",
                "x[0] = 1 ; x[n] = cos(x[n-1]) ¦ 0.73908513321516064",
                "x[0] = 1 ; x[n] = (x[n-1] + 2/x[n-1])/2 ¦ 1.41421356237309505",
                "x[0] = 0.2 ; x[n] = 2.8*x[n-1]*(1 - x[n-1]) ¦ 0.64285714285714286",
                "u[n] = if(n >= 0, 1, 0) ; x[-1] = 0 ; x[n] = 0.5*x[n-1] + u[n] ¦ 2",
                "x[0] = 0 ; x[n] = 0.5*x[n-1] + if(n > 100, 3, 1) ¦ 6",
                "x[0] = 0 ; x[n] = -x[n-1]/2 + 3 ¦ 2",
                "x[-1] = 0 ; x[-2] = 0 ; x[n] = 1.5*x[n-1] - 0.56*x[n-2] + 3 ¦ 50",
                "x[-1] = 0 ; x[-2] = 0 ; x[n+2] = 1.5*x[n+1] - 0.56*x[n] + if(n >= 0, 3, 0) ¦ 50",
                "x[0] = 1 ; x[1] = 1 ; x[n] = x[n-1]/2 + x[n-2]/4 + 1 ¦ 4",
                "x[0] = 1 ; x[300] = 10 ; x[n] = x[n-1]/2 ¦ 0",
                "x[0] = 0.2 ; x[n] = 0.5*x[n-1] ¦ 0"
            })
    void whereAContractionSettlesIsProved(String steps, double expected) {
        Estimate found = estimate(steps, "limit(x[n] for n in 0:inf)");
        assertThat(Math.abs(Arithmetic.real(found.value()) - expected)).isLessThan(found.error() + 1e-16);
        assertThat(found.error()).isLessThan(1e-12);
        Estimate squared = estimate(steps, "limit(x[2*n + 1]^2 for n in 0:inf)");
        assertThat(Math.abs(Arithmetic.real(squared.value()) - expected * expected))
                .isLessThan(squared.error() + 1e-15);
        assertThat(squared.error()).isLessThan(1e-12 * (1 + expected * expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "x[0] = 0 ; x[n] = 1 - x[n-1] ¦ which does not settle: not all roots",
                "x[0] = 1 ; x[n] = 2*x[n-1] ¦ which does not settle: not all roots",
                "x[0] = 1/2 ; x[n] = x[n-1] - x[n-1]^2 ¦ not seen to settle",
                "x[0] = 0.2 ; x[n] = 3.2*x[n-1]*(1 - x[n-1]) ¦ not seen to settle",
                "x[0] = 1 ; x[n] = x[n-1]/2 + (-1)^n ¦ because of the recurrence x",
                "x[0] = 1 ; x[n] = x[n-1]/2 + sqrt(n) ¦ because of the recurrence x",
                "x[0] = 1 ; x[1] = 1 ; x[n] = x[n-1]*x[n-2]/4 ¦ follows from more than the element before",
                "x[1] = 1 ; x[n] = x[floor(n/2)]/2 + 1 ¦ do not all follow from those as far before them",
                "x[0] = 1 ; x[300] = 10 ; x[n] = x[n-1]^2/2 ¦ because of the recurrence x"
            })
    void whereNothingIsProvedNoLimitIsTold(String steps, String said) {
        assertThat(sheet(steps).fault("limit(x[n] for n in 0:inf)").getMessage())
                .contains(said);
    }

    @Test
    void aRecurrenceIsDifferentiatedAndSolvedFor() {
        Sheet given = Sheet.of()
                .given("a", Type.REAL, new Value.Real(0.5))
                .step("x[0] = a")
                .step("x[n] = a*x[n-1]");
        assertThat(given.number("derivative(x[4] for a at 0.5)")).isEqualTo(5 * 0.0625);
        assertThat(given.number("root(x[4] - 1/32 for a in 0.1..0.9)")).isCloseTo(0.5, within(1e-14));
        assertThat(given.number("max(x[4] for a in 0..0.5)")).isEqualTo(0.03125);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "y[n] = y[n-1]/2 ¦ y[5] ¦ nothing says where it begins: state y[0] = …",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ y[-3] ¦ y[-3] is asked for, and y begins at y[0]",
                "y[0] = 1 ; y[n] = y[n-2]/2 ¦ y[3] ¦ y[-1] is asked for, and y begins at y[0]",
                "y[0] = 1 ; y[n] = y[n+1]/2 ¦ y[3] ¦ y[1] would follow from y[2]",
                "y[0] = 1 ; y[n] = y[n]/2 ¦ y[3] ¦ y[1] would follow from y[1]",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ y[5/2] ¦ the index of y is 2.5 here",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ y[sqrt(2)] ¦ an index is a whole number",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ y[1 m] ¦ a pure number is needed",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ y ¦ y is a sequence",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ y(3) ¦ its elements are written y[n]",
                "y[0] = 1 V ; y[n] = y[n-1] + 1 A ¦ y[3] ¦ in the step y: '+' needs two quantities of one kind",
                "y[0] = 0 ; y[n] = y[n-1]/2 + 1 V ¦ y[3] ¦ it begins with it, as in 0 V",
                "y[0] = 0 ; z[0] = 1 ; y[n] = z[n-1] ; z[n] = y[n-1] ¦ y[3] ¦ in the step y: in the step z: in the step y: it needs itself through another sequence; sequences that need each other are one of columns, as in s[n] = A*s[n-1] + b",
                "y[0] = 1 V ; y[n] = 1 A ¦ y[3] ¦ a voltage",
                "y[0] = [1; 2] ; y[n] = 1 ¦ y[3] ¦ all elements of a sequence have one shape",
                "y[0] = 1 ; y[1] = 3 ¦ y[2] ¦ y[2] has no value: no rule y[n] = … is stated",
                "y[0] = 1 ; y[n] = 0.99*y[n-1] ¦ y[2000000] ¦ more than 1000000 elements",
                "y[0] = 1 ; y[n] = 1/y[n-1] - 1 ¦ y[3] ¦ in the step y: ",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ sum(y[n] for n in 0:inf) ¦ whether the series converges cannot be told, because of a recurrence",
                "y[0] = 1 ; y[n] = y[n-1]/2 ¦ grad(y[3] by y) ¦ y"
            })
    void whatHasNoElementSaysWhy(String steps, String formula, String said) {
        assertThat(sheet(steps).fault(formula).getMessage()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "y[0] = 1 ; y[0] = 2 ¦ y[0] is defined already",
                "y[n] = 1 ; y[k] = 2 ¦ the rule of y is stated already",
                "y[2 n] = 1 ¦ an index is a whole number, as in y[0] = …",
                "y[0.5] = 1 ¦ an index is a whole number",
                "y[n] = z[n-1] ¦ unknown name 'z'",
                "y = 1 ; y[0] = 1 ¦ y is defined already",
                "y[0] = 1 ; y = 1 ¦ y is defined already",
                "y[n] = n for n in 1:3 ¦ leave out 'for'"
            })
    void aLineThatCannotBeMeantIsRefused(String steps, String said) {
        assertThatThrownBy(() -> sheet(steps))
                .isInstanceOf(ExpressionFault.class)
                .hasMessageContaining(said);
    }

    /** A rule that squares makes numbers of twice the length: they are rounded in the end, and say so. */
    @Test
    void longExactNumbersAreRounded() {
        Sheet sheet = sheet("x[0] = 1/3 ; x[n] = x[n-1]^2 + 1/7");
        assertThat(sheet.value("x[9]")).isInstanceOf(Value.Exact.class);
        assertThat(sheet.value("x[60]")).isInstanceOf(Value.Real.class);
        Estimate found = estimate("x[0] = 1/3 ; x[n] = x[n-1]^2 + 1/7", "x[400]");
        double settled = (1 - Math.sqrt(1 - 4.0 / 7)) / 2;
        assertThat(Math.abs(Arithmetic.real(found.value()) - settled)).isLessThan(found.error() + 1e-16);
    }

    @Test
    void elementsAreFoundOnceHoweverManyAreAskedFor() {
        Sheet sheet = sheet("y[0] = 1 ; y[n] = 0.99*y[n-1] + 1.0");
        Term term = sheet.read("sum(y[n] for n in 0:3000)").term();
        Frame frame = sheet.frame().pooled(200_000);
        assertThat(Arithmetic.real(frame.value(term))).isBetween(2.9e5, 3e5);
    }

    @Test
    void workIsCounted() {
        Sheet sheet = sheet("y[0] = 1 ; y[n] = y[n-1] + sum(k for k in 1:n)");
        Term term = sheet.read("y[100000]").term();
        assertThatThrownBy(() -> sheet.frame().pooled(100_000).value(term))
                .hasMessageContaining("more than 100000 steps");
    }

    @Test
    void theEngineIsTheRecurrence() {
        Sheet sheet = sheet("x[n] = 2^n ; y[0] = 1 ; y[n] = 2*y[n-1]");
        assertThat(sheet.read("y[3]").uses().engines()).containsExactly(Engine.RECURRENCE);
        assertThat(sheet.read("x[3]").uses().engines()).isEmpty();
        assertThat(sheet.value("y[3]", frame -> frame.breaking(Engine.RECURRENCE)))
                .isNotEqualTo(sheet.value("y[3]"));
        assertThat(BigInteger.valueOf(8))
                .isEqualTo(((Value.Exact) sheet.value("y[3]")).number().numerator());
    }
}
