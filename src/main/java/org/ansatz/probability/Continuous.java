package org.ansatz.probability;

import java.util.function.DoubleSupplier;

/** A distribution with a density. All that is said of it is good to a few units in the last place, far out in the tails, too. */
public interface Continuous {

    /** The density at x, in 1 over the unit of the variable. */
    double density(double x);

    /** The probability of less than x. */
    double below(double x);

    /** The probability of more than x. */
    double above(double x);

    /**
     * Where the distribution is cut into parts, in order: from the first to the last lies all of it but for less than 1e-300. On
     * each part the density is smooth and of one scale.
     */
    double[] knots();

    /** Whether the first knot is the least possible value, rather than one that is hardly ever gone below. */
    boolean isBoundedBelow();

    /** Whether the last knot is the greatest possible value. */
    boolean isBoundedAbove();

    /**
     * A number drawn at random.
     *
     * @param uniform gives numbers from 0 (included) to 1 (excluded)
     */
    double draw(DoubleSupplier uniform);

    /** The probability from a to b, with full relative accuracy also far out. */
    default double mass(double a, double b) {
        double far = above(a);
        return far < 0.5 ? far - above(b) : below(b) - below(a);
    }
}
