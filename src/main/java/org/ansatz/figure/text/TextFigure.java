package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Label;
import org.ansatz.figure.Scale;
import org.ansatz.figure.Ticks;

/**
 * A figure as lines of text: title, legend, the drawing between its axes, and a note. No line is wider than the style
 * allows, and there are no more lines than it allows.
 */
public final class TextFigure {

    private static final int LEAST_ROWS = 3;
    private static final int WITH_TITLE = 10;
    private static final int ROWS_OF_A_TICK = 4;

    private final Figure figure;
    private final TextStyle style;

    private TextFigure(Figure figure, TextStyle style) {
        this.figure = figure;
        this.style = style;
    }

    /** The lines of a figure. */
    public static List<String> lines(Figure figure, TextStyle style) {
        return new TextFigure(figure, style).lines();
    }

    private List<String> lines() {
        boolean titled = style.height() >= WITH_TITLE && !figure.title().isEmpty();
        List<String> notes = style.height() >= WITH_TITLE ? notes() : List.of();
        int left = style.height() - (titled ? 1 : 0) - notes.size() - 3;
        Interval up = figure.up();
        boolean rounded = figure.y().range() == null;
        List<String> legend = new Legend(figure, style).lines(Math.max(1, left / 3));
        int rows = Math.max(LEAST_ROWS, left - legend.size());
        int most = Math.max(2, (rows + 1) / ROWS_OF_A_TICK + 1);
        up = rounded ? Ticks.rounded(figure.y(), up, most) : up;
        Ticks heights = Ticks.of(figure.y(), up, most);

        List<String> lines = new ArrayList<>();
        if (titled) {
            lines.add(line(figure.title()));
        }
        lines.addAll(legend);
        if (!heights.title().isEmpty()) {
            lines.add(line(heights.title()));
        }
        lines.addAll(new Frame(figure, style, heights, up).lines(rows + (heights.title().isEmpty() ? 1 : 0)));
        lines.addAll(notes);
        return lines;
    }

    private List<String> notes() {
        return figure.note().isEmpty() ? List.of() : List.of(line(figure.note()));
    }

    private String line(String text) {
        return fitted(text, style.width(), style.unicode());
    }

    /** A text that fits into so many columns. */
    static String fitted(String text, int columns, boolean unicode) {
        return unicode ? Label.cut(text, columns) : Label.cut(Label.ascii(text), columns).replace('…', '~');
    }

    /** Whether zero lies inside a stretch, so that a line there helps. */
    static boolean crossesZero(Scale scale, Interval shown) {
        return scale == Scale.LINEAR && shown.low() < 0 && shown.high() > 0;
    }
}
