package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.RationalForm;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Compares two quotients of polynomials with rational coefficients, by exact arithmetic on a lattice that decides. */
final class ExactComparison {

    private static final int MAX_LATTICE_POINTS = 20_000;

    private final Term a;
    private final Term b;
    private final Points points;
    private final List<Binding.Variable> variables = new ArrayList<>();

    private ExactComparison(Term a, Term b, Points points) {
        this.a = a;
        this.b = b;
        this.points = points;
        points.variables().forEach(ranged -> variables.add(ranged.variable()));
    }

    /**
     * What exact arithmetic decides, or null if the formulas are no quotients of polynomials.
     *
     * @param candidates points at which a difference is looked for first
     */
    static @Nullable Equivalence of(Term a, Term b, Points points, List<Frame> candidates) {
        return new ExactComparison(a, b, points).result(candidates);
    }

    private @Nullable Equivalence result(List<Frame> candidates) {
        RationalForm formOfA = RationalForm.of(a, variables, points.frame());
        RationalForm formOfB = RationalForm.of(b, variables, points.frame());
        if (formOfA == null || formOfB == null) {
            return null;
        }
        if (isZeroOnLattice(formOfA.degreeOfDifference(formOfB))) {
            return new Equivalence.Equal(true, "proved by exact arithmetic");
        }
        Equivalence.Different found = difference(candidates);
        return found != null ? found : difference(points.edges());
    }

    /** Where the formulas differ, at best so that it shows in print; or null. */
    private Equivalence.@Nullable Different difference(List<Frame> candidates) {
        Equivalence.Different found = null;
        for (Frame candidate : candidates) {
            Frame point = exact(candidate);
            Rational difference = point == null ? null : difference(point);
            if (point != null && difference != null && difference.signum() != 0) {
                Equivalence.Different different = points.difference(point, a, b, "");
                if (!different.a().equals(different.b())) {
                    return different;
                }
                found = found == null ? different : found;
            }
        }
        return found;
    }

    /** The point with its coordinates as exact numbers, or null if they are complex. */
    private @Nullable Frame exact(Frame point) {
        Frame exact = point;
        for (Binding.Variable variable : variables) {
            Value value = point.value(variable);
            if (value instanceof Value.Real) {
                exact = exact.with(variable, new Value.Exact(Rational.exactly(((Value.Real) value).x())));
            } else if (!(value instanceof Value.Exact)) {
                return null;
            }
        }
        return exact;
    }

    /** The difference of the formulas, or null if it has no exact value at this point. */
    private @Nullable Rational difference(Frame point) {
        try {
            Value difference = Arithmetic.subtract(point.value(a), point.value(b));
            return difference instanceof Value.Exact ? ((Value.Exact) difference).number() : null;
        } catch (NoValue e) {
            return null;
        }
    }

    /** Whether the difference is zero on a principal lattice for polynomials of this degree. */
    private boolean isZeroOnLattice(int degree) {
        double size = 1;
        for (int i = 1; i <= variables.size(); i++) {
            size = size * (degree + i) / i;
        }
        return size <= MAX_LATTICE_POINTS && isZeroBelow(0, degree, points.frame());
    }

    private boolean isZeroBelow(int variable, int left, Frame point) {
        if (variable == variables.size()) {
            Rational difference = difference(point);
            return difference != null && difference.signum() == 0;
        }
        for (int k = 0; k <= left; k++) {
            // Away from the small numbers at which denominators like x − 1 vanish.
            Value x = new Value.Exact(Rational.of(k).plus(Rational.of(1009 + 2L * variable, 7)));
            if (!isZeroBelow(variable + 1, left - k, point.with(variables.get(variable), x))) {
                return false;
            }
        }
        return true;
    }
}
