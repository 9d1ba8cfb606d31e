package org.ansatz.request;

import java.util.List;
import java.util.Set;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arrays;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** What an expression is worth. */
public sealed interface Evaluation {

    /**
     * Evaluates an expression.
     *
     * @param unit the unit to show it in, or null for the coherent one
     * @param frame holds what it speaks of
     */
    static Evaluation of(Expression expression, @Nullable Unit unit, Frame frame) {
        try {
            Estimate estimate = frame.estimate(expression.term(), Found.TRIALS);
            Show.require(estimate.value(), unit);
            return new Found(
                    estimate, expression.type(), unit, expression.uses().engines(), List.of());
        } catch (NoValue e) {
            return new Undefined(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A value.
     *
     * @param estimate the value and its error, in SI
     * @param type of the value
     * @param unit the unit to show it in, or null for the coherent one
     * @param engines what it rests on besides plain arithmetic
     * @param remarks on how it was found: that an equation is stiff
     */
    record Found(Estimate estimate, Type type, @Nullable Unit unit, Set<Engine> engines, List<String> remarks)
            implements Evaluation {

        private static final int MAX_DIGITS = 15;
        private static final int TRIALS = 3;

        /** Copies. */
        public Found {
            engines = Set.copyOf(engines);
            remarks = List.copyOf(remarks);
        }

        /** The same with remarks. */
        Found with(List<String> newRemarks) {
            return new Found(estimate, type, unit, engines, newRemarks);
        }

        /** How many significant digits of it are known, from 1 to 15. */
        public int digits() {
            if (!type.isNumber() || estimate.error() == 0) {
                return MAX_DIGITS;
            }
            double known = Math.floor(Math.log10(Arrays.size(estimate.value()) / estimate.error()));
            return known >= 1 ? (int) Math.min(known, MAX_DIGITS) : 1;
        }

        /** Whether not even its first digit is known. */
        public boolean isUnknown() {
            return type.isNumber() && estimate.error() > 0 && 2 * estimate.error() >= Arrays.size(estimate.value());
        }
    }

    /**
     * No value.
     *
     * @param reason why
     */
    record Undefined(String reason) implements Evaluation {}
}
