package org.ansatz.expression.value;

import java.util.List;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Rational;

/** What a value is known to lie in, on a whole set of points: the counterpart of {@link Value} in the interval mode. */
public sealed interface Enclosed {

    /** How far the nearest value inside is from a value of the same kind, at most; 0 if it may be inside. */
    default double distance(Value value) {
        double farthest = 0;
        if (this instanceof Array array) {
            List<Value> entries = value instanceof Value.Array matrix ? matrix.entries() : List.of(value);
            for (int i = 0; i < Math.min(entries.size(), array.entries().size()); i++) {
                farthest = Math.max(farthest, array.entries().get(i).distance(entries.get(i)));
            }
            return farthest;
        }
        if (this instanceof Truth truth && value instanceof Value.Truth known) {
            return known.holds() ? (truth.canHold() ? 0 : 1) : truth.canFail() ? 0 : 1;
        }
        double re = EnclosedArithmetic.re(this).range().gap(Arithmetic.real(value));
        return Math.hypot(re, EnclosedArithmetic.im(this).range().gap(Arithmetic.imaginary(value)));
    }

    /** How wide it is: the widest of its parts. */
    default double width() {
        if (this instanceof Array array) {
            double widest = 0;
            for (Enclosed entry : array.entries()) {
                widest = Math.max(widest, entry.width());
            }
            return widest;
        }
        if (this instanceof Truth truth) {
            return truth.canHold() && truth.canFail() ? 1 : 0;
        }
        Series re = EnclosedArithmetic.re(this);
        boolean isDefined = re.regularity().isAtLeast(Regularity.DEFINED);
        return isDefined
                ? Math.max(
                        re.range().width(), EnclosedArithmetic.im(this).range().width())
                : Double.POSITIVE_INFINITY;
    }

    /** A real number. */
    record Real(Series series) implements Enclosed {}

    /** A complex number, by its parts. */
    record Complex(Series re, Series im) implements Enclosed {}

    /**
     * A truth value.
     *
     * @param canHold whether it may be true somewhere
     * @param canFail whether it may be false somewhere
     * @param regularity how well what is compared is known; with no value, neither is the truth
     */
    record Truth(boolean canHold, boolean canFail, Regularity regularity) implements Enclosed {

        /** The opposite. */
        public Truth not() {
            return new Truth(/* canHold= */ canFail, /* canFail= */ canHold, regularity);
        }

        /** Whether just one of the two holds. */
        public Truth differs(Truth other) {
            return new Truth(
                    canHold && other.canFail || canFail && other.canHold,
                    canHold && other.canHold || canFail && other.canFail,
                    regularity.and(other.regularity));
        }
    }

    /** A matrix, row after row. */
    record Array(int rows, int columns, List<Enclosed> entries) implements Enclosed {
        /** Copies the list. */
        public Array {
            entries = List.copyOf(entries);
        }

        /** The entry in row {@code row}, column {@code column}, both from 0. */
        public Enclosed at(int row, int column) {
            return entries.get(row * columns + column);
        }
    }

    /**
     * What is known of a value in one point.
     *
     * @throws NoEnclosure of duals and of what is no number
     */
    static Enclosed of(Value value, int order) {
        return value.fold(new Point(order));
    }

    /** The smallest interval of doubles that holds a rational. */
    static Interval of(Rational number) {
        double same = number.asDouble();
        if (!Double.isNaN(same)) {
            return Interval.of(same);
        }
        double near = number.toDouble();
        if (Double.isInfinite(near)) {
            return near > 0
                    ? new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY)
                    : new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE);
        }
        int side = Rational.exactly(near).compareTo(number);
        return side == 0
                ? Interval.of(near)
                : side < 0 ? new Interval(near, Math.nextUp(near)) : new Interval(Math.nextDown(near), near);
    }

    /** A real number, of a complex one without an imaginary part its real part. */
    static Series real(Enclosed value) {
        if (value instanceof Real real) {
            return real.series();
        }
        if (value instanceof Complex complex
                && complex.im().isConstant()
                && complex.im().range().equals(Interval.ZERO)) {
            return complex.re();
        }
        throw new NoEnclosure("what is not a real number");
    }

    /** Each kind of value in one point. */
    final class Point implements Value.Cases<Enclosed> {
        private final int order;

        private Point(int order) {
            this.order = order;
        }

        private Series constant(Interval value) {
            return Series.constant(value, order);
        }

        @Override
        public Enclosed ofExact(Value.Exact value) {
            return new Real(constant(of(value.number())));
        }

        @Override
        public Enclosed ofReal(Value.Real value) {
            if (!Double.isFinite(value.x())) {
                throw new NoEnclosure("an infinite number");
            }
            return new Real(constant(Interval.of(value.x())));
        }

        private static Interval of(Rational number) {
            return Enclosed.of(number);
        }

        @Override
        public Enclosed ofComplex(Value.Complex value) {
            if (!Double.isFinite(value.re()) || !Double.isFinite(value.im())) {
                throw new NoEnclosure("an infinite number");
            }
            return new Complex(constant(Interval.of(value.re())), constant(Interval.of(value.im())));
        }

        @Override
        public Enclosed ofDual(Value.Dual value) {
            throw new NoEnclosure("what is being differentiated");
        }

        @Override
        public Enclosed ofTruth(Value.Truth value) {
            return new Truth(value.holds(), !value.holds(), Regularity.SMOOTH);
        }

        @Override
        public Enclosed ofArray(Value.Array value) {
            List<Enclosed> entries = new java.util.ArrayList<>(value.entries().size());
            for (Value entry : value.entries()) {
                entries.add(entry.fold(this));
            }
            return new Array(value.rows(), value.columns(), entries);
        }

        @Override
        public Enclosed ofHandle(Value.Handle value) {
            throw new NoEnclosure("what a field block hands out");
        }
    }
}
