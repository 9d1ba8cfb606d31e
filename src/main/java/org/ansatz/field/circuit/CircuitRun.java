package org.ansatz.field.circuit;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.circuit.linear.LinearNetwork;
import org.ansatz.field.circuit.linear.OperatingRegions;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.Device;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Semiconductor;
import org.ansatz.field.circuit.piecewise.OperatingPoint;
import org.ansatz.field.circuit.piecewise.PeriodicState;
import org.ansatz.field.circuit.piecewise.Transient;
import org.ansatz.field.circuit.simulation.BiasPoint;
import org.ansatz.field.circuit.simulation.Equations;
import org.ansatz.field.circuit.simulation.SimulatedTransient;
import org.ansatz.field.circuit.simulation.SimulatedTransient.Start;
import org.ansatz.field.circuit.simulation.SmallSignal;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;

/** How a circuit is run. A new analysis is a new case here. */
sealed interface CircuitRun {

    /** The solved circuit, to be probed. */
    Model solved(Deck deck, double[] values, Frame frame, Binding.Variable at);

    /** Whether it is in phasors, at a frequency rather than at a time. */
    default boolean isInPhasors() {
        return false;
    }

    /** {@code run: dc}: a circuit with devices by trying in which of their regions they are, any other as a linear network. */
    record Rest() implements CircuitRun {
        @Override
        public Model solved(Deck deck, double[] values, Frame frame, Binding.Variable at) {
            Work work = new Work(frame::spend);
            List<Component> components = deck.components(values);
            if (components.stream().anyMatch(Semiconductor.class::isInstance)) {
                return new CircuitModel(new BiasPoint(new Equations(components), work), at);
            }
            boolean isPlain = components.stream().allMatch(Element.class::isInstance);
            boolean hasDevices =
                    components.stream().anyMatch(part -> part instanceof Device || part instanceof Element.Diode);
            if (!isPlain && hasDevices) {
                return new CircuitModel(new OperatingRegions(components, work), at);
            }
            return isPlain
                    ? new CircuitModel(new OperatingPoint(deck.netlist(values), work), at)
                    : new NetworkModel(new LinearNetwork(components, work), null);
        }
    }

    /** {@code run: ac}. */
    record InPhasors() implements CircuitRun {
        @Override
        public Model solved(Deck deck, double[] values, Frame frame, Binding.Variable at) {
            Work work = new Work(frame::spend);
            List<Component> components = deck.components(values);
            PhasorSolution network = components.stream().anyMatch(Semiconductor.class::isInstance)
                    ? new SmallSignal(new Equations(components), work)
                    : new LinearNetwork(components, work);
            return new NetworkModel(network, at);
        }

        @Override
        public boolean isInPhasors() {
            return true;
        }
    }

    /** {@code run: transient DURATION}. */
    record For(Expression duration) implements CircuitRun {
        @Override
        public Model solved(Deck deck, double[] values, Frame frame, Binding.Variable at) {
            double until = Arithmetic.real(frame.value(duration.term()));
            Work work = new Work(frame::spend);
            List<Component> components = deck.components(values);
            if (isExact(components)) {
                return new CircuitModel(new Transient(deck.netlist(values), until, work), at);
            }
            Solution solution = new SimulatedTransient(
                    new Equations(components), Start.STATED, until, SimulatedTransient.TOLERANCE, work);
            return Remarked.of(new CircuitModel(solution, at), feedback(components, work));
        }

        /** What is to be said of the ideal amplifiers of a circuit, if there are any and they can be told apart at rest. */
        private static List<String> feedback(List<Component> components, Work work) {
            boolean hasAmplifiers = components.stream().anyMatch(Component.Amplifier.class::isInstance);
            boolean isLinear = components.stream().noneMatch(Semiconductor.class::isInstance);
            return hasAmplifiers && isLinear ? new LinearNetwork(components, work).remarks() : List.of();
        }

        /** Whether a circuit is one of resistors, capacitors, diodes and sources that is solved exactly piece by piece. */
        private static boolean isExact(List<Component> components) {
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
            return true;
        }
    }

    /** {@code run: periodic}. */
    record Periodic() implements CircuitRun {
        @Override
        public Model solved(Deck deck, double[] values, Frame frame, Binding.Variable at) {
            return new CircuitModel(new PeriodicState(deck.netlist(values), new Work(frame::spend)), at);
        }
    }
}
