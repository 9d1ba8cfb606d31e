package org.ansatz.expression.library;

import java.util.PriorityQueue;
import org.ansatz.quantity.NoValue;

/**
 * Integrals of several functions at once, each of which knows its own error, by the adaptive 7–15 point Gauss–Kronrod rule (QUADPACK,
 * Piessens et al. 1983).
 */
final class Kronrod {

    private static final int MAX_PIECES = 300;

    /** An integral whose error is a larger part of it has not settled. */
    private static final double SETTLED = 1e-3;

    private Kronrod() {}

    /** Several functions of one variable. */
    interface Functions {
        /** Their values, with their errors and the sizes of what they are made of. */
        Totals at(double x);
    }

    /**
     * The integrals over cells, which are halved where that is needed.
     *
     * @param cells their ends, two by two
     * @param tolerance the error, relative to the integral of the magnitude, that is small enough
     */
    static Totals over(Functions functions, double[][] cells, int count, double tolerance) {
        PriorityQueue<Piece> pieces = new PriorityQueue<>((a, b) -> Double.compare(b.rank, a.rank));
        Totals sum = Totals.none(count);
        for (double[] cell : cells) {
            Piece piece = new Piece(functions, cell[0], cell[1], count);
            pieces.add(piece);
            sum = sum.plus(piece.found);
        }
        sum.rank(pieces);
        for (int made = cells.length; made < MAX_PIECES + cells.length && !isGood(pieces, sum, tolerance); made++) {
            Piece worst = pieces.remove();
            double middle = (worst.from + worst.to) / 2;
            if (!(middle > worst.from && middle < worst.to)) {
                pieces.add(worst);
                break;
            }
            Piece left = new Piece(functions, worst.from, middle, count);
            Piece right = new Piece(functions, middle, worst.to, count);
            sum = sum.plus(left.found).plus(right.found).less(worst.found);
            left.rankFor(sum);
            right.rankFor(sum);
            pieces.add(left);
            pieces.add(right);
        }
        Totals all = Totals.none(count);
        for (Piece piece : pieces) {
            all = all.plus(piece.found).plusErrors(piece.rule);
        }
        return all;
    }

    /** Refuses integrals whose errors are a large part of them. */
    static Totals settled(Totals all) {
        for (int i = 0; i < all.values().length; i++) {
            if (all.errors()[i] > SETTLED * all.sizes()[i]) {
                throw new NoValue("an integral over the random variables does not settle: its error is "
                        + all.errors()[i] + " of " + all.sizes()[i]);
            }
        }
        return all;
    }

    private static boolean isGood(PriorityQueue<Piece> pieces, Totals sum, double tolerance) {
        for (int i = 0; i < sum.values().length; i++) {
            double error = 0;
            for (Piece piece : pieces) {
                error += piece.rule[i];
            }
            if (error > Math.max(tolerance * sum.sizes()[i], sum.errors()[i])) {
                return false;
            }
        }
        return true;
    }

    /** One interval; {@code rule} is how wrong the rule may be, beside the errors of the functions. */
    static final class Piece {
        private final double from;
        private final double to;
        private final Totals found;
        private final double[] rule;
        private double rank;

        Piece(Functions functions, double from, double to, int count) {
            this.from = from;
            this.to = to;
            double centre = (from + to) / 2;
            double half = (to - from) / 2;
            double[] nodes = GaussKronrod.NODES;
            Totals kronrod = Totals.none(count);
            double[] gauss = new double[count];
            for (int i = 0; i < nodes.length; i++) {
                for (int side = nodes[i] == 0 ? 1 : -1; side <= 1; side += 2) {
                    Totals y = functions.at(centre + side * half * nodes[i]);
                    kronrod = kronrod.plus(y.times(half * GaussKronrod.KRONROD[i]));
                    for (int k = 0; i % 2 == 1 && k < count; k++) {
                        gauss[k] += half * GaussKronrod.GAUSS[i / 2] * y.values()[k];
                    }
                }
            }
            found = kronrod;
            rule = new double[count];
            for (int k = 0; k < count; k++) {
                double size = found.sizes()[k];
                if (!Double.isFinite(found.values()[k]) || !Double.isFinite(size)) {
                    throw new NoValue(
                            "a mean does not converge: what is asked is infinite for some outcomes, or larger than 1.8e308");
                }
                double relative = size == 0 ? 0 : 200 * Math.abs(found.values()[k] - gauss[k]) / size;
                rule[k] = Math.max(size * Math.min(1, relative * Math.sqrt(relative)), 2.3e-16 * size);
            }
        }

        /** How large its error is for the largest that is allowed. */
        void rankFor(Totals sum) {
            rank = 0;
            for (int k = 0; k < rule.length; k++) {
                rank = Math.max(rank, sum.sizes()[k] == 0 ? 0 : rule[k] / sum.sizes()[k]);
            }
        }
    }
}
