package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.PartialFractions;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.polynomial.Roots;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Polynomials and transfer functions against closed forms and textbooks. */
class SystemsTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "imag(entry(roots([1, 2, 5]), 2, 1)); 2",
                "max(real(roots([1, -6, 11, -6]))); 3",
                "real(sum(roots([1, -3, 3, -1]))); 3",
                "max(real(poles(prod((s + k) for k in 1:20) / prod((s + k) for k in 1:20) / (s + 7) for s))); -7",
                "min(real(poles(1/prod((s + k) for k in 1:20) for s))); -20",
                "real(sum(poles((s + 1)/(s + 1)^3 for s))); -2",
                "max(real(zeros((s + 1)*(s - 2)/(s^3 + 1) for s))); 2",
                "imag(residue(1/(s^2 + 2*s + 5) for s at -1+2j)); -1/4",
                "real(residue(s/((s + 1)^2*(s + 2)) for s at -1)); 2",
                "real(residue(z^3/(z - 1/2)^2 for z at 1/2)); 3/4",
                "real(entry(partial_fractions((s + 3)/((s + 1)^2*(s + 2)) for s), 3, 3)); 2",
                // Dorf and Bishop, Modern Control Systems, 12th ed., examples 6.3 to 6.5; B. C. Kuo: a symmetric array
                "routh(s^5 + 2*s^4 + 2*s^3 + 4*s^2 + 11*s + 10 for s); 2",
                "routh(s^5 + s^4 + 2*s^3 + 2*s^2 + s + 1 for s); 0",
                "routh(s^5 + 2*s^4 + 24*s^3 + 48*s^2 - 25*s - 50 for s); 1",
                "jury(z^2 - 1/2*z + 2 for z); 2",
                "jury(z^3 - 0.2*z^2 - 0.25*z + 0.05 for z); 0",
                "gain_margin(10/(s*(s + 1)*(s + 5)) for s); 3",
                "phase_crossover(10/(s*(s + 1)*(s + 5)) for s); sqrt(5)",
                "phase_margin(2/(s + 1) for s); 2*pi/3",
                "phase_margin(sqrt(2)/(s*(s + 1)) for s); pi/4",
                "gain_crossover(sqrt(2)/(s*(s + 1)) for s); 1",
                // an angle very near to -180 deg, a notch beside a frequency that no double holds, poles very close
                // together
                "phase_margin(0.75/(s*(s - 0.001)) for s); -atan(0.001/sqrt((sqrt(1e-12 + 2.25) - 1e-6)/2))",
                "gain_margin(21.5*(s^2 + 0.001*s + 38)/(s^2*(s + 5)) for s); 75990/43",
                "real(residue(1/((s + 1/3)*(s + 0.3333333333)) for s at -1/3)); -3e10",
                "bandwidth(25/(s^2 + 4*s + 25) for s); 5*sqrt(1 - 2*0.16 + sqrt(4*0.16^2 - 4*0.16 + 2))",
                "overshoot(25/(s^2 + 4*s + 25) for s); exp(-pi*0.4/sqrt(1 - 0.16))",
                "peak_time(25/(s^2 + 4*s + 25) for s); pi/(5*sqrt(1 - 0.16))",
                "entry(routh_array(s^3 + 6*s^2 + 5*s + 12 for s), 3, 1); 3",
                "entry(routh_array(s^3 + 6*s^2 + 5*s + 30 for s), 3, 1); 12", // of a row of zeros, by 6 s^2 + 30
                "entry(routh_array(s^4 + 2*s^3 + 3*s^2 + 4*s + 5 for s), 4, 1); -6",
                "entry(routh_array(s^2 + sqrt(2)*s + 1 for s), 2, 1); sqrt(2)",
                "entry(jury_table(z^3 - 0.2*z^2 - 0.25*z + 0.05 for z), 3, 1); -0.9975",
                "entry(jury_table(z^3 - 0.2*z^2 - 0.25*z + 0.05 for z), 3, 3); 0.24",
                "entry(jury_table(z^3 - 0.2*z^2 - 0.25*z + 0.05 for z), 2, 1); 1",
                "settling_time(1/(s + 1) for s); log(50)",
                "settling_time(1/(s + 1) for s, band at 5 %); log(20)",
                "settling_time(1/(s + 2) for s, band at 1/10); log(10)/2",
                // Dorf and Bishop, section 7.3; K = -s(s + 1)(s + 2) is stationary at -1 ± 1/√3, and negative at one of
                // them
                "entry(breakaway_points(1/(s*(s + 1)*(s + 2)) for s), 1, 1); -1 + 1/sqrt(3)",
                "min(breakaway_points((s + 2)/(s*(s + 1)) for s)); -2 - sqrt(2)",
                "max(breakaway_points((s + 2)/(s*(s + 1)) for s)); -2 + sqrt(2)",
                "entry(breakaway_points(1/(s^2*(s + 3)) for s), 1, 1); 0",
                "rise_time(1/(s + 1) for s); log(9)",
                "overshoot(1/(s + 1)^3 for s); 0",
                "final_value(10/(s^2 + 3*s + 20) for s); 1/2"
            })
    void aMeasureIsRightWithinItsOwnError(String formula, String expected) {
        Estimate found = Sheet.of().estimate(formula);
        double value = Sheet.of().number(expected);
        assertThat(Math.abs(Arithmetic.real(found.value()) - value))
                .isLessThanOrEqualTo(found.error() + 2 * Math.ulp(value));
        assertThat(found.error()).isLessThan(1e-10 * Math.max(1, Math.abs(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "is_stable(1/(s^2 + s + 1) for s); true",
                "is_stable(1/(s^2 + 1) for s); false",
                "is_stable(1/(s*(s + 1)) for s); false",
                "is_stable((s - 1)/((s - 1)*(s + 2)) for s); true",
                "is_stable(1/(s^3 + 2*s^2 + 3*s + 6) for s); false",
                "is_stable(1/(s^3 + 2*s^2 + 3*s + 5.999) for s); true",
                "is_stable_discrete(1/(z^2 - z + 0.5) for z); true",
                "is_stable_discrete(1/(z + 1) for z); false",
                "is_stable_discrete(1/((z - 2)*(z - 0.5)) for z); false"
            })
    void stabilityIsDecided(String formula, boolean expected) {
        assertThat(Sheet.of().holds(formula)).isEqualTo(expected);
    }

    /** A double root that is not known to be one is as doubtful as it is. */
    @Test
    void rootsThatLieTogetherHaveAnErrorThatSaysSo() {
        Sheet sheet = Sheet.of();
        Term term = sheet.read("roots([1, 2*sqrt(2), 2])").term();
        Estimate found = sheet.frame().estimate(term, 3);
        assertThat(found.error()).isBetween(1e-9, 1e-6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "roots([2]); there are no roots",
                "roots(identity(2)); in one row or column",
                "roots([1, j]); must be real",
                "roots([0, 0]); every number is a root",
                "roots(3); a matrix",
                "poles(sin(s) for s); no quotient of polynomials",
                "poles(s^(1/2) for s); whole number",
                "poles(1/(s + j) for s); real numbers",
                "poles(1/(s - s) for s); division by zero",
                "poles(s^2 + 1 for s); there are no poles",
                "poles(s^65 for s); a power above 64",
                "poles(1/s for s in 0..1); written poles(",
                "poles(1/s for s, t); expected 'in'",
                "residue(1/(s + 1) for s); written residue(",
                "residue(s/((s + 1)^2*(s + 2)) for s at -3); the poles are -2, -1 (2 times)",
                "partial_fractions(s^2/(s + 1) for s); here the degrees are 2 and 1",
                "routh(1/(s + 1) for s); takes a polynomial",
                "is_stable(s^2/(s + 1) for s); 2 and 1",
                "gain_margin(1/(s + 1) for s); the gain margin is infinite",
                // at a pole or a zero on the axis there is no angle
                "gain_margin(6/((s^2 + 4)^2*(s + 100)) for s); the angle is -180 deg at no frequency",
                "phase_crossover((s^2 + 9)/((s + 1)*(s + 2)*(s + 3)) for s); the angle is -180 deg at no frequency",
                "phase_margin(1/(s + 1) for s); no phase margin",
                "phase_margin(3*s/(s^2 + s + 1) for s); at several frequencies",
                "bandwidth(s/(s + 1) for s); there it is 0",
                "bandwidth(1/s for s); there it is infinite",
                "final_value(10/(s^2 - 3*s + 20) for s); they are 1.5 - 4.21307j, 1.5 + 4.21307j",
                "final_value(10/(s*(s + 1)) for s); no steady state",
                "overshoot(1/(s - 1) for s); no steady state",
                "overshoot(s/(s + 1)^2 for s); settles at 0",
                "peak_time(1/(s + 1) for s); it has no peak",
                "settling_time(1/((s + 1)*(s + 1000000)) for s); too far apart",
                "settling_time(1/(s + 1) for s, band at 5); it must lie between 0 and 1",
                "settling_time(1/(s + 1) for s, band at 5 V); such as 5 %",
                "settling_time(1/(s + 1) for s in 1:2); written settling_time(",
                "poles(1/(s + 1) for s, band at 3); written poles(",
                "breakaway_points(1/((s + 1)*(s^2 + 2*s + 5)) for s); there are no points at which branches meet",
                "breakaway_points(3 for s); no root locus",
                "routh_array(s^4 + s^3 + s^2 + s + 1 for s); begins with a zero beside other entries",
                "routh_array(1/(s + 1) for s); takes a polynomial",
                "routh_array(3 for s); a polynomial of the degree 0",
                "jury_table(z + 1 for z); one of at least 2"
            })
    void whatHasNoAnswerSaysWhy(String formula, String message) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(message);
    }

    private static Estimate estimate(String formula) {
        return Sheet.of().estimate(formula);
    }

    /** The error of a column is that of the least certain root, whichever of them that is; exact ones have none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "roots([1, -3, 2]); 0; 0",
                "poles(1/((s + 1)^2*(s - 7)) for s); 0; 0",
                "roots([1, 0, -2]); 1e-17; 1e-14",
                "roots([1, 2e6, 3]); 1e-11; 1e-8",
                "roots([1, -2e6, 3]); 1e-11; 1e-8",
                "partial_fractions(1/(s^2 - 2) for s); 1e-17; 1e-14",
                "partial_fractions(1e12/(s^2 - 2) for s); 1e-7; 1e-2",
                "partial_fractions(1/(s^2 + 2e6*s + 3) for s); 1e-11; 1e-8",
                "partial_fractions(1/(s^2 - 2e6*s + 3) for s); 1e-11; 1e-8",
                "partial_fractions(1e12/((s^2 - 2)*(s - 9)) for s); 1e-7; 1e-2",
                "partial_fractions(1e12/((s^2 - 2)*(s + 9)) for s); 1e-7; 1e-2"
            })
    void theErrorIsThatOfTheLeastCertain(String formula, double least, double most) {
        assertThat(estimate(formula).error()).isBetween(least, most);
    }

    /** A millionth of the size of a pole from it still means it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "residue(3/(s + 1) for s at -1.0000009); true",
                "residue(3/(s + 1) for s at -1.0000011); false",
                "residue(3/(s + 1000) for s at -1000.0009); true",
                "residue(3/(s + 1000) for s at -1000.0011); false",
                "residue(3/(s + 1/1000) for s at -0.0010000009); true",
                "residue(3/(s + 1/1000) for s at -0.0010000011); false",
                "residue(3/s for s at 0); true",
                "residue(3/s for s at 1e-12); false"
            })
    void aResidueIsThatOfAPoleBesideIt(String formula, boolean isMeant) {
        if (isMeant) {
            assertThat(Arithmetic.real(estimate(formula).value())).isEqualTo(3);
        } else {
            assertThat(Sheet.of().fault(formula).getMessage()).contains("there is no pole at", "the poles are");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "roots([1 V, 2 V]); the coefficients must be pure numbers",
                "roots([1, inf]); the coefficients must be finite real numbers",
                "settling_time([1, 2] for s); a single number is needed here",
                "residue(s^2 + 1 for s at 1); there is no pole at 1, nor anywhere else",
                "derivative(real(entry(roots([1, x]), 1, 1)) for x at 1); roots are not differentiated",
                "partial_fractions(0/(s + 1) for s); there are no poles",
                "settling_time(1/(s + 1) for s, band at 0); a band of 0.0 about the final value; it must lie",
                "settling_time(1/(s + 1) for s, band at 1); a band of 1.0 about the final value; it must lie",
                "settling_time(1/(s + 1) for s, t at 1, u at 2); written settling_time(",
                "residue(1/(s + 1) for s at 1, t at 2); written residue("
            })
    void whatIsNotMeantIsRefused(String formula, String message) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(message);
    }

    @Test
    void coefficientsStandInARowOrAColumn() {
        assertThat(Sheet.valueOf("roots([1; -3; 2])")).isEqualTo(Sheet.valueOf("roots([1, -3, 2])"));
        assertThat(Sheet.of().fault("roots([2])").getMessage()).contains("no roots");
    }

    /** Without what is seen by simulated roundings. */
    @Test
    void aColumnIsAsSureAsTheLeastCertainRoot() {
        List<Coefficient> upward = List.of(
                Coefficient.of(Rational.of(3)), Coefficient.of(Rational.of(2_000_000)), Coefficient.of(Rational.ONE));
        List<Roots.Root> roots = new ArrayList<>(Roots.of(Polynomial.of(upward)));
        double largest = Math.max(roots.get(0).error(), roots.get(1).error());
        assertThat(Math.min(roots.get(0).error(), roots.get(1).error())).isBetween(0.0, largest / 2);
        assertThat(largest).isPositive();
        assertThat(Systems.column(roots, "roots").error()).isEqualTo(largest);
        Collections.reverse(roots);
        assertThat(Systems.column(roots, "roots").error()).isEqualTo(largest);
    }

    private static Polynomial polynomial(long... upward) {
        return Polynomial.of(Arrays.stream(upward)
                .mapToObj(c -> Coefficient.of(Rational.of(c)))
                .toList());
    }

    private static Estimate partsOf(Fraction quotient) {
        Loop loop = (Loop) Proxy.newProxyInstance(
                Loop.class.getClassLoader(), new Class<?>[] {Loop.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("fraction");
                    return quotient;
                });
        return Systems.all().stream()
                .filter(rule -> rule.name().equals("partial_fractions"))
                .findFirst()
                .orElseThrow()
                .apply(loop);
    }

    private static Fraction over(Polynomial numerator, Polynomial denominator) {
        return Fraction.of(numerator).times(Fraction.of(denominator).reciprocal());
    }

    /** Whichever of all poles and factors is the least certain, without what is seen by simulated roundings. */
    @Test
    void partialFractionsAreAsSureAsTheLeastCertainNumberInThem() {
        Fraction ofPole = over(polynomial(1), polynomial(3, 2_000_000, 1));
        Fraction ofFactor =
                over(polynomial(1_000_000_000_000L), polynomial(-2, 0, 1).times(polynomial(-9, 1)));
        for (Fraction quotient : List.of(ofPole, ofFactor)) {
            List<PartialFractions.Part> parts = PartialFractions.of(quotient).parts();
            double poles = parts.stream()
                    .mapToDouble(part ->
                            part.pole().exact() != null ? 0 : part.pole().error())
                    .max()
                    .orElseThrow();
            double factors = parts.stream()
                    .mapToDouble(PartialFractions.Part::error)
                    .max()
                    .orElseThrow();
            if (quotient == ofPole) {
                assertThat(factors).isLessThan(poles / 10);
                assertThat(partsOf(quotient).error()).isEqualTo(poles);
            } else {
                assertThat(poles).isLessThan(factors / 10);
                assertThat(partsOf(quotient).error()).isEqualTo(factors);
            }
        }
    }

    private static Type type(String formula) {
        return Sheet.of().read(formula).type();
    }

    /** A residue is in the unit of what is asked times that of the variable. */
    @Test
    void whatIsFoundHasAShapeAndAUnit() {
        assertThat(type("roots([1, 2])")).isEqualTo(Type.COMPLEX.with(Shape.of(-1, 1)));
        assertThat(type("breakaway_points(1/(s*(s + 1)) for s)")).isEqualTo(Type.REAL.with(Shape.of(-1, 1)));
        assertThat(type("partial_fractions(1/(s + 1) for s)")).isEqualTo(Type.COMPLEX.with(Shape.of(-1, 3)));
        assertThat(type("residue(3 V/(s + 1) for s at -1)")).isEqualTo(Type.complex(Dimension.VOLTAGE));
        assertThat(type("residue(3 V/(s + 2 Hz)^2 for s at -2 Hz)"))
                .isEqualTo(Type.complex(Dimension.VOLTAGE.times(Dimension.TIME)));
        assertThat(type("settling_time(1 V/(s + 1) for s)")).isEqualTo(Type.REAL);
    }
}
