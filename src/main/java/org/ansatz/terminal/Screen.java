package org.ansatz.terminal;

import java.io.PrintWriter;
import java.util.function.IntSupplier;
import org.ansatz.report.Style;

/** What is shown, line by line; its width may change at any time. */
final class Screen {

    private static final int WIDEST_TEXT = 100;
    private static final int NARROWEST_COLUMN = 24;

    private final PrintWriter out;
    private final IntSupplier width;
    private final IntSupplier height;
    private final boolean unicode;
    private final boolean colour;
    private Theme theme;
    private PrintWriter troubles;

    /**
     * A screen.
     *
     * @param out takes the characters; those beyond ASCII only if they can be shown, or are spelled out by it
     * @param width columns, asked for whenever something is shown
     * @param height rows, likewise
     * @param unicode whether braille and box characters can be shown
     * @param colour whether escape sequences may be written
     */
    Screen(PrintWriter out, IntSupplier width, IntSupplier height, boolean unicode, boolean colour) {
        this.out = out;
        this.troubles = out;
        this.width = width;
        this.height = height;
        this.unicode = unicode;
        this.colour = colour;
        this.theme = colour ? Theme.DARK : Theme.PLAIN;
    }

    /** This screen's settings before another writer. */
    Screen to(PrintWriter other) {
        Screen screen = new Screen(other, width, height, unicode, colour);
        screen.theme = theme;
        return screen;
    }

    /** Has what goes wrong written elsewhere. */
    void writeTroublesTo(PrintWriter other) {
        troubles = other;
    }

    PrintWriter out() {
        return out;
    }

    boolean isUnicode() {
        return unicode;
    }

    Theme theme() {
        return theme;
    }

    void use(Theme chosen) {
        theme = colour ? chosen : Theme.PLAIN;
    }

    Style style() {
        return new Style(theme != Theme.PLAIN, width.getAsInt(), unicode);
    }

    int width() {
        return style().width();
    }

    int height() {
        return height.getAsInt();
    }

    void blank() {
        out.println();
    }

    /** Text from a file or a person: broken into lines, its control characters shown. */
    void text(String text) {
        text(text, 0);
    }

    void text(String text, int indent) {
        out.println(" ".repeat(indent) + style().prose(Style.safe(text), indent));
    }

    /** A line as it is, but for control characters. */
    void line(String text) {
        out.println(Style.safe(text));
    }

    void heading(String text) {
        Style style = style();
        out.println(style.strong(style.prose(Style.safe(text), 0)));
    }

    void dim(String text) {
        Style style = style();
        out.println(style.dim(style.prose(Style.safe(text), 0)));
    }

    /** A word of praise or blame, and what goes with it. */
    void verdict(boolean good, String word, String text) {
        Style style = style();
        String rest = style.prose(Style.safe(text), word.length() + 1);
        out.println((good ? style.good(word) : style.bad(word)) + (text.isEmpty() ? "" : " " + rest));
    }

    /** What went wrong, never a reply. */
    void trouble(String text) {
        Style style = style();
        troubles.println(style.bad(style.prose(Style.safe(text), 0)));
    }

    /** Two columns, the second one broken into lines. */
    void row(String left, String right, int column) {
        int room = Math.min(width(), WIDEST_TEXT);
        int from = room >= column + NARROWEST_COLUMN ? column : room / 4;
        String safe = Style.safe(left);
        String text = new Style(false, room - from).wrapped(Style.safe(right), 0);
        boolean apart = safe.length() >= from;
        safe = apart ? new Style(false, room).wrapped(safe, 0) : safe;
        String gap = apart ? "\n" + " ".repeat(from) : " ".repeat(from - safe.length());
        out.println(safe + gap + text.replace("\n", "\n" + " ".repeat(from)));
    }

    void flush() {
        out.flush();
    }
}
