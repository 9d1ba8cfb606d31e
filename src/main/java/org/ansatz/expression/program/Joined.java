package org.ansatz.expression.program;

import java.util.BitSet;
import org.ansatz.expression.syntax.Op;

/** A word of logic between two truth values. Where the first decides, the second need not be known. */
final class Joined implements Instruction {

    private final Op op;
    private final Block a;
    private final Block b;
    private final Block to;

    Joined(Op op, Block a, Block b, Block to) {
        this.op = op;
        this.a = a;
        this.b = b;
        this.to = to;
    }

    @Override
    public Block result() {
        return to;
    }

    @Override
    public long operations() {
        return 1;
    }

    @Override
    public BitSet affected(Change change) {
        return Change.union(change.of(a), change.of(b));
    }

    @Override
    public void run(Lanes lanes, BitSet entries) {
        double[] n = lanes.numbers();
        int x = lanes.from(a.at());
        int y = lanes.from(b.at());
        int z = lanes.from(to.at());
        for (int i = 0; i < lanes.width(); i++) {
            n[z + i] = joined(n[x + i], n[y + i]);
        }
    }

    private double joined(double a, double b) {
        switch (op) {
            case AND:
                return a == 0 ? 0 : a * b;
            case OR:
                return a == 1 ? 1 : a + b;
            case NAND:
                return a == 0 ? 1 : 1 - a * b;
            case NOR:
                return a == 1 ? 0 : 1 - (a + b);
            case XNOR:
                return 1 - Math.abs(a - b);
            default:
                return Math.abs(a - b);
        }
    }
}
