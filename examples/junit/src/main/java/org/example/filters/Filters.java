package org.example.filters;

/** Filters of the first order. */
public final class Filters {

    private Filters() {}

    /** The corner frequency in Hz of a low-pass filter of {@code r} ohm and {@code c} farad. */
    public static double corner(double r, double c) {
        return 1 / (2 * Math.PI * r * c);
    }
}
