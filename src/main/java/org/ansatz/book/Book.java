package org.ansatz.book;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Picture;
import org.ansatz.exchange.item.RightAnswer;
import org.ansatz.report.page.Html;
import org.ansatz.typeset.HtmlProse;

/**
 * A bank as a page to be read: statements, with hints and solutions folded; search and filters, by pointer and keyboard; light
 * and dark; good to print. It asks nothing of the network.
 */
public final class Book {

    private static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    private final String title;
    private final List<Question> questions;
    private final boolean isFolder;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private Book(String title, List<Question> questions, boolean isFolder) {
        this.title = title;
        this.questions = questions;
        this.isFolder = isFolder;
    }

    /** A book as one file, with its pictures in it. */
    public static String file(String title, List<Question> questions) {
        return new Book(title, questions, false).page();
    }

    /** A book as the files of a folder, by their names: {@code index.html}, and each picture in a file of its own. */
    public static Map<String, byte[]> folder(String title, List<Question> questions) {
        Book book = new Book(title, questions, true);
        String page = book.page();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("index.html", page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        files.putAll(book.files);
        return files;
    }

    private String page() {
        String script = Resources.text("book.js");
        String policy = "default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'; script-src "
                + Resources.hash(script);
        out.append(Markup.head(title, Resources.text("book.css"), policy));
        out.append("<header>\n<h1>")
                .append(Markup.escaped(title))
                .append(
                        "</h1>\n<p class=\"keys\"><kbd>/</kbd> search,"
                                + " <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>h</kbd> hint, <kbd>s</kbd> solution</p>\n</header>\n");
        filters();
        out.append("<main>\n");
        questions.forEach(this::question);
        return out.append("</main>\n<script>")
                .append(script)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private void filters() {
        Set<String> topics = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        for (Question question : questions) {
            String topic = question.item().topic();
            topics.add(topic);
            topics.add(topic.replaceAll("/.*", ""));
            kinds.add(question.kind());
        }
        out.append(
                "<form role=\"search\">\n<label>Search <input id=\"search\" type=\"search\" autocomplete=\"off\"></label>\n");
        select(
                "Topic",
                "topic",
                topics.stream().filter(topic -> !topic.isEmpty()).toList(),
                topics.stream().filter(topic -> !topic.isEmpty()).toList());
        select("Answer", "kind", List.copyOf(kinds), List.copyOf(kinds));
        select("Difficulty", "difficulty", List.of("1", "2", "3"), DIFFICULTIES);
        out.append("<button type=\"button\" id=\"all\">Open or close all</button>\n<output></output>\n</form>\n");
    }

    private void select(String label, String name, List<String> values, List<String> shown) {
        out.append("<label>").append(label).append(" <select name=\"").append(name);
        out.append("\"><option value=\"\">all</option>");
        for (int i = 0; i < values.size(); i++) {
            out.append("<option value=\"")
                    .append(Markup.escaped(values.get(i)))
                    .append("\">")
                    .append(Markup.escaped(shown.get(i)))
                    .append("</option>");
        }
        out.append("</select></label>\n");
    }

    private void question(Question question) {
        Item item = question.item();
        out.append("<article tabindex=\"-1\" id=\"")
                .append(Markup.escaped(item.id()))
                .append("\" data-topic=\"")
                .append(Markup.escaped(item.topic()))
                .append("\" data-kind=\"")
                .append(Markup.escaped(question.kind()))
                .append("\" data-difficulty=\"")
                .append(question.difficulty())
                .append("\">\n<h2>")
                .append(Markup.escaped(item.title()))
                .append("</h2>\n<p class=\"about\">")
                .append(Markup.escaped(about(question)))
                .append("</p>\n")
                .append(Markup.asked(item));
        List<String> options = Markup.options(item);
        if (!options.isEmpty()) {
            out.append("<ol class=\"options\">\n");
            options.forEach(option -> out.append("<li>").append(option).append("</li>\n"));
            out.append("</ol>\n");
        }
        for (int i = 0; i < item.hints().size(); i++) {
            folded(
                    "hint",
                    "Hint " + (i + 1) + " of " + item.hints().size(),
                    HtmlProse.MATHML.of(item.hints().get(i)));
        }
        folded("solution", "Solution", solution(item));
        if (question.routes() != null) {
            folded("routes", "Routes and key", Html.fragment(question.routes()));
        }
        out.append("</article>\n");
    }

    private static String about(Question question) {
        Item item = question.item();
        int difficulty = Math.min(Math.max(question.difficulty(), 1), DIFFICULTIES.size());
        String marks = item.marks() == 1 ? "1 mark" : RightAnswer.shown(item.marks()) + " marks";
        return String.join(" · ", item.id(), item.topic(), DIFFICULTIES.get(difficulty - 1), marks);
    }

    private void folded(String kind, String summary, String html) {
        out.append("<details class=\"")
                .append(kind)
                .append("\"><summary>")
                .append(summary)
                .append("</summary>\n");
        out.append(html).append("</details>\n");
    }

    private String solution(Item item) {
        StringBuilder html = new StringBuilder("<p class=\"answer\">");
        html.append(Markup.escaped(RightAnswer.of(item))).append("</p>\n").append(HtmlProse.MATHML.of(item.solution()));
        for (Picture picture : item.pictures()) {
            html.append("<p><img loading=\"lazy\" decoding=\"async\" src=\"")
                    .append(source(item, picture))
                    .append("\" alt=\"")
                    .append(Markup.escaped(picture.alternative()))
                    .append("\"></p>\n");
        }
        return html.toString();
    }

    private String source(Item item, Picture picture) {
        if (!isFolder) {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.bytes());
        }
        String name = "pictures/" + item.id().replaceAll("[^A-Za-z0-9-]+", "-") + "-" + picture.name();
        files.put(name, picture.bytes());
        return name;
    }
}
