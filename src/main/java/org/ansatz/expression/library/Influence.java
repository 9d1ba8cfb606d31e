package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Continuous;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** Which random variable is integrated over first, and what is compared inside conditions. */
final class Influence {

    private Influence() {}

    /**
     * The variable that is integrated over first: of those with a density on which no other's distribution depends, that on which
     * what is compared depends most, so that what is left varies slowly with the others.
     */
    static @Nullable Generator innermost(SampleSpace space, Outcomes outcomes, List<Term> compared) {
        Generator best = null;
        double most = -1;
        for (Generator source : Outcomes.continuous(space)) {
            boolean isFree =
                    outcomes.fixed().stream().noneMatch(fixed -> fixed.source().equals(source))
                            && space.sources().stream()
                                    .flatMap(other -> other.domain().parts().stream())
                                    .noneMatch(parameter -> Inside.reads(parameter, List.of(source)));
            double influence = isFree ? influence(source, compared, space) : -2;
            if (influence >= most) {
                most = influence;
                best = source;
            }
        }
        return most < 0 ? null : best;
    }

    /** The differences of all numbers that are compared inside a term. */
    static void gather(Term term, List<Term> differences) {
        Inside.any(term, part -> {
            if (part instanceof Term.Comparison sides) {
                for (int i = 0; i + 1 < sides.operands().size(); i++) {
                    if (sides.operands().get(i).type().isNumber()) {
                        differences.add(Outcomes.difference(new Term.Comparison(
                                sides.span(),
                                sides.operands().subList(i, i + 2),
                                sides.ops().subList(i, i + 1))));
                    }
                }
            }
            return false;
        });
    }

    /** What is zero where the larger or smaller of two numbers, or a magnitude, has its kink. */
    static void gatherKinks(Term term, List<Term> differences) {
        Inside.any(term, part -> {
            if (part instanceof Term.Call call
                    && call.arguments().stream()
                            .allMatch(argument -> argument.type().isNumber())) {
                List<Term> of = call.arguments();
                switch (call.function().name()) {
                    case "abs" -> differences.add(of.get(0));
                    case "max", "min" -> {
                        for (int i = 0; i + 1 < of.size(); i++) {
                            differences.add(new Term.Binary(
                                    call.span(), of.get(i).type(), Op.SUBTRACT, of.get(i), of.get(i + 1)));
                        }
                    }
                    default -> {
                        // smooth, or no kink that is known
                    }
                }
            }
            return false;
        });
    }

    /** By how much differences move with a variable within what is likely, the others where they are likely. */
    private static double influence(Generator source, List<Term> differences, SampleSpace space) {
        double all = 0;
        for (Term difference : differences) {
            try {
                double here = at(difference, source, 0, space);
                double moved = Math.abs(at(difference, source, 1, space) - here)
                        + Math.abs(at(difference, source, -1, space) - here);
                all += Double.isFinite(moved) ? moved : 0;
            } catch (NoValue e) {
                all += 0; // it is not known there, so another variable may be better
            }
        }
        return all;
    }

    private static double at(Term difference, Generator moved, int side, SampleSpace space) {
        SampleSpace inside = space;
        for (Generator each : space.sources()) {
            Law law = inside.law(each);
            Value value = law instanceof Law.Density density
                    ? new Value.Real(likely(density.distribution(), each.equals(moved) ? side : 0))
                    : ((Law.Atoms) law).atoms().get().values().get(0);
            inside = inside.with(each, value);
        }
        return Arithmetic.real(inside.value(difference));
    }

    /** A likely value, or one to the side of it. */
    private static double likely(Continuous distribution, int side) {
        double[] knots = distribution.knots();
        if (!distribution.isBoundedBelow()) {
            int middle = knots.length / 2;
            return knots[middle] + side * (knots[middle + 1] - knots[middle]);
        }
        double top = knots[1] - knots[0];
        return knots[0] + top / 2 + side * top / 4;
    }
}
