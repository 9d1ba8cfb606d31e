package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.expression.library.GaussKronrod.Amount;
import org.ansatz.expression.library.GaussKronrod.Integrand;

/**
 * One interval: its integral by 15 points, and QUADPACK's estimate of the error, from how far 7 of them are from that: the 15-point rule is
 * far better, as long as the distance is small beside how far the integrand is from its mean. Beside, how far its rounded points may move it: each
 * stands a rounding from where it belongs, so that the integral is off by as much times the variation of the integrand. An
 * interval far from zero holds few numbers.
 */
final class Panel<A extends Amount<A>> {

    static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691693301, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0.0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327
    };

    /** The rule of 7 points takes the Legendre polynomial of degree 14, the first that it does not integrate to zero, for this. */
    private static final double GAUSS_OF_HIGHEST = 0.45411756076091775;

    /**
     * Where a kink is hidden below what is smooth, 15 points may be so many times farther off than they are from 7: 2.7 of |x − a| and 4.8 of
     * its root, at the worst of 200,000 places in the inner nine tenths.
     */
    private static final double UNLESS_SMOOTH = 5;

    /** The roundings of the rule's sums come to no more than this part of the integral of the magnitude. */
    private static final double ROUNDINGS = 4 * 0x1p-52;

    /** What may be missed at an end is looked at closer if it seems to be more than this part of the error that is small enough. */
    private static final double CLOSER = 0x1p-6;

    private final Integrand<A> integrand;
    private final double from;
    private final double to;
    private final double tolerance;
    private final Interpolant<A> samples;
    private final A found;
    private final double[] sizes;
    private final double[] errors;
    private final double[] moved;
    private final boolean hasEnds;

    /**
     * Samples an interval.
     *
     * @param none an amount of nothing
     * @param tolerance the error, relative to the integral of the magnitude, that is small enough
     */
    Panel(A none, Integrand<A> integrand, double from, double to, double tolerance) {
        this.integrand = integrand;
        this.from = from;
        this.to = to;
        this.tolerance = tolerance;
        double centre = (from + to) / 2;
        double half = (to - from) / 2;
        List<A> below = new ArrayList<>();
        List<A> above = new ArrayList<>();
        A mean = none;
        A coarse = none;
        for (int i = 0; i < NODES.length; i++) {
            for (int side = NODES[i] == 0 ? 1 : -1; side <= 1; side += 2) {
                A y = integrand.at(centre - side * half * NODES[i]);
                (side < 0 ? above : below).add(y);
                mean = mean.plus(y.times(KRONROD[i] / 2));
                coarse = i % 2 == 1 ? coarse.plus(y.times(GAUSS[i / 2] / 2)) : coarse;
            }
        }
        samples = new Interpolant<>(below, above);
        found = mean.times(to - from);
        sizes = found.sizes();
        for (double size : sizes) {
            if (!Double.isFinite(size)) {
                throw integrand.infinite(from, to);
            }
        }
        errors = new double[sizes.length];
        boolean isSaturated = estimate(samples.spread(none, mean, KRONROD), apart(none, mean, coarse));
        moved = samples.variation(none);
        for (int k = 0; k < moved.length; k++) {
            moved[k] *= Math.max(Math.ulp(from), Math.ulp(to));
        }
        hasEnds = !integrand.mayBeRough() || isSaturated; // then its ends tell no more
    }

    private Panel(Panel<A> panel, double[] more) {
        integrand = panel.integrand;
        from = panel.from;
        to = panel.to;
        tolerance = panel.tolerance;
        samples = panel.samples;
        found = panel.found;
        sizes = panel.sizes;
        errors = panel.errors.clone();
        for (int k = 0; k < errors.length; k++) {
            errors[k] += more[k];
        }
        moved = panel.moved;
        hasEnds = true;
    }

    /**
     * How far the mean by 15 points is from that by 7. A kink may be so placed that the two agree, for they are apart by the highest coefficient
     * of the polynomial through the samples alone; but then the one before it is not small.
     */
    private double[] apart(A none, A mean, A coarse) {
        if (!integrand.mayBeRough()) {
            return mean.distances(coarse);
        }
        double[] apart = samples.highest(none);
        for (int k = 0; k < apart.length; k++) {
            apart[k] *= GAUSS_OF_HIGHEST / 2;
        }
        return apart;
    }

    /**
     * Estimates the errors from how far the two rules are apart; returns whether all are as large as the integrand is from its mean, and that is
     * not next to nothing, as it is of a constant. Where it matters, what is nothing but rounding is no kink.
     */
    private boolean estimate(double[] spread, double[] apart) {
        double width = Math.abs(to - from);
        boolean isSaturated = true;
        double rounding = 0;
        for (int k = 0; k < errors.length; k++) {
            double relative = spread[k] == 0 ? 0 : 200 * apart[k] / spread[k];
            errors[k] = Math.max(spread[k] * width * Math.min(1, relative * Math.sqrt(relative)), ROUNDINGS * sizes[k]);
            isSaturated &= relative >= 1 && errors[k] > GaussKronrod.SETTLED * sizes[k];
            double ifRough = UNLESS_SMOOTH * apart[k] * width;
            if (integrand.mayBeRough() && ifRough > errors[k]) {
                double enough = tolerance * sizes[k];
                boolean decides = errors[k] <= enough && ifRough > enough;
                rounding = decides && rounding == 0 ? rounding() : rounding;
                errors[k] = decides && apart[k] <= rounding ? errors[k] : ifRough;
            }
        }
        return isSaturated;
    }

    /** What the outermost samples may be nothing but rounding of. */
    private double rounding() {
        double middle = (from + to) / 2;
        double outermost = (to - from) / 2 * NODES[0];
        return Gap.ROUNDINGS * Math.max(integrand.rounding(middle - outermost), integrand.rounding(middle + outermost));
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /** The integral. */
    A found() {
        return found;
    }

    /** The integral of the magnitude of each quantity. */
    double[] sizes() {
        return sizes;
    }

    /** How far the rule may be off. */
    double[] errors() {
        return errors;
    }

    /** How far rounded points may move the integral. */
    double[] moved() {
        return moved;
    }

    double[] allErrors() {
        double[] all = errors.clone();
        for (int k = 0; k < all.length; k++) {
            all[k] += moved[k];
        }
        return all;
    }

    /** The same with what may be missed between its ends and its outermost samples. */
    Panel<A> withEnds() {
        if (hasEnds) {
            return this;
        }
        double[] enough =
                Arrays.stream(sizes).map(size -> CLOSER * tolerance * size).toArray();
        double[] more = new Gap<>(integrand, samples, from, (to - from) / 2).missed(enough);
        double[] beyond = new Gap<>(integrand, samples.mirrored(), to, (from - to) / 2).missed(enough);
        for (int k = 0; k < more.length; k++) {
            more[k] += beyond[k];
        }
        return new Panel<>(this, more);
    }
}
