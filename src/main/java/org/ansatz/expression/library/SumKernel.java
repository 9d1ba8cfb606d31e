package org.ansatz.expression.library;

import java.util.BitSet;
import java.util.List;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.value.NearOne;

/** Sums and means of each row or column in a program, added up as {@link Reductions} adds up values. */
final class SumKernel implements Kernel {

    private final Over over;
    private final boolean isMean;

    SumKernel(Over over, boolean isMean) {
        this.over = over;
        this.isMean = isMean;
    }

    private static boolean isInexact(Form form) {
        return form.kind() == Kind.REAL || form.kind() == Kind.NEAR;
    }

    @Override
    public Form result(List<Form> arguments) {
        Form argument = arguments.get(0);
        if (!isInexact(argument)) {
            throw new Unwritten("sums of exact numbers");
        }
        return over == Over.ROWS
                ? new Form(argument.kind(), argument.rows(), 1)
                : new Form(argument.kind(), 1, argument.columns());
    }

    @Override
    public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
        Block matrix = arguments.get(0);
        int count = matrix.form().size() / result.form().size();
        for (int part = entries.nextSetBit(0); part >= 0; part = entries.nextSetBit(part + 1)) {
            for (int lane = 0; lane < lanes.width(); lane++) {
                part(lanes, lane, matrix, part, count, result);
            }
        }
    }

    @Override
    public BitSet affected(List<Block> arguments, List<BitSet> changed, Form result) {
        BitSet affected = new BitSet(result.size());
        int columns = arguments.get(0).form().columns();
        BitSet entries = changed.get(0);
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            affected.set(over == Over.ROWS ? entry / columns : entry % columns);
        }
        return affected;
    }

    private void part(Lanes lanes, int lane, Block matrix, int part, int count, Block result) {
        double sum = 0;
        double fromOne = Double.NaN;
        int columns = matrix.form().columns();
        for (int i = 0; i < count; i++) {
            int place = matrix.place(over == Over.ROWS ? part * columns + i : i * columns + part);
            double x = lanes.at(place, lane);
            double v = lanes.distance(matrix, place, lane);
            double next = NearOne.sum(sum, fromOne, x, v);
            fromOne = NearOne.sumFromOne(sum, fromOne, x, v);
            sum = next;
        }
        boolean isAsIs = !isMean || count == 1;
        lanes.set(result, part, lane, isMean ? sum / count : sum, isAsIs ? fromOne : Double.NaN);
    }
}
