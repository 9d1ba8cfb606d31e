package org.ansatz.cli;

/**
 * What the terminal begins with.
 *
 * @param line the line that is followed first; empty for the greeting and the question that comes next
 * @param stays whether the terminal goes on after it
 */
record Opening(String line, boolean stays) {
    /** Nothing: the terminal greets. */
    static final Opening NONE = new Opening("", true);
}
