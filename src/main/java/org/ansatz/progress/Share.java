package org.ansatz.progress;

/**
 * Some of several.
 *
 * @param some how many, from 0
 * @param all of how many, at least one
 */
public record Share(int some, int all) {

    /** From 0 to 1. */
    public double fraction() {
        return (double) some / all;
    }
}
