package org.ansatz.bank;

import org.ansatz.problem.Place;

/**
 * Something wrong in a file.
 *
 * @param place where
 * @param line the offending line, empty if the file could not be read as text
 * @param width how many characters are meant, at least 1
 * @param message what is wrong and what would be right
 */
public record Fault(Place place, String line, int width, String message) {

    /** In one line: {@code problems/divider.yaml:7:3: unknown field 'giben'; did you mean 'given'?}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
