package org.ansatz.figure.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a curve into dashes. XChart strokes each segment by itself, so that a pattern would begin anew at every point and a
 * dense curve look whole.
 */
final class Dashes {

    private final float[] pattern;
    private final List<double[]> cut = new ArrayList<>();
    private int part;
    private double left;

    private Dashes(float[] pattern) {
        this.pattern = pattern;
        this.left = pattern[0];
    }

    /**
     * The pieces of a curve that are drawn, with a point that is not a number after each.
     *
     * @param points along and up in pixels; not a number at a gap
     * @param pattern lengths drawn and left out in turn, in pixels; none for a whole line
     */
    static List<double[]> of(List<double[]> points, float[] pattern) {
        return pattern.length == 0 ? points : new Dashes(pattern).along(points);
    }

    private List<double[]> along(List<double[]> points) {
        for (int i = 0; i < points.size(); i++) {
            double[] to = points.get(i);
            if (Double.isNaN(to[1]) || i == 0 || Double.isNaN(points.get(i - 1)[1])) {
                cut.add(to);
                part = 0;
                left = pattern[0];
            } else {
                segment(points.get(i - 1), to);
            }
        }
        return cut;
    }

    private void segment(double[] from, double[] to) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        double done = 0;
        while (length - done > left) {
            done += left;
            double share = done / length;
            double[] at = {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
            if (part % 2 == 0) {
                cut.add(at);
                cut.add(new double[] {at[0], Double.NaN});
            } else {
                cut.add(at);
            }
            part = (part + 1) % pattern.length;
            left = pattern[part];
        }
        left -= length - done;
        if (part % 2 == 0) {
            cut.add(to);
        }
    }
}
