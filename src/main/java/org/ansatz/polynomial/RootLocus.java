package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.quantity.NoValue;

/**
 * The root locus of a loop: the roots of 1 + K·L(s) = 0 for all K > 0. Where branches meet on the real axis, K = −1/L(s) is stationary,
 * so that N·D′ = N′·D (R. C. Dorf and R. H. Bishop, Modern Control Systems, 12th ed., section 7.3).
 */
public final class RootLocus {

    /** What is no larger than this part of the sum of its terms' magnitudes is zero: K begins there, or ends. */
    private static final double NOTHING = 1e-9;

    private RootLocus() {}

    /**
     * The points on the real axis at which branches meet, from left to right; where K begins at a multiple pole, that pole.
     *
     * @throws NoValue if the loop has neither poles nor zeros that move
     */
    public static List<Roots.Root> breakaways(Fraction loop) {
        Polynomial up = loop.numerator();
        Polynomial down = loop.denominator();
        Polynomial stationary =
                up.times(down.derivative()).minus(up.derivative().times(down));
        if (stationary.isZero()) {
            throw new NoValue("a loop without poles and zeros has no root locus");
        }
        List<Roots.Root> points = new ArrayList<>();
        for (Roots.Root root : Roots.of(stationary)) {
            if (root.at().im() == 0 && isOnLocus(root.at().re(), up, down)) {
                points.add(root);
            }
        }
        return points;
    }

    private static boolean isOnLocus(double s, Polynomial up, Polynomial down) {
        double n = up.value(s);
        double d = down.value(s);
        boolean isEnd = Math.abs(n) <= NOTHING * size(up, s);
        boolean isStart = Math.abs(d) <= NOTHING * size(down, s);
        return !isEnd && (isStart || -d / n > 0);
    }

    private static double size(Polynomial p, double s) {
        double size = 0;
        for (int k = 0; k <= p.degree(); k++) {
            size += p.at(k).range().magnitude() * Math.pow(Math.abs(s), k);
        }
        return size;
    }
}
