package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;

/** All solutions of several equations are isolated, each of them encloses the true one, and none is invented. */
final class CommonZerosTest {

    /** A function of variables that are series in one of them. */
    private interface Of {
        Series of(Series[] x);
    }

    private static Enclosing enclosing(Of function) {
        return (box, by, order) -> {
            Series[] x = new Series[box.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = i == by ? Series.variable(box[i], order) : Series.constant(box[i], order);
            }
            return function.of(x);
        };
    }

    private static Series number(double c, Series like) {
        return Series.constant(Interval.of(c), like.order());
    }

    private static CommonZeros.Found solve(Interval[] box, Of... functions) {
        return CommonZeros.of(
                List.of(functions).stream().map(CommonZerosTest::enclosing).toList(), box);
    }

    private static Interval[] box(double... ends) {
        Interval[] box = new Interval[ends.length / 2];
        for (int i = 0; i < box.length; i++) {
            box[i] = new Interval(ends[2 * i], ends[2 * i + 1]);
        }
        return box;
    }

    private static final Of CIRCLE = x -> x[0].square().plus(x[1].square()).minus(number(25, x[0]));

    @Test
    void aLineMeetsACircleTwice() {
        Of line = x -> x[1].minus(x[0]).minus(number(1, x[0])); // y = x + 1: (3, 4) and (−4, −3)
        CommonZeros.Found found = solve(box(-10, 10, -10, 10), CIRCLE, line);
        assertThat(found.undecided()).isEmpty();
        assertThat(found.zeros()).hasSize(2);
        assertThat(found.zeros())
                .anySatisfy(zero ->
                        assertThat(zero[0].contains(3) && zero[1].contains(4)).isTrue());
        assertThat(found.zeros())
                .anySatisfy(zero ->
                        assertThat(zero[0].contains(-4) && zero[1].contains(-3)).isTrue());
        assertThat(found.zeros()).allSatisfy(zero -> assertThat(zero[0].width()).isLessThan(1e-13));
        assertThat(solve(box(0, 10, 0, 10), CIRCLE, line).isOne()).isTrue();
        assertThat(solve(box(4, 10, 0, 10), CIRCLE, line).zeros()).isEmpty();
    }

    /** The ends belong to the box, as they do to an interval of one unknown. */
    @Test
    void aSolutionInACornerIsFound() {
        Of line = x -> x[1].minus(x[0]).minus(number(1, x[0]));
        assertThat(solve(box(3, 10, 4, 10), CIRCLE, line).isOne()).isTrue();
        assertThat(solve(box(0, 3, 0, 4), CIRCLE, line).isOne()).isTrue();
    }

    @Test
    void aTangentIsUndecidedAndNeverCounted() {
        Of tangent = x -> x[1].minus(number(5, x[0]));
        CommonZeros.Found found = solve(box(-10, 10, -10, 10), CIRCLE, tangent);
        assertThat(found.isOne()).isFalse();
        assertThat(found.undecided()).isNotEmpty();
        Of apart = x -> x[1].minus(number(5.001, x[0]));
        assertThat(solve(box(-10, 10, -10, 10), CIRCLE, apart))
                .satisfies(none -> assertThat(none.zeros()).isEmpty())
                .satisfies(none -> assertThat(none.undecided()).isEmpty());
    }

    @Test
    void threeUnknownsOfVeryDifferentSize() {
        // x y = 1e-3, y z = 1e6, x + 1e-9 z = 2e-3 + …: built around x = 2e-3, y = 0.5, z = 2e6
        CommonZeros.Found found = solve(
                box(0, 1e-2, 0, 10, 0, 1e7),
                x -> x[0].times(x[1]).minus(number(1e-3, x[0])),
                x -> x[1].times(x[2]).minus(number(1e6, x[0])),
                x -> x[0].plus(number(1e-9, x[0]).times(x[2])).minus(number(4e-3, x[0])));
        assertThat(found.isOne()).isTrue();
        Interval[] at = found.zeros().get(0);
        assertThat(Math.abs(at[0].middle() - 2e-3)).isLessThan(1e-15);
        assertThat(Math.abs(at[1].middle() - 0.5)).isLessThan(1e-12);
        assertThat(Math.abs(at[2].middle() - 2e6)).isLessThan(1e-5);
    }

    /** (x − a)(x − b)(x − c) = 0 and y = k x² + m: the solutions are known, and those in the box are found, no more and no fewer. */
    @Test
    void solutionsThatAreKnownAreAllFound() {
        Random random = new Random(16);
        for (int i = 0; i < 150; i++) {
            double[] roots = {random.nextDouble() * 4 - 2, random.nextDouble() * 4 - 2, random.nextDouble() * 4 - 2};
            double k = random.nextDouble() * 2 - 1;
            double m = random.nextDouble() - 0.5;
            CommonZeros.Found found = solve(
                    box(-1.5, 1.5, -2, 2),
                    x -> {
                        Series product = number(1, x[0]);
                        for (double root : roots) {
                            product = product.times(x[0].minus(number(root, x[0])));
                        }
                        return product;
                    },
                    x -> x[1].minus(number(k, x[0]).times(x[0].square())).minus(number(m, x[0])));
            int expected = 0;
            for (double root : roots) {
                boolean inside = Math.abs(root) <= 1.5 && Math.abs(k * root * root + m) <= 2;
                expected += inside ? 1 : 0;
                if (inside) {
                    double y = k * root * root + m;
                    assertThat(found.zeros()).as("case " + i).anySatisfy(zero -> {
                        assertThat(zero[0].distance(root)).isLessThan(1e-9);
                        assertThat(zero[1].distance(y)).isLessThan(1e-9);
                    });
                }
            }
            assertThat(found.zeros()).as("case " + i).hasSize(expected);
        }
    }
}
