package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.program.Kernel;
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
import org.ansatz.quantity.NoValue;

/** Sums and means over a matrix, its rows or its columns; the trace and the inner product. */
final class Reductions {

    private Reductions() {}

    static List<Function> all() {
        return List.of(
                new Total("sum(A)", "sum of all entries", Over.ALL, false),
                new Total("mean(A)", "mean of all entries", Over.ALL, true),
                new Total("row_sums(A)", "sum of each row, as a column", Over.ROWS, false),
                new Total("row_means(A)", "mean of each row, as a column", Over.ROWS, true),
                new Total("column_sums(A)", "sum of each column, as a row", Over.COLUMNS, false),
                new Total("column_means(A)", "mean of each column, as a row", Over.COLUMNS, true),
                new Inner(),
                new Trace());
    }

    /** The sum of all entries: of each column, then of these; of a single row at once. */
    private static Value total(Value.Array matrix) {
        if (matrix.rows() == 1 || matrix.columns() == 1) {
            return Adjoints.sum(matrix.entries());
        }
        List<Value> totals = new ArrayList<>(matrix.columns());
        for (int c = 0; c < matrix.columns(); c++) {
            List<Value> column = new ArrayList<>(matrix.rows());
            for (int r = 0; r < matrix.rows(); r++) {
                column.add(matrix.at(r, c));
            }
            totals.add(Adjoints.sum(column));
        }
        return Adjoints.sum(totals);
    }

    /** A sum or mean. */
    private static final class Total extends Function {
        private final Over over;
        private final boolean mean;

        Total(String signature, String help, Over over, boolean mean) {
            super(signature, Engine.ARITHMETIC, help);
            this.over = over;
            this.mean = mean;
        }

        @Override
        public Kernel kernel(Type type) {
            return over == Over.ALL ? new TotalKernel(mean) : new SumKernel(over, mean);
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Term matrix = arguments.get(0);
            String loop = name().equals("sum") ? "; over a variable it is sum(… for v in 1:10)" : "";
            Type type = Typing.matrix(matrix, loop);
            if (type.dimensionOrNone().reference() != null) {
                throw new ExpressionFault(
                        matrix.span(), "absolute levels cannot be added: convert them with db2pow(…) or db2mag(…)");
            }
            NumberSet set = mean ? type.set().join(NumberSet.RATIONAL) : type.set();
            return type.with(over.of(type.shape())).with(set);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array matrix = (Value.Array) arguments.get(0);
            Value sums = over == Over.ALL ? total(matrix) : Adjoints.folded(matrix, over.like(matrix));
            return Estimate.exact(mean ? share(sums, matrix) : sums);
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed.Array matrix = (Enclosed.Array) arguments.get(0);
            List<Enclosed> sums = new ArrayList<>();
            List<List<Enclosed>> parts = parts(matrix);
            for (List<Enclosed> part : parts) {
                int order = EnclosedArithmetic.re(part.get(0)).order();
                Enclosed count = Enclosed.of(Value.Exact.of(mean ? part.size() : 1), order);
                Enclosed sum = EnclosedArithmetic.sum(part);
                sums.add(mean ? EnclosedArithmetic.divide(sum, count) : sum);
            }
            return over == Over.ALL
                    ? sums.get(0)
                    : over == Over.ROWS
                            ? new Enclosed.Array(sums.size(), 1, sums)
                            : new Enclosed.Array(1, sums.size(), sums);
        }

        /** The entries of each sum. */
        private List<List<Enclosed>> parts(Enclosed.Array matrix) {
            List<List<Enclosed>> parts = new ArrayList<>();
            for (int i = 0; i < matrix.entries().size(); i++) {
                int part = over == Over.ALL ? 0 : over == Over.ROWS ? i / matrix.columns() : i % matrix.columns();
                if (part == parts.size()) {
                    parts.add(new ArrayList<>());
                }
                parts.get(part).add(matrix.entries().get(i));
            }
            return parts;
        }

        private Value share(Value sums, Value.Array matrix) {
            Value count = Value.Exact.of(over.count(matrix));
            return Arrays.entrywise(sums, count, Arithmetic::divide);
        }

        /** Every entry counts as much as the sum it is in. */
        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            Value.Array matrix = (Value.Array) arguments.get(0);
            Value part = mean ? share(cotangent, matrix) : cotangent;
            return Arrays.entrywise(Adjoints.filled(matrix, Arithmetic.ONE), part, Arithmetic::multiply);
        }
    }

    /** The sum of the products of entries that stand at the same place. */
    private static final class Inner extends Function {
        Inner() {
            super("dot(A, B)", Engine.ARITHMETIC, "sum of the products of the entries at the same places");
        }

        @Override
        public Kernel kernel(Type type) {
            return new TotalKernel(false);
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type a = Typing.matrix(arguments.get(0), "");
            Type b = Typing.matrix(arguments.get(1), "");
            if (a.shape().differs(b.shape())) {
                throw new ExpressionFault(
                        call, "dot is of two matrices of one shape, not " + a.shape() + " and " + b.shape());
            }
            if (a.dimensionOrNone().hasLevel() || b.dimensionOrNone().hasLevel()) {
                throw new ExpressionFault(call, "a level inside a product");
            }
            return Type.of(a.set().join(b.set()), a.dimensionOrNone().times(b.dimensionOrNone()));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array a = (Value.Array) arguments.get(0);
            Value.Array b = (Value.Array) arguments.get(1);
            if (a.rows() != b.rows() || a.columns() != b.columns()) {
                throw new NoValue(
                        "dot is of two matrices of one shape, not " + Arrays.shape(a) + " and " + Arrays.shape(b));
            }
            return Estimate.exact(total((Value.Array) Adjoints.times(a, b)));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed products =
                    EnclosedArithmetic.entrywise(arguments.get(0), arguments.get(1), EnclosedArithmetic::multiply);
            return EnclosedArithmetic.sum(((Enclosed.Array) products).entries());
        }

        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            return Adjoints.times(cotangent, arguments.get(1 - argument));
        }
    }

    /** The sum of the diagonal. */
    private static final class Trace extends Function {
        Trace() {
            super("trace(A)", Engine.ARITHMETIC, "sum of the diagonal of a square matrix");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            return LinearAlgebra.square(arguments.get(0)).with(Shape.SCALAR);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array matrix = (Value.Array) arguments.get(0);
            if (matrix.rows() != matrix.columns()) {
                throw new NoValue("a square matrix is needed here; this is " + Arrays.shape(matrix));
            }
            List<Value> diagonal = new ArrayList<>();
            for (int r = 0; r < matrix.rows(); r++) {
                diagonal.add(matrix.at(r, r));
            }
            return Estimate.exact(Adjoints.sum(diagonal));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed.Array matrix = (Enclosed.Array) arguments.get(0);
            List<Enclosed> diagonal = new ArrayList<>();
            for (int r = 0; r < Math.min(matrix.rows(), matrix.columns()); r++) {
                diagonal.add(matrix.at(r, r));
            }
            return EnclosedArithmetic.sum(diagonal);
        }

        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            int n = ((Value.Array) arguments.get(0)).rows();
            return Picking.diagonal(Collections.nCopies(n, cotangent));
        }
    }
}
