package org.ansatz.expression.library;

import java.util.List;
import java.util.Random;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.polynomial.Fraction;

/** What is asked of a quotient of polynomials. */
abstract class OfQuotient extends BinderRule {

    /** How often coefficients that are not exact are moved, to see what moves with them. */
    private static final int TRIALS = 6;

    private static final double SAFETY = 4;

    private final Engine engine;

    OfQuotient(String name, String help, Engine engine) {
        super(name, help);
        this.engine = engine;
    }

    @Override
    public final Engine engine(List<Domain> domains) {
        return engine;
    }

    /** What is found of a quotient with exact coefficients. */
    interface Asked {
        Estimate of(Fraction quotient);
    }

    /** What is asked of a quotient, and how it moves with what is not known of its coefficients. */
    static Estimate moved(Fraction quotient, Asked asked) {
        Estimate found = asked.of(quotient.moved(null));
        if (quotient.isExact()) {
            return found;
        }
        Random coins = new Random(1);
        double most = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            most = Math.max(
                    most,
                    Arrays.distance(
                            found.value(), asked.of(quotient.moved(coins)).value()));
        }
        return new Estimate(found.value(), found.error() + SAFETY * most);
    }

    /** The same for what would be exact if the coefficients were: then rounded numbers, which do not pass for exact ones. */
    static Estimate movedExactly(Fraction quotient, Asked asked) {
        Estimate found = moved(quotient, asked);
        if (quotient.isExact()) {
            return found;
        }
        double rounding = Math.ulp(Arrays.size(found.value()));
        return new Estimate(rounded(found.value()), found.error() + rounding);
    }

    private static Value rounded(Value value) {
        return value instanceof Value.Array array
                ? array.map(OfQuotient::rounded)
                : value instanceof Value.Exact ? new Value.Real(Arithmetic.real(value)) : value;
    }
}
