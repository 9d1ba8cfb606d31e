package org.ansatz.expression.term;

import java.util.BitSet;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** Numbers the places that values take in a frame; one for each problem. */
public final class Layout {

    private volatile int size;

    /** Replaced, never changed: names may be added, for a plot or a reply, while another thread solves the question. */
    private volatile BitSet steps = new BitSet();

    /** A place for a value of its own. */
    public synchronized int next() {
        int slot = size;
        size = slot + 1;
        return slot;
    }

    public synchronized int nextStep() {
        BitSet more = (BitSet) steps.clone();
        more.set(size);
        steps = more;
        return next();
    }

    public int size() {
        return size;
    }

    /** Empties the places in which steps keep their values, because what they depend on has changed. */
    public void forgetSteps(@Nullable Value[] slots) {
        BitSet all = steps;
        for (int slot = all.nextSetBit(0); slot >= 0 && slot < slots.length; slot = all.nextSetBit(slot + 1)) {
            slots[slot] = null;
        }
    }
}
