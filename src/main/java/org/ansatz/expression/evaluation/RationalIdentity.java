package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Whether two quotients of polynomials with rational coefficients are the same, by exact arithmetic on a lattice that decides
 * ({@link RationalForm}).
 *
 * @param a a term
 * @param b another one
 * @param variables what both are functions of
 * @param frame holds all other names
 */
public record RationalIdentity(Term a, Term b, List<Binding.Variable> variables, Frame frame) {

    private static final int MAX_LATTICE_POINTS = 20_000;

    /** Copies the list. */
    public RationalIdentity {
        variables = List.copyOf(variables);
    }

    /** Whether both are known to be quotients of polynomials. */
    public boolean isRational() {
        return RationalForm.of(a, variables, frame) != null && RationalForm.of(b, variables, frame) != null;
    }

    /** Whether it is proved; it then holds wherever both have a value. */
    public boolean isProved() {
        RationalForm formOfA = RationalForm.of(a, variables, frame);
        RationalForm formOfB = RationalForm.of(b, variables, frame);
        return formOfA != null && formOfB != null && isZeroOnLattice(formOfA.degreeOfDifference(formOfB));
    }

    /** The difference of both, or null if it has no exact value at this point. */
    public @Nullable Rational difference(Frame point) {
        try {
            Value difference = Arithmetic.subtract(point.value(a), point.value(b));
            return difference instanceof Value.Exact exact ? exact.number() : null;
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
        return size <= MAX_LATTICE_POINTS && isZeroBelow(0, degree, frame);
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
