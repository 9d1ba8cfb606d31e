package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Continuous;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/**
 * The least x that a random quantity is not above with a given probability: where its distribution function, computed as a probability
 * is, first reaches it. The error is how far x must move for the distribution function to leave the given probability for certain.
 */
final class Quantile {

    private static final int MAX_STEPS = 200;

    private final SampleSpace space;
    private final Term quantity;
    private final Value share;
    private final boolean isContinuous;

    private Quantile(SampleSpace space) {
        this.space = space;
        this.quantity = space.asked().get(0);
        this.share = space.value(space.asked().get(1));
        this.isContinuous = Inside.reads(quantity, Outcomes.continuous(space));
    }

    /**
     * The quantile of the first that is asked for the probability that is the second.
     *
     * @throws NoValue if that is not between 0 and 1
     */
    static Estimate of(SampleSpace space) {
        double share = Arithmetic.real(space.value(space.asked().get(1)));
        if (!(share > 0 && share < 1)) {
            throw new NoValue("the quantile for a probability of " + share + "; it must lie between 0 and 1");
        }
        return space.once(() -> new Quantile(space).found());
    }

    /** The probability of not more than x. */
    private Estimate below(double x) {
        Value at = new Value.Exact(Rational.exactly(x));
        Term limit = new Term.Constant(quantity.span(), quantity.type(), at, true);
        Term event = new Term.Comparison(quantity.span(), List.of(quantity, limit), List.of(Op.LESS_OR_EQUAL));
        return Expectation.probability(new SubSpace(space, space.sources(), List.of(event), space.condition()));
    }

    private Estimate found() {
        QuantileSearch search = new QuantileSearch(this::below, share);
        QuantileSearch.Bracket bracket = search.bracket(Arithmetic.real(middle().value(quantity)), width());
        return isContinuous
                ? search.between(bracket)
                : Estimate.exact(atom(space, 0, Rational.exactly(search.jump(bracket))));
    }

    /** How far the quantity changes about, the variables one at a time: of D − C all at once come to nothing. */
    private double width() {
        SampleSpace middle = middle();
        double width = 0;
        for (Generator source : space.sources()) {
            Law law = middle.law(source);
            double low = Arithmetic.real(middle.with(source, typical(law, 0.25)).value(quantity));
            double high =
                    Arithmetic.real(middle.with(source, typical(law, 0.75)).value(quantity));
            width += Math.abs(high - low);
        }
        return width;
    }

    /** Where the distribution function of each variable is a half. */
    private SampleSpace middle() {
        SampleSpace at = space;
        for (Generator source : space.sources()) {
            at = at.with(source, typical(at.law(source), 0.5));
        }
        return at;
    }

    /** About where the distribution function of one variable is this. */
    static Value typical(Law law, double share) {
        if (law instanceof Law.Density density) {
            Continuous distribution = density.distribution();
            double[] knots = distribution.knots();
            double low = knots[0];
            double high = knots[knots.length - 1];
            for (int i = 0; i < MAX_STEPS && high - low > 1e-6 * (Math.abs(low) + Math.abs(high)); i++) {
                double middle = low + (high - low) / 2;
                boolean isBelow = distribution.below(middle) < share;
                low = isBelow ? middle : low;
                high = isBelow ? high : middle;
            }
            return new Value.Real(high);
        }
        Law.Weighted atoms = ((Law.Atoms) law).atoms().get();
        double sum = 0;
        int i = 0;
        while (i + 1 < atoms.values().size()
                && sum + Arithmetic.real(atoms.weights().get(i)) < share) {
            sum += Arithmetic.real(atoms.weights().get(i));
            i++;
        }
        return atoms.values().get(i);
    }

    /** The least value above a bound that the quantity takes. */
    private Value atom(SampleSpace at, int depth, Rational low) {
        if (depth == space.sources().size()) {
            Value value = at.value(quantity);
            boolean isAbove = Arithmetic.compare(value, new Value.Exact(low)) > 0;
            return isAbove ? value : new Value.Real(Double.POSITIVE_INFINITY);
        }
        Generator source = space.sources().get(depth);
        Value least = new Value.Real(Double.POSITIVE_INFINITY);
        for (Value each : ((Law.Atoms) at.law(source)).atoms().get().values()) {
            Value value = atom(at.with(source, each), depth + 1, low);
            least = Arithmetic.compare(value, least) < 0 ? value : least;
        }
        return least;
    }
}
