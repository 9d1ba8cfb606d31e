package org.ansatz.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Several numbers, each by its name, that the routes agree on.
 *
 * @param data the data
 * @param parts what is asked for
 * @param found what routes found for each that know as many digits
 * @param digits how near a solution must come
 */
record PartsYardstick(Case data, List<Answer.Part> parts, Evidence.Parts found, Digits digits) implements Yardstick {

    PartsYardstick {
        parts = List.copyOf(parts);
    }

    /**
     * The yardstick for a solution that answers with parts, or a problem that asks for them.
     *
     * @throws IllegalArgumentException if it is not both, or the parts are others
     * @throws IllegalStateException if no route knows a part to as many digits
     */
    static Yardstick of(Verdict verdict, Solution solution, Digits digits) {
        String id = verdict.problem().id();
        List<Answer.Part> parts = verdict.problem().answer().parts();
        List<String> asked = parts.stream().map(Answer.Part::name).toList();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(id + " asks for one thing, not for "
                    + String.join(", ", solution.result().parts().keySet()));
        }
        if (!solution.result().parts().keySet().equals(Set.copyOf(asked))) {
            throw new IllegalArgumentException(
                    id + " asks for " + String.join(", ", asked) + "; return a record of just these");
        }
        List<Evidence.Parts> found = verdict.findings().stream()
                .map(Verdict.RouteFinding::evidence)
                .filter(Evidence.Parts.class::isInstance)
                .map(Evidence.Parts.class::cast)
                .toList();
        if (!found.isEmpty()) {
            Map<String, Evidence.Values> known = new LinkedHashMap<>();
            asked.forEach(part -> known.put(
                    part,
                    Yardstick.known(found.stream().map(each -> each.of(part)).toList(), part + " of " + id, digits)));
            return new PartsYardstick(verdict.data(), parts, new Evidence.Parts(known, List.of()), digits);
        }
        throw new IllegalArgumentException(
                "no route of " + id + " has values to compare with; answer with the letter of an option");
    }

    @Override
    public @Nullable Gap gap(Solution solution) {
        Map<?, ?> answers;
        try {
            answers = solution.parts(data.frame().rested());
        } catch (Solution.Failure e) {
            return Gap.none("", parts.get(0).name() + " = " + expected(parts.get(0), null), e);
        }
        for (Answer.Part part : parts) {
            Gap gap = gap(part, solution.result().parts().get(part.name()), answers.get(part.name()));
            if (gap != null) {
                return gap;
            }
        }
        return null;
    }

    private @Nullable Gap gap(Answer.Part part, @Nullable Result result, @Nullable Object answer) {
        Evidence.Values values = found.of(part.name());
        Unit own = result == null ? null : result.unit();
        Unit unit = own == null ? part.answer().unit() : own;
        String place = "in " + part.name();
        if (answer == null || result == null) {
            return Gap.none(place, expected(part, unit), new Solution.Failure("is null", null));
        }
        Estimate right = values.first();
        Value number = result.value(answer, right.value(), values.type());
        if (digits.agree(right, number, values.type(), unit)) {
            return null;
        }
        return Yardstick.between(place, right.value(), number, values.type(), unit, digits)
                .with(Diagnosis.of(right.value(), number, values.type(), digits.allowed(right, unit)));
    }

    private String expected(Answer.Part part, @Nullable Unit unit) {
        Evidence.Values values = found.of(part.name());
        return Show.value(
                values.first().value(),
                values.type(),
                unit == null ? part.answer().unit() : unit,
                digits.count());
    }
}
