package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
import org.ansatz.expression.type.Size;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;

/**
 * Softmax, its logarithm, and the logarithm of the sum of exponentials, of each column. The largest entry is subtracted
 * before anything is exponentiated, and what remains of the sum goes through log1p, so that nothing overflows and small
 * losses keep their digits (Blanchard, Higham and Higham, IMA J. Numer. Anal. 41, 2021, 2311–2330).
 */
abstract class Softmax extends Function {

    private Softmax(String signature, String help) {
        super(signature, Engine.ARITHMETIC, help);
    }

    static List<Function> all() {
        return List.of(new Probabilities(), new Logarithms(), new LogSum());
    }

    /** What becomes of a column. */
    abstract List<Value> ofColumn(List<Value> column);

    /** How the final result changes with the entries of a column, given how it changes with what became of it. */
    abstract List<Value> pullbackOfColumn(List<Value> column, List<Value> cotangent);

    @Override
    public Type type(List<Term> arguments, Span call) {
        Type type = Typing.matrix(Typing.pure(arguments.get(0)), "; " + name() + " is of the columns of a matrix");
        if (type.set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(arguments.get(0).span(), name() + " is for real numbers; this is complex");
        }
        if (type.shape().rows().isOne() && !type.shape().columns().isOne()) {
            throw new ExpressionFault(
                    arguments.get(0).span(),
                    name() + " is of each column, and this is " + type.shape()
                            + ": with one entry in each column it would be trivial; transpose it with '");
        }
        return type.with(NumberSet.REAL);
    }

    @Override
    public Estimate apply(List<Value> arguments) {
        Value.Array matrix = (Value.Array) arguments.get(0);
        List<List<Value>> columns = new ArrayList<>();
        for (int c = 0; c < matrix.columns(); c++) {
            columns.add(ofColumn(column(matrix, c)));
        }
        return Estimate.exact(besideEachOther(columns));
    }

    @Override
    public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
        Value.Array matrix = (Value.Array) arguments.get(0);
        List<List<Value>> columns = new ArrayList<>();
        for (int c = 0; c < matrix.columns(); c++) {
            List<Value> change =
                    cotangent instanceof Value.Array ? column((Value.Array) cotangent, c) : List.of(cotangent);
            columns.add(pullbackOfColumn(column(matrix, c), change));
        }
        return besideEachOther(columns);
    }

    /** What becomes of a column of sets. */
    abstract List<Series> ofEnclosedColumn(List<Series> column);

    @Override
    public Enclosed enclosure(List<Enclosed> arguments) {
        Enclosed.Array matrix = (Enclosed.Array) arguments.get(0);
        List<List<Series>> columns = new ArrayList<>();
        for (int c = 0; c < matrix.columns(); c++) {
            List<Series> column = new ArrayList<>();
            for (int r = 0; r < matrix.rows(); r++) {
                column.add(Enclosed.real(matrix.at(r, c)));
            }
            columns.add(ofEnclosedColumn(column));
        }
        List<Enclosed> entries = new ArrayList<>();
        int rows = columns.get(0).size();
        for (int r = 0; r < rows; r++) {
            for (List<Series> column : columns) {
                entries.add(new Enclosed.Real(column.get(r)));
            }
        }
        return new Enclosed.Array(rows, columns.size(), entries);
    }

    /** The sum of exp(z_j − z_i) over all j but i, in which an entry meets itself only through the differences. */
    private static Series others(List<Series> column, int i) {
        Series origin = column.get(i);
        Series sum = Series.constant(Interval.ZERO, origin.order());
        for (int j = 0; j < column.size(); j++) {
            sum = j == i ? sum : sum.plus(column.get(j).minus(origin).exp());
        }
        return sum;
    }

    private static Series logarithm(List<Series> column, int i) {
        return others(column, i).log1p().negate();
    }

    /** The entry whose middle is largest. */
    private static int highest(List<Series> column) {
        int highest = 0;
        for (int r = 1; r < column.size(); r++) {
            double middle = column.get(r).range().middle();
            highest = middle > column.get(highest).range().middle() ? r : highest;
        }
        return highest;
    }

    private static List<Series> ofEach(List<Series> column, IntFunction<Series> entry) {
        return IntStream.range(0, column.size()).mapToObj(entry).toList();
    }

    private static List<Value> column(Value.Array matrix, int c) {
        List<Value> column = new ArrayList<>(matrix.rows());
        for (int r = 0; r < matrix.rows(); r++) {
            column.add(matrix.at(r, c));
        }
        return column;
    }

    private static Value.Array besideEachOther(List<List<Value>> columns) {
        List<Value> entries = new ArrayList<>();
        int rows = columns.get(0).size();
        for (int r = 0; r < rows; r++) {
            for (List<Value> column : columns) {
                entries.add(column.get(r));
            }
        }
        return new Value.Array(rows, columns.size(), entries);
    }

    private static int largest(List<Value> column) {
        int largest = 0;
        for (int r = 1; r < column.size(); r++) {
            largest = Arithmetic.real(column.get(r)) > Arithmetic.real(column.get(largest)) ? r : largest;
        }
        if (Double.isInfinite(Arithmetic.real(column.get(largest)))) {
            throw new NoValue("a column whose largest entry is infinite has no softmax");
        }
        return largest;
    }

    /** The sum of exp(z − z_max) without the largest entry's own 1. */
    private static Value rest(List<Value> column, int largest) {
        Value rest = Arithmetic.ZERO;
        for (int r = 0; r < column.size(); r++) {
            rest = r == largest
                    ? rest
                    : Arithmetic.add(rest, Arithmetic.exp(Arithmetic.subtract(column.get(r), column.get(largest))));
        }
        return rest;
    }

    private static List<Value> probabilities(List<Value> column) {
        int largest = largest(column);
        Value total = Arithmetic.add(Arithmetic.ONE, rest(column, largest));
        List<Value> probabilities = new ArrayList<>(column.size());
        for (Value entry : column) {
            Value share = Arithmetic.exp(Arithmetic.subtract(entry, column.get(largest)));
            probabilities.add(Arithmetic.divide(share, total));
        }
        return probabilities;
    }

    /** The probabilities of all entries but the largest, which is given 0. Their sum is 1 less its own, to every digit. */
    private static List<Value> besideLargest(List<Value> column) {
        List<Value> others = probabilities(column);
        others.set(largest(column), Arithmetic.ZERO);
        return others;
    }

    private static Value dot(List<Value> a, List<Value> b) {
        Value sum = Arithmetic.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = Arithmetic.add(sum, Arithmetic.multiply(a.get(i), b.get(i)));
        }
        return sum;
    }

    /** exp(z_i)/Σ exp(z_j). */
    private static final class Probabilities extends Softmax {
        Probabilities() {
            super("softmax(Z)", "exp(z)/sum(exp(z)) of each column z");
        }

        @Override
        public Kernel kernel(Type type) {
            return new SoftmaxKernel.Probabilities();
        }

        @Override
        List<Value> ofColumn(List<Value> column) {
            return probabilities(column);
        }

        @Override
        List<Series> ofEnclosedColumn(List<Series> column) {
            return ofEach(column, i -> logarithm(column, i).exp());
        }

        /**
         * p ∘ (g − pᵀg), with the cotangents g counted from that of the largest entry: where its p is nearly 1, its g and the mean
         * would cancel.
         */
        @Override
        List<Value> pullbackOfColumn(List<Value> column, List<Value> cotangent) {
            List<Value> p = probabilities(column);
            Value origin = cotangent.get(largest(column));
            List<Value> from = new ArrayList<>(p.size());
            for (Value change : cotangent) {
                from.add(Arithmetic.subtract(change, origin));
            }
            Value mean = dot(p, from);
            List<Value> slopes = new ArrayList<>(p.size());
            for (int r = 0; r < p.size(); r++) {
                slopes.add(Arithmetic.multiply(p.get(r), Arithmetic.subtract(from.get(r), mean)));
            }
            return slopes;
        }
    }

    /** z_i − log Σ exp(z_j). */
    private static final class Logarithms extends Softmax {
        Logarithms() {
            super("log_softmax(Z)", "log(softmax(Z)), finite where softmax is 0");
        }

        @Override
        public Kernel kernel(Type type) {
            return new SoftmaxKernel.Logarithms();
        }

        @Override
        List<Value> ofColumn(List<Value> column) {
            int largest = largest(column);
            Value log = Activations.LOG1P.of(rest(column, largest));
            List<Value> logarithms = new ArrayList<>(column.size());
            for (Value entry : column) {
                logarithms.add(Arithmetic.subtract(Arithmetic.subtract(entry, column.get(largest)), log));
            }
            return logarithms;
        }

        @Override
        List<Series> ofEnclosedColumn(List<Series> column) {
            return ofEach(column, i -> logarithm(column, i));
        }

        /** g − p·Σg; for the largest entry g·(1 − p) − p·Σg over the others, for there p may be nearly 1. */
        @Override
        List<Value> pullbackOfColumn(List<Value> column, List<Value> cotangent) {
            int largest = largest(column);
            List<Value> p = probabilities(column);
            List<Value> others = new ArrayList<>(cotangent);
            others.set(largest, Arithmetic.ZERO);
            Value ofOthers = Adjoints.sum(others);
            Value total = Arithmetic.add(ofOthers, cotangent.get(largest));
            List<Value> slopes = new ArrayList<>(p.size());
            for (int r = 0; r < p.size(); r++) {
                slopes.add(Arithmetic.subtract(cotangent.get(r), Arithmetic.multiply(p.get(r), total)));
            }
            Value missing = Adjoints.sum(besideLargest(column));
            slopes.set(
                    largest,
                    Arithmetic.subtract(
                            Arithmetic.multiply(cotangent.get(largest), missing),
                            Arithmetic.multiply(p.get(largest), ofOthers)));
            return slopes;
        }
    }

    /** log Σ exp(z_j), a row with one entry for each column; of a single column a number. */
    private static final class LogSum extends Softmax {
        LogSum() {
            super("logsumexp(Z)", "log(sum(exp(z))) of each column z, as a row; of a single column a number");
        }

        @Override
        public Kernel kernel(Type type) {
            return new SoftmaxKernel.LogSum();
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = super.type(arguments, call);
            Size columns = type.shape().columns();
            return type.with(columns.isOne() ? Shape.SCALAR : new Shape(Size.ONE, columns));
        }

        @Override
        List<Value> ofColumn(List<Value> column) {
            int largest = largest(column);
            return List.of(Arithmetic.add(column.get(largest), Activations.LOG1P.of(rest(column, largest))));
        }

        @Override
        List<Series> ofEnclosedColumn(List<Series> column) {
            int highest = highest(column);
            return List.of(column.get(highest).minus(logarithm(column, highest)));
        }

        /** p·g. */
        @Override
        List<Value> pullbackOfColumn(List<Value> column, List<Value> cotangent) {
            List<Value> slopes = new ArrayList<>(column.size());
            for (Value p : probabilities(column)) {
                slopes.add(Arithmetic.multiply(p, cotangent.get(0)));
            }
            return slopes;
        }
    }
}
