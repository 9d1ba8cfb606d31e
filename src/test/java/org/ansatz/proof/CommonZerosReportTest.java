package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How narrowly solutions are known, where it cannot be told whether there is one, and how much work it takes. */
class CommonZerosReportTest {

    /** A function of variables that are series in one of them. */
    private interface Of {
        Series of(Series[] x);
    }

    private int asked;

    private Enclosing counted(Of function) {
        return (box, by, order) -> {
            asked++;
            Series[] x = new Series[box.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = i == by ? Series.variable(box[i], order) : Series.constant(box[i], order);
            }
            return function.of(x);
        };
    }

    private CommonZeros.Found solve(Interval[] box, Of... functions) {
        return CommonZeros.of(Arrays.stream(functions).map(this::counted).toList(), box);
    }

    private static Interval[] box(double... ends) {
        Interval[] box = new Interval[ends.length / 2];
        for (int i = 0; i < box.length; i++) {
            box[i] = new Interval(ends[2 * i], ends[2 * i + 1]);
        }
        return box;
    }

    private static Series number(double c, Series like) {
        return Series.constant(Interval.of(c), like.order());
    }

    private static Series minus(Series x, double c) {
        return x.minus(number(c, x));
    }

    private static void assertAt(Interval[] zero, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(zero[i].gap(expected[i])).isLessThanOrEqualTo(Math.ulp(expected[i]));
            assertThat(zero[i].distance(expected[i])).isLessThanOrEqualTo(16 * Math.ulp(expected[i]));
        }
    }

    // ---- how narrowly

    @Test
    void aSolutionIsKnownToAFewRoundings() {
        CommonZeros.Found one = solve(box(0, 10), x -> minus(x[0].square(), 2));
        assertThat(one.isOne()).isTrue();
        assertAt(one.zeros().get(0), Math.sqrt(2));
        CommonZeros.Found two =
                solve(box(0.1, 10, 0.1, 20), x -> minus(x[0].times(x[1]), 6), x -> minus(x[0].exp(), 5));
        assertThat(two.isOne()).isTrue();
        assertAt(two.zeros().get(0), Math.log(5), 6 / Math.log(5));
        CommonZeros.Found linear = solve(
                box(-100, 100, -100, 100, -100, 100),
                x -> minus(x[0].plus(x[1]).plus(x[2]), 6),
                x -> x[0].minus(x[1]).plus(number(1, x[0])),
                x -> x[1].minus(x[2]).plus(number(1, x[0])));
        assertThat(linear.isOne()).isTrue();
        assertAt(linear.zeros().get(0), 1, 2, 3);
    }

    @Test
    void nineSolutionsInARowAreFoundOnceEach() {
        Of first = x -> x[0].times(minus(x[0].square(), 0.25));
        Of second = x -> x[1].times(minus(x[1].square(), 0.25));
        CommonZeros.Found found = solve(box(-1, 1, -1, 1), first, second);
        assertThat(found.undecided()).isEmpty();
        List<List<Long>> places = new ArrayList<>();
        for (Interval[] zero : found.zeros()) {
            places.add(List.of(Math.round(2 * zero[0].middle()), Math.round(2 * zero[1].middle())));
            assertThat(zero[0].width()).isLessThan(1e-15);
        }
        assertThat(places).hasSize(9).doesNotHaveDuplicates();
        assertThat(found.isOne()).isFalse();
    }

    @Test
    void whatLiesJustOutsideIsNoSolution() {
        assertThat(solve(box(0, 1, 0, 1), x -> minus(x[0], 1.01), x -> minus(x[1], 0.5))
                        .zeros())
                .isEmpty();
        assertThat(solve(box(0, 1, 0, 1), x -> minus(x[0].plus(x[1]), 1.52), x -> minus(x[0].minus(x[1]), 0.5))
                        .zeros())
                .isEmpty();
        assertThat(solve(box(0, 1, 0, 1), x -> minus(x[0], 1), x -> minus(x[1], 0))
                        .isOne())
                .isTrue();
    }

    // ---- where it cannot be told

    @Test
    void atAKinkOrAnEdgeItCannotBeToldAndBesideItCan() {
        CommonZeros.Found kink = solve(box(-1, 1.5, -1, 1.25), x -> x[1].minus(x[0].abs()), x -> x[1].plus(x[0].abs()));
        assertThat(kink.zeros()).isEmpty();
        assertThat(kink.undecided())
                .isNotEmpty()
                .allMatch(box -> box[0].distance(0) < 1e-9 && box[1].distance(0) < 1e-9);
        CommonZeros.Found beside =
                solve(box(-1, 1.5, -1, 1.25), x -> minus(x[1].plus(x[0].abs()), 1), x -> x[1].minus(x[0]));
        assertThat(beside.isOne()).isTrue();
        assertAt(beside.zeros().get(0), 0.5, 0.5);
        CommonZeros.Found edge = solve(box(0, 3, -1, 2), x -> x[1].minus(x[0].sqrt()), x -> x[1].minus(x[0]));
        assertThat(edge.zeros()).hasSize(1);
        assertAt(edge.zeros().get(0), 1, 1);
        assertThat(edge.undecided()).isNotEmpty().allMatch(box -> box[0].contains(0) || box[0].high() < 1e-9);
        CommonZeros.Found nowhere =
                solve(box(-1, 3, -2, 2), x -> x[1].minus(x[0].log()), x -> minus(x[1].plus(x[0]), 1));
        assertThat(nowhere.isOne()).isTrue();
    }

    @Test
    void aTangentIsNarrowedDownToWhereItTouches() {
        CommonZeros.Found found =
                solve(box(-10, 10, -10, 10), x -> minus(x[0].square().plus(x[1].square()), 25), x -> minus(x[1], 5));
        assertThat(found.zeros()).isEmpty();
        assertThat(found.undecided()).isNotEmpty();
        for (Interval[] box : found.undecided()) {
            assertThat(box[0].distance(0)).isLessThan(1e-5);
            assertThat(box[1].distance(5)).isLessThan(1e-10);
            assertThat(box[0].width()).isLessThanOrEqualTo(20 * 0x1p-40);
        }
    }

    @Test
    void aWholeLineOfSolutionsIsUndecidedAndEndsInTime() {
        CommonZeros.Found line = solve(
                box(0, 1, 0, 1),
                x -> minus(x[0].plus(x[1]), 1),
                x -> minus(x[0].plus(x[1]).plus(x[0]).plus(x[1]), 2));
        assertThat(line.zeros()).isEmpty();
        assertThat(line.undecided()).isNotEmpty();
        for (double at : new double[] {0, 0.25, 1 / 3.0, 1}) {
            assertThat(line.undecided()).anyMatch(box -> box[0].contains(at) && box[1].contains(1 - at));
        }
        assertThat(asked).isLessThanOrEqualTo(88_480);
        assertThat(solve(
                                box(0, 1, 0, 1),
                                x -> minus(x[0].plus(x[1]), 1),
                                x -> minus(x[0].plus(x[1]).plus(x[0]).plus(x[1]), 3))
                        .undecided())
                .isEmpty();
    }

    // ---- work

    /** Functions on a box, how many solutions they have, and how often they are asked there at most. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Work(String name, Interval[] box, int solutions, int most, List<Of> functions) {}

    static List<Work> work() {
        Of circle = x -> minus(x[0].square().plus(x[1].square()), 25);
        Of hyperbola = x -> minus(x[0].times(x[1]), 2);
        Of wave = x -> x[1].minus(x[0].sin());
        return List.of(
                new Work(
                        "a wave and a line",
                        box(-7, 6, -2, 3),
                        3,
                        465,
                        List.of(wave, x -> x[1].minus(x[0].times(number(0.25, x[0]))))),
                new Work("a circle and a hyperbola", box(-10, 10, -10, 10), 4, 450, List.of(circle, hyperbola)),
                new Work("long and narrow", box(-100, 110, -6, 6), 4, 1136, List.of(circle, hyperbola)),
                new Work("narrow and long", box(-6, 6, -100, 110), 4, 1597, List.of(circle, hyperbola)),
                new Work("far apart", box(-10, 10, -10, 10), 0, 176, List.of(circle, x -> minus(x[0].times(x[1]), 20))),
                new Work("one unknown", box(-1, 9), 3, 96, List.of(x -> x[0].sin())),
                new Work(
                        "three",
                        box(-3, 3, -3, 3, -3, 3),
                        2,
                        1348,
                        List.of(
                                x -> minus(x[0].square().plus(x[1].square()).plus(x[2].square()), 3),
                                x -> x[0].minus(x[1]),
                                x -> x[1].minus(x[2]))));
    }

    @ParameterizedTest
    @MethodSource("work")
    void allAreFoundInNoMoreStepsThan(Work work) {
        CommonZeros.Found found = solve(work.box, work.functions.toArray(Of[]::new));
        assertThat(found.undecided()).isEmpty();
        assertThat(found.zeros()).hasSize(work.solutions);
        assertThat(asked).as(work.name).isLessThanOrEqualTo(work.most);
    }
}
