package org.ansatz.expression.program;

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
    public void run(Lanes lanes) {
        double[] n = lanes.numbers();
        int x = lanes.from(of.at());
        int z = lanes.from(to.at());
        boolean isTruth = of.kind() == Kind.TRUTH;
        int end = of.form().size() * lanes.width();
        for (int i = 0; i < end; i++) {
            n[z + i] = isTruth ? 1 - n[x + i] : -n[x + i];
        }
        if (of.kind() == Kind.NEAR) {
            System.arraycopy(n, x + end, n, z + end, end);
        }
    }
}
