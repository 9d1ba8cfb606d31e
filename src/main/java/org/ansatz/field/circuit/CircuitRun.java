package org.ansatz.field.circuit;

import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.value.Arithmetic;

/** How a circuit is run. A new analysis is a new case here. */
sealed interface CircuitRun {

    /** The solved circuit. */
    Solution solved(Netlist netlist, Frame frame);

    /** {@code run: dc}. */
    record Rest() implements CircuitRun {
        @Override
        public Solution solved(Netlist netlist, Frame frame) {
            return new OperatingPoint(netlist, new Work(frame::spend));
        }
    }

    /** {@code run: transient DURATION}. */
    record For(Expression duration) implements CircuitRun {
        @Override
        public Solution solved(Netlist netlist, Frame frame) {
            return new Transient(netlist, Arithmetic.real(frame.value(duration.term())), new Work(frame::spend));
        }
    }

    /** {@code run: periodic}. */
    record Periodic() implements CircuitRun {
        @Override
        public Solution solved(Netlist netlist, Frame frame) {
            return new PeriodicState(netlist, new Work(frame::spend));
        }
    }
}
