package org.ansatz.mark;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.syntax.Wording;
import org.ansatz.judge.Grading;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Key;
import org.ansatz.problem.Letters;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.quantity.NoValue;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;

/** A question with its data, solved by all routes: what replies to it are held against. Safe to use from several threads. */
public final class Marking {

    private static final Pattern EXCLAMATIONS = Pattern.compile("\\s*!+\\s*$");

    private final Verdict verdict;
    private final @Nullable Conclusion answer;
    private final String objection;
    private final String notice;
    private final @Nullable Function<Verdict, Marker> markers;

    /** One way to mark replies. */
    interface Marker {
        /** What a reply is worth. */
        Mark mark(String reply);

        /** How a reply is read that is not spelled as it is read, as its mark says first; or an empty text. */
        default String note(String reply) {
            return "";
        }
    }

    private Marking(
            Verdict verdict,
            @Nullable Conclusion answer,
            String objection,
            String notice,
            @Nullable Function<Verdict, Marker> markers) {
        this.verdict = verdict;
        this.answer = answer;
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
        return answer != null
                ? new Marking(verdict, answer, "", "", with -> Markers.of(with, answer))
                : new Marking(verdict, null, unanswered(verdict, data.seed()), "", null);
    }

    /** Why the routes have no answer; data that a learner chose may be such that there is none. */
    private static String unanswered(Verdict verdict, long seed) {
        Judgement judgement = verdict.judgement();
        boolean impossible = seed == Problem.SET && judgement instanceof Judgement.Failed;
        return (impossible ? "no answer is known for these data" : judgement.status()) + ": " + judgement.reason();
    }

    /** None of the options is right: the value itself is asked for, if a reply can be told from it. */
    private static Marking withoutOptions(Verdict verdict, Fit fit) {
        Case data = verdict.data();
        Case open = new Case(data.question(), List.of(), data.frame(), data.seed());
        Verdict found = Verifier.of(verdict.problem(), open);
        Conclusion answer = found.judgement().answer();
        if (answer instanceof Conclusion.Found || answer instanceof Conclusion.FoundParts) {
            Verdict explained = Verifier.explained(found);
            String notice = fit.objection() + "; reply with the value instead";
            return new Marking(explained, answer, "", notice, with -> Markers.of(with, answer));
        }
        String notice = fit.objection() + ", and the routes can only test what is proposed: reply with a value, and it "
                + "is tested";
        return fit.isTestable()
                ? new Marking(verdict, null, "", notice, with -> new TriedMarker(with, fit))
                : new Marking(found, null, unanswered(found, data.seed()), "", null);
    }

    /**
     * The same question, whose replies are held against a key, not against what the routes found.
     *
     * @param key speaks of the published data
     */
    public Marking against(Key key) {
        return new Marking(verdict, null, "", "", with -> Markers.of(with, key));
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

    /** What is right, or null if the routes do not say. */
    public @Nullable Conclusion answer() {
        return answer;
    }

    /** Whether the options are to be shown: data that a learner chose may be such that none of them means anything. */
    public boolean offersOptions() {
        if (verdict.data().seed() != Problem.SET) {
            return true;
        }
        boolean unknown = answer == null && notice.isEmpty() && !(verdict.judgement() instanceof Judgement.Failed);
        return !verdict.data().options().isEmpty() && (unknown || answer instanceof Conclusion.Chosen);
    }

    /** The data of the question as a person is shown them: without options that mean nothing. */
    public Case shown() {
        Case data = verdict.data();
        return offersOptions() ? data : new Case(data.question(), List.of(), data.frame(), data.seed());
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
                    new Span(0, reply.length()), "no option is right for these data; reply with the value");
        }
        Verdict pooled = verdict.pooled();
        try {
            return exclaimed(Wording.bare(reply), markers.apply(pooled));
        } catch (NoValue e) {
            if (!pooled.data().frame().isExhausted()) {
                throw e;
            }
            return new Mark.Unscored("telling what this is worth takes more than " + Frame.MAX_STEPS + " steps");
        }
    }

    /**
     * A mark behind a number is that of a factorial, or of its writer's joy: {@code 6!} is right where 720 is, and where 6 is, for
     * nobody who means the one has the other.
     */
    private Mark exclaimed(String reply, Marker marker) {
        Mark mark = marker.mark(reply);
        String calm =
                reply.indexOf('!') < 0 ? reply : EXCLAMATIONS.matcher(reply).replaceFirst("");
        if (calm.length() == reply.length() || calm.isBlank() || isTaken(mark)) {
            return mark;
        }
        Mark other = marker.mark(calm);
        if (isTaken(other) && isMeant(mark)) {
            return new Mark.Unreadable(
                    new Span(0, reply.length()),
                    "is this a factorial? Write " + calm.strip() + ", or what the factorial comes to");
        }
        boolean isCalm = isTaken(other) || mark instanceof Mark.Unreadable;
        boolean isSaid = mark instanceof Mark.Unreadable || other.message().startsWith("read as");
        String note = isTaken(other) && !isSaid ? "read as " + calm.strip() : "";
        return isCalm ? Replies.noted(note, other) : Replies.noted("read as a factorial", mark);
    }

    /** Whether a wrong value is one that people come to: that of another option, or of a known mistake. */
    private boolean isMeant(Mark mark) {
        boolean isOption = !verdict.data().options().isEmpty() && mark.message().isEmpty();
        return mark instanceof Mark.Wrong wrong
                && (isOption
                        || verdict.problem().misconceptions().stream()
                                .anyMatch(known -> known.says().equals(wrong.slip())));
    }

    private static boolean isTaken(Mark mark) {
        return mark instanceof Mark.Right || mark instanceof Mark.UnitMissing;
    }

    private boolean isLetter(String reply) {
        Set<String> labels = new TreeSet<>();
        verdict.problem().answer().options().forEach(option -> labels.add(option.key()));
        Set<String> chosen = Letters.chosen(reply, labels);
        return !chosen.isEmpty() && labels.containsAll(chosen);
    }
}
