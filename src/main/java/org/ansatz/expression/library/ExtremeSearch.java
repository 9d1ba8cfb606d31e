package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.interval.Interval;

/**
 * The largest value of a function that is known by samples: the best point of a grid and those beside it are narrowed by golden
 * sections (Kiefer 1953). A narrower peak than a grid cell can be missed.
 */
final class ExtremeSearch {

    private static final int SECTIONS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** A value is not told from the largest if it is less by no more than so many times its simulated roundings. */
    private static final double ROUNDINGS = 2;

    private final RootSearch.Sampled f;
    private double at;
    private double best;
    private double error;

    /** Where the function has its largest value, as far as sections came. */
    private double width;

    /**
     * Searches.
     *
     * @param f the function
     * @param breaks where it may jump or have a kink: it is looked at there as well, and between them
     */
    ExtremeSearch(RootSearch.Sampled f, List<Interval> breaks) {
        this.f = f;
        double[] points = RootSearch.points(f.low(), f.high(), breaks);
        double[] values = new double[points.length];
        int bestOf = 0;
        for (int i = 0; i < points.length; i++) {
            values[i] = f.at(points[i]);
            bestOf = values[i] > values[bestOf] ? i : bestOf;
        }
        at = points[bestOf];
        best = values[bestOf];
        int before = Math.max(0, bestOf - 1);
        int after = Math.min(points.length - 1, bestOf + 1);
        narrow(points[before], points[after], values[before], values[after]);
    }

    private void narrow(double from, double to, double atFrom, double atTo) {
        double a = from;
        double b = to;
        double atA = atFrom;
        double atB = atTo;
        double c = b - GOLDEN * (b - a);
        double d = a + GOLDEN * (b - a);
        double atC = f.at(c);
        double atD = f.at(d);
        for (int i = 0; i < SECTIONS && b - a > Math.ulp(Math.max(Math.abs(a), Math.abs(b))) * 4; i++) {
            if (atC > atD) {
                b = d;
                atB = atD;
                d = c;
                atD = atC;
                c = b - GOLDEN * (b - a);
                atC = f.at(c);
            } else {
                a = c;
                atA = atC;
                c = d;
                atC = atD;
                d = a + GOLDEN * (b - a);
                atD = f.at(d);
            }
        }
        double inside = Math.max(atC, atD);
        if (inside > best) {
            best = inside;
            at = atC > atD ? c : d;
        }
        width = b - a;
        // What bends down rises no more from c or d than it did on the way there; at a jump one side says nothing of
        // that.
        error = 2 * Math.abs(atC - atD) + Math.max(0, inside - Math.max(atA, atB));
    }

    double value() {
        return best;
    }

    /** How much larger a value may be. */
    double error() {
        return error;
    }

    /** Where it is, as far as values are told from the largest for their rounding. */
    Estimate place() {
        double doubt = ROUNDINGS * (f.roundings(at, width) + Math.ulp(best));
        return Estimate.of(
                at, RootSearch.within(x -> best - f.at(x), Estimate.of(at, width), doubt, f.low(), f.high()));
    }
}
