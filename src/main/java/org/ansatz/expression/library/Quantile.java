package org.ansatz.expression.library;

import java.util.Arrays;
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

    private static final int MAX_DOUBLINGS = 400;
    private static final int MAX_STEPS = 200;

    /** The first step of the search, by how wide the quantity is about: no sum of atoms that anyone writes down is hit by it. */
    private static final double WIDER = 1.0957;

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

    private boolean reaches(Estimate probability) {
        return Arithmetic.compare(probability.value(), share) >= 0;
    }

    private Estimate found() {
        double[] near = {typical(0.25), typical(0.5), typical(0.75)};
        Arrays.sort(near);
        double start = near[1];
        double step = WIDER * Math.max(near[2] - near[0], Math.max(Math.ulp(start), Double.MIN_NORMAL));
        double low = start;
        double high = start;
        if (reaches(below(start))) {
            for (int i = 0; reaches(below(low)); i++) {
                requireNear(i, start);
                high = low;
                low -= step;
                step *= 2;
            }
        } else {
            for (int i = 0; !reaches(below(high)); i++) {
                requireNear(i, start);
                low = high;
                high += step;
                step *= 2;
            }
        }
        return isContinuous ? between(low, high) : atom(low, high);
    }

    private static void requireNear(int doublings, double start) {
        if (doublings == MAX_DOUBLINGS) {
            throw new NoValue("no quantile is found near " + start);
        }
    }

    /** What the quantity is where each variable is where its own distribution function is this. */
    private double typical(double share) {
        SampleSpace at = space;
        for (Generator source : space.sources()) {
            at = at.with(source, typical(at.law(source), share));
        }
        return Arithmetic.real(at.value(quantity));
    }

    private static Value typical(Law law, double share) {
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

    /** The single number at which the distribution function reaches the share. */
    private Estimate atom(double from, double to) {
        double low = from;
        double high = to;
        while (true) {
            double middle = low + (high - low) / 2;
            if (!(middle > low && middle < high)) {
                return Estimate.exact(atom(space, 0, Rational.exactly(low)));
            }
            if (reaches(below(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
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

    /** By secants (the Illinois method) and a half now and then, until the distribution function is not told from the share. */
    private Estimate between(double from, double to) {
        double low = from;
        double high = to;
        double p = Arithmetic.real(share);
        double atLow = Arithmetic.real(below(low).value()) - p;
        double atHigh = Arithmetic.real(below(high).value()) - p;
        double before = low;
        double atBefore = atLow;
        int side = 0;
        for (int i = 1; i <= MAX_STEPS; i++) {
            double secant = low - atLow * (high - low) / (atHigh - atLow);
            double x = i % 8 == 0 || !(secant > low && secant < high) ? low + (high - low) / 2 : secant;
            if (!(x > low && x < high)) {
                break;
            }
            Estimate there = below(x);
            double at = Arithmetic.real(there.value()) - p;
            if (Math.abs(at) <= there.error() + Math.ulp(p)) {
                double slope = Math.max((at - atBefore) / (x - before), Double.MIN_NORMAL);
                return around(x, 2 * (there.error() + Math.abs(at)) / slope);
            }
            before = x;
            atBefore = at;
            // The end that stays counts half where it has stayed before.
            if (at < 0) {
                atHigh = side < 0 ? atHigh / 2 : atHigh;
                low = x;
                atLow = at;
            } else {
                atLow = side > 0 ? atLow / 2 : atLow;
                high = x;
                atHigh = at;
            }
            side = at < 0 ? -1 : 1;
        }
        return around(high, 0);
    }

    private Estimate around(double x, double near) {
        return Estimate.of(x, Math.max(away(x, -1, near), away(x, 1, near)));
    }

    /** How far from x the distribution function is certainly below the share, or certainly not; {@code near} may do. */
    private double away(double x, int side, double near) {
        double p = Arithmetic.real(share);
        double distance = Math.max(near, 2 * Math.ulp(x) + Double.MIN_NORMAL);
        for (int i = 0; i < MAX_DOUBLINGS; i++) {
            Estimate there = below(x + side * distance);
            double at = side * (Arithmetic.real(there.value()) - p);
            if (at > there.error() + Math.ulp(p)) {
                return distance;
            }
            distance *= 4;
        }
        throw new NoValue("the quantile is not determined: the distribution function stays near " + p);
    }
}
