package org.ansatz.judge;

import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.problem.Evidence.Values;

/** Compares a function point by point, so that it must be right where it is small, too. */
final class Pointwise {

    private Pointwise() {}

    /** How far apart values may be at a point. */
    interface Allowance {
        /** The largest difference allowed, in SI, between values of this size. */
        double at(int point, double size);
    }

    /**
     * The point at which the function is furthest from the other, among those where it is further than allowed; −1 if there
     * is none. At the edges of the domain only points count at which both are known.
     */
    static int difference(Values values, List<Estimate> other, Allowance allowance) {
        int furthest = -1;
        double most = 0;
        for (int i = 0; i < Math.min(values.values().size(), other.size()); i++) {
            Estimate a = values.values().get(i);
            Estimate b = other.get(i);
            double size = Math.max(Arrays.size(a.value()), Arrays.size(b.value()));
            boolean decides = i < values.inside() || a.error() + b.error() <= Decisions.KNOWN * size;
            double distance = decides ? Arrays.distance(a.value(), b.value()) : 0;
            boolean apart = distance > allowance.at(i, size) || Double.isInfinite(distance);
            if (apart && distance > most) {
                furthest = i;
                most = distance;
            }
        }
        return furthest;
    }

    /** The largest difference inside the domain. */
    static double distance(Values values, List<Estimate> other) {
        double distance = 0;
        for (int i = 0; i < Math.min(values.inside(), other.size()); i++) {
            distance = Math.max(
                    distance,
                    Arrays.distance(values.values().get(i).value(), other.get(i).value()));
        }
        return distance;
    }
}
