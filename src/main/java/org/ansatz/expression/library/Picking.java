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
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;

/** Rows, columns and entries of a matrix by their numbers, and the matrices that numbers describe. All count from 1. */
final class Picking {

    private Picking() {}

    static List<Function> all() {
        return List.of(
                new Gather("rows(A, list)", "the rows of A with these numbers, below each other") {
                    @Override
                    Shape shape(Shape matrix, Shape list) {
                        return new Shape(count(list), matrix.columns());
                    }

                    @Override
                    int[] places(Value.Array matrix, int[] list) {
                        int[] places = new int[list.length * matrix.columns()];
                        for (int i = 0; i < places.length; i++) {
                            places[i] = list[i / matrix.columns()] * matrix.columns() + i % matrix.columns();
                        }
                        return places;
                    }
                },
                new Gather("columns(A, list)", "the columns of A with these numbers, beside each other") {
                    @Override
                    Shape shape(Shape matrix, Shape list) {
                        return new Shape(matrix.rows(), count(list));
                    }

                    @Override
                    boolean isOfRows() {
                        return false;
                    }

                    @Override
                    int[] places(Value.Array matrix, int[] list) {
                        int[] places = new int[list.length * matrix.rows()];
                        for (int i = 0; i < places.length; i++) {
                            places[i] = i / list.length * matrix.columns() + list[i % list.length];
                        }
                        return places;
                    }
                },
                new Gather("pick(A, list)", "from each column of A the entry in the row with this number, as a row") {
                    @Override
                    Shape shape(Shape matrix, Shape list) {
                        return new Shape(Size.ONE, matrix.columns());
                    }

                    @Override
                    int[] places(Value.Array matrix, int[] list) {
                        if (list.length != matrix.columns()) {
                            throw new NoValue("pick takes one number for each column: " + list.length
                                    + " numbers for a matrix " + Arrays.shape(matrix));
                        }
                        int[] places = new int[list.length];
                        for (int c = 0; c < list.length; c++) {
                            places[c] = list[c] * matrix.columns() + c;
                        }
                        return places;
                    }
                },
                new OneHot(),
                new Diagonal(),
                new Ones(),
                new Identity());
    }

    /** How many numbers a list has. */
    private static Size count(Shape list) {
        return list.rows().times(list.columns());
    }

    /** Numbers of rows or columns, from 0. */
    private static int[] numbers(Value list, int most, String what) {
        List<Value> entries = Adjoints.matrix(list).entries();
        int[] numbers = new int[entries.size()];
        for (int i = 0; i < numbers.length; i++) {
            int number = Arithmetic.count(entries.get(i));
            if (number < 1 || number > most) {
                throw new NoValue(what + " " + number + " of " + most + "; they count from 1");
            }
            numbers[i] = number - 1;
        }
        return numbers;
    }

    private static void requireList(Term list) {
        Typing.matrix(Typing.pure(list), "; a list is written [1, 3, 2]");
        Shape shape = list.type().shape();
        if (shape.rows().isSeveral() && shape.columns().isSeveral()) {
            throw new ExpressionFault(list.span(), "a list is one row or one column; this is " + shape);
        }
    }

    /** A matrix with these entries on its diagonal. */
    static Value.Array diagonal(List<Value> entries) {
        int n = entries.size();
        requireFew(n, n);
        List<Value> all = new ArrayList<>(Collections.nCopies(n * n, Arithmetic.ZERO));
        for (int i = 0; i < n; i++) {
            all.set(i * (n + 1), entries.get(i));
        }
        return new Value.Array(n, n, all);
    }

    private static void requireFew(int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns > Value.Array.MAX_ENTRIES) {
            throw new NoValue("a matrix " + rows + "×" + columns + "; from 1 to " + Value.Array.MAX_ENTRIES
                    + " entries are possible");
        }
    }

    /** Entries of a matrix put into a new one. */
    private abstract static class Gather extends Function {
        Gather(String signature, String help) {
            super(signature, Engine.ARITHMETIC, help);
        }

        abstract Shape shape(Shape matrix, Shape list);

        /** Where each entry of the result stands in the matrix. */
        abstract int[] places(Value.Array matrix, int[] list);

        boolean isOfRows() {
            return true;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = Typing.matrix(arguments.get(0), "");
            requireList(arguments.get(1));
            return type.with(shape(type.shape(), arguments.get(1).type().shape()));
        }

        private int[] places(List<Value> arguments) {
            Value.Array matrix = (Value.Array) arguments.get(0);
            int[] list = isOfRows()
                    ? numbers(arguments.get(1), matrix.rows(), "row")
                    : numbers(arguments.get(1), matrix.columns(), "column");
            return places(matrix, list);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array matrix = (Value.Array) arguments.get(0);
            int[] places = places(arguments);
            int list = Adjoints.matrix(arguments.get(1)).entries().size();
            Shape shape = shape(Shape.of(matrix.rows(), matrix.columns()), Shape.of(1, list));
            int rows = shape.rows().count();
            int columns = shape.columns().count();
            requireFew(rows, columns);
            List<Value> entries = new ArrayList<>(places.length);
            for (int place : places) {
                entries.add(matrix.entries().get(place));
            }
            return Estimate.exact(new Value.Array(rows, columns, entries));
        }

        /** Of numbers of rows that are the same everywhere. */
        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed.Array matrix = (Enclosed.Array) arguments.get(0);
            Value places = new Value.Array(
                    matrix.rows(), matrix.columns(), numbered(matrix.entries().size()));
            Value.Array gathered =
                    (Value.Array) apply(List.of(places, list(arguments.get(1)))).value();
            List<Enclosed> entries = new ArrayList<>();
            for (Value place : gathered.entries()) {
                entries.add(matrix.entries().get(Arithmetic.count(place)));
            }
            return new Enclosed.Array(gathered.rows(), gathered.columns(), entries);
        }

        private static List<Value> numbered(int count) {
            List<Value> numbers = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                numbers.add(Value.Exact.of(i));
            }
            return numbers;
        }

        private static Value list(Enclosed list) {
            List<Enclosed> entries = list instanceof Enclosed.Array array ? array.entries() : List.of(list);
            List<Value> numbers = new ArrayList<>(entries.size());
            for (Enclosed entry : entries) {
                Interval number = Enclosed.real(entry).range();
                if (!number.isPoint() || number.low() != Math.rint(number.low())) {
                    throw new NoEnclosure("a row or column whose number varies");
                }
                numbers.add(Value.Exact.of((long) number.low()));
            }
            return new Value.Array(1, numbers.size(), numbers);
        }

        /** An entry that was picked several times counts as often. */
        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            LinearAlgebra.requireFirst(argument, "the number of a row or column");
            Value.Array matrix = (Value.Array) arguments.get(0);
            List<Value> slopes =
                    new ArrayList<>(Collections.nCopies(matrix.entries().size(), Arithmetic.ZERO));
            List<Value> changes = Adjoints.matrix(cotangent).entries();
            int[] places = places(arguments);
            for (int i = 0; i < places.length; i++) {
                slopes.set(places[i], Arithmetic.add(slopes.get(places[i]), changes.get(i)));
            }
            return new Value.Array(matrix.rows(), matrix.columns(), slopes);
        }
    }

    /** Class numbers as unit vectors. */
    private static final class OneHot extends Function {
        OneHot() {
            super(
                    "onehot(list, k)",
                    Engine.ARITHMETIC,
                    "k rows and a column for each number of the list, with 1 in the row of that number");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            requireList(arguments.get(0));
            Typing.integer(arguments.get(1));
            Size rows = arguments.get(1).asSize();
            return Type.INTEGER.with(
                    new Shape(rows, count(arguments.get(0).type().shape())));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            int rows = Arithmetic.count(arguments.get(1));
            int[] numbers = numbers(arguments.get(0), rows, "class");
            requireFew(rows, numbers.length);
            List<Value> entries = new ArrayList<>(Collections.nCopies(rows * numbers.length, Arithmetic.ZERO));
            for (int c = 0; c < numbers.length; c++) {
                entries.set(numbers[c] * numbers.length + c, Arithmetic.ONE);
            }
            return Estimate.exact(new Value.Array(rows, numbers.length, entries));
        }
    }

    /** A diagonal matrix. */
    private static final class Diagonal extends Function {
        Diagonal() {
            super("diag(v)", Engine.ARITHMETIC, "square matrix with the entries of a row or column on its diagonal");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = Typing.matrix(arguments.get(0), "");
            Shape shape = type.shape();
            if (shape.rows().isSeveral() && shape.columns().isSeveral()) {
                throw new ExpressionFault(
                        arguments.get(0).span(), "one row or one column is needed here; this is " + shape);
            }
            return type.with(new Shape(count(shape), count(shape)));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array vector = (Value.Array) arguments.get(0);
            if (vector.rows() > 1 && vector.columns() > 1) {
                throw new NoValue("one row or one column is needed here; this is " + Arrays.shape(vector));
            }
            return Estimate.exact(diagonal(vector.entries()));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            List<Enclosed> vector = ((Enclosed.Array) arguments.get(0)).entries();
            int n = vector.size();
            requireFew(n, n);
            Enclosed zero = Enclosed.of(
                    Arithmetic.ZERO, EnclosedArithmetic.re(vector.get(0)).order());
            List<Enclosed> all = new ArrayList<>(Collections.nCopies(n * n, zero));
            for (int i = 0; i < n; i++) {
                all.set(i * (n + 1), vector.get(i));
            }
            return new Enclosed.Array(n, n, all);
        }

        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            Value.Array vector = (Value.Array) arguments.get(0);
            List<Value> slopes = new ArrayList<>();
            for (int i = 0; i < vector.entries().size(); i++) {
                slopes.add(((Value.Array) cotangent).at(i, i));
            }
            return new Value.Array(vector.rows(), vector.columns(), slopes);
        }
    }

    /** A matrix of ones. */
    private static final class Ones extends Function {
        Ones() {
            super("ones(n, m)", Engine.ARITHMETIC, "n rows and m columns of ones");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.integer(arguments.get(0));
            Typing.integer(arguments.get(1));
            return Type.INTEGER.with(
                    new Shape(arguments.get(0).asSize(), arguments.get(1).asSize()));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            int rows = Arithmetic.count(arguments.get(0));
            int columns = Arithmetic.count(arguments.get(1));
            requireFew(rows, columns);
            return Estimate.exact(Adjoints.filled(rows, columns, Arithmetic.ONE));
        }
    }

    /** The identity matrix. */
    private static final class Identity extends Function {
        Identity() {
            super("identity(n)", Engine.ARITHMETIC, "identity matrix of n rows and columns");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.integer(arguments.get(0));
            Size n = arguments.get(0).asSize();
            return Type.INTEGER.with(new Shape(n, n));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            int n = Arithmetic.count(arguments.get(0));
            requireFew(n, n);
            return Estimate.exact(diagonal(Collections.nCopies(n, Arithmetic.ONE)));
        }
    }
}
