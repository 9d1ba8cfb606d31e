package org.ansatz.expression.evaluation;

/**
 * What the frames of one question share, whatever the values of their names: so that no work is endless, and none is done twice.
 *
 * @param steps those that are left
 * @param searches what was searched for and need not be again
 * @param elements those of sequences, as far as they are known
 * @param programs for terms that are evaluated over and over
 */
record Work(Steps steps, Remembered searches, RememberedElements elements, Programs programs) {

    /** Nothing is known yet. */
    static Work of(Steps steps) {
        return new Work(steps, new Remembered(), new RememberedElements(), new Programs());
    }

    /** The same with another allowance of steps. What was found is forgotten then, so that it is counted where it is asked for. */
    Work with(Steps allowance) {
        return allowance == steps ? this : new Work(allowance, new Remembered(), new RememberedElements(), programs);
    }

    /** The same without what was found. */
    Work forgotten() {
        return new Work(steps, new Remembered(), new RememberedElements(), programs);
    }

    /** The same without a program for any term. */
    Work byTermsAlone() {
        return new Work(steps, searches, elements, Programs.NONE);
    }
}
