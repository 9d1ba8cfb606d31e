package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Label;

/** Counts as bars from left to right, a line each: what is due on each day of a fortnight. */
public final class BarChart {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int GAP = 1;

    /** One thing is not drawn longer than this, so that a quiet fortnight does not look like a busy one. */
    private static final long LONGEST_UNIT = 4;

    private BarChart() {}

    /**
     * A bar.
     *
     * @param label what is counted
     * @param count how many, not negative
     */
    public record Bar(String label, long count) {
        /** Cleans the text and checks the count. */
        public Bar {
            label = Label.of(label);
            if (count < 0) {
                throw new IllegalArgumentException("a bar of " + count);
            }
        }
    }

    /** A line for each bar, as many as the style has rows for; the longest bar is as long as the width allows. */
    public static List<String> lines(List<Bar> bars, TextStyle style) {
        int labels = 0;
        int numbers = 1;
        long most = 1;
        for (Bar bar : bars) {
            labels = Math.max(labels, Label.columns(written(bar.label(), style)));
            numbers = Math.max(numbers, String.valueOf(bar.count()).length());
            most = Math.max(most, bar.count());
        }
        int room = Math.max(1, style.width() - labels - numbers - 2 * GAP);
        List<String> lines = new ArrayList<>();
        for (Bar bar : bars.subList(0, Math.min(bars.size(), style.height()))) {
            String label = written(bar.label(), style);
            String drawn = bar((double) bar.count() / most * Math.min(room, most * LONGEST_UNIT), style.unicode());
            String line = label
                    + " ".repeat(labels - Label.columns(label) + GAP)
                    + Canvas.coloured(drawn, 0, style.colour())
                    + (drawn.isEmpty() ? "" : " ")
                    + bar.count();
            lines.add(line);
        }
        return lines;
    }

    private static String written(String label, TextStyle style) {
        return TextFigure.fitted(label, style.width() / 2, style.unicode());
    }

    /** A bar of so many columns; anything above nothing can be seen. */
    private static String bar(double columns, boolean unicode) {
        if (columns <= 0) {
            return "";
        }
        if (!unicode) {
            return "#".repeat((int) Math.max(1, Math.round(columns)));
        }
        int eighths = (int) Math.max(1, Math.round(columns * 8));
        int rest = eighths % 8;
        return "█".repeat(eighths / 8) + (rest == 0 ? "" : EIGHTHS.substring(rest, rest + 1));
    }
}
