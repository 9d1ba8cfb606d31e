package org.ansatz.problem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** One way to the answer. */
public interface Route {

    /** How {@link #asked} begins where a route is asked for a value. */
    String VALUE = "value: ";

    /** The name the author gave it. */
    String name();

    /** What its checked expressions and its block rest on; never declared by an author. */
    Footing footing();

    /**
     * What of its footing the evidence it found for these data rests on: an engine that may give false results without
     * moving the evidence has no part in it.
     */
    Footing footing(Case data, Evidence evidence);

    /** The declared names it reads, directly or through steps. */
    Set<String> names();

    /** What of it finds one part of the answer: all of it, unless it finds each part by itself. */
    default Route part(int index) {
        return this;
    }

    /**
     * Finds the answer for one set of data.
     *
     * @throws ExpressionFault if there is none, with the reason
     * @throws NoValue likewise
     */
    Evidence evidence(Case data);

    /**
     * What one part of the answer comes to if earlier parts are what somebody has for them; null if it rests on none of them.
     *
     * @param part its index
     * @param earlier a value for each earlier part, by its name
     * @throws NoValue if there is none
     */
    default @Nullable Evidence following(Case data, int part, Map<String, Value> earlier) {
        return null;
    }

    /** What it is under other assumptions about its model than the one that is written; none where there is nothing to assume. */
    default List<Assumed> assumptions() {
        return List.of();
    }

    /**
     * A route under an assumption.
     *
     * @param assuming the assumption, as a clause: {@code diodes are ideal}
     * @param route the route
     */
    record Assumed(String assuming, Route route) {}

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
