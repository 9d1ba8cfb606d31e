package org.ansatz.expression.library;

import java.util.BitSet;
import java.util.List;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.NearOne;
import org.ansatz.expression.value.Value;

/** A function of columns in a program, computed as {@link Softmax} computes it on values. */
abstract class SoftmaxKernel implements Kernel {

    /** A column at one point: its numbers, the largest of them, and the sum of exp(z − z_max) over the others. */
    static final class Column {
        private final double[] z;
        private int largest;
        private double rest;
        private double restFromOne;
        private double share;
        private double shareFromOne;

        Column(int rows) {
            z = new double[rows];
        }

        /** Whether all numbers are known, and the largest is finite. */
        boolean read(Lanes lanes, int lane, Block from, int column) {
            boolean isKnown = true;
            largest = 0;
            for (int r = 0; r < z.length; r++) {
                z[r] = lanes.at(from.place(r * from.form().columns() + column), lane);
                isKnown &= !Double.isNaN(z[r]);
                largest = z[r] > z[largest] ? r : largest;
            }
            if (!isKnown || Double.isInfinite(z[largest])) {
                return false;
            }
            rest = 0;
            restFromOne = Double.NaN;
            for (int r = 0; r < z.length; r++) {
                if (r != largest) {
                    exponentiate(r);
                    double sum = NearOne.sum(rest, restFromOne, share, shareFromOne);
                    restFromOne = NearOne.sumFromOne(rest, restFromOne, share, shareFromOne);
                    rest = sum;
                }
            }
            return true;
        }

        private void exponentiate(int r) {
            Value.Real power = (Value.Real) Arithmetic.exp(new Value.Real(fromLargest(r)));
            share = power.x();
            shareFromOne = power.fromOne();
        }

        double fromLargest(int r) {
            return z[r] - z[largest];
        }

        double largest() {
            return z[largest];
        }

        /** log(1 + rest). */
        double logOfTotal() {
            return Math.log1p(rest);
        }
    }

    /** Sets what becomes of a column. */
    abstract void set(Column column, Lanes lanes, int lane, Block result, int c);

    /** The result where the argument has this form. */
    abstract Form of(Form argument);

    @Override
    public Form result(List<Form> arguments) {
        Form argument = arguments.get(0);
        if (argument.kind() != Kind.REAL) {
            throw new Unwritten("columns of other than real numbers far from 1");
        }
        return of(argument);
    }

    @Override
    public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
        Block argument = arguments.get(0);
        Column column = new Column(argument.form().rows());
        BitSet columns = columns(entries, argument.form().columns());
        for (int c = columns.nextSetBit(0); c >= 0; c = columns.nextSetBit(c + 1)) {
            for (int lane = 0; lane < lanes.width(); lane++) {
                if (column.read(lanes, lane, argument, c)) {
                    set(column, lanes, lane, result, c);
                } else {
                    for (int r = 0; r < result.form().rows(); r++) {
                        lanes.set(result, r * result.form().columns() + c, lane, Double.NaN, Double.NaN);
                    }
                }
            }
        }
    }

    private static BitSet columns(BitSet entries, int columns) {
        BitSet some = new BitSet(columns);
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            some.set(entry % columns);
        }
        return some;
    }

    /** Whole columns. */
    @Override
    public BitSet affected(List<Block> arguments, List<BitSet> changed, Form result) {
        BitSet affected = new BitSet(result.size());
        BitSet columns = columns(changed.get(0), result.columns());
        for (int c = columns.nextSetBit(0); c >= 0; c = columns.nextSetBit(c + 1)) {
            for (int r = 0; r < result.rows(); r++) {
                affected.set(r * result.columns() + c);
            }
        }
        return affected;
    }

    /** exp(z_i)/Σ exp(z_j). */
    static final class Probabilities extends SoftmaxKernel {
        @Override
        Form of(Form argument) {
            return argument.with(Kind.NEAR);
        }

        @Override
        void set(Column column, Lanes lanes, int lane, Block result, int c) {
            double total = NearOne.sum(1, 0, column.rest, column.restFromOne);
            double totalFromOne = NearOne.sumFromOne(1, 0, column.rest, column.restFromOne);
            for (int r = 0; r < column.z.length; r++) {
                column.exponentiate(r);
                lanes.set(
                        result,
                        r * result.form().columns() + c,
                        lane,
                        column.share / total,
                        NearOne.quotientFromOne(column.shareFromOne, totalFromOne));
            }
        }
    }

    /** z_i − log Σ exp(z_j). */
    static final class Logarithms extends SoftmaxKernel {
        @Override
        Form of(Form argument) {
            return argument;
        }

        @Override
        void set(Column column, Lanes lanes, int lane, Block result, int c) {
            double log = column.logOfTotal();
            for (int r = 0; r < column.z.length; r++) {
                lanes.set(result, r * result.form().columns() + c, lane, column.fromLargest(r) - log, Double.NaN);
            }
        }
    }

    /** log Σ exp(z_j). */
    static final class LogSum extends SoftmaxKernel {
        @Override
        Form of(Form argument) {
            return new Form(Kind.REAL, 1, argument.columns());
        }

        @Override
        void set(Column column, Lanes lanes, int lane, Block result, int c) {
            lanes.set(result, c, lane, column.largest() + column.logOfTotal(), Double.NaN);
        }
    }
}
