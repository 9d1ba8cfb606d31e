package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What matrices may be drawn from, and what their symbolic sizes tell before anything is drawn. */
final class MatrixDomainsTest {

    private final Sheet sheet = Sheet.of();

    private List<Value.Array> draws(String domain) {
        Domain read = Domains.of(Parser.expression(domain), sheet.scope());
        List<Sample> samples = new ArrayList<>(Sample.inside(1));
        samples.addAll(Sample.edges(1));
        samples.addAll(Sample.corners(1));
        List<Value.Array> draws = new ArrayList<>();
        samples.forEach(sample -> draws.add((Value.Array) read.draw(sheet.frame(), sample)));
        read.roundElements(sheet.frame()).forEach(value -> draws.add((Value.Array) value));
        return draws;
    }

    private static double columnSum(Value.Array matrix, int column) {
        double sum = 0;
        for (int r = 0; r < matrix.rows(); r++) {
            assertThat(Arithmetic.real(matrix.at(r, column))).isBetween(0.0, 1.0);
            sum += Arithmetic.real(matrix.at(r, column));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"onehot[3, 5]", "probability[3, 5]", "probability[1, 2]", "onehot[1, 1]"})
    void everyColumnSumsToOne(String domain) {
        for (Value.Array matrix : draws(domain)) {
            for (int c = 0; c < matrix.columns(); c++) {
                assertThat(columnSum(matrix, c)).isCloseTo(1, within(1e-15));
            }
        }
    }

    @Test
    void everyClassIsDrawnAndOnlyWholeOnes() {
        Set<String> columns = new TreeSet<>();
        for (Value.Array matrix : draws("onehot[3, 2]")) {
            columns.add(matrix.at(0, 0) + " " + matrix.at(1, 0) + " " + matrix.at(2, 0));
            assertThat(matrix.entries()).allMatch(entry -> entry instanceof Value.Exact);
        }
        assertThat(columns).hasSize(3);
    }

    @Test
    void entriesOfARangeStayInIt() {
        Set<Double> labels = new TreeSet<>();
        for (Value.Array matrix : draws("(2:4)[3, 3]")) {
            matrix.entries().forEach(entry -> labels.add(Arithmetic.real(entry)));
        }
        assertThat(labels).containsExactly(2.0, 3.0, 4.0);
        for (Value.Array matrix : draws("(0.5 V..2 V)[2, 2]")) {
            matrix.entries().forEach(entry -> assertThat(Arithmetic.real(entry)).isBetween(0.5, 2.0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "onehto[2, 3] ¦ 0 ¦ unknown name 'onehto'",
                "real[2] ¦ 0 ¦ written real[rows, columns]",
                "(0:1)[2] ¦ 1 ¦ written real[rows, columns]",
                "(0..1)[sqrt(2), 3] ¦ 7 ¦ a whole number is needed here",
                "([1, 2])[2, 3] ¦ 8 ¦ ",
            })
    void whatIsNoDomainIsSaid(String domain, int start, String message) {
        assertThatThrownBy(() -> Domains.of(Parser.expression(domain.strip()), sheet.scope()))
                .isInstanceOfSatisfying(
                        ExpressionFault.class,
                        fault -> assertThat(fault.span().start()).isEqualTo(start))
                .hasMessageContaining(message == null ? "" : message.strip());
    }

    @Test
    void aMatrixOfNoEntriesOrTooManyIsNotDrawn() {
        for (String domain : List.of("real[400, 400]", "(0:1)[400, 400]", "onehot[1000, 1000]")) {
            assertThatThrownBy(() -> draws(domain)).hasMessageContaining("entries are possible");
        }
    }

    // ---- symbolic sizes

    private Scope sized() {
        Scope scope = sheet.scope();
        for (String name : List.of("n", "m", "k")) {
            scope.declare(Binding.Role.ARBITRARY, name, Type.INTEGER);
        }
        declare(scope, "X", "real[n, m]");
        declare(scope, "W", "real[k, n]");
        declare(scope, "b", "real[k, 1]");
        declare(scope, "U", "real[k, 2*n]");
        return scope;
    }

    private static void declare(Scope scope, String name, String domain) {
        Domain read = Domains.of(Parser.expression(domain), scope);
        scope.declare(Binding.Role.ARBITRARY, name, read.type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "W*X ¦ k × m",
                "(W*X)' ¦ m × k",
                "W*X .+ b ¦ k × m",
                "softmax(W*X .+ b)*X' ¦ k × n",
                "b*ones(1, m) ¦ k × m",
                "b'*W*X ¦ 1 × m",
                "b'*b ¦ a number",
                "row_sums(X) ¦ n × 1",
                "column_sums(W*X) ¦ 1 × m",
                "logsumexp(X) ¦ 1 × m",
                "columns(W, [1, 2]) ¦ k × 2",
                "rows(X, [1, 2, 2]) ¦ 3 × m",
                "onehot([1, 2], k) ¦ k × 2",
                "identity(k)*W ¦ k × n",
                "diag(b)*W ¦ k × n",
                "U*ones(2*n, m) ¦ k × m",
                "U + W ¦ k × n",
                "3*X ¦ n × m",
            })
    void theShapeOfAFormulaIsToldInTheQuestionsSizes(String formula, String shape) {
        assertThat(Expression.of(formula, sized()).type().shape()).hasToString(shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "X*W ¦ n × m times k × n: rows of m meet columns of k; entry by entry it is '.*'",
                "W*X + b ¦ k × m + k × 1: '+' needs two matrices of one shape; to repeat a row or column write '.+'",
                "W*X .+ b' ¦ '.+': the left operand is k × m, the right operand is 1 × k",
                "X .* W ¦ '.*': the left operand is n × m, the right operand is k × n",
                "dot(X, W) ¦ dot is of two matrices of one shape, not n × m and k × n",
                "trace(X) ¦ a square matrix is needed here",
                "X*[1, 2; 3, 4] ¦ n × m times 2 × 2: rows of m meet columns of 2",
            })
    void shapesThatFitForNoSizesAreAFault(String formula, String message) {
        assertThatThrownBy(() -> Expression.of(formula, sized()))
                .isInstanceOf(ExpressionFault.class)
                .hasMessageContaining(message);
    }
}
