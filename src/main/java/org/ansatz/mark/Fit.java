package org.ansatz.mark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.judge.Decisions;
import org.ansatz.judge.Judge;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.problem.Tolerance;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.quantity.NoValue;

/**
 * Whether any option is right for data that the learner chose. A route that asks for the least residual always has a best
 * option; how small a residual has to be shows in the published question, whose best option is right.
 *
 * @param objection that no option is right, or an empty text
 * @param limits how large a residual may be for the option, or the reply, to be right; by route, none if there are no such
 *     routes
 */
record Fit(String objection, Map<String, Double> limits) {

    private static final String NONE = "none of the options is right for these data";

    static Fit of(Verdict verdict) {
        boolean choice = verdict.problem().answer().takesOneOption();
        if (!choice || Problem.hasPublishedData(verdict.data().seed())) {
            return new Fit("", Map.of());
        }
        Map<String, Double> limits = new LinkedHashMap<>();
        for (RouteFinding finding : verdict.findings()) {
            if (finding.evidence() instanceof Evidence.Residuals) {
                limits.put(finding.route().name(), limit(finding.route(), verdict.problem()));
            }
        }
        boolean nothingOffered = verdict.data().options().isEmpty();
        return new Fit(nothingOffered ? NONE : objection(verdict, limits), limits);
    }

    /** Twice what the right option leaves in the published question. */
    private static double limit(Route route, Problem problem) {
        try {
            Evidence evidence = route.evidence(problem.published());
            return Math.max(Decisions.MET, Decisions.AHEAD * least((Evidence.Residuals) evidence));
        } catch (NoValue e) {
            return Decisions.MET;
        }
    }

    private static String objection(Verdict verdict, Map<String, Double> limits) {
        for (RouteFinding finding : verdict.findings()) {
            Evidence evidence = finding.evidence();
            if (evidence instanceof Evidence.Residuals
                    && least((Evidence.Residuals) evidence)
                            > limits.getOrDefault(finding.route().name(), Decisions.MET)) {
                return NONE;
            }
            if ((evidence instanceof Evidence.Values || evidence instanceof Evidence.Parts)
                    && fitsNone(evidence, verdict)) {
                return NONE;
            }
        }
        return "";
    }

    /** Whether a value, or several, is none of the options; that of several equal ones is not meant. */
    private static boolean fitsNone(Evidence values, Verdict verdict) {
        Answer answer = verdict.problem().answer();
        if (takesNearest(answer)) {
            return false;
        }
        Case data = verdict.data();
        for (Option option : data.options()) {
            Case alone = new Case(data.question(), List.of(option), data.frame(), data.seed());
            if (Judge.conclude(values, answer, alone) instanceof Conclusion.Chosen) {
                return false;
            }
        }
        return true;
    }

    /** Whether the nearest option is meant, however far it is. */
    private static boolean takesNearest(Answer answer) {
        return answer.tolerance() instanceof Tolerance.Nearest
                || answer.parts().stream().anyMatch(part -> takesNearest(part.answer()));
    }

    private static double least(Evidence.Residuals residuals) {
        double least = Double.POSITIVE_INFINITY;
        for (Estimate residual : residuals.byOption().values()) {
            least = Math.min(least, Arithmetic.real(residual.value()));
        }
        return least;
    }

    /** How large a residual of this route may be. */
    double limit(Route route) {
        return limits.getOrDefault(route.name(), Decisions.MET);
    }

    /** Whether a reply can be put to the test in place of the options. */
    boolean isTestable() {
        return !limits.isEmpty();
    }
}
