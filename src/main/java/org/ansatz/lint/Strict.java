package org.ansatz.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Route;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Shown;
import org.ansatz.problem.Verdict;

/** Remarks on a bank that others practise, problem by problem and as a whole. */
public final class Strict {

    private static final int ENOUGH = 2;
    private static final int LONGEST_STATEMENT = 1000;

    /** Of fewer questions with so many options nothing is concluded. */
    private static final int ENOUGH_QUESTIONS = 20;

    /** What chi squared exceeds by chance in 1 % of all cases, by degrees of freedom from 1 on (Abramowitz and Stegun, table 26.8). */
    private static final double[] CHI_SQUARED = {6.63, 9.21, 11.34, 13.28, 15.09, 16.81, 18.48};

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*|[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /** Shorter routes are alike by chance. */
    private static final int LEAST_LIKENESS = 40;

    private final List<Remark> remarks = new ArrayList<>();

    private Strict() {}

    /**
     * The remarks.
     *
     * @param published the verdicts on all problems of a bank, on their published data
     */
    public static List<Remark> of(List<Verdict> published) {
        Strict strict = new Strict();
        published.forEach(strict::problem);
        strict.needs(published);
        strict.alike(published);
        strict.letters(published);
        return List.copyOf(strict.remarks);
    }

    private void add(Problem problem, Rule rule, String message) {
        remarks.add(new Remark(problem.place(), rule, message));
    }

    private void problem(Verdict verdict) {
        Problem problem = verdict.problem();
        int hints = problem.texts().hints().size();
        if (hints < ENOUGH) {
            add(problem, Rule.FEW_HINTS, hints == 0 ? "there is no hint" : "there is one hint only");
        }
        int slips = problem.misconceptions().size();
        if (problem.answer().options().isEmpty() && slips < ENOUGH) {
            add(
                    problem,
                    Rule.FEW_MISCONCEPTIONS,
                    (slips == 0 ? "no misconception leads" : "one misconception only leads") + " to a wrong value");
        }
        if (problem.variants() == null && !problem.givens().isEmpty()) {
            add(problem, Rule.NO_VARIANTS, "there are no variants");
        }
        if (problem.plots().isEmpty() && mayVary(problem) && !areOptionsDrawn(problem)) {
            add(problem, Rule.NO_PLOT, "there is no plot");
        }
        if (problem.card().level().minutes() == 0) {
            add(problem, Rule.NO_MINUTES, "it is not said how many minutes it takes; minutes: 4, say");
        }
        if (problem.card().source().isBlank()) {
            add(problem, Rule.NO_SOURCE, "it is not said where the question is from; source: original, say");
        }
        int length = Shown.text(
                        problem.texts().statement(), problem, verdict.data().frame())
                .length();
        if (length > LONGEST_STATEMENT) {
            add(problem, Rule.LONG_STATEMENT, "the statement has " + length + " characters");
        }
    }

    /** Whether there is anything to lay out along an axis: a datum, or an argument that is a number and not a matrix. */
    private static boolean mayVary(Problem problem) {
        List<Ranged> drawn = problem.question().drawn();
        boolean areNumbers =
                drawn.stream().allMatch(each -> each.variable().type().isScalar());
        return !problem.givens().isEmpty() || !drawn.isEmpty() && areNumbers;
    }

    /** Whether the options are curves over one variable, which are drawn without being asked for. */
    private static boolean areOptionsDrawn(Problem problem) {
        List<Ranged> arguments = problem.question().arguments();
        return arguments.size() == 1
                && arguments.get(0).domain() instanceof RealInterval
                && !problem.answer().options().isEmpty()
                && problem.answer().options().stream().noneMatch(Option::isClaim);
    }

    // ---- the bank as a whole

    /** What problems need, and no problem teaches. */
    private void needs(List<Verdict> published) {
        Set<String> topics = new TreeSet<>();
        for (Verdict verdict : published) {
            String topic = verdict.problem().card().topic();
            for (int end = topic.length(); end > 0; end = topic.lastIndexOf('/', end - 1)) {
                topics.add(topic.substring(0, end));
            }
        }
        for (Verdict verdict : published) {
            for (String need : verdict.problem().card().level().needs()) {
                if (!topics.contains(need)) {
                    add(
                            verdict.problem(),
                            Rule.UNKNOWN_NEED,
                            "no problem is of the topic '" + need + "'" + Nearest.suggestion(need, topics));
                }
            }
        }
    }

    /** Problems that are one but for their data. */
    private void alike(List<Verdict> published) {
        Map<String, String> known = new HashMap<>();
        for (Verdict verdict : published) {
            StringBuilder routes = new StringBuilder();
            for (Route route : verdict.problem().routes()) {
                route.derivation(verdict.data())
                        .forEach(step -> routes.append(step.text()).append('\n'));
                routes.append(route.asked()).append('\n');
            }
            String shape = shape(routes.toString());
            String before = shape.length() < LEAST_LIKENESS
                    ? null
                    : known.putIfAbsent(shape, verdict.problem().id());
            if (before != null) {
                add(verdict.problem(), Rule.SAME_PROBLEM, "its routes are those of " + before);
            }
        }
    }

    /** Routes without what a problem calls things, and without its numbers. */
    private static String shape(String routes) {
        Map<String, Integer> names = new HashMap<>();
        return WORD.matcher(routes)
                .replaceAll(match -> Character.isDigit(match.group().charAt(0))
                        ? "#"
                        : Matcher.quoteReplacement("n" + names.computeIfAbsent(match.group(), name -> names.size())));
    }

    /** How often each letter is right, among questions with equally many options of which one is. */
    private void letters(List<Verdict> published) {
        Map<Integer, Letters> counts = new TreeMap<>();
        for (Verdict verdict : published) {
            Problem problem = verdict.problem();
            if (problem.answer().takesOneOption() && verdict.judgement().answer() instanceof Conclusion.Chosen chosen) {
                counts.computeIfAbsent(
                                verdict.data().options().size(), options -> new Letters(problem, new TreeMap<>()))
                        .counts()
                        .merge(chosen.brief(), 1, Integer::sum);
            }
        }
        counts.forEach((options, letters) -> letters(options, letters.counts(), letters.first()));
    }

    /** How often each letter is right, and the first problem of which one is. */
    private record Letters(Problem first, Map<String, Integer> counts) {}

    private void letters(int options, Map<String, Integer> letters, Problem first) {
        int questions = letters.values().stream().mapToInt(Integer::intValue).sum();
        boolean tells = questions >= ENOUGH_QUESTIONS && options > 1 && options - 2 < CHI_SQUARED.length;
        if (!tells) {
            return;
        }
        double expected = (double) questions / options;
        double sum = (options - letters.size()) * expected;
        for (int count : letters.values()) {
            sum += (count - expected) * (count - expected) / expected;
        }
        if (sum > CHI_SQUARED[options - 2]) {
            add(
                    first,
                    Rule.UNEVEN_LETTERS,
                    "of " + questions + " questions with " + options + " options " + letters
                            + " are right: chi squared is " + Math.round(10 * sum) / 10.0 + ", more than "
                            + CHI_SQUARED[options - 2]);
        }
    }
}
