package org.ansatz.mark;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Span;
import org.ansatz.judge.Grading;
import org.ansatz.judge.Letters;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.NoValue;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;

/** A question with its data, solved by all routes: what replies to it are held against. Safe to use from several threads. */
public final class Marking {

    private final Verdict verdict;
    private final String objection;
    private final String notice;
    private final @Nullable Function<Verdict, Marker> markers;

    /** One way to mark replies. */
    interface Marker {
        /** What a reply is worth. */
        Mark mark(String reply);
    }

    private Marking(Verdict verdict, String objection, String notice, @Nullable Function<Verdict, Marker> markers) {
        this.verdict = verdict;
        this.objection = objection;
        this.notice = notice;
        this.markers = markers;
    }

    /**
     * Solves the question for the data.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Marking of(Problem problem, Case data) {
        Verdict verdict = Verifier.explained(Verifier.of(problem, data));
        Fit fit = Fit.of(verdict);
        if (!fit.objection().isEmpty()) {
            return withoutOptions(verdict, fit);
        }
        Conclusion answer = verdict.judgement().answer();
        if (answer != null) {
            return new Marking(verdict, "", "", with -> Markers.of(with, answer));
        }
        String objection =
                verdict.judgement().status() + ": " + verdict.judgement().reason();
        return new Marking(verdict, objection, "", null);
    }

    /** None of the options is right: the value itself is asked for, if a reply can be told from it. */
    private static Marking withoutOptions(Verdict verdict, Fit fit) {
        Case data = verdict.data();
        Case open = new Case(data.question(), List.of(), data.frame(), data.seed());
        Verdict found = Verifier.of(verdict.problem(), open);
        Conclusion answer = found.judgement().answer();
        String notice = fit.objection() + ". Reply with the value instead.";
        if (answer instanceof Conclusion.Found) {
            Verdict explained = Verifier.explained(found);
            return new Marking(explained, "", notice, with -> Markers.of(with, answer));
        }
        return fit.isTestable()
                ? new Marking(verdict, "", notice, with -> new TriedMarker(with, fit))
                : new Marking(
                        verdict,
                        fit.objection() + ", and the value cannot be told: "
                                + found.judgement().reason(),
                        "",
                        null);
    }

    /** What is asked of a learner, and how exactly, a sentence; empty where the options say it. */
    public static String wanted(Problem problem, Case data) {
        return problem.answer().withDigits(Grading.enoughDigits(problem)).wanted(data.question());
    }

    /** The routes' verdict, with its misconceptions executed. */
    public Verdict verdict() {
        return verdict;
    }

    /** Why replies cannot be marked, or an empty text. */
    public String objection() {
        return objection;
    }

    /** What must be said of the question before it is answered, or an empty text. */
    public String notice() {
        return notice;
    }

    /** The options, empty unless it is a choice. */
    public List<Option> options() {
        return verdict.problem().answer().options().isEmpty()
                ? List.of()
                : verdict.data().options();
    }

    /**
     * What a reply is worth. All that is computed to tell and to explain it has one allowance of steps.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Mark mark(String reply) {
        if (markers == null) {
            return new Mark.Unscored(objection);
        }
        if (!notice.isEmpty() && isLetter(reply)) {
            return new Mark.Unreadable(
                    new Span(0, reply.length()), "none of the options is right; reply with the value");
        }
        Verdict pooled = verdict.pooled();
        try {
            return markers.apply(pooled).mark(reply);
        } catch (NoValue e) {
            if (!pooled.data().frame().isExhausted()) {
                throw e;
            }
            return new Mark.Unscored("telling what this is worth takes more than " + Frame.MAX_STEPS + " steps");
        }
    }

    private boolean isLetter(String reply) {
        Set<String> labels = new TreeSet<>();
        verdict.problem().answer().options().forEach(option -> labels.add(option.key()));
        Set<String> chosen = Letters.chosen(reply, labels);
        return !chosen.isEmpty() && labels.containsAll(chosen);
    }
}
