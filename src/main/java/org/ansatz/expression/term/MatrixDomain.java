package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** Matrices of a given size. */
public abstract sealed class MatrixDomain extends Domain
        permits MatrixDomain.Uniform, MatrixDomain.Filled, MatrixDomain.OneHot, MatrixDomain.Probabilities {

    private static final int MAX_ENTRIES = 100_000;
    private static final int EASY = 4;

    private final Term rowCount;
    private final Term columnCount;

    MatrixDomain(Type entries, Term rows, Term columns) {
        super(entries.with(new Shape(rows.asSize(), columns.asSize())));
        this.rowCount = rows;
        this.columnCount = columns;
    }

    @Override
    public List<Term> parts() {
        return List.of(rowCount, columnCount);
    }

    @Override
    public final boolean isDiscrete() {
        return false;
    }

    @Override
    public final boolean each(Evaluator frame, Visitor visitor) {
        throw new NoValue("matrices cannot be counted off");
    }

    /** Matrices like any others: it is their entries that make them easy or hard to read. */
    @Override
    public List<Value> roundElements(Evaluator frame) {
        List<Value> some = new ArrayList<>();
        for (int i = 0; i < EASY; i++) {
            some.add(draw(frame, Sample.inside(i, EASY + i)));
        }
        return some;
    }

    /** A matrix of these entries, row by row. */
    final Value filled(Evaluator frame, Supplier<Value> entry) {
        Shape size = size(frame);
        int count = size.rows().count() * size.columns().count();
        List<Value> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry.get());
        }
        return new Value.Array(size.rows().count(), size.columns().count(), entries);
    }

    private Shape size(Evaluator frame) {
        int height = Arithmetic.count(frame.value(rowCount));
        int width = Arithmetic.count(frame.value(columnCount));
        if (height < 1 || width < 1 || (long) height * width > MAX_ENTRIES) {
            throw new NoValue(
                    "a matrix " + height + " × " + width + "; from 1 to " + MAX_ENTRIES + " entries are possible");
        }
        return Shape.of(height, width);
    }

    /** Entries from −10 to 10, all of one order of magnitude: {@code real[n, m]}, or {@code complex[n, m]}. */
    public static final class Uniform extends MatrixDomain {
        private static final double LARGEST = 10;

        public Uniform(Type entries, Term rows, Term columns) {
            super(entries, rows, columns);
        }

        /** Matrices of small whole numbers. */
        @Override
        public List<Value> roundElements(Evaluator frame) {
            List<Value> round = new ArrayList<>();
            for (int i = 0; i < EASY; i++) {
                SplitMix random = new SplitMix(i);
                round.add(filled(frame, () -> new Value.Real(random.below(5) - 2)));
            }
            return round;
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            double scale = LARGEST
                    * (!sample.isEdge()
                            ? Math.pow(10, -DECADES * sample.spread())
                            : sample.edge(2) == 0 ? sample.depth() : 1);
            return filled(
                    frame,
                    () -> type().set() == NumberSet.COMPLEX
                            ? new Value.Complex(scale * sample.symmetric(), scale * sample.symmetric())
                            : new Value.Real(scale * sample.symmetric()));
        }
    }

    /** Each entry from a range: {@code (0:1)[n, m]}, {@code (0.1..5)[n, m]}. */
    public static final class Filled extends MatrixDomain {
        private final Domain entries;

        public Filled(Domain entries, Term rows, Term columns) {
            super(entries.type(), rows, columns);
            this.entries = entries;
        }

        @Override
        public List<Term> parts() {
            List<Term> parts = new ArrayList<>(super.parts());
            parts.addAll(entries.parts());
            return parts;
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            return filled(frame, () -> entries.draw(frame, sample));
        }
    }

    /** Each column has a single 1, and else 0: {@code onehot[k, m]}. */
    public static final class OneHot extends MatrixDomain {
        public OneHot(Term rows, Term columns) {
            super(Type.INTEGER, rows, columns);
        }

        @Override
        public Value draw(Evaluator frame, Sample sample) {
            return byColumns(frame, height -> {
                List<Value> column = new ArrayList<>(Collections.nCopies(height, Arithmetic.ZERO));
                column.set((int) sample.upTo(height - 1L), Arithmetic.ONE);
                return column;
            });
        }
    }

    /** Each column sums to 1, no entry being negative: {@code probability[k, m]}. */
    public static final class Probabilities extends MatrixDomain {
        public Probabilities(Term rows, Term columns) {
            super(Type.REAL, rows, columns);
        }

        /** Uniform over the simplex (Devroye, Non-Uniform Random Variate Generation, ch. V, theorem 2.1). */
        @Override
        public Value draw(Evaluator frame, Sample sample) {
            return byColumns(frame, height -> {
                double[] shares = new double[height];
                double sum = 0;
                for (int i = 0; i < height; i++) {
                    shares[i] = sample.isCoincidence()
                            ? 1
                            : -Math.log1p(-sample.random().uniform());
                    sum += shares[i];
                }
                List<Value> column = new ArrayList<>(height);
                for (double share : shares) {
                    column.add(new Value.Real(share / sum));
                }
                return column;
            });
        }
    }

    /** What a column of so many entries is. */
    interface Column {
        List<Value> of(int height);
    }

    /** A matrix of these columns. */
    final Value byColumns(Evaluator frame, Column column) {
        Shape size = size(frame);
        int rows = size.rows().count();
        int columns = size.columns().count();
        List<List<Value>> drawn = new ArrayList<>(columns);
        for (int c = 0; c < columns; c++) {
            drawn.add(column.of(rows));
        }
        List<Value> entries = new ArrayList<>(rows * columns);
        for (int i = 0; i < rows * columns; i++) {
            entries.add(drawn.get(i % columns).get(i / columns));
        }
        return new Value.Array(rows, columns, entries);
    }
}
