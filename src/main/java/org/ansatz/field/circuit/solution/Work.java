package org.ansatz.field.circuit.solution;

import java.util.function.LongConsumer;

/** Tells of the work that a circuit takes, in steps of a hundred multiplications, before it is done and memory is asked for. */
public final class Work {

    private static final double MULTIPLICATIONS_A_STEP = 100;

    private final LongConsumer steps;
    private double multiplications;

    /** Work that is told to {@code steps}, which may end it with an exception. */
    public Work(LongConsumer steps) {
        this.steps = steps;
    }

    /** Work of any size. */
    public static Work unlimited() {
        return new Work(count -> {});
    }

    /** So many multiplications, or memory for so many numbers, come next. */
    public void multiply(double count) {
        multiplications += count;
        if (multiplications >= MULTIPLICATIONS_A_STEP) {
            double told = Math.floor(multiplications / MULTIPLICATIONS_A_STEP);
            multiplications -= told * MULTIPLICATIONS_A_STEP;
            steps.accept((long) told);
        }
    }
}
