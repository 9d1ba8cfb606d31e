package org.ansatz.report;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.problem.Verdict.RouteFinding;

/**
 * Something that is to be looked at, in whatever form it is reported.
 *
 * @param severity how bad it is
 * @param rule what kind of finding it is: a status, {@code unreadable}, or the id of a {@link Rule}
 * @param subject what it is about: {@code rf/image-rejection, variant 3}, or a file
 * @param message a sentence
 * @param place where it is to be mended
 * @param details further lines
 */
record Finding(Severity severity, String rule, String subject, String message, Place place, List<String> details) {

    static final String UNREADABLE = "unreadable";

    /** How bad something is. */
    enum Severity {
        /** It does not pass. */
        ERROR,
        /** Something to mend. */
        WARNING
    }

    /** Copies the list. */
    Finding {
        details = List.copyOf(details);
    }

    /** The name of a verdict's question: its id, and which variant it is. */
    static String subject(Verdict verdict) {
        long seed = verdict.data().seed();
        return verdict.problem().id() + (seed == Problem.PUBLISHED ? "" : ", variant " + seed);
    }

    /** What a verdict that does not pass says; a wrong key is to be mended where it stands. */
    static Finding of(Verdict verdict) {
        Judgement judgement = verdict.judgement();
        Place place = judgement instanceof Judgement.Disputed disputed
                ? disputed.key().place()
                : verdict.problem().place();
        return new Finding(
                Severity.ERROR, judgement.status(), subject(verdict), message(judgement), place, details(verdict));
    }

    /** The answer, if there is one, and the reason. */
    static String message(Judgement judgement) {
        Conclusion answer = judgement.answer();
        return (answer == null ? "" : answer.brief() + ": ") + judgement.reason();
    }

    /** The sentence with what it is about, unless that is the file it stands in. */
    String sentence() {
        return subject.equals(place.file()) ? message : subject + ": " + message;
    }

    private static List<String> details(Verdict verdict) {
        List<String> details = new ArrayList<>();
        for (RouteFinding finding : verdict.findings()) {
            details.add(finding.route().name() + ": " + finding.conclusion().describe());
        }
        return details;
    }

    static Finding of(Fault fault) {
        return new Finding(
                Severity.ERROR,
                UNREADABLE,
                fault.place().file(),
                fault.message(),
                fault.place(),
                fault.line().isEmpty() ? List.of() : List.of(fault.line()));
    }

    static Finding of(Remark remark) {
        boolean fails = remark.rule() == Rule.WRONG_KEY || remark.rule() == Rule.NOT_VERIFIED;
        return new Finding(
                fails ? Severity.ERROR : Severity.WARNING,
                remark.rule().id(),
                remark.place().file(),
                remark.message(),
                remark.place(),
                List.of());
    }

    /** All that does not pass, and all that cannot be read. */
    static List<Finding> all(List<Verdict> verdicts, List<Fault> faults) {
        List<Finding> findings = new ArrayList<>();
        faults.forEach(fault -> findings.add(of(fault)));
        for (Verdict verdict : verdicts) {
            if (!verdict.judgement().passes()) {
                findings.add(of(verdict));
            }
        }
        return findings;
    }

    /** All that lint says, and all that cannot be read. */
    static List<Finding> ofRemarks(List<Remark> remarks, List<Fault> faults) {
        List<Finding> findings = new ArrayList<>();
        faults.forEach(fault -> findings.add(of(fault)));
        remarks.forEach(remark -> findings.add(of(remark)));
        return findings;
    }
}
