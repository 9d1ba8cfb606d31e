package org.ansatz.expression.term;

import java.util.BitSet;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** Numbers the places that values take in a frame; one for each problem. */
public final class Layout {

    private int size;
    private final BitSet steps = new BitSet();

    int next() {
        return size++;
    }

    public int nextStep() {
        steps.set(size);
        return size++;
    }

    public int size() {
        return size;
    }

    /** Empties the places in which steps keep their values, because what they depend on has changed. */
    public void forgetSteps(@Nullable Value[] slots) {
        for (int slot = steps.nextSetBit(0); slot >= 0; slot = steps.nextSetBit(slot + 1)) {
            slots[slot] = null;
        }
    }
}
