package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Graphic;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Label;
import org.ansatz.figure.Scale;
import org.ansatz.figure.Schematic;
import org.ansatz.figure.Ticks;

/**
 * A figure as lines of text: title, legend, the drawing between its axes, and a note. No line is wider than the style
 * allows, and there are no more lines than it allows.
 */
public final class TextFigure {

    private static final int LEAST_ROWS = 3;
    private static final int WITH_TITLE = 10;
    private static final int ROWS_OF_A_TICK = 4;

    /** The least height at which a title or a note may take several lines, and how many. */
    private static final int WITH_SEVERAL = 16;

    private static final int MOST_LINES = 3;

    /** The label of the heights, and two rows below the drawing. */
    private static final int ROWS_OF_AXES = 3;

    private final Figure figure;
    private final TextStyle style;

    private TextFigure(Figure figure, TextStyle style) {
        this.figure = figure;
        this.style = style;
    }

    /** The lines of a graphic; a schematic has as many as it needs. */
    public static List<String> lines(Graphic graphic, TextStyle style) {
        return graphic instanceof Schematic schematic
                ? TextSchematic.lines(schematic, style)
                : new TextFigure((Figure) graphic, style).lines();
    }

    private List<String> lines() {
        boolean roomy = style.height() >= WITH_TITLE;
        List<String> above = new ArrayList<>();
        if (roomy && !figure.title().isEmpty()) {
            above.addAll(wrapped(figure.title()));
        }
        List<String> below = roomy && !figure.note().isEmpty() ? wrapped(figure.note()) : List.of();
        int left = style.height() - above.size() - below.size() - ROWS_OF_AXES;
        above.addAll(new Legend(figure, style).lines(Math.max(1, left / 3)));
        int rows = style.height() - above.size() - below.size() - ROWS_OF_AXES;
        List<String> lines = with(above, Math.max(LEAST_ROWS, rows), below);
        return lines.size() > style.height() ? with(above, Math.max(1, rows - 1), below) : lines;
    }

    /** All lines, with the drawing so many rows high. */
    private List<String> with(List<String> above, int rows, List<String> below) {
        int most = Math.max(2, (rows + 1) / ROWS_OF_A_TICK + 1);
        Interval up = figure.y().range() == null ? Ticks.rounded(figure.y(), figure.up(), most) : figure.up();
        Ticks heights = Ticks.of(figure.y(), up, most);
        List<String> lines = new ArrayList<>(above);
        if (!heights.title().isEmpty()) {
            lines.add(line(heights.title()));
        }
        lines.addAll(new Frame(figure, style, heights, up)
                .lines(rows + (heights.title().isEmpty() ? 1 : 0)));
        lines.addAll(below);
        return lines;
    }

    /** A text on as many lines as its words need, but not so many that they crowd the drawing out. */
    private List<String> wrapped(String text) {
        int most = style.height() < WITH_SEVERAL ? 1 : MOST_LINES;
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean fits = line.isEmpty() || columns(longer) <= style.width() || lines.size() + 1 == most;
            if (!fits) {
                lines.add(line(line));
            }
            line = fits ? longer : word;
        }
        lines.add(line(line));
        return lines;
    }

    private int columns(String text) {
        return Label.columns(style.unicode() ? text : Label.ascii(text));
    }

    private String line(String text) {
        return fitted(text, style.width(), style.unicode());
    }

    /** A text that fits into so many columns. */
    static String fitted(String text, int columns, boolean unicode) {
        return unicode
                ? Label.cut(text, columns)
                : Label.cut(Label.ascii(text), columns).replace('…', '~');
    }

    /** Whether zero lies inside a stretch, so that a line there helps. */
    static boolean crossesZero(Scale scale, Interval shown) {
        return scale == Scale.LINEAR && shown.low() < 0 && shown.high() > 0;
    }
}
