package org.ansatz.field.circuit;

import java.util.List;
import org.ansatz.field.circuit.linear.NetworkSlope;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.solution.Work;

/**
 * A linear circuit as its values move along their derivatives.
 *
 * @param deck the circuit
 * @param values its values, with their derivatives
 * @param work is told of what is done
 */
record Tangent(Deck deck, NetlistValues values, Work work) {

    /** How fast its phasors change, the angular frequency changing by {@code omegaSlope} rad/s. */
    NetworkSlope slope(double omegaSlope) {
        List<NetworkSlope.Way> ways = values.ways().stream()
                .map(way -> new NetworkSlope.Way(far -> deck.components(values.along(way.slopes(), far)), way.step()))
                .toList();
        return NetworkSlope.of(deck.components(values.values()), ways, omegaSlope, work);
    }
}
