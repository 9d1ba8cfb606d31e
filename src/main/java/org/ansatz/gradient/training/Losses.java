package org.ansatz.gradient.training;

/** The losses of a run: at the start, and after each of its rounds. */
public interface Losses {

    /** What a round is: "step", "epoch". */
    String round();

    /** How many rounds were made. */
    int rounds();

    /** The loss after so many rounds, from 0. */
    double loss(int rounds);

    /** The loss after the last round. */
    default double lastLoss() {
        return loss(rounds());
    }
}
