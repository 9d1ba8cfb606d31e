package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.probability.Continuous;
import org.ansatz.proof.Zeros;

/**
 * Where what is found of inner random variables, as a function of an outer one, may have a kink or a jump: where two sides are equal
 * while each inner variable is at an end of what it can be, or is one of its single numbers. So P(X + Y &lt; 1) of two that are uniform
 * from 0 to 2 has, along X, a kink at 1, and with Y &lt; 1/4 one at 3/4. An integral over the outer variable that is not cut there may not see it.
 */
final class Corners {

    /** Sides of more corners are not looked at. */
    private static final int MAX_CORNERS = 64;

    /** How closely it is looked at one of them. */
    private static final int MAX_PARTS = 60;

    private Corners() {}

    /**
     * Functions of the outer variable that are zero at such places.
     *
     * @param differences of sides that are compared; those that do not read the outer variable may say where an inner one is cut off
     * @param inside the variables further inside, which have no values yet
     * @param fixed of which variables the value is known
     */
    static List<Enclosing> of(
            List<Term> differences,
            SampleSpace at,
            Generator source,
            List<Generator> inside,
            List<Outcomes.Fixed> fixed) {
        List<Enclosing> functions = new ArrayList<>();
        List<Term> own = differences.stream()
                .filter(difference -> Inside.reads(difference, List.of(source)))
                .toList();
        for (Term difference : own) {
            List<Generator> inner = inside.stream()
                    .filter(each -> Inside.reads(difference, List.of(each)))
                    .toList();
            if (inner.isEmpty()) {
                functions.add(at.enclosing(difference, source));
                continue;
            }
            for (SampleSpace corner :
                    corners(at, inner, each -> ends(at, each, fixed, cutting(each, inside, source, differences)))) {
                Enclosing function = corner.enclosing(difference, source);
                if (isSeen(function, at, source)) {
                    functions.add(function);
                }
            }
        }
        return functions;
    }

    /**
     * The same of two sides that are equal: where a condition cuts off what solves the equality, as {@code U < 0.4} does of U + W == 1.2
     * along W at 0.8. Where a solution passes the end of a range, nothing can happen beyond, which {@link Reach} sees.
     */
    static List<Enclosing> ofSolutions(
            Term equality, List<Term> differences, SampleSpace at, Generator source, List<Generator> inside) {
        List<Generator> inner = inside.stream()
                .filter(each -> Inside.reads(equality, List.of(each)))
                .toList();
        List<Enclosing> functions = new ArrayList<>();
        if (Inside.reads(equality, List.of(source)) && !inner.isEmpty()) {
            for (SampleSpace corner :
                    corners(at, inner, each -> zeros(at, each, cutting(each, inside, source, differences)))) {
                Enclosing function = corner.enclosing(equality, source);
                if (isSeen(function, at, source)) {
                    functions.add(function);
                }
            }
        }
        return functions;
    }

    /** Quantities as functions of the outer variable, every inner one that they read being at an end. */
    static List<Enclosing> of(List<Term> quantities, SampleSpace at, Generator source, List<Generator> inside) {
        List<Enclosing> functions = new ArrayList<>();
        for (Term quantity : quantities) {
            List<Generator> inner = inside.stream()
                    .filter(each -> Inside.reads(quantity, List.of(each)))
                    .toList();
            for (SampleSpace corner : corners(at, inner, each -> ends(at, each, List.of(), List.of()))) {
                functions.add(corner.enclosing(quantity, source));
            }
        }
        return functions;
    }

    /** Whether it encloses itself over what the outer variable can be. */
    private static boolean isSeen(Enclosing function, SampleSpace at, Generator source) {
        try {
            Interval range = Reach.range(at.law(source));
            Zeros.of(function, range, MAX_PARTS);
            return true;
        } catch (NoEnclosure e) {
            return false;
        }
    }

    /** The sample space with each inner variable at an end; none if one has no end, which smooths whatever there is. */
    private static List<SampleSpace> corners(
            SampleSpace at, List<Generator> inner, Function<Generator, List<Value>> endsOf) {
        List<SampleSpace> corners = List.of(at);
        for (Generator each : inner) {
            boolean isKnown =
                    each.domain().parts().stream().noneMatch(parameter -> Inside.reads(parameter, at.sources()));
            if (!isKnown) {
                return List.of();
            }
            List<Value> ends = endsOf.apply(each);
            if (ends.size() * corners.size() > MAX_CORNERS) {
                return List.of();
            }
            List<SampleSpace> more = new ArrayList<>();
            for (SampleSpace corner : corners) {
                ends.forEach(end -> more.add(corner.with(each, end)));
            }
            corners = more;
        }
        return corners;
    }

    /** The differences that rest on one inner variable alone, of all that have no values yet: where they are zero a condition may cut it off. */
    private static List<Term> cutting(
            Generator variable, List<Generator> inside, Generator source, List<Term> differences) {
        List<Generator> others = new ArrayList<>(inside);
        others.remove(variable);
        others.add(source);
        return differences.stream()
                .filter(difference -> Inside.reads(difference, List.of(variable)) && !Inside.reads(difference, others))
                .toList();
    }

    private static List<Value> ends(
            SampleSpace at, Generator variable, List<Outcomes.Fixed> fixed, List<Term> cutting) {
        for (Outcomes.Fixed known : fixed) {
            if (known.source().equals(variable)) {
                return List.of(at.value(known.value()));
            }
        }
        Law law = at.law(variable);
        if (law instanceof Law.Atoms atoms) {
            return atoms.atoms().get().values();
        }
        Continuous distribution = ((Law.Density) law).distribution();
        double[] knots = distribution.knots();
        List<Value> ends = new ArrayList<>();
        if (distribution.isBoundedBelow()) {
            ends.add(new Value.Real(knots[0]));
        }
        if (distribution.isBoundedAbove()) {
            ends.add(new Value.Real(knots[knots.length - 1]));
        }
        ends.addAll(zeros(at, variable, cutting));
        return ends;
    }

    /** Where these functions of a variable alone are zero; what does not enclose itself is left out. */
    private static List<Value> zeros(SampleSpace at, Generator variable, List<Term> functions) {
        List<Value> zeros = new ArrayList<>();
        for (Term function : functions) {
            try {
                Interval range = Reach.range(at.law(variable));
                for (Zeros.Zero zero : Zeros.of(at.enclosing(function, variable), range, MAX_PARTS)
                        .places()) {
                    zeros.add(new Value.Real(zero.at().middle()));
                }
            } catch (NoEnclosure e) {
                // then it is not seen where it is cut off
            }
        }
        return zeros;
    }
}
