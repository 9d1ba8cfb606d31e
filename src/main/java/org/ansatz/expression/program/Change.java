package org.ansatz.expression.program;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which entries of which blocks change with one entry of an input. */
final class Change {

    private static final BitSet NONE = new BitSet();

    /** By the first place of the block. */
    private final Map<Integer, BitSet> entries = new HashMap<>();

    /** The entries of a block that change; left as they are. */
    BitSet of(Block block) {
        return entries.getOrDefault(block.at(), NONE);
    }

    void put(Block block, BitSet changed) {
        entries.put(block.at(), changed);
    }

    /** All entries of a form. */
    static BitSet all(Form form) {
        BitSet all = new BitSet(form.size());
        all.set(0, form.size());
        return all;
    }

    /** The entries of a larger matrix that meet those of a block, of which a single row or column is repeated. */
    BitSet repeated(Block block, Form larger) {
        BitSet changed = of(block);
        if (changed.isEmpty() || block.form().size() == larger.size()) {
            return changed;
        }
        BitSet met = new BitSet(larger.size());
        for (int r = 0; r < larger.rows(); r++) {
            for (int c = 0; c < larger.columns(); c++) {
                met.set(r * larger.columns() + c, changed.get(block.place(r, c) - block.at()));
            }
        }
        return met;
    }

    /** All that either has. */
    static BitSet union(BitSet a, BitSet b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        BitSet all = (BitSet) a.clone();
        all.or(b);
        return all;
    }
}
