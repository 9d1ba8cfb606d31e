package org.ansatz.mark;

import java.util.Collection;
import java.util.Locale;
import org.ansatz.expression.syntax.Wording;
import org.ansatz.problem.Letters;
import org.jspecify.annotations.Nullable;

/**
 * A reply of a letter and what stands beside that option: {@code (C) 1.58 m}, {@code C: 1.58 m}, {@code 1.58 m (C)}.
 *
 * @param letter the label of an option
 * @param rest what stands beside it
 */
record Lettered(String letter, String rest) {

    /** The letter and the rest of a reply; null if it is not of that kind. */
    static @Nullable Lettered of(String reply, Collection<String> labels) {
        String text = Wording.narrow(reply).strip();
        int open = text.lastIndexOf('(');
        if (open > 0 && text.endsWith(")")) {
            Lettered behind = of(text.substring(open + 1, text.length() - 1), text.substring(0, open), labels);
            if (behind != null) {
                return behind;
            }
        }
        int start = text.startsWith("(") ? 1 : 0;
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        boolean isMarked = end < text.length() && ").:".indexOf(text.charAt(end)) >= 0;
        return isMarked ? of(text.substring(start, end), text.substring(end + 1), labels) : null;
    }

    private static @Nullable Lettered of(String letter, String rest, Collection<String> labels) {
        String label = Letters.latin(letter).strip().toUpperCase(Locale.ROOT);
        return labels.contains(label) && !rest.isBlank() ? new Lettered(label, rest.strip()) : null;
    }
}
