package org.ansatz.field;

import java.util.List;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.term.Registry;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.circuit.CircuitBlock;
import org.ansatz.field.information.DistributionBlock;
import org.ansatz.field.information.Measures;
import org.ansatz.field.iq.IqBlock;
import org.ansatz.field.line.LineBlock;
import org.ansatz.field.logic.BooleanNotation;
import org.ansatz.field.logic.LogicBlock;
import org.ansatz.field.logic.Minimisation;
import org.ansatz.field.ode.OdeBlock;

/** All that problems can be written in: the one list of field blocks, and the functions with those that fields add. */
public final class Language {

    /** The most inputs that a Boolean function may have as an answer. */
    public static final int MAX_INPUTS = Minimisation.MAX_INPUTS;

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

    /**
     * How functions of Boolean inputs are written.
     *
     * @param form one of {@link #booleanForms}
     * @throws IllegalArgumentException if there are more than {@link #MAX_INPUTS} inputs
     */
    public static FormulaNotation ofBoolean(List<String> inputs, String form) {
        return new BooleanNotation(inputs, BooleanNotation.Form.of(form));
    }

    /** The ways in which a Boolean function may have to be written; the first is any. */
    public static List<String> booleanForms() {
        return BooleanNotation.Form.words();
    }

    /** Every function, binder and constant. */
    public static Registry registry() {
        return Vocabulary.ALL;
    }

    /** Made when it is first asked for. */
    private static final class Vocabulary {
        static final Registry ALL = StandardLibrary.registry().and(Measures.all());
    }
}
