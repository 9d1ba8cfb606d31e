package org.ansatz.field.block;

import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.type.Export;
import org.ansatz.quantity.NoValue;

/** A checked field block: data, not a computation chosen by a keyword. */
public interface Block {

    /** The names it gives to the route's expressions. */
    List<Export> exports();

    /**
     * The variables of its route over which a solution is a function, such as the time of a circuit: it is read at their values,
     * and does not rest on them.
     */
    default List<Binding.Variable> readAt() {
        return List.of();
    }

    /**
     * Whether it may be solved for data that carry a derivative, as dual numbers do, and its solutions carry theirs. Of another block a
     * derivative by its data is refused.
     */
    default boolean carriesDerivatives() {
        return false;
    }

    /** The same block under other assumptions than the one that is written; none where there is nothing to assume. */
    default List<Assumption> assumptions() {
        return List.of();
    }

    /** Whether each solution is a sample drawn at random, so that many are needed. */
    default boolean isSampled() {
        return false;
    }

    /**
     * Whether the data in the block's text come out exact, so that a solution's own error is all there is. Where they do not, it
     * is solved again with their errors simulated. A block that says nothing answers for the errors of its data itself.
     *
     * @param frame as it is solved in
     * @throws ExpressionFault if a value does not exist
     */
    default boolean isExact(Frame frame) {
        return true;
    }

    /**
     * Solves the model for the values in {@code frame}.
     *
     * @param frame holds the values of the names that the block's text reads, and no others
     * @param sample for what is drawn; unused unless sampled
     * @throws NoValue if there is no solution, with the reason
     * @throws ExpressionFault if a value does not exist
     */
    Model solve(Frame frame, Sample sample);
}
