package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Value;
import org.ansatz.polynomial.Fraction;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** A solved field block: it answers for the names the block exports. */
public interface Model {

    /**
     * The value of an exported name.
     *
     * @param export one of the block's exports
     * @param arguments as many as the export allows, in SI
     * @param frame gives the values of the variables in scope
     * @throws NoValue if there is no such value, with the reason
     */
    Estimate evaluate(Export export, List<Value> arguments, Frame frame);

    /**
     * At which value of its one variable, such as the time, the solution is read for an exported name; NaN if it is no function of
     * such a variable.
     *
     * @throws NoValue if there is no such value, with the reason
     */
    default double readAt(Export export, List<Value> arguments, Frame frame) {
        return Double.NaN;
    }

    /** What is known of the solution between two values of that variable. */
    default Landmarks landmarks(double low, double high) {
        return Landmarks.NONE;
    }

    /**
     * A quotient of polynomials.
     *
     * @param fraction it
     * @param variable the variable at whose value the solution is read
     */
    record Quotient(Fraction fraction, Binding.Variable variable) {}

    /** An exported name as a quotient of polynomials in the variable at which the solution is read; null if it is none. */
    default @Nullable Quotient quotient(Export export, List<Value> arguments) {
        return null;
    }

    /** What is worth knowing of the solution beyond the values it is asked for, a line each, for a reader. */
    default List<String> account() {
        return List.of();
    }

    /** What a reader must know of how the values asked for so far were found, a sentence each; mostly nothing. */
    default List<String> remarks() {
        return List.of();
    }
}
