package org.ansatz.cli;

import java.util.List;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Verdict;

/** The exit codes, the same in every command. */
final class Exit {

    /** Every problem agreed, or nobody claims a key for it. */
    static final int OK = 0;

    /** At least one problem is disputed, inconsistent, ambiguous, unverified or failed. */
    static final int NOT_ALL = 1;

    /** Bad usage, or any input that could not be read; it outranks 1. */
    static final int UNREADABLE = 2;

    private Exit() {}

    static int of(List<Verdict> verdicts, List<Fault> faults) {
        if (!faults.isEmpty()) {
            return UNREADABLE;
        }
        for (Verdict verdict : verdicts) {
            if (!verdict.judgement().passes()) {
                return NOT_ALL;
            }
        }
        return OK;
    }
}
