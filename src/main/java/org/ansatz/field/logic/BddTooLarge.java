package org.ansatz.field.logic;

/** A binary decision diagram would have needed more nodes than it was allowed: what was asked of it has no value. */
public final class BddTooLarge extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    private final int nodes;

    BddTooLarge(int nodes) {
        super("the binary decision diagram needs more than " + nodes
                + " nodes; another order of the variables may help");
        this.nodes = nodes;
    }

    /** The number of nodes at which building stopped: the limit. */
    public int nodes() {
        return nodes;
    }
}
