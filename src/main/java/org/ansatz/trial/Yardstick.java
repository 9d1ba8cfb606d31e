package org.ansatz.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Tolerance;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** What the routes found for one set of data, for a solution to be held against. */
interface Yardstick {

    /**
     * How the solution misses the answer, or null if it does not.
     *
     * @throws IllegalArgumentException if the solution cannot take the data, or gives another kind of answer
     */
    @Nullable
    Gap gap(Solution solution);

    /**
     * The yardstick for a solution of this kind.
     *
     * @param verdict one whose routes agree
     * @throws IllegalArgumentException if the problem asks for another kind of answer
     * @throws IllegalStateException if no route knows the answer to as many digits
     */
    static Yardstick of(Verdict verdict, Solution solution, Digits digits) {
        Conclusion answer = verdict.judgement().answer();
        if (solution.result().isChoice()) {
            if (!(answer instanceof Conclusion.Chosen)) {
                throw new IllegalArgumentException(
                        verdict.problem().id() + " asks for a number or a formula, not for the letter of an option");
            }
            return new LettersYardstick(verdict.data(), (Conclusion.Chosen) answer);
        }
        List<Answer.Part> parts = verdict.problem().answer().parts();
        if (!parts.isEmpty() || solution.result().hasParts()) {
            return PartsYardstick.of(verdict, solution, digits);
        }
        RouteFinding byValue = byValue(verdict, digits);
        Option chosen = chosen(verdict, answer);
        if (verdict.data().question().isFunction() || solution.isFunction()) {
            if (byValue == null) {
                throw new IllegalArgumentException(
                        "no route of " + verdict.problem().id()
                                + " has values at points to compare with; answer with the letter of an option");
            }
            return new FunctionYardstick(verdict.data(), byValue.route(), digits, unit(verdict, chosen));
        }
        Evidence evidence = byValue == null ? null : byValue.evidence();
        if (evidence instanceof Evidence.Values) {
            return new NumberYardstick(verdict.data(), (Evidence.Values) evidence, digits, unit(verdict, chosen));
        }
        if (chosen == null) {
            throw new IllegalArgumentException(
                    verdict.problem().id() + " asks for options that are no numbers; answer with their letters");
        }
        return new OptionYardstick(verdict, chosen, digits);
    }

    /**
     * The finding that a value is held against, or null if none is a value: the first that is exact, or else known to as many
     * digits as are asked for.
     *
     * @throws IllegalStateException if there are values, and none is known so well
     */
    private static @Nullable RouteFinding byValue(Verdict verdict, Digits digits) {
        List<RouteFinding> byValue = verdict.findings().stream()
                .filter(finding -> finding.evidence() instanceof Evidence.Values)
                .toList();
        List<Evidence.Values> values = byValue.stream()
                .map(finding -> (Evidence.Values) Objects.requireNonNull(finding.evidence()))
                .toList();
        return values.isEmpty()
                ? null
                : byValue.get(values.indexOf(known(values, verdict.problem().id(), digits)));
    }

    /**
     * Of what routes found for one thing, the first that is exact, or else the first that is known to as many digits as are asked
     * for. What is known to fewer digits cannot tell a right solution from a wrong one.
     *
     * @param asked what they found, as messages call it
     * @throws IllegalStateException if none is known so well
     */
    static Evidence.Values known(List<Evidence.Values> found, String asked, Digits digits) {
        return found.stream()
                .filter(digits::know)
                .min(Comparator.comparing(values -> values.error() > 0))
                .orElseThrow(() -> {
                    int most = found.stream().mapToInt(Digits::known).max().orElse(0);
                    return new IllegalStateException("the routes know " + asked + " to "
                            + (most == 0 ? "no digit" : Tolerance.counted(most)) + ", not to " + digits.count()
                            + ", so that there is nothing to compare with"
                            + (most == 0 ? "" : "; ask for digits = " + most));
                });
    }

    /** The one option that is the answer and offers a value, or null. */
    private static @Nullable Option chosen(Verdict verdict, @Nullable Conclusion answer) {
        if (!(answer instanceof Conclusion.Chosen)
                || !verdict.problem().answer().takesOneOption()) {
            return null;
        }
        for (Option option : verdict.data().options()) {
            if (((Conclusion.Chosen) answer).keys().contains(option.key()) && !option.isClaim()) {
                return option;
            }
        }
        return null;
    }

    /** The unit to show values in, or null for the coherent one. */
    private static @Nullable Unit unit(Verdict verdict, @Nullable Option chosen) {
        Unit own = verdict.problem().answer().unit();
        return own != null || chosen == null ? own : chosen.expression().unit();
    }

    /**
     * The gap between two values; printed with as many digits as tell them apart.
     *
     * @param shown the unit to show both in, or null for the coherent one
     */
    static Gap between(String place, Value expected, Value was, Type type, @Nullable Unit shown, Digits digits) {
        for (int printed = Math.max(4, digits.count()); ; printed++) {
            String right = Show.value(expected, type, shown, printed);
            String given = Show.value(was, type, shown, printed);
            if (!right.equals(given) || printed >= 17) {
                return new Gap(place, right, given, null);
            }
        }
    }

    /** What the solution answers, or the gap that its failing leaves. */
    static Attempt attempt(Solution solution, Evaluator frame, Value expected, Type type, @Nullable Unit shown) {
        try {
            return new Attempt(solution.number(frame, expected, type), null);
        } catch (Solution.Failure e) {
            return new Attempt(null, Gap.none("", Show.value(expected, type, shown, 4), e));
        }
    }

    /**
     * An answer, or the gap that is left without one.
     *
     * @param number the answer, or null
     * @param failure the gap, or null
     */
    record Attempt(@Nullable Value number, @Nullable Gap failure) {}
}
