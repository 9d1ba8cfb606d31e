package org.ansatz.terminal;

import org.jline.reader.LineReader;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;

/** Takes the grey rest of a line that was typed before: with the arrow to the right, or at once to the end. */
final class Suggestions {

    private Suggestions() {}

    static void accept(LineReaderImpl reader) {
        wrap(reader, LineReader.FORWARD_CHAR);
        wrap(reader, LineReader.END_OF_LINE);
    }

    private static void wrap(LineReaderImpl reader, String name) {
        Widget before = reader.getWidgets().get(name);
        reader.getWidgets().put(name, () -> {
            String rest = reader.getTailTip();
            boolean atEnd = reader.getBuffer().cursor() == reader.getBuffer().length();
            if (atEnd && rest != null && !rest.isEmpty() && reader.getBuffer().length() > 0) {
                reader.getBuffer().write(rest);
                return true;
            }
            return before == null || before.apply();
        });
    }
}
