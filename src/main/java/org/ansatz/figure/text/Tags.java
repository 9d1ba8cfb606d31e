package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;

/** The letters of curves: at their right ends, and once more where each is farthest from the others. */
final class Tags {

    private static final double FAR_ENOUGH = 1.5;

    private final Figure figure;
    private final Canvas canvas;
    private final Pen pen;
    private final boolean unicode;

    Tags(Figure figure, Canvas canvas, Pen pen, boolean unicode) {
        this.figure = figure;
        this.canvas = canvas;
        this.pen = pen;
        this.unicode = unicode;
    }

    /** Writes the letters along the curves, and gives those at the right ends, by row; null where none stands. */
    String[] write() {
        String[] ends = new String[canvas.rows()];
        List<Layer.Tagged> tagged = figure.tagged();
        if (tagged.size() < 2) {
            return ends;
        }
        List<double[]> heights = new ArrayList<>();
        tagged.forEach(layer -> heights.add(layer instanceof Layer.Curve ? heights(layer.points()) : new double[0]));
        for (int i = 0; i < tagged.size(); i++) {
            String tag = unicode
                    ? figure.tags().get(i)
                    : org.ansatz.figure.Label.ascii(figure.tags().get(i));
            if (heights.get(i).length > 0) {
                end(heights.get(i), tag, ends);
                inside(heights, i, tag);
            }
        }
        return ends;
    }

    /** The height of a curve in each column, in rows from the top; not a number where it has none. */
    private double[] heights(Points points) {
        double[] heights = new double[canvas.columns()];
        java.util.Arrays.fill(heights, Double.NaN);
        for (int i = 0; i < points.size(); i++) {
            int column = points.isGap(i) ? -1 : pen.column(points.x(i));
            if (column >= 0 && pen.row(points.y(i)) >= 0) {
                heights[column] = pen.down(points.y(i)) / canvas.down();
            }
        }
        return heights;
    }

    private static void end(double[] heights, String tag, String[] ends) {
        for (int column = heights.length - 1; column >= 0; column--) {
            if (!Double.isNaN(heights[column])) {
                int row = Math.min(ends.length - 1, (int) heights[column]);
                for (int away = 0; away < ends.length; away++) {
                    for (int side : new int[] {row - away, row + away}) {
                        if (side >= 0 && side < ends.length && ends[side] == null) {
                            ends[side] = tag;
                            return;
                        }
                    }
                }
                return;
            }
        }
    }

    private void inside(List<double[]> heights, int own, String tag) {
        int best = -1;
        double farthest = FAR_ENOUGH;
        double[] heightsOfOwn = heights.get(own);
        for (int column = 1; column < heightsOfOwn.length - 1; column++) {
            double nearest = nearest(heights, own, column);
            int row = Double.isNaN(heightsOfOwn[column]) ? -1 : (int) heightsOfOwn[column];
            boolean free = row >= 0 && row < canvas.rows() && !canvas.isWritten(column, row);
            if (free && nearest > farthest) {
                farthest = nearest;
                best = column;
            }
        }
        if (best >= 0) {
            canvas.write(best, (int) heightsOfOwn[best], tag, own);
        }
    }

    /** How far the nearest other curve is, in rows, here and in the columns beside. */
    private static double nearest(List<double[]> heights, int own, int column) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int other = 0; other < heights.size(); other++) {
            for (int at = column - 1; other != own && heights.get(other).length > 0 && at <= column + 1; at++) {
                double distance = Math.abs(heights.get(other)[at] - heights.get(own)[column]);
                nearest = Double.isNaN(distance) ? nearest : Math.min(nearest, distance);
            }
        }
        return nearest;
    }
}
