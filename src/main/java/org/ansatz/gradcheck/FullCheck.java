package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every entry of a gradient against the slope along it. */
final class FullCheck {

    private final GradientCheck check;
    private final double[] claimed;

    /** The right gradient as far as it is known; at kinks and where nothing is defined, the claim stands. */
    private final double[] found;

    private final List<Entry> entries = new ArrayList<>();
    private Report.@Nullable AtKink kink;
    private @Nullable String undefined;

    private FullCheck(GradientCheck check, double[] claimed) {
        this.check = check;
        this.claimed = claimed;
        found = claimed.clone();
    }

    static Report report(GradientCheck check, double[] claimed) {
        FullCheck full = new FullCheck(check, claimed);
        List<Slope> slopes = check.slopes();
        for (int i = 0; i < slopes.size(); i++) {
            full.take(i, slopes.get(i));
        }
        return full.report();
    }

    private void take(int i, Slope slope) {
        if (slope instanceof Slope.Smooth) {
            found[i] = ((Slope.Smooth) slope).value();
            entries.add(check.entry(i, claimed[i], (Slope.Smooth) slope));
        } else if (slope instanceof Slope.Kink) {
            Report.AtKink here = check.kink(i, claimed[i], (Slope.Kink) slope);
            kink = kink == null || kink.isSubgradient() && !here.isSubgradient() ? here : kink;
        } else if (undefined == null) {
            undefined = check.place(i) + ": " + ((Slope.Undefined) slope).reason();
        }
    }

    /** What is certainly wrong comes first, then what cannot be judged. */
    private Report report() {
        Entry worst = null;
        int wrong = 0;
        for (Entry entry : entries) {
            if (check.isWrong(entry, 0)) {
                wrong++;
                worst = worst == null || isFarther(entry, worst) ? entry : worst;
            }
        }
        if (worst != null) {
            return new Report.Differs(worst, wrong, check.likeness(claimed, found), check.order(claimed));
        }
        if (kink != null) {
            return kink;
        }
        return undefined == null ? agreement() : new Report.Undecided(undefined);
    }

    private static boolean isFarther(Entry entry, Entry than) {
        double a = Math.abs(entry.claimed() - entry.found());
        double b = Math.abs(than.claimed() - than.found());
        return !(a <= b) && !Double.isNaN(b);
    }

    private Report agreement() {
        double largest = GradientCheck.largest(entries);
        double value = check.value();
        double worst = 0;
        double resolution = 0;
        for (Entry entry : entries) {
            double measure = Math.max(check.measure(entry, largest, value), Double.MIN_NORMAL);
            double apart = Math.abs(entry.claimed() - entry.found());
            if (Math.max(apart, entry.error()) > check.tolerance() * measure) {
                return new Report.Undecided(check.place(entry) + ": differences are good to " + entry.error()
                        + " only, of a slope of " + entry.found());
            }
            worst = Math.max(worst, apart / measure);
            resolution = Math.max(resolution, entry.error() / measure);
        }
        return new Report.Agrees(worst, resolution, check.order(claimed));
    }
}
