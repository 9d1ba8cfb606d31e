package org.ansatz.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.problem.Place;

/** A file's text, and the faults found in it. */
final class SourceFile {

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final boolean supplementary;
    private final List<Fault> faults = new ArrayList<>();

    SourceFile(String name, String text) {
        this.name = name;
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

    List<Fault> faults() {
        return faults;
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
        faults.add(new Fault(place(start), content, Math.max(1, Math.min(end - start, room)), message));
    }
}
