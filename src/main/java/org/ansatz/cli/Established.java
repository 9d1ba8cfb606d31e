package org.ansatz.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Conclusion;
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

    /** Verifies all problems and so many variants of each, and executes their misconceptions; the screen is told how many are done. */
    static Established of(Bank bank, int variants, Sink screen) throws InterruptedException {
        Batch batch = new Batch(true, screen);
        bank.problems().values().forEach(problem -> batch.add(problem, bank.keysOf(problem), variants));
        return new Established(batch.verdicts(new Deadline(SECONDS)), bank);
    }

    /** The verdicts that pass, with an answer that can be given. */
    List<Verdict> passing() {
        return verdicts.stream().filter(Established::canBeAsked).toList();
    }

    /** Whether there is an answer; where no option is right, or several are, a key may agree that nobody could give one. */
    private static boolean canBeAsked(Verdict verdict) {
        return verdict.judgement().passes() && !(verdict.judgement().answer() instanceof Conclusion.NotOne);
    }

    /** Says which questions are left out, and why. */
    void reportOthers(PrintWriter err) {
        for (Verdict verdict : verdicts) {
            if (!canBeAsked(verdict)) {
                String found = verdict.judgement().answer() instanceof Conclusion.NotOne none
                                && verdict.judgement().passes()
                        ? "has no answer that could be given, " + none.outcome()
                        : "is " + verdict.judgement().status() + ": "
                                + verdict.judgement().reason();
                err.println(Style.safe("left out: " + verdict.problem().id() + " " + found));
            }
        }
        err.flush();
    }

    /** The exit code. */
    int exit() {
        int code = Exit.of(verdicts, bank.faults());
        return code == Exit.OK && passing().size() < verdicts.size() ? Exit.NOT_ALL : code;
    }
}
