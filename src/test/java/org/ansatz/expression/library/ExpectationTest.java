package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Continuous;
import org.ansatz.probability.Exponential;
import org.ansatz.probability.Uniform;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means and probabilities as they are found, before roundings are simulated: how sure each is. */
class ExpectationTest {

    private static final double BIT = 0x1p-52;

    private static Estimate mean(Spaces spaces, String asked) {
        return Expectation.means(spaces.asked(asked), 1, values -> List.of(values.get(0)))
                .get(0);
    }

    private static Estimate probability(Spaces spaces, String asked) {
        return Expectation.probability(spaces.asked(asked));
    }

    private static double at(Estimate found) {
        return Arithmetic.real(found.value());
    }

    private static void assertIs(Estimate found, double value, double error) {
        assertThat(at(found)).isCloseTo(value, within(4 * Math.ulp(value)));
        assertThat(found.error()).isCloseTo(error, within(1e-9 * error));
    }

    // ---- single numbers

    /** Of sums of rounded products the rounding is known; where nothing was rounded there is none. */
    @Test
    void ofSingleNumbersTheRoundingIsThatOfEachTerm() {
        Spaces spaces = Spaces.of("B ~ bernoulli(1/4)", "D ~ uniform(1:4)")
                .counted("A", List.of(-1.0, 2.0), List.of(0.25, 0.75), 0, 0);
        assertIs(mean(spaces, "A"), 1.25, 2 * BIT / 2 * 1.75);
        assertIs(mean(spaces, "A*D"), 3.125, 8 * BIT / 2 * 4.375);
        assertIs(mean(spaces, "A | A > 0"), 2, 2 * (2 * 0.75 * BIT / 2 / 0.75) + Math.ulp(2.0));
        Estimate exact = mean(spaces, "B + D");
        assertThat(exact.value()).isEqualTo(Arithmetic.divide(Value.Exact.of(11), Value.Exact.of(4)));
        assertThat(exact.error()).isZero();
        Estimate known = mean(spaces, "D | B == 1 and D > 2");
        assertThat(known.value()).isEqualTo(Arithmetic.divide(Value.Exact.of(7), Value.Exact.of(2)));
        assertThat(known.error()).isZero();
    }

    /** What was left out may be anywhere, with each variable; what is wrong of one probability is so of their product. */
    @Test
    void whatIsLeftOutOfEachVariableCounts() {
        Spaces spaces = Spaces.of()
                .counted("A", List.of(-1.0, 2.0), List.of(0.25, 0.75), 1e-3, 1e-5)
                .counted("B", List.of(1.0, 4.0), List.of(0.5, 0.5), 2e-3, 3e-5);
        assertIs(mean(spaces, "A"), 1.25, 1e-5 * 1.75 + 1e-3 * 2.75);
        assertIs(mean(spaces, "A*B"), 3.125, 4e-5 * 4.375 + 3e-3 * 5.375);
        double part = 4e-5 * 0.375 + 3e-3 * 1.375;
        double whole = 4e-5 * 0.75 + 3e-3 * 1.75;
        assertIs(probability(spaces, "B > 2 | A > 0"), 0.5, (part + 0.5 * whole) / (0.75 - whole));
        assertIs(mean(spaces, "-B | A > 0"), -2.5, (4e-5 * 1.875 + 3e-3 * 2.875 + 2.5 * whole) / (0.75 - whole));
    }

    @Test
    void whatHasTheProbabilityZeroIsNotAskedFor() {
        Spaces spaces = Spaces.of("D ~ discrete([0, 2], [0, 1])", "U ~ uniform(0, 1)")
                .counted("A", List.of(0.0, 2.0), List.of(0.0, 1.0), 0, 0);
        assertThat(at(mean(spaces, "1/D"))).isEqualTo(0.5);
        assertThat(at(mean(spaces, "1/A"))).isEqualTo(0.5);
        assertThat(at(mean(spaces, "U/A"))).isCloseTo(0.25, within(1e-12));
    }

    /** A condition is possible only if its probability is more than what is not known of it. */
    @ParameterizedTest
    @CsvSource({"0.9, true", "1.1, false"})
    void whatMayNeverHappenIsRefused(double part, boolean isKnown) {
        double rare = 0x1p-10;
        Spaces spaces =
                Spaces.of().counted("A", List.of(0.0, 1.0), List.of(1 - rare, rare), part * rare / (1 + rare), 0);
        if (isKnown) {
            assertThat(at(mean(spaces, "A | A > 0.5"))).isCloseTo(1, within(1e-12));
        } else {
            assertThatThrownBy(() -> mean(spaces, "A | A > 0.5"))
                    .isInstanceOf(NoValue.class)
                    .hasMessageContaining("it never happens");
        }
    }

    // ---- single numbers beside densities

    @Test
    void besideADensityWhatIsLeftOutCountsAsWell() {
        Spaces spaces =
                Spaces.of("U ~ uniform(0, 1)").counted("A", List.of(-1.0, 2.0), List.of(0.25, 0.75), 1e-3, 1e-5);
        Estimate found = probability(spaces, "U < 0.25*A");
        assertThat(at(found)).isCloseTo(0.375, within(1e-12));
        assertThat(found.error()).isCloseTo(1e-5 * 0.375 + 1e-3 * 1.375, within(1e-9));
        Estimate mean = mean(spaces, "A*U");
        assertThat(at(mean)).isCloseTo(0.625, within(1e-12));
        assertThat(mean.error()).isCloseTo(1e-5 * 0.875 + 1e-3 * 1.875, within(1e-9));
    }

    /** Each of many numbers that are added up is rounded. */
    @Test
    void besideADensityTheRoundingOfEachTermCounts() {
        Spaces few = Spaces.of("U ~ uniform(0, 1)").counted("A", List.of(1.0, 2.0), List.of(0.5, 0.5), 0, 0);
        Spaces many = Spaces.of("U ~ uniform(0, 1)")
                .counted("A", Collections.nCopies(1024, 1.0), Collections.nCopies(1024, 0x1p-10), 0, 0);
        double rest = probability(few, "U < 0.5 and A > 0").error() - 2 * BIT * 0.5;
        assertThat(rest).isBetween(0.0, 100 * BIT);
        assertThat(probability(many, "U < 0.5 and A > 0").error()).isCloseTo(rest + 1024 * BIT * 0.5, within(BIT));
    }

    // ---- a value that is known of what has a density

    @Test
    void aKnownValueCountsByItsDensity() {
        Spaces spaces = Spaces.of("D ~ uniform(1:2)", "X ~ normal(D, 1)", "U ~ uniform(0, 2)");
        double one = Math.exp(-2);
        double two = Math.exp(-0.5);
        Estimate found = mean(spaces, "D | X == 3");
        assertThat(at(found)).isCloseTo((one + 2 * two) / (one + two), within(1e-15));
        assertThat(found.error()).isBetween(16 * BIT * 1.8, 120 * BIT);
        Estimate known = mean(spaces, "U | U == 1/2");
        assertThat(at(known)).isEqualTo(0.5);
        assertThat(known.error()).isBetween(16 * BIT * 0.5, 40 * BIT);
        assertThatThrownBy(() -> mean(spaces, "U | U == 3")).hasMessageContaining("it never happens");
        assertThat(at(mean(spaces, "X*U | X == 3 and D == 2"))).isCloseTo(3, within(1e-12));
    }

    // ---- densities

    @Test
    void aDensityGivenSomethingIsThatPartOfIt() {
        Spaces spaces = Spaces.of("X ~ normal(0, 1)", "U ~ uniform(0, 1)", "D ~ uniform(1:4)");
        double normal = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        assertDensity(spaces, "X, 1", normal);
        assertDensity(spaces, "X, 1 | X > 0", 2 * normal);
        assertDensity(spaces, "X, 1 | D > 3", normal);
        assertDensity(spaces, "2*X, 2 | D > 3", normal / 2);
        assertDensity(spaces, "U, 2", 0);
        assertDensity(spaces, "U + D, 2.5", 0.25);
    }

    private static Estimate density(Spaces spaces, String asked) {
        SampleSpace space = spaces.asked(asked);
        Term of = space.asked().get(0);
        Term difference = Outcomes.difference(new Term.Comparison(of.span(), space.asked(), List.of(Op.EQUAL)));
        return Expectation.density(space, difference);
    }

    private static void assertDensity(Spaces spaces, String asked, double expected) {
        Estimate found = density(spaces, asked);
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThanOrEqualTo(1e-9 * expected);
        if (expected > 0) {
            assertThat(found.error()).isGreaterThan(16 * BIT * expected);
        }
    }

    // ---- what is never met

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // bounded: never, for certain
                "U + T > 2.5; 0; 0",
                "U*T < -1; 0; 0",
                // unbounded: as good as never
                "X + Z > 100; 0; 1e-300",
            })
    void whatCannotHappenIsZero(String event, double expected, double most) {
        Spaces spaces = Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(0, 1)", "X ~ normal(0, 1)", "Z ~ normal(0, 1)");
        Estimate found = probability(spaces, event);
        assertThat(at(found)).isEqualTo(expected);
        assertThat(found.error()).isBetween(0.0, most);
        assertThat(found.value() instanceof Value.Exact).isEqualTo(most == 0);
    }

    /** Where the range of a variable rests on another one it is not known, and zero is not for certain. */
    @Test
    void whatWasFoundNowhereIsRefused() {
        Spaces spaces = Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(U, U + 1)", "R ~ uniform(0, 1)");
        assertThatThrownBy(() -> probability(spaces, "U + T + R > 4.5"))
                .isInstanceOf(NoValue.class)
                .hasMessageContaining("the event may happen, but was found nowhere")
                .hasMessageContaining("too narrow to be seen by an integral over U");
    }

    // ---- what does not settle

    /** At the last knot, some 700 from the other end, as much as a part in 1e12 may be left of what is asked. */
    @Test
    void aMeanThatGrowsFasterThanOutcomesBecomeUnlikelyIsRefused() {
        Spaces spaces = Spaces.of("L ~ exponential(1)").dense("M", new Mirrored(new Exponential(1)));
        for (String variable : List.of("L", "(-M)")) {
            assertThatThrownBy(() -> mean(spaces, "exp(0.97*" + variable + ")"))
                    .hasMessageContaining("the mean does not converge");
            Estimate found = mean(spaces, "exp(0.95*" + variable + ")");
            assertThat(Math.abs(at(found) - 20)).isLessThanOrEqualTo(found.error());
            assertThat(found.error()).isLessThan(1e-10);
        }
    }

    @Test
    void whatIsInfiniteHasNoMean() {
        assertThatThrownBy(() -> mean(Spaces.of("X ~ normal(0, 1)"), "exp(X^2)"))
                .hasMessage(
                        "a mean cannot be found: what is asked is infinite for some outcomes, or larger than 1.8e308");
    }

    // ---- how sure an integral is

    /** A density that is too large by as many roundings as it may be. */
    private record Rounded(Continuous of) implements Continuous {
        @Override
        public double density(double x) {
            return of.density(x) * (1 + 8 * BIT);
        }

        @Override
        public double below(double x) {
            return of.below(x);
        }

        @Override
        public double above(double x) {
            return of.above(x);
        }

        @Override
        public double[] knots() {
            return of.knots();
        }

        @Override
        public boolean isBoundedBelow() {
            return of.isBoundedBelow();
        }

        @Override
        public boolean isBoundedAbove() {
            return of.isBoundedAbove();
        }

        @Override
        public double draw(DoubleSupplier uniform) {
            return of.draw(uniform);
        }
    }

    @Test
    void theRoundingOfADensityIsWithinTheErrorOfAMean() {
        Spaces spaces = Spaces.of().dense("R", new Rounded(new Uniform(0, 1)));
        Estimate found = mean(spaces, "R");
        assertThat(at(found) - 0.5).isGreaterThan(6 * BIT / 2).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(16 * BIT / 2);
    }

    /** Of the inner probability 65 roundings, of the rule 4, and 8 of the density. */
    @Test
    void theRoundingOfADensityIsInTheErrorOfAProbability() {
        Estimate found = probability(Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(0, 1)"), "U + T < 3");
        assertThat(at(found)).isCloseTo(1, within(4 * BIT));
        assertThat(found.error()).isCloseTo((65 + 4 + 8) * BIT, within(BIT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X^2; 1; 1e-12",
                "exp(U); 1.718281828459045; 1e-12",
                "abs(X); 0.79788456080286536; 1e-12",
                "max(U, T); 0.6666666666666667; 1e-10",
                "abs(U - 0.3)*T; 0.145; 1e-10",
                "U | U > T; 0.6666666666666667; 1e-10",
                "D*U; 1.25; 1e-12"
            })
    void aMeanIsWithinItsError(String asked, double expected, double most) {
        Spaces spaces = Spaces.of("X ~ normal(0, 1)", "U ~ uniform(0, 1)", "T ~ uniform(0, 1)", "D ~ uniform(1:4)");
        Estimate found = mean(spaces, asked);
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isBetween(4 * BIT * expected, most);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X > 1; 0.15865525393145705; 64; 1e-13",
                "X > 8; 6.220960574271784e-16; 64; 1e-13",
                "X > 1 | X > 0; 0.31731050786291410; 128; 1e-12",
                "U + T < 0.25; 0.03125; 72; 1e-10",
                "X > Z; 0.5; 72; 1e-9",
                "U*D > 2; 0.2083333333333333; 64; 1e-12",
                "U > T and T > 1/2; 0.125; 72; 1e-10"
            })
    void aProbabilityIsWithinItsError(String event, double expected, double bits, double part) {
        Spaces spaces = Spaces.of(
                "X ~ normal(0, 1)", "Z ~ normal(0, 1)", "U ~ uniform(0, 1)", "T ~ uniform(0, 1)", "D ~ uniform(1:4)");
        Estimate found = probability(spaces, event);
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isBetween(bits * BIT * at(found), part * expected);
    }

    // ---- what is left open

    /** Two lumps beside each other, the second of little mass. */
    private record Lumps(double second) implements Continuous {
        @Override
        public double density(double x) {
            return x < 0 || x > 2 ? 0 : x < 1 ? 1 - second : second;
        }

        @Override
        public double below(double x) {
            return mass(0, x);
        }

        @Override
        public double above(double x) {
            return mass(x, 2);
        }

        @Override
        public double mass(double a, double b) {
            double first = Math.max(0, Math.min(b, 1) - Math.min(a, 1));
            return (1 - second) * first + second * Math.max(0, Math.max(b, 1) - Math.max(a, 1));
        }

        @Override
        public double[] knots() {
            return new double[] {0, 1, 2};
        }

        @Override
        public boolean isBoundedBelow() {
            return true;
        }

        @Override
        public boolean isBoundedAbove() {
            return true;
        }

        @Override
        public double draw(DoubleSupplier uniform) {
            return 2 * uniform.getAsDouble();
        }
    }

    /** Of an outer variable a hundredth of the tolerance, 1e-13 of the probability 5/6, is left open, and counts as an error. */
    @ParameterizedTest
    @CsvSource({"0.5e-13, true", "0.8e-13, true", "0.85e-13, false", "0.99e-13, false", "1.01e-13, false"})
    void whatIsAlmostImpossibleIsLeftOpen(double mass, boolean isLeft) {
        Spaces spaces = Spaces.of("T ~ uniform(0, 1)").dense("K", new Lumps(mass));
        Estimate found = probability(spaces, "3*T > K");
        double rest = probability(Spaces.of("T ~ uniform(0, 1)").dense("K", new Lumps(0)), "3*T > K")
                .error();
        assertThat(Math.abs(at(found) - (5 / 6.0 - mass / 3))).isLessThanOrEqualTo(found.error());
        assertThat(rest).isLessThan(2e-14);
        assertThat(found.error()).isCloseTo(isLeft ? rest + mass : rest, within(1e-3 * rest));
    }

    /**
     * Where something ceases to be possible at once, the place is known to a rounding or two of the largest number: beside 1000.3 the
     * event has a hundredth of nine tenths, which may reach 2^-48 of 1001 farther.
     */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void anEdgeMayLieARoundingAway(int width) {
        double largest = 1000 + width;
        Spaces spaces =
                Spaces.of("H ~ uniform(1000, " + (1000 + width) + ")", "D ~ uniform(1:100)", "T ~ uniform(0, 1)");
        Estimate found = probability(spaces, "D + H < 1001.3 and 10*T < 9");
        assertThat(Math.abs(at(found) - 0.0027 / width)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isBetween(0x1p-48 * largest * 0.009 / width, 0x1p-48 * largest * 0.0091 / width);
        Estimate mean = mean(spaces, "T | D + H < 1001.3 and 10*T < 9");
        assertThat(at(mean)).isCloseTo(0.45, within(mean.error()));
        assertThat(mean.error()).isBetween(3 * 0x1p-48 * largest, 3.1 * 0x1p-48 * largest);
    }

    private static Law.Atoms atoms(List<Value> values, List<Value> weights, double missing, double error) {
        return new Law.Atoms(() -> new Law.Weighted(values, weights, missing, error), uniform -> values.get(0), true);
    }

    /** Exact numbers with exact probabilities are no exact distribution where something is left out or wrong. */
    @Test
    void whatIsLeftOutOfExactNumbersCounts() {
        List<Value> values = List.of(Value.Exact.of(1), Value.Exact.of(3));
        Value half = new Value.Exact(Rational.of(1, 2));
        double rounding = 2 * BIT / 2;
        Spaces left = Spaces.of().distributed("A", atoms(values, List.of(half, half), 1e-3, 0));
        assertIs(mean(left, "A"), 2, 3e-3 + rounding * 2);
        Spaces wrong = Spaces.of().distributed("A", atoms(values, List.of(half, half), 0, 1e-5));
        assertIs(mean(wrong, "A"), 2, 2e-5 + rounding * 2);
    }

    /** As much as of any of the distributions that a variable may have. */
    @Test
    void ofADistributionThatDependsTheLeastKnownCounts() {
        List<Value> values = List.of(Value.Exact.of(1), Value.Exact.of(3));
        Value half = new Value.Exact(Rational.of(1, 2));
        for (String parameter : List.of("D", "3 - D")) {
            Spaces spaces = Spaces.of("D ~ uniform(1:2)")
                    .distributed("A", parameter, k -> atoms(values, List.of(half, half), k * 1e-3, k * 1e-5));
            assertIs(mean(spaces, "A"), 2, 2e-5 * 2 + 2e-3 * 3 + 4 * BIT / 2 * 2);
        }
    }

    /** Where either of two sums is exact the other one still counts. */
    @Test
    void aQuotientIsExactOnlyIfBothSumsAre() {
        Spaces spaces = Spaces.of("D ~ uniform(1:4)").counted("A", List.of(-1.0, 2.0), List.of(0.25, 0.75), 0, 0);
        assertThat(probability(spaces, "A > 5 | A > 0")).isEqualTo(Estimate.of(0, Double.MIN_VALUE));
        Estimate roots = mean(spaces, "sqrt(D) | D > 2");
        assertThat(at(roots)).isCloseTo((Math.sqrt(3) + 2) / 2, within(BIT * 2));
        assertThat(roots.error()).isBetween(BIT, 8 * BIT);
    }

    // ---- what does not enclose itself

    /** The root passes 0.6815 next to 0.998, where no sample lies between it and the end. */
    @Test
    void aJumpThatNoEnclosureShowsIsWithinTheError() {
        double at = 0.6815 * 0.6815 * 0.6815 + 0.6815;
        Spaces spaces = Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(0, 1)");
        String root = "root(t^3 + t - U for t in 0..1)";
        for (String values : List.of("0.7, 0.9", "3, 4", "1, 2")) {
            double low = Double.parseDouble(values.split(", ")[0]);
            double high = Double.parseDouble(values.split(", ")[1]);
            Estimate found = mean(spaces, "if(" + root + " < 0.6815, " + values + ")");
            assertThat(Math.abs(at(found) - (low * at + high * (1 - at)))).isLessThanOrEqualTo(found.error());
            assertThat(found.error()).isLessThan(1e-3);
        }
        assertThatThrownBy(() -> probability(spaces, root + " < 0.6815"))
                .hasMessageStartingWith("where a condition holds is not seen through ")
                .hasMessageEndingWith(": draw outcomes instead, as in P(…; samples = 10000)");
    }

    @Test
    void aDensityThatIsFoundNowhereIsRefusedOrZero() {
        Spaces bounded = Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(0, 1)");
        assertThat(density(bounded, "U + T, 2.5")).isEqualTo(Estimate.exact(Arithmetic.ZERO));
        Spaces dependent = Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(U, U + 1)", "R ~ uniform(0, 1)");
        assertThatThrownBy(() -> density(dependent, "U + T + R, 4.5"))
                .hasMessageContaining("there may be a density, but was found nowhere");
    }

    // ---- how much work it is

    /** Cut where it has a kink or jumps, an integral over an outer variable takes few values. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"abs(U - 0.3)*T; 0.145", "max(U, 0.7)*T; 0.3725", "if(U > 0.3, 1, 0)*T; 0.35", "T | U > 0.3; 0.5"})
    void anOuterVariableIsCutAtItsKinks(String asked, double expected) {
        Spaces spaces = Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(0, 1)");
        Estimate found = mean(spaces, asked);
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(300 * BIT);
    }

    // ---- kinks beside an end

    /**
     * W goes from 0.7999, and where U &lt; 0.4 what is found of U has a kink or a jump along W at 0.8: between the end and the first sample
     * nothing of that is seen. Along T the end is where enclosures see that something may happen, beside 0.8 as well.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "U + T > 1.2 | U < 0.4; 0.05",
                "U + T > 1.2 | U < 0.6; 0.13333333333333333",
                "U + T > 1.2 | U < 0.41; 0.05378048780487805",
                "U + W > 1.2 and U < 0.4; 0.09995002498750625",
                "U + W > 1.2 and U > 0.2 and U < 0.4; 0.09995002498750625",
                "U*W > 0.32 and U < 0.4; 0.042948843475526605"
            })
    void whereAConditionCutsAnInnerVariableOffThereMayBeAKink(String event, double expected) {
        Spaces spaces = Spaces.of("U ~ uniform(0, 1)", "T ~ uniform(0, 1)", "W ~ uniform(0.7999, 1)");
        assertHolds(probability(spaces, event), expected);
        if (!event.contains("|")) {
            assertHolds(mean(spaces, "if(" + event + ", 1, 0)"), expected);
        }
    }

    @Test
    void whereAConditionCutsAnInnerVariableOffADensityMayJump() {
        Spaces spaces = Spaces.of("U ~ uniform(0, 1)", "W ~ uniform(0.7999, 1)");
        assertHolds(density(spaces, "U + W, 1.2 | U < 0.4"), 0.2 / 0.2001 / 0.4);
        assertHolds(density(spaces, "2*U + W, 1.6 | U < 0.4"), 0.1 / 0.2001 / 0.4);
        assertHolds(mean(spaces, "U | U + W > 1.2 and U < 0.4"), 1 / 3.0);
    }

    private static void assertHolds(Estimate found, double expected) {
        assertThat(Math.abs(at(found) - expected)).isLessThanOrEqualTo(found.error() + Math.ulp(expected));
        assertThat(found.error()).isLessThan(1e-11);
    }
}
