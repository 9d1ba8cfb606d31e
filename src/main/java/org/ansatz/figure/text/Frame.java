package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Label;
import org.ansatz.figure.Ticks;
import org.ansatz.figure.Ticks.Tick;

/** The drawing between its axes, with the numbers along them. */
final class Frame {

    private static final int ROOM_FOR_TAGS = 2;
    private static final int GAP = 2;

    private final Figure figure;
    private final TextStyle style;
    private final Ticks heights;
    private final Interval up;
    private final Interval along;

    Frame(Figure figure, TextStyle style, Ticks heights, Interval up) {
        this.figure = figure;
        this.style = style;
        this.heights = heights;
        this.up = up;
        this.along = figure.along();
    }

    /** The drawing, so many rows high, and two rows below it. */
    List<String> lines(int rows) {
        int gutter = 0;
        for (Tick tick : heights.marks()) {
            gutter = Math.max(gutter, Label.columns(written(tick)));
        }
        int margin = figure.tagged().size() > 1 ? ROOM_FOR_TAGS : 0;
        int columns = Math.max(8, style.width() - gutter - 1 - margin);
        Canvas canvas = Canvas.of(columns, rows, style.unicode());
        Pen pen = new Pen(canvas, figure.x(), along, figure.y(), up);
        String[] ends = new Drawing(figure, canvas, pen, up, style.unicode()).draw();

        String[] labels = new String[rows];
        for (Tick tick : heights.marks()) {
            int row = pen.row(tick.at());
            if (row >= 0) {
                labels[row] = written(tick);
            }
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String label = labels[row] == null ? "" : labels[row];
            String bar = style.unicode() ? label.isEmpty() ? "│" : "┤" : label.isEmpty() ? "|" : "+";
            String end = margin == 0 || ends[row] == null ? "" : " " + tag(ends[row]);
            lines.add((" ".repeat(gutter - Label.columns(label)) + label + bar + canvas.row(row, style.colour()) + end)
                    .stripTrailing());
        }
        addBelow(lines, pen, gutter, columns);
        return lines;
    }

    private String written(Tick tick) {
        return style.unicode() ? tick.label() : Label.ascii(tick.label());
    }

    private String tag(String tag) {
        return Canvas.coloured(tag, figure.tags().indexOf(tag), style.colour());
    }

    /** The axis, its numbers, and its title to their right where there is room. */
    private void addBelow(List<String> lines, Pen pen, int gutter, int columns) {
        Ticks ticks = ticks(columns, pen);
        StringBuilder axis = new StringBuilder((style.unicode() ? "─" : "-").repeat(columns));
        StringBuilder numbers = new StringBuilder(" ".repeat(gutter + 1 + columns));
        int end = 0;
        for (Tick tick : ticks.marks()) {
            int column = pen.column(tick.at());
            if (column >= 0) {
                axis.setCharAt(column, style.unicode() ? '┬' : '+');
                String label = written(tick);
                int start = start(label, column, columns) + gutter + 1;
                numbers.replace(start, start + label.length(), label);
                end = Math.max(end, start + label.length());
            }
        }
        lines.add(" ".repeat(gutter) + (style.unicode() ? "└" : "+") + axis);
        String title = TextFigure.fitted(ticks.title(), style.width() - 1, style.unicode());
        int room = style.width() - end - GAP;
        if (title.isEmpty() || Label.columns(title) <= room) {
            lines.add((numbers.substring(0, end) + " ".repeat(GAP) + title).stripTrailing());
            return;
        }
        int written = Label.columns(title);
        numbers.setLength(end);
        lines.add(numbers.toString().stripTrailing());
        lines.add(" ".repeat(Math.max(0, Math.min(style.width() - written, gutter + 1 + (columns - written) / 2)))
                + title);
    }

    private static int start(String label, int column, int columns) {
        return Math.max(0, Math.min(columns - label.length(), column - label.length() / 2));
    }

    /** As many marks as leave room for the title in their row, and a gap between one number and the next. */
    private Ticks ticks(int columns, Pen pen) {
        for (int most = Math.max(3, columns / 8); most > 2; most--) {
            Ticks ticks = Ticks.of(figure.x(), along, most);
            if (fits(ticks, columns, pen)) {
                return ticks;
            }
        }
        return Ticks.of(figure.x(), along, 2);
    }

    private boolean fits(Ticks ticks, int columns, Pen pen) {
        int end = -GAP;
        for (Tick tick : ticks.marks()) {
            int column = pen.column(tick.at());
            if (column >= 0) {
                int start = start(written(tick), column, columns);
                if (start < end + GAP) {
                    return false;
                }
                end = start + written(tick).length();
            }
        }
        return true;
    }
}
