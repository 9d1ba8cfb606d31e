package org.ansatz.expression.program;

import java.util.BitSet;

/**
 * One of two blocks of one shape, as a truth value says. Both are computed; that which is not taken need not be known. Where one
 * branch is exact and the other is not, numbers of the exact one are not known, for they would count as rounded.
 */
final class Chosen implements Instruction {

    private final Block condition;
    private final Block then;
    private final Block otherwise;
    private final Block to;

    Chosen(Block condition, Block then, Block otherwise, Block to) {
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
        this.to = to;
    }

    @Override
    public Block result() {
        return to;
    }

    /** Each was rounded where it was computed. */
    @Override
    public boolean isRounded() {
        return false;
    }

    @Override
    public long operations() {
        return to.form().size();
    }

    @Override
    public BitSet affected(Change change) {
        return change.of(condition).isEmpty()
                ? Change.union(change.of(then), change.of(otherwise))
                : Change.all(to.form());
    }

    @Override
    public void run(Lanes lanes, BitSet entries) {
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            for (int lane = 0; lane < lanes.width(); lane++) {
                double holds = lanes.at(condition.at(), lane);
                Block from = holds == 1 ? then : otherwise;
                int place = from.place(entry);
                boolean isKnown = !Double.isNaN(holds)
                        && from.kind().isExact() == to.kind().isExact();
                double x = isKnown ? lanes.at(place, lane) : Double.NaN;
                lanes.set(to, entry, lane, x, lanes.distance(from, place, lane));
            }
        }
    }
}
