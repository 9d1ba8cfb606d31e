package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Solutions of several equations against known ones; each number that decides on both sides of it. */
class SystemSearchTest {

    private static double[] of(double... numbers) {
        return numbers;
    }

    /** Functions that are asked inside the box alone, and counted. */
    private static final class Asked implements SystemSearch.Functions {
        private final SystemSearch.Functions functions;
        private final double[] low;
        private final double[] high;
        private final List<double[]> points = new ArrayList<>();

        Asked(SystemSearch.Functions functions, double[] low, double[] high) {
            this.functions = functions;
            this.low = low;
            this.high = high;
        }

        @Override
        public double[] at(double[] unknowns) {
            for (int i = 0; i < low.length; i++) {
                assertThat(unknowns[i]).isBetween(low[i], high[i]);
            }
            points.add(unknowns.clone());
            return functions.at(unknowns);
        }

        List<SystemSearch.Solution> all() {
            return SystemSearch.all(this, low, high);
        }
    }

    private static Asked asked(DoubleUnaryOperator f, double low, double high) {
        return new Asked(x -> of(f.applyAsDouble(x[0])), of(low), of(high));
    }

    /** The solution, within its error, and that no larger than this. */
    private static void assertSolution(SystemSearch.Solution found, double most, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found.at().get(i) - expected[i]))
                    .isLessThanOrEqualTo(found.errors().get(i));
            assertThat(found.errors().get(i)).isBetween(8 * Math.ulp(expected[i]) - 1e-300, most);
        }
        assertThat(found.at()).hasSize(expected.length);
        assertThat(found.errors()).hasSize(expected.length);
    }

    @Test
    void linearEquationsHaveOneSolution() {
        List<SystemSearch.Solution> found =
                new Asked(x -> of(2 * x[0] + 3 * x[1] - 8, x[0] - x[1] + 1), of(-10, 0), of(10, 5)).all();
        assertThat(found).hasSize(1);
        assertSolution(found.get(0), 1e-8, 1, 2);
        List<SystemSearch.Solution> three = new Asked(
                        x -> of(x[0] + x[1] + x[2] - 6, x[0] - x[1], x[2] - 3 * x[0] + 1), of(0, 0, 0), of(4, 4, 4))
                .all();
        assertThat(three).hasSize(1);
        assertSolution(three.get(0), 1e-8, 1.4, 1.4, 3.2);
    }

    @Test
    void allSolutionsInTheBoxAreFound() {
        double y = (Math.sqrt(5) - 1) / 2;
        List<SystemSearch.Solution> found = new ArrayList<>(new Asked(
                        x -> of(x[0] * x[0] + x[1] * x[1] - 1, x[1] - x[0] * x[0]), of(-2, -2), of(2, 2))
                .all());
        found.sort((a, b) -> Double.compare(a.at().get(0), b.at().get(0)));
        assertThat(found).hasSize(2);
        assertSolution(found.get(0), 1e-8, -Math.sqrt(y), y);
        assertSolution(found.get(1), 1e-8, Math.sqrt(y), y);
        assertThat(asked(x -> Math.sin(Math.PI * x), -2.3, 2.4).all()).hasSize(5);
    }

    @Test
    void whatHasNoSolutionHasNone() {
        assertThat(asked(x -> x * x + 1, -1, 1).all()).isEmpty();
        assertThat(asked(x -> 1, -1, 1).all()).as("no slope").isEmpty();
        assertThat(asked(x -> x < 0 ? Double.NaN : Double.POSITIVE_INFINITY, -1, 1)
                        .all())
                .isEmpty();
        assertThat(asked(x -> x - 5, -1, 1).all()).as("outside").isEmpty();
        assertThat(new Asked(x -> of(x[0] + x[1] - 1, 2 * x[0] + 2 * x[1] - 3), of(0, 0), of(1, 1)).all())
                .isEmpty();
    }

    // ---- where the search starts

    /** As many starts as 625 allow: five to one interval, three to each of five. */
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 25", "3, 125", "4, 625", "5, 243", "6, 64", "9, 512", "10, 1", "12, 1"})
    void startsLieOnAGrid(int n, int starts) {
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, 2);
        Arrays.fill(high, 4);
        double[] unknown = new double[n];
        Arrays.fill(unknown, Double.NaN);
        Asked asked = new Asked(x -> unknown, low, high);
        assertThat(asked.all()).isEmpty();
        TreeSet<String> distinct = new TreeSet<>();
        TreeSet<Double> sides = new TreeSet<>();
        for (int i = 0; i < asked.points.size(); i += 2) {
            distinct.add(Arrays.toString(asked.points.get(i)));
            sides.add(asked.points.get(i)[n - 1]);
        }
        assertThat(distinct).hasSize(starts);
        assertThat(asked.points).as("each once, and once beside it").hasSize(2 * starts);
        int each = (int) Math.round(Math.pow(starts, 1.0 / n));
        assertThat(sides).hasSize(each);
        assertThat(sides.first()).isCloseTo(2 + 1.0 / each, within(1e-15));
        assertThat(sides.last()).isCloseTo(4 - 1.0 / each, within(1e-15));
    }

    // ---- how far a solution may be from where it was found

    /** Beside a zero of a high order each step leaves as large a part of the way. */
    @ParameterizedTest
    @CsvSource({"2, 0.3", "3, 0.401", "4, 0.40001", "5, 0.400001"})
    void theErrorCoversWhatSlowStepsLeave(int order, double root) {
        List<SystemSearch.Solution> found =
                asked(x -> Math.pow(x - root, order), -1, 1).all();
        assertThat(found).isNotEmpty();
        for (SystemSearch.Solution each : found) {
            assertSolution(each, 1e-7, root);
        }
    }

    @Test
    void anErrorIsThatOfTheLastStep() {
        SystemSearch.Solution found = asked(x -> Math.exp(x) - 2, 0, 1).all().get(0);
        assertSolution(found, 1e-9, Math.log(2));
        assertThat(found.errors().get(0)).isLessThan(1e-9);
    }

    /** Zeros that are no more than a millionth of the interval apart are one. */
    @ParameterizedTest
    @CsvSource({"1.9e-6, 1", "2.1e-6, 2", "1e-3, 2"})
    void solutionsThatLieTogetherAreOne(double apart, int expected) {
        assertThat(asked(x -> (x - 0.3) * (x - 0.3 - apart), -1, 1).all()).hasSize(expected);
        Asked two = new Asked(x -> of(x[0] - 0.1, (x[1] - 0.3) * (x[1] - 0.3 - apart)), of(-1, -1), of(1, 1));
        assertThat(two.all()).hasSize(expected);
    }

    /** A step is halved until it makes the values smaller, up to eleven times; these need nine, and thirteen. */
    @ParameterizedTest
    @CsvSource({"1, true", "10, true", "2e3, true", "1e7, false"})
    void stepsAreHalvedSoOften(double steep, boolean isFound) {
        List<SystemSearch.Solution> found =
                asked(x -> Math.atan(steep * (x - 0.3173)), -1, 1).all();
        assertThat(found).hasSize(isFound ? 1 : 0);
        if (isFound) {
            assertSolution(found.get(0), 1e-8, 0.3173);
        }
    }

    /** Forty steps halve the way to a double zero to 1e-9, and do not come so far by fifths of it. */
    @Test
    void slowStepsEnd() {
        assertThat(asked(x -> Math.pow(x - 0.3, 2), -1, 1).all()).isNotEmpty();
        Asked slow = asked(x -> Math.pow(x - 0.3, 5), -1, 1);
        assertThat(slow.all()).isEmpty();
        assertThat(slow.points).hasSize(5 * 81);
    }

    /** Each equation counts relative to how it changes over the box, so that the unit of none matters. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e9, 1e-9})
    void equationsMayBeOfAnySize(double scale) {
        List<SystemSearch.Solution> found = new Asked(
                        x -> of(scale * (Math.atan(20 * (x[0] - 0.3)) + x[1] - 0.7), (x[0] * x[1] - 0.21) / scale),
                        of(0, 0),
                        of(1, 1))
                .all();
        assertThat(found).anySatisfy(each -> assertSolution(each, 1e-8, 0.3, 0.7));
    }

    // ---- how far it moves

    /** |J⁻¹| times the doubts: of 2x + y and x − y it is ((1, 1), (1, 2))/3. */
    @Test
    void aSolutionMovesByWhatIsNotKnown() {
        SystemSearch.Functions functions = x -> of(2 * x[0] + x[1], x[0] - x[1]);
        double[] low = of(-1, -1);
        double[] high = of(1, 1);
        double[] moved = SystemSearch.moved(functions, of(0, 0), of(3e-3, 6e-3), low, high);
        assertThat(moved[0]).isCloseTo(3e-3, within(1e-9));
        assertThat(moved[1]).isCloseTo(5e-3, within(1e-9));
        double[] edge = SystemSearch.moved(functions, of(1, 1), of(3e-3, 6e-3), low, high);
        assertThat(edge[1]).isCloseTo(5e-3, within(1e-9));
        double[] far = SystemSearch.moved(functions, of(0, 0), of(30, 0), low, of(1, 0.5));
        assertThat(far).containsExactly(2, 1.5);
    }

    @Test
    void whatIsSingularMayMoveAnywhere() {
        SystemSearch.Functions singular = x -> of(x[0] + x[1], x[0] + x[1]);
        assertThat(SystemSearch.moved(singular, of(0, 0), of(1e-9, 0), of(-1, -1), of(1, 2)))
                .containsExactly(2, 3);
        SystemSearch.Functions unknown = x -> of(Double.NaN, x[1]);
        assertThat(SystemSearch.moved(unknown, of(0, 0), of(1e-9, 0), of(-1, -1), of(1, 2)))
                .containsExactly(2, 3);
    }

    /** A double zero moves by the root of what is not known, which may be less than a step for slopes. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-18, 1e-16, 1e-14, 1e-12, 1e-6})
    void aDoubleZeroMovesByARoot(double doubt) {
        SystemSearch.Functions twice = x -> of(x[0] * x[0]);
        double moved = SystemSearch.moved(twice, of(0), of(doubt), of(-1), of(1))[0];
        assertThat(moved).isGreaterThan(Math.sqrt(doubt) / 2.01);
    }

    @Test
    void asManyStepsAreLeftAsThePaceSays() {
        assertThat(SystemSearch.left(0)).isEqualTo(1);
        assertThat(SystemSearch.left(0.5)).isEqualTo(1);
        assertThat(SystemSearch.left(2 / 3.0)).isCloseTo(2, within(1e-12));
        assertThat(SystemSearch.left(0.75)).isEqualTo(3);
        assertThat(SystemSearch.left(1)).isEqualTo(64);
        assertThat(SystemSearch.left(2)).isEqualTo(128);
    }

    /** The first is 2^-26 of the interval, each other one a 64th of the change before it, but for 2^-40. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e6})
    void stepsForSlopesShrinkWithTheChange(double width) {
        Asked asked = asked(x -> Math.exp(x / width) - 2, 0, width);
        SystemSearch.Solution found = asked.all().get(0);
        List<Double> points = new ArrayList<>();
        asked.points.forEach(point -> points.add(point[0]));
        assertThat(points.get(1) - points.get(0)).isCloseTo(0x1p-26 * width, within(1e-15 * width));
        int last = 0;
        for (int i = 2;
                Math.abs(points.get(i) - found.at().get(0))
                        < Math.abs(points.get(i - 2) - found.at().get(0));
                i += 2) {
            double expected = Math.abs(points.get(i) - points.get(i - 2)) / 64;
            double step = points.get(i + 1) - points.get(i);
            assertThat(step / width).isCloseTo(Math.max(0x1p-40, Math.min(0x1p-26, expected / width)), within(1e-15));
            last = i;
        }
        assertThat(last).isGreaterThan(4);
        assertThat(found.errors().get(0))
                .isGreaterThanOrEqualTo(Math.abs(found.at().get(0) - points.get(last)));
    }

    /** The unknown that is known least says when the search ends. */
    @Test
    void everyUnknownIsToSettle() {
        DoubleUnaryOperator slow = x -> (x - 0.3) * (x - 0.3);
        Asked first = new Asked(x -> of(slow.applyAsDouble(x[0]), x[1] - 0.1), of(-1, -1), of(1, 1));
        assertThat(first.all()).isNotEmpty().allSatisfy(each -> assertSolution(each, 1e-7, 0.3, 0.1));
        Asked second = new Asked(x -> of(x[0] - 0.1, slow.applyAsDouble(x[1])), of(-1, -1), of(1, 1));
        assertThat(second.all()).isNotEmpty().allSatisfy(each -> assertSolution(each, 1e-7, 0.1, 0.3));
    }

    @Test
    void aSearchThatStandsStillEnds() {
        Asked none = asked(x -> x * x + 1, -1, 1);
        assertThat(none.all()).isEmpty();
        assertThat(none.points.size()).isLessThan(5 * 60);
    }

    /** Beside the upper end slopes are taken downward, and nothing outside is asked for. */
    @Test
    void slopesAreTakenInside() {
        for (double at : new double[] {-1, 0, 1 - 0x1p-27, 1 - 0x1p-25, 1 - 0x1p-24, 1}) {
            Asked asked = asked(x -> 2 * x, -1, 1);
            double moved = SystemSearch.moved(asked, of(at), of(1e-3), of(-1), of(1))[0];
            assertThat(moved).isCloseTo(5e-4, within(1e-10));
            boolean isUpward = at < 1 - 0x1p-25;
            assertThat(asked.points.get(1)[0] > at).isEqualTo(isUpward);
        }
    }

    /** What is not known of the values makes a slope of its own on too short a way; on a long one a bend is not seen. */
    @Test
    void aSolutionMovesByTheFlatterOfTwoSlopes() {
        SystemSearch.Functions noisy = x -> of(x[0] == 0 ? 0 : x[0] - Math.signum(x[0]) * 1e-11);
        assertThat(SystemSearch.moved(noisy, of(0), of(1e-11), of(-1), of(1))[0])
                .isBetween(1e-11, 2e-11);
        SystemSearch.Functions bent = x -> of(Math.max(-1e-9, Math.min(1e-9, x[0])));
        assertThat(SystemSearch.moved(bent, of(0), of(1e-10), of(-1), of(1))[0]).isBetween(2.9e-9, 3e-9);
    }
}
