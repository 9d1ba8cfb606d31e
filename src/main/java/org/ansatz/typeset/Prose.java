package org.ansatz.typeset;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as it is to be read: paragraphs, and items of lists.
 *
 * @param paragraphs in order
 */
public record Prose(List<Paragraph> paragraphs) {

    /** Copies. */
    public Prose {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A paragraph.
     *
     * @param isItem whether it is an item of a list
     * @param runs its words and formulas
     */
    public record Paragraph(boolean isItem, List<Run> runs) {
        /** Copies. */
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** A text of which a blank line ends a paragraph and a dash at the beginning of a line begins an item. */
    public static Prose of(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : flowing(text).split("\n", -1)) {
            boolean isItem = line.startsWith("- ");
            if (!line.isBlank()) {
                paragraphs.add(new Paragraph(isItem, Run.of(isItem ? line.substring(2) : line)));
            }
        }
        return new Prose(paragraphs);
    }

    /** The same text with each paragraph and item on one line, to be broken where the screen or page ends. */
    public static String flowing(String text) {
        StringBuilder flowing = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean begins = flowing.length() == 0
                    || line.isBlank()
                    || line.stripLeading().startsWith("-");
            boolean afterBlank = flowing.length() > 0 && flowing.charAt(flowing.length() - 1) == '\n';
            flowing.append(begins || afterBlank ? flowing.length() == 0 ? "" : "\n" : " ")
                    .append(line.strip());
        }
        return flowing.toString();
    }
}
