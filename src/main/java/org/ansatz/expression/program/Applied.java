package org.ansatz.expression.program;

import java.util.List;

/** A function applied. */
final class Applied implements Instruction {

    private final Kernel kernel;
    private final List<Block> arguments;
    private final Block to;

    Applied(Kernel kernel, List<Block> arguments, Block to) {
        this.kernel = kernel;
        this.arguments = List.copyOf(arguments);
        this.to = to;
    }

    @Override
    public Block result() {
        return to;
    }

    /** A function of a number counts as several operations. */
    @Override
    public long operations() {
        long entries = to.form().size();
        for (Block argument : arguments) {
            entries = Math.max(entries, argument.form().size());
        }
        return 4 * entries;
    }

    @Override
    public void run(Lanes lanes) {
        kernel.run(lanes, arguments, to);
    }
}
