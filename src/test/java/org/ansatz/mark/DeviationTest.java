package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Mistake;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a wrong formula by its values, and how near they must be to what is said. */
final class DeviationTest {

    private static final double INSIDE = 0.95;
    private static final double OUTSIDE = 1.05;

    private static Value row(double... entries) {
        List<Value> values = new ArrayList<>();
        for (double entry : entries) {
            values.add(new Value.Real(entry));
        }
        return new Value.Array(1, entries.length, values);
    }

    /** A point at which the first size is m, the second n. */
    private static Point sizes(int m, int n) {
        return new Point(List.of(
                new Point.Coordinate("m", Value.Exact.of(m), Type.INTEGER),
                new Point.Coordinate("n", Value.Exact.of(n), Type.INTEGER)));
    }

    private static Deviation of(int inside, double error, Value[] found, Value[] mine) {
        Type type = found[0] instanceof Value.Array ? Type.REAL.with(shapeOf(found[0])) : Type.REAL;
        List<Point> points = new ArrayList<>();
        List<Estimate> right = new ArrayList<>();
        List<Estimate> values = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            points.add(sizes(i + 2, 2 * i + 3));
            right.add(new Estimate(found[i], error));
            values.add(Estimate.exact(mine[i]));
        }
        return new Deviation(values, new Evidence.Values(points, inside, right, type, Map.of()));
    }

    private static Shape shapeOf(Value value) {
        Value.Array array = (Value.Array) value;
        return Shape.of(array.rows(), array.columns());
    }

    private static Value[] numbers(double... numbers) {
        Value[] values = new Value[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = new Value.Real(numbers[i]);
        }
        return values;
    }

    private static String factor(double... mine) {
        Mistake factor = of(2, 0, numbers(1, 3), numbers(mine)).factor();
        return factor == null ? "" : factor.name();
    }

    // ---- one factor everywhere

    @Test
    void aFactorIsOneIfItIsTheSameToABillionthAtAllPoints() {
        assertThat(factor(2, 6)).isEqualTo("a factor of 2");
        assertThat(factor(-1, -3)).isEqualTo("the sign");
        assertThat(factor(2, 5)).isEmpty();
        for (int sign = -1; sign <= 1; sign += 2) {
            assertThat(factor(2, 6 * (1 + sign * INSIDE * 1e-9))).isEqualTo("a factor of 2");
            assertThat(factor(2, 6 * (1 + sign * OUTSIDE * 1e-9))).isEmpty();
            assertThat(factor(-1, -3 * (1 + sign * INSIDE * 1e-9))).isEqualTo("the sign");
        }
    }

    @Test
    void whereTheRightValueIsZeroOrOneIsNoRealNumberThereIsNoFactor() {
        assertThat(of(2, 0, numbers(1, 0), numbers(2, 0)).factor()).isNull();
        assertThat(of(1, 0, numbers(1), new Value[] {new Value.Complex(2, 1)}).factor())
                .isNull();
        assertThat(of(1, 0, new Value[] {row(1, 2)}, numbers(2)).factor()).isNull();
        assertThat(of(1, 0, numbers(1), new Value[] {Value.Exact.of(2)}).factor())
                .isNotNull();
    }

    @Test
    void pointsAtTheEdgeHaveNoPartInAFactor() {
        assertThat(of(1, 0, numbers(1, 3), numbers(2, 5)).factor()).isNotNull();
        assertThat(of(2, 0, numbers(1, 3), numbers(2, 5)).factor()).isNull();
    }

    @Test
    void theFactorIsSaidWithAPoint() {
        Mark.Wrong twice = of(2, 0, numbers(1, 3), numbers(2, 6)).at(1);
        assertThat(twice.message()).isEqualTo("twice the right value: at m = 3, n = 5 yours is 6, and it should be 3");
        assertThat(twice.first()).isEqualTo("it is off by a factor; is something counted twice, or left out?");
        assertThat(of(2, 0, numbers(1, 3), numbers(2, 6)).says()).isEqualTo("twice the right value");
        Mark.Wrong none = of(2, 0, numbers(1, 3), numbers(2, 5)).at(1);
        assertThat(none.message()).isEqualTo("at m = 3, n = 5 yours is 5, and it should be 3");
    }

    // ---- rows and matrices

    private static Deviation ofRows(double factor, double otherFactor) {
        return of(2, 0, new Value[] {row(1, 2), row(3, 5)}, new Value[] {
            row(factor, 2 * factor), row(3 * otherFactor, 5 * otherFactor)
        });
    }

    /** With so many digits that it is not taken for a rounder one. */
    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({
        "1.25, 1.25",
        "1.23456789, 1.235",
        "1.000002, 1.000002",
        "1.2000002, 1.2000002",
        "1.200000002, 1.200000002",
        "1.2000000005, 1.2",
        "1.00000003, 1.00000003",
        "0.70000005, 0.70000005",
        "-1.000002, -1.000002",
        "-1.25, -1.25"
    })
    void aFactorOfAllEntriesIsShownAsExactlyAsItTakes(double factor, String shown) {
        assertThat(ofRows(factor, factor).says()).isEqualTo("the right value times " + shown);
    }

    @Test
    void aFactorThatDependsOnTheSizesIsNamed() {
        assertThat(ofRows(2, 3).says()).isEqualTo("the right value times m");
        assertThat(ofRows(6, 15).says()).isEqualTo("the right value times m*n");
        assertThat(ofRows(2 / 3.0, 3 / 5.0).says()).isEqualTo("the right value times m/n");
        assertThat(ofRows(1 / 3.0, 1 / 5.0).says()).isEqualTo("the right value times 1/n");
        assertThat(ofRows(7, 11).says()).isEqualTo("the right value times a factor that is not always the same");
    }

    /** A single entry is another one times a factor, whatever it is. */
    @Test
    void ofSingleEntriesAFactorThatVariesSaysNothing() {
        Deviation single = of(2, 0, new Value[] {row(1, 0), row(0, 5)}, new Value[] {row(7, 0), row(0, 55)});
        assertThat(single.says()).isEmpty();
        Deviation once = of(2, 0, new Value[] {row(1, 2), row(0, 5)}, new Value[] {row(7, 14), row(0, 55)});
        assertThat(once.says()).isEmpty();
    }

    /** An entry is wrong if it is off by more than a billionth of the largest, and the error of what was found. */
    @Test
    void whatIsOffByRoundingOrTheErrorOfTheRouteIsNotWrong() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Deviation rounded = of(1, 0, new Value[] {row(1, 4)}, new Value[] {row(1 + part * 4e-9, 4)});
            Deviation erring = of(1, 0.1, new Value[] {row(1, 4)}, new Value[] {row(1 + part * 0.100000004, 4)});
            assertThat(rounded.says()).isEqualTo(part < 1 ? "" : "only entry 1, 1 is wrong");
            assertThat(erring.says()).isEqualTo(part < 1 ? "" : "only entry 1, 1 is wrong");
        }
    }

    @Test
    void ofAnotherShapeTheShapesAreSaid() {
        Deviation deviation = of(1, 0, new Value[] {row(1, 2)}, new Value[] {row(1, 2, 3)});
        assertThat(deviation.at(0).message()).isEqualTo("yours is 1×3, and it should be 1×2, where m = 2, n = 3");
        Deviation number = of(1, 0, new Value[] {row(1, 2)}, numbers(1));
        assertThat(number.at(0).message()).isEqualTo("yours is a number, and it should be 1×2, where m = 2, n = 3");
    }

    /** As many digits as tell them apart. */
    @Test
    void theEntryThatIsFurthestOffIsSaid() {
        Deviation deviation = of(1, 0, new Value[] {row(1, 2, 3)}, new Value[] {row(1.5, 2.000001, 3.25)});
        assertThat(deviation.at(0).message()).endsWith("entry 1, 1 is 1.5, and it should be 1, where m = 2, n = 3");
        Deviation little = of(1, 0, new Value[] {row(1, 2)}, new Value[] {row(1, 2.00001)});
        assertThat(little.at(0).message()).endsWith("entry 1, 2 is 2.00001, and it should be 2, where m = 2, n = 3");
    }
}
