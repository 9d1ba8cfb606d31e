package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** Finite sequences as rows: the first entry is that of n = 0. */
final class Sequences {

    private static final Engine TRANSFORM = new Engine("dft");

    /** The longest sequence. */
    private static final int MAX_LENGTH = 2048;

    private Sequences() {}

    /** All functions. */
    static List<Function> all() {
        return List.of(
                new Convolution(),
                new Transform(
                        "dft(x)", "discrete Fourier transform, sum(x[n]*exp(-2j*pi*k*n/N)) for k from 0, as a row", -1),
                new Transform("idft(X)", "the row whose discrete Fourier transform is X", 1));
    }

    private static Type sequence(Term term) {
        Type type = Typing.matrix(term, "; a sequence is a row, [x0, x1, x2]");
        if (type.shape().rows().isSeveral() && type.shape().columns().isSeveral()) {
            throw new ExpressionFault(term.span(), "a sequence is a row or a column; this is " + type.describe());
        }
        return type;
    }

    private static List<Value> entries(Value value) {
        Value.Array array = (Value.Array) value;
        if (array.rows() > 1 && array.columns() > 1) {
            throw new NoValue("a sequence is a row or a column, not " + array.rows() + " × " + array.columns());
        }
        if (array.entries().size() > MAX_LENGTH) {
            throw new NoValue("a sequence of " + array.entries().size() + "; at most " + MAX_LENGTH + " are possible");
        }
        return array.entries();
    }

    private static double size(Value value) {
        return Math.hypot(Arithmetic.real(value), Arithmetic.imaginary(value));
    }

    /** The sums of products of one sequence with another that is turned round and moved. */
    private static final class Convolution extends Function {

        Convolution() {
            super(
                    "conv(a, b)",
                    Engine.ARITHMETIC,
                    "convolution of two sequences, as a row: the coefficients of a product");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type a = sequence(arguments.get(0));
            Type b = sequence(arguments.get(1));
            return new Type(
                    a.set().join(b.set()),
                    new Shape(Size.ONE, Size.UNKNOWN),
                    a.dimensionOrNone().times(b.dimensionOrNone()));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            List<Value> a = entries(arguments.get(0));
            List<Value> b = entries(arguments.get(1));
            List<Value> sums = new ArrayList<>(Collections.nCopies(a.size() + b.size() - 1, Arithmetic.ZERO));
            for (int i = 0; i < a.size(); i++) {
                for (int k = 0; k < b.size(); k++) {
                    sums.set(i + k, Arithmetic.add(sums.get(i + k), Arithmetic.multiply(a.get(i), b.get(k))));
                }
            }
            boolean isExact = sums.stream().allMatch(Value.Exact.class::isInstance);
            double largest = a.stream().mapToDouble(Sequences::size).sum()
                    * b.stream().mapToDouble(Sequences::size).max().orElse(0);
            double error = isExact ? 0 : (Math.min(a.size(), b.size()) + 1) * 0x1p-52 * largest;
            return new Estimate(new Value.Array(1, sums.size(), sums), error);
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            List<Enclosed> a = ((Enclosed.Array) arguments.get(0)).entries();
            List<Enclosed> b = ((Enclosed.Array) arguments.get(1)).entries();
            List<Enclosed> sums = new ArrayList<>();
            for (int place = 0; place < a.size() + b.size() - 1; place++) {
                List<Enclosed> products = new ArrayList<>();
                for (int i = Math.max(0, place - b.size() + 1); i <= Math.min(place, a.size() - 1); i++) {
                    products.add(EnclosedArithmetic.multiply(a.get(i), b.get(place - i)));
                }
                sums.add(EnclosedArithmetic.sum(products));
            }
            return new Enclosed.Array(1, sums.size(), sums);
        }
    }

    /**
     * The discrete Fourier transform, as the sum that defines it (Oppenheim and Schafer, Discrete-Time Signal Processing, 3rd ed., eq.
     * 8.67). The angle of each term is a fraction of a turn that is reduced without rounding, so that quarters of a turn are exact.
     */
    private static final class Transform extends Function {
        private final int sign;

        Transform(String signature, String help, int sign) {
            super(signature, TRANSFORM, help);
            this.sign = sign;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = sequence(arguments.get(0));
            Shape shape = type.shape();
            Size length =
                    shape.rows().isOne() ? shape.columns() : shape.columns().isOne() ? shape.rows() : Size.UNKNOWN;
            return new Type(NumberSet.COMPLEX, new Shape(Size.ONE, length), type.dimension());
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            List<Value> x = entries(arguments.get(0));
            int n = x.size();
            double share = sign > 0 ? 1.0 / n : 1;
            double[] cosines = new double[n];
            double[] sines = new double[n];
            double all = 0;
            for (int i = 0; i < n; i++) {
                cosines[i] = cosine(i, n);
                sines[i] = sign * sine(i, n);
                all += size(x.get(i));
            }
            List<Value> sums = new ArrayList<>(n);
            for (int k = 0; k < n; k++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < n; i++) {
                    int turn = (int) ((long) i * k % n);
                    double a = Arithmetic.real(x.get(i));
                    double b = Arithmetic.imaginary(x.get(i));
                    re += a * cosines[turn] - b * sines[turn];
                    im += a * sines[turn] + b * cosines[turn];
                }
                sums.add(new Value.Complex(re * share, im * share));
            }
            return new Estimate(new Value.Array(1, n, sums), (n + 4) * 0x1p-53 * all * share);
        }

        private static double sine(int i, int n) {
            return cosine(4 * i - n, 4 * n);
        }

        /** cos 2πi/n, exact at quarters of a turn. */
        private static double cosine(int i, int n) {
            if (4L * i % n == 0) {
                int quarters = Math.floorMod((int) (4L * i / n), 4);
                return quarters == 0 ? 1 : quarters == 2 ? -1 : 0;
            }
            return Math.cos(2 * Math.PI * i / n);
        }
    }
}
