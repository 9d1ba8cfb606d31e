package org.ansatz.problem;

import java.util.List;
import java.util.Set;
import org.ansatz.expression.Engine;
import org.ansatz.expression.syntax.ExpressionFault;

/** One way to the answer. */
public interface Route {

    /** The name the author gave it. */
    String name();

    /** The engines it rests on, computed from its checked expression and block; plain arithmetic if there is no other. */
    Set<Engine> engines();

    /** The declared names it reads, directly or through steps. */
    Set<String> names();

    /** The problem's own steps it goes through that do more than convert one given; shared, they make two routes one. */
    Set<String> sharedDefinitions();

    /**
     * Finds the answer for one set of data.
     *
     * @throws ExpressionFault if there is none, with the reason
     * @throws ArithmeticException likewise
     */
    Evidence evidence(Case data);

    /** Its steps with their values for these data, for a reader to follow. */
    List<Shown> derivation(Case data);

    /** How it arrives at its evidence, as the author wrote it: {@code value: …}, {@code least: …}. */
    String asked();

    /**
     * A step of a derivation.
     *
     * @param text the step as written
     * @param value its value, printed, or an empty text for a function
     */
    record Shown(String text, String value) {}
}
