package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.jspecify.annotations.Nullable;

/** Sets and intervals: what is answered with several numbers at once, and computed with no further. */
final class Gathering {

    private Gathering() {}

    static List<Function> all() {
        return List.of(new SetOf(), new IntervalOf());
    }

    /** What gathers numbers; programs compute with numbers alone. */
    private abstract static class Gathered extends Function {
        Gathered(String signature, String help) {
            super(signature, Engine.ARITHMETIC, help);
        }

        @Override
        public Kernel kernel(Type type) {
            throw new Unwritten(type.describe());
        }
    }

    /** Numbers, and the entries of matrices, once each. */
    private static final class SetOf extends Gathered {

        /** Numbers are one if they differ by no more than rounding does. */
        private static final double SAME = 8 * Math.ulp(1.0);

        /** Real parts this near to each other, relative to the largest number, are in no order: rounding may have turned it. */
        private static final double LEVEL = 1e-9;

        SetOf() {
            super(Parser.SET + "(a, …)", "the set of these numbers, and of the entries of matrices");
        }

        @Override
        public boolean takes(int arguments) {
            return true;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Term first = null;
            Type common = Type.of(NumberSet.SET, null);
            for (Term argument : arguments) {
                Typing.number(argument);
                Type type = argument.type();
                if (first != null
                        && type.dimension() != null
                        && !type.has(first.type().dimensionOrNone())) {
                    throw new ExpressionFault(
                            argument.span(),
                            "the numbers of a set are of one kind: this is "
                                    + type.with(Shape.SCALAR).describe() + ", another is "
                                    + first.type().with(Shape.SCALAR).describe());
                }
                first = first == null && type.dimension() != null ? argument : first;
                common = common.dimension() == null ? common.with(type.dimension()) : common;
            }
            return common;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            List<Value> entries = new ArrayList<>();
            for (Value argument : arguments) {
                if (argument instanceof Value.Array) {
                    entries.addAll(((Value.Array) argument).entries());
                } else {
                    entries.add(argument);
                }
            }
            List<Value> once = once(inOrder(entries));
            return Estimate.exact(new Value.Array(1, once.size(), once));
        }

        /** The numbers in their order, as long as it is certain, and that no two are one: then the set has just these. */
        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            List<Enclosed> entries = new ArrayList<>();
            for (Enclosed argument : arguments) {
                entries.addAll(argument instanceof Enclosed.Array array ? array.entries() : List.of(argument));
            }
            entries.sort(Comparator.comparingDouble(
                    entry -> EnclosedArithmetic.re(entry).range().low()));
            double scale = 0;
            for (Enclosed entry : entries) {
                scale = Math.max(
                        scale,
                        EnclosedArithmetic.re(entry).range().magnitude()
                                + EnclosedArithmetic.im(entry).range().magnitude());
            }
            for (int i = 1; i < entries.size(); i++) {
                double below = EnclosedArithmetic.re(entries.get(i - 1)).range().high();
                if (!(EnclosedArithmetic.re(entries.get(i)).range().low() - below > 2 * LEVEL * scale)) {
                    throw new NoEnclosure("the order of a set's numbers");
                }
            }
            return new Enclosed.Array(1, entries.size(), entries);
        }

        /** By real parts; those of one real part, to rounding, by imaginary parts. */
        private static List<Value> inOrder(List<Value> entries) {
            double scale = 0;
            for (Value entry : entries) {
                if (Double.isNaN(Arrays.size(entry))) {
                    throw new NoValue("a number of a set has no value");
                }
                scale = Double.isInfinite(Arrays.size(entry)) ? scale : Math.max(scale, Arrays.size(entry));
            }
            List<Value> sorted = new ArrayList<>(entries);
            sorted.sort(Comparator.comparingDouble(Arithmetic::real));
            List<Value> ordered = new ArrayList<>();
            List<Value> level = new ArrayList<>();
            for (Value entry : sorted) {
                boolean rises = !level.isEmpty()
                        && Arithmetic.real(entry) - Arithmetic.real(level.get(level.size() - 1)) > LEVEL * scale;
                if (rises) {
                    level.sort(Comparator.comparingDouble(Arithmetic::imaginary));
                    ordered.addAll(level);
                    level.clear();
                }
                level.add(entry);
            }
            level.sort(Comparator.comparingDouble(Arithmetic::imaginary));
            ordered.addAll(level);
            return ordered;
        }

        private static List<Value> once(List<Value> ordered) {
            List<Value> once = new ArrayList<>();
            for (Value entry : ordered) {
                @Nullable Value last = once.isEmpty() ? null : once.get(once.size() - 1);
                if (last == null || !areOne(last, entry)) {
                    once.add(entry);
                }
            }
            return once;
        }

        private static boolean areOne(Value a, Value b) {
            if (a instanceof Value.Exact && b instanceof Value.Exact) {
                return Arithmetic.compare(a, b) == 0;
            }
            double size = Math.max(Arrays.size(a), Arrays.size(b));
            return Arrays.distance(a, b) <= (Double.isInfinite(size) ? 0 : SAME * size);
        }
    }

    /** All numbers between two. */
    private static final class IntervalOf extends Gathered {
        IntervalOf() {
            super(Parser.INTERVAL + "(a, b)", "all numbers between a and b, as a..b; an end may be inf");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.real(arguments.get(0));
            Typing.real(arguments.get(1));
            return Type.of(
                    NumberSet.INTERVAL,
                    Typing.same(arguments.get(0), arguments.get(1)).dimension());
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            if (!(Arithmetic.real(arguments.get(0)) <= Arithmetic.real(arguments.get(1)))) {
                throw new NoValue("an interval goes from the smaller number to the larger one; this goes from "
                        + Notation.number(Arithmetic.real(arguments.get(0)), 6) + " to "
                        + Notation.number(Arithmetic.real(arguments.get(1)), 6) + " in SI");
            }
            return Estimate.exact(new Value.Array(1, 2, arguments));
        }

        /** Both ends; where it is not certain which is the larger, there may be no interval. */
        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed ends = new Enclosed.Array(1, 2, arguments);
            Interval low = Enclosed.real(arguments.get(0)).range();
            Interval high = Enclosed.real(arguments.get(1)).range();
            return low.high() <= high.low() ? ends : EnclosedArithmetic.atMost(ends, Regularity.PARTIAL);
        }
    }
}
