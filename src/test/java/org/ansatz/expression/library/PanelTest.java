package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What one interval says of its error, for polynomials of which the distance between the rules is known. */
class PanelTest {

    /** The rule of 7 points takes the Legendre polynomial of degree 14 on −1..1 for this times its weights' sum of 2. */
    private static final double APART = 0.45411756076091775 / 2;

    private static final double SMALL = 1e-8;

    /** How far it is from its mean, by the points that are asked: x² and |x| have the same at each pair of them. */
    private static final double SPREAD =
            panel(Watched.smooth(x -> Math.abs(x) / 2), -1, 1, 1).found().values()[0] / 2;

    private static final double IF_SMOOTH = 2 * SPREAD * Math.pow(200 * APART * SMALL / SPREAD, 1.5);
    private static final double IF_ROUGH = 5 * 2 * APART * SMALL;

    /** Its mean is 1, 15 points are right, and 7 are off by {@link #SMALL} times {@link #APART}. */
    private static double bent(double x) {
        return 1 + x / 2 + SMALL * InterpolantTest.legendre(14, x);
    }

    private static Panel<Totals> panel(Watched integrand, double from, double to, double tolerance) {
        return new Panel<>(integrand.none(), integrand, from, to, tolerance);
    }

    private static double error(Watched integrand, double tolerance) {
        return panel(integrand, -1, 1, tolerance).errors()[0];
    }

    @Test
    void whatIsSmoothIsAsGoodAsTheRule() {
        assertThat(IF_ROUGH).isGreaterThan(10 * IF_SMOOTH);
        assertThat(error(Watched.smooth(PanelTest::bent), 1e-13)).isCloseTo(IF_SMOOTH, within(1e-4 * IF_SMOOTH));
    }

    @Test
    void whatMayBeRoughIsFiveTimesAsBadAsTheRulesAreApart() {
        for (double tolerance : new double[] {0.4 * IF_SMOOTH, 0.9 * IF_SMOOTH, 0.45 * IF_ROUGH, IF_ROUGH}) {
            assertThat(error(Watched.rough(PanelTest::bent), tolerance)).isCloseTo(IF_ROUGH, within(1e-6 * IF_ROUGH));
        }
    }

    /** Its size is 2, so that an error of twice the tolerance is small enough. */
    @Test
    void roundingsAreNoKinkWhereThatDecides() {
        double just = APART * SMALL / 16;
        for (double tolerance : new double[] {0.52 * IF_SMOOTH, 0.48 * IF_ROUGH}) {
            Watched rounded = Watched.rough(PanelTest::bent).rounded(x -> x > 0 ? 1.001 * just : 0);
            assertThat(error(rounded, tolerance)).isCloseTo(IF_SMOOTH, within(1e-4 * IF_SMOOTH));
            assertThat(rounded.roundingsAsked()).containsExactly(-Panel.NODES[0], Panel.NODES[0]);
            Watched less = Watched.rough(PanelTest::bent).rounded(x -> 0.999 * just);
            assertThat(error(less, tolerance)).isCloseTo(IF_ROUGH, within(1e-6 * IF_ROUGH));
        }
        for (double tolerance : new double[] {0.48 * IF_SMOOTH, 0.52 * IF_ROUGH}) {
            Watched rounded = Watched.rough(PanelTest::bent).rounded(x -> 1);
            assertThat(error(rounded, tolerance)).isCloseTo(IF_ROUGH, within(1e-6 * IF_ROUGH));
            assertThat(rounded.roundingsAsked()).as("nothing depends on them").isEmpty();
        }
    }

    @Test
    void roundingsAreAskedForAtTheOutermostSamplesAndOnce() {
        DoubleUnaryOperator shifted = x -> bent(x / 4 - 2);
        Watched two = Watched.rough(shifted, shifted).rounded(x -> 1);
        panel(two, 4, 12, 0.3 * IF_ROUGH);
        assertThat(two.roundingsAsked()).containsExactly(8 - 4 * Panel.NODES[0], 8 + 4 * Panel.NODES[0]);
    }

    /** Only the first of the two is too wrong if it is rough. */
    @Test
    void whatDecidesForOneQuantityDoesNotForAnother() {
        Watched two = Watched.rough(PanelTest::bent, x -> 1000 + bent(x)).rounded(x -> 1);
        double[] errors = panel(two, -1, 1, 0.48 * IF_ROUGH).errors();
        assertThat(errors[0]).isCloseTo(IF_SMOOTH, within(1e-4 * IF_SMOOTH));
        assertThat(errors[1]).isCloseTo(IF_ROUGH, within(1e-4 * IF_ROUGH));
    }

    /** A kink at which the two rules agree shows in the highest coefficients, of degree 13 as well as of 14. */
    @Test
    void whereTheRulesAgreeTheHighestCoefficientsTell() {
        DoubleUnaryOperator odd = x -> 1 + x / 2 + SMALL * InterpolantTest.legendre(13, x);
        assertThat(error(Watched.rough(odd), 1e-13)).isCloseTo(IF_ROUGH, within(1e-6 * IF_ROUGH));
        assertThat(error(Watched.smooth(odd), 1e-13)).isLessThan(1e-14);
    }

    /** To the samples polynomials of higher degrees look like those up to 14, by which the two rules are apart. */
    @Test
    void ofHigherDegreesTheErrorCoversTheDistanceOfTheRules() {
        for (int degree = 16; degree <= 22; degree += 2) {
            int n = degree;
            DoubleUnaryOperator even = x -> 1 + x / 2 + SMALL * InterpolantTest.legendre(n, x);
            double smooth = error(Watched.smooth(even), 1e-13);
            double apart = SPREAD / 200 * Math.pow(smooth / (2 * SPREAD), 2.0 / 3);
            assertThat(error(Watched.rough(even), 1e-13)).as("P%d", n).isGreaterThan(0.999 * 5 * 2 * apart);
        }
    }

    @Test
    void anIntervalMayBeReversed() {
        Panel<Totals> reversed = panel(Watched.rough(PanelTest::bent), 1, -1, 1e-13);
        assertThat(reversed.found().values()[0]).isCloseTo(-2, within(1e-14));
        assertThat(reversed.errors()[0]).isCloseTo(IF_ROUGH, within(1e-6 * IF_ROUGH));
    }

    /** A wave whose rules are a twentieth of its spread apart: five times that is less than the spread, which the error cannot exceed. */
    @Test
    void theErrorOfWhatIsRoughIsNoLessThanOfWhatIsSmooth() {
        DoubleUnaryOperator wave = x -> Math.sin(22 * x + 1);
        double smooth = error(Watched.smooth(wave), 1e-13);
        Watched rough = Watched.rough(wave);
        assertThat(error(rough, 1e-13)).isGreaterThanOrEqualTo(smooth);
        assertThat(error(Watched.rough(x -> 3), 1e-13)).isCloseTo(4 * 0x1p-52 * 6, within(1e-28));
        assertThat(error(Watched.smooth(x -> 3), 1e-13)).isCloseTo(4 * 0x1p-52 * 6, within(1e-28));
    }

    @Test
    void endsTellMoreOnlyOfWhatMayBeRoughAndIsNotLostAnyway() {
        DoubleUnaryOperator noise = x -> Math.sin(1e9 * x + 1);
        Panel<Totals> smooth = panel(Watched.smooth(PanelTest::bent), -1, 1, 1e-13);
        assertThat(smooth.withEnds()).isSameAs(smooth);
        Panel<Totals> lost = panel(Watched.rough(noise), -1, 1, 1e-13);
        assertThat(lost.withEnds()).isSameAs(lost);
        Panel<Totals> oneOfTwo = panel(Watched.rough(noise, PanelTest::bent), -1, 1, 1e-13);
        assertThat(oneOfTwo.withEnds()).isNotSameAs(oneOfTwo);
        Panel<Totals> other = panel(Watched.rough(PanelTest::bent, noise), -1, 1, 1e-13);
        assertThat(other.withEnds()).isNotSameAs(other);
        Panel<Totals> rough = panel(Watched.rough(PanelTest::bent), -1, 1, 1e-13);
        Panel<Totals> seen = rough.withEnds();
        assertThat(seen).isNotSameAs(rough);
        assertThat(seen.withEnds()).isSameAs(seen);
    }

    /** Two hundred times what the rules are apart, beside how far the integrand is from its mean. */
    @Test
    void whatIsAsFarOffAsFromItsMeanIsLost() {
        double all = SPREAD / 200 / APART;
        for (double part : new double[] {0.9, 1.1}) {
            DoubleUnaryOperator more = x -> 1 + x / 2 + part * all * InterpolantTest.legendre(14, x);
            Panel<Totals> panel = panel(Watched.rough(more), -1, 1, 1e-13);
            assertThat(panel.withEnds() == panel).as("%s of it", part).isEqualTo(part > 1);
        }
    }

    /** What nothing but roundings part from their mean is a constant, which may jump at an end; up to a thousandth what is seen there tells more. */
    @Test
    void endsTellMoreOfWhatIsNearlyConstant() {
        DoubleUnaryOperator noise = x -> Math.sin(1e9 * x + 1);
        double size = panel(Watched.smooth(noise), -1, 1, 1).errors()[0] / 2; // of the noise
        for (double part : new double[] {0, 1e-16, 1e-8, 0.99e-3 / size, 1.01e-3 / size}) {
            DoubleUnaryOperator nearly = x -> 0.7 * (1 + part * noise.applyAsDouble(x));
            Panel<Totals> panel = panel(Watched.rough(nearly), -1, 1, 1e-13);
            assertThat(panel.withEnds() == panel).as("noise of %s", part).isEqualTo(part * size > 1e-3);
        }
    }

    /** Half of the interval is 2, so that nothing is looked at closer that seems to be less than the 64th part of what is small enough. */
    @Test
    void whatIsMissedAtBothEndsIsAdded() {
        double width = 1 - Panel.NODES[0];
        DoubleUnaryOperator ends = x -> x < -2 + width ? 4 : x > 2 - width ? 5 : 3;
        Watched integrand = Watched.rough(ends);
        Panel<Totals> panel = panel(integrand, -2, 2, 1);
        Panel<Totals> seen = panel.withEnds();
        assertThat(seen.errors()[0]).isCloseTo(3 * 2 * width, within(1e-13));
        assertThat(seen.found()).isSameAs(panel.found());
        assertThat(integrand.asked()).hasSize(15 + 6);
        double most = 2 * 2 * width; // at the upper end, to which 21 powers of a quarter lead
        for (double part : new double[] {0.999, 1.001}) {
            Watched watched = Watched.rough(ends);
            panel(watched, -2, 2, 64 * most / 12 * part).withEnds();
            assertThat(watched.asked().size()).isEqualTo(part < 1 ? 15 + 6 + 21 : 15 + 6);
        }
    }

    /** By a rounding at the end that is farther from zero. */
    @Test
    void roundedPointsMoveTheIntegralByTheVariation() {
        for (double from : new double[] {0, -4}) {
            Panel<Totals> panel = panel(Watched.smooth(x -> 3 * x), from, from + 4, 1e-13);
            double moved = 12 * Panel.NODES[0] * Math.ulp(4.0);
            assertThat(panel.moved()[0]).isCloseTo(moved, within(1e-13 * moved));
            assertThat(panel.allErrors()[0]).isEqualTo(panel.errors()[0] + panel.moved()[0]);
        }
    }
}
