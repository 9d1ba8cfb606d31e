package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.ansatz.expression.NumberFunctions;
import org.ansatz.expression.NumberFunctions.Called;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.term.Binding.Variable;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function of numbers against itself: what it says of a set holds what it says of the points in it, its derivative is what its
 * values change by, and what it claims to know of a number it knows. The functions are those of the registry, so that a new one is
 * held without a line here; that the values are right, {@link ElementaryTablesTest} says.
 */
class FunctionLawsTest {

    /** A value may be so many units in the last place off, as {@link ElementaryTablesTest} allows. */
    private static final double ULPS = 4;

    /** A derivative may be so far off, relative to it: twice what {@link ElementaryTablesTest} allows, for values are as well. */
    private static final double SLOPE = 2e-14;

    /** Differences that agree so well among themselves are those of something smooth. */
    private static final double ALIKE = 1e-7;

    /** On the two sides of a kink they do not agree even so well. */
    private static final double BEND = 0.05;

    /** Where numbers are larger, the arguments of differences are rounded. */
    private static final double LARGE = 1e8;

    private static final int DERIVATIVES = 2;

    static Stream<Called> reals() {
        return NumberFunctions.ofReals();
    }

    /** Those that have values there: whether a function is for real numbers only, its type does not say. */
    static Stream<Called> complex() {
        return NumberFunctions.ofComplex().filter(f -> {
            Places places = new Places(f);
            return places.rectangles().stream()
                    .anyMatch(rectangle -> value(f, places.inside(rectangle).get(0)) != null);
        });
    }

    static Stream<Called> enclosedComplex() {
        return complex()
                .filter(f -> new Places(f)
                        .rectangles().stream().anyMatch(rectangle -> enclosure(f, rectangle.enclosed()) != null));
    }

    static Stream<Called> ofOneReal() {
        return reals().filter(f -> f.arguments() == 1);
    }

    static Stream<Called> elementary() {
        return ofOneReal().filter(f -> f.function() instanceof Elementary);
    }

    static Stream<Called> known() {
        return elementary().filter(f -> ((Elementary) f.function()).kind(Kind.REAL) == Kind.NEAR);
    }

    @Test
    void theFunctionsAreFound() {
        assertThat(reals().map(f -> f.function().name()))
                .contains("exp", "acosh", "erf", "Qinv", "sinc", "mag2db", "mod", "atan2", "max", "relu", "sqrt")
                .hasSizeGreaterThan(45);
        assertThat(complex().map(f -> f.function().name()))
                .contains("exp", "acosh", "abs", "arg", "sqrt")
                .hasSizeGreaterThan(20);
        assertThat(enclosedComplex().map(f -> f.function().name())).contains("exp", "abs", "conj");
    }

    // ---- values

    private static @Nullable Estimate estimate(Called f, List<Value> at) {
        try {
            Estimate found = f.function().apply(at);
            return isFinite(found.value()) ? found : null;
        } catch (NoValue e) {
            return null;
        }
    }

    private static @Nullable Value value(Called f, List<Value> at) {
        Estimate found = estimate(f, at);
        return found == null ? null : found.value();
    }

    private static boolean isFinite(Value value) {
        return Double.isFinite(size(value));
    }

    private static double size(Value value) {
        return value instanceof Value.Dual dual
                ? size(dual.re()) + size(dual.eps())
                : Math.hypot(Arithmetic.real(value), Arithmetic.imaginary(value));
    }

    /** How far off a value may be: as its function says, and by rounding, which next to zero is of numbers that are not normal. */
    private static double off(Estimate found) {
        return found.error() + ULPS * Math.ulp(size(found.value()));
    }

    private static String at(Called f, Object where) {
        return f + " at " + where;
    }

    // ---- enclosures

    private static @Nullable Enclosed enclosure(Called f, List<Enclosed> on) {
        try {
            return f.function().enclosure(on);
        } catch (NoEnclosure e) {
            return null;
        }
    }

    private static List<Enclosed> enclosed(List<Interval> box, int varied, int order) {
        List<Enclosed> on = new ArrayList<>();
        for (int i = 0; i < box.size(); i++) {
            on.add(new Enclosed.Real(
                    i == varied ? Series.variable(box.get(i), order) : Series.constant(box.get(i), order)));
        }
        return on;
    }

    @ParameterizedTest
    @MethodSource("reals")
    void theEnclosureOfASetHoldsTheValuesAndSlopesInIt(Called f) {
        Places places = new Places(f);
        int held = 0;
        int slopes = 0;
        for (Places.Box box : places.boxes()) {
            Enclosed enclosure = enclosure(f, enclosed(box.sides(), box.varied(), DERIVATIVES));
            if (enclosure == null) {
                continue;
            }
            for (List<Value> point : places.inside(box)) {
                Estimate found = estimate(f, point);
                if (found != null) {
                    held++;
                    assertThat(enclosure.distance(found.value()))
                            .as(at(f, point) + " is " + found.value() + ", on " + box + " " + enclosure)
                            .isLessThanOrEqualTo(off(found));
                    slopes += assertHoldsSlopes(f, point, box, Enclosed.real(enclosure));
                }
            }
        }
        assertThat(held).as("values of " + f).isGreaterThan(100);
        assertThat(slopes).as("slopes of " + f).isGreaterThan(50);
    }

    /** How many derivatives it says something of, where each lies in what is known of it. */
    private static int assertHoldsSlopes(Called f, List<Value> point, Places.Box box, Series series) {
        Value slope = Arithmetic.ONE;
        int held = 0;
        for (int k = 1; k <= DERIVATIVES && series.regularity() == Regularity.SMOOTH; k++) {
            slope = derivative(f, point, box.varied(), Arithmetic.ONE, k);
            if (slope != null) {
                held++;
                double factorial = k;
                double size = size(slope) / factorial;
                assertThat(series.coefficient(k).gap(Arithmetic.real(slope) / factorial))
                        .as(at(f, point) + ": derivative " + k + " is " + slope + ", over " + factorial + " on " + box
                                + " in " + series.coefficient(k))
                        .isLessThanOrEqualTo(SLOPE * size + Double.MIN_NORMAL);
            }
        }
        return held;
    }

    /** The k-th derivative by one argument along a direction, by dual numbers; null if there is none. */
    private static @Nullable Value derivative(Called f, List<Value> at, int argument, Value direction, int k) {
        List<Value> moved = new ArrayList<>(at);
        int order = 0;
        for (int i = 0; i < k; i++) {
            order = Value.Dual.above(order);
            moved.set(argument, new Value.Dual(order, moved.get(argument), direction));
        }
        Value found = value(f, moved);
        for (int i = 0; found != null && i < k; i++) {
            found = Arithmetic.eps(found, order);
            order -= Value.Dual.above(0);
        }
        return found != null && isFinite(found) ? found : null;
    }

    @ParameterizedTest
    @MethodSource("reals")
    void whereThereIsNoValueTheEnclosureSaysSo(Called f) {
        Places places = new Places(f);
        for (Places.Box box : places.boxes()) {
            Enclosed enclosure = enclosure(f, enclosed(box.sides(), box.varied(), 0));
            if (enclosure == null) {
                continue;
            }
            for (List<Value> point : places.inside(box)) {
                try {
                    f.function().apply(point);
                } catch (NoValue e) {
                    assertThat(Enclosed.real(enclosure).regularity())
                            .as(at(f, point) + ": " + e.getMessage())
                            .isLessThanOrEqualTo(Regularity.PARTIAL);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("enclosedComplex")
    void theEnclosureOfARectangleHoldsTheComplexValuesInIt(Called f) {
        Places places = new Places(f);
        int held = 0;
        for (Places.Rectangle rectangle : places.rectangles()) {
            Enclosed enclosure = enclosure(f, rectangle.enclosed());
            if (enclosure == null) {
                continue;
            }
            for (List<Value> point : places.inside(rectangle)) {
                Value found = value(f, point);
                if (found != null) {
                    held++;
                    double size = size(found);
                    assertThat(enclosure.distance(found))
                            .as(at(f, point) + " is " + found + ", on " + rectangle + " " + enclosure)
                            .isLessThanOrEqualTo(1e-14 * size + Double.MIN_NORMAL);
                }
            }
        }
        assertThat(held).as("values of " + f).isGreaterThan(100);
    }

    // ---- derivatives

    /** Central differences of the eighth order (Fornberg, Math. Comput. 51, 1988, table 1), part by part. */
    private static Value differences(List<Value> f, double h) {
        double[] weights = {1.0 / 280, -4.0 / 105, 1.0 / 5, -4.0 / 5, 0, 4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
        double re = 0;
        double im = 0;
        for (int i = 0; i < weights.length; i++) {
            re += weights[i] * Arithmetic.real(f.get(i));
            im += weights[i] * Arithmetic.imaginary(f.get(i));
        }
        return new Value.Complex(re / h, im / h);
    }

    /** How far apart the slopes on the two sides are, by differences of the fourth order. */
    private static double bend(List<Value> f, double h) {
        double[] weights = {-25.0 / 12, 4, -3, 4.0 / 3, -1.0 / 4};
        double re = 0;
        double im = 0;
        for (int i = 0; i < weights.length; i++) {
            Value sides = Arithmetic.add(f.get(4 + i), f.get(4 - i));
            re += weights[i] * Arithmetic.real(sides);
            im += weights[i] * Arithmetic.imaginary(sides);
        }
        return Math.hypot(re, im) / h;
    }

    /** What differences with this step and twice the step agree on, with its error; null if they do not, as beside a kink. */
    private static @Nullable Estimate change(DoubleFunction<@Nullable Value> along, double h) {
        List<Value> found = new ArrayList<>();
        double largest = 0;
        double bend = 0;
        for (int step : new int[] {1, 2}) {
            List<Value> samples = new ArrayList<>();
            for (int k = -4; k <= 4; k++) {
                Value sample = along.apply(k * step * h);
                if (sample == null) {
                    return null;
                }
                largest = Math.max(largest, size(sample));
                samples.add(sample);
            }
            found.add(differences(samples, step * h));
            bend = Math.max(bend, bend(samples, step * h));
        }
        double rounding = ULPS * Math.ulp(largest) / h;
        double apart = size(Arithmetic.subtract(found.get(0), found.get(1)));
        double size = size(found.get(0));
        double error = ALIKE * size + 2 * rounding;
        boolean isSmooth = apart <= error && rounding <= ALIKE * size && bend <= BEND * size;
        return isSmooth || size == 0 && apart == 0 && bend == 0 ? new Estimate(found.get(0), 2 * error) : null;
    }

    private static double scaleOf(Value x) {
        return Math.min(Math.max(size(x), 1e-3), 4);
    }

    /** How many of the slopes at a point along a direction were found by differences, too: each agrees. */
    private static int assertChangesBySlope(Called f, List<Value> at, int argument, Value direction, int k) {
        for (int power = 7; power <= 13 && size(at.get(argument)) < LARGE; power += 3) {
            double h = Math.scalb(scaleOf(at.get(argument)), -power);
            Estimate change = change(
                    t -> {
                        List<Value> moved = new ArrayList<>(at);
                        Value way = Arithmetic.multiply(new Value.Real(t), direction);
                        moved.set(argument, Arithmetic.add(at.get(argument), way));
                        return k == 1 ? value(f, moved) : derivative(f, moved, argument, direction, k - 1);
                    },
                    h);
            if (change != null) {
                Value slope = derivative(f, at, argument, direction, k);
                if (slope != null) {
                    assertThat(size(Arithmetic.subtract(slope, change.value())))
                            .as(at(f, at) + ": derivative " + k + " is " + slope + ", not " + change.value())
                            .isLessThanOrEqualTo(change.error());
                    return 1;
                }
            }
        }
        return 0;
    }

    @ParameterizedTest
    @MethodSource("reals")
    void theDerivativesAreWhatTheValuesChangeBy(Called f) {
        Places places = new Places(f);
        int agree = 0;
        for (Places.Box box : places.boxes()) {
            List<Value> point = places.inside(box).get(0);
            for (int k = 1; k <= DERIVATIVES; k++) {
                agree += assertChangesBySlope(f, point, box.varied(), Arithmetic.ONE, k);
            }
        }
        assertThat(agree).as("slopes of " + f).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("complex")
    void theComplexDerivativesAreWhatTheValuesChangeByInEachDirection(Called f) {
        Places places = new Places(f);
        int agree = 0;
        for (Places.Rectangle rectangle : places.rectangles()) {
            List<Value> point = places.inside(rectangle).get(0);
            for (Value direction : List.of(Arithmetic.ONE, new Value.Complex(0, 1))) {
                agree += assertChangesBySlope(f, point, rectangle.varied(), direction, 1);
            }
        }
        assertThat(agree).as("slopes of " + f).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("reals")
    void reverseModeAgreesWithDualNumbers(Called f) {
        Places places = new Places(f);
        int agree = 0;
        for (Places.Box box : places.boxes()) {
            List<Value> point = places.inside(box).get(0);
            Value result = value(f, point);
            Value slope = derivative(f, point, box.varied(), Arithmetic.ONE, 1);
            if (result != null && slope != null) {
                agree++;
                Value pulled = f.function().pullback(box.varied(), point, result, Arithmetic.ONE);
                assertThat(size(Arithmetic.subtract(pulled, slope)))
                        .as(at(f, point) + ": " + pulled + ", not " + slope)
                        .isLessThanOrEqualTo(SLOPE * size(slope));
            }
        }
        assertThat(agree).as("slopes of " + f).isGreaterThan(10);
    }

    // ---- what is known of a value

    private static Value.@Nullable Real real(Called f, double x) {
        return value(f, List.of(new Value.Real(x))) instanceof Value.Real real ? real : null;
    }

    /** In a program the kind says whether a distance from 1 stands behind a number: it must not be lost, nor promised in vain. */
    @ParameterizedTest
    @MethodSource("elementary")
    void aDistanceFromOneIsKnownWhereTheKindSaysSo(Called f) {
        boolean isKnown = false;
        for (Places.Box box : new Places(f).boxes()) {
            Value.Real y = real(f, box.sides().get(0).low());
            isKnown |= y != null && y.isNearOne();
        }
        assertThat(isKnown).as(f.toString()).isEqualTo(((Elementary) f.function()).kind(Kind.REAL) == Kind.NEAR);
    }

    private static List<Double> aroundZero() {
        List<Double> found = new ArrayList<>();
        for (double x = 1e-3; x < 40; x *= 1.17) {
            found.add(x);
            found.add(-x);
        }
        return found;
    }

    /** What no double shows any more of a value next to 1 still changes by the derivative, to as many digits as any number. */
    @ParameterizedTest
    @MethodSource("known")
    void theDistanceFromOneChangesByTheDerivative(Called f) {
        int agree = 0;
        for (double at : aroundZero()) {
            Value.Real y = real(f, at);
            if (y != null && y.isNearOne()) {
                assertThat(Math.abs(Math.abs(y.x()) - (1 + y.fromOne())))
                        .as(at(f, at) + " is " + y)
                        .isLessThanOrEqualTo(Math.ulp(1.0));
                Estimate change = change(
                        t -> {
                            Value.Real moved = real(f, at + t);
                            return moved != null && moved.isNearOne() ? new Value.Real(moved.fromOne()) : null;
                        },
                        Math.scalb(scaleOf(new Value.Real(at)), -10));
                Value slope = derivative(f, List.of(new Value.Real(at)), 0, Arithmetic.ONE, 1);
                if (change != null && slope != null) {
                    agree++;
                    double outwards = Math.signum(y.x()) * Arithmetic.real(slope);
                    assertThat(Math.abs(outwards - Arithmetic.real(change.value())))
                            .as(at(f, at) + " changes by " + change.value() + ", not by " + outwards)
                            .isLessThanOrEqualTo(change.error());
                }
            }
        }
        assertThat(agree).as("points of " + f).isGreaterThan(10);
    }

    private static List<Rational> rationals() {
        List<Rational> found = new ArrayList<>();
        for (long denominator : new long[] {1, 2, 3, 7, 10, 1000, 999_983}) {
            for (long numerator : new long[] {0, 1, 2, 3, 5, 9, 22, 355, 1_000_003}) {
                found.add(Rational.of(numerator, denominator));
                found.add(Rational.of(-numerator, denominator));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("elementary")
    void anExactNumberStaysExactWhereThatIsPromised(Called f) {
        for (Rational x : rationals()) {
            Value y = value(f, List.of(new Value.Exact(x)));
            if (((Elementary) f.function()).isExact()) {
                assertThat(y).as(at(f, x)).isInstanceOf(Value.Exact.class);
            }
            Enclosed enclosure = enclosure(f, List.of(Enclosed.of(new Value.Exact(x), 0)));
            if (y instanceof Value.Exact exact && enclosure != null) {
                Interval range = Enclosed.real(enclosure).range();
                assertThat(range.meets(Enclosed.of(exact.number())))
                        .as(at(f, x) + " is " + exact + ", not in " + range)
                        .isTrue();
            }
        }
    }

    /** What simulated roundings say a value may be off reaches what it is known to lie in, at numbers that no double is, too. */
    @ParameterizedTest
    @MethodSource("reals")
    void theClaimedErrorReachesWhatTheValueIsKnownToLieIn(Called f) {
        Sheet sheet = Sheet.of();
        List<Variable> names = f.names(sheet);
        Term term = f.term(sheet, names);
        List<Rational> numbers = rationals();
        int held = 0;
        for (int i = 0; i < numbers.size(); i++) {
            Frame frame = sheet.frame();
            List<Enclosed> point = new ArrayList<>();
            for (int k = 0; k < names.size(); k++) {
                Value x = new Value.Exact(numbers.get((i + 37 * k) % numbers.size()));
                frame = frame.with(names.get(k), x);
                point.add(Enclosed.of(x, 0));
            }
            Enclosed enclosure = enclosure(f, point);
            try {
                Estimate found = frame.estimate(term, 3);
                if (enclosure != null && isFinite(found.value())) {
                    held++;
                    assertThat(enclosure.distance(found.value()))
                            .as(f + " at " + point + " is " + found)
                            .isLessThanOrEqualTo(found.error());
                }
            } catch (NoValue e) {
                // there is none
            }
        }
        assertThat(held).as("values of " + f).isGreaterThan(10);
    }
}
