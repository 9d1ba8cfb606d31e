package org.ansatz.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "0, 0",
        "1.50, 3/2",
        "00101, 101",
        "1.58e-3, 79/50000",
        ".5, 1/2",
        "5., 5",
        "1e3, 1000",
        "1E+3, 1000",
        "-2.5e-1, -1/4",
        "82.5e-2, 33/40",
        "0.000, 0",
        "1e0, 1",
        "0e5000, 0"
    })
    void decimalsAreReadExactly(String text, String expected) {
        assertThat(Rational.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "e5",
                "1e",
                "1.2.3",
                "1e5e5",
                "--1",
                "1.-5",
                "0x10",
                "1e5001",
                "1e-5001",
                "1e2147483648",
                "1.5e-2147483648",
                "1e-2147483648",
                "1 2",
                "1e99999999999999999999",
                "١e"
            })
    void anythingElseIsNoNumber(String text) {
        assertThatThrownBy(() -> Rational.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aFractionIsKeptInLowestTermsWithAPositiveDenominator() {
        assertThat(Rational.of(6, -4)).hasToString("-3/2");
        assertThat(Rational.of(0, -7)).isEqualTo(Rational.ZERO);
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(NoValue.class).hasMessage("division by zero");
    }

    @Test
    void theFieldAxiomsHold() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Rational a = any(random);
            Rational b = any(random);
            Rational c = any(random);
            String seed = "seed 7, case " + i + ": " + a + ", " + b + ", " + c;
            assertThat(a.plus(b)).as(seed).isEqualTo(b.plus(a));
            assertThat(a.plus(b).plus(c)).as(seed).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.times(b.plus(c))).as(seed).isEqualTo(a.times(b).plus(a.times(c)));
            assertThat(a.minus(a)).as(seed).isEqualTo(Rational.ZERO);
            assertThat(a.plus(b).minus(b)).as(seed).isEqualTo(a);
            assertThat(a.plus(b).denominator().gcd(a.plus(b).numerator()))
                    .as(seed)
                    .isEqualTo(BigInteger.ONE);
            if (b.signum() != 0) {
                assertThat(a.over(b).times(b)).as(seed).isEqualTo(a);
                assertThat(b.pow(-3))
                        .as(seed)
                        .isEqualTo(Rational.ONE.over(b.times(b).times(b)));
            }
            assertThat(a.floor().compareTo(a)).as(seed).isLessThanOrEqualTo(0);
            assertThat(a.floor().plus(Rational.ONE).compareTo(a)).as(seed).isPositive();
            assertThat(a.compareTo(b)).as(seed).isEqualTo(a.minus(b).signum());
        }
    }

    private static Rational any(Random random) {
        return Rational.of(random.nextInt(2_000) - 1_000, 1 + random.nextInt(60));
    }

    /** Numbers of up to 30 bits are computed with as integers of 64 bits; what comes out must not tell. */
    @Test
    void shortNumbersAreComputedWithAsLongOnesAre() {
        long[] edges = {
            0,
            1,
            2,
            3,
            (1L << 15) - 1,
            (1L << 29) + 3,
            (1L << 30) - 1,
            1L << 30,
            (1L << 30) + 1,
            (1L << 31) - 1,
            1L << 31,
            (1L << 62) - 1
        };
        for (long a : edges) {
            for (long b : edges) {
                for (long c : edges) {
                    for (long d : edges) {
                        if (b != 0 && d != 0) {
                            assertComputed(Rational.of(-a, b), Rational.of(c, d));
                            assertComputed(Rational.of(a, b), Rational.of(c, d));
                        }
                    }
                }
            }
        }
    }

    private static void assertComputed(Rational x, Rational y) {
        BigInteger below = x.denominator().multiply(y.denominator());
        BigInteger left = x.numerator().multiply(y.denominator());
        BigInteger right = y.numerator().multiply(x.denominator());
        assertIs(x.plus(y), left.add(right), below);
        assertIs(x.minus(y), left.subtract(right), below);
        assertIs(x.times(y), x.numerator().multiply(y.numerator()), below);
        assertThat(x.compareTo(y)).isEqualTo(left.compareTo(right));
    }

    private static void assertIs(Rational found, BigInteger above, BigInteger below) {
        BigInteger common = above.gcd(below);
        assertThat(found.numerator()).isEqualTo(above.divide(common));
        assertThat(found.denominator()).isEqualTo(below.divide(common));
    }

    @Test
    void aDoubleIsExactlyTheDecimalThatItIs() {
        double[] edges = {
            Double.MIN_VALUE,
            3 * Double.MIN_VALUE,
            Math.nextDown(Double.MIN_NORMAL),
            Double.MIN_NORMAL,
            0.1,
            0.5,
            1 / 3.0,
            Math.nextUp(1),
            0x1p53,
            0x1p62,
            Math.nextUp(0x1p62),
            1e300,
            Double.MAX_VALUE
        };
        for (double x : edges) {
            for (double signed : new double[] {x, -x}) {
                Rational exact = Rational.exactly(signed);
                BigDecimal decimal = new BigDecimal(signed);
                BigInteger scale = BigInteger.TEN.pow(Math.max(0, decimal.scale()));
                BigInteger above = decimal.multiply(new BigDecimal(scale)).toBigIntegerExact();
                assertIs(exact, above, scale);
            }
        }
    }

    @Test
    void aDoubleIsARationalAndBack() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x)) {
                assertThat(Rational.exactly(x).toDouble())
                        .as("seed 11, case " + i)
                        .isEqualTo(x + 0.0);
            }
        }
        assertThatThrownBy(() -> Rational.exactly(Double.NaN))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("no rational number is NaN");
        assertThatThrownBy(() -> Rational.exactly(Double.NEGATIVE_INFINITY))
                .hasMessage("no rational number is -Infinity");
    }

    @Test
    void theDoubleIsTheNearestOne() {
        Random random = new Random(13);
        for (int i = 0; i < 300; i++) {
            BigInteger above = new BigInteger(120, random).add(BigInteger.ONE);
            BigInteger below = new BigInteger(90, random).add(BigInteger.ONE);
            double expected = new BigDecimal(above)
                    .divide(new BigDecimal(below), new MathContext(60))
                    .doubleValue();
            assertThat(Rational.of(above).over(Rational.of(below)).toDouble())
                    .as("seed 13, case " + i)
                    .isEqualTo(expected);
        }
    }

    /** Just above, on and just below what lies halfway between two doubles, for normal and subnormal ones and the largest. */
    @Test
    void halfwayBetweenTwoDoublesTheSmallestPartDecides() {
        Rational tiny = Rational.powerOfTen(-60);
        assertThat(Rational.of((1L << 53) + 1).plus(tiny).toDouble()).isEqualTo(0x1p53 + 2);
        assertThat(Rational.of((1L << 53) + 1).minus(tiny).toDouble()).isEqualTo(0x1p53);
        Random random = new Random(17);
        for (int i = 0; i < 1_000; i++) {
            double below = Math.abs(Double.longBitsToDouble(random.nextLong()));
            below = i % 4 == 0 ? below % Double.MIN_NORMAL : below;
            double above = Math.nextUp(below);
            if (Double.isFinite(above)) {
                Rational half =
                        Rational.exactly(below).plus(Rational.exactly(above)).over(Rational.of(2));
                Rational part = half.times(Rational.powerOfTen(-40 - random.nextInt(300)));
                double even = (Double.doubleToLongBits(below) & 1) == 0 ? below : above;
                String seed = "seed 17, case " + i + ", above " + below;
                assertThat(half.minus(part).toDouble()).as(seed).isEqualTo(below);
                assertThat(half.toDouble()).as(seed).isEqualTo(even);
                assertThat(half.plus(part).toDouble()).as(seed).isEqualTo(above);
                assertThat(half.plus(part).negate().toDouble()).as(seed).isEqualTo(-above);
            }
        }
    }

    @Test
    void beyondTheRangeOfDoublesIsInfinityAndBelowItZero() {
        Rational largest = Rational.exactly(Double.MAX_VALUE);
        Rational halfAUnit = Rational.of(2).pow(970);
        assertThat(largest.plus(halfAUnit).minus(Rational.of(1, 3)).toDouble()).isEqualTo(Double.MAX_VALUE);
        assertThat(largest.plus(halfAUnit).toDouble()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Rational.powerOfTen(5000).negate().toDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Rational.powerOfTen(-5000).toDouble()).isZero();
        Rational halfTheLeast = Rational.of(2).pow(-1075);
        assertThat(halfTheLeast.toDouble()).isZero();
        assertThat(halfTheLeast.times(Rational.of(1_000_001, 1_000_000)).toDouble())
                .isEqualTo(Double.MIN_VALUE);
    }

    /** {@link BigDecimal#doubleValue} is exact in what it rounds: here decimals that end. */
    @Test
    void decimalsBecomeTheDoublesThatTheyAreReadAs() {
        Random random = new Random(19);
        for (int i = 0; i < 1_000; i++) {
            BigDecimal decimal =
                    new BigDecimal(new BigInteger(1 + random.nextInt(200), random), random.nextInt(700) - 330);
            assertThat(Rational.parse(decimal.toString()).toDouble())
                    .as("seed 19, case " + i)
                    .isEqualTo(Double.parseDouble(decimal.toString()));
        }
    }

    @Test
    void aNumberIsADoubleOnlyIfADoubleHoldsAllOfIt() {
        double[] held = {0, 0.5, -2.5, 0x1p53, -0x1p53, 0x3p100, 0x1p-1000, Double.MIN_NORMAL, Double.MAX_VALUE};
        for (double x : held) {
            assertThat(Rational.exactly(x).asDouble()).isEqualTo(x);
            assertThat(Rational.exactly(x).isInRangeOfDoubles()).isTrue();
        }
        Rational beyond = Rational.of((1L << 53) + 1);
        Rational[] others = {
            Rational.of(1, 3),
            beyond,
            beyond.negate(),
            beyond.times(Rational.of(2).pow(100)),
            beyond.over(Rational.of(2).pow(100)),
            Rational.of(2).pow(1024),
            Rational.of(2).pow(-1023),
            Rational.exactly(-Double.MIN_VALUE)
        };
        for (Rational number : others) {
            assertThat(number.asDouble()).as("%s", number).isNaN();
        }
    }

    @Test
    void inRangeIsWhatIsRoundedToADoubleWithAllItsBits() {
        Rational largest = Rational.exactly(Double.MAX_VALUE);
        Rational halfAUnit = Rational.of(2).pow(970);
        Rational smallest = Rational.exactly(Double.MIN_NORMAL);
        Rational less = Rational.of(999_999, 1_000_000);
        assertThat(Rational.of(1, 3).isInRangeOfDoubles()).isTrue();
        assertThat(Rational.powerOfTen(400)
                        .over(Rational.powerOfTen(399).plus(Rational.ONE))
                        .isInRangeOfDoubles())
                .isTrue();
        for (Rational sign : new Rational[] {Rational.ONE, Rational.of(-1)}) {
            assertThat(largest.plus(halfAUnit.times(less)).times(sign).isInRangeOfDoubles())
                    .isTrue();
            assertThat(largest.plus(halfAUnit).times(sign).isInRangeOfDoubles()).isFalse();
            assertThat(Rational.powerOfTen(400).times(sign).isInRangeOfDoubles())
                    .isFalse();
            assertThat(smallest.times(sign).isInRangeOfDoubles()).isTrue();
            assertThat(smallest.times(less).times(sign).isInRangeOfDoubles()).isFalse();
            assertThat(Rational.powerOfTen(-400).times(sign).isInRangeOfDoubles())
                    .isFalse();
        }
    }

    @Test
    void aNumberIsAMantissaFromOneToTwoTimesAPowerOfTwo() {
        Object[][] rows = {
            {Rational.ONE, 0, 1.0},
            {Rational.of(8), 3, 1.0},
            {Rational.of(7), 2, 1.75},
            {Rational.of(-12), 3, -1.5},
            {Rational.of(1, 8), -3, 1.0},
            {Rational.of(-1, 7), -3, -8 / 7.0},
            {Rational.of(2, 3), -1, 4 / 3.0},
            {Rational.of(5).times(Rational.of(2).pow(5000)), 5002, 1.25},
            {Rational.of(5).over(Rational.of(2).pow(5000)), -4998, 1.25}
        };
        for (Object[] row : rows) {
            Rational number = (Rational) row[0];
            assertThat(new Object[] {number, number.exponent(), number.mantissa()})
                    .isEqualTo(row);
        }
    }

    @Test
    void aPowerIsRefusedBeforeItIsComputed() {
        assertThat(Rational.of(2).pow(65_535).numerator().bitLength()).isEqualTo(65_536);
        assertThat(Rational.of(3).pow(32_769).numerator().bitLength()).isEqualTo(51_938);
        assertThat(Rational.of(1, 3).pow(-41_348).numerator().bitLength()).isEqualTo(65_536);
        assertThat(Rational.of(-1).pow(Integer.MIN_VALUE)).isEqualTo(Rational.ONE);
        assertThat(Rational.of(-1).pow(Integer.MAX_VALUE)).isEqualTo(Rational.of(-1));
        assertThat(Rational.ZERO.pow(Integer.MAX_VALUE)).isEqualTo(Rational.ZERO);
        assertThat(Rational.of(5).pow(0)).isEqualTo(Rational.ONE);
        assertThat(Rational.ZERO.pow(0)).isEqualTo(Rational.ONE);
        for (Rational base : new Rational[] {Rational.of(2), Rational.of(3), Rational.of(1, 3), Rational.of(-7, 2)}) {
            for (int exponent : new int[] {65_536, -65_537, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertThatThrownBy(() -> base.pow(exponent)).hasMessage("an exact number of more than 65536 bits");
            }
        }
        assertThatThrownBy(() -> Rational.ZERO.pow(-1)).hasMessage("division by zero");
        assertThat(Rational.of(2).pow(-65_535).bitLength()).isEqualTo(65_536);
        assertThat(Rational.of(3).pow(32_768).bitLength()).isEqualTo(51_937); // 32768 lb 3 = 51936.05
    }

    @Test
    void theLargestExponentsThatAreReadAreFiveThousand() {
        assertThat(Rational.parse("1e5000")).isEqualTo(Rational.powerOfTen(5000));
        assertThat(Rational.parse("1.5e-4999").times(Rational.powerOfTen(5000))).isEqualTo(Rational.of(15));
        assertThatThrownBy(() -> Rational.parse("1.5e-5000")).hasMessage("exponent beyond ±5000: 1.5e-5000");
        assertThatThrownBy(() -> Rational.parse("1e5001")).hasMessage("exponent beyond ±5000: 1e5001");
    }

    @Test
    void differentFractionsAreNotEqualAndNumbersThatAreEqualHashAlike() {
        Set<Integer> hashes = new HashSet<>();
        int different = 0;
        for (int n = -12; n <= 12; n++) {
            for (int d = 1; d <= 12; d++) {
                Rational number = Rational.of(n, d);
                assertThat(Rational.of(-5L * n, -5L * d)).isEqualTo(number).hasSameHashCodeAs(number);
                assertThat(number).isNotEqualTo(Rational.of(n, d + 1).plus(Rational.of(1, 1000)));
                assertThat(number).isNotEqualTo(Rational.of(n + 1, d)).isNotEqualTo(number.toDouble());
                if (number.denominator().intValueExact() == d) {
                    different++;
                    hashes.add(number.hashCode());
                }
            }
        }
        assertThat(Rational.of(2, 3)).isNotEqualTo(Rational.of(2, 5)).isNotEqualTo(Rational.of(4, 3));
        assertThat(hashes).hasSize(different);
    }

    @Test
    void theAbsoluteValueAndTheLengthDoNotDependOnTheSign() {
        assertThat(Rational.of(-7, 2).abs()).isEqualTo(Rational.of(7, 2));
        assertThat(Rational.of(7, 2).abs()).isEqualTo(Rational.of(7, 2));
        assertThat(Rational.ZERO.abs()).isEqualTo(Rational.ZERO);
        assertThat(Rational.of(-7, 2).bitLength()).isEqualTo(3);
        assertThat(Rational.of(1, 1024).bitLength()).isEqualTo(11);
    }

    @Test
    void theSimplestFractionIsFirstAmongAllDenominators() {
        for (int below = 1; below <= 24; below++) {
            for (int low = -50; low <= 50; low++) {
                Rational from = Rational.of(low, below);
                Rational to = from.plus(Rational.of(3, 7 * below + 1));
                assertThat(Rational.simplestBetween(from, to)).isEqualTo(firstBetween(from, to));
                assertThat(Rational.simplestBetween(from, from)).isEqualTo(from);
            }
        }
        assertThat(Rational.simplestBetween(
                        Rational.exactly(Math.nextDown(1 / 3.0)), Rational.exactly(Math.nextUp(1 / 3.0))))
                .isEqualTo(Rational.of(1, 3));
    }

    /** By trying each denominator in turn, and of several numerators the one that is nearest to zero. */
    private static Rational firstBetween(Rational from, Rational to) {
        for (long below = 1; ; below++) {
            Rational scaled = from.times(Rational.of(below));
            Rational up = scaled.negate().floor().negate();
            Rational down = to.times(Rational.of(below)).floor();
            if (up.compareTo(down) <= 0) {
                Rational nearest = up.signum() > 0 ? up : down.signum() < 0 ? down : Rational.ZERO;
                return nearest.over(Rational.of(below));
            }
        }
    }
}
