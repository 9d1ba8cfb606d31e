package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ansatz.gradient.loss.AsymmetricLoss;
import org.ansatz.gradient.loss.Asymmetry;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.CurvedLoss;
import org.ansatz.gradient.loss.FocalLoss;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.LossGradient;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.loss.Softmax;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SoftmaxFocalLoss;
import org.ansatz.gradient.numeric.Logistic;
import org.ansatz.gradient.numeric.Matrix;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;

/** Logits up to ±1000: every number finite, and right to the last digits, tiny tails too. */
final class ExtremeLogitsTest {

    private static final double[] LOGITS = {
        0, 1e-300, -1e-300, 1e-9, -1e-9, 0.3, -0.7, 5, -5, 20.5, -20.5, 37, -37, 40, -40, 200, -200, 700, -700, 1000,
        -1000
    };

    private static final double RELATIVE = 4e-15;

    private static void assertRight(String what, double found, Dfp exact) {
        double expected = exact.toDouble();
        assertThat(found).as(what).isFinite().isCloseTo(expected, within(RELATIVE * Math.abs(expected) + 1e-310));
    }

    @Test
    void sigmoidAndSoftplusLoseNoDigits() {
        for (double z : LOGITS) {
            assertRight("σ(" + z + ")", Logistic.sigmoid(z), Exactly.sigmoid(z));
            assertRight("softplus(" + z + ")", Logistic.softplus(z), Exactly.softplus(z));
        }
    }

    @Test
    void theBinaryCrossEntropyLosesNoDigits() {
        for (double z : LOGITS) {
            for (double y : new double[] {0, 1}) {
                LossGradient found =
                        BinaryCrossEntropy.of(Matrix.row(y), Reduction.SUM).at(Matrix.row(z));
                double u = y == 1 ? -z : z;
                assertRight("loss at " + z + ", y = " + y, found.loss(), Exactly.softplus(u));
                Dfp slope = Exactly.sigmoid(u);
                assertRight("slope", found.gradient().at(0, 0), y == 1 ? slope.negate() : slope);
            }
        }
    }

    @Test
    void theFocalLossLosesNoDigits() {
        for (double gamma : new double[] {0, 0.5, 1, 2, 5}) {
            for (double z : LOGITS) {
                for (double y : new double[] {0, 1}) {
                    LossGradient found = FocalLoss.balanced(Matrix.row(y), gamma, 0.25, Reduction.SUM)
                            .at(Matrix.row(z));
                    double alpha = y == 1 ? 0.25 : 0.75;
                    assertFocal("γ = " + gamma + ", z = " + z + ", y = " + y, found, y == 1 ? z : -z, y, gamma, alpha);
                }
            }
        }
    }

    /** A margin of 0 makes the asymmetric loss two focal losses. */
    @Test
    void theAsymmetricLossLosesNoDigits() {
        for (double z : LOGITS) {
            Loss positive = AsymmetricLoss.of(Matrix.row(1), new Asymmetry(0.5, 4, 0), Reduction.SUM);
            assertFocal("positive at " + z, positive.at(Matrix.row(z)), z, 1, 0.5, 1);
            Loss negative = AsymmetricLoss.of(Matrix.row(0), new Asymmetry(0.5, 4, 0), Reduction.SUM);
            assertFocal("negative at " + z, negative.at(Matrix.row(z)), -z, 0, 4, 1);
        }
    }

    private static void assertFocal(String what, LossGradient found, double u, double y, double gamma, double alpha) {
        Dfp q = Exactly.sigmoid(-u);
        Dfp p = Exactly.sigmoid(u);
        Dfp surprise = Exactly.softplus(-u);
        Dfp focus = Exactly.power(q, gamma).multiply(Exactly.number(alpha));
        Dfp inner = p.multiply(surprise).multiply(Exactly.number(gamma)).add(q);
        Dfp slope = focus.multiply(inner);
        double tolerance = RELATIVE * (1 + gamma * Math.min(Math.max(u, 0), 800)); // q^γ has γ times the error of ln q
        assertThat(found.loss())
                .as("loss, " + what)
                .isFinite()
                .isCloseTo(
                        focus.multiply(surprise).toDouble(),
                        within(tolerance * focus.multiply(surprise).toDouble() + 1e-310));
        double expected = y == 1 ? -slope.toDouble() : slope.toDouble();
        assertThat(found.gradient().at(0, 0))
                .as("slope, " + what)
                .isFinite()
                .isCloseTo(expected, within(tolerance * Math.abs(expected) + 1e-310));
    }

    @Test
    void negativesBeyondAMarginAreBounded() {
        for (double margin : new double[] {1e-9, 0.05, 0.5, 0.9}) {
            Loss loss = AsymmetricLoss.of(Matrix.row(0), new Asymmetry(1, 4, margin), Reduction.SUM);
            LossGradient wrong = loss.at(Matrix.row(1000));
            assertThat(wrong.loss())
                    .isCloseTo(-Math.pow(1 - margin, 4) * Math.log(margin), within(1e-14 * -Math.log(margin)));
            assertThat(wrong.gradient().at(0, 0)).isZero();
            LossGradient right = loss.at(Matrix.row(-1000));
            assertThat(right.loss()).isZero();
            assertThat(right.gradient().at(0, 0)).isZero();
        }
    }

    /** Logit, margin and γ₋ of a negative, its loss and slope: computed with 60 digits by mpmath from the formulas. */
    private static final double[][] MARGINS = {
        {0.5, 0.001, 0, 0.9714317645896378, 0.6208149653978363},
        {0.5, 0.001, 2, 0.3751783135643682, 0.5235119928564517},
        {0.5, 1e-09, 0, 0.9740769815313854, 0.6224593295531333},
        {0.5, 1e-09, 2, 0.3774115986205012, 0.5261518192281308},
        {0.5, 1e-14, 0, 0.9740769841800802, 0.622459331201838},
        {0.5, 1e-14, 2, 0.3774116008593874, 0.5261518218745566},
        {0.5, 1e-300, 0, 0.9740769841801067, 0.6224593312018546},
        {0.5, 1e-300, 2, 0.3774116008594098, 0.526151821874583},
        {2, 0.001, 0, 2.1185739475083056, 0.8734694933970699},
        {2, 0.001, 2, 1.639867118843083, 1.0675011312062828},
        {2, 1e-09, 0, 2.1269280026539166, 0.8807970705888264},
        {2, 1e-09, 2, 1.650078169166366, 1.076713721166185},
        {2, 1e-14, 0, 2.1269280110428888, 0.8807970779778086},
        {2, 1e-14, 2, 1.6500781794213064, 1.0767137304483891},
        {2, 1e-300, 0, 2.1269280110429727, 0.8807970779778824},
        {2, 1e-300, 2, 1.6500781794214088, 1.076713730448482},
        {20, 0.001, 0, 6.907753217830643, 2.0611493655963767e-06},
        {20, 0.001, 2, 6.893944590700794, 2.085476524604944e-06},
        {20, 1e-09, 0, 19.60447399261998, 0.6733257689826203},
        {20, 1e-09, 2, 19.604473872595367, 0.6733258456759776},
        {20, 1e-14, 0, 19.999995150420958, 0.9999951463104307},
        {20, 1e-14, 2, 19.999995067974435, 0.9999952246342478},
        {20, 1e-300, 0, 20.000000002061153, 0.9999999979388464},
        {20, 1e-300, 2, 19.99999991961501, 1.0000000762626835},
        {40, 0.001, 0, 6.907755278982132, 4.2483542552915706e-15},
        {40, 0.001, 2, 6.893946676179447, 4.298496285020128e-15},
        {40, 1e-09, 0, 20.723265832698058, 4.248354237243075e-09},
        {40, 1e-09, 2, 20.723265791251524, 4.2483544048259155e-09},
        {40, 1e-14, 0, 32.23576655670813, 0.000424655017034294},
        {40, 1e-14, 2, 32.23576655670748, 0.00042465501703455944},
        {40, 1e-300, 0, 40.0, 1.0},
        {40, 1e-300, 2, 40.0, 1.0000000000000002},
        {300, 0.001, 0, 6.907755278982137, 5.148200222412013e-128},
        {300, 0.001, 2, 6.893946676179452, 5.208962859680132e-128},
        {300, 1e-09, 0, 20.72326583694641, 5.148200222412014e-122},
        {300, 1e-09, 2, 20.72326579549988, 5.148200425490656e-122},
        {300, 1e-14, 0, 32.23619130191664, 5.148200222412014e-117},
        {300, 1e-14, 2, 32.236191301915994, 5.14820022241523e-117},
        {300, 1e-300, 0, 300.0, 1.0},
        {300, 1e-300, 2, 300.0, 1.0}
    };

    /** Where σ(z) is nearly 1, the slope is 1/(1 − p_m) of a difference that a small margin alone keeps from zero. */
    @Test
    void aSmallMarginLosesNoDigits() {
        for (double[] row : MARGINS) {
            LossGradient found = AsymmetricLoss.of(Matrix.row(0), new Asymmetry(1, row[2], row[1]), Reduction.SUM)
                    .at(Matrix.row(row[0]));
            String what = "z = " + row[0] + ", m = " + row[1] + ", γ₋ = " + row[2];
            assertThat(found.loss()).as(what).isCloseTo(row[3], within(RELATIVE * row[3]));
            assertThat(found.gradient().at(0, 0)).as(what).isCloseTo(row[4], within(RELATIVE * row[4]));
        }
    }

    /** Differences of these logits are exact: what is lost in rounding them is not the loss's. */
    private static final double[][] ROWS = {
        {1000, -1000, 0},
        {1000, 999, 998},
        {-1000, -1000, -1000},
        {50, 0, -50},
        {0, 40, 0.5},
        {800, 0, 1},
        {3, 2, 1},
        {-700, 0, 20}
    };

    @Test
    void theSoftmaxLossesLoseNoDigits() {
        for (double gamma : new double[] {0, 0.5, 2}) {
            for (double[] z : ROWS) {
                for (int t = 0; t < z.length; t++) {
                    Labels labels = Labels.of(3, t);
                    Loss loss = gamma == 0
                            ? SoftmaxCrossEntropy.of(labels, Reduction.SUM)
                            : SoftmaxFocalLoss.of(labels, gamma, Reduction.SUM);
                    assertSoftmax(
                            "γ = " + gamma + ", class " + t + " of " + Matrix.row(z),
                            loss.at(Matrix.row(z)),
                            z,
                            t,
                            gamma);
                }
            }
        }
    }

    private static void assertSoftmax(String what, LossGradient found, double[] z, int t, double gamma) {
        Dfp rest = Exactly.rest(z, t);
        Dfp total = Exactly.ONE.add(rest);
        Dfp p = Exactly.ONE.divide(total);
        Dfp q = rest.divide(total);
        Dfp surprise =
                rest.toDouble() < 1e-50 ? rest.subtract(rest.multiply(rest).divide(2)) : total.log();
        Dfp focus = Exactly.power(q, gamma);
        assertRight("loss, " + what, found.loss(), focus.multiply(surprise));
        Dfp slope = focus.multiply(
                p.multiply(surprise).multiply(Exactly.number(gamma)).add(q));
        for (int j = 0; j < z.length; j++) {
            Dfp share =
                    Exactly.number(z[j]).subtract(Exactly.number(z[t])).exp().divide(rest);
            assertRight(
                    "slope " + j + ", " + what,
                    found.gradient().at(0, j),
                    j == t ? slope.negate() : slope.multiply(share));
        }
    }

    @Test
    void probabilitiesAndCurvatureStayFinite() {
        for (double[] z : ROWS) {
            assertThat(Softmax.of(z)).matches(all -> Arrays.stream(all).allMatch(p -> p >= 0 && p <= 1));
            assertThat(Softmax.jacobian(z).entries())
                    .matches(all -> Arrays.stream(all).allMatch(Double::isFinite));
            double[] product = new double[3];
            CurvedLoss loss = SoftmaxCrossEntropy.of(Labels.of(3, 0), Reduction.MEAN);
            loss.hessianTimes(z, new double[] {1, -2, 3}, product);
            assertThat(product).matches(all -> Arrays.stream(all).allMatch(Double::isFinite));
        }
    }
}
