package org.ansatz.cli;

/**
 * What the terminal begins with.
 *
 * @param line the line that is followed first; empty for the greeting and the question that comes next
 * @param stays whether the terminal goes on after it
 * @param readsKeys whether the line itself reads keys, where there is a keyboard
 */
record Opening(String line, boolean stays, boolean readsKeys) {
    /** Nothing: the terminal greets. */
    static final Opening NONE = new Opening("", true, false);
}
