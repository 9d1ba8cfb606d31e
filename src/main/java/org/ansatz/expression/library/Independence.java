package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;

/** Sums parted into summands that rest on random variables of their own, so that each is integrated over these alone. */
final class Independence {

    /** Sums of more summands than these are not parted. */
    private static final int MAX_SUMMANDS = 100;

    private Independence() {}

    /** A summand: of which of the sums it is, and whether it is subtracted. */
    private record Summand(Term term, int of, boolean isNegative, Set<Integer> sources) {}

    /**
     * The sample spaces that the sums which are asked fall into, independent of each other; in each the same number of terms is asked,
     * whose sums over all spaces are those sums. Where anything is known of the outcome, nothing is parted.
     */
    static List<SampleSpace> parts(SampleSpace space) {
        if (space.condition() != null || space.sources().size() < 2) {
            return List.of(space);
        }
        List<Summand> summands = new ArrayList<>();
        for (int i = 0; i < space.asked().size(); i++) {
            gather(space.asked().get(i), i, /* isNegative= */ false, space, summands);
        }
        if (summands.size() > MAX_SUMMANDS) {
            return List.of(space);
        }
        List<List<Summand>> groups = new ArrayList<>();
        summands.forEach(summand -> add(summand, groups));
        List<SampleSpace> parts = new ArrayList<>();
        groups.forEach(group -> parts.add(part(group, space)));
        return parts;
    }

    private static void add(Summand summand, List<List<Summand>> groups) {
        List<Summand> joined = new ArrayList<>(List.of(summand));
        groups.removeIf(group -> {
            boolean meets = group.stream().anyMatch(other -> meet(other.sources, summand.sources));
            if (meets) {
                joined.addAll(0, group);
            }
            return meets;
        });
        groups.add(joined);
    }

    private static boolean meet(Set<Integer> a, Set<Integer> b) {
        return a.isEmpty() && b.isEmpty() || a.stream().anyMatch(b::contains);
    }

    private static SampleSpace part(List<Summand> group, SampleSpace space) {
        List<Term> asked = new ArrayList<>();
        Set<Integer> sources = new TreeSet<>();
        group.forEach(summand -> sources.addAll(summand.sources));
        for (int i = 0; i < space.asked().size(); i++) {
            Term whole = space.asked().get(i);
            Term sum = new Term.Constant(whole.span(), whole.type(), Value.Exact.of(0), false);
            for (Summand summand : group) {
                if (summand.of == i) {
                    Op op = summand.isNegative ? Op.SUBTRACT : Op.ADD;
                    sum = new Term.Binary(whole.span(), whole.type(), op, sum, summand.term);
                }
            }
            asked.add(sum);
        }
        List<Generator> own = space.sources().stream()
                .filter(source -> sources.contains(source.slot()))
                .toList();
        return new SubSpace(space, own, asked, null);
    }

    private static void gather(Term term, int of, boolean isNegative, SampleSpace space, List<Summand> all) {
        if (all.size() > MAX_SUMMANDS) {
            return;
        }
        if (term instanceof Term.Step step) {
            gather(step.body(), of, isNegative, space, all);
        } else if (term instanceof Term.Binary sum && (sum.op() == Op.ADD || sum.op() == Op.SUBTRACT)) {
            gather(sum.left(), of, isNegative, space, all);
            gather(sum.right(), of, isNegative != (sum.op() == Op.SUBTRACT), space, all);
        } else if (term instanceof Term.Unary sign && sign.op() == Op.NEGATE) {
            gather(sign.operand(), of, !isNegative, space, all);
        } else {
            all.add(new Summand(term, of, isNegative, sources(term, space)));
        }
    }

    /** The random variables that a term rests on, with those on which their distributions rest. */
    private static Set<Integer> sources(Term term, SampleSpace space) {
        Set<Integer> sources = new TreeSet<>();
        Set<Integer> read = Inside.slots(term);
        for (Generator source : space.sources()) {
            if (read.contains(source.slot())) {
                sources.add(source.slot());
                source.domain().parts().forEach(parameter -> sources.addAll(sources(parameter, space)));
            }
        }
        return sources;
    }
}
