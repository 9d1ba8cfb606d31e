package org.ansatz.field.logic;

import java.util.Arrays;

/**
 * The nodes of a diagram, each stored once: a node is the triple of its variable and its two successors. Numbers grow
 * from successors to predecessors; 0 and 1 are the constants.
 *
 * <p>Open addressing with linear probing in arrays of int, at most half full, doubled when needed. Source: R. E. Bryant,
 * "Graph-based algorithms for Boolean function manipulation", IEEE Trans. Computers 35 (1986) 677–691; D. E. Knuth,
 * <i>The Art of Computer Programming</i> 4A, section 7.1.4.
 */
final class NodeTable {

    /** The level of the constants, below every variable. */
    static final int BOTTOM = Integer.MAX_VALUE;

    private static final int INITIAL_NODES = 256;
    private static final int EMPTY = 0;

    private final int limit;
    private int[] level = new int[INITIAL_NODES];
    private int[] low = new int[INITIAL_NODES];
    private int[] high = new int[INITIAL_NODES];
    private int[] slots = new int[2 * INITIAL_NODES];
    private int count = 2;

    NodeTable(int limit) {
        this.limit = limit;
        level[0] = BOTTOM;
        level[1] = BOTTOM;
    }

    int count() {
        return count;
    }

    int level(int node) {
        return level[node];
    }

    int low(int node) {
        return low[node];
    }

    int high(int node) {
        return high[node];
    }

    /** The one node that stands for "if the variable then {@code ifTrue} else {@code ifFalse}". */
    int node(int variable, int ifFalse, int ifTrue) {
        if (ifFalse == ifTrue) {
            return ifTrue;
        }
        int slot = slotOf(variable, ifFalse, ifTrue);
        return slots[slot] != EMPTY ? slots[slot] : add(slot, variable, ifFalse, ifTrue);
    }

    private int slotOf(int variable, int ifFalse, int ifTrue) {
        int mask = slots.length - 1;
        int slot = ComputedCache.hash(variable, ifFalse, ifTrue) & mask;
        while (slots[slot] != EMPTY && !holds(slots[slot], variable, ifFalse, ifTrue)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int node, int variable, int ifFalse, int ifTrue) {
        return level[node] == variable && low[node] == ifFalse && high[node] == ifTrue;
    }

    private int add(int slot, int variable, int ifFalse, int ifTrue) {
        if (count >= limit) {
            throw new BddTooLarge(limit);
        }
        int node = count++;
        slots[slot] = node;
        level[node] = variable;
        low[node] = ifFalse;
        high[node] = ifTrue;
        if (count == level.length) {
            grow();
        }
        return node;
    }

    private void grow() {
        int capacity = 2 * count;
        level = Arrays.copyOf(level, capacity);
        low = Arrays.copyOf(low, capacity);
        high = Arrays.copyOf(high, capacity);
        slots = new int[2 * capacity];
        for (int node = 2; node < count; node++) {
            slots[slotOf(level[node], low[node], high[node])] = node;
        }
    }
}
