package org.ansatz.problem;

import java.util.function.Supplier;

/**
 * How sure it is what a route found, and what keeps it from being surer.
 *
 * @param certainty how sure
 * @param because what could not be proved, as {@code eigenvalues is not enclosed}; empty where nothing is to be said
 */
public record Sureness(Certainty certainty, String because) {

    /** Computed exactly. */
    public static final Sureness EXACT = new Sureness(Certainty.EXACT, "");

    /** Proved by an enclosure. */
    public static final Sureness PROVED = new Sureness(Certainty.PROVED, "");

    /** Tried at some cases. */
    public static final Sureness SAMPLED = new Sureness(Certainty.SAMPLED, "");

    /** Estimated, because something is not proved. */
    public static Sureness estimated(String because) {
        return new Sureness(Certainty.ESTIMATED, because);
    }

    /** Tried at some cases, because something is not known between them. */
    public static Sureness sampled(String because) {
        return new Sureness(Certainty.SAMPLED, because);
    }

    /** The less sure of the two; of equals, this one. */
    public Sureness and(Sureness other) {
        return other.certainty.isAtLeast(certainty) ? this : other;
    }

    /** The less sure of the two, where the other is only asked for if it can matter. */
    public Sureness and(Supplier<Sureness> other) {
        return certainty.isAtLeast(Certainty.PROVED) ? and(other.get()) : this;
    }

    /** What would have to have been overlooked for it to be wrong, in words. */
    public String doubt() {
        String reason = because.isEmpty() ? "" : because + "; ";
        switch (certainty) {
            case EXACT:
                return reason + "only a defect of the program could make it wrong";
            case PROVED:
                return reason + "it lies in an interval that holds it for certain";
            case ESTIMATED:
                return reason + "it is wrong if a method's error is larger than its own estimate";
            default:
                return reason + "it is wrong if what fails lies between the cases that were tried";
        }
    }
}
