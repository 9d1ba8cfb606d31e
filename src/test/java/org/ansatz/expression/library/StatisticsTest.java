package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistics of random variables. Expected numbers are closed forms, evaluated with 30 digits by mpmath 1.3, unless something else
 * is said. What takes long stands in {@link LongStatisticsTest}.
 */
final class StatisticsTest {

    private static final int TRIALS = 3;

    /** Steps that are allowed where it is tried that they are counted: fewer than usual, so that they are soon spent. */
    private static final long MOST = 500_000;

    static Sheet sheet() {
        return Sheet.of(
                "X ~ normal(0, 1)",
                "Z ~ normal(0, 1)",
                "W ~ normal(0, 1)",
                "V ~ normal(1, 2)",
                "U ~ uniform(0, 1)",
                "T ~ uniform(0, 1)",
                "L ~ exponential(2)",
                "R ~ rayleigh(3)",
                "D ~ uniform(1:6)",
                "C ~ uniform(1:6)",
                "B ~ bernoulli(2/5)",
                "K ~ bernoulli(if(B == 1, 9/10, 1/5))",
                "N ~ poisson(3)",
                "M ~ binomial(10, 1/3)",
                "G ~ geometric(1/4)",
                "S ~ discrete([-1, 1], [1/4, 3/4])",
                "J ~ poisson(2*L)");
    }

    /** Probabilities that were rounded are known to their last digits, and so is what follows from them. */
    @Test
    void listedProbabilitiesThatWereRoundedAreKnownToTheirLastDigits() {
        Sheet listed = Sheet.of("W ~ discrete([1, 2, 4], [sqrt(1/9), 2/3 - 1/sqrt(12), 1/sqrt(12)])");
        Estimate mean = listed.estimate("E(W)");
        double truth = 1 / 3.0 + 2 * (2 / 3.0 - 1 / Math.sqrt(12)) + 4 / Math.sqrt(12);
        assertThat(Arithmetic.real(mean.value())).isCloseTo(truth, within(mean.error()));
        assertThat(mean.error()).isBetween(1e-16, 1e-14);
    }

    private static Estimate estimate(String formula) {
        Sheet sheet = sheet();
        Term term = sheet.read(formula).term();
        Frame frame = sheet.frame();
        return frame.estimate(term, TRIALS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "P(X > 1) ¦ 0.158655253931457051",
                "P(X > 8) ¦ 6.22096057427178412e-16",
                "P(abs(X) < 1e-6) ¦ 7.97884560802732375e-7",
                "P(X^3 - X > 1) ¦ 0.0926323574684016855",
                "P(X > 1 | X > 0) ¦ 0.317310507862914103",
                "P(X == 1) ¦ 0",
                "P(max(X, 0) == 0) ¦ 0.5",
                "P(V > 3 and V < 5) ¦ 0.135905121983277844",
                "P(X + Z > 3) ¦ 0.0169474267623446365",
                "P(X + Z > 100) ¦ 0",
                "P(U + T > 1.9999) ¦ 5e-9",
                "P(U + T > 2.5) ¦ 0",
                "P(U + T < 1 | T > 0.999) ¦ 5e-4",
                "E(U | U + T < 0.01) ¦ 0.00333333333333333333",
                "pdf(U + T, 0.003167) ¦ 0.003167",
                "pdf(U + T, 1.9999) ¦ 1e-4",
                "pdf(U + T, 2.5) ¦ 0",
                "pdf(L + U, 1e-3) ¦ 0.00199800133266693346",
                "P(U/1000 + T > 0.4999 and U/1000 + T < 0.5) ¦ 1e-4",
                "P(X + Z > 12) ¦ 1.07598683562494566e-17",
                "P(U*T < 1/4) ¦ 0.596573590279972655",
                "P(abs(U - T) < 1/3) ¦ 0.555555555555555556",
                "P(L > 1 | L > 1/2) ¦ 0.367879441171442322",
                "P(R < 3) ¦ 0.393469340287366576",
                "P(N >= 5) ¦ 0.184736755476227934",
                "P(N > 60) ¦ 1.31078155269728718e-56",
                "P(G > 3) ¦ 0.421875",
                "P(J == 0) ¦ 0.5",
                "P(S == 1 | S + X == 0.3) ¦ 0.845353404922310291",
                "P(X > 0 | X + Z == 1) ¦ 0.760249938906523269",
                "P(X > Z | X == 1) ¦ 0.841344746068542949",
                "E(X^4) ¦ 3",
                "E(abs(X)) ¦ 0.797884560802865356",
                "E(exp(X)) ¦ 1.64872127070012815",
                "E(if(X > 1, X, 0)) ¦ 0.241970724519143349",
                "E(L | L > 1) ¦ 1.5",
                "E(X | V + X == 2) ¦ 0.2",
                "E(1/N | N > 0) ¦ 0.432683903538644669",
                "var(X + 2*Z - 3*U) ¦ 5.75",
                "var(1000000 + X) ¦ 1",
                "std(R) ¦ 1.96540913268610066",
                "cov(X, X + Z) ¦ 1",
                "correlation(X, X + Z) ¦ 0.707106781186547524",
                "pdf(X + V, 3) ¦ 0.119593415967281981",
                "pdf(X^2, 1) ¦ 0.241970724519143349",
                "pdf(X*Z, 1) ¦ 0.134016241016994274",
                "pdf(U + T, 0.3) ¦ 0.3",
                "pdf(X + U/10^6, 0.3) ¦ 0.381387872668638561",
                "cdf(U + T, 1/2) ¦ 0.125",
                "quantile(X, 0.975) ¦ 1.95996398454005424",
                "quantile(X, 1e-9) ¦ -5.99780701500768687",
                "quantile(V, 1/2) ¦ 1",
                "quantile(L, 0.9) ¦ 1.15129254649702284",
                "quantile(R, 1/2) ¦ 3.53223006754642418",
                "quantile(X^2, 0.95) ¦ 3.84145882069412447",
                "quantile(U*T, 1/2) ¦ 0.186682308850837042",
                "quantile(X, 1/2 | X > 1) ¦ 1.40960870929345569",
                "quantile(max(X, 0), 0.7) ¦ 0.524400512708040784",
                "differences(P(X > a) for a at 1) ¦ -0.241970724519143349",
                "root(P(X > a) - 1/10 for a in 0..3) ¦ 1.2815515655446004",
                // nothing can happen up to just beside a knot; a kink just beside an end; a narrow peak; numbers that
                // no double holds
                "P(min(U, L) > 0.51) ¦ 0.176691520684808366",
                "P(U + T < 1.997) ¦ 0.9999955",
                "E(exp(-1e8*(L - 3)^2)) ¦ 8.78694776981491121e-7",
                "P(D/10 == 3/10 and X > 1) ¦ 0.0264425423219095086",
                "integrate(pdf(X, x) for x in -1..1) ¦ 0.682689492137085897"
            })
    void aStatisticIsWithinItsErrorOfTheClosedForm(String formula, double expected) {
        assertWithinItsError(formula, expected);
    }

    static void assertWithinItsError(String formula, double expected) {
        Estimate found = estimate(formula);
        assertThat(Math.abs(Arithmetic.real(found.value()) - expected))
                .isLessThanOrEqualTo(found.error() + Math.ulp(expected));
        assertThat(found.error()).isLessThanOrEqualTo(1e-7 * Math.max(Math.abs(expected), expected == 0 ? 1e-8 : 0));
    }

    @ParameterizedTest
    @CsvSource({
        "P(D + C == 7), 1/6",
        "E(D), 7/2",
        "var(D + C), 35/6",
        "P(D == 6 | D + C > 10), 2/3",
        "P(B == 1 | K == 1), 3/4",
        "E(M), 10/3",
        "var(M), 20/9",
        "P(M == 0), 1024/59049",
        "'quantile(D, 1/2)', 3",
        "'quantile(D, 1/2 + 1/10^9)', 4",
        "'quantile(D + C, 1/2)', 7",
        "'quantile((D + C)/10, 1/2)', 7/10",
        "'quantile(S, 1/4)', -1",
        "'quantile(-G/3, 1/100)', -17/3",
        "'quantile(D, 1/2 | D > 2)', 4",
        "'cov(D, D + C)', 35/12",
        "E(S), 1/2"
    })
    void whatIsCountedOffIsExact(String formula, String expected) {
        Value value = sheet().value(formula);
        assertThat(value).isInstanceOf(Value.Exact.class);
        assertThat(((Value.Exact) value).number().toString()).isEqualTo(expected);
        assertThat(estimate(formula).error()).isZero();
    }

    /** The engines share neither densities nor tails with how numbers are drawn. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "P(X > 1",
                "P(X + Z > 2 | X > 0",
                "P(R < 3",
                "P(L > 1",
                "P(N >= 5",
                "P(M == 3",
                "P(G > 3",
                "P(J > 1",
                "P(D + C == 7",
                "P(S == 1 | S + X > 0.3",
                "P(X > 6",
                "E(X^2",
                "E(exp(X)",
                "E(max(X, Z)",
                "E(L | L > 1",
                "var(R",
                "std(U",
                "cov(X, X + Z",
                "correlation(X, X + Z",
                "correlation(X, Z",
                "cdf(U*T, 1/4"
            })
    void outcomesThatAreDrawnAgreeWithinTheirError(String formula) {
        double expected = Arithmetic.real(sheet().value(formula + ")"));
        Estimate found = estimate(formula + "; samples = 20000)");
        assertThat(Arithmetic.real(found.value())).isCloseTo(expected, within(found.error()));
        assertThat(found.error()).isPositive().isLessThan(0.2 * Math.max(1, expected));
    }

    @Test
    void theErrorOfASampledProbabilityIsThatOfItsNumberOfOutcomes() {
        double few = estimate("P(X > 1; samples = 1000)").error();
        double many = estimate("P(X > 1; samples = 100000)").error();
        assertThat(few).isBetween(0.09, 0.11);
        assertThat(many).isCloseTo(few / 10, within(few / 50));
        assertThat(estimate("P(X > 9; samples = 1000)").error()).isBetween(0.03, 0.04); // none of 1000 is not never
    }

    @Test
    void unitsAreThoseOfTheVariables() {
        Sheet sheet = Sheet.of("X ~ normal(1 V, 2 V)", "L ~ exponential(5/s)", "R ~ rayleigh(2 mV)");
        for (String formula : new String[] {
            "var(X) in V^2",
            "pdf(X, 1 V) in V^-1",
            "E(L) in s",
            "cov(X, L) in V s",
            "std(R) in V",
            "P(X > 1 V) in %",
            "correlation(X, X + 1 V) in %"
        }) {
            assertThat(sheet.read(formula).unit()).as(formula).isNotNull();
        }
        assertThat(sheet.number("E(L)")).isCloseTo(0.2, within(1e-12));
        assertThatThrownBy(() -> sheet.read("P(X > 1)")).isInstanceOf(ExpressionFault.class);
        assertThatThrownBy(() -> sheet.read("cdf(X, 1 s)")).isInstanceOf(ExpressionFault.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "X + 1 ¦ this depends on X, which is random and has no single value",
                "sum(X for k in 1:3) ¦ this depends on X, which is random",
                "P(1 > 0) ¦ nothing that is random stands here",
                "P(X) ¦ a truth value is needed here",
                "P(X = 1) ¦ to compare, write '=='",
                "P(X > 1 | Z = 1) ¦ '=' defines a name; to compare, write '=='",
                "P(X > 1; n = 100) ¦ what may stand here is the number of outcomes",
                "P(X > 1; samples = 10) ¦ from 100 to 2000000 outcomes are drawn",
                "P(X > 1; samples = 10^9) ¦ from 100 to 2000000 outcomes are drawn",
                "P(X > 1; samples = D) ¦ this depends on D",
                "P(X for X in 0:1) ¦ P binds no variable",
                "sin(X | X > 1) ¦ sin has no condition behind '|'",
                "E(X, Z) ¦ written E(X)",
                "cov(X) ¦ written cov(X, Y)",
                "P(X > 1 | D > 6) ¦ what is known has the probability zero",
                "P(X > 1 | U == 2) ¦ what is known has the probability zero",
                "P(D > 1 | D > 6; samples = 1000) ¦ none of 1000 outcomes meets what is known",
                "P(X > 1 | Z + X == 1 and U + T == 1) ¦ several equalities of what has a density",
                "pdf(D, 1) ¦ has no density: ask for P(X == x)",
                "pdf(max(X, 0), 0) ¦ there is no density",
                "pdf(X, 1; samples = 1000) ¦ a density is not sampled",
                "derivative(P(X > a) for a at 1) ¦ is not differentiated; differences(…) does",
                "E(1/X) ¦ does not settle",
                "E(exp(X^2)) ¦ a mean cannot be found",
                "E(1/X^2; samples = 10000) ¦ makes",
                "E(log(X)) ¦ log is defined for x ≥ 0",
                "P(sqrt(X) > 1) ¦ ",
                "quantile(X, 1) ¦ a probability of 1.0; it must lie between 0 and 1",
                "quantile(X, -1/2) ¦ it must lie between 0 and 1",
                "quantile(X, 1 m) ¦ a pure number is needed here",
                "quantile(X) ¦ written quantile(X, p)",
                "quantile(X, 1/2; samples = 1000) ¦ a quantile is not sampled",
                "correlation(X, 0*X) ¦ the correlation with what does not vary"
            })
    void whatMeansNothingIsRefused(String formula, String said) {
        ExpressionFault fault = sheet().fault(formula);
        assertThat(fault.getMessage()).contains(said == null ? "" : said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "X ~ normal(0, -1) ¦ a standard deviation of -1.0; it must be positive",
                "X ~ normal(0, 0) ¦ a standard deviation of 0.0",
                "X ~ uniform(2, 1) ¦ the first must be below the second",
                "X ~ uniform(6:1) ¦ which is empty",
                "X ~ exponential(0) ¦ a rate of 0.0",
                "X ~ rayleigh(-1) ¦ a scale of -1.0",
                "X ~ bernoulli(3/2) ¦ a probability of 1.5; it must lie between 0 and 1",
                "X ~ binomial(4, -1/2) ¦ a probability of -0.5",
                "X ~ geometric(0) ¦ success never comes",
                "X ~ poisson(-3) ¦ it must not be negative",
                "X ~ discrete([1, 2], [1/2, 1/3]) ¦ probabilities whose total is 0.83",
                "X ~ discrete([1, 2], [1/2, 1/4, 1/4]) ¦ 2 values with 3 probabilities",
                "X ~ discrete([1, 2], [3/2, -1/2]) ¦ a probability of 1.5"
            })
    void aDistributionThatIsNoneIsRefused(String step, String said) {
        assertThat(Sheet.of(step).fault("E(X)").getMessage()).contains(said);
        assertThat(Sheet.of(step).fault("E(X; samples = 100)").getMessage()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "X ~ gauss(0, 1) ¦ 'gauss' is no distribution; there are normal(mean, deviation)",
                "X ~ normal(0) ¦ written normal(mean, deviation)",
                "X ~ 3 ¦ a distribution stands behind '~'",
                "X ~ normal(0 V, 1 A) ¦ the left side is a voltage",
                "X ~ normal(0, y) ¦ unknown name 'y'",
                "X ~ discrete(1, 2) ¦ a list of real numbers is needed here",
                "X(t) ~ normal(0, 1) ¦ expected '='"
            })
    void aDistributionThatCannotBeReadIsRefused(String step, String said) {
        assertThatThrownBy(() -> Sheet.of(step)).hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E(A; samples = 2000000)",
                "P(B + C > 7)",
                "P(D + F + G + H + I > 3)",
                "E(max(max(D, F), max(G, H)))"
            })
    void workIsCounted(String formula) {
        Sheet sheet = Sheet.of(
                "A ~ poisson(90000)",
                "B ~ uniform(1:20000)",
                "C ~ uniform(1:20000)",
                "D ~ normal(0, 1)",
                "F ~ normal(0, 1)",
                "G ~ normal(0, 1)",
                "H ~ normal(0, 1)",
                "I ~ normal(0, 1)");
        Term term = sheet.read(formula).term();
        assertThatThrownBy(() -> sheet.frame().pooled(MOST).value(term))
                .hasMessageContaining("more than " + MOST + " steps");
    }
}
