package org.ansatz.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What is longer than a screen is shown page by page: Enter goes on, anything else is followed and ends it. */
final class Pages {

    /** A page has no more lines than this, however high the screen is. */
    private static final int LONGEST = 30;

    /** The line that asked for it, the one that says how much is left, and the next prompt. */
    private static final int OTHER_LINES = 3;

    private static final int SHORTEST = 8;

    private final Screen screen;
    private final Deque<String> rest = new ArrayDeque<>();
    private boolean whole;

    Pages(Screen screen) {
        this.screen = screen;
    }

    /** Shows everything at once from now on: nobody is there to type Enter. */
    void showWhole() {
        whole = true;
    }

    /** Shows what something writes, from its first page on. */
    void show(Consumer<Screen> content) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        content.accept(screen.to(writer));
        writer.flush();
        rest.clear();
        rest.addAll(List.of(text.toString().stripTrailing().split("\n", -1)));
        next();
    }

    /** Whether there is a page that was not shown. */
    boolean isOpen() {
        return !rest.isEmpty();
    }

    /** The next page. */
    void next() {
        int page = Math.max(SHORTEST, Math.min(LONGEST, screen.height()) - OTHER_LINES);
        boolean last = whole || rest.size() <= page + 1;
        for (int lines = last ? rest.size() : page; lines > 0; lines--) {
            screen.out().println(rest.remove());
        }
        if (!last) {
            screen.dim(rest.size() + " more lines: Enter shows the next page.");
        }
    }

    /** Forgets the pages that were not shown. */
    void close() {
        rest.clear();
    }
}
