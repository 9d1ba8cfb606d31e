package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.reverse.Adjoints;
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
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;

/** Entries, determinant, inverse and solution of linear systems, by elimination with partial pivoting on any numbers. */
final class LinearAlgebra {

    private LinearAlgebra() {}

    static List<Function> all() {
        return List.of(new Entry(), new Determinant(), new Solution(), new Inverse(), new Norm());
    }

    static Type square(Term term) {
        Type type = Typing.number(term);
        Shape shape = type.shape();
        if (shape.isScalar() || shape.rows().differs(shape.columns())) {
            throw new ExpressionFault(term.span(), "a square matrix is needed here; this is " + type.describe());
        }
        return type;
    }

    private static double size(Value value) {
        return Math.hypot(Arithmetic.real(value), Arithmetic.imaginary(value));
    }

    private static Value[][] rows(Value.Array array) {
        Value[][] rows = new Value[array.rows()][array.columns()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < array.columns(); c++) {
                rows[r][c] = array.at(r, c);
            }
        }
        return rows;
    }

    /**
     * Gaussian elimination of {@code a} applied to {@code b} as well (Golub and Van Loan, Matrix Computations, 4th ed.,
     * algorithm 3.4.1). Afterwards {@code a} is upper triangular.
     *
     * @return the determinant of {@code a}
     */
    private static Value eliminate(Value[][] a, Value[][] b) {
        Value determinant = Arithmetic.ONE;
        for (int k = 0; k < a.length; k++) {
            int pivot = k;
            for (int r = k + 1; r < a.length; r++) {
                pivot = size(a[r][k]) > size(a[pivot][k]) ? r : pivot;
            }
            if (Arithmetic.isZero(a[pivot][k])) {
                requireStill(a, k);
                return Arithmetic.ZERO;
            }
            if (pivot != k) {
                swap(a, pivot, k);
                swap(b, pivot, k);
                determinant = Arithmetic.negate(determinant);
            }
            determinant = Arithmetic.multiply(determinant, a[k][k]);
            for (int r = k + 1; r < a.length; r++) {
                Value factor = Arithmetic.divide(a[r][k], a[k][k]);
                subtract(a[r], a[k], factor);
                subtract(b[r], b[k], factor);
            }
        }
        return determinant;
    }

    /** Elimination cannot tell how the determinant of a singular matrix changes. */
    private static void requireStill(Value[][] a, int column) {
        for (int r = column; r < a.length; r++) {
            if (!Arithmetic.vanishes(a[r][column])) {
                throw new NoValue("the matrix is singular here: its determinant is not differentiated");
            }
        }
    }

    private static void swap(Value[][] rows, int i, int j) {
        Value[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    private static void subtract(Value[] from, Value[] row, Value factor) {
        for (int c = 0; c < from.length; c++) {
            from[c] = Arithmetic.subtract(from[c], Arithmetic.multiply(factor, row[c]));
        }
    }

    private static Value.Array solve(Value.Array matrix, Value[][] b) {
        Value[][] a = rows(matrix);
        if (a.length != matrix.columns() || a.length != b.length) {
            throw new NoValue("a system of " + a.length + " equations in " + matrix.columns() + " unknowns with "
                    + b.length + " right-hand sides");
        }
        if (Arithmetic.isZero(eliminate(a, b))) {
            throw new NoValue("the matrix is singular");
        }
        List<Value> entries = new ArrayList<>();
        for (int r = a.length - 1; r >= 0; r--) {
            for (int k = r + 1; k < a.length; k++) {
                subtract(b[r], b[k], a[r][k]);
            }
            for (int c = 0; c < b[r].length; c++) {
                b[r][c] = Arithmetic.divide(b[r][c], a[r][r]);
            }
        }
        for (Value[] row : b) {
            entries.addAll(List.of(row));
        }
        return new Value.Array(b.length, b[0].length, entries);
    }

    private static Value.Array inverse(Value.Array matrix) {
        Value[][] identity = new Value[matrix.rows()][matrix.rows()];
        for (int r = 0; r < identity.length; r++) {
            for (int c = 0; c < identity.length; c++) {
                identity[r][c] = r == c ? Arithmetic.ONE : Arithmetic.ZERO;
            }
        }
        return solve(matrix, identity);
    }

    /** Indices and sizes are whole numbers and are not differentiated. */
    static void requireFirst(int argument, String what) {
        if (argument > 0) {
            throw new NoValue(what + " is not differentiated");
        }
    }

    /** One entry, counted from 1 as on paper. */
    private static final class Entry extends Function {
        Entry() {
            super("entry(A, row, column)", Engine.ARITHMETIC, "entry of a matrix, counted from 1");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            if (arguments.get(0).type().isScalar()) {
                throw new ExpressionFault(arguments.get(0).span(), "a matrix is needed here");
            }
            Typing.integer(arguments.get(1));
            Typing.integer(arguments.get(2));
            return arguments.get(0).type().with(Shape.SCALAR);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array array = (Value.Array) arguments.get(0);
            int row = Arithmetic.count(arguments.get(1));
            int column = Arithmetic.count(arguments.get(2));
            if (row < 1 || row > array.rows() || column < 1 || column > array.columns()) {
                throw new NoValue(
                        "entry " + row + ", " + column + " of a " + array.rows() + " × " + array.columns() + " matrix");
            }
            return Estimate.exact(array.at(row - 1, column - 1));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed.Array array = (Enclosed.Array) arguments.get(0);
            int row = place(arguments.get(1), array.rows());
            int column = place(arguments.get(2), array.columns());
            return array.at(row, column);
        }

        private static int place(Enclosed index, int count) {
            Interval range = Enclosed.real(index).range();
            if (!range.isPoint() || range.low() != Math.rint(range.low()) || range.low() < 1 || range.low() > count) {
                throw new NoEnclosure("an entry whose place varies");
            }
            return (int) range.low() - 1;
        }

        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            requireFirst(argument, "the number of a row or column");
            Value.Array array = (Value.Array) arguments.get(0);
            List<Value> entries =
                    new ArrayList<>(Collections.nCopies(array.entries().size(), Arithmetic.ZERO));
            int row = Arithmetic.count(arguments.get(1)) - 1;
            entries.set(row * array.columns() + Arithmetic.count(arguments.get(2)) - 1, cotangent);
            return new Value.Array(array.rows(), array.columns(), entries);
        }
    }

    /** The determinant. */
    private static final class Determinant extends Function {
        Determinant() {
            super("det(A)", Engine.LINEAR_SOLVE, "determinant of a square matrix");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = square(arguments.get(0));
            int n = type.shape().rows().count();
            if (n < 0 && !type.has(Dimension.NONE)) {
                throw new ExpressionFault(call, "the unit of this determinant depends on the matrix's size");
            }
            return type.with(Shape.SCALAR).with(type.dimensionOrNone().power(Math.max(n, 0), 1));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array matrix = (Value.Array) arguments.get(0);
            return Estimate.exact(eliminate(rows(matrix), new Value[matrix.rows()][0]));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            return EnclosedMatrices.determinant((Enclosed.Array) arguments.get(0));
        }

        /** Jacobi's formula: det(A) A⁻ᵀ. */
        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            if (Arithmetic.isZero(result)) {
                throw new NoValue("the matrix is singular here: its determinant is not differentiated");
            }
            Value.Array inverse = inverse((Value.Array) arguments.get(0));
            return Adjoints.times(Arithmetic.multiply(cotangent, result), Arrays.transpose(inverse));
        }
    }

    /** The solution of a linear system. */
    private static final class Solution extends Function {
        Solution() {
            super("solve(A, b)", Engine.LINEAR_SOLVE, "the x for which A*x == b; b is a column");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type a = square(arguments.get(0));
            Type b = Typing.number(arguments.get(1));
            if (b.isScalar()) {
                throw new ExpressionFault(arguments.get(1).span(), "a column is needed here: [b1; b2]");
            }
            return b.with(b.dimensionOrNone().over(a.dimensionOrNone()))
                    .with(a.set().join(b.set()).join(NumberSet.RATIONAL));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            return Estimate.exact(solve((Value.Array) arguments.get(0), rows((Value.Array) arguments.get(1))));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            return EnclosedMatrices.solution((Enclosed.Array) arguments.get(0), (Enclosed.Array) arguments.get(1));
        }

        /** M. B. Giles, Collected matrix derivative results (2008), 2.3.1: A⁻ᵀG for b, and −(A⁻ᵀG)xᵀ for A. */
        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            Value.Array byRight =
                    solve(Arrays.transpose((Value.Array) arguments.get(0)), rows((Value.Array) cotangent));
            return argument == 1
                    ? byRight
                    : ((Value.Array) Arrays.product(byRight, Arrays.transpose((Value.Array) result)))
                            .map(Arithmetic::negate);
        }
    }

    /** The inverse. */
    private static final class Inverse extends Function {
        Inverse() {
            super("inv(A)", Engine.LINEAR_SOLVE, "inverse of a square matrix");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type a = square(arguments.get(0));
            return a.with(Dimension.NONE.over(a.dimensionOrNone())).with(a.set().join(NumberSet.RATIONAL));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            return Estimate.exact(inverse((Value.Array) arguments.get(0)));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            return EnclosedMatrices.inverse((Enclosed.Array) arguments.get(0));
        }

        /** Giles (2008), 2.2.3: −A⁻ᵀ G A⁻ᵀ. */
        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            Value.Array transposed = Arrays.transpose((Value.Array) result);
            Value.Array half = (Value.Array) Arrays.product(transposed, (Value.Array) cotangent);
            return ((Value.Array) Arrays.product(half, transposed)).map(Arithmetic::negate);
        }
    }

    /** The Euclidean (Frobenius) norm. */
    private static final class Norm extends Function {
        Norm() {
            super("norm(A)", Engine.ARITHMETIC, "square root of the sum of the squared magnitudes of all entries");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            return Typing.number(arguments.get(0)).with(Shape.SCALAR).with(NumberSet.REAL);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            List<Value> entries =
                    arguments.get(0) instanceof Value.Array ? ((Value.Array) arguments.get(0)).entries() : arguments;
            double norm = 0;
            Value squares = Arithmetic.ZERO;
            for (Value entry : entries) {
                norm = Math.hypot(norm, size(entry));
                squares = Arithmetic.add(squares, Numbers.squaredMagnitude(entry));
            }
            return Estimate.exact(squares instanceof Value.Dual ? Elementaries.SQRT.of(squares) : new Value.Real(norm));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            List<Enclosed> entries = arguments.get(0) instanceof Enclosed.Array array ? array.entries() : arguments;
            Series squares = EnclosedArithmetic.square(entries.get(0));
            for (Enclosed entry : entries.subList(1, entries.size())) {
                squares = squares.plus(EnclosedArithmetic.square(entry));
            }
            return new Enclosed.Real(squares.sqrt());
        }

        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            if (Arithmetic.isZero(result)) {
                throw new NoValue("norm has no derivative at 0");
            }
            return Adjoints.times(Arithmetic.divide(cotangent, result), arguments.get(0));
        }
    }
}
