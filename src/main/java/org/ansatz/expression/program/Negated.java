package org.ansatz.expression.program;

import java.util.BitSet;

/** Numbers with the other sign, or the opposite of truth values. */
final class Negated implements Instruction {

    private final Block of;
    private final Block to;

    Negated(Block of, Block to) {
        this.of = of;
        this.to = to;
    }

    @Override
    public Block result() {
        return to;
    }

    @Override
    public long operations() {
        return to.form().size();
    }

    @Override
    public BitSet affected(Change change) {
        return change.of(of);
    }

    @Override
    public void run(Lanes lanes, BitSet entries) {
        double[] n = lanes.numbers();
        boolean isTruth = of.kind() == Kind.TRUTH;
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            int x = lanes.from(of.place(entry));
            int z = lanes.from(to.place(entry));
            for (int i = 0; i < lanes.width(); i++) {
                n[z + i] = isTruth ? 1 - n[x + i] : -n[x + i];
            }
            if (of.kind().hasDistance()) {
                int behind = of.toDistance() * lanes.width();
                System.arraycopy(n, x + behind, n, z + behind, lanes.width());
            }
        }
    }
}
