package org.ansatz.expression.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** What a bound variable ranges over. */
public abstract sealed class Domain
        permits Domain.Integers,
                RealInterval,
                Domain.Plane,
                MatrixDomain,
                Domain.Words,
                Domain.Entries,
                Domain.Here,
                Domain.Approach,
                Domain.Endless,
                Chance,
                Domain.Point {

    /** How many factors of ten below its ends an interval around zero is drawn from. */
    static final double DECADES = 3;

    private static final int MAX_ROUND = 12;

    private final Type type;

    Domain(Type type) {
        this.type = type;
    }

    /** Does something with each element, until it says stop. */
    public interface Visitor {
        /** Returns whether to go on. */
        boolean visit(Value element);
    }

    /** The type of its elements. */
    public final Type type() {
        return type;
    }

    /** Whether its elements can be counted off. */
    public abstract boolean isDiscrete();

    /** The terms that say where it ends. */
    public abstract List<Term> parts();

    /**
     * Visits every element in order.
     *
     * @return whether the visitor never said stop
     * @throws NoValue if the domain is not discrete
     */
    public abstract boolean each(Evaluator frame, Visitor visitor);

    /** The elements, if they are whole numbers in a row, each of which a double holds; else null. */
    public @Nullable Range range(Evaluator frame) {
        return null;
    }

    /**
     * Whole numbers in a row.
     *
     * @param first the first
     * @param last the last, included; there is none if it is below the first
     */
    public record Range(long first, long last) {}

    /** The element that {@code sample} draws. */
    public abstract Value draw(Evaluator frame, Sample sample);

    /** A few elements that are easy to read, the easiest first; none if there are no such. */
    public List<Value> roundElements(Evaluator frame) {
        List<Value> first = new ArrayList<>();
        each(frame, element -> first.add(element) && first.size() < MAX_ROUND);
        return first;
    }

    /** The integers {@code low:high}, both included. */
    public static final class Integers extends Domain {
        private final Term low;
        private final Term high;

        public Integers(Term low, Term high) {
            super(Type.INTEGER);
            this.low = low;
            this.high = high;
        }

        @Override
        public List<Term> parts() {
            return List.of(low, high);
        }

        @Override
        public boolean isDiscrete() {
            return true;
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            Range range = range(frame);
            for (long i = range.first; i <= range.last; i++) {
                if (!visitor.visit(Value.Exact.of(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Range range(Evaluator frame) {
            return new Range(whole(low, frame), whole(high, frame));
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            Range range = range(frame);
            if (range.last < range.first) {
                throw new NoValue("the range " + range.first + ":" + range.last + " is empty");
            }
            return Value.Exact.of(range.first + sample.upTo(range.last - range.first));
        }

        private static long whole(Term term, Evaluator frame) {
            double x = Arithmetic.real(frame.value(term));
            if (x != Math.rint(x) || Math.abs(x) > 1L << 52) {
                throw new NoValue("a range of integers ends at " + x);
            }
            return (long) x;
        }
    }

    /** The complex plane, drawn from at several scales on both sides of both axes: {@code complex}. */
    public static final class Plane extends Domain {
        private static final double LARGEST = 10;
        private static final int[][] ROUND = {
            {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {2, -3}, {-4, 0}
        };

        public Plane() {
            this(Type.COMPLEX);
        }

        /** The plane of the values of a complex type, in SI. */
        public Plane(Type type) {
            super(type);
        }

        @Override
        public List<Term> parts() {
            return List.of();
        }

        @Override
        public boolean isDiscrete() {
            return false;
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            throw new NoValue("the complex plane cannot be counted off");
        }

        @Override
        public List<Value> roundElements(Evaluator frame) {
            List<Value> round = new ArrayList<>();
            for (int[] z : ROUND) {
                // On the negative real axis functions have their cuts; a complex number has a side there.
                round.add(z[1] == 0 && z[0] > 0 ? Value.Exact.of(z[0]) : new Value.Complex(z[0], z[1]));
            }
            return round;
        }

        /** From the edges: close to zero, or close to either side of the negative real axis. */
        @Override
        public Value draw(Evaluator frame, Sample sample) {
            boolean small = sample.isEdge() && sample.edge(2) == 0;
            double radius = LARGEST * (small ? sample.depth() : Math.pow(10, -DECADES * sample.spread()));
            double turn = 2 * sample.random().uniform() - 1;
            double angle = Math.PI * (sample.isEdge() && !small ? Math.signum(turn) * (1 - sample.depth()) : turn);
            return new Value.Complex(radius * Math.cos(angle), radius * Math.sin(angle));
        }
    }

    /** The unsigned words of {@code n} bits: the integers from 0 to 2^n − 1. */
    public static final class Words extends Domain {
        /** Words of so many bits are numbers that doubles hold. */
        private static final int MAX_SHORT = 52;

        private final Term bits;

        public Words(Term bits) {
            super(Type.INTEGER);
            this.bits = bits;
        }

        @Override
        public List<Term> parts() {
            return List.of(bits);
        }

        @Override
        public boolean isDiscrete() {
            return true;
        }

        private int width(Evaluator frame) {
            int n = Arithmetic.count(frame.value(bits));
            if (n > 4096) {
                throw new NoValue("words of " + n + " bits");
            }
            return n;
        }

        @Override
        public @Nullable Range range(Evaluator frame) {
            int width = width(frame);
            return width <= MAX_SHORT ? new Range(0, (1L << width) - 1) : null;
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            BigInteger end = BigInteger.ONE.shiftLeft(width(frame));
            for (BigInteger i = BigInteger.ZERO; i.compareTo(end) < 0; i = i.add(BigInteger.ONE)) {
                if (!visitor.visit(new Value.Exact(Rational.of(i)))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            BigInteger word = BigInteger.ZERO;
            for (int i = width(frame); i > 0; i--) {
                word = word.shiftLeft(1).or(BigInteger.valueOf(sample.upTo(1)));
            }
            return new Value.Exact(Rational.of(word));
        }
    }

    /** The entries of an array. */
    public static final class Entries extends Domain {
        private final Term array;

        public Entries(Term array) {
            super(array.type().with(Shape.SCALAR));
            this.array = array;
        }

        /** What its entries are of. */
        public Term array() {
            return array;
        }

        @Override
        public List<Term> parts() {
            return List.of(array);
        }

        @Override
        public boolean isDiscrete() {
            return true;
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            for (Value entry : ((Value.Array) frame.value(array)).entries()) {
                if (!visitor.visit(entry)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            Value.Array entries = (Value.Array) frame.value(array);
            return entries.entries().get((int) sample.upTo(entries.entries().size() - 1L));
        }
    }

    /** A declared variable where it stands, written {@code by}. */
    public static final class Here extends Domain {
        private final Binding.Variable variable;

        public Here(Binding.Variable variable) {
            super(variable.type());
            this.variable = variable;
        }

        @Override
        public boolean isDiscrete() {
            return true;
        }

        @Override
        public List<Term> parts() {
            return List.of();
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            return visitor.visit(value(frame));
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            return value(frame);
        }

        private Value value(Evaluator frame) {
            Value value = frame.value(variable);
            if (value == null) {
                throw new NoValue(variable.name() + " has no value here to differentiate at");
            }
            return value;
        }
    }

    /** A single point, written {@code at}. */
    public static final class Point extends Domain {
        private final Term at;

        public Point(Term at) {
            super(at.type());
            this.at = at;
        }

        /** Where it is. */
        public Term at() {
            return at;
        }

        @Override
        public List<Term> parts() {
            return List.of(at);
        }

        @Override
        public boolean isDiscrete() {
            return true;
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            return visitor.visit(frame.value(at));
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            return frame.value(at);
        }
    }

    /** Where a variable goes, written {@code ->}: a point, from one side or from both, or infinity. */
    public static final class Approach extends Domain {
        private final Term point;
        private final int side;

        /**
         * A place to go to.
         *
         * @param side 1 from above, −1 from below, 0 from both
         */
        public Approach(Term point, int side) {
            super(point.type().with(NumberSet.REAL));
            this.point = point;
            this.side = side;
        }

        /** The point, or an infinite number. */
        public Term point() {
            return point;
        }

        /** 1 from above, −1 from below, 0 from both. */
        public int side() {
            return side;
        }

        @Override
        public List<Term> parts() {
            return List.of(point);
        }

        @Override
        public boolean isDiscrete() {
            return false;
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            throw new NoValue("what a variable goes to is not one of its values");
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            throw new NoValue("what a variable goes to is not one of its values");
        }
    }

    /** All whole numbers from one on, {@code 1:inf}, or down from one, {@code -inf:0}. */
    public static final class Endless extends Domain {
        private final Term start;
        private final int side;

        /**
         * Whole numbers without an end.
         *
         * @param side 1 upward, −1 downward
         */
        public Endless(Term start, int side) {
            super(Type.INTEGER);
            this.start = start;
            this.side = side;
        }

        /** The first. */
        public long first(Evaluator frame) {
            return Integers.whole(start, frame);
        }

        /** 1 upward, −1 downward. */
        public int side() {
            return side;
        }

        @Override
        public List<Term> parts() {
            return List.of(start);
        }

        @Override
        public boolean isDiscrete() {
            return false;
        }

        @Override
        public boolean each(Evaluator frame, Visitor visitor) {
            throw new NoValue("numbers without an end cannot be counted off");
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            throw new NoValue("numbers without an end cannot be drawn from");
        }
    }
}
