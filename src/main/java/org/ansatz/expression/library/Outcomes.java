package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Chance;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an outcome, sorted by what it means for an integral over the sample space.
 *
 * @param conditions truth values that must hold
 * @param fixed random variables with a density that are known, X == b, by the terms that they are equal to
 * @param equality the difference of two sides that are equal and have a density, Y == b, or null
 */
record Outcomes(
        List<Term> conditions, List<Fixed> fixed, @Nullable Term equality) {

    private static final int MAX_PARTS = 100;

    /** Copies the lists. */
    Outcomes {
        conditions = List.copyOf(conditions);
        fixed = List.copyOf(fixed);
    }

    /** A variable that is known. */
    record Fixed(Generator source, Term value) {}

    /**
     * Sorts the condition of a statistic.
     *
     * @param asked a difference that is zero where a density is asked for, or null
     */
    static Outcomes of(SampleSpace space, @Nullable Term asked) {
        List<Term> conditions = new ArrayList<>();
        List<Fixed> fixed = new ArrayList<>();
        Term equality = asked;
        for (Term each : conjuncts(space.condition())) {
            Fixed known = known(each, space);
            if (!isOfDensity(each, space)) {
                conditions.add(each);
            } else if (known != null && fixed.stream().noneMatch(other -> other.source.equals(known.source))) {
                fixed.add(known);
            } else if (equality == null) {
                equality = difference((Term.Comparison) each);
            } else {
                throw each.fault(
                        "several equalities of what has a density: only one may be between more than a random variable"
                                + " and its value");
            }
        }
        return new Outcomes(conditions, fixed, equality);
    }

    /** What is zero where two sides are equal. */
    static Term difference(Term.Comparison sides) {
        Term left = sides.operands().get(0);
        return new Term.Binary(
                sides.span(), left.type(), Op.SUBTRACT, left, sides.operands().get(1));
    }

    /** The parts of a condition that is made with {@code and}; one of very many parts counts as one. */
    private static List<Term> conjuncts(@Nullable Term condition) {
        List<Term> all = new ArrayList<>();
        if (condition != null) {
            gather(condition, all);
        }
        return all.size() > MAX_PARTS ? List.of(Objects.requireNonNull(condition)) : all;
    }

    private static void gather(Term condition, List<Term> all) {
        if (all.size() > MAX_PARTS) {
            return;
        }
        if (condition instanceof Term.Logic logic && logic.op() == Op.AND) {
            gather(logic.left(), all);
            gather(logic.right(), all);
        } else if (condition instanceof Term.Step step) {
            gather(step.body(), all);
        } else {
            all.add(condition);
        }
    }

    /** Whether it is an equality of numbers that has the probability zero, as of Y == b where Y has a density. */
    private static boolean isOfDensity(Term condition, SampleSpace space) {
        return condition instanceof Term.Comparison sides
                && sides.ops().equals(List.of(Op.EQUAL))
                && sides.operands().get(0).type().isNumber()
                && Inside.reads(condition, continuous(space));
    }

    /** The random variables with a density. */
    static List<Generator> continuous(SampleSpace space) {
        return space.sources().stream()
                .filter(source -> ((Chance) source.domain()).isContinuous())
                .toList();
    }

    private static @Nullable Fixed known(Term condition, SampleSpace space) {
        if (!(condition instanceof Term.Comparison sides)) {
            return null;
        }
        for (int side = 0; side < 2; side++) {
            Term value = sides.operands().get(1 - side);
            if (plain(sides.operands().get(side)) instanceof Term.Named named
                    && !Inside.reads(value, space.sources())) {
                for (Generator source : continuous(space)) {
                    if (source.slot() == named.slot()) {
                        return new Fixed(source, value);
                    }
                }
            }
        }
        return null;
    }

    private static Term plain(Term term) {
        return term instanceof Term.Step step ? plain(step.body()) : term;
    }
}
