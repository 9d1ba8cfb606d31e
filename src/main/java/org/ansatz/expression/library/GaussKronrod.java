package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.quantity.NoValue;

/**
 * Integrals from samples: the adaptive 7–15 point Gauss–Kronrod rule (QUADPACK, Piessens et al. 1983, rule QK15). The interval with
 * the largest error is halved until all errors together are small enough. A peak that falls between the first 15 points (narrower
 * than a fiftieth of the interval, say) can be missed without a trace in the error.
 */
final class GaussKronrod {

    /** How often intervals are halved. */
    private static final int MAX_HALVINGS = 400;

    /** After so many halvings, as at an end that is no pole but steep, an error no larger than this part of the whole is small enough. */
    private static final int PATIENCE = 48;

    private static final double ENOUGH = 1e-10;

    /** An integral whose error is a larger part of it has not settled. */
    static final double SETTLED = 1e-3;

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

    private GaussKronrod() {}

    /** What is integrated: one or several quantities at once, which can be added up. */
    interface Amount<A extends Amount<A>> {
        A plus(A other);

        /** All of it times a weight; sizes and doubts times its magnitude. */
        A times(double weight);

        /** How far each quantity is from that of another amount. */
        double[] distances(A other);

        /** What the magnitudes of each quantity come to. */
        double[] sizes();

        /** How wrong each quantity is, whatever the rule. */
        double[] doubts();
    }

    /** A function of one real variable. */
    interface Integrand<A> {
        A at(double x);

        /** Why there is no integral where samples between two points are infinite. */
        NoValue infinite(double from, double to);
    }

    /**
     * An integral.
     *
     * @param errors how wrong each quantity may be, beside its own doubt
     * @param pieces how many intervals were needed
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    record Found<A>(A sum, double[] errors, int pieces) {}

    /**
     * The integral over cells, which are halved where that is needed.
     *
     * @param none an amount of nothing
     * @param cells their ends, two by two
     * @param tolerance the error, relative to the integral of the magnitude, that is small enough
     */
    static <A extends Amount<A>> Found<A> over(A none, Integrand<A> integrand, double[][] cells, double tolerance) {
        List<Piece<A>> pieces = new ArrayList<>();
        for (double[] cell : cells) {
            pieces.add(new Piece<>(none, integrand, cell[0], cell[1]));
        }
        for (int halvings = 0; halvings < MAX_HALVINGS; halvings++) {
            int worst = worst(pieces, halvings < PATIENCE ? tolerance : Math.max(tolerance, ENOUGH));
            if (worst < 0) {
                break;
            }
            Piece<A> piece = pieces.get(worst);
            double middle = (piece.from + piece.to) / 2;
            if (!(middle > piece.from && middle < piece.to)) {
                break;
            }
            pieces.set(worst, new Piece<>(none, integrand, piece.from, middle));
            pieces.add(new Piece<>(none, integrand, middle, piece.to));
        }
        A sum = none;
        for (Piece<A> piece : pieces) {
            sum = sum.plus(piece.found);
        }
        return new Found<>(sum, total(pieces, Piece::allErrors), pieces.size());
    }

    /** The piece whose error is the largest part of what it belongs to; −1 if all errors are small enough. */
    private static <A extends Amount<A>> int worst(List<Piece<A>> pieces, double tolerance) {
        double[] errors = total(pieces, piece -> piece.errors);
        double[] sizes = total(pieces, piece -> piece.sizes);
        double[] doubts = total(pieces, piece -> piece.found.doubts());
        double[] moved = total(pieces, piece -> piece.moved);
        boolean isGood = true;
        for (int k = 0; k < errors.length; k++) {
            isGood &= errors[k] <= Math.max(tolerance * sizes[k], Math.max(doubts[k], moved[k]));
        }
        int worst = -1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; !isGood && i < pieces.size(); i++) {
            double rank = 0;
            for (int k = 0; k < errors.length; k++) {
                rank = Math.max(rank, sizes[k] == 0 ? 0 : pieces.get(i).errors[k] / sizes[k]);
            }
            if (rank > largest) {
                largest = rank;
                worst = i;
            }
        }
        return worst;
    }

    private interface Part<A extends Amount<A>> {
        double[] of(Piece<A> piece);
    }

    private static <A extends Amount<A>> double[] total(List<Piece<A>> pieces, Part<A> part) {
        double[] total = pieces.isEmpty() ? new double[0] : new double[part.of(pieces.get(0)).length];
        for (Piece<A> piece : pieces) {
            double[] more = part.of(piece);
            for (int k = 0; k < total.length; k++) {
                total[k] += more[k];
            }
        }
        return total;
    }

    /**
     * One interval: its integral by 15 points, and how far 7 of them are from that. Beside, how far its rounded points may move it: each
     * stands a rounding from where it belongs, so that the integral is off by as much times the variation of the integrand. An
     * interval far from zero holds few numbers.
     */
    private static final class Piece<A extends Amount<A>> {
        private final double from;
        private final double to;
        private final A found;
        private final double[] sizes;
        private final double[] errors;
        private final double[] moved;

        Piece(A none, Integrand<A> integrand, double from, double to) {
            this.from = from;
            this.to = to;
            double centre = (from + to) / 2;
            double half = (to - from) / 2;
            A kronrod = none;
            A gauss = none;
            List<A> below = new ArrayList<>();
            List<A> above = new ArrayList<>();
            for (int i = 0; i < NODES.length; i++) {
                for (int side = NODES[i] == 0 ? 1 : -1; side <= 1; side += 2) {
                    A y = integrand.at(centre - side * half * NODES[i]);
                    (side < 0 ? above : below).add(y);
                    kronrod = kronrod.plus(y.times(half * KRONROD[i]));
                    gauss = i % 2 == 1 ? gauss.plus(y.times(half * GAUSS[i / 2])) : gauss;
                }
            }
            found = kronrod;
            moved = variation(none, below, above);
            sizes = found.sizes();
            errors = found.distances(gauss);
            for (int k = 0; k < sizes.length; k++) {
                if (!Double.isFinite(sizes[k])) {
                    throw integrand.infinite(from, to);
                }
                errors[k] = sharpened(errors[k], sizes[k]);
                moved[k] *= Math.max(Math.ulp(from), Math.ulp(to));
            }
        }

        /** How far each quantity goes up and down from point to point. */
        private static <A extends Amount<A>> double[] variation(A none, List<A> below, List<A> above) {
            double[] variation = none.sizes().clone();
            A middle = below.get(below.size() - 1);
            for (List<A> side : List.of(below, above)) {
                for (int i = 0; i < above.size(); i++) {
                    A next = i + 1 < side.size() ? side.get(i + 1) : middle;
                    double[] distances = side.get(i).distances(next);
                    for (int k = 0; k < variation.length; k++) {
                        variation[k] += distances[k];
                    }
                }
            }
            return variation;
        }

        private double[] allErrors() {
            double[] all = errors.clone();
            for (int k = 0; k < all.length; k++) {
                all[k] += moved[k];
            }
            return all;
        }

        /** QUADPACK's estimate: the 15-point rule is far better than its distance from the 7-point rule. */
        private static double sharpened(double distance, double size) {
            double relative = size == 0 ? 0 : 200 * distance / size;
            return Math.max(size * Math.min(1, relative * Math.sqrt(relative)), 2.3e-16 * size);
        }
    }
}
