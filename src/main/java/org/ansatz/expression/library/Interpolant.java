package org.ansatz.expression.library;

import java.util.List;

/**
 * The polynomial of degree 14 through the samples at the nodes of a panel.
 *
 * @param near the samples below the middle, outermost first
 * @param far those above it; one of the two ends with the middle
 */
record Interpolant<A extends GaussKronrod.Amount<A>>(List<A> near, List<A> far) {

    /** Of the barycentric formula, at the nodes in their order: J.-P. Berrut, L. N. Trefethen, SIAM Review 46, 2004, eq. 3.2. */
    private static final double[] WEIGHTS = weights();

    /** What the Legendre polynomials of degree 14 and 13 begin with: (2n)!/(2^n n!^2). */
    private static final double LEAD_14 = 40_116_600 / 0x1p14;

    private static final double LEAD_13 = 10_400_600 / 0x1p13;

    /** The same seen from the other end. */
    Interpolant<A> mirrored() {
        return new Interpolant<>(/* near= */ far, /* far= */ near);
    }

    /**
     * Its value between the lower end and the outermost sample.
     *
     * @param distance from the end, relative to half the panel
     */
    A at(double distance) {
        double[] ofNear = new double[near.size()];
        double[] ofFar = new double[far.size()];
        double sum = 0;
        for (int i = 0; i < ofNear.length; i++) {
            ofNear[i] = WEIGHTS[i] / (distance - (1 - Panel.NODES[i]));
            sum += ofNear[i];
        }
        for (int i = 0; i < ofFar.length; i++) {
            ofFar[i] = WEIGHTS[i] / (distance - (1 + Panel.NODES[i]));
            sum += ofFar[i];
        }
        A value = near.get(0).times(ofNear[0] / sum);
        for (int i = 1; i < ofNear.length; i++) {
            value = value.plus(near.get(i).times(ofNear[i] / sum));
        }
        for (int i = 0; i < ofFar.length; i++) {
            value = value.plus(far.get(i).times(ofFar[i] / sum));
        }
        return value;
    }

    /** How large the coefficients of its Legendre polynomials of degree 13 and 14 are together: where a kink makes one small, the other is not. */
    double[] highest(A none) {
        A even = none;
        A odd = none;
        for (int i = 0; i < near.size(); i++) {
            even = even.plus(near.get(i).times(WEIGHTS[i] / LEAD_14));
            odd = odd.plus(near.get(i).times(-WEIGHTS[i] * Panel.NODES[i] / LEAD_13));
        }
        for (int i = 0; i < far.size(); i++) {
            even = even.plus(far.get(i).times(WEIGHTS[i] / LEAD_14));
            odd = odd.plus(far.get(i).times(WEIGHTS[i] * Panel.NODES[i] / LEAD_13));
        }
        double[] highest = even.distances(none);
        double[] oddOnes = odd.distances(none);
        for (int k = 0; k < highest.length; k++) {
            highest[k] = Math.hypot(highest[k], oddOnes[k]);
        }
        return highest;
    }

    /** How far each quantity is from its mean, on average. */
    double[] spread(A none, A mean, double[] weights) {
        double[] spread = none.sizes().clone();
        for (List<A> side : List.of(near, far)) {
            for (int i = 0; i < side.size(); i++) {
                double[] distances = side.get(i).distances(mean);
                for (int k = 0; k < spread.length; k++) {
                    spread[k] += weights[i] / 2 * distances[k];
                }
            }
        }
        return spread;
    }

    /** How far each quantity goes up and down from sample to sample. */
    double[] variation(A none) {
        double[] variation = none.sizes().clone();
        A middle = (near.size() > far.size() ? near : far).get(Panel.NODES.length - 1);
        for (List<A> side : List.of(near, far)) {
            for (int i = 0; i < Panel.NODES.length - 1; i++) {
                A next = i + 1 < side.size() ? side.get(i + 1) : middle;
                double[] distances = side.get(i).distances(next);
                for (int k = 0; k < variation.length; k++) {
                    variation[k] += distances[k];
                }
            }
        }
        return variation;
    }

    /** One over the product of the distances of a node from all others, of nodes of both signs. */
    private static double[] weights() {
        double[] nodes = Panel.NODES;
        double[] weights = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            double product = nodes[i] == 0 ? 1 : 2 * nodes[i];
            for (int j = 0; j < nodes.length; j++) {
                if (j != i) {
                    product *= nodes[i] - nodes[j];
                    product *= nodes[j] == 0 ? 1 : nodes[i] + nodes[j];
                }
            }
            weights[i] = 1 / product;
        }
        return weights;
    }
}
