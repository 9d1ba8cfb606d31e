package org.ansatz.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What replies earn, as fractions of a question's marks.
 *
 * @param name as it is called where results are shown
 * @param wrongOption earned by a wrong reply where one option is right; 0 or less
 * @param wrongOptions the same where several may be right
 * @param wrong the same for every other answer
 * @param unitMissing earned by the right number without its unit
 * @param shared the kinds of answers of which a part that is right earns its share
 * @param special what questions are worth that are not as the others, by id
 */
public record MarkingScheme(
        String name,
        Rational wrongOption,
        Rational wrongOptions,
        Rational wrong,
        Rational unitMissing,
        Set<Shared> shared,
        Map<String, Special> special) {

    /**
     * The scheme of the GATE: a third is taken off for a wrong option where one is right, nothing otherwise; several options are
     * right together or not at all (GATE 2024, information brochure, "Marking scheme"). Units are not typed there.
     */
    public static final MarkingScheme GATE = new MarkingScheme(
            "GATE", Rational.of(-1, 3), Rational.ZERO, Rational.ZERO, Rational.ONE, Set.of(), Map.of());

    /** Copies. */
    public MarkingScheme {
        shared = Set.copyOf(shared);
        special = Map.copyOf(new LinkedHashMap<>(special));
    }

    /** Answers of which a part can be right. */
    public enum Shared {
        /** Several options: each that is right earns its share as long as none that is wrong is chosen. */
        OPTIONS,
        /** Several answers: each earns its share. */
        PARTS,
        /** Several answers: one that follows from a wrong one by the right way earns its share as well. */
        CARRIED
    }

    /**
     * What one question is worth if it is not as the others.
     *
     * @param marks earned by a right reply; null for the question's own
     * @param wrong earned by a wrong one, as a fraction of them; null for that of its kind
     * @param isToAll whether everybody gets the marks
     */
    public record Special(
            @Nullable Rational marks, @Nullable Rational wrong, boolean isToAll) {}

    /**
     * What replies to one question earn.
     *
     * @param marks a right one
     * @param wrong a wrong one
     * @param unitMissing the right number without its unit
     * @param isShared whether a part that is right earns its share
     * @param isCarried whether one that follows from a wrong one does, too: an error is carried forward
     * @param isToAll whether everybody gets the marks
     */
    public record Worth(
            Rational marks,
            Rational wrong,
            Rational unitMissing,
            boolean isShared,
            boolean isCarried,
            boolean isToAll) {}

    /** What replies to a question earn. */
    public Worth worth(Problem problem) {
        Special own = special.getOrDefault(problem.id(), new Special(null, null, false));
        Rational marks = own.marks() == null ? Rational.of(problem.card().marks()) : own.marks();
        Rational fraction = own.wrong() == null ? wrong(problem.answer()) : own.wrong();
        return new Worth(
                marks,
                marks.times(fraction),
                marks.times(unitMissing),
                isShared(problem.answer()),
                shared.contains(Shared.CARRIED),
                own.isToAll());
    }

    private Rational wrong(Answer answer) {
        if (answer.options().isEmpty()) {
            return wrong;
        }
        return answer.takesOneOption() ? wrongOption : wrongOptions;
    }

    private boolean isShared(Answer answer) {
        return answer.options().isEmpty()
                ? !answer.parts().isEmpty() && (shared.contains(Shared.PARTS) || shared.contains(Shared.CARRIED))
                : !answer.takesOneOption() && shared.contains(Shared.OPTIONS);
    }
}
