package org.ansatz.figure.text;

import org.ansatz.figure.Axis;
import org.ansatz.figure.Interval;

/** Draws on a canvas in the coordinates of a figure; what lies outside the shown stretch is clipped. */
final class Pen {

    /** Which dots of a line are drawn, for each ink: whole, dashed, dotted, dash and dot. */
    private static final String[] STROKES = {"1", "111100", "10", "11110100", "11111111000", "100"};

    private final Canvas canvas;
    private final Axis x;
    private final Axis y;
    private final Interval along;
    private final Interval up;

    Pen(Canvas canvas, Axis x, Interval along, Axis y, Interval up) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
        this.along = along;
        this.up = up;
    }

    /** How many strokes there are; beyond, they are repeated in other colours and with other letters. */
    static String stroke(int ink) {
        return STROKES[ink % STROKES.length];
    }

    /** What is shown from left to right. */
    Interval along() {
        return along;
    }

    /** Dots from the left edge; outside the canvas where the number is not shown. */
    double across(double value) {
        return x.scale().shows(value)
                ? x.scale().fraction(value, along) * (canvas.columns() * canvas.across() - 1)
                : Double.NaN;
    }

    /** Dots from the top. */
    double down(double value) {
        return y.scale().shows(value)
                ? (1 - y.scale().fraction(value, up)) * (canvas.rows() * canvas.down() - 1)
                : Double.NaN;
    }

    /** The column of a place along, or −1 if it is not shown. */
    int column(double value) {
        double across = across(value);
        boolean shown = across >= -0.5 && across < canvas.columns() * canvas.across() - 0.5;
        return shown ? (int) Math.round(across) / canvas.across() : -1;
    }

    /** The row of a height, or −1 if it is not shown. */
    int row(double value) {
        double down = down(value);
        boolean shown = down >= -0.5 && down < canvas.rows() * canvas.down() - 0.5;
        return shown ? (int) Math.round(down) / canvas.down() : -1;
    }

    /** A point. */
    void dot(double atX, double atY, int ink) {
        double across = across(atX);
        double down = down(atY);
        if (!Double.isNaN(across + down) && Math.abs(across) < 1e6 && Math.abs(down) < 1e6) {
            canvas.dot((int) Math.round(across), (int) Math.round(down), ink);
        }
    }

    /**
     * A line from one point to another.
     *
     * @param phase how many dots of this stroke were drawn before
     * @return the phase for what follows
     */
    int line(double x0, double y0, double x1, double y1, int ink, int phase) {
        double a0 = across(x0);
        double d0 = down(y0);
        double a1 = across(x1);
        double d1 = down(y1);
        if (Double.isNaN(a0 + d0 + a1 + d1)) {
            return phase;
        }
        double width = canvas.columns() * canvas.across();
        double height = canvas.rows() * canvas.down();
        double[] part = clipped(new double[] {a1 - a0, d1 - d0}, new double[] {a0, d0}, new double[] {width, height});
        if (part.length == 0) {
            return phase;
        }
        double fromA = a0 + part[0] * (a1 - a0);
        double fromD = d0 + part[0] * (d1 - d0);
        double byA = (part[1] - part[0]) * (a1 - a0);
        double byD = (part[1] - part[0]) * (d1 - d0);
        int steps = (int) Math.max(1, Math.ceil(Math.max(Math.abs(byA), Math.abs(byD))));
        String stroke = canvas.down() == 1 || ink < 0 ? "1" : stroke(ink);
        for (int i = 0; i <= steps; i++) {
            if (stroke.charAt((phase + i) % stroke.length()) == '1') {
                canvas.dot((int) Math.round(fromA + byA * i / steps), (int) Math.round(fromD + byD * i / steps), ink);
            }
        }
        return phase + steps;
    }

    /** The part of a way that lies on the canvas, as fractions of it; empty if none does (Liang and Barsky, 1984). */
    private static double[] clipped(double[] way, double[] start, double[] size) {
        double first = 0;
        double last = 1;
        for (int i = 0; i < 2; i++) {
            if (way[i] == 0) {
                if (start[i] < -0.5 || start[i] > size[i] - 0.5) {
                    return new double[0];
                }
                continue;
            }
            double enter = (-0.5 - start[i]) / way[i];
            double leave = (size[i] - 0.5 - start[i]) / way[i];
            first = Math.max(first, Math.min(enter, leave));
            last = Math.min(last, Math.max(enter, leave));
        }
        return first > last ? new double[0] : new double[] {first, last};
    }
}
