package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the language, each named as it is stated. */
class LanguageRulesTest {

    private static Value exact(long numerator, long denominator) {
        return new Value.Exact(Rational.of(numerator, denominator));
    }

    @Test
    void aPrimeOnAMatrixIsItsTranspose() {
        assertThat(Sheet.valueOf("[1, 2; 3, 4]'")).isEqualTo(Sheet.valueOf("[1, 3; 2, 4]"));
        assertThat(Sheet.valueOf("[1, 2, 3]''")).isEqualTo(Sheet.valueOf("[1, 2, 3]"));
    }

    @Test
    void aPrimeOnAComplexMatrixDoesNotConjugate() {
        assertThat(Sheet.valueOf("[1j, 2]'")).isEqualTo(Sheet.valueOf("[1j; 2]"));
    }

    @Test
    void aPrimeOnAFunctionIsItsDerivative() {
        assertThat(Sheet.of("f(x) = x^3").value("f'(2)")).isEqualTo(exact(12, 1));
        assertThat(Sheet.of("f(x) = x^3").value("f''(2)")).isEqualTo(exact(12, 1));
        assertThat(Sheet.of().number("sin'(0)")).isEqualTo(1);
    }

    @Test
    void aPrimeOnATruthValueIsItsComplement() {
        assertThat(Sheet.of().holds("true'")).isFalse();
        assertThat(Sheet.of().holds("(1 > 2)'")).isTrue();
    }

    @Test
    void aPrimeOnANumberIsAFault() {
        assertThat(Sheet.of().fault("3'").message())
                .isEqualTo("a prime is the transpose of a matrix, the derivative of a function or the complement of a"
                        + " truth value; this is a pure number");
    }

    @Test
    void oneEqualsSignDefinesAndTwoCompare() {
        assertThat(Sheet.of("a = 2").holds("a == 2")).isTrue();
        assertThat(Sheet.of("a = 2").fault("a = 2").message()).isEqualTo("'=' defines a name; to compare, write '=='");
    }

    @Test
    void aNameIsDefinedOnce() {
        Sheet sheet = Sheet.of("a = 2");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Steps.declare("a = 3", sheet.scope())))
                .hasMessage("a is defined already");
    }

    @Test
    void aStepSeesOnlyTheStepsBeforeIt() {
        assertThat(Sheet.of("a = 2", "b = a + 1").number("b")).isEqualTo(3);
        Sheet sheet = Sheet.of();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Steps.declare("a = a + 1", sheet.scope())))
                .hasMessage("unknown name 'a'");
    }

    @Test
    void declaredNamesShadowUnits() {
        assertThat(Sheet.of("s = 3").value("4s + 7")).isEqualTo(exact(19, 1));
        assertThat(Sheet.of("s = 5").read("10 m/s").type().dimension()).isEqualTo(Dimension.LENGTH);
    }

    @Test
    void declaredNamesShadowConstantsAndFunctions() {
        assertThat(Sheet.of("e = 3", "j = 4", "pi = 2").value("e + j + pi")).isEqualTo(exact(9, 1));
        assertThat(Sheet.of("sin(x) = x^2").value("sin(3)")).isEqualTo(exact(9, 1));
    }

    @Test
    void boundNamesShadowDeclaredOnes() {
        assertThat(Sheet.of("k = 100").value("sum(k for k in 1:3) + k")).isEqualTo(exact(106, 1));
        assertThat(Sheet.of("x = 100", "f(x) = x + 1").value("f(1) + x")).isEqualTo(exact(102, 1));
    }

    @Test
    void hIsTheHourBehindANumberAndItsUnitAndOtherwisePlancksConstant() {
        assertThat(Sheet.of().holds("2 h == 7200 s")).isTrue();
        assertThat(Sheet.of().holds("5 kg/h == 5 kg/(3600 s)")).isTrue();
        assertThat(Sheet.of().holds("1 kW*h == 3.6 MJ")).isTrue();
        assertThat(Sheet.of().holds("60 km/h == 60*km/h")).isTrue();
        assertThat(Sheet.of().read("(3 eV)/h").type().dimension()).isEqualTo(Dimension.FREQUENCY);
        assertThat(Sheet.of("E = 3 eV").read("E/h").type().dimension()).isEqualTo(Dimension.FREQUENCY);
        assertThat(Sheet.of().read("2*h").type().dimension())
                .isEqualTo(Sheet.of().read("h").type().dimension());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a sign changes nothing of what a unit is
                "-5 km/h | -(5 km/h)",
                "-1/s | -(1 Hz)",
                "-3 V/m | -(3 V/m)",
                "-18*kJ | -(18 kJ)",
                "-18*kJ/h | -(5 W)",
                "1 V/m - 3 V/m | -2*(1 V/m)",
                "-0.4 W/(m K) | 0 W/(m K) - 0.4 W/(m K)",
                "-5 m/s^2 | -(5 m/s^2)",
                "-sqrt(4) km/h | -(2 km/h)",
                "(-5) km/h | -(5 km/h)",
                "-1 kW*h | -3.6e6 J",
                // nor does a factor
                "2*5 km/h | 10 km/h",
                "2*-5 km/h | -(10 km/h)",
                "3 m/s + 2*5 km/h | 3 m/s + 10 km/h",
                "2*18*kJ/h | 10 W",
                "x*5 km/h | 15 km/h",
                "x*-3 V/m | -9*(1 V/m)",
                // but brackets do
                "(-2 eV)/h | -(2 eV)/h",
                "(3*2 eV)/h | (6 eV)/h",
                "(18*kJ)/h | (18 kJ)/h",
                "2*(3 eV)/h | (6 eV)/h",
                "-(3 eV)/h | -3*((1 eV)/h)",
                "(6 eV)/h | 6*((1 eV)/h)"
            })
    void theUnitBehindANumberIsTheSameWhateverStandsBefore(String written, String meant) {
        Sheet sheet = Sheet.of("x = 3");
        assertThat(sheet.read(written).type().dimension())
                .isEqualTo(sheet.read(meant).type().dimension());
        assertThat(Arithmetic.real(sheet.value(written)))
                .isCloseTo(Arithmetic.real(sheet.value(meant)), withinPercentage(1e-12));
    }

    @Test
    void aNumberWithItsUnitMayBeAProduct() {
        assertThat(Sheet.of().holds("2*pi*1e9 rad/s == 2*pi*(1e9 rad/s)")).isTrue();
        assertThat(Sheet.of().holds("120*pi ohm == 120*pi*(1 ohm)")).isTrue();
        assertThat(Sheet.of().holds("10^4 rad/s == 10000 rad/s")).isTrue();
        assertThat(Sheet.of().holds("18*kJ == 18 kJ")).isTrue();
        assertThat(Sheet.of().holds("(2 + 3) m == 5 m")).isTrue();
        assertThat(Sheet.of().holds("3*10 m/s == 30 m/s")).isTrue();
        assertThat(Sheet.of().holds("1/s == 1 Hz")).isTrue();
        assertThat(Sheet.of().holds("7e-5/(m*s) == 7e-5/(1 m)/(1 s)")).isTrue();
        assertThat(Sheet.of().holds("0.4 W/(m*K) == 0.4 W/(1 m)/(1 K)")).isTrue();
        assertThat(Sheet.of().holds("0.4 W/(m K) == 0.4 W/(m*K)")).isTrue();
        assertThat(Sheet.of().holds("1 m^2 kg/(s^2 K mol) == 1 J/(K mol)")).isTrue();
        assertThat(Sheet.of("x = 3").holds("x*2 m/s == 6 m/s")).isTrue();
    }

    @Test
    void aDegreeCelsiusInAProductIsADifference() {
        assertThat(Sheet.of().holds("2 degC/W * (10 W) == 20 K")).isTrue();
        assertThat(Sheet.of().holds("25 degC + 2 degC/W*(10 W) == 45 degC")).isTrue();
        assertThat(Sheet.of().holds("45 degC - 25 degC == 20 K")).isTrue();
        assertThat(Sheet.of().holds("-5 degC == 268.15 K")).isTrue();
        assertThat(Sheet.of("P = 10 W", "R = 2 K/W").holds("P*R + 25 degC == 45 degC"))
                .isTrue();
        assertThat(Sheet.of().fault("20 degC + 30 degC").message()).startsWith("two temperatures in degC have no sum");
        Sheet warm = Sheet.of("T = 27 degC", "U = T + 5 K", "d = T - 20 degC");
        for (String sum : new String[] {"T + 5 degC", "5 degC + T", "U + 5 degC", "T - 3 K + 5 degC"}) {
            assertThat(warm.fault(sum).message()).startsWith("two temperatures in degC have no sum");
        }
        assertThat(warm.holds("d + 20 degC == T and T - 5 degC + 20 degC == 42 degC and (T + U)/2 == T + 2.5 K"))
                .isTrue();
        assertThat(Sheet.of().fault("-(1 degC)").message()).contains("has no opposite");
        assertThat(Sheet.of("c = 4 J/K").holds("c*3 degC == 12 J")).isTrue();
        assertThat(Sheet.of("T = 27 degC").holds("k_B*T == k_B*(300.15 K)")).isTrue();
        for (String either : new String[] {"2*(10 degC)", "10 degC/2", "2*10 degC", "10 W/(5 degC)", "2*-5 degC"}) {
            assertThat(Sheet.of().fault(either).message()).startsWith("is this a temperature or a difference?");
        }
    }

    @Test
    void aFactorialStandsBehindItsNumber() {
        assertThat(Sheet.of("n = 6").holds("(n - 1)! == 120")).isTrue();
        assertThat(Sheet.of("n = 3").holds("2^n! == 64 and -n! == -6 and n!/2 == 3 and n! != 7"))
                .isTrue();
        assertThat(Sheet.of().fault("5!!").message()).contains("write it out");
        assertThat(Sheet.of().fault("!true").message()).contains("write not x");
        assertThat(Sheet.of("x = 2").holds("x^+5 == 32 and 10^+1 == 10")).isTrue();
    }

    @Test
    void aUnitStandsAfterANumber() {
        assertThat(Sheet.valueOf("3 cm")).isEqualTo(exact(3, 100));
        assertThat(Sheet.valueOf("3cm")).isEqualTo(exact(3, 100));
        assertThat(Sheet.valueOf("82.5 cm")).isEqualTo(exact(33, 40));
    }

    @Test
    void aUnitStandsAfterIn() {
        Expression shown = Sheet.of().read("1 m + 2 m in cm");
        assertThat(shown.unit()).extracting(Unit::symbol).isEqualTo("cm");
        assertThat(Sheet.of().frame().value(shown.term())).isEqualTo(exact(3, 1));
        Expression inBrackets = Sheet.of().read("(2 m)*(3 m)/(1 V)/(1 s) in cm^2/(V s)");
        assertThat(inBrackets.unit()).extracting(Unit::symbol).isEqualTo("cm^2/(V s)");
    }

    @Test
    void aUnitStandsInTheProductThatANumberWithAUnitBegins() {
        assertThat(Sheet.of().holds("10 m/s^2*s == 10 m/s")).isTrue();
        assertThat(Sheet.of().holds("6 kg m/s^2 == 6 N")).isTrue();
        assertThat(Sheet.of().holds("2 kg*m^2*s^-2 == 2 J")).isTrue();
    }

    @Test
    void aUnitStandsNowhereElse() {
        for (String formula : List.of("m", "2 + m", "cm*3", "sqrt(V)", "pi*rad", "x*m", "2^V")) {
            assertThat(Sheet.of("x = 2").fault(formula).message())
                    .as(formula)
                    .endsWith("it is a unit, which stands only after a number or after 'in'");
        }
    }

    @Test
    void aTrailingUnitInAReplyAppliesToTheWholeReply() {
        assertThat(Sheet.literal("10^3 rad/s")).isEqualTo(exact(1000, 1));
        assertThat(Sheet.literal("1/2 m")).isEqualTo(exact(1, 2));
        assertThat(Sheet.literal("3-1j ohm")).isEqualTo(new Value.Complex(3, -1));
        assertThat(Arithmetic.real(Sheet.literal("4*pi rad"))).isEqualTo(4 * Math.PI);
        assertThat(Sheet.literal("-3 dBm")).isEqualTo(exact(-33, 1));
    }

    @Test
    void inAFormulaAUnitBelongsToTheNumberBeforeIt() {
        Expression formula = Sheet.of().read("1/2 m");
        assertThat(formula.type().dimension()).isEqualTo(Dimension.LENGTH.power(-1, 1));
        assertThat(Sheet.of().holds("1/2 m == 0.5*(1/(1 m))")).isTrue();
    }

    @Test
    void theUnitOfAPhaseStaysWithThePhase() {
        Value.Complex z = (Value.Complex) Sheet.literal("5∠-30° V");
        assertThat(z.re()).isCloseTo(5 * Math.sqrt(3) / 2, within(1e-15));
        assertThat(z.im()).isCloseTo(-2.5, within(1e-15));
        assertThat(Sheet.literal("5∠-30° V")).isEqualTo(Sheet.literal("5∠-30 deg V"));
        assertThat(Sheet.literal("5 V∠-30°")).isEqualTo(Sheet.literal("5∠-30° V"));
    }

    @Test
    void aSignBeforeAReadingOnAScaleBelongsToTheReading() {
        assertThat(Sheet.valueOf("-3 dBm")).isEqualTo(exact(-33, 1));
        assertThat(Sheet.valueOf("-3 dBW")).isEqualTo(exact(-3, 1));
        assertThat(Sheet.valueOf("-3 dBV - 2 dB")).isEqualTo(exact(-5, 1));
        assertThat(Sheet.valueOf("-5 degC")).isEqualTo(exact(26815, 100));
        assertThat(Sheet.of("P = -3 dBm").fault("-P").message())
                .isEqualTo("an absolute level has no opposite; this is a power level (dBW)");
    }

    @Test
    void juxtapositionMultipliesAndBindsTighterThanASolidus() {
        assertThat(Sheet.of("x = 3").value("2x")).isEqualTo(exact(6, 1));
        assertThat(Sheet.of("x = 3").value("2(x + 1)")).isEqualTo(exact(8, 1));
        assertThat(Sheet.of("x = 3").value("1/2x")).isEqualTo(exact(1, 6));
        assertThat(Sheet.of("x = 3").value("2x^2")).isEqualTo(exact(18, 1));
    }

    @Test
    void twoNamesSideBySideAreAFaultOutsideLogic() {
        assertThat(Sheet.of("a = 1", "b = 2").fault("a b").message())
                .isEqualTo("two names side by side mean a product only in logic: write a*b");
    }

    @Test
    void theImaginaryUnitIsJ() {
        assertThat(Sheet.valueOf("3 + 4j")).isEqualTo(new Value.Complex(3, 4));
        assertThat(Sheet.valueOf("3 + 4i")).isEqualTo(new Value.Complex(3, 4));
        assertThat(Sheet.valueOf("j^2")).isEqualTo(new Value.Complex(-1, 0));
    }

    @Test
    void theStarIsTheMatrixProductAndTheDotStarWorksEntryByEntry() {
        assertThat(Sheet.valueOf("[1, 2; 3, 4]*[0, 1; 1, 0]")).isEqualTo(Sheet.valueOf("[2, 1; 4, 3]"));
        assertThat(Sheet.valueOf("[1, 2; 3, 4].*[0, 1; 1, 0]")).isEqualTo(Sheet.valueOf("[0, 2; 3, 0]"));
        assertThat(Sheet.valueOf("[1, 2]*[3; 4]")).isEqualTo(exact(11, 1));
        assertThat(Sheet.valueOf("[1, 2; 3, 4].^2 ./ [1, 2]")).isEqualTo(Sheet.valueOf("[1, 2; 9, 8]"));
        assertThat(Sheet.valueOf("[1; 2] .+ [10, 20]")).isEqualTo(Sheet.valueOf("[11, 21; 12, 22]"));
    }

    @Test
    void twoPointsMakeARealIntervalAndAColonMakesIntegers() {
        assertThat(Sheet.valueOf("sum(k for k in 1:4)")).isEqualTo(exact(10, 1));
        assertThat(Sheet.of().number("integrate(x for x in 1..4)")).isEqualTo(7.5);
        assertThat(Sheet.of().fault("sum(k for k in 1..4)").message())
                .startsWith("sum needs a domain that can be counted off: write 0:4 for the integers");
    }

    @Test
    void aDomainIsARangeOrWordsOrAList() {
        assertThat(Sheet.valueOf("count(A > B for A in bits(2), B in bits(2))")).isEqualTo(exact(6, 1));
        assertThat(Sheet.valueOf("sum(x^2 for x in [1, 2; 3, 4])")).isEqualTo(exact(30, 1));
        assertThat(Sheet.valueOf("sum(a*b for a in 1:3, b in a:3 if a != b)")).isEqualTo(exact(11, 1));
    }

    @Test
    void aComparisonChains() {
        assertThat(Sheet.of().holds("1 < 2 <= 2 < 3")).isTrue();
        assertThat(Sheet.of().holds("1 < 3 < 2")).isFalse();
        assertThat(Sheet.of().holds("1 != 2 != 1")).isTrue();
    }

    @Test
    void logicStopsAsSoonAsItIsDecided() {
        assertThat(Sheet.of().holds("false and 1/0 > 1")).isFalse();
        assertThat(Sheet.of().holds("true or 1/0 > 1")).isTrue();
        assertThat(Sheet.of().holds("2 < 1 < 1/0")).isFalse();
        assertThat(Sheet.of().number("if(true, 1, 1/0)")).isEqualTo(1);
    }

    @Test
    void literalZeroFitsEveryDimension() {
        assertThat(Sheet.of().holds("3 m > 0")).isTrue();
        assertThat(Sheet.of().holds("0 + 3 V == 3 V")).isTrue();
        assertThat(Sheet.of().fault("3 m > 1").message())
                .isEqualTo("the left side is a length (m), the right side is a pure number");
    }

    @Test
    void exactNumbersStayExact() {
        assertThat(Sheet.valueOf("2^127 - 2^63")).hasToString("Exact[number=170141183460469231722463931679029329920]");
        assertThat(Sheet.valueOf("1/3 + 1/6")).isEqualTo(exact(1, 2));
        assertThat(Sheet.valueOf("0.1 + 0.2")).isEqualTo(exact(3, 10));
        assertThat(Sheet.valueOf("sqrt(9/16)")).isEqualTo(exact(3, 4));
        assertThat(Sheet.of().holds("0.1 + 0.2 == 0.3")).isTrue();
    }

    @Test
    void aLevelInsideAProductIsAFaultThatOffersBothConversions() {
        assertThat(Sheet.of("G = 20 dB").fault("G*2 V").message())
                .isEqualTo("this is a level (dB) inside a product: as a ratio of amplitudes it is db2mag(…), as a ratio"
                        + " of powers db2pow(…)");
        assertThat(Sheet.of("P = 20 dBm").fault("P*3").message())
                .isEqualTo("this is a level (dBW) inside a product: its power is db2pow(…)");
        assertThat(Sheet.of("U = 20 dBmV").fault("U/2").message())
                .isEqualTo("this is a level (dBV) inside a product: its amplitude is db2mag(…)");
    }

    /** None of them absolute: of those, only powers and voltages have a ratio. */
    @Test
    void levelsOverLevelsAreNoLevels() {
        Sheet levels = Sheet.of("P = -20 dBm", "Q = -30 dBm", "A = 0.5 dB/m", "U = 3 dBV");
        assertThat(levels.value("(P - Q)/(5 dB)")).isEqualTo(exact(2, 1));
        assertThat(levels.value("(20 dB)/A")).isEqualTo(exact(40, 1));
        assertThat(levels.value("(1 dB/m)/A")).isEqualTo(exact(2, 1));
        assertThat(levels.fault("P/(2 dB)").message()).contains("its power is db2pow(…)");
        assertThat(levels.fault("(2 dB)/U").message()).contains("inside a product");
        assertThat(levels.fault("P/Q").message()).contains("inside a product");
        assertThat(levels.fault("(P - Q)*(2 dB)").message()).contains("inside a product");
    }

    @Test
    void aMismatchSaysWhichOperandIsWhich() {
        assertThat(Sheet.of().fault("3 m + 2 Hz").message())
                .isEqualTo("'+' needs two quantities of one kind: the left operand is a length (m), the right operand"
                        + " is a frequency (Hz)");
    }

    @Test
    void aTermIsEvaluatedAtACase() {
        Sheet sheet = Sheet.of().given("f", Type.real(Dimension.FREQUENCY), new Value.Real(50));
        Steps.declare("w(k) = 2*k*f", sheet.scope());
        assertThat(sheet.number("w(1; f = 1 kHz) + w(1)")).isEqualTo(2100);
        assertThat(sheet.fault("w(1; f = 1 m)").message()).isEqualTo("f is a frequency (Hz); this is a length (m)");
    }

    @Test
    void aHashBeginsAComment() {
        assertThat(Sheet.valueOf("1 + 2 # and 3")).isEqualTo(exact(3, 1));
    }

    @Test
    void everyFunctionIsRegisteredOnceWithSignatureAndHelp() {
        Registry registry = Sheet.of().scope().registry();
        assertThat(registry.functions()).allSatisfy(function -> {
            assertThat(function.signature()).matches("[a-zA-Z][a-z0-9_]*\\([^()]+\\)");
            assertThat(function.help()).isNotBlank().doesNotEndWith(".");
        });
        assertThat(registry.binders())
                .allSatisfy(binder -> assertThat(binder.help()).isNotBlank());
        assertThat(registry.functions()).extracting(Function::name).doesNotHaveDuplicates();
    }

    @Test
    void whatAnExpressionRestsOnIsComputedFromIt() {
        Sheet sheet = Sheet.of("a = sum(k for k in 1:3)", "f(x) = x^2");
        assertThat(sheet.read("1 + 2").uses()).isEqualTo(Uses.NOTHING);
        assertThat(sheet.read("a + f'(2)").uses())
                .isEqualTo(new Uses(
                        java.util.Set.of(Engine.ENUMERATION, Engine.DUAL),
                        java.util.Set.of(),
                        java.util.Set.of("a", "f"),
                        0));
        assertThat(sheet.read("det([1, 2; 3, 4]) + root(x for x in 0..1)")
                        .uses()
                        .engines())
                .containsExactlyInAnyOrder(Engine.LINEAR_SOLVE, Engine.ROOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 rpm in rad/s | 2*pi",
                "50 Hz in krad/s | 100*pi",
                "10 rad/s in Hz | 10/(2*pi)",
                "-2 rad/s in rpm | -1/pi",
                "3000 rpm in Hz | 50",
                "2*pi*50 Hz in rad/s | 100*pi",
                "2*pi*(50 Hz) in rad/s | 100*pi",
                "1/(2*pi*1 s) in Hz | 1/(2*pi)"
            })
    void cyclesThatAreShownAsAnglesAreConverted(String shown, String number) {
        assertThat(Sheet.of().number(shown)).isCloseTo(Sheet.of().number(number), withinPercentage(1e-10));
    }

    /** So they are if a name stands for them. */
    @Test
    void namesKnowTheUnitInWhichTheyWereWritten() {
        Sheet sheet = Sheet.of("n = 60 rpm", "w = 10 rad/s", "m = 2*pi*n");
        assertThat(sheet.number("n in rad/s")).isCloseTo(2 * Math.PI, withinPercentage(1e-10));
        assertThat(sheet.number("w in Hz")).isCloseTo(5 / Math.PI, withinPercentage(1e-10));
        assertThat(sheet.number("m in rad/s")).isCloseTo(2 * Math.PI, withinPercentage(1e-10));
        assertThat(sheet.number("n in Hz")).isCloseTo(1, withinPercentage(1e-10));
    }
}
