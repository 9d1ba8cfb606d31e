package org.ansatz.truth;

/** The reference has no value: it does not exist, or cannot be told this way. */
final class NoReference extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoReference(String why) {
        super(why, null, false, false);
    }
}
