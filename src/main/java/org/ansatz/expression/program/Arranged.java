package org.ansatz.expression.program;

import java.util.BitSet;
import java.util.List;

/** Entries of other blocks in another order: a matrix written out, a transposed one, or a copy. */
final class Arranged implements Instruction {

    /** An entry of a block. */
    record Entry(Block of, int place) {}

    private final List<Entry> entries;
    private final Block to;

    Arranged(List<Entry> entries, Block to) {
        this.entries = List.copyOf(entries);
        this.to = to;
    }

    @Override
    public Block result() {
        return to;
    }

    @Override
    public long operations() {
        return entries.size();
    }

    @Override
    public BitSet affected(Change change) {
        BitSet affected = new BitSet(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            affected.set(i, change.of(entry.of).get(entry.place - entry.of.at()));
        }
        return affected;
    }

    @Override
    public void run(Lanes lanes, BitSet some) {
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            Entry entry = entries.get(i);
            for (int lane = 0; lane < lanes.width(); lane++) {
                lanes.set(to, i, lane, lanes.at(entry.place, lane), lanes.distance(entry.of, entry.place, lane));
            }
        }
    }
}
