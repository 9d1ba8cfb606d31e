package org.ansatz.expression.program;

import java.util.ArrayList;
import java.util.BitSet;
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
    public boolean isRounded() {
        return kernel.isRounded() && Instruction.super.isRounded();
    }

    @Override
    public BitSet affected(Change change) {
        List<BitSet> changed = new ArrayList<>(arguments.size());
        boolean isChanged = false;
        for (Block argument : arguments) {
            changed.add(change.of(argument));
            isChanged |= !change.of(argument).isEmpty();
        }
        return isChanged ? kernel.affected(arguments, changed, to.form()) : new BitSet();
    }

    @Override
    public void run(Lanes lanes, BitSet entries) {
        if (!entries.isEmpty()) {
            kernel.run(lanes, arguments, to, entries);
        }
    }
}
