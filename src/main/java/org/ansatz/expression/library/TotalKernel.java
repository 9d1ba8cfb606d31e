package org.ansatz.expression.library;

import java.util.BitSet;
import java.util.List;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;
import org.ansatz.expression.program.Program;
import org.ansatz.expression.program.Unwritten;

/**
 * The sum of all entries of a matrix, or of the products of entries of two, in a program: of each column first, and then of these, as
 * {@link Reductions} adds up values. So a change of one entry costs one column.
 */
final class TotalKernel implements Kernel {

    private final boolean isMean;

    TotalKernel(boolean isMean) {
        this.isMean = isMean;
    }

    @Override
    public Form result(List<Form> arguments) {
        return Form.single(Kind.REAL);
    }

    @Override
    public Block written(Program.Writer writer, List<Block> arguments) {
        Block columns = writer.applied(new Columns(), arguments);
        int divisor = isMean ? arguments.get(0).form().size() : 1;
        return writer.applied(new Row(divisor), List.of(columns));
    }

    @Override
    public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
        throw new IllegalStateException("it is written as sums of columns, and their sum");
    }

    /** A sum together with what each addition rounds off, as an {@code Accumulation} of doubles. */
    private static final class Sum {
        private double sum;
        private double rest;

        void take(double x) {
            double next = sum + x;
            rest += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
            sum = next;
        }

        double total() {
            return Double.isFinite(rest) ? sum + rest : sum;
        }
    }

    /** The sum of each column, or of the products in it; a single row is one. */
    private static final class Columns implements Kernel {

        @Override
        public Form result(List<Form> arguments) {
            Form first = arguments.get(0);
            boolean isInexact = false;
            for (Form argument : arguments) {
                if (argument.kind() == Kind.TRUTH
                        || argument.rows() != first.rows()
                        || argument.columns() != first.columns()) {
                    throw new Unwritten("a sum over other than numbers at the same places");
                }
                isInexact |= !argument.kind().isExact();
            }
            if (!isInexact) {
                throw new Unwritten("a sum of exact numbers");
            }
            return new Form(Kind.REAL, 1, first.rows() == 1 ? 1 : first.columns());
        }

        /** Only the whole sum counts as one rounding more. */
        @Override
        public boolean isRounded() {
            return false;
        }

        @Override
        public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
            Block matrix = arguments.get(0);
            int parts = result.form().columns();
            for (int part = entries.nextSetBit(0); part >= 0; part = entries.nextSetBit(part + 1)) {
                for (int lane = 0; lane < lanes.width(); lane++) {
                    Sum sum = new Sum();
                    for (int entry = part; entry < matrix.form().size(); entry += parts) {
                        double x = lanes.at(matrix.place(entry), lane);
                        sum.take(
                                arguments.size() == 1
                                        ? x
                                        : x * lanes.at(arguments.get(1).place(entry), lane));
                    }
                    lanes.set(result, part, lane, sum.total(), Double.NaN);
                }
            }
        }

        @Override
        public BitSet affected(List<Block> arguments, List<BitSet> changed, Form result) {
            BitSet affected = new BitSet(result.size());
            for (BitSet entries : changed) {
                for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
                    affected.set(entry % result.columns());
                }
            }
            return affected;
        }
    }

    /** The sum of a row, as a part of so many. */
    private static final class Row implements Kernel {
        private final int divisor;

        Row(int divisor) {
            this.divisor = divisor;
        }

        @Override
        public Form result(List<Form> arguments) {
            return Form.single(Kind.REAL);
        }

        @Override
        public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
            Block row = arguments.get(0);
            for (int lane = 0; lane < lanes.width(); lane++) {
                Sum sum = new Sum();
                for (int i = 0; i < row.form().size(); i++) {
                    sum.take(lanes.at(row.place(i), lane));
                }
                lanes.set(result, 0, lane, sum.total() / divisor, Double.NaN);
            }
        }
    }
}
