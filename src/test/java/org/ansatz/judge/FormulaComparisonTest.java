package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a comparison makes of errors. The formulas are Java code that knows how often it was evaluated: an estimate asks for
 * the value and then for three simulations of it, a second look for the value and sixteen, and the error is twice their spread.
 */
final class FormulaComparisonTest {

    private static final double INSIDE = 0.95;
    private static final double OUTSIDE = 1.05;
    private static final int FIRST_LOOK = 1 + 3;
    private static final int SECOND_LOOK = 1 + 16;
    private static final Sheet SHEET = Sheet.of();

    /** A number whose n-th evaluation, counted from 1, is off by so much. */
    private static final class Wobbling {
        private final double value;
        private final IntToDoubleFunction off;
        private int evaluations;

        Wobbling(double value, IntToDoubleFunction off) {
            this.value = value;
            this.off = off;
        }

        Term term() {
            return Expression.computed(Type.REAL, frame -> new Value.Real(value + off.applyAsDouble(++evaluations)))
                    .term();
        }
    }

    private static Equivalence compared(Wobbling a, Wobbling b) {
        return compared(a, b, new Tolerance.Digits());
    }

    private static Equivalence compared(Wobbling a, Wobbling b, Tolerance tolerance) {
        return FormulaComparison.of(a.term(), b.term(), List.of(), List.of(), tolerance, SHEET.frame());
    }

    private static Wobbling steady(double value) {
        return new Wobbling(value, n -> 0);
    }

    /** Only simulations of the second look show an error; the last of them alone, so that sixteen are needed. */
    private static Wobbling uncertain(double value, double spread) {
        return new Wobbling(value, n -> n == FIRST_LOOK + SECOND_LOOK ? spread : 0);
    }

    @Test
    void aDifferenceStandsOnlyIfItIsSixtyFourTimesTheErrorsOfASecondLook() {
        double certain = 64 * 2 * 1e-6;
        assertThat(compared(uncertain(1, 1e-6), steady(1 + INSIDE * certain)))
                .isInstanceOf(Equivalence.Undecided.class);
        assertThat(compared(uncertain(1, 1e-6), steady(1 + OUTSIDE * certain)))
                .isInstanceOf(Equivalence.Different.class);
    }

    @Test
    void theErrorOfEitherFormulaMayHideADifference() {
        double certain = 64 * 2 * 1e-6;
        assertThat(compared(steady(1 + INSIDE * certain), uncertain(1, 1e-6)))
                .isInstanceOf(Equivalence.Undecided.class);
        assertThat(compared(steady(1 + OUTSIDE * certain), uncertain(1, 1e-6)))
                .isInstanceOf(Equivalence.Different.class);
        double both = 2 * certain;
        assertThat(compared(uncertain(1, 1e-6), uncertain(1 + INSIDE * both, 1e-6)))
                .isInstanceOf(Equivalence.Undecided.class);
        assertThat(compared(uncertain(1, 1e-6), uncertain(1 + OUTSIDE * both, 1e-6)))
                .isInstanceOf(Equivalence.Different.class);
    }

    @Test
    void whatIsToleratedIsNoPartOfACertainDifference() {
        double tolerated = 0.1;
        double certain = tolerated + 64 * 2 * 1e-6;
        Tolerance tolerance = new Tolerance.Absolute(tolerated);
        double less = tolerated + INSIDE * 64 * 2 * 1e-6;
        assertThat(compared(uncertain(1, 1e-6), steady(1 + less), tolerance)).isInstanceOf(Equivalence.Undecided.class);
        assertThat(compared(uncertain(1, 1e-6), steady(1 + certain + 1e-6), tolerance))
                .isInstanceOf(Equivalence.Different.class);
    }

    /**
     * The second look has the same three simulations among its sixteen, so that it alone would decide alike; but it is for
     * differences that the first has not explained already.
     */
    @Test
    void aDifferenceThatFewSimulationsExplainIsNotLookedAtAgain() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Wobbling rough = new Wobbling(1, n -> n == 2 || n == FIRST_LOOK + 2 ? 1e-6 : 0);
            Equivalence found = compared(rough, steady(1 + part * 64 * 2 * 1e-6));
            assertThat(found).isInstanceOf(part < 1 ? Equivalence.Undecided.class : Equivalence.Different.class);
            // Once more to tell whether it has a value at all; or to be shown, and again where the point is as it is
            // printed.
            assertThat(rough.evaluations).isEqualTo(part < 1 ? FIRST_LOOK + 1 : FIRST_LOOK + SECOND_LOOK + 2);
        }
    }

    @Test
    void aSecondLookWithoutAValueDecidesNothing() {
        for (boolean first : new boolean[] {true, false}) {
            Wobbling broken = new Wobbling(1, n -> {
                if (n > FIRST_LOOK + 1 && n <= FIRST_LOOK + SECOND_LOOK) {
                    throw new NoValue("no value");
                }
                return 0;
            });
            Equivalence found = first ? compared(broken, steady(2)) : compared(steady(2), broken);
            assertThat(found).isInstanceOf(Equivalence.Undecided.class);
        }
    }

    @Test
    void aRelativeToleranceIsAPartOfTheLargerValue() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            double other = 1 / (1 - part * 0.5);
            Tolerance half = new Tolerance.Relative(0.5);
            Class<?> kind = part < 1 ? Equivalence.Equal.class : Equivalence.Different.class;
            assertThat(compared(steady(1), steady(other), half)).isInstanceOf(kind);
            assertThat(compared(steady(other), steady(1), half)).isInstanceOf(kind);
        }
    }

    @Test
    void whatFewSimulationsExplainIsSaidToBeClose() {
        Wobbling rough = new Wobbling(1, n -> n == 2 ? 1e-6 : 0);
        assertThat(compared(rough, steady(1 + OUTSIDE * 4 * 2 * 1e-6)).reason())
                .isEqualTo("they differ by so little that rounding may explain it");
    }

    @Test
    void aPointSpeaksForEqualityIfBothValuesAreKnownToSixDigitsThere() {
        for (double size : new double[] {1, -3e9}) {
            for (double part : new double[] {INSIDE, OUTSIDE}) {
                double spread = part * 0.5e-6 * Math.abs(size);
                Equivalence found = compared(new Wobbling(size, n -> n == 3 ? spread : 0), steady(size));
                if (part < 1) {
                    assertThat(found).isInstanceOf(Equivalence.Equal.class);
                } else {
                    assertThat(found.reason())
                            .isEqualTo("both have a value that is known to six digits at only 0 of 1 points");
                }
            }
        }
    }

    @Test
    void bothErrorsTogetherCountForSixDigits() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            double spread = part * 0.25e-6;
            Equivalence found =
                    compared(new Wobbling(1, n -> n == 3 ? spread : 0), new Wobbling(1, n -> n == 4 ? spread : 0));
            assertThat(found).isInstanceOf(part < 1 ? Equivalence.Equal.class : Equivalence.Undecided.class);
        }
    }

    /** How two claims compare, of which the first is false in these evaluations and otherwise true, as the second is. */
    private static Equivalence claims(IntPredicate isFalse, boolean second) {
        int[] evaluations = new int[1];
        Term first = Expression.computed(Type.TRUTH, frame -> Value.Truth.of(!isFalse.test(++evaluations[0])))
                .term();
        Term other =
                Expression.computed(Type.TRUTH, frame -> Value.Truth.of(second)).term();
        return FormulaComparison.of(first, other, List.of(), List.of(), new Tolerance.Digits(), SHEET.frame());
    }

    /** Asked once as it is, and three times with simulated rounding; then once whether it has a value. */
    @Test
    void aClaimSpeaksOnlyIfItIsTheSameWhateverTheRounding() {
        assertThat(claims(n -> false, true)).isInstanceOf(Equivalence.Equal.class);
        assertThat(claims(n -> false, false)).isInstanceOf(Equivalence.Different.class);
        for (int moved = 2; moved <= FIRST_LOOK; moved++) {
            int at = moved;
            assertThat(claims(n -> n == at, true)).isInstanceOf(Equivalence.Undecided.class);
            assertThat(claims(n -> n == at, false)).isInstanceOf(Equivalence.Undecided.class);
        }
        assertThat(claims(n -> n > FIRST_LOOK, true)).isInstanceOf(Equivalence.Equal.class);
    }

    /** How two formulas compare on these domains, written as {@code x = 0..1}. */
    private static Equivalence on(String domains, String a, String b) {
        Scope scope = SHEET.scope().inner();
        List<Ranged> variables = new ArrayList<>();
        for (String domain : domains.split(", ")) {
            String[] parts = domain.split(" = ", 2);
            Domain of = Domains.of(Parser.expression(parts[1]), scope);
            variables.add(new Ranged(scope.declare(Binding.Role.ARGUMENT, parts[0], Type.REAL), of));
        }
        return FormulaComparison.of(
                Expression.of(Parser.expression(a), a, scope).term(),
                Expression.of(Parser.expression(b), b, scope).term(),
                variables,
                List.of(),
                new Tolerance.Digits(),
                Frame.of(scope.layout()));
    }

    /** A ripple of 1e-11 is less than the rounding of a million, 1e-10; its slope of 1e-7 is far more than that of 1, 1e-16. */
    @Test
    void aDifferenceBelowRoundingShowsInTheSlope() {
        Equivalence ripple = on("x = 1e6..2e6", "x*sin(1)/sin(1) + 1e-11*sin(1e4*x)", "x*sin(1)/sin(1)");
        assertThat(ripple)
                .isInstanceOfSatisfying(
                        Equivalence.Different.class,
                        different -> assertThat(different.slope()).isEqualTo("x"));
        assertThat(on("x = 1e6..2e6", "x*sin(1)/sin(1) + 1e-11*sin(1)", "x*sin(1)/sin(1)"))
                .isInstanceOf(Equivalence.Equal.class);
    }

    /** By its slope in one of two variables, of either formula, with the slopes there: 1e-7 of the ripple, and none. */
    @Test
    void theSlopeByEachVariableIsCompared() {
        String plain = "x*sin(1)/sin(1)";
        for (boolean first : new boolean[] {true, false}) {
            String ripple = plain + " + 1e-11*sin(1e4*y)";
            Equivalence found = on("x = 1e6..2e6, y = 1..2", first ? ripple : plain, first ? plain : ripple);
            assertThat(found).isInstanceOfSatisfying(Equivalence.Different.class, different -> {
                assertThat(different.slope()).isEqualTo("y");
                assertThat(first ? different.b() : different.a()).isEqualTo("0");
                assertThat(first ? different.a() : different.b()).endsWith("e-8");
            });
        }
    }

    /** A pulse of 1e-9, which no point meets that does not look for its edges. */
    @Test
    void whatIsOnlyBesideABranchIsFoundInEitherFormula() {
        String pulse = "if(x > 1/7 and x < 1/7 + 1e-9, 1, 0)*sin(1)";
        assertThat(on("x = 0..1", pulse, "0*sin(1)"))
                .isEqualTo(new Equivalence.Different("x = 0.1428571429", "0.841471", "0", ""));
        assertThat(on("x = 0..1", "0*sin(1)", pulse))
                .isEqualTo(new Equivalence.Different("x = 0.1428571429", "0", "0.841471", ""));
    }

    /** Whoever types the point as it is printed finds the values that are printed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "floor(x + 1e-9)               | floor(x)",
                "if(x > 0.123456789, 1, 0)     | if(x > 0.12345679, 1, 0)",
                "if(x > 0.4, 2, sin(x))        | if(x > 0.4000001, 2, sin(x))",
                "abs(x - 1/3)                  | sqrt((x - 1/3)^2 + 1e-16)"
            })
    void thePointThatIsShownRefutes(String one, String other) {
        assertThat(on("x = 0..1", one, other)).isInstanceOfSatisfying(Equivalence.Different.class, different -> {
            String x = different.point().replace("x = ", "");
            assertThat(at(one, x)).isCloseTo(Double.parseDouble(different.a()), within(1e-5 * at(one, x)));
            assertThat(at(other, x)).isCloseTo(Double.parseDouble(different.b()), within(1e-5 * at(other, x)));
            assertThat(at(one, x)).isNotEqualTo(at(other, x));
        });
    }

    private static double at(String formula, String x) {
        Scope scope = SHEET.scope().inner();
        String there = formula.replace("x", "(" + x + ")");
        Term term = Expression.of(Parser.expression(there), there, scope).term();
        return Arithmetic.real(Frame.of(scope.layout()).value(term));
    }

    /** At a point that is easy to read where there is one; a gap between 0.401 and 0.449 has none. */
    @ParameterizedTest
    @ValueSource(strings = {"x = 0", "x = 0.426"})
    void whereOnlyOneIsInItsDomainTheyDiffer(String point) {
        String narrow =
                point.equals("x = 0") ? "sin(1)*x + 0*sqrt(x - 0.5)" : "sin(1)*x + 0*sqrt((x - 0.401)*(x - 0.449))";
        for (boolean first : new boolean[] {true, false}) {
            Equivalence found = first ? on("x = 0..1", narrow, "sin(1)*x") : on("x = 0..1", "sin(1)*x", narrow);
            assertThat(found).isInstanceOfSatisfying(Equivalence.Different.class, different -> {
                assertThat(different.point()).isEqualTo(point);
                assertThat(first ? different.a() : different.b()).startsWith("not defined (sqrt is defined for x ≥ 0");
                assertThat(first ? different.b() : different.a()).doesNotContain("not defined");
            });
        }
        assertThat(on("x = 0..1", narrow, narrow + " + sin(1) - sin(1)")).isInstanceOf(Equivalence.Equal.class);
    }

    /** Where a search finds nothing, a value is not known; that the other formula is outside its domain there is no difference. */
    @Test
    void whereOneIsNotKnownTheyAreNotSaidToDiffer() {
        String outside = "sin(1)*x + 0*sqrt(x - 0.5)";
        String unknown = "if(x < 0.5, root(u^2 + 1 for u in 0..1), sin(1)*x)";
        assertThat(on("x = 0..1", outside, unknown)).isInstanceOf(Equivalence.Equal.class);
        assertThat(on("x = 0..1", unknown, outside)).isInstanceOf(Equivalence.Equal.class);
        assertThat(on("x = 0..0.4", outside, unknown)).isInstanceOf(Equivalence.Undecided.class);
    }

    /** Points at which slopes are compared are not counted; a single point without a value is said, and decides nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x = 0..1 | sin(x)^2                      | 1 - cos(x)^2     | no difference at 28 points
            x = 0..1 | sin(1)*x + 0/(x - 0.5)        | sin(1)*x         | no difference at 26 points; at x = 1/2 only the second has a value
            x = 0..1 | sin(1)*x                      | sin(1)*x + 0/(x - 0.5) | no difference at 26 points; at x = 1/2 only the first has a value
            k = 1:6  | sin(k)                        | cos(k) + sin(k) - cos(k) | no difference at any of its 6 points
            k = 1:6  | sin(k) + 0/(k - 3)            | sin(k)           | both have a value that is known to six digits at only 5 of 6 points; at k = 3 only the second has a value
            x = 0..1 | x + 1e17*sin(1) - 1e17*sin(1) | x*sin(1)/sin(1)  | both have a value that is known to six digits at only 0 of 81 points
            x = 0..1 | x^3*sin(1)                    | x^3*sin(1)*(1 + 1.2e-14) | at x = 1 they differ by so little that rounding may explain it
            x = 0..1 | x > 0.4                       | x > 0.4*sin(1)/sin(1) | no difference at 45 points
            k = 1:6  | k > 3                         | k > 3*sin(1)/sin(1) | both have a value that is known to six digits at only 5 of 6 points
            """)
    void whatWasSeenIsSaid(String domain, String a, String b, String reason) {
        assertThat(on(domain, a, b).reason()).isEqualTo(reason);
    }

    private static Equivalence ofKinds(String a, String b) {
        return FormulaComparison.of(
                SHEET.read(a).term(),
                SHEET.read(b).term(),
                List.of(),
                List.of(),
                new Tolerance.Digits(),
                SHEET.frame());
    }

    /** Only a literal zero is of every kind. */
    @Test
    void formulasOfOtherKindsDifferWhateverTheirValues() {
        assertThat(ofKinds("2 m", "2 s")).isEqualTo(new Equivalence.Different("", "a length (m)", "a time (s)", ""));
        assertThat(ofKinds("2 m", "2")).isInstanceOf(Equivalence.Different.class);
        assertThat(ofKinds("1 < 2", "1").reason()).startsWith("the first is a truth value, the second ");
        assertThat(ofKinds("1", "1 < 2")).isInstanceOf(Equivalence.Different.class);
        assertThat(ofKinds("2 m - 2 m", "0")).isInstanceOf(Equivalence.Equal.class);
        assertThat(ofKinds("0", "2 m - 2 m")).isInstanceOf(Equivalence.Equal.class);
    }

    @Test
    void whereNoPointMeetsTheConditionsNothingIsDecided() {
        Scope scope = SHEET.scope().inner();
        Domain of = Domains.of(Parser.expression("0..1"), scope);
        Ranged x = new Ranged(scope.declare(Binding.Role.ARGUMENT, "x", Type.REAL), of);
        for (String condition : List.of("x > 5", "1/0 > x")) {
            Equivalence found = FormulaComparison.of(
                    Expression.of("sin(x)", scope).term(),
                    Expression.of("sin(x)", scope).term(),
                    List.of(x),
                    List.of(Expression.of(condition, scope)),
                    new Tolerance.Digits(),
                    Frame.of(scope.layout()));
            assertThat(found.reason()).isEqualTo("no point that was tried is in the domain and meets the conditions");
        }
    }

    @Test
    void aClaimThatHoldsElsewhereIsAnother() {
        assertThat(on("x = 0..1", "x > 0.4", "x > 0.45"))
                .isEqualTo(new Equivalence.Different("x = 0.426", "true", "false", ""));
    }
}
