package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Tolerance;
import org.junit.jupiter.api.Test;

/** How far a value may be from what is printed, from what was found, and from a function. */
final class PrecisionTest {

    private static final Sheet SHEET = Sheet.of();
    private static final Tolerance DIGITS = new Tolerance.Digits();
    private static final Tolerance TWO_DIGITS = new Tolerance.Digits(2);
    private static final Tolerance PERCENT = new Tolerance.Relative(0.01);
    private static final Tolerance TENTH = new Tolerance.Absolute(0.1);
    private static final Tolerance FOUR = new Tolerance.Significant(4);

    private static Expression literal(String text) {
        return Expression.literal(text, SHEET.scope());
    }

    private static void near(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-8 * expected));
    }

    @Test
    void aroundAPrintedValueAStatedToleranceHoldsAndElseItsDigits() {
        near(Precision.allowed(TENTH, literal("-20.5"), -20.5), 0.1);
        near(Precision.allowed(PERCENT, literal("-20.5"), -20.5), 0.205);
        near(Precision.allowed(FOUR, literal("-20.5"), -20.5), 0.005);
        near(Precision.allowed(DIGITS, literal("-20.5"), -20.5), 0.05);
        near(Precision.allowed(DIGITS, SHEET.read("-41/2"), -20.5), 20.5e-6);
    }

    @Test
    void aroundAValueThatNobodyHasPrintedEnoughDigitsAreAllowed() {
        near(Precision.allowed(DIGITS, -1572.4), 5);
        near(Precision.allowed(TWO_DIGITS, 1572.4), 50);
        near(Precision.allowed(FOUR, 1572.4), 0.5);
        near(Precision.allowed(PERCENT, -1572.4), 15.724);
        near(Precision.allowed(TENTH, 1572.4), 0.1);
        assertThat(Precision.allowed(DIGITS, 0)).isZero();
    }

    @Test
    void aroundInfinityNothingIsAllowed() {
        assertThat(Precision.allowed(PERCENT, literal("1.5"), Double.POSITIVE_INFINITY))
                .isZero();
        assertThat(Precision.allowed(DIGITS, SHEET.read("1/3"), Double.POSITIVE_INFINITY))
                .isZero();
    }

    @Test
    void aFunctionMayDifferByAPartOfItsLargestValueOrByDigitsOfEachValue() {
        near(Precision.ofFunction(TENTH, 5, 200), 0.1);
        near(Precision.ofFunction(PERCENT, 5, 200), 2);
        near(Precision.ofFunction(FOUR, 5, 200), 0.0025);
        near(Precision.ofFunction(DIGITS, 5, 200), 5e-6);
    }

    @Test
    void aWholeKeyIsMeantExactlyAndAPrintedOneToItsDigits() {
        assertThat(Precision.ofKey(DIGITS, literal("12 V"), Value.Exact.of(12))).isZero();
        assertThat(Precision.ofKey(DIGITS, SHEET.read("3*4"), Value.Exact.of(12)))
                .isZero();
        near(Precision.ofKey(DIGITS, literal("12.0 V"), Value.Exact.of(12)), 0.05);
        near(Precision.ofKey(DIGITS, SHEET.read("sqrt(150)"), new Value.Real(12.247)), 12.247e-6);
        near(Precision.ofKey(PERCENT, literal("12 V"), Value.Exact.of(12)), 0.12);
        near(Precision.ofKey(PERCENT, SHEET.read("-12"), Value.Exact.of(-12)), 0.12);
    }

    @Test
    void aResponseOfEnoughDigitsIsTakenToBeRounded() {
        Value right = new Value.Real(1572.4);
        near(Precision.ofResponse(literal("1572"), right, DIGITS), 0.5);
        near(Precision.ofResponse(literal("1.57e3"), right, DIGITS), 5);
        assertThat(Precision.ofResponse(literal("1.6e3"), right, DIGITS)).isZero();
        near(Precision.ofResponse(literal("1.6e3"), right, TWO_DIGITS), 50);
        assertThat(Precision.ofResponse(literal("2e3"), right, TWO_DIGITS)).isZero();
        assertThat(Precision.ofResponse(SHEET.read("3144/2"), right, DIGITS)).isZero();
        assertThat(Precision.ofResponse(literal("15"), right, PERCENT)).isZero();
        near(Precision.ofResponse(literal("15.7"), right, PERCENT), 0.05);
    }

    /** 1570 may be 1572 to three digits; but if 1572 is counted, nobody rounds it. */
    @Test
    void zerosOfAResponseAreDigitsWhereTheRightValueIsWhole() {
        near(Precision.ofResponse(literal("1570"), new Value.Real(1572.4), DIGITS), 5);
        near(Precision.ofResponse(literal("1570"), Value.Exact.of(1572), DIGITS), 0.5);
        near(Precision.ofResponse(literal("1600"), new Value.Real(1572.4), DIGITS), 5);
        near(Precision.ofResponse(literal("1600"), new Value.Real(1572.4), TWO_DIGITS), 50);
    }

    private static String rounded(String response, double right) {
        Expression expression = literal(response);
        double x = SHEET.number(response);
        return Precision.rounded(expression, Math.abs(x - right), Math.abs(right), Math.abs(x) < Math.abs(right));
    }

    @Test
    void aWrongResponseMayBeTheRightOneToFewerDigits() {
        assertThat(rounded("1.6", 1.5724)).isEqualTo("right to two digits");
        assertThat(rounded("2", 1.5724)).isEqualTo("right to one digit");
        assertThat(rounded("1600", 1572.4)).isEqualTo("right to two digits");
        assertThat(rounded("1.55", 1.5724)).isEmpty();
        assertThat(rounded("1.65", 1.6)).isEmpty();
        assertThat(rounded("1.5", 1.55)).isEqualTo("right to two digits");
        assertThat(rounded("-1.6", -1.5724)).isEqualTo("right to two digits");
    }

    /** Cut off is what is nearer to zero by less than one of its last digit; of one digit nobody is told so. */
    @Test
    void aWrongResponseMayBeCutOff() {
        assertThat(rounded("1.5", 1.5724)).isEqualTo("cut off after two digits instead of rounded");
        assertThat(rounded("1.5", 1.5999)).isEqualTo("cut off after two digits instead of rounded");
        assertThat(rounded("1.5", 1.6001)).isEmpty();
        assertThat(rounded("1.6", 1.5276)).isEmpty();
        assertThat(rounded("1", 1.8)).isEmpty();
        assertThat(rounded("-1.5", -1.5724)).isEqualTo("cut off after two digits instead of rounded");
    }

    /** Nothing is right to one digit of 1 that is smaller than half of it. */
    @Test
    void whatIsSmallerThanTheDigitIsNotRoundedToIt() {
        assertThat(rounded("1", 0.6)).isEqualTo("right to one digit");
        assertThat(rounded("1", 0.4)).isEmpty();
        assertThat(rounded("0.0", 0.04)).isEmpty();
    }
}
