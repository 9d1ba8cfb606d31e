package org.ansatz.route;

import java.util.List;
import org.ansatz.route.block.BlockKind;
import org.ansatz.route.circuit.CircuitBlock;
import org.ansatz.route.information.DistributionBlock;
import org.ansatz.route.iq.IqBlock;
import org.ansatz.route.line.LineBlock;
import org.ansatz.route.logic.LogicBlock;
import org.ansatz.route.ode.OdeBlock;

/** The one list of field blocks. */
public final class BlockKinds {

    private BlockKinds() {}

    /** All of them. */
    public static List<BlockKind> all() {
        return List.of(
                new LineBlock(),
                new LogicBlock(),
                new IqBlock(),
                new OdeBlock(),
                new DistributionBlock(),
                new CircuitBlock());
    }
}
