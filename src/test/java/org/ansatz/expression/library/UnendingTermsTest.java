package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.Monomial;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which terms are asked for, as what, and what becomes of their errors. */
class UnendingTermsTest {

    private static final Span SPAN = new Span(0, 0);

    private static Expansion asSquares(Expansion n) {
        return n.power(Rational.of(-2));
    }

    private static Expansion asHalves(Expansion n) {
        return n.times(log2()).negate().exp();
    }

    private static Coefficient log2() {
        return Coefficient.of(2).log();
    }

    /** Terms whose values and behaviour are said apart. */
    private static final class Series {
        private final Function<Value, Value> term;
        private final Function<Expansion, Expansion> behaviour;
        private Function<Expansion, Expansion> imaginary = n -> Expansion.of(0);
        private DoubleUnaryOperator rounding = k -> 0;
        private long first = 1;
        private int side = 1;
        private final List<Value> asked = new ArrayList<>();

        Series(Function<Value, Value> term, Function<Expansion, Expansion> behaviour) {
            this.term = term;
            this.behaviour = behaviour;
        }

        static Series ofReals(DoubleUnaryOperator term, Function<Expansion, Expansion> behaviour) {
            return new Series(k -> new Value.Real(term.applyAsDouble(Arithmetic.real(k))), behaviour);
        }

        Series from(long number, int towards) {
            first = number;
            side = towards;
            return this;
        }

        Series rounded(DoubleUnaryOperator at) {
            rounding = at;
            return this;
        }

        Series turning(Function<Expansion, Expansion> im) {
            imaginary = im;
            return this;
        }

        Estimate sum() {
            return Unending.of(loop(), true);
        }

        Estimate product() {
            return Unending.of(loop(), false);
        }

        private Loop loop() {
            Domain domain = new Domain.Endless(
                    new Term.Constant(SPAN, Type.INTEGER, Value.Exact.of(first), /* isMeasured= */ false), side);
            return (Loop) Proxy.newProxyInstance(
                    Loop.class.getClassLoader(), new Class<?>[] {Loop.class}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "domain":
                                return domain;
                            case "first":
                                return first;
                            case "once":
                                return ((Supplier<?>) arguments[0]).get();
                            case "at":
                                asked.add((Value) arguments[0]);
                                return term.apply((Value) arguments[0]);
                            case "rounding":
                                return rounding.applyAsDouble(Arithmetic.real((Value) arguments[0]));
                            case "expanded":
                                Expansion n = (Expansion) arguments[0];
                                Expansion re = behaviour.apply(n);
                                return new Loop.Expanded(re, imaginary.apply(n), List.of(re));
                            default:
                                throw new UnsupportedOperationException(method.getName());
                        }
                    });
        }

        double[] numbers() {
            return asked.stream().mapToDouble(Arithmetic::real).toArray();
        }
    }

    private static Series squares() {
        return Series.ofReals(k -> 1 / (k * k), UnendingTermsTest::asSquares);
    }

    private static Series halves() {
        return Series.ofReals(k -> Math.pow(2, -k), UnendingTermsTest::asHalves);
    }

    private static double real(Estimate estimate) {
        return Arithmetic.real(estimate.value());
    }

    @Test
    void upwardAndDownwardAreTheSame() {
        Series down = squares().from(-1, -1);
        Estimate found = down.sum();
        assertThat(real(found)).isCloseTo(Math.PI * Math.PI / 6, within(found.error() + 4e-16));
        assertThat(found.error()).isBetween(1e-16, 1e-13);
        assertThat(down.numbers()).contains(-1, -2, -65, -96).doesNotContain(1, 2, 65);
        assertThat(real(squares().sum())).isEqualTo(real(found));
        assertThat(squares().sum().error()).isEqualTo(found.error());
    }

    /** After 32 terms 2^-32 is left, which is not enough; after 64 2^-64, which 64 more terms confirm. */
    @Test
    void termsAreDoubledUntilWhatIsLeftIsEnough() {
        Series halves = halves().from(0, 1);
        Estimate found = halves.sum();
        assertThat(real(found)).isEqualTo(2);
        assertThat(found.error()).isBetween(1e-16, 0x1p-49);
        assertThat(halves.numbers()).contains(127).doesNotContain(129);
    }

    @Test
    void seriesMayStartFarOut() {
        Series far = squares().from(1000, 1);
        double expected = 1.0 / 1000 + 0.5e-6 + 1.0 / 6e9 - 1.0 / 30e15; // Euler and Maclaurin
        assertThat(real(far.sum())).isCloseTo(expected, within(1e-17));
        assertThat(far.sum().error()).isLessThan(1e-17);
        Series odd = odd().from(1001, 1);
        assertThat(real(odd.sum())).isCloseTo(0.0005, within(1e-9)); // half of those from 1000 on, which is between two
        assertThat(odd.sum().error()).isLessThan(1e-17);
        assertThat(odd.numbers()).contains(2001);
    }

    @Test
    void upTo2To18TermsAreTried() {
        // The terms are four times what their expansion says, so that nothing is ever known of what is left.
        Series other = Series.ofReals(k -> Math.pow(k, -1.5), UnendingTermsTest::asSquares);
        assertThatThrownBy(other::sum)
                .isInstanceOf(NoValue.class)
                .hasMessage(
                        "the series converges, but what is left of it after 262143 terms cannot be told well enough");
        Series factors =
                Series.ofReals(k -> 1 + Math.pow(k, -1.5), n -> Expansion.of(1).plus(asSquares(n)));
        assertThatThrownBy(factors::product)
                .hasMessage(
                        "the product converges, but what is left of it after 262143 terms cannot be told well enough");
    }

    /** The error grows with the roundings; where it passes a millionth of the magnitudes, that is no value. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1, 3})
    void anErrorOfAMillionthIsTooMuch(double scale) {
        Function<Expansion, Expansion> behaviour = n -> asSquares(n).times(Coefficient.of((long) scale));
        double magnitude = Math.abs(scale) * Math.PI * Math.PI / 6;
        double each = 1e-11;
        double error = scaled(scale, behaviour, each).sum().error();
        assertThat(error).isGreaterThan(1e-11);
        double most = each * 1e-6 * magnitude / error;
        assertThat(scaled(scale, behaviour, 0.9 * most).sum().error()).isBetween(0.85e-6 * magnitude, 1e-6 * magnitude);
        assertThatThrownBy(() -> scaled(scale, behaviour, 1.1 * most).sum()).hasMessageContaining("well enough");
    }

    private static Series scaled(double scale, Function<Expansion, Expansion> behaviour, double each) {
        return Series.ofReals(k -> scale / (k * k), behaviour).rounded(k -> each);
    }

    @Test
    void roundingsOfATermAreThoseOfItAndOfItsNumber() {
        double small = squares().sum().error();
        double large = squares().rounded(k -> 1e-12).sum().error();
        double larger = squares().rounded(k -> 2e-12).sum().error();
        assertThat(large).isGreaterThan(2 * small);
        assertThat(larger / large).isBetween(1.7, 2.1);
    }

    /** The factors' own roundings count relative to them, which are 1 or so; a millionth of 1 is too much, whatever the product. */
    @Test
    void errorsOfProductsAreRelative() {
        Function<Expansion, Expansion> behaviour = n -> Expansion.of(1).plus(asSquares(n));
        Estimate plain = factors(behaviour, 0).product();
        double expected = Math.sinh(Math.PI) / Math.PI;
        assertThat(real(plain)).isCloseTo(expected, within(plain.error()));
        assertThat(plain.error()).isBetween(1e-16, 1e-12);
        double each = 1e-10;
        double error = factors(behaviour, each).product().error();
        double most = each * 1e-6 / error;
        assertThat(factors(behaviour, 0.9 * most).product().error()).isBetween(0.8e-6, 1e-6);
        assertThatThrownBy(() -> factors(behaviour, 1.2 * most).product()).hasMessageContaining("well enough");
    }

    private static Series factors(Function<Expansion, Expansion> behaviour, double each) {
        return Series.ofReals(k -> 1 + 1 / (k * k), behaviour).rounded(k -> each);
    }

    /** (1 + j/2)/n² and (1 + j/3)/2^n: either part may be what is left. */
    @Test
    void complexTermsHaveTwoParts() {
        Coefficient half = Coefficient.of(Rational.of(1, 2));
        Series powers = new Series(
                        k -> Arithmetic.multiply(
                                new Value.Complex(1, 0.5), new Value.Real(Math.pow(Arithmetic.real(k), -2))),
                        UnendingTermsTest::asSquares)
                .turning(n -> asSquares(n).times(half));
        Estimate found = powers.sum();
        assertThat(real(found)).isCloseTo(Math.PI * Math.PI / 6, within(found.error()));
        assertThat(Arithmetic.imaginary(found.value())).isCloseTo(Math.PI * Math.PI / 12, within(found.error()));
        Series alone = new Series(k -> new Value.Complex(0, Math.pow(Arithmetic.real(k), -2)), n -> Expansion.of(0))
                .turning(UnendingTermsTest::asSquares);
        assertThat(Arithmetic.imaginary(alone.sum().value())).isCloseTo(Math.PI * Math.PI / 6, within(1e-13));
        double plain = alone.sum().error();
        alone.rounded(k -> 1e-10);
        assertThat(alone.sum().error()).isGreaterThan(10 * plain);
        Series diverging = new Series(k -> new Value.Complex(0, 1 / Arithmetic.real(k)), n -> Expansion.of(0))
                .turning(n -> n.power(Rational.of(-1)));
        assertThatThrownBy(diverging::sum).hasMessageContaining("do not fall fast enough");
    }

    @Test
    void complexFactorsAreRefused() {
        Series complex = new Series(k -> new Value.Complex(1, Math.pow(Arithmetic.real(k), -2)), n -> Expansion.of(1))
                .turning(UnendingTermsTest::asSquares);
        assertThatThrownBy(complex::product).hasMessageContaining("because of factors that are complex");
    }

    /** A term without a rounding is taken at exact numbers; those that have become long after 64 of them, at doubles. */
    @ParameterizedTest
    @CsvSource({"189, true", "190, true", "191, false", "300, false"})
    void longTermsAreTakenAtDoublesAfter64(int bits, boolean staysExact) {
        // The denominator of 2^-65 times it has 66 bits more.
        Rational unit = Rational.of(2).pow(-bits);
        Series series = new Series(
                k -> k instanceof Value.Exact exact
                        ? new Value.Exact(unit.times(
                                Rational.of(2).pow(-(int) exact.number().toDouble())))
                        : new Value.Real(unit.toDouble() * Math.pow(2, -Arithmetic.real(k))),
                n -> asHalves(n).times(Coefficient.of(unit)));
        Estimate found = series.sum();
        assertThat(real(found)).isCloseTo(unit.toDouble(), within(1e-14 * unit.toDouble()));
        assertThat(isExact(series, 64)).isTrue();
        assertThat(isExact(series, 66)).isEqualTo(staysExact);
        assertThat(isExact(series, 127)).isEqualTo(staysExact);
    }

    private static boolean isExact(Series series, long number) {
        Value at = series.asked.stream()
                .filter(k -> Arithmetic.real(k) == number)
                .reduce((one, other) -> other)
                .orElseThrow();
        return at instanceof Value.Exact;
    }

    /** Doubles that give another value in the four terms before are not taken, nor are those that give none. */
    @ParameterizedTest
    @CsvSource({"0, false", "0.5e-12, false", "2e-12, true", "-2e-12, true", "NaN, true"})
    void whereDoublesGiveAnotherValueTermsAreTakenAtExactNumbers(double apart, boolean staysExact) {
        Series series = new Series(
                k -> {
                    double x = Arithmetic.real(k);
                    if (Double.isNaN(apart) && k instanceof Value.Real) {
                        throw new NoValue("exact numbers alone");
                    }
                    boolean isFourth = x == 61; // the first of 61 to 64
                    double off = k instanceof Value.Real && isFourth ? apart : 0;
                    return new Value.Real(Math.pow(2, -x) * (1 + off));
                },
                UnendingTermsTest::asHalves);
        series.sum();
        assertThat(isExact(series, 127)).isEqualTo(staysExact);
    }

    /** Beside the largest of the four, of which the last is an eighth. */
    @ParameterizedTest
    @CsvSource({"0.9e-12, false", "1.1e-12, true"})
    void theFarthestOfTheFourIsHeldAgainstTheLargest(double apart, boolean staysExact) {
        Series series = new Series(
                k -> {
                    double x = Arithmetic.real(k);
                    double off = k instanceof Value.Real && x == 64 ? apart * 0x1p-61 : 0;
                    return new Value.Real(Math.pow(2, -x) + off);
                },
                UnendingTermsTest::asHalves);
        series.sum();
        assertThat(isExact(series, 127)).isEqualTo(staysExact);
    }

    @ParameterizedTest
    @CsvSource({"32756, true", "32757, false"})
    void termsOfMoreThan2To15BitsAreNotWaitedFor(int bits, boolean isShort) {
        // 63², of the last term that is taken, adds 11 bits.
        Rational unit = Rational.of(2).pow(-bits);
        Series series = new Series(
                k -> Arithmetic.real(k) >= 65
                        ? new Value.Real(0)
                        : new Value.Exact(unit.over(Rational.of((long) (Arithmetic.real(k) * Arithmetic.real(k))))),
                n -> Expansion.of(0));
        if (isShort) {
            assertThat(real(series.sum())).isLessThan(1e-300);
        } else {
            assertThatThrownBy(series::sum).hasMessage("the terms of the series grow too long to be taken one by one");
        }
    }

    /** One of so many terms is there, whose place among them has to be known. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 24})
    void termsAreTakenTogether(int period) {
        int place = 1 % period;
        Series series = Series.ofReals(
                        k -> Math.floorMod((long) k, period) == place ? Math.pow(2, -k / period) : 0,
                        n -> n.remainder(Rational.of(period)).equals(Rational.of(place))
                                ? n.times(log2().times(Coefficient.of(Rational.of(1, period))))
                                        .negate()
                                        .exp()
                                : Expansion.of(0))
                .from(0, 1);
        double expected = 2 * Math.pow(2, -(double) place / period);
        Estimate found = series.sum();
        assertThat(real(found)).isCloseTo(expected, within(found.error() + 4e-16));
        assertThat(found.error()).isLessThan(1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 19, 21, 22, 23, 25})
    void otherPeriodsAreNotKnown(int period) {
        Series series = Series.ofReals(
                k -> 0, n -> n.remainder(Rational.of(period)).signum() == 0 ? asSquares(n) : Expansion.of(0));
        assertThatThrownBy(series::sum)
                .hasMessage("whether the series converges cannot be told, because of what is left over a multiple of "
                        + period);
    }

    /** Of 2^−n·sin n no more than a bound is known, for every period; the first is taken. */
    @Test
    void aBoundIsEnoughWhereItFallsExponentially() {
        Series series = Series.ofReals(
                        k -> Math.pow(2, -k) * Math.sin(k), n -> asHalves(n).times(n.sine(/* cosine= */ false)))
                .from(0, 1);
        Estimate found = series.sum();
        double expected = 0.5 * Math.sin(1) / (1.25 - Math.cos(1)); // Im 1/(1 − e^j/2)
        assertThat(real(found)).isCloseTo(expected, within(found.error()));
        assertThat(found.error()).isLessThan(1e-13);
        assertThat(series.numbers()).contains(255).doesNotContain(257);
    }

    @Test
    void whatTermsGoToIsToldFromWhatIsNotKnown() {
        assertThatThrownBy(() -> Series.ofReals(k -> 3, n -> Expansion.of(3)).sum())
                .hasMessage("the series diverges: its terms do not go to zero");
        assertThatThrownBy(() -> Series.ofReals(k -> k, n -> n).sum())
                .hasMessage("the series diverges: its terms do not go to zero");
        assertThatThrownBy(() -> Series.ofReals(k -> 2, n -> Expansion.of(2)).product())
                .hasMessage("the product diverges: its factors do not go to 1");
        assertThatThrownBy(() -> Series.ofReals(
                                k -> 1 + 1 / k, n -> Expansion.of(1).plus(n.power(Rational.of(-1))))
                        .product())
                .hasMessage("the product diverges: its factors do not go to 1 fast enough");
        Expansion nearZero = Expansion.of(Coefficient.of(new Interval(-1e-9, 1e-9)));
        assertThatThrownBy(() -> Series.ofReals(k -> 0, n -> nearZero).sum())
                .hasMessageContaining("cannot be told, because of terms that may or may not go to zero");
        Expansion waves = Expansion.ofPower(Rational.ONE).sine(/* cosine= */ false);
        assertThatThrownBy(() -> Series.ofReals(Math::sin, n -> waves).sum())
                .hasMessageContaining("cannot be told, because of terms that oscillate or are not known well enough");
        assertThatThrownBy(() -> Series.ofReals(k -> 0, n -> asSquares(n).times(nearZero))
                        .sum())
                .isInstanceOf(NoValue.class);
        assertThatThrownBy(() -> Series.ofReals(k -> 0, n -> {
                            throw new NoExpansion("this");
                        })
                        .sum())
                .hasMessage("whether the series converges cannot be told, because of this");
        assertThatThrownBy(() -> Series.ofReals(k -> Math.sin(k) / k, n -> waves.times(n.power(Rational.of(-1))))
                        .sum())
                .hasMessageContaining("because of a part of its terms that oscillates or is not known well enough");
    }

    /** Those of odd numbers, which are known two by two. */
    private static Series odd() {
        return Series.ofReals(k -> k % 2 == 0 ? 0 : 1 / (k * k), n -> n.isOdd() ? asSquares(n) : Expansion.of(0));
    }

    /** Four times the roundings of a group, four times as allowance, for 32 groups and as many as are left beyond them. */
    @Test
    void roundingsOfAllTermsOfAGroupCount() {
        double each = 1e-12;
        double one = 4 * 4 * 32 * each;
        assertThat(squares().rounded(k -> each).sum().error()).isBetween(one, 1.001 * one);
        assertThat(squares().from(-1, -1).rounded(k -> k < 0 ? each : 0).sum().error())
                .isBetween(one, 1.001 * one);
        double two = one / 15; // what an expansion of 14 powers leaves falls with the 16th
        assertThat(odd().rounded(k -> each).sum().error()).isBetween(2 * two, 2.002 * two);
        assertThat(odd().rounded(k -> k > 32 && k % 2 != 0 ? each : 0).sum().error())
                .isBetween(two, 1.002 * two);
    }

    /** From the 40th on each term is another than the expansion says, by less than its rounding: 24 of the first 64, with the 40th. */
    @Test
    void howFarTwoAttemptsAreApartIsPartOfTheError() {
        double off = 1e-10;
        Series plain = squares().rounded(k -> off);
        Series moved = Series.ofReals(k -> 1 / (k * k) + (k < 40 ? 0 : off), UnendingTermsTest::asSquares)
                .rounded(k -> off);
        assertThat(moved.sum().error() - plain.sum().error()).isBetween(23.9 * off, 24.1 * off);
    }

    @Test
    void whatIsRealStaysReal() {
        assertThat(squares().sum().value()).isInstanceOf(Value.Real.class);
    }

    @Test
    void aProductIsRounded() {
        Estimate ones = new Series(k -> Arithmetic.ONE, n -> Expansion.of(1)).product();
        assertThat(real(ones)).isEqualTo(1);
        assertThat(ones.error()).isEqualTo(4 * Math.ulp(1.0));
    }

    /** Of (−1)^n/n² nothing but a bound is known one by one, and all two by two. */
    @Test
    void whatIsKnownTwoByTwoIsTakenBeforeABound() {
        Function<Expansion, Expansion> alternating = n -> {
            try {
                return n.isOdd() ? asSquares(n).negate() : asSquares(n);
            } catch (NoExpansion e) {
                return Expansion.atMost(Monomial.power(Rational.of(-2)));
            }
        };
        double expected = -Math.PI * Math.PI / 12;
        DoubleUnaryOperator term = k -> (k % 2 == 0 ? 1 : -1) / (k * k);
        Estimate real = Series.ofReals(term, alternating).sum();
        assertThat(real(real)).isCloseTo(expected, within(real.error()));
        assertThat(real.error()).isLessThan(1e-13);
        Estimate imaginary = new Series(
                        k -> new Value.Complex(0, term.applyAsDouble(Arithmetic.real(k))), n -> Expansion.of(0))
                .turning(alternating)
                .sum();
        assertThat(Arithmetic.imaginary(imaginary.value())).isCloseTo(expected, within(imaginary.error()));
        assertThat(imaginary.error()).isLessThan(1e-13);
    }

    @Test
    void imaginaryPartsGoToZeroAndAreKnown() {
        Series constant = new Series(k -> new Value.Complex(0, 3), n -> Expansion.of(0)).turning(n -> Expansion.of(3));
        assertThatThrownBy(constant::sum).hasMessage("the series diverges: its terms do not go to zero");
        Series bound = new Series(k -> new Value.Complex(0, 0), n -> Expansion.of(0))
                .turning(n -> Expansion.atMost(Monomial.power(Rational.of(-1))));
        assertThatThrownBy(bound::sum)
                .hasMessageContaining("because of a part of its terms that oscillates or is not known well enough");
    }
}
