package org.ansatz.expression.program;

import java.util.BitSet;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.value.NearOne;

/** A comparison of two numbers. */
final class Compared implements Instruction {

    private final Op op;
    private final Block a;
    private final Block b;
    private final Block to;

    Compared(Op op, Block a, Block b, Block to) {
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
        for (int lane = 0; lane < lanes.width(); lane++) {
            double x = lanes.at(a.at(), lane);
            double y = lanes.at(b.at(), lane);
            boolean isKnown = !Double.isNaN(x) && !Double.isNaN(y);
            double truth = isKnown && holds(lanes, lane, x, y) ? 1 : 0;
            lanes.set(to, 0, lane, isKnown ? truth : Double.NaN, Double.NaN);
        }
    }

    private boolean holds(Lanes lanes, int lane, double x, double y) {
        double u = lanes.distance(a, a.at(), lane);
        double v = lanes.distance(b, b.at(), lane);
        if (op == Op.EQUAL || op == Op.UNEQUAL) {
            return (NearOne.sum(x, u, -y, v) == 0) == (op == Op.EQUAL);
        }
        return op.holds(NearOne.compare(x, u, y, v));
    }
}
