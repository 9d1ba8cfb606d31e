package org.ansatz.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How sure it is what a route found, from most to least. */
public enum Certainty {
    /** Computed without any rounding; every case was tried. */
    EXACT,
    /** It lies for certain in an interval that is as narrow as two routes must agree. */
    PROVED,
    /** A method's own estimate says how wrong it may be. */
    ESTIMATED,
    /** It was tried at some of infinitely many cases. */
    SAMPLED;

    /** How narrow an interval must be, relative to the value, to prove it: as well as two routes must agree. */
    public static final double NARROW = 1e-6;

    /** As it is written: {@code proved}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so, or null. */
    public static @Nullable Certainty of(String word) {
        for (Certainty certainty : values()) {
            if (certainty.word().equals(word)) {
                return certainty;
            }
        }
        return null;
    }

    /** Whether it is at least as sure as the other. */
    public boolean isAtLeast(Certainty other) {
        return compareTo(other) <= 0;
    }

    /** The less sure of the two. */
    public Certainty and(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** All of them, as they are written. */
    public static List<String> words() {
        return List.of(EXACT.word(), PROVED.word(), ESTIMATED.word(), SAMPLED.word());
    }
}
