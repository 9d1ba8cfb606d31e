package org.ansatz.route;

import java.util.List;
import org.ansatz.expression.Registry;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.route.block.BlockKind;
import org.ansatz.route.circuit.CircuitBlock;
import org.ansatz.route.information.DistributionBlock;
import org.ansatz.route.information.Measures;
import org.ansatz.route.iq.IqBlock;
import org.ansatz.route.line.LineBlock;
import org.ansatz.route.logic.LogicBlock;
import org.ansatz.route.ode.OdeBlock;

/** All that problems can be written in: the one list of field blocks, and the functions with those that fields add. */
public final class Language {

    private Language() {}

    /** Every kind of field block. */
    public static List<BlockKind> blockKinds() {
        return List.of(
                new LineBlock(),
                new LogicBlock(),
                new IqBlock(),
                new OdeBlock(),
                new DistributionBlock(),
                new CircuitBlock());
    }

    /** Every function, binder and constant. */
    public static Registry registry() {
        return StandardLibrary.registry().and(Measures.all());
    }
}
