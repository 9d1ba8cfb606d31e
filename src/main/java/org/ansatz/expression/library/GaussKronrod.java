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

        /** Whether it may jump or have a kink where nobody knows, so that what few samples show is looked for. */
        default boolean mayBeRough() {
            return false;
        }

        /** How far its values around a point may be off by rounding, beside their doubts. */
        default double rounding(double x) {
            return 0;
        }
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
        List<Panel<A>> panels = new ArrayList<>();
        for (double[] cell : cells) {
            panels.add(new Panel<>(none, integrand, cell[0], cell[1], tolerance));
        }
        for (int halvings = 0; halvings < MAX_HALVINGS; halvings++) {
            double enough = halvings < PATIENCE ? tolerance : Math.max(tolerance, ENOUGH);
            int worst = worst(panels, enough);
            if (worst < 0) {
                panels.replaceAll(Panel::withEnds);
                worst = worst(panels, enough);
            }
            if (worst < 0) {
                break;
            }
            Panel<A> panel = panels.get(worst);
            double middle = (panel.from() + panel.to()) / 2;
            if (middle == panel.from() || middle == panel.to()) {
                break;
            }
            panels.set(worst, new Panel<>(none, integrand, panel.from(), middle, tolerance));
            panels.add(new Panel<>(none, integrand, middle, panel.to(), tolerance));
        }
        panels.replaceAll(Panel::withEnds);
        A sum = none;
        for (Panel<A> panel : panels) {
            sum = sum.plus(panel.found());
        }
        return new Found<>(sum, total(panels, Panel::allErrors), panels.size());
    }

    /** The panel whose error is the largest part of what it belongs to; −1 if all errors are small enough. */
    private static <A extends Amount<A>> int worst(List<Panel<A>> panels, double tolerance) {
        double[] errors = total(panels, Panel::errors);
        double[] sizes = total(panels, Panel::sizes);
        double[] doubts = total(panels, panel -> panel.found().doubts());
        double[] moved = total(panels, Panel::moved);
        boolean isGood = true;
        for (int k = 0; k < errors.length; k++) {
            isGood &= errors[k] <= Math.max(tolerance * sizes[k], Math.max(doubts[k], moved[k]));
        }
        int worst = -1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; !isGood && i < panels.size(); i++) {
            double rank = 0;
            for (int k = 0; k < errors.length; k++) {
                rank = Math.max(rank, panels.get(i).errors()[k] / Math.max(sizes[k], Double.MIN_NORMAL));
            }
            if (rank > largest) {
                largest = rank;
                worst = i;
            }
        }
        return worst;
    }

    private interface Part<A extends Amount<A>> {
        double[] of(Panel<A> panel);
    }

    private static <A extends Amount<A>> double[] total(List<Panel<A>> panels, Part<A> part) {
        double[] total = panels.isEmpty() ? new double[0] : new double[part.of(panels.get(0)).length];
        for (Panel<A> panel : panels) {
            double[] more = part.of(panel);
            for (int k = 0; k < total.length; k++) {
                total[k] += more[k];
            }
        }
        return total;
    }
}
