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
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.polynomial.Roots;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** Eigenvalues, rank and the cross product. */
final class MatrixAnalysis {

    private MatrixAnalysis() {}

    /** All functions. */
    static List<Function> all() {
        return List.of(new Eigenvalues(), new Rank(), new Cross());
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

    /** The number of independent rows: of rounded numbers it is not known. */
    private static final class Rank extends Function {

        private static final int MAX_ENTRIES = 10_000;

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
            Value.Array matrix = (Value.Array) arguments.get(0);
            if (matrix.entries().size() > MAX_ENTRIES) {
                throw new NoValue("the rank of " + matrix.entries().size() + " numbers; at most " + MAX_ENTRIES);
            }
            Value[][] rows = new Value[matrix.rows()][matrix.columns()];
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < matrix.columns(); k++) {
                    rows[i][k] = matrix.at(i, k);
                    if (!(rows[i][k] instanceof Value.Exact)) {
                        throw new NoValue(
                                "the rank of rounded numbers is not known: a change in the last digit changes it");
                    }
                }
            }
            return Estimate.exact(Value.Exact.of(independent(rows)));
        }

        private static int independent(Value[][] rows) {
            int rank = 0;
            for (int column = 0; rank < rows.length && column < rows[0].length; column++) {
                int pivot = rank;
                while (pivot < rows.length && Arithmetic.isZero(rows[pivot][column])) {
                    pivot++;
                }
                if (pivot == rows.length) {
                    continue;
                }
                Value[] found = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank] = found;
                for (int i = rank + 1; i < rows.length; i++) {
                    Value factor = Arithmetic.divide(rows[i][column], found[column]);
                    for (int k = column; k < found.length; k++) {
                        rows[i][k] = subtract(rows[i][k], multiply(factor, found[k]));
                    }
                }
                rank++;
            }
            return rank;
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
