package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Amplifier;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Whether ideal amplifiers keep their inputs at one voltage or drive them apart. The equations of an ideal amplifier do not tell its
 * inputs apart; a real one integrates what lies between them. If all do so alike, {@code τ dv/dt = -X⁻¹ v} with {@code X} the
 * voltages of the outputs for a volt between the inputs of each, so that a point is held where the eigenvalues of {@code X} have
 * negative real parts.
 */
final class Feedback {

    private Feedback() {}

    /** A remark if the amplifiers of a network run away from its solution at rest; nothing where it has none. */
    static List<String> remarks(LinearNetwork network, List<Component> parts) {
        List<Amplifier> amplifiers = new ArrayList<>();
        for (Component part : parts) {
            if (part instanceof Amplifier amplifier) {
                amplifiers.add(amplifier);
            }
        }
        if (amplifiers.isEmpty()) {
            return List.of();
        }
        try {
            double[][] responses = network.responses(amplifiers);
            return isHeld(responses) ? List.of() : List.of(remark(amplifiers, responses));
        } catch (IllegalArgumentException | MaxCountExceededException | MathArithmeticException e) {
            // Nothing is known of a network without a point of rest, such as an integrator.
            return List.of();
        }
    }

    private static boolean isHeld(double[][] responses) {
        for (double real : new EigenDecomposition(new Array2DRowRealMatrix(responses)).getRealEigenvalues()) {
            if (real > 0) {
                return false;
            }
        }
        return true;
    }

    private static String remark(List<Amplifier> amplifiers, double[][] responses) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < responses.length; i++) {
            if (responses[i][i] > 0) {
                names.add(amplifiers.get(i).name());
            }
        }
        if (names.isEmpty()) {
            amplifiers.forEach(amplifier -> names.add(amplifier.name()));
        }
        return "the feedback of " + String.join(", ", names)
                + " is positive at rest: a real amplifier with these inputs would run into its supply";
    }
}
