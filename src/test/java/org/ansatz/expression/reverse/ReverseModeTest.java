package org.ansatz.expression.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients in one pass back, against dual numbers, the adjoint identity, and gradients known in closed form. */
class ReverseModeTest {

    private static final int SEEDS = 12;

    /** X is k × n, Y of the same shape, M is n × m, S is square and far from singular, c is a column of k, r a row of n. */
    private static Sheet sheet(long seed, String... steps) {
        Random random = new Random(seed);
        int k = 2 + random.nextInt(4);
        int n = 2 + random.nextInt(4);
        int m = 1 + random.nextInt(4);
        Sheet sheet = Sheet.of();
        Matrices.give(sheet, "X", Matrices.random(random, k, n));
        Matrices.give(sheet, "U", Matrices.random(random, k, n));
        Matrices.give(sheet, "Y", Matrices.random(random, k, n));
        Matrices.give(sheet, "M", Matrices.random(random, n, m));
        Matrices.give(sheet, "c", Matrices.random(random, k, 1));
        Matrices.give(sheet, "r", Matrices.random(random, 1, n));
        double[] square = Matrices.entries(Matrices.random(random, k, k));
        for (int i = 0; i < k; i++) {
            square[i * (k + 1)] += 4;
        }
        Matrices.give(sheet, "S", Matrices.of(k, k, square));
        Matrices.giveList(sheet, "list", random.ints(n, 1, k + 1).toArray());
        Matrices.giveList(sheet, "some", random.ints(3, 1, n + 1).toArray());
        Matrices.giveList(sheet, "same", random.ints(n, 1, n + 1).toArray());
        Matrices.give(sheet, "a", 0.3 + random.nextDouble());
        for (String step : steps) {
            sheet = sheet.step(step);
        }
        return sheet;
    }

    private static double inner(Value a, Value b) {
        double[] x = Matrices.entries(a);
        double[] y = Matrices.entries(b);
        assertThat(x).hasSameSizeAs(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X + Y",
                "Y - X",
                "-X",
                "a*X",
                "X/a",
                "X .* Y",
                "Y ./ (3 .+ X .^ 2)",
                "X*M",
                "S*X",
                "X'",
                "X*X'",
                "X .+ c",
                "X .- r",
                "X .* c",
                "r ./ (2 .+ X .^ 2)",
                "(c'*X) .+ X",
                "c .+ r .* X",
                "(1 .+ X .^ 2) .^ a",
                "a .^ X",
                "(1 .+ exp(X)) .^ Y",
                "exp(X)",
                "log(1 .+ X .* X)",
                "sin(X) .* cos(X)",
                "sqrt(1 .+ X .^ 2)",
                "tanh(X)",
                "sigmoid(X)",
                "softplus(X)",
                "relu(X)",
                "abs(X)",
                "log1p(X .^ 2)",
                "softmax(X)",
                "log_softmax(X)",
                "logsumexp(X)",
                "softmax(X')",
                "log_softmax(X .+ c)",
                "row_sums(X)",
                "column_sums(X)",
                "row_means(X .^ 2)",
                "column_means(sin(X))",
                "columns(X, some)",
                "rows(X, list)",
                "pick(X, list)",
                "pick(log_softmax(X), list)",
                "diag(row_sums(X))",
                "diag(X*r')",
                "inv(S + 0.1*X*X')",
                "solve(S + 0.1*X*X', X)",
                "sign(X) .* X",
                "step(X) .* X",
                "onehot(list, 9)'*ones(9, 1)*column_sums(X)",
                "[entry(X, 1, 1), entry(X, 2, 2); sum(X), 1]"
            })
    void theTransposedDerivativeIsTheDerivativeTransposed(String map) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Sheet sheet = sheet(seed);
            Value value = sheet.value(map);
            Value.Array v = Matrices.random(new Random(-seed), rows(value), columns(value));
            Matrices.give(sheet, "V", v);
            String along = map.replaceAll("\\bX\\b", "(X + t*U)");
            Value forward = sheet.value("derivative(" + along + " for t at 0)");
            Value back = sheet.value("grad(dot(V, " + map + ") by X)");
            double left = inner(v, forward);
            assertThat(inner(back, sheet.value("U")))
                    .as(map + ", seed " + seed)
                    .isCloseTo(
                            left, within(1e-13 * (1 + norm(v) * norm(forward) + norm(back) * norm(sheet.value("U")))));
        }
    }

    private static double norm(Value value) {
        return Math.sqrt(inner(value, value));
    }

    private static int rows(Value value) {
        return value instanceof Value.Array ? ((Value.Array) value).rows() : 1;
    }

    private static int columns(Value value) {
        return value instanceof Value.Array ? ((Value.Array) value).columns() : 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(X)",
                "mean(X .^ 2)",
                "max(X)",
                "min(X .* Y)",
                "norm(X)",
                "norm(X - Y)^2/2",
                "trace(X*Y')",
                "dot(X, X)",
                "det(S + X*X')",
                "entry(X, 2, 1)^3",
                "entry(X*X', 1, 2)",
                "max(entry(X, 1, 1), entry(X, 1, 2), 0.1)",
                "atan2(entry(X, 1, 1), entry(X, 2, 2))",
                "sum(entry(X, 1, k)^2 for k in 1:2)",
                "prod(entry(X, k, 1) for k in 1:2)",
                "sum(sum(entry(X, i, k)*i for i in 1:2) for k in 1:2 if k > 1)",
                "if(sum(X) > 0, sum(X .^ 2), sum(X .^ 3))",
                "sum(X .^ 2)/(1 + sum(X .^ 2))",
                "a^norm(X)",
                "sum(softmax(X) .* log_softmax(X))",
                "-mean(pick(log_softmax(X .+ c), list))",
                "sum(sigmoid(X*M).^2)",
                "exp(-sum(X .^ 2))*sum(tanh(X))",
                "f(X) + f(Y)*f(2*X)",
                "g",
                "f(X; a = sum(X))",
                "integrate(a*x for x in 0..1)*sum(X)"
            })
    void theGradientIsWhatDualNumbersGiveEntryByEntry(String loss) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Sheet sheet =
                    sheet(seed, "f(Z) = sum(tanh(Z) .* Z) + a", "p = softmax(X)", "g = sum(p .* Y) - sum(p .^ 2)");
            Value reverse = sheet.value("grad(" + loss + " by X)");
            Value forward = sheet.value("derivative(" + loss + " by X)");
            assertThat(Arrays.distance(reverse, forward))
                    .as(loss + ", seed " + seed)
                    .isLessThan(2e-14 * (1 + Arrays.size(forward)));
        }
    }

    @Test
    void aRandomExpressionHasTheSameGradientForwardAndBack() {
        for (long seed = 1; seed <= 300; seed++) {
            String loss = RandomLoss.of(new Random(seed));
            Sheet sheet = sheet(seed);
            Value reverse = sheet.value("grad(" + loss + " by X)");
            Value forward = sheet.value("derivative(" + loss + " by X)");
            assertThat(Arrays.distance(reverse, forward))
                    .as(loss + ", seed " + seed)
                    .isLessThan(1e-12 * (1 + Arrays.size(forward)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(X .^ 2); 2*X",
                "trace(X*Y'); Y",
                "norm(X); X/norm(X)",
                "sum(S*X); column_sums(S)' .+ 0*X",
                "mean(X); (X ./ X)/sum(X ./ X)",
                "sum(softplus(X)); sigmoid(X)",
                "dot(Y, softmax(X)); softmax(X) .* (Y .- column_sums(softmax(X) .* Y))",
                "-dot(softmax(Y), log_softmax(X)); softmax(X) - softmax(Y)",
                "log(det(S + X*X')); (inv(S + X*X') + inv(S + X*X')')*X",
                "norm(S*X - Y)^2; 2*S'*(S*X - Y)",
                "sum(X*M*M'*X'); 2*column_sums(X)*M*M' .+ 0*X"
            })
    void closedForms(String loss, String gradient) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Sheet sheet = sheet(seed);
            Value expected = sheet.value(gradient);
            assertThat(Arrays.distance(sheet.value("grad(" + loss + " by X)"), expected))
                    .as(loss + ", seed " + seed)
                    .isLessThan(1e-12 * (1 + Arrays.size(expected)));
        }
    }

    @Test
    void theGradientOfExactNumbersIsExact() {
        Sheet sheet = Sheet.of();
        assertThat(sheet.holds("grad(sum(V .* V)/3 for V at [1, 1/7; 5, 2]) == [2/3, 2/21; 10/3, 4/3]"))
                .isTrue();
        assertThat(sheet.holds("grad(x^3 for x at 2) == 12")).isTrue();
    }

    @Test
    void whatDoesNotDependOnTheVariableHasTheGradientZero() {
        assertThat(Sheet.of().holds("grad(5 for V at [1, 2]) == [0, 0]")).isTrue();
    }

    @Test
    void theHessianTimesAVectorIsTheDerivativeOfTheGradient() {
        Sheet sheet = sheet(5);
        Value product = sheet.value("derivative(grad(logsumexp(x) for x at c + t*row_sums(U)) for t at 0)");
        Value closed = sheet.value("(diag(softmax(c)) - softmax(c)*softmax(c)')*row_sums(U)");
        assertThat(Arrays.distance(product, closed)).isLessThan(1e-14);
    }

    @Test
    void aRouteByReverseModeRestsOnItsEngine() {
        Sheet sheet = sheet(1);
        assertThat(sheet.read("grad(sum(X .^ 2) by X)").uses().engines()).containsExactly(Engine.REVERSE);
        assertThat(sheet.read("derivative(sum(X .^ 2) by X)").uses().engines()).containsExactly(Engine.DUAL);
        Value broken = sheet.value("grad(sum(X .^ 2) by X)", frame -> frame.breaking(Engine.REVERSE));
        assertThat(Arrays.distance(broken, sheet.value("2*X"))).isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "grad(X by X) ¦ the gradient is of a single number, such as a loss",
                "grad(sum(X) by 3) ¦ expected the name of a variable",
                "grad(sum(X) by pi) ¦ pi is not a variable that can be differentiated by",
                "grad(sum(X)) ¦ grad binds a variable",
                "grad(sum(abs(V)) for V at 0*X) ¦ a kink: the slope is -1 before and 1 after",
                "grad(sum(relu(V)) for V at 0*X) ¦ a kink: the slope is 0 before and 1 after",
                "grad(max(V) for V at 0*X) ¦ a kink: the slope is 0 before and 1 after",
                "grad(norm(0*X) by X) ¦ norm has no derivative at 0",
                "grad(integrate(x*sum(X) for x in 0..1) by X) ¦ reverse mode does not go through this",
                "grad(sum(1 for k in [entry(X, 1, 1), 2]) by X) ¦ what a variable ranges over",
                "grad(abs(sum(X)*(1 + 1j)) by X) ¦ reverse mode is for real numbers",
                "grad(sum(log(-exp(X))) by X) ¦ log is defined for x ≥ 0",
                "softmax(r) ¦ transpose it",
                "pick(X, [1]) ¦ pick takes one number for each column: 1 numbers for a matrix",
                "columns(X, [99]) ¦ column 99 of",
                "columns(X, X) ¦ a list is one row or one column",
                "onehot([1, 4], 3) ¦ class 4 of 3",
                "sum(3) ¦ over a variable it is sum(… for v in 1:10)",
                "X + c ¦ to repeat a row or column write '.+'",
                "X - r ¦ '-' needs two matrices of one shape",
                "X*c*c ¦ rows of",
                "dot(X, c*c'*c) ¦ dot is of two matrices of one shape",
                "trace(r) ¦ a square matrix is needed here"
            })
    void whatHasNoGradientSaysWhy(String formula, String reason) {
        assertThat(sheet(2).fault(formula).message()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "softmax([1000; 0; -1000]) ¦ [1; 0; 0]",
                "softmax([-1000; -1000]) ¦ [1/2; 1/2]",
                "logsumexp([1000; 1000]) ¦ 1000 + log(2)",
                "logsumexp([-1000, 5; -1000, -5]) ¦ [-1000 + log(2), 5.000045398899217]",
                "log_softmax([1000; 0]) ¦ [0; -1000]",
                "log_softmax([-1000; 0]) ¦ [-1000; 0]",
                "softplus(1000) ¦ 1000",
                "softplus(-1000) ¦ 0",
                "sigmoid(1000) ¦ 1",
                "sigmoid(-1000) ¦ 0",
                "grad(softplus(x) for x at -1000) ¦ 0",
                "grad(softplus(x) for x at 1000) ¦ 1",
                "grad(logsumexp(z) for z at [1000; -1000]) ¦ [1; 0]",
                "grad(-entry(log_softmax(z), 2, 1) for z at [1000; -1000]) ¦ [1; -1]"
            })
    void argumentsOfAThousandAreFinite(String formula, String expected) {
        Sheet sheet = Sheet.of();
        assertThat(Arrays.distance(sheet.value(formula), sheet.value(expected))).isLessThan(1e-12);
    }

    @Test
    void shapesKnownOnlyInEvaluationAreCheckedThere() {
        Sheet sheet = Sheet.of();
        Matrices.giveOpen(sheet, "A", Matrices.of(2, 3, 1, 2, 3, 4, 5, 6));
        Matrices.giveOpen(sheet, "b", Matrices.of(2, 1, 1, 2));
        assertThat(sheet.fault("A + b").message())
                .isEqualTo("2×3 + 2×1: '+' needs two matrices of one shape; to repeat a row or column write '.+'");
        assertThat(sheet.fault("dot(A, b)").message()).contains("not 2×3 and 2×1");
        assertThat(sheet.holds("grad(sum(A .+ b) by b) == [3; 3]")).isTrue();
        assertThat(sheet.value("grad(sum(logsumexp(b)) by b)")).isEqualTo(sheet.value("softmax(b)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(X .^ 2)",
                "-mean(pick(log_softmax(X .+ c), list))",
                "mean(softplus(X*M))",
                "log(det(S + X*X'))",
                "g",
                "norm(X - Y)"
            })
    void differencesAgreeWithinTheirOwnError(String loss) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Sheet sheet = sheet(seed, "g = sum(softmax(X) .* Y)");
            Value reverse = sheet.value("grad(" + loss + " by X)");
            Estimate differences = sheet.frame()
                    .estimate(sheet.read("differences(" + loss + " by X)").term(), 3);
            assertThat(Arrays.distance(reverse, differences.value()))
                    .as(loss + ", seed " + seed)
                    .isLessThanOrEqualTo(differences.error() + 1e-15)
                    .isLessThan(1e-9 * (1 + Arrays.size(reverse)));
        }
    }

    @Test
    void differencesRestOnTheirOwnEngineAndSeeKinks() {
        Sheet sheet = sheet(1);
        assertThat(sheet.read("differences(sum(X) by X)").uses().engines()).containsExactly(Engine.DIFFERENCES);
        assertThat(sheet.fault("differences(sum(abs(V)) for V at [1, 0])").message())
                .contains("a kink at entry 1, 2: the slope is -1.0 before and 1.0 after");
        assertThat(sheet.fault("differences(log(-1 - norm(V)) for V at [1, 0])").message())
                .contains("log is defined for");
        assertThat(sheet.number("differences(log(x) for x at 1e-7)*1e-7")).isCloseTo(1, within(1e-9));
    }

    @Test
    void aSmallLossKeepsItsDigits() {
        assertThat(Sheet.of().number("-entry(log_softmax([40; 0]), 1, 1)"))
                .isCloseTo(Math.exp(-40), within(1e-15 * Math.exp(-40)));
        assertThat(Sheet.of().number("grad(softplus(x) for x at -40)"))
                .isCloseTo(Math.exp(-40), within(1e-15 * Math.exp(-40)));
    }
}
