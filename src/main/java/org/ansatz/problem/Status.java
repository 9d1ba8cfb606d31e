package org.ansatz.problem;

import java.util.Locale;

/** How verification of a problem ends. */
public enum Status {
    /** Independent routes agree, and so does the key. */
    AGREED,
    /** Independent routes agree; nobody claims a key. */
    UNKEYED,
    /** Independent routes agree, and the key differs: a wrong key. */
    DISPUTED,
    /** Routes differ: a wrong problem, or a defect of a route. */
    INCONSISTENT,
    /** Fewer than two independent routes. */
    UNVERIFIED,
    /** Two options fit, or none, or the best is hardly ahead of the next. */
    AMBIGUOUS,
    /** A route has no result. */
    FAILED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As the command line prints it: {@code agreed}. */
    @Override
    public String toString() {
        return word;
    }
}
