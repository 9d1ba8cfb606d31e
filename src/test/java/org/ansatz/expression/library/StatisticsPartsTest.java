package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.List;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure each statistic is, before roundings are simulated, of variables of which something is left out; and what each is. */
class StatisticsPartsTest {

    private static final double BIT = 0x1p-52;

    private static Estimate of(String name, Spaces spaces, String asked) {
        SampleSpace space = spaces.asked(asked);
        Loop loop = (Loop) Proxy.newProxyInstance(
                Loop.class.getClassLoader(), new Class<?>[] {Loop.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("sampleSpace");
                    return space;
                });
        BinderRule rule = Statistics.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return rule.apply(loop);
    }

    /** A is −1 or 2, its mean 1.25, its variance 1.6875; so much is left out. */
    private static Spaces leaving(double missing) {
        return Spaces.of("D ~ discrete([0, 2], [1/2, 1/2])", "C ~ uniform(1:6)", "F ~ discrete([3, 3], [1/2, 1/2])")
                .counted("A", List.of(-1.0, 2.0), List.of(0.25, 0.75), missing, 0)
                .counted("B", List.of(1.0, 1.0), List.of(0.5, 0.5), missing, 0)
                .counted("K", List.of(-1.0, 2.0), List.of(0.25, 0.75), 0, 0);
    }

    private static final double VARIANCE = 1.6875;

    private static double ofMean(double missing) {
        return missing * 2.75;
    }

    private static double ofVariance(double missing) {
        return missing * (1 + VARIANCE) + ofMean(missing) * ofMean(missing);
    }

    private static void assertIs(Estimate found, double value, double error) {
        assertThat(Arithmetic.real(found.value())).isCloseTo(value, within(4 * Math.ulp(value)));
        assertThat(found.error()).isCloseTo(error, within(1e-9 * error));
    }

    @Test
    void aMeanKnowsTheRoundingOfItsSums() {
        assertIs(of("E", leaving(1e-3), "A"), 1.25, ofMean(1e-3));
        assertIs(of("E", leaving(0), "A"), 1.25, BIT * 1.75 + 2 * Math.ulp(1.25));
        assertThat(of("E", leaving(0), "C"))
                .isEqualTo(Estimate.exact(of("E", leaving(0), "C").value()));
        assertThat(of("E", leaving(0), "C + D").error()).isZero();
        assertIs(of("E", leaving(1e-3), "A + B"), 2.25, ofMean(1e-3) + 1e-3 * 2);
    }

    /** About a mean that is off, a variance is off by the square of that. */
    @Test
    void aVarianceKnowsHowFarItsMeanIsOff() {
        for (double missing : new double[] {1e-3, 0.1}) {
            assertIs(of("var", leaving(missing), "A"), VARIANCE, ofVariance(missing));
            assertIs(
                    of("cov", leaving(missing), "A, 3*A"),
                    3 * VARIANCE,
                    missing * (1 + 3 * VARIANCE) + ofMean(missing) * missing * (1 + 3 * 1.75));
        }
    }

    @Test
    void aDeviationIsTheRootWithItsError() {
        double size = Math.sqrt(VARIANCE);
        assertIs(of("std", leaving(1e-3), "A"), size, ofVariance(1e-3) / size + Math.ulp(size));
        // of 0 the root of an error is left, which is far larger
        assertIs(of("std", leaving(1e-3), "B"), 0, Math.sqrt(1e-3 + 4e-6));
        assertThat(of("std", leaving(0), "D")).isEqualTo(Estimate.of(1, BIT));
        Estimate rounded = of("std", leaving(0), "C");
        assertIs(rounded, Math.sqrt(35 / 12.0), Math.ulp(Math.sqrt(35 / 12.0)));
        assertThat(of("std", leaving(0), "F")).isEqualTo(new Estimate(Value.Exact.of(0), 0));
    }

    @Test
    void aCorrelationIsAsSureAsItsThreeParts() {
        assertThat(of("correlation", leaving(0), "D, 2*D")).isEqualTo(Estimate.of(1, 2 * BIT));
        for (int sign : new int[] {1, -1}) {
            double missing = 1e-3;
            double x = VARIANCE;
            double y = 9 * VARIANCE;
            double ofX = ofVariance(missing);
            double meanY = missing * (1 + 3 * 1.75);
            double ofY = missing * (1 + y) + meanY * meanY;
            double ofBoth = missing * (1 + 3 * VARIANCE) + ofMean(missing) * meanY;
            double scale = Math.sqrt(x * y);
            double ofScale = (ofX * y + ofY * x) / scale + Math.ulp(scale);
            assertIs(
                    of("correlation", leaving(missing), "A, " + 3 * sign + "*A"),
                    sign,
                    (ofBoth + ofScale) / scale + BIT);
        }
        double half = of("correlation", leaving(0), "C, C + 2*D").error();
        assertThat(half).isBetween(BIT, 8 * BIT);
    }

    /** Where more is left out than it varies, it may be constant. */
    @ParameterizedTest
    @CsvSource({"A, K, 0.2, true", "A, K, 0.45, false", "K, A, 0.2, true", "K, A, 0.45, false"})
    void whatMayNotVaryHasNoCorrelation(String first, String second, double missing, boolean varies) {
        String asked = first + ", " + second;
        if (varies) {
            assertThat(Arithmetic.real(
                            of("correlation", leaving(missing), asked).value()))
                    .isCloseTo(0, within(1e-12));
        } else {
            assertThatThrownBy(() -> of("correlation", leaving(missing), asked))
                    .isInstanceOf(NoValue.class)
                    .hasMessage("the correlation with what does not vary");
        }
    }

    // ---- what each is

    private static Sheet sheet() {
        return Sheet.of(
                "X ~ normal(0, 1)",
                "Z ~ normal(0, 1)",
                "D ~ uniform(1:6)",
                "V ~ normal(1 V, 2 V)",
                "S ~ exponential(5/s)",
                "G ~ normal(1 dB, 2 dB)");
    }

    @Test
    void unitsFollowFromTheVariables() {
        Dimension volt = Dimension.VOLTAGE;
        assertType("P(V > 1 V)", Dimension.NONE);
        assertType("E(V)", volt);
        assertType("var(V)", volt.times(volt));
        assertType("std(V)", volt);
        assertType("cov(V, S)", volt.times(Dimension.TIME));
        assertType("correlation(V, S)", Dimension.NONE);
        assertType("pdf(V, 1 V)", Dimension.NONE.over(volt));
        assertType("cdf(V, 1 V)", Dimension.NONE);
        assertType("quantile(V, 1/2)", volt);
    }

    private static void assertType(String formula, Dimension dimension) {
        assertThat(sheet().read(formula).type()).as(formula).isEqualTo(Type.real(dimension));
    }

    /** A probability of one variable with a density is a difference of tails; all else is integrated over. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "P(X > 1) ¦ expectation",
                "P(X + D > 1) ¦ expectation",
                "P(X + Z > 1) ¦ quadrature",
                "P(D > 1) ¦ expectation",
                "E(D) ¦ expectation",
                "E(X) ¦ quadrature",
                "var(X) ¦ quadrature",
                "pdf(X, 1) ¦ expectation",
                "pdf(X + Z, 1) ¦ quadrature",
                "cdf(X, 1) ¦ expectation",
                "quantile(X, 1/2) ¦ expectation",
                "P(X > 1; samples = 1000) ¦ sampling",
                "E(D; samples = 1000) ¦ sampling"
            })
    void howItIsFoundIsSaid(String formula, String engine) {
        Engine expected = switch (engine) {
            case "quadrature" -> Engine.QUADRATURE;
            case "sampling" -> Engine.SAMPLING;
            default -> Engine.EXPECTATION;
        };
        assertThat(sheet().read(formula).uses().engines()).contains(expected);
        assertThat(sheet().read(formula).uses().engines())
                .filteredOn(each -> List.of(Engine.QUADRATURE, Engine.SAMPLING, Engine.EXPECTATION)
                        .contains(each))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "P(X > 1, X > 2); written P(X > 1)",
                "E(X, Z); written E(X)",
                "var(X, Z); written var(X)",
                "std(X, Z); written std(X)",
                "cov(X); written cov(X, Y)",
                "correlation(X); written correlation(X, Y)",
                "pdf(X); written pdf(X, x)",
                "cdf(X); written cdf(X, x)",
                "E(G); levels in dB have no mean",
                "pdf(X, 1 V); V"
            })
    void whatCannotBeAskedIsRefused(String formula, String message) {
        assertThatThrownBy(() -> sheet().read(formula)).hasMessageContaining(message);
    }
}
