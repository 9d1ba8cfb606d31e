package org.ansatz.figure.file;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/** Shapes as the path data of SVG, to a hundredth of a pixel. */
final class PathData {

    private static final String COMMANDS = "MLQCZ";
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    /** Farther than any sheet reaches. */
    private static final double FARTHEST = 1e6;

    private PathData() {}

    static void append(Shape shape, AffineTransform transform, StringBuilder to) {
        double[] numbers = new double[6];
        for (PathIterator path = shape.getPathIterator(transform); !path.isDone(); path.next()) {
            int command = path.currentSegment(numbers);
            to.append(COMMANDS.charAt(command));
            for (int i = 0; i < NUMBERS[command]; i++) {
                to.append(i == 0 ? "" : " ").append(number(numbers[i]));
            }
        }
    }

    /** A number with at most two decimals. */
    static String number(double value) {
        double inside = Double.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, value));
        long hundredths = Math.round(100 * inside);
        String sign = hundredths < 0 ? "-" : "";
        long size = Math.abs(hundredths);
        long rest = size % 100;
        String decimals = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
        return sign + size / 100 + decimals;
    }
}
