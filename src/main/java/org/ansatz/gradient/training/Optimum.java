package org.ansatz.gradient.training;

import org.ansatz.gradient.model.Parameters;

/** Where a descent leads in the end: the least loss, found by a method that takes no steps along the gradient; or none. */
public sealed interface Optimum {

    /** How it was looked for. */
    String method();

    /**
     * The least loss.
     *
     * @param parameters where it is
     * @param loss there
     */
    record Found(String method, Parameters parameters, double loss) implements Optimum {}

    /**
     * There is none, or it was not found.
     *
     * @param reason half a sentence
     */
    record None(String method, String reason) implements Optimum {}
}
