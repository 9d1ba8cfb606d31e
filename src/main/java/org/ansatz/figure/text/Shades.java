package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Grid;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Ticks;

/** Shades between round numbers, the darkest for the largest values. */
final class Shades {

    private static final String UNICODE = " ░▒▓█";
    private static final String ASCII = " .:+#";
    private static final String REGIONS = "·:/\\x";

    private final Ticks ticks;
    private final String glyphs;
    private final String unit;

    private Shades(Ticks ticks, String glyphs, String unit) {
        this.ticks = ticks;
        this.glyphs = glyphs;
        this.unit = unit;
    }

    /** The shades of a map: at most five, whose limits are round numbers. */
    static Shades of(Layer.HeatMap map, boolean unicode) {
        Axis axis = map.values();
        Interval range = axis.range() == null ? range(map.grid()) : axis.range();
        Ticks all = Ticks.of(axis, range, 4);
        List<Ticks.Tick> inside = new ArrayList<>(all.marks());
        inside.removeIf(tick -> tick.at() <= range.low() || tick.at() >= range.high());
        Ticks limits = new Ticks(inside.subList(0, Math.min(4, inside.size())), all.title(), all.factor());
        String title = all.title();
        int bracket = title.lastIndexOf('(');
        String unit = bracket < 0 ? "" : " " + title.substring(bracket + 1, title.length() - 1);
        return new Shades(limits, unicode ? UNICODE : ASCII, unit);
    }

    private static Interval range(Grid grid) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double value = grid.value(column, row);
                low = Double.isNaN(value) ? low : Math.min(low, value);
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
        }
        return low < high ? new Interval(low, high) : low == high ? new Interval(low, low + 1) : new Interval(0, 1);
    }

    /** What fills a region. */
    static String region(int number, boolean unicode) {
        String glyphs = unicode ? REGIONS : REGIONS.replace('·', '.');
        return glyphs.substring(number % glyphs.length(), number % glyphs.length() + 1);
    }

    int count() {
        return ticks.marks().size() + 1;
    }

    /** The character of a shade, the lowest first. */
    String glyph(int shade) {
        int spread = count() == 1 ? 0 : shade * (glyphs.length() - 1) / (count() - 1);
        return glyphs.substring(spread, spread + 1);
    }

    /** The character for a value. */
    String glyphOf(double value) {
        int shade = 0;
        while (shade < ticks.marks().size() && value >= ticks.marks().get(shade).at()) {
            shade++;
        }
        return glyph(shade);
    }

    /** What a shade means. */
    String label(int shade) {
        List<Ticks.Tick> limits = ticks.marks();
        if (limits.isEmpty()) {
            return "everywhere";
        }
        if (shade == 0) {
            return "below " + limits.get(0).label() + unit;
        }
        return shade == limits.size()
                ? "above " + limits.get(shade - 1).label() + unit
                : limits.get(shade - 1).label() + " to " + limits.get(shade).label();
    }
}
