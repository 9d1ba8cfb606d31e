package org.ansatz.expression.value;

import org.ansatz.quantity.NoValue;

/**
 * A function of dual numbers has a step or a kink just here: what it comes to depends on the sign of an infinitesimal that may
 * have either. Whoever differentiates tries both signs; to anybody else it says that there is no derivative.
 */
public final class Tied extends NoValue {

    private static final long serialVersionUID = 1;

    private final int order;

    /**
     * A tie.
     *
     * @param order the differentiation whose infinitesimal decides; 0 if it is that of reverse mode
     */
    public Tied(int order) {
        super("there is no derivative here: the function has a step or a kink");
        this.order = order;
    }

    /** The differentiation whose infinitesimal decides; 0 if it is that of reverse mode. */
    public int order() {
        return order;
    }
}
