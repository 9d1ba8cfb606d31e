package org.ansatz.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page. Its texts are plain: whatever signs of Markdown or HTML are in them are shown as they are.
 *
 * @param title of the page
 * @param blocks what stands below it
 */
public record Page(String title, List<Block> blocks) {

    /** Copies the list. */
    public Page {
        blocks = List.copyOf(blocks);
    }

    /** A part of a page. */
    public sealed interface Block {}

    /** A heading. */
    public record Heading(String text) implements Block {}

    /** A paragraph. */
    public record Paragraph(String text) implements Block {}

    /** Lines with marks before them. */
    public record Items(List<String> items) implements Block {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Lines in a type of equal widths. */
    public record Listing(List<String> lines) implements Block {
        /** Copies the list. */
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table.
     *
     * @param heading of each column
     * @param rows as long as the heading each
     */
    public record Table(List<String> heading, List<List<String>> rows) implements Block {
        /** Copies the lists. */
        public Table {
            heading = List.copyOf(heading);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Puts a page together; what is empty is left out. */
    public static final class Builder {
        private final String title;
        private final List<Block> blocks = new ArrayList<>();

        /** A page with this title. */
        public Builder(String title) {
            this.title = title;
        }

        /** Adds a heading. */
        public Builder heading(String text) {
            blocks.add(new Heading(text));
            return this;
        }

        /** Adds paragraphs, which blank lines part. */
        public Builder text(String text) {
            for (String paragraph : text.split("\n\\s*\n")) {
                if (!paragraph.isBlank()) {
                    blocks.add(new Paragraph(paragraph.strip()));
                }
            }
            return this;
        }

        /** Adds lines with marks before them. */
        public Builder items(List<String> items) {
            if (!items.isEmpty()) {
                blocks.add(new Items(items));
            }
            return this;
        }

        /** Adds lines in a type of equal widths. */
        public Builder listing(List<String> lines) {
            if (!lines.isEmpty()) {
                blocks.add(new Listing(lines));
            }
            return this;
        }

        /** Adds a table. */
        public Builder table(List<String> heading, List<List<String>> rows) {
            if (!rows.isEmpty()) {
                blocks.add(new Table(heading, rows));
            }
            return this;
        }

        /** The page. */
        public Page page() {
            return new Page(title, blocks);
        }
    }
}
