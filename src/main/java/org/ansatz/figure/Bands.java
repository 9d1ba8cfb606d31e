package org.ansatz.figure;

import java.util.ArrayList;
import java.util.List;

/** The values of a map, divided at round numbers; each band is one shade. */
public final class Bands {

    private final List<Ticks.Tick> limits;
    private final String unit;

    private Bands(List<Ticks.Tick> limits, String unit) {
        this.limits = limits;
        this.unit = unit;
    }

    /** At most so many bands; at least two if the values differ. */
    public static Bands of(Layer.HeatMap map, int most) {
        Axis axis = map.values();
        Interval range = axis.range() == null ? range(axis, map.grid()) : axis.range();
        int marks = most + 2;
        Ticks all = Ticks.of(axis, range, marks);
        while (marks > 2 && inside(all, range).size() >= most) {
            all = Ticks.of(axis, range, --marks);
        }
        String title = all.title();
        int bracket = title.lastIndexOf('(');
        String unit = bracket < 0 ? "" : " " + title.substring(bracket + 1, title.length() - 1);
        List<Ticks.Tick> limits = inside(all, range);
        return new Bands(
                limits.subList(0, Math.min(limits.size(), most - 1)),
                axis.unit().isEmpty() ? "" : unit);
    }

    private static List<Ticks.Tick> inside(Ticks ticks, Interval range) {
        List<Ticks.Tick> inside = new ArrayList<>(ticks.marks());
        inside.removeIf(tick -> tick.at() <= range.low() || tick.at() >= range.high());
        return inside;
    }

    private static Interval range(Axis axis, Grid grid) {
        Bounds bounds = new Bounds(axis.scale());
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                bounds.include(grid.value(column, row));
            }
        }
        return bounds.found();
    }

    /** How many there are. */
    public int count() {
        return limits.size() + 1;
    }

    /** The band of a value, the lowest first. */
    public int of(double value) {
        int band = 0;
        while (band < limits.size() && value >= limits.get(band).at()) {
            band++;
        }
        return band;
    }

    /** What a band holds: {@code -30 to -20 dB}. */
    public String label(int band) {
        if (limits.isEmpty()) {
            return "everywhere";
        }
        if (band == 0) {
            return "below " + limits.get(0).label() + unit;
        }
        return band == limits.size()
                ? "above " + limits.get(band - 1).label() + unit
                : limits.get(band - 1).label() + " to " + limits.get(band).label() + unit;
    }
}
