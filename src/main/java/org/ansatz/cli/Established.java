package org.ansatz.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Verdict;
import org.ansatz.report.Style;

/** The questions of a bank whose routes establish an answer, for whatever is to be made of them; the others are reported. */
final class Established {

    private static final int SECONDS = 600;

    private final List<Verdict> verdicts;
    private final Bank bank;

    private Established(List<Verdict> verdicts, Bank bank) {
        this.verdicts = verdicts;
        this.bank = bank;
    }

    /** Verifies all problems and so many variants of each, and executes their misconceptions. */
    static Established of(Bank bank, int variants) throws InterruptedException {
        Batch batch = new Batch(true);
        bank.problems().values().forEach(problem -> batch.add(problem, bank.keysOf(problem), variants));
        return new Established(batch.verdicts(new Deadline(SECONDS)), bank);
    }

    /** The verdicts that pass. */
    List<Verdict> passing() {
        return verdicts.stream().filter(verdict -> verdict.judgement().passes()).toList();
    }

    /** Says which questions are left out, and why. */
    void reportOthers(PrintWriter err) {
        for (Verdict verdict : verdicts) {
            if (!verdict.judgement().passes()) {
                err.println(Style.safe("left out: " + verdict.problem().id() + " is "
                        + verdict.judgement().status() + ": "
                        + verdict.judgement().reason()));
            }
        }
        err.flush();
    }

    /** The exit code. */
    int exit() {
        return Exit.of(verdicts, bank.faults());
    }
}
