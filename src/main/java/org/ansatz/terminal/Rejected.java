package org.ansatz.terminal;

/** Says why a line that was typed cannot be followed, for the learner. */
final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    Rejected(String message) {
        super(message, null, false, false);
    }

    String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
