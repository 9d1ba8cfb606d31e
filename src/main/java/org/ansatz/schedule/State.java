package org.ansatz.schedule;

/** Where a question stands. */
public enum State {
    /** Being learnt: seen again within minutes, until the learning steps are done. */
    LEARNING,
    /** Known: seen again after days. */
    REVIEW,
    /** Forgotten and learnt anew: seen again within minutes. */
    RELEARNING
}
