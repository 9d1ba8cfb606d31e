package org.ansatz.field.circuit;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.block.Fields;
import org.ansatz.field.circuit.analysis.Solvers;
import org.ansatz.field.circuit.linear.LinearNetwork;
import org.ansatz.field.circuit.linear.NetworkFunctions;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.piecewise.PeriodicState;
import org.ansatz.field.circuit.simulation.SimulatedTransient;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.problem.Question;
import org.ansatz.quantity.NoValue;

/** How a circuit is run. A new analysis is a new case here. */
sealed interface CircuitRun {

    /** The solved circuit, to be probed. */
    Model solved(Deck deck, NetlistValues values, Frame frame, Binding.Variable at);

    /** At what probes are read: a time, unless a run says otherwise. */
    default Binding.Variable at(Question question, Scope scope, Fields route) {
        return ReadAt.time(question, scope, route);
    }

    /** Whether it is over frequencies, and its circuit a network that is linear or is made so. */
    default boolean isOverFrequencies() {
        return false;
    }

    /** What voltages and currents are that are read at this variable. */
    default NumberSet numbers(Binding.Variable at) {
        return NumberSet.REAL;
    }

    /** Whether a solution carries the derivatives of the netlist's values. */
    default boolean carriesDerivatives() {
        return false;
    }

    /**
     * A derivative goes through linear circuits alone.
     *
     * @throws NoValue if it does not
     */
    static void requireLinear(boolean isLinear) {
        if (!isLinear) {
            throw new NoValue("a derivative does not go through a circuit with devices; differences(…) does");
        }
    }

    /** {@code run: dc}: a circuit with devices by trying in which of their regions they are, any other as a linear network. */
    record Rest() implements CircuitRun {
        @Override
        public boolean carriesDerivatives() {
            return true;
        }

        @Override
        public Model solved(Deck deck, NetlistValues values, Frame frame, Binding.Variable at) {
            Work work = new Work(frame::spend);
            List<Component> components = deck.components(values.values());
            requireLinear(values.order() == 0 || Solvers.isLinear(components));
            return values.order() > 0 || Solvers.isNetworkAtRest(components)
                    ? new NetworkModel(new LinearNetwork(components, work), null, new Tangent(deck, values, work))
                    : new CircuitModel(Solvers.atRest(components, work), at);
        }
    }

    /** {@code run: ac}. */
    record InPhasors() implements CircuitRun {
        @Override
        public boolean carriesDerivatives() {
            return true;
        }

        @Override
        public Model solved(Deck deck, NetlistValues values, Frame frame, Binding.Variable at) {
            Work work = new Work(frame::spend);
            List<Component> components = deck.components(values.values());
            PhasorSolution network = Solvers.inPhasors(components, work);
            return new NetworkModel(network, at, new Tangent(deck, values, work));
        }

        @Override
        public Binding.Variable at(Question question, Scope scope, Fields route) {
            return ReadAt.frequency(question, scope);
        }

        @Override
        public boolean isOverFrequencies() {
            return true;
        }

        @Override
        public NumberSet numbers(Binding.Variable at) {
            return NumberSet.COMPLEX;
        }
    }

    /** {@code run: laplace}: a linear network in the complex frequency s. */
    record InLaplace() implements CircuitRun {
        @Override
        public Model solved(Deck deck, NetlistValues values, Frame frame, Binding.Variable at) {
            List<Component> components = deck.components(values.values());
            if (!Solvers.isLinear(components)) {
                throw new NoValue(
                        "a circuit with devices has no network functions in s; run: ac has its small signals");
            }
            return new LaplaceModel(new NetworkFunctions(components, values.stated(), new Work(frame::spend)), at);
        }

        @Override
        public Binding.Variable at(Question question, Scope scope, Fields route) {
            return ReadAt.complexFrequency(scope, route);
        }

        @Override
        public boolean isOverFrequencies() {
            return true;
        }

        @Override
        public NumberSet numbers(Binding.Variable at) {
            return at.type().set() == NumberSet.COMPLEX ? NumberSet.COMPLEX : NumberSet.REAL;
        }
    }

    /** {@code run: transient DURATION}. */
    record For(Expression duration) implements CircuitRun {
        @Override
        public Model solved(Deck deck, NetlistValues values, Frame frame, Binding.Variable at) {
            double until = Arithmetic.real(frame.value(duration.term()));
            Work work = new Work(frame::spend);
            List<Component> components = deck.components(values.values());
            Solution solution = Solvers.throughTime(
                    components, until, SimulatedTransient.TOLERANCE, SimulatedTransient.Claim.ERRORS, work);
            return Remarked.of(new CircuitModel(solution, at), feedback(components, work));
        }

        /** What is to be said of the ideal amplifiers of a circuit, if there are any and they can be told apart at rest. */
        private static List<String> feedback(List<Component> components, Work work) {
            boolean hasAmplifiers = components.stream().anyMatch(Component.Amplifier.class::isInstance);
            return hasAmplifiers && Solvers.isLinear(components)
                    ? new LinearNetwork(components, work).remarks()
                    : List.of();
        }
    }

    /** {@code run: periodic}. */
    record Periodic() implements CircuitRun {
        @Override
        public Model solved(Deck deck, NetlistValues values, Frame frame, Binding.Variable at) {
            return new CircuitModel(new PeriodicState(deck.netlist(values.values()), new Work(frame::spend)), at);
        }
    }
}
