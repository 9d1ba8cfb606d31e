package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * The function of time of which a proper quotient of polynomials is the Laplace transform: a sum of t^(k−1)/(k−1)!·exp(pt), one for each
 * partial fraction. Of an improper one, all but what happens at zero.
 */
public final class Modes {

    private final List<PartialFractions.Part> parts;

    private Modes(List<PartialFractions.Part> parts) {
        this.parts = parts;
    }

    /** Those of a quotient with exact coefficients. */
    public static Modes of(Fraction transform) {
        List<PartialFractions.Part> parts = new ArrayList<>();
        for (Roots.Root pole : Roots.of(transform.denominator())) {
            parts.addAll(PartialFractions.at(pole, transform));
        }
        return new Modes(parts);
    }

    /** The function at a moment that is not negative; at zero, just after it. */
    public double at(double t) {
        double sum = 0;
        for (PartialFractions.Part part : parts) {
            Point p = part.pole().at();
            sum += size(part, t)
                    * (part.factor().re() * Math.cos(p.im() * t) - part.factor().im() * Math.sin(p.im() * t));
        }
        return sum;
    }

    /** How wrong the function may be at a moment. */
    public double doubt(double t) {
        double doubt = 0;
        for (PartialFractions.Part part : parts) {
            Point p = part.pole().at();
            double known = part.error()
                    + part.factor().size()
                            * (8 * Math.ulp(1.0) * (1 + p.size() * t)
                                    + part.pole().error() * t);
            doubt += size(part, t) * known;
        }
        return doubt;
    }

    private static double size(PartialFractions.Part part, double t) {
        double size = Math.exp(part.pole().at().re() * t);
        for (int k = 1; k < part.power(); k++) {
            size *= t / k;
        }
        return size;
    }

    /** The magnitude of the fastest pole; 0 if there is none. */
    double fastest() {
        double fastest = 0;
        for (PartialFractions.Part part : parts) {
            fastest = Math.max(fastest, part.pole().at().size());
        }
        return fastest;
    }
}
