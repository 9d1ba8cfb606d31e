package org.ansatz.gradcheck;

import java.util.Random;

/** Projections of a gradient on random directions against the slopes along them. */
final class FastCheck {

    private static final int PROJECTIONS = 3;

    private final GradientCheck check;
    private final double[] claimed;

    private FastCheck(GradientCheck check, double[] claimed) {
        this.check = check;
        this.claimed = claimed;
    }

    static Report report(GradientCheck check, double[] claimed, Random random) {
        for (double entry : claimed) {
            if (!Double.isFinite(entry)) {
                return check.full(claimed);
            }
        }
        return new FastCheck(check, claimed).report(random);
    }

    private Report report(Random random) {
        double worst = 0;
        double resolution = 0;
        for (int i = 0; i < PROJECTIONS; i++) {
            double[] direction = random.doubles(claimed.length, -1, 1).toArray();
            Slope slope = check.along(direction);
            if (!(slope instanceof Slope.Smooth)) {
                return check.full(claimed);
            }
            Entry projected = projected(direction, (Slope.Smooth) slope);
            double size = size(direction);
            if (check.isWrong(projected, size)) {
                return located(direction);
            }
            worst = Math.max(
                    worst, Math.abs(projected.claimed() - projected.found()) / Math.max(size, Double.MIN_NORMAL));
            resolution = Math.max(resolution, projected.error() / Math.max(size, Double.MIN_NORMAL));
        }
        return resolution > check.tolerance()
                ? check.full(claimed)
                : new Report.Agrees(worst, resolution, check.order(claimed));
    }

    /** Halves the direction, keeping a half on which the projection is wrong, until one entry is left. */
    private Report located(double[] direction) {
        int low = 0;
        int high = claimed.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            double[] half = part(direction, low, middle);
            Slope slope = check.along(half);
            boolean here =
                    slope instanceof Slope.Smooth && check.isWrong(projected(half, (Slope.Smooth) slope), size(half));
            low = here ? low : middle;
            high = here ? middle : high;
        }
        double[] alone = new double[claimed.length];
        alone[low] = 1;
        Slope slope = check.along(alone);
        if (slope instanceof Slope.Smooth) {
            Entry entry = check.entry(low, claimed[low], (Slope.Smooth) slope);
            if (check.isWrong(entry, 0)) {
                return new Report.Differs(entry, -1, new Likeness.None(), check.order(claimed));
            }
        }
        return check.full(claimed);
    }

    private static double[] part(double[] direction, int low, int high) {
        double[] part = new double[direction.length];
        System.arraycopy(direction, low, part, low, high - low);
        return part;
    }

    private Entry projected(double[] direction, Slope.Smooth slope) {
        double projection = 0;
        for (int i = 0; i < claimed.length; i++) {
            projection += claimed[i] * direction[i];
        }
        return new Entry(0, 0, projection, slope.value(), slope.error());
    }

    /** How large a projection is if its parts do not cancel. */
    private double size(double[] direction) {
        double size = 0;
        for (int i = 0; i < claimed.length; i++) {
            size = Math.hypot(size, claimed[i] * direction[i]);
        }
        return size;
    }
}
