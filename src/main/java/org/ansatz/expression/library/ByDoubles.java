package org.ansatz.expression.library;

import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;

/** A function of two numbers in a program, which for exact numbers an operation on doubles gives exactly, or NaN. */
final class ByDoubles implements Kernel {

    private final DoubleBinaryOperator operation;
    private final Kernel otherwise;

    /**
     * A function.
     *
     * @param operation for two exact numbers
     * @param otherwise for all else
     */
    ByDoubles(DoubleBinaryOperator operation, Kernel otherwise) {
        this.operation = operation;
        this.otherwise = otherwise;
    }

    @Override
    public Form result(List<Form> arguments) {
        return otherwise.result(arguments);
    }

    @Override
    public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
        boolean isExact = arguments.size() == 2;
        for (Block argument : arguments) {
            isExact &= argument.kind() == Kind.EXACT;
        }
        if (!isExact) {
            otherwise.run(lanes, arguments, result, entries);
            return;
        }
        double[] n = lanes.numbers();
        int x = lanes.from(arguments.get(0).at());
        int y = lanes.from(arguments.get(1).at());
        int z = lanes.from(result.at());
        for (int i = 0; i < lanes.width(); i++) {
            n[z + i] = operation.applyAsDouble(n[x + i], n[y + i]);
        }
    }
}
