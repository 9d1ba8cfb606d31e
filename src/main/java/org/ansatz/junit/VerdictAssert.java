package org.ansatz.junit;

import java.util.Objects;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Status;
import org.ansatz.problem.Verdict;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the verdict of a problem. Where they fail, they explain it as {@code ansatz verify --explain} does. */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

    VerdictAssert(Verdict actual) {
        super(actual, VerdictAssert.class);
    }

    /** Passes if independent routes agree, and so does the key. */
    public VerdictAssert isAgreed() {
        return hasStatus(Status.AGREED);
    }

    /** Passes if independent routes agree, and nobody claims a key. */
    public VerdictAssert isUnkeyed() {
        return hasStatus(Status.UNKEYED);
    }

    /** Passes if independent routes agree, and the key differs. */
    public VerdictAssert isDisputed() {
        return hasStatus(Status.DISPUTED);
    }

    /** Passes if nothing is wrong: agreed, or unkeyed. */
    public VerdictAssert passes() {
        isNotNull();
        if (!actual.judgement().passes()) {
            failWithMessage("expected %s to be agreed or unkeyed, but:%n%s", id(), ProblemNodes.described(actual));
        }
        return this;
    }

    /** Passes if the verification ended so. */
    public VerdictAssert hasStatus(Status expected) {
        isNotNull();
        Status status = actual.status();
        if (status != expected) {
            failWithActualExpectedAndMessage(
                    status, expected, "expected %s to be %s, but:%n%s", id(), expected, ProblemNodes.described(actual));
        }
        return this;
    }

    /**
     * Passes if this is what the routes agree on.
     *
     * @param expected letters of options, {@code "A, C"}; or the number as verdicts print it, {@code "-22.8294 dB"}
     */
    public VerdictAssert hasAnswer(String expected) {
        isNotNull();
        Conclusion answer = actual.judgement().answer();
        String found = answer == null ? "none" : answer.brief();
        if (!Objects.equals(found, expected)) {
            failWithActualExpectedAndMessage(
                    found,
                    expected,
                    "expected the answer to %s to be %s, but:%n%s",
                    id(),
                    expected,
                    ProblemNodes.described(actual));
        }
        return this;
    }

    private String id() {
        return actual.problem().id();
    }
}
