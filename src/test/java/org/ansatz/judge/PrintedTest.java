package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the digits of a printed number say of how exactly it is meant. */
final class PrintedTest {

    private static final Sheet SHEET = Sheet.of();

    private static Printed printed(String text) {
        return Objects.requireNonNull(Printed.of(Expression.literal(text, SHEET.scope())), text);
    }

    private static void assertHalf(Printed printed, double half) {
        assertThat(printed.half()).isCloseTo(half * Tolerance.EDGE, within(half * 1e-12));
    }

    @ParameterizedTest(name = "{0}: to {1} in SI, {2} digits")
    @CsvSource({
        "1.58, 0.005, 3, false, 0",
        "-1.58, 0.005, 3, false, 0",
        "1.580, 0.0005, 4, false, 0",
        "0.0158, 0.00005, 3, false, 0",
        ".5, 0.05, 1, false, 0",
        "3., 0.5, 1, false, 0",
        "1.50e3, 5, 3, false, 0",
        "1.50e-3, 5e-6, 3, false, 0",
        "2e3, 500, 1, false, 0",
        "1.50*10^3, 5, 3, false, 0",
        "-1.50 * 10^3, 5, 3, false, 0",
        "1.50*10^(-3) V, 5e-6, 3, false, 0",
        "1.50·10³ Hz, 5, 3, false, 0",
        "2.5×10^-2 kHz, 0.5, 2, false, 0",
        "2*10^3 kohm, 500000, 1, false, 0",
        "1200, 0.5, 4, true, 2",
        "1201, 0.5, 4, true, 0",
        "0, 0, 0, true, 1",
        "00, 0, 0, true, 2",
        "0.00, 0.005, 0, false, 0",
        "1.58 m, 0.005, 3, false, 0",
        "158 cm, 0.005, 3, true, 0",
        "3830 mV, 0.0005, 4, true, 1",
        "4.7 kohm, 50, 2, false, 0",
        "2 1/s, 0.5, 1, true, 0",
        "25 %, 0.005, 2, true, 0",
        "'  -1.58  ', 0.005, 3, false, 0",
        "( -1.58 ) kV, 5, 3, false, 0",
        "−1.50e−3, 5e-6, 3, false, 0",
        "1.50e–3, 5e-6, 3, false, 0",
        "1.50·10^−3 V, 5e-6, 3, false, 0",
        "1.50·10^‐3 V, 5e-6, 3, false, 0"
    })
    void aNumberIsMeantToHalfItsLastDigit(String text, double half, int digits, boolean whole, int zeros) {
        Printed printed = printed(text);
        assertHalf(printed, half);
        assertThat(printed).isEqualTo(new Printed(printed.half(), digits, whole, zeros));
    }

    /** Half a digit of each part, as the legs of a triangle; what an angle leaves open is as much as the magnitude is large. */
    @ParameterizedTest(name = "{0}: to {1} and {2} in SI, {3} digits")
    @CsvSource({
        "4.20j, 0.005, 0, 3, false, 0",
        "-4i, 0.5, 0, 1, true, 0",
        "4.20j mohm, 5e-6, 0, 3, false, 0",
        "3.0-4.25j, 0.05, 0.005, 3, false, 0",
        "3.00-4.2i, 0.005, 0.05, 3, false, 0",
        "3 + 40j, 0.5, 0.5, 2, true, 0",
        "30 + 400j, 0.5, 0.5, 3, true, 1",
        "300 + 40j, 0.5, 0.5, 3, true, 1",
        "3.0 + 40j, 0.05, 0.5, 2, false, 0",
        "3 + 4.2j, 0.5, 0.05, 2, false, 0",
        "4.20 j V, 0.005, 0, 3, false, 0",
        "3.0—4.25j, 0.05, 0.005, 3, false, 0",
        "2.00 ∠ -0.50 rad, 0.005, 0.01, 3, false, 0",
        "3.0-4.2j kohm, 50, 50, 2, false, 0",
        "(3.0 - 4.2j) kohm, 50, 50, 2, false, 0",
        "3.0 kohm - 4.2j kohm, 50, 50, 2, false, 0",
        "3.0 V + 4.2j mV, 0.05, 5e-5, 2, false, 0",
        "3.0 m s^-1 + 2.00j m s^-1, 0.05, 0.005, 3, false, 0",
        "1.5e-3+2j, 5e-5, 0.5, 2, false, 0",
        "2.00∠0.50, 0.005, 0.01, 3, false, 0",
        "2.00∠0.50 rad, 0.005, 0.01, 3, false, 0",
        "-2.00∠-0.50 rad, 0.005, 0.01, 3, false, 0",
        "2.00∠90.0°, 0.005, 0.0017453292519943296, 3, false, 0",
        "2.00∠90.0 deg, 0.005, 0.0017453292519943296, 3, false, 0",
        "5∠30°, 0.5, 0.04363323129985824, 2, true, 0",
        "2.00∠90.0° mV, 5e-6, 1.7453292519943296e-6, 3, false, 0",
        "2.00∠90.0 deg kV, 5, 1.7453292519943296, 3, false, 0",
        "2.00 mV∠90.0°, 5e-6, 1.7453292519943296e-6, 3, false, 0",
        "2.00e3∠90.0°, 5, 1.7453292519943296, 3, false, 0",
        "2.00e-3∠0.50, 5e-6, 1e-5, 3, false, 0",
        "2.00*10^3∠90.0°, 5, 1.7453292519943296, 3, false, 0"
    })
    void aComplexNumberIsMeantToHalfADigitOfBothItsParts(
            String text, double one, double other, int digits, boolean whole, int zeros) {
        Printed printed = printed(text);
        assertHalf(printed, Math.hypot(one, other));
        assertThat(printed).isEqualTo(new Printed(printed.half(), digits, whole, zeros));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20/3",
                "sqrt(2)",
                "pi",
                "2*3",
                "2*10",
                "10^3",
                "2*10^3*3",
                "2*10^3.5",
                "2*11^3",
                "4.2*10^3j",
                "3.0 - 4.2*10^3j",
                "1.5 + 2.5",
                "1.0 + 2.0*j",
                "(1/2)",
                "2∠(1/2)",
                "sqrt(2)∠0.50",
                "2*3∠0.50",
                "2.0∠0.50*2",
                "(3.0)*2",
                "-(3)",
                "3.0j + 2"
            })
    void aFormulaIsNotPrinted(String text) {
        assertThat(Printed.of(SHEET.read(text))).isNull();
    }

    /** {@code 2 L} is twice L where there is one, and no two litres. */
    @Test
    void aNumberTimesANameIsAFormula() {
        Sheet sheet = Sheet.of().given("L", Type.REAL, Value.Exact.of(3));
        assertThat(Printed.of(Expression.literal("2 L", sheet.scope()))).isNull();
        assertHalf(printed("2 L"), 0.0005);
    }

    @ParameterizedTest(name = "{0} with {1} digits at least: to {2}, {3} digits")
    @CsvSource({
        "3830, 3, 5, 3, 0",
        "3830, 4, 0.5, 4, 1",
        "3800, 3, 5, 3, 1",
        "3800, 2, 50, 2, 0",
        "3800, 1, 50, 2, 0",
        "3831, 1, 0.5, 4, 0",
        "38, 3, 0.5, 2, 0",
        "300, 1, 50, 1, 0",
        "3.00, 1, 0.005, 3, 0"
    })
    void zerosAtTheEndMayStandForWhatWasRoundedAway(String text, int least, double half, int digits, int zeros) {
        Printed printed = printed(text);
        assertHalf(printed.rounded(least), half);
        assertThat(printed.rounded(least))
                .isEqualTo(new Printed(printed.rounded(least).half(), digits, printed.whole(), zeros));
    }

    /** A number that is no printed one has none. */
    @Test
    void eachNumberOfASetHasItsOwnDigits() {
        Expression set = SHEET.read("{1.5 m, 20 mm, (1/3) m}");
        assertHalf(Objects.requireNonNull(Printed.of(set, new Value.Real(1.5), SHEET.frame())), 0.05);
        assertHalf(Objects.requireNonNull(Printed.of(set, new Value.Real(0.02), SHEET.frame())), 0.0005);
        assertHalf(Objects.requireNonNull(Printed.of(set, new Value.Real(1.4), SHEET.frame())), 0.05);
        assertThat(Printed.of(set, new Value.Real(1 / 3.0), SHEET.frame())).isNull();
        assertThat(Printed.of(SHEET.read("1.5 m"), new Value.Real(1.5), SHEET.frame()))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{(3.0 - 4.2j) kohm, 20 ohm}",
                "{20 ohm, (3.0 - 4.2j) kohm}",
                "{ 20 ohm ,( 3.0 - 4.2j )kohm }",
                "{0.02, (3.0 - 4.2j)} kohm",
            })
    void aComplexNumberInParenthesesHasItsUnitBehindThem(String text) {
        Expression set = Expression.literal(text, SHEET.scope());
        Value impedance = new Value.Complex(3010, -4180);
        assertHalf(Objects.requireNonNull(Printed.of(set, impedance, SHEET.frame())), Math.hypot(50, 50));
        Printed other = Printed.of(set, new Value.Real(20), SHEET.frame());
        assertThat(Objects.requireNonNull(other).half()).isLessThan(10);
    }

    /** Where L is a length, {@code 2 L} in a set is twice that length, and no two litres. */
    @Test
    void aNumberTimesANameIsAFormulaInASetToo() {
        Sheet sheet = Sheet.of().given("L", Type.REAL, Value.Exact.of(3));
        Expression set = sheet.read("{2.0 L, 5.0}");
        assertThat(Printed.of(set, Value.Exact.of(6), sheet.frame())).isNull();
        assertHalf(Objects.requireNonNull(Printed.of(set, Value.Exact.of(5), sheet.frame())), 0.05);
    }

    @Test
    void ofASetWithoutNumbersNothingIsPrinted() {
        assertThat(Printed.of(SHEET.read("{}"), Value.Exact.of(1), SHEET.frame()))
                .isNull();
    }

    @Test
    void aUnitBehindASetIsThatOfEachOfItsNumbers() {
        Expression set = Expression.literal("{1.5, 20} mm", SHEET.scope());
        assertHalf(Objects.requireNonNull(Printed.of(set, new Value.Real(0.0015), SHEET.frame())), 5e-5);
        assertHalf(Objects.requireNonNull(Printed.of(set, new Value.Real(0.02), SHEET.frame())), 5e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{2.00 mV∠0.50, 3.00 V∠0.50}", "{2.00∠0.50 mV, 3.00∠0.50 V}"})
    void phasorsOfASetMayHaveDifferentUnits(String text) {
        Expression set = Expression.literal(text, SHEET.scope());
        Value small = new Value.Complex(0.002 * Math.cos(0.5), 0.002 * Math.sin(0.5));
        Value large = new Value.Complex(3 * Math.cos(0.5), 3 * Math.sin(0.5));
        assertHalf(Objects.requireNonNull(Printed.of(set, small, SHEET.frame())), Math.hypot(5e-6, 1e-5));
        assertHalf(Objects.requireNonNull(Printed.of(set, large, SHEET.frame())), Math.hypot(0.005, 0.015));
    }

    @Test
    void theNumbersOfASetMayBeTypeset() {
        Expression set = SHEET.read("{1.50e−3\u00A0V, 2.0 V}");
        assertHalf(Objects.requireNonNull(Printed.of(set, new Value.Real(0.0015), SHEET.frame())), 5e-6);
    }

    /** Other programs put a blank that does not break, or a thin one, before a unit. */
    @ParameterizedTest
    @ValueSource(strings = {"1.58\u00A0kV", "1.58\u2009kV", "1.58\u202FkV", "1.58\u00A0·\u00A010^3\u00A0V"})
    void aTypesetBlankIsABlank(String text) {
        assertHalf(printed(text), 5);
    }

    @ParameterizedTest(name = "{0} as if it had {1} digits: to {2}, {3} digits")
    @CsvSource({"2, 2, 0.05, 2", "2, 3, 0.005, 3", "2.0, 2, 0.05, 2", "2.00, 2, 0.005, 3", "0.0, 2, 0.05, 0"})
    void whatHasFewDigitsMayBeTakenToHaveMore(String text, int least, double half, int digits) {
        Printed few = printed(text);
        Printed more = few.withDigits(least);
        assertHalf(more, half);
        assertThat(more).isEqualTo(new Printed(more.half(), digits, few.whole(), few.zeros()));
    }
}
