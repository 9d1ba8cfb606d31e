package org.ansatz.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Option;
import org.ansatz.exchange.item.Interaction.Scale;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Picture;
import org.ansatz.report.page.Page;
import org.junit.jupiter.api.Test;

/** Books and papers as pages: what is on them, in which order, and that nothing else gets in. */
final class BookTest {

    private static final Interaction CHOICE =
            new Interaction.Choice(List.of(new Option("$x^2$", false, ""), new Option("2 W & more", true, "")), true);

    private static Item item(String id, String text, Interaction interaction) {
        return new Item(
                id,
                "Lamp <1>",
                "networks/power",
                text,
                /* illustration= */ null,
                "Answer to two digits.",
                interaction,
                2,
                0,
                "It is $U^2/R$.",
                List.of("First.", "Then."),
                List.of(new Picture("plot-1.png", new byte[] {1, 2}, "power")),
                Map.of());
    }

    private static final Item LAMP = item("networks/lamp", "Which power?", CHOICE);
    private static final Item OHM = item(
            "networks/ohm",
            "How large?",
            new Interaction.Numeric(List.of(
                    new Blank("R", List.of(new Accepted(4.7, 0, 1, "")), List.of(new Scale("kohm", 1))),
                    new Blank("k", List.of(new Accepted(2, 0, 1, "")), List.of()))));

    private static Question asked(Item item) {
        return new Question(item, "mcq", 3, null);
    }

    @Test
    void aQuestionHasItsHintsAndSolutionFoldedBelowIt() {
        String page = Book.file("My bank", List.of(asked(LAMP)));
        assertThat(page)
                .containsSubsequence(
                        "<title>My bank</title>",
                        "<article tabindex=\"-1\" id=\"networks/lamp\" data-topic=\"networks/power\" data-kind=\"mcq\""
                                + " data-difficulty=\"3\">",
                        "<h2>Lamp &lt;1&gt;</h2>",
                        "networks/lamp · networks/power · hard · 2 marks",
                        "<div class=\"asked\"><p>Which power?</p><p>Answer to two digits.</p></div>",
                        "<msup><mi>x</mi><mn>2</mn></msup>",
                        "<li>2 W &amp; more</li>",
                        "<details class=\"hint\"><summary>Hint 1 of 2</summary>\n<p>First.</p></details>",
                        "<details class=\"solution\"><summary>Solution</summary>\n<p class=\"answer\">B</p>",
                        "<img loading=\"lazy\" decoding=\"async\" src=\"data:image/png;base64,AQI=\" alt=\"power\">")
                .doesNotContain("Routes and key");
        assertThat(Book.file("b", List.of(asked(OHM)))).contains("R = 4.7 kohm, k = 2</p>");
    }

    @Test
    void teachersSeeTheRoutes() {
        Page routes =
                new Page.Builder("Lamp").heading("Routes").text("They agree.").page();
        assertThat(Book.file("b", List.of(new Question(LAMP, "mcq", 1, routes))))
                .contains("<summary>Routes and key</summary>\n<h3>Routes</h3>\n<p>They agree.</p>");
    }

    @Test
    void everyTopicAndItsRoomCanBeChosen() {
        assertThat(Book.file("b", List.of(asked(LAMP))))
                .contains("<option value=\"networks\">networks</option><option value=\"networks/power\">");
    }

    /** The policy names the script by its hash, so that no other runs, and lets nothing be loaded. */
    @Test
    void noOtherScriptRunsAndNothingIsLoaded() throws Exception {
        String page = Book.file("b", List.of(asked(item("x", "<script>alert(1)</script>", CHOICE))));
        Matcher script = Pattern.compile("(?s)<script>(.*?)</script>").matcher(page);
        assertThat(script.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .contains("default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'; script-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("src=\"http", "href=", "url(");
        assertThat(script.find()).as("another script").isFalse();
    }

    @Test
    void aFolderHasItsPicturesInFiles() {
        Map<String, byte[]> files = Book.folder("b", List.of(asked(item("../networks/lamp#3", "?", CHOICE))));
        assertThat(files).containsOnlyKeys("index.html", "pictures/-networks-lamp-3-plot-1.png");
        assertThat(new String(Objects.requireNonNull(files.get("index.html")), StandardCharsets.UTF_8))
                .contains("src=\"pictures/-networks-lamp-3-plot-1.png\"");
    }

    /** A browser shows no picture that the page's own policy does not let in. */
    @Test
    void aPaperShowsItsFigures() {
        Item drawn = new Item(
                "networks/lamp",
                "Lamp",
                "networks",
                "Which power?",
                new Illustration(
                        new Picture("figure.png", new byte[] {1, 2}, "a lamp"), List.of("( x )"), List.of("( x )")),
                "",
                CHOICE,
                2,
                0,
                "",
                List.of(),
                List.of(),
                Map.of());
        assertThat(Paper.of("Midterm", List.of(List.of(drawn))))
                .contains("<img class=\"figure\" src=\"data:image/png;base64,AQI=\"")
                .containsPattern("Content-Security-Policy\" content=\"[^\"]*img-src data:");
    }

    @Test
    void aPaperHasRoomForAnswersAndAKeyBehindAllVersions() {
        Item other = item(
                "networks/lamp#1",
                "Which power?",
                new Interaction.Choice(
                        List.of(new Option("2 W & more", true, ""), new Option("1 W", false, "")), true));
        String paper = Paper.of("Midterm", List.of(List.of(LAMP, OHM), List.of(other, OHM)));
        assertThat(paper)
                .containsSubsequence(
                        "<h1>Midterm</h1>",
                        "Version 1</span><span>2 questions, 4 marks",
                        "<span class=\"marks\">[2]</span><div class=\"asked\"><p>Which power?</p>",
                        "<ol class=\"options\">",
                        "<p>R = <span class=\"line\"></span> kohm</p>",
                        "Version 2</span>",
                        "<h2>Midterm: key</h2>",
                        "<th scope=\"col\">Version 2</th>",
                        "<tr><th scope=\"row\">1</th><td>B</td><td>A</td><td>networks/lamp</td></tr>",
                        "<tr><th scope=\"row\">2</th><td>R = 4.7 kohm, k = 2</td>")
                .doesNotContain("First.", "It is ", "<script");
    }
}
