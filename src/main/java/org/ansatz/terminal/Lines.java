package org.ansatz.terminal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.terminal.Command.Completion;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.Parser;

/**
 * Cuts a line into words for the editor: what stands before the cursor back to the last sign that is part of no name. A line
 * goes on below if a bracket is open or it ends with a backslash; an empty line below ends it nevertheless.
 */
final class Lines implements Parser {

    /** What is followed by ids, topics or files, in which strokes and dots belong to the word. */
    private static final Set<Completion> PATHS =
            EnumSet.of(Completion.SELECTION, Completion.PROBLEM, Completion.HELP, Completion.FILE, Completion.PLOT);

    /** What joins a line to that below it if it ends so, and to that above it if it begins so. */
    private static final String JOINING_BEHIND = "+-−*/^=,;·×⊙@&|<>";

    private static final String JOINING_BEFORE = "+*/^=,;·×⊙@&|<>)]}";

    private final Map<String, Command> commands;

    Lines(Map<String, Command> commands) {
        this.commands = commands;
    }

    @Override
    public CompletingParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && goesOn(line)) {
            throw new EOFError(-1, -1, "the line goes on");
        }
        int at = Math.max(0, Math.min(cursor, line.length()));
        int start = at;
        boolean path = isPath(line.substring(0, at));
        while (start > 0 && (path ? line.charAt(start - 1) != ' ' : isPartOfWord(line.charAt(start - 1)))) {
            start--;
        }
        return new Word(line, at, start);
    }

    private boolean isPath(String before) {
        Command command = commands.get(firstWord(before));
        return command != null && PATHS.contains(command.completion());
    }

    /** The word that a line begins with, if it is finished; otherwise an empty text. */
    static String firstWord(String text) {
        String line = text.stripLeading();
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return end < line.length() && Character.isWhitespace(line.charAt(end)) ? line.substring(0, end) : "";
    }

    @Override
    public boolean isEscapeChar(char ch) {
        return false;
    }

    /** Whether the line is not complete. */
    static boolean goesOn(String line) {
        if (line.endsWith("\\")) {
            return true;
        }
        int lastBreak = line.lastIndexOf('\n');
        if (lastBreak >= 0 && line.substring(lastBreak + 1).isBlank()) {
            return false;
        }
        return open(line) > 0;
    }

    /** How many brackets are open at the end. */
    private static int open(String line) {
        int open = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            open = Math.max(0, open);
        }
        return open;
    }

    /** The line as one text: what was broken with a backslash or within brackets is joined. */
    static String joined(String line) {
        return line.replace("\\\n", " ").replace('\n', ' ');
    }

    /**
     * The lines of what was typed or pasted at once, each to be followed by itself as in a script. One goes on below if it is not
     * complete, or if a sign at its end or at the beginning of the next one has nothing to join. Empty lines among others say
     * nothing.
     */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String[] pieces = text.split("\n", -1);
        for (int i = 0; i < pieces.length; i++) {
            line.append(pieces[i]);
            boolean isLast = i == pieces.length - 1;
            if (!isLast && (goesOn(line.toString()) || isBroken(line.toString(), pieces[i + 1]))) {
                line.append('\n');
            } else {
                lines.add(joined(line.toString()));
                line.setLength(0);
            }
        }
        List<String> written = lines.stream().filter(each -> !each.isBlank()).toList();
        return written.isEmpty() ? List.of("") : written;
    }

    /** Whether a formula was broken here; a minus sign may as well begin a number of its own. */
    private static boolean isBroken(String above, String below) {
        String start = above.strip();
        String rest = below.strip();
        boolean isDisplay = start.startsWith("$$") && start.indexOf("$$", 2) < 0;
        return isDisplay
                || !start.isEmpty()
                        && !rest.isEmpty()
                        && (JOINING_BEHIND.indexOf(start.charAt(start.length() - 1)) >= 0
                                || JOINING_BEFORE.indexOf(rest.charAt(0)) >= 0);
    }

    /** Whether a character may belong to a name, a topic, a problem's id, a file or a unit. */
    static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || "_Ωµ°%".indexOf(c) >= 0;
    }

    /** The word at the cursor. */
    private record Word(String line, int cursor, int start) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return line.substring(0, start).isBlank() ? 0 : 1;
        }

        @Override
        public List<String> words() {
            return wordIndex() == 0
                    ? List.of(word())
                    : List.of(line.substring(0, start).strip(), word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
