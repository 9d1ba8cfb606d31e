package org.ansatz.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Agreement;
import org.ansatz.judge.Decisions;
import org.ansatz.judge.Independence;
import org.ansatz.judge.Judge;
import org.ansatz.judge.KeyAudit;
import org.ansatz.problem.Accord;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Key;
import org.ansatz.problem.Misconception;
import org.ansatz.problem.Option;
import org.ansatz.problem.Place;
import org.ansatz.problem.Point;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Route;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Template;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.NoValue;
import org.ansatz.variant.Generator;
import org.jspecify.annotations.Nullable;

/** Verifies problems: routes first, with each other; then the keys. */
public final class Verifier {

    /** Two to this power is a mega. */
    private static final int MEGA = 20;

    private Verifier() {}

    /**
     * The verdict on the published question.
     *
     * @throws CancellationException if the thread was interrupted
     */
    public static Verdict published(Problem problem, List<Key.Claim> keys) {
        Case data;
        try {
            data = problem.published();
        } catch (NoValue e) {
            return failed(problem, Problem.PUBLISHED, "the givens: " + e.getMessage());
        }
        return verdict(problem, data, keys);
    }

    /**
     * The verdict on the variant for a seed; no key speaks of it.
     *
     * @param seed 1 or more
     * @throws IllegalArgumentException if the seed is less
     * @throws CancellationException if the thread was interrupted
     */
    public static Verdict variant(Problem problem, long seed) {
        try {
            return verdict(problem, Generator.variant(problem, seed), List.of());
        } catch (NoValue e) {
            return failed(problem, seed, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The verdict on a variant with its options as a person is shown them, see {@link Generator#shown}.
     *
     * @throws CancellationException if the thread was interrupted
     */
    public static Verdict shown(Problem problem, long seed) {
        try {
            return verdict(problem, Generator.shown(problem, seed), List.of());
        } catch (NoValue e) {
            return failed(problem, seed, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The verdict on any data; no key speaks of them.
     *
     * @throws CancellationException if the thread was interrupted
     */
    public static Verdict of(Problem problem, Case data) {
        try {
            return verdict(problem, data, List.of());
        } catch (NoValue e) {
            return failed(problem, data.seed(), String.valueOf(e.getMessage()));
        }
    }

    /** The verdict on a problem for which there is no result. */
    public static Verdict failed(Problem problem, long seed, String reason) {
        Case none =
                new Case(problem.question(), List.of(), Frame.of(problem.scope().layout()), seed);
        return new Verdict(problem, none, List.of(), List.of(), new Judgement.Failed(reason), List.of());
    }

    /** Claimed formulas are evaluated at the very points at which the routes are. */
    private static Case withClaimedFormulas(Case data, List<Key.Claim> keys) {
        List<Option> options = new ArrayList<>(data.options());
        for (Key.Claim claim : keys) {
            if (claim.key() instanceof Key.Formula) {
                Expression formula = ((Key.Formula) claim.key()).formula();
                options.add(new Option(KeyAudit.candidate(claim), Template.EMPTY, formula));
            }
        }
        return new Case(data.question(), options, data.frame(), data.seed());
    }

    private static Verdict verdict(Problem problem, Case data, List<Key.Claim> keys) {
        List<RouteFinding> findings = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        Case tried = withClaimedFormulas(data, keys);
        for (Route route : problem.routes()) {
            findings.add(grounded(found(route, problem, tried, failures), tried));
        }
        Judgement judgement = judgement(problem, tried, findings, failures, keys);
        judgement = sureEnough(judgement, findings, problem.card().required(), "the problem requires ");
        List<Remark> notes = new ArrayList<>(problem.remarks());
        noteIdle(problem, findings, notes);
        noteWithoutData(problem, data, findings, notes);
        noteMethods(problem, findings, notes);
        return new Verdict(problem, data, findings, List.of(), judgement, notes);
    }

    /** The verdict, which does not pass if the agreement rests on anything less sure than this. */
    public static Verdict demanding(Verdict verdict, Certainty least) {
        Judgement judgement = sureEnough(verdict.judgement(), verdict.findings(), least, "at least asked for is ");
        return new Verdict(
                verdict.problem(),
                verdict.data(),
                verdict.findings(),
                verdict.slips(),
                judgement,
                verdict.notes(),
                verdict.assumptions());
    }

    private static Judgement sureEnough(
            Judgement judgement, List<RouteFinding> findings, Certainty least, String demand) {
        Evidence weakest = weakest(findings);
        Conclusion answer = judgement.answer();
        boolean enough = weakest == null || weakest.certainty().isAtLeast(least);
        return enough || answer == null || !judgement.passes()
                ? judgement
                : new Judgement.Unverified(answer, judgement.reason() + "; " + demand + least.word());
    }

    /** The evidence that is least sure, or null if there is none. */
    private static @Nullable Evidence weakest(List<RouteFinding> findings) {
        Evidence weakest = null;
        for (RouteFinding finding : findings) {
            Evidence evidence = finding.evidence();
            if (evidence != null && (weakest == null || weakest.certainty().isAtLeast(evidence.certainty()))) {
                weakest = evidence;
            }
        }
        return weakest;
    }

    /**
     * The finding with what its evidence rests on. That is a fact about the problem; it is found once, for the published
     * data.
     */
    private static RouteFinding grounded(RouteFinding finding, Case data) {
        Evidence evidence = finding.evidence();
        if (evidence == null || data.seed() != Problem.PUBLISHED) {
            return finding;
        }
        Footing footing = finding.route().footing(data, evidence);
        return new RouteFinding(finding.route(), footing, evidence, finding.conclusion());
    }

    private static void noteIdle(Problem problem, List<RouteFinding> findings, List<Remark> notes) {
        for (RouteFinding finding : findings) {
            for (Engine engine : finding.idle()) {
                String message = "route '" + finding.route().name() + "' goes through " + engine.name()
                        + ", but its result does not rest on it";
                notes.add(new Remark(problem.place(), Rule.IDLE_ENGINE, message));
            }
        }
    }

    /**
     * Whether a route reads a datum, by itself or, where it tries the options, through one of them. A route that reads none
     * of the data that there are has not solved the problem, but says what somebody else found.
     */
    private static boolean readsData(RouteFinding finding, Problem problem, Case data) {
        return withoutData(finding, problem, data) < 0;
    }

    /** The first part of the answer that a route finds without any datum; negative if there is none. */
    private static int withoutData(RouteFinding finding, Problem problem, Case data) {
        for (int part = 0; part < parts(problem); part++) {
            if (!readsData(finding, part, problem, data)) {
                return part;
            }
        }
        return -1;
    }

    /** How many things are asked for together. */
    private static int parts(Problem problem) {
        return Math.max(1, problem.answer().parts().size());
    }

    private static boolean readsData(RouteFinding finding, int part, Problem problem, Case data) {
        if (problem.givens().isEmpty()) {
            return true;
        }
        Set<String> read = new TreeSet<>(finding.route().part(part).names());
        boolean triesOptions =
                finding.evidence() instanceof Evidence.Residuals || finding.evidence() instanceof Evidence.Truths;
        if (triesOptions) {
            data.options().forEach(option -> read.addAll(option.names()));
        }
        return problem.givens().stream().anyMatch(given -> read.contains(given.name()));
    }

    private static void noteWithoutData(Problem problem, Case data, List<RouteFinding> findings, List<Remark> notes) {
        for (RouteFinding finding : findings) {
            int part = withoutData(finding, problem, data);
            if (part >= 0) {
                List<Answer.Part> parts = problem.answer().parts();
                String where = parts.isEmpty() ? "" : " for " + parts.get(part).name();
                String message = "route '" + finding.route().name() + "' reads none of the data" + where
                        + ", so that it does not count as independent";
                notes.add(new Remark(problem.place(), Rule.WITHOUT_DATA, message));
            }
        }
    }

    private static void noteMethods(Problem problem, List<RouteFinding> findings, List<Remark> notes) {
        for (RouteFinding finding : findings) {
            if (finding.evidence() != null) {
                finding.evidence()
                        .remarks()
                        .forEach(remark -> notes.add(new Remark(
                                problem.place(),
                                Rule.METHOD,
                                "route '" + finding.route().name() + "': " + remark)));
            }
        }
    }

    /** The verdict with its misconceptions executed: where each leads, and a note if that is nowhere or the right answer. */
    public static Verdict explained(Verdict verdict) {
        List<Slip> slips = new ArrayList<>();
        for (Misconception misconception : verdict.problem().misconceptions()) {
            RouteFinding finding = found(misconception.route(), verdict.problem(), verdict.data(), new ArrayList<>());
            slips.add(new Slip(misconception, finding.conclusion()));
        }
        List<Remark> notes = new ArrayList<>(verdict.notes());
        noteSlips(verdict, slips, notes);
        return new Verdict(
                verdict.problem(),
                verdict.data(),
                verdict.findings(),
                slips,
                verdict.judgement(),
                notes,
                verdict.assumptions());
    }

    /** The verdict with what its routes come to under other assumptions about their models. */
    public static Verdict assuming(Verdict verdict) {
        List<Verdict.Assumption> assumptions = new ArrayList<>();
        for (Route route : verdict.problem().routes()) {
            for (Route.Assumed assumed : route.assumptions()) {
                RouteFinding finding = found(assumed.route(), verdict.problem(), verdict.data(), new ArrayList<>());
                assumptions.add(new Verdict.Assumption(route.name(), assumed.assuming(), finding.conclusion()));
            }
        }
        return new Verdict(
                verdict.problem(),
                verdict.data(),
                verdict.findings(),
                verdict.slips(),
                verdict.judgement(),
                verdict.notes(),
                assumptions);
    }

    private static RouteFinding found(Route route, Problem problem, Case data, List<String> failures) {
        try {
            Evidence evidence = route.evidence(data);
            return new RouteFinding(route, route.footing(), evidence, Judge.conclude(evidence, problem.answer(), data));
        } catch (NoValue e) {
            String reason = "route '" + route.name() + "': " + e.getMessage();
            failures.add(reason);
            return new RouteFinding(
                    route, route.footing(), null, new Conclusion.Undecided(String.valueOf(e.getMessage())));
        } catch (CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            String reason = "it needs more than the " + (Runtime.getRuntime().maxMemory() >> MEGA)
                    + " MB of memory that Java may use";
            failures.add("route '" + route.name() + "': " + reason);
            return new RouteFinding(route, route.footing(), null, new Conclusion.Undecided(reason));
        } catch (RuntimeException | StackOverflowError e) {
            // A defect of ours in one route must not cost the verdicts on all the other problems.
            String reason = "internal error, please report it: " + e;
            failures.add("route '" + route.name() + "': " + reason);
            return new RouteFinding(route, route.footing(), null, new Conclusion.Undecided(reason));
        }
    }

    private static Judgement judgement(
            Problem problem, Case data, List<RouteFinding> findings, List<String> failures, List<Key.Claim> keys) {
        if (!failures.isEmpty()) {
            return new Judgement.Failed(String.join("; ", failures));
        }
        if (findings.isEmpty()) {
            return new Judgement.Unverified(new Conclusion.Undecided("no route"), "the problem has no route");
        }
        // What fits none of the options, or just the equal ones, is compared and held against the keys as anything else
        // is.
        boolean noneChooses = findings.stream().allMatch(finding -> finding.conclusion() instanceof Conclusion.NotOne);
        String twins = equalOptions(problem.answer(), data);
        if (!twins.isEmpty() && !noneChooses) {
            return new Judgement.Ambiguous(twins);
        }
        for (RouteFinding finding : findings) {
            Conclusion found = finding.conclusion();
            if (found instanceof Conclusion.Undecided || found instanceof Conclusion.NotOne && !noneChooses) {
                return new Judgement.Ambiguous("route '" + finding.route().name() + "': " + found.describe());
            }
        }
        Judgement judged = agreement(problem, data, findings, keys);
        return judged instanceof Judgement.Ambiguous && !twins.isEmpty() ? new Judgement.Ambiguous(twins) : judged;
    }

    /** Two options that are the same value, or nothing. */
    private static String equalOptions(Answer answer, Case data) {
        if (answer.options().isEmpty() || data.question().isFunction()) {
            return "";
        }
        List<Valued> valued = new ArrayList<>();
        for (Option option : data.options()) {
            if (!option.isClaim()) {
                List<Value> values = new ArrayList<>();
                double size = 0;
                for (Expression part : option.parts()) {
                    Value value = data.frame().rested().value(part.term());
                    values.add(value);
                    size += Arrays.size(value);
                }
                valued.add(new Valued(option, values, size));
            }
        }
        // What is equal is of equal size, so that only neighbours by size need be compared.
        Collections.sort(valued);
        for (int i = 0; i < valued.size(); i++) {
            Valued a = valued.get(i);
            for (int j = i + 1; j < valued.size() && a.isAsLargeAs(valued.get(j)); j++) {
                Valued b = valued.get(j);
                if (areEqual(a.values(), b.values())) {
                    boolean inOrder =
                            data.options().indexOf(a.option()) < data.options().indexOf(b.option());
                    String first = (inOrder ? a : b).option().key();
                    return "options " + first + " and "
                            + (inOrder ? b : a).option().key() + " are equal";
                }
            }
        }
        return "";
    }

    /** An option, what it is worth in all its parts, and how large these are together. */
    private record Valued(Option option, List<Value> values, double size) implements Comparable<Valued> {
        @Override
        public int compareTo(Valued other) {
            return Double.compare(size, other.size);
        }

        /** Whether the sizes, which differ by no more than the values, allow the values to be the same. */
        boolean isAsLargeAs(Valued larger) {
            return Decisions.areSameOption(larger.size - size, larger.size);
        }
    }

    private static boolean areEqual(List<Value> a, List<Value> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!areEqual(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqual(Value x, Value y) {
        double distance = Arrays.distance(x, y);
        return Decisions.areSameOption(distance, Math.max(Arrays.size(x), Arrays.size(y)));
    }

    private static Judgement agreement(Problem problem, Case data, List<RouteFinding> findings, List<Key.Claim> keys) {
        RouteFinding first = findings.get(0);
        int digits = Integer.MAX_VALUE;
        // Each with each: two that agree with a third of limited accuracy may differ by more than they know.
        for (int i = 0; i < findings.size(); i++) {
            RouteFinding one = findings.get(i);
            for (RouteFinding other : findings.subList(i + 1, findings.size())) {
                Agreement agreement = compared(one, other, problem.answer());
                if (!agreement.agree()) {
                    return new Judgement.Inconsistent("routes '" + one.route().name() + "' and '"
                            + other.route().name() + "' differ: " + agreement.reason());
                }
                digits = Math.min(digits, agreement.digits());
            }
        }
        List<Footing> footings = new ArrayList<>();
        for (RouteFinding finding : findings) {
            if (readsData(finding, problem, data)) {
                footings.add(finding.footing());
            }
        }
        int independent = independent(footings, parts(problem));
        if (first.conclusion() instanceof Conclusion.NotOne && (independent < 2 || !areDecided(first, keys))) {
            return new Judgement.Ambiguous(named(findings) + first.conclusion().describe());
        }
        if (independent < 2) {
            return new Judgement.Unverified(
                    first.conclusion(),
                    findings.size() < 2
                            ? "one route only"
                            : footings.size() < 2
                                    ? (footings.isEmpty() ? "none" : "only one") + " of the routes reads the data"
                                    : "agreed (one law): the routes agree, but rest on one engine or definition");
        }
        Accord accord = new Accord(independent, digits);
        return withKeys(problem, data, answer(findings, data), accord, how(accord, findings), keys);
    }

    /** How many routes are independent of each other in every part of the answer. */
    private static int independent(List<Footing> footings, int parts) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < parts; i++) {
            int part = i;
            least = Math.min(
                    least,
                    Independence.count(
                            footings.stream().map(footing -> footing.part(part)).toList()));
        }
        return least;
    }

    /** How well they agree, and how sure the least sure of them is. */
    private static String how(Accord accord, List<RouteFinding> findings) {
        Evidence weakest = Objects.requireNonNull(weakest(findings));
        boolean isPlain = accord.isExact() && weakest.certainty() == Certainty.EXACT;
        return accord + (isPlain ? "" : ", " + weakest.howSure());
    }

    /** Whether there are keys, and each can be held against a finding that singles out no option. */
    private static boolean areDecided(RouteFinding finding, List<Key.Claim> keys) {
        return !keys.isEmpty() && keys.stream().allMatch(claim -> KeyAudit.isDecided(claim, finding.conclusion()));
    }

    /** {@code routes 'a' and 'b' agree: }. */
    private static String named(List<RouteFinding> findings) {
        List<String> names = new ArrayList<>();
        findings.forEach(finding -> names.add("'" + finding.route().name() + "'"));
        return names.size() == 1 ? "route " + listed(names) + ": " : "routes " + listed(names) + " agree: ";
    }

    /** {@code a, b and c}. */
    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** What the routes found. A function is best said by a formula, as the question wants it written. */
    private static Conclusion answer(List<RouteFinding> findings, Case data) {
        Conclusion known = bestKnown(findings).conclusion();
        if (!(known instanceof Conclusion.Found found) || !data.question().isFunction()) {
            return known;
        }
        Evidence.Values values = found.values();
        FormulaNotation notation = data.question().notation();
        String said = notation.isOwn()
                ? notation.said(
                        formula(findings),
                        values.points().stream().map(Point::numbers).toList(),
                        values.values().stream()
                                .map(estimate -> Arithmetic.real(estimate.value()))
                                .toList())
                : formula(findings);
        return said.isEmpty() ? known : new Conclusion.Found(values, said);
    }

    /**
     * The first of the routes that is known to six digits, or the one that is known best: by its error a key or a reply may be off
     * as well as by the tolerance.
     */
    private static RouteFinding bestKnown(List<RouteFinding> findings) {
        RouteFinding best = findings.get(0);
        for (RouteFinding finding : findings) {
            boolean isBetter = uncertainty(finding.evidence()) < uncertainty(best.evidence());
            best = isBetter && uncertainty(best.evidence()) > Certainty.NARROW ? finding : best;
        }
        return best;
    }

    /** The error of values relative to their size, of several parts that of the worst; 0 of what is no value. */
    private static double uncertainty(@Nullable Evidence evidence) {
        if (evidence instanceof Evidence.Parts parts) {
            return parts.parts().values().stream()
                    .mapToDouble(Verifier::uncertainty)
                    .max()
                    .orElse(0);
        }
        return evidence instanceof Evidence.Values values && values.error() > 0 ? values.error() / values.scale() : 0;
    }

    /** The formula of a route by plain arithmetic, if there is one. */
    private static String formula(List<RouteFinding> findings) {
        for (RouteFinding finding : findings) {
            String asked = finding.route().asked();
            if (finding.footing().engines().equals(Set.of(Engine.ARITHMETIC)) && asked.startsWith(Route.VALUE)) {
                return asked.substring(Route.VALUE.length());
            }
        }
        return "";
    }

    /** What is found is compared as its kind of answer says; two routes that choose the same option must share digits as well. */
    private static Agreement compared(RouteFinding a, RouteFinding b, Answer answer) {
        Agreement conclusions = Agreement.between(a.conclusion(), b.conclusion(), answer);
        if (a.conclusion() instanceof Conclusion.Found || a.conclusion() instanceof Conclusion.FoundParts) {
            return conclusions;
        }
        if (conclusions.agree() && a.evidence() instanceof Evidence.Values && b.evidence() instanceof Evidence.Values) {
            return Agreement.ofValues((Evidence.Values) a.evidence(), (Evidence.Values) b.evidence(), answer);
        }
        if (conclusions.agree() && a.evidence() instanceof Evidence.Parts && b.evidence() instanceof Evidence.Parts) {
            return Agreement.ofParts((Evidence.Parts) a.evidence(), (Evidence.Parts) b.evidence(), answer.parts());
        }
        return conclusions;
    }

    private static Judgement withKeys(
            Problem problem, Case data, Conclusion found, Accord accord, String how, List<Key.Claim> keys) {
        for (Key.Claim claim : keys) {
            if (!KeyAudit.agrees(claim, found, problem.answer(), data)) {
                return new Judgement.Disputed(
                        found,
                        accord,
                        how + "; the key (" + claim.claim() + ") says "
                                + claim.key().text() + slip(problem, data, claim),
                        claim);
            }
        }
        return keys.isEmpty()
                ? new Judgement.Unkeyed(found, accord, how)
                : new Judgement.Agreed(
                        found, accord, how + "; so does the key (" + keys.get(0).claim() + ")", keys.get(0));
    }

    /** Which misconceptions lead to a wrong key: {@code , to which the misconception '…' leads}; or an empty text. */
    private static String slip(Problem problem, Case data, Key.Claim claim) {
        List<String> leading = new ArrayList<>();
        for (Misconception misconception : problem.misconceptions()) {
            RouteFinding finding = found(misconception.route(), problem, data, new ArrayList<>());
            if (KeyAudit.agrees(claim, finding.conclusion(), problem.answer(), data)) {
                leading.add("'" + misconception.says() + "'");
            }
        }
        return leading.isEmpty()
                ? ""
                : ", to which the misconception" + (leading.size() == 1 ? " " : "s ") + listed(leading)
                        + (leading.size() == 1 ? " leads" : " lead");
    }

    private static void noteSlips(Verdict verdict, List<Slip> slips, List<Remark> notes) {
        Conclusion answer = verdict.judgement().answer();
        Place place = verdict.problem().place();
        for (Slip slip : slips) {
            String says = "the misconception '" + slip.misconception().says() + "'";
            if (answer != null
                    && Agreement.between(
                                    answer, slip.conclusion(), verdict.problem().answer())
                            .agree()) {
                notes.add(new Remark(place, Rule.RIGHT_MISCONCEPTION, says + " leads to the right answer"));
            } else if (answer != null && KeyAudit.admits(answer, slip.conclusion(), verdict.problem())) {
                String near = " leads to " + slip.conclusion().describe() + ", which would be marked right";
                notes.add(new Remark(place, Rule.RIGHT_MISCONCEPTION, says + near));
            } else if (slip.conclusion() instanceof Conclusion.Undecided
                    || slip.conclusion() instanceof Conclusion.NotOne) {
                String where = " leads to no answer: " + slip.conclusion().describe();
                notes.add(new Remark(place, Rule.IDLE_MISCONCEPTION, says + where));
            }
        }
    }
}
