package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.RationalIdentity;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Compares two quotients of polynomials with rational coefficients, by exact arithmetic. */
final class ExactComparison {

    private final Term a;
    private final Term b;
    private final Points points;
    private final List<Binding.Variable> variables = new ArrayList<>();
    private final RationalIdentity identity;

    private ExactComparison(Term a, Term b, Points points) {
        this.a = a;
        this.b = b;
        this.points = points;
        points.variables().forEach(ranged -> variables.add(ranged.variable()));
        this.identity = new RationalIdentity(a, b, variables, points.frame());
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
        if (!identity.isRational()) {
            return null;
        }
        if (identity.isProved()) {
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
            Rational difference = point == null ? null : identity.difference(point);
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
}
