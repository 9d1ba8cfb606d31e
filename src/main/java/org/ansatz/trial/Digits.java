package org.ansatz.trial;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How near a number must come: as near as the right one rounded to so many significant digits.
 *
 * @param count digits, 1 to 15
 */
record Digits(int count) {

    private static final int MOST = 15;

    Digits {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("digits are from 1 to " + MOST + ", not " + count);
        }
    }

    /** Half a unit of the last digit that a number of this size shows; of zero, which shows none, nothing. */
    double half(double size) {
        return new Tolerance.Significant(count).half(size);
    }

    /**
     * Whether values are known to so many digits, each number of a set or interval by its own size. What is nothing but the error of
     * larger terms is known if that error is small beside them.
     */
    boolean know(Evidence.Values values) {
        double error = values.error();
        return sizes(values).allMatch(size -> error <= half(size > error ? size : Math.max(size, values.terms())));
    }

    /** How many digits values are known to, 0 if none. */
    static int known(Evidence.Values values) {
        return IntStream.rangeClosed(1, MOST)
                .filter(digits -> new Digits(digits).know(values))
                .max()
                .orElse(0);
    }

    private static DoubleStream sizes(Evidence.Values values) {
        if (values.error() == 0) {
            return DoubleStream.empty();
        }
        return values.type().isCollection()
                ? entries(values.first().value()).stream()
                        .mapToDouble(Arrays::size)
                        .filter(Double::isFinite)
                : DoubleStream.of(values.scale());
    }

    private static List<Value> entries(Value value) {
        return value instanceof Value.Array ? ((Value.Array) value).entries() : List.of(value);
    }

    /**
     * The largest difference from a number that still agrees. Zero has no digits, nor has what is not told from it: there it is a
     * fraction of the unit.
     *
     * @param size of the number, in SI
     * @param error how wrong the number itself may be, in SI
     * @param unit the unit's size, in SI
     */
    double allowed(double size, double error, double unit) {
        return (size <= error ? unit * Math.pow(10, -count) : half(size)) + error;
    }

    /**
     * Whether a value is as near to the right one as it must come; whole numbers must be equal. Sets and intervals are compared
     * number by number, each by its own size; matrices by their largest entry.
     */
    boolean agree(Estimate right, Value value, Type type, @Nullable Unit shown) {
        List<Value> expected = entries(right.value());
        List<Value> given = entries(value);
        if (!type.isCollection() || expected.size() != given.size()) {
            return agree(right, value, shown);
        }
        return IntStream.range(0, expected.size())
                .allMatch(i -> agree(new Estimate(expected.get(i), right.error()), given.get(i), shown));
    }

    private boolean agree(Estimate right, Value number, @Nullable Unit shown) {
        if (Arithmetic.isWhole(right.value()) && Arithmetic.isWhole(number)) {
            return Arithmetic.compare(right.value(), number) == 0;
        }
        return Arrays.distance(right.value(), number) <= allowed(right, shown);
    }

    /** How far a number may be from the right one. */
    double allowed(Estimate right, @Nullable Unit shown) {
        return allowed(Arrays.size(right.value()), right.error(), shown == null ? 1 : Math.abs(shown.factor()));
    }
}
