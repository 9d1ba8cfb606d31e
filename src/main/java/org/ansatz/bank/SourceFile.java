package org.ansatz.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.expression.syntax.Span;
import org.ansatz.field.block.Refused;
import org.ansatz.problem.Place;

/** A file's text, the faults found in it, and what was read of the files beside it that it names. */
final class SourceFile {

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final boolean supplementary;
    private final List<Fault> faults;
    private final Neighbours neighbours;
    private final boolean isNeighbour;

    SourceFile(String name, String text) {
        this(name, text, Neighbours.none());
    }

    /**
     * A text.
     *
     * @param neighbours the files that it may name
     */
    SourceFile(String name, String text, Neighbours neighbours) {
        this(name, text, neighbours, new ArrayList<>(), false);
    }

    private SourceFile(String name, String text, Neighbours neighbours, List<Fault> faults, boolean isNeighbour) {
        this.name = name;
        this.neighbours = neighbours;
        this.faults = faults;
        this.isNeighbour = isNeighbour;
        this.text = text;
        int[] starts = new int[16];
        int lines = 1;
        boolean pairs = false;
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if (c == '\n') {
                starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
                starts[lines++] = i + 1;
            }
            pairs |= c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        }
        this.lineStarts = Arrays.copyOf(starts, lines);
        this.supplementary = pairs;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** All that was read: the text, and that of the files beside it. */
    String content() {
        return text + neighbours.content();
    }

    /** What was found wrong with it, and with the files that were read beside it. */
    List<Fault> faults() {
        return faults;
    }

    /**
     * The file that a place of this one names; what is wrong with it is found among the faults of this one.
     *
     * @return the file, and what tells it from the others, however they are named
     * @throws Refused if it cannot be read, after reporting it
     */
    Neighbours.Found neighbour(Span place, String named) {
        try {
            return neighbours.find(named, (file, own) -> new SourceFile(file.name(), file.text(), own, faults, true));
        } catch (IOException e) {
            fault(place.start(), place.end(), "'" + named + "' is not read: " + e.getMessage());
            throw new Refused();
        }
    }

    /** The offset of a line and column, both from 0, the column in code points. */
    int offset(int line, int column) {
        if (line >= lineStarts.length) {
            return text.length();
        }
        int start = lineStarts[line];
        if (!supplementary) {
            return Math.min(start + column, text.length());
        }
        int end = start;
        for (int i = 0; i < column && end < text.length(); i++) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Math.min(end, text.length());
    }

    /** The line, from 0, that an offset lies in. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int lineStart(int line) {
        return lineStarts[Math.min(line, lineStarts.length - 1)];
    }

    /** The text of a line, from 0, without its end. */
    String line(int line) {
        int start = lineStart(line);
        int end = text.indexOf('\n', start);
        String content = end < 0 ? text.substring(start) : text.substring(start, end);
        return content.endsWith("\r") ? content.substring(0, content.length() - 1) : content;
    }

    Place place(int offset) {
        int line = lineOf(offset);
        return new Place(name, line + 1, offset - lineStart(line) + 1);
    }

    void fault(int start, int end, String message) {
        int line = lineOf(start);
        String content = line(line);
        int room = Math.max(1, content.length() - (start - lineStart(line)));
        Fault fault = new Fault(place(start), content, Math.max(1, Math.min(end - start, room)), message);
        // What others name is read as often as they do.
        if (!isNeighbour || !faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
