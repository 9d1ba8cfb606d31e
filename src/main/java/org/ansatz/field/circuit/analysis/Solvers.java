package org.ansatz.field.circuit.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.linear.LinearNetwork;
import org.ansatz.field.circuit.linear.OperatingRegions;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Device;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Semiconductor;
import org.ansatz.field.circuit.netlist.Soundness;
import org.ansatz.field.circuit.piecewise.OperatingPoint;
import org.ansatz.field.circuit.piecewise.Transient;
import org.ansatz.field.circuit.simulation.BiasPoint;
import org.ansatz.field.circuit.simulation.Equations;
import org.ansatz.field.circuit.simulation.SimulatedTransient;
import org.ansatz.field.circuit.simulation.SimulatedTransient.Claim;
import org.ansatz.field.circuit.simulation.SmallSignal;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;

/**
 * Which solver a circuit is given to: devices after a {@code .model} are simulated; a textbook's devices are tried in their
 * regions; what is made of R, C, sources and ideal diodes is solved exactly.
 */
public final class Solvers {

    /** Beyond so many elements a linear circuit is solved by sparse factors. */
    private static final int MAX_DENSE = 300;

    private Solvers() {}

    /** Whether a circuit has devices after a {@code .model}, or sources that follow a law. */
    public static boolean hasModels(List<Component> components) {
        return components.stream()
                .anyMatch(part -> part instanceof Semiconductor
                        || part instanceof Component.Switch
                        || part instanceof Component.Behavioural);
    }

    /** Whether a circuit is linear at rest. */
    public static boolean isLinear(List<Component> components) {
        return components.stream()
                .noneMatch(part -> part instanceof Semiconductor
                        || part instanceof Component.Switch
                        || part instanceof Component.Behavioural
                        || part instanceof Device
                        || part instanceof Element.Diode);
    }

    /** Whether a circuit has nothing but elements of two ends that are joined to others. */
    public static boolean isPlain(List<Component> components) {
        return components.stream().allMatch(Element.class::isInstance)
                && Soundness.danglingResistors(components).isEmpty();
    }

    /** Whether a circuit at rest is given to a linear network, which tells impedances as well. */
    public static boolean isNetworkAtRest(List<Component> components) {
        return isLinear(components) && !isPlain(components);
    }

    /**
     * The point of rest.
     *
     * @throws ArithmeticException if there is none, or none is found
     * @throws IllegalArgumentException if the parts do not make up a circuit
     */
    public static Solution atRest(List<Component> components, Work work) {
        if (hasModels(components)) {
            return new BiasPoint(new Equations(components), work);
        }
        if (isPlain(components) && (components.size() <= MAX_DENSE || !isLinear(components))) {
            return new OperatingPoint(netlist(components), work);
        }
        return isLinear(components)
                ? new BiasPoint(new Equations(components), work)
                : new OperatingRegions(components, work);
    }

    /** The circuit in phasors, small ones where it is curved. */
    public static PhasorSolution inPhasors(List<Component> components, Work work) {
        return hasModels(components)
                ? new SmallSignal(new Equations(components), work)
                : new LinearNetwork(components, work);
    }

    /**
     * What a circuit does from t = 0 on, starting from what its capacitors and inductors state.
     *
     * @param stop when to end, in seconds
     * @param tolerance how wrong a step may be where it is simulated
     * @param claim whether errors are claimed there
     */
    public static Solution throughTime(
            List<Component> components, double stop, double tolerance, Claim claim, Work work) {
        return isExact(components) && (components.size() <= MAX_DENSE || !isLinear(components))
                ? new Transient(netlist(components), stop, work)
                : new SimulatedTransient(
                        new Equations(components), SimulatedTransient.Start.STATED, stop, tolerance, claim, work);
    }

    /** Whether what a circuit does is found exactly, piece by piece. */
    public static boolean isExact(List<Component> components) {
        for (Component component : components) {
            boolean exact = component instanceof Element.VoltageSource voltage
                    ? voltage.volts().isExact()
                    : component instanceof Element.CurrentSource current
                            ? current.amperes().isExact()
                            : component instanceof Element;
            if (!exact) {
                return false;
            }
        }
        return isPlain(components);
    }

    private static Netlist netlist(List<Component> components) {
        List<Element> elements = new ArrayList<>();
        for (Component component : components) {
            elements.add((Element) component);
        }
        return new Netlist(elements);
    }
}
