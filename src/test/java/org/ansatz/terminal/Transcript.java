package org.ansatz.terminal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A recorded session: lines that begin with the prompt are typed, the others are what was shown. */
final class Transcript {

    private Transcript() {}

    /** The session played again, to be compared with what was recorded. */
    static String replayed(Play play, String recorded) {
        Deque<String> lines = new ArrayDeque<>(Arrays.asList(recorded.split("\n", -1)));
        StringBuilder replayed = new StringBuilder();
        while (!lines.isEmpty()) {
            String line = lines.poll();
            String prompt = play.prompt();
            if (line.startsWith(prompt) || line.equals(prompt.stripTrailing())) {
                String typed = line.length() <= prompt.length() ? "" : line.substring(prompt.length());
                replayed.append((prompt + typed).stripTrailing()).append('\n');
                String shown = play.type(typed);
                for (String row : List.of(shown.split("\n", -1))) {
                    replayed.append(row.stripTrailing()).append('\n');
                }
                replayed.setLength(replayed.length() - (shown.isEmpty() ? 0 : 1));
            }
        }
        return replayed.toString().stripTrailing() + "\n";
    }
}
