package org.ansatz.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pages as GitHub Flavored Markdown. */
public final class Markdown {

    /** What Markdown takes for more than itself, anywhere in a line. */
    private static final String SIGNS = "\\`*_[]|~$";

    private final StringBuilder out = new StringBuilder();

    private Markdown() {}

    /** A page as Markdown. */
    public static String of(Page page) {
        Markdown markdown = new Markdown();
        markdown.out.append("# ").append(inLine(page.title())).append('\n');
        page.blocks().forEach(markdown::block);
        return markdown.out.toString();
    }

    private void block(Page.Block block) {
        out.append('\n');
        if (block instanceof Page.Heading heading) {
            out.append("## ").append(inLine(heading.text())).append('\n');
        } else if (block instanceof Page.Paragraph paragraph) {
            out.append(paragraph(paragraph.text())).append('\n');
        } else if (block instanceof Page.Items items) {
            items.items().forEach(item -> out.append("- ").append(inLine(item)).append('\n'));
        } else if (block instanceof Page.Listing listing) {
            listing.lines().forEach(line -> out.append("    ").append(line).append('\n'));
        } else if (block instanceof Page.Table table) {
            row(table.heading().stream().map(Markdown::inLine).toList());
            row(Collections.nCopies(table.heading().size(), "---"));
            table.rows().forEach(row -> row(row.stream().map(Markdown::inLine).toList()));
        }
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A paragraph whose lines stay lines. */
    private static String paragraph(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(inLine(line.strip())));
        return String.join("  \n", lines);
    }

    /** Text in one line, with every sign that would be taken for more than itself escaped. */
    private static String inLine(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isMarker = i == 0 && "-+>=#".indexOf(c) >= 0 || (c == '.' || c == ')') && endsMarker(text, i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '&' -> escaped.append("&amp;");
                case '\n', '\r' -> escaped.append(' ');
                default ->
                    escaped.append(isMarker || SIGNS.indexOf(c) >= 0 ? "\\" : "")
                            .append(c);
            }
        }
        return escaped.toString();
    }

    /** Whether a line that goes on like this would begin a numbered list. */
    private static boolean endsMarker(String text, int at) {
        boolean isNumber = at > 0 && text.substring(0, at).chars().allMatch(Character::isDigit);
        return isNumber && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }
}
