package org.ansatz.book;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.RightAnswer;

/** An exam laid out for printing, in as many versions as are handed in, and behind them the key of each. */
public final class Paper {

    /** Options longer than this stand below each other. */
    private static final int SHORT = 28;

    private final StringBuilder out = new StringBuilder();

    private Paper() {}

    /**
     * The page.
     *
     * @param title of the exam
     * @param versions each the same questions in the same order, with data or letters of its own
     */
    public static String of(String title, List<List<Item>> versions) {
        Paper paper = new Paper();
        paper.out.append(Markup.head(
                title, Resources.text("paper.css"), "default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
        paper.out.append("<main>\n");
        for (int i = 0; i < versions.size(); i++) {
            paper.version(title, versions.size() == 1 ? "" : "Version " + (i + 1), versions.get(i));
        }
        paper.key(title, versions);
        return paper.out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void version(String title, String version, List<Item> items) {
        double marks = items.stream().mapToDouble(Item::marks).sum();
        out.append("<section class=\"paper\">\n<h1>")
                .append(Markup.escaped(title))
                .append("</h1>\n<div class=\"head\"><span>");
        out.append("Name <span class=\"line\"></span></span><span>")
                .append(version)
                .append("</span><span>");
        out.append(items.size()).append(items.size() == 1 ? " question, " : " questions, ");
        out.append(RightAnswer.shown(marks)).append(" marks</span></div>\n<ol class=\"questions\">\n");
        items.forEach(this::question);
        out.append("</ol>\n</section>\n");
    }

    private void question(Item item) {
        out.append("<li><span class=\"marks\">[")
                .append(RightAnswer.shown(item.marks()))
                .append("]</span>");
        out.append(Markup.asked(item))
                .append(item.interaction().fold(new Room(item)))
                .append("</li>\n");
    }

    /** Where the answer is written. */
    private record Room(Item item) implements Interaction.Cases<String> {

        @Override
        public String ofChoice(Interaction.Choice choice) {
            boolean isLong =
                    choice.options().stream().anyMatch(option -> option.text().length() > SHORT);
            StringBuilder list = new StringBuilder("<ol class=\"options" + (isLong ? " long" : "") + "\">\n");
            Markup.options(item)
                    .forEach(option -> list.append("<li>").append(option).append("</li>\n"));
            return list.append("</ol>\n").toString();
        }

        @Override
        public String ofNumeric(Interaction.Numeric numeric) {
            StringBuilder lines = new StringBuilder();
            for (Blank blank : numeric.blanks()) {
                lines.append("<p>").append(blank.name().isEmpty() ? "Answer" : Markup.escaped(blank.name()) + " =");
                lines.append(" <span class=\"line\"></span> ")
                        .append(Markup.escaped(blank.unit()))
                        .append("</p>\n");
            }
            return lines.toString();
        }

        @Override
        public String ofFree(Interaction.Free free) {
            return "<p>Answer <span class=\"line\"></span></p>\n";
        }
    }

    private void key(String title, List<List<Item>> versions) {
        out.append("<section class=\"key\">\n<h2>")
                .append(Markup.escaped(title))
                .append(": key</h2>\n<table>\n<thead><tr>");
        out.append("<th scope=\"col\">Question</th>");
        for (int i = 0; i < versions.size(); i++) {
            out.append("<th scope=\"col\">")
                    .append(versions.size() == 1 ? "Answer" : "Version " + (i + 1))
                    .append("</th>");
        }
        out.append("<th scope=\"col\">In the bank</th></tr></thead>\n<tbody>\n");
        List<Item> first = versions.isEmpty() ? List.of() : versions.get(0);
        for (int i = 0; i < first.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (List<Item> version : versions) {
                cells.add("<td>" + Markup.escaped(RightAnswer.of(version.get(i))) + "</td>");
            }
            cells.add("<td>" + Markup.escaped(plainId(first.get(i))) + "</td>");
            out.append("<tr><th scope=\"row\">")
                    .append(i + 1)
                    .append("</th>")
                    .append(String.join("", cells))
                    .append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</section>\n");
    }

    /** By which name responses to a question are marked, whatever the data. */
    private static String plainId(Item item) {
        int seed = item.id().indexOf('#');
        return seed < 0 ? item.id() : item.id().substring(0, seed);
    }
}
