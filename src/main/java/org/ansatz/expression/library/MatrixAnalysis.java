package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.subtract;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
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
import org.ansatz.interval.NoEnclosure;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.polynomial.Roots;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** Eigenvalues, rank, null space and the cross product. */
final class MatrixAnalysis {

    private MatrixAnalysis() {}

    /** All functions. */
    static List<Function> all() {
        return List.of(
                new Eigenvalues(), new Rank(), new Nullity(), new NullSpace(), new Cross(), new MatrixExponential());
    }

    /**
     * Eigenvalues as the roots of the characteristic polynomial, whose coefficients are computed without rounding by the method of
     * Leverrier and Faddeev (D. K. Faddeev and V. N. Faddeeva, Computational Methods of Linear Algebra, 1963, section 47). With
     * rounded coefficients that would be unstable; so each root lies in a disc that holds it for certain, as those of {@code roots}.
     */
    private static final class Eigenvalues extends Function {

        /** The work and the length of the coefficients grow as the fourth power and more. */
        private static final int MAX_SIZE = 16;

        Eigenvalues() {
            super(
                    "eigenvalues(A)",
                    Systems.ROOTS,
                    "eigenvalues of a square real matrix, each as often as it is one, as a column");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = LinearAlgebra.square(arguments.get(0));
            if (type.set() == NumberSet.COMPLEX) {
                throw new ExpressionFault(arguments.get(0).span(), "the entries must be real");
            }
            return Type.complex(type.dimensionOrNone())
                    .with(new Shape(type.shape().rows(), Shape.of(1, 1).columns()));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array matrix = (Value.Array) arguments.get(0);
            int n = matrix.rows();
            if (n != matrix.columns() || n > MAX_SIZE) {
                throw new NoValue("the eigenvalues of a matrix of " + n + " × " + matrix.columns()
                        + "; it must be square, of at most " + MAX_SIZE + " rows");
            }
            Rational[][] a = new Rational[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    a[i][k] = exactly(matrix.at(i, k));
                }
            }
            return Systems.column(Roots.of(characteristic(a)), "eigenvalues");
        }

        private static Rational exactly(Value value) {
            if (value instanceof Value.Exact exact) {
                return exact.number();
            }
            if (value instanceof Value.Real real && Double.isFinite(real.x())) {
                return Rational.exactly(real.x());
            }
            throw new NoValue("eigenvalues are not differentiated; differences(…) needs values only");
        }

        private static Polynomial characteristic(Rational[][] a) {
            int n = a.length;
            List<Coefficient> downward = new ArrayList<>(List.of(Coefficient.ONE));
            Rational[][] m = new Rational[n][n];
            for (Rational[] row : m) {
                java.util.Arrays.fill(row, Rational.ZERO);
            }
            Rational last = Rational.ONE;
            for (int k = 1; k <= n; k++) {
                for (int i = 0; i < n; i++) {
                    m[i][i] = m[i][i].plus(last);
                }
                m = product(a, m);
                Rational trace = Rational.ZERO;
                for (int i = 0; i < n; i++) {
                    trace = trace.plus(m[i][i]);
                }
                last = trace.over(Rational.of(-k));
                downward.add(Coefficient.of(last));
            }
            List<Coefficient> upward = new ArrayList<>(downward);
            java.util.Collections.reverse(upward);
            return Polynomial.of(upward);
        }

        private static Rational[][] product(Rational[][] a, Rational[][] b) {
            int n = a.length;
            Rational[][] product = new Rational[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    Rational sum = Rational.ZERO;
                    for (int l = 0; l < n; l++) {
                        sum = sum.plus(a[i][l].times(b[l][k]));
                    }
                    product[i][k] = sum;
                }
            }
            return product;
        }
    }

    /** A matrix of exact numbers; of rounded ones it is not known which rows are independent. */
    private static Echelon echelon(Value value, String what) {
        Value.Array matrix = (Value.Array) value;
        if (matrix.entries().size() > Echelon.MAX_ENTRIES) {
            throw new NoValue(
                    "the " + what + " of " + matrix.entries().size() + " numbers; at most " + Echelon.MAX_ENTRIES);
        }
        if (!matrix.entries().stream().allMatch(Value.Exact.class::isInstance)) {
            throw new NoValue(
                    "the " + what + " of rounded numbers is not known: a change in the last digit changes it");
        }
        return Echelon.of(matrix);
    }

    /** The number of independent rows. */
    private static final class Rank extends Function {

        Rank() {
            super("rank(A)", Engine.LINEAR_SOLVE, "number of independent rows of a matrix of exact numbers");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.matrix(arguments.get(0), "");
            return Type.INTEGER;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            return Estimate.exact(
                    Value.Exact.of(echelon(arguments.get(0), "rank").rank()));
        }
    }

    /** The dimension of the null space. */
    private static final class Nullity extends Function {

        Nullity() {
            super("nullity(A)", Engine.LINEAR_SOLVE, "dimension of the null space of a matrix of exact numbers");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.matrix(arguments.get(0), "");
            return Type.INTEGER;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            int columns = ((Value.Array) arguments.get(0)).columns();
            return Estimate.exact(Value.Exact.of(
                    columns - echelon(arguments.get(0), "nullity").rank()));
        }
    }

    /** A basis of the vectors that a matrix takes to zero. */
    private static final class NullSpace extends Function {

        NullSpace() {
            super(
                    "nullspace(A)",
                    Engine.LINEAR_SOLVE,
                    "independent columns x with A*x == 0, for each free unknown the one where it is 1 and the others are 0");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = Typing.matrix(arguments.get(0), "");
            return new Type(NumberSet.RATIONAL, new Shape(type.shape().columns(), Size.UNKNOWN), Dimension.NONE);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array basis = echelon(arguments.get(0), "null space").nullSpace();
            if (basis == null) {
                throw new NoValue(
                        "the columns are independent, so only zero is taken to zero: the null space has no basis");
            }
            return Estimate.exact(basis);
        }
    }

    /** The vector product of two vectors of three entries. */
    private static final class Cross extends Function {

        Cross() {
            super("cross(a, b)", Engine.ARITHMETIC, "vector product of two vectors of three entries, as a row");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type a = Typing.matrix(arguments.get(0), "; a vector is [x, y, z]");
            Type b = Typing.matrix(arguments.get(1), "; a vector is [x, y, z]");
            Dimension dimension = a.dimensionOrNone().times(b.dimensionOrNone());
            return new Type(a.set().join(b.set()), Shape.of(1, 3), dimension);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            List<Value> a = vector(arguments.get(0));
            List<Value> b = vector(arguments.get(1));
            List<Value> product = new ArrayList<>();
            double error = 0;
            for (int i = 0; i < 3; i++) {
                int j = (i + 1) % 3;
                int k = (i + 2) % 3;
                Value plus = multiply(a.get(j), b.get(k));
                Value minus = multiply(a.get(k), b.get(j));
                Value entry = subtract(plus, minus);
                product.add(entry);
                double size = Math.abs(Arithmetic.real(plus))
                        + Math.abs(Arithmetic.imaginary(plus))
                        + Math.abs(Arithmetic.real(minus))
                        + Math.abs(Arithmetic.imaginary(minus));
                error = Math.max(error, entry instanceof Value.Exact ? 0 : 0x1p-51 * size);
            }
            return new Estimate(new Value.Array(1, 3, product), error);
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            List<Enclosed> a = ((Enclosed.Array) arguments.get(0)).entries();
            List<Enclosed> b = ((Enclosed.Array) arguments.get(1)).entries();
            if (a.size() != 3 || b.size() != 3) {
                throw new NoEnclosure(name());
            }
            List<Enclosed> product = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int j = (i + 1) % 3;
                int k = (i + 2) % 3;
                product.add(EnclosedArithmetic.subtract(
                        EnclosedArithmetic.multiply(a.get(j), b.get(k)),
                        EnclosedArithmetic.multiply(a.get(k), b.get(j))));
            }
            return new Enclosed.Array(1, 3, product);
        }

        private static List<Value> vector(Value value) {
            Value.Array array = (Value.Array) value;
            if (array.rows() * array.columns() != 3) {
                throw new NoValue("a vector of " + array.rows() + " × " + array.columns()
                        + " entries; three in a row or column" + " are needed");
            }
            return array.entries();
        }
    }
}
