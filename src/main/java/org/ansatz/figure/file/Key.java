package org.ansatz.figure.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.style.markers.Marker;

/**
 * The key below a chart: for each name a sample of how it is drawn, right beside it. What is drawn in two ways, a class as a
 * region and as dots, has one name and both samples.
 */
final class Key {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final Color INK = new Color(0x202020);
    private static final Color OUTLINE = new Color(0x909090);
    private static final int SAMPLE = 34;
    private static final int SMALL_SAMPLE = 14;
    private static final int TO_NAME = 6;
    private static final int BETWEEN = 26;
    private static final int ROW = 20;
    private static final int MARKER = 8;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Draws a sample. */
    private interface Sample {
        /** Around a point in the middle of its height, from a place on. */
        void paint(Graphics2D graphics, double from, double middle);
    }

    /** A name and its samples, of which the widest takes so many columns. */
    private static final class Entry {
        private final String name;
        private final List<Sample> samples = new ArrayList<>();
        private int room;

        Entry(String name) {
            this.name = name;
        }

        double width() {
            return room + TO_NAME + layout(name).getAdvance();
        }
    }

    private static TextLayout layout(String text) {
        return new TextLayout(text, FONT, MEASURE);
    }

    private void add(String tag, String name, int room, Sample sample) {
        if (name.isBlank()) {
            return;
        }
        Entry entry = entries.computeIfAbsent(name, key -> new Entry(tag + name));
        entry.samples.add(sample);
        entry.room = Math.max(entry.room, room);
    }

    /** Adds a line. */
    void line(String tag, String name, Color color, BasicStroke stroke) {
        add(tag, name, SAMPLE, (graphics, from, middle) -> {
            graphics.setColor(color);
            graphics.setStroke(stroke);
            graphics.draw(new Line2D.Double(from, middle, from + SAMPLE, middle));
        });
    }

    /** Adds a marker of single points. */
    void marker(String tag, String name, Color color, Marker marker) {
        add(tag, name, SMALL_SAMPLE, (graphics, from, middle) -> {
            graphics.setColor(color);
            graphics.setStroke(new BasicStroke(2));
            marker.paint(graphics, from + SMALL_SAMPLE / 2.0, middle, MARKER);
        });
    }

    /** Adds a filled area. */
    void area(String name, Color color) {
        add("", name, SMALL_SAMPLE, (graphics, from, middle) -> {
            Rectangle2D box = new Rectangle2D.Double(from, middle - SMALL_SAMPLE / 2.0, SMALL_SAMPLE, SMALL_SAMPLE);
            graphics.setColor(color);
            graphics.fill(box);
            graphics.setColor(OUTLINE);
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(box);
        });
    }

    private List<List<Entry>> rows(int width) {
        List<List<Entry>> rows = new ArrayList<>();
        double used = 0;
        for (Entry entry : entries.values()) {
            double with = used + BETWEEN + entry.width();
            if (rows.isEmpty() || with > width) {
                rows.add(new ArrayList<>());
                with = entry.width();
            }
            rows.get(rows.size() - 1).add(entry);
            used = with;
        }
        return rows;
    }

    /** How high it is on a sheet of some width; 0 if nothing has a name. */
    int height(int width) {
        return rows(width).size() * ROW;
    }

    /** Paints it, each row in the middle of a sheet. */
    void paint(Graphics2D graphics, int width, double top) {
        double middle = top + ROW / 2.0;
        for (List<Entry> row : rows(width)) {
            double used = BETWEEN * (row.size() - 1);
            for (Entry entry : row) {
                used += entry.width();
            }
            double from = Math.max(0, (width - used) / 2);
            for (Entry entry : row) {
                for (Sample sample : entry.samples) {
                    sample.paint(graphics, from, middle);
                }
                TextLayout name = layout(entry.name);
                graphics.setColor(INK);
                graphics.fill(name.getOutline(AffineTransform.getTranslateInstance(
                        from + entry.room + TO_NAME, middle + name.getAscent() / 2 - 1)));
                from += entry.width() + BETWEEN;
            }
            middle += ROW;
        }
    }
}
