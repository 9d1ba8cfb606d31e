package org.ansatz.interval;

/** A function that does not say how it is enclosed, so that nothing can be proved of it; what computes with samples still may. */
public final class NoEnclosure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With what it is that is not enclosed, in words. */
    public NoEnclosure(String what) {
        super(what, null, false, false);
    }
}
