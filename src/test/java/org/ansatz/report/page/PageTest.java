package org.ansatz.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageTest {

    private static final Page PAGE = new Page.Builder("A & <b>")
            .text("one\ntwo\n\nthree")
            .heading("H")
            .items(List.of("- x", "1. y", "z"))
            .items(List.of())
            .listing(List.of("a < b", "  c"))
            .table(List.of("p", "q"), List.of(List.of("1|2", "<i>"), List.of("", "*")))
            .table(List.of("p"), List.of())
            .page();

    @Test
    void aPageIsMarkdown() {
        assertThat(Markdown.of(PAGE)).isEqualTo("""
                # A &amp; &lt;b>

                one \s
                two

                three

                ## H

                - \\- x
                - 1\\. y
                - z

                    a < b
                      c

                | p | q |
                | --- | --- |
                | 1\\|2 | &lt;i> |
                |  | \\* |
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "82.5 cm ! 82.5 cm",
                "3. x ! 3\\. x",
                "3) ! 3\\)",
                "# x ! \\# x",
                "x # y ! x # y",
                "$x$ ! \\$x\\$",
                "a_b ! a\\_b",
                "[x](y) ! \\[x\\](y)",
                "> x ! \\> x"
            })
    void signsOfMarkdownAreShownAsTheyAre(String text, String markdown) {
        assertThat(Markdown.of(new Page.Builder("t").text(text).page())).isEqualTo("# t\n\n" + markdown + "\n");
    }

    /** Written so that it is XML as well, apart from its document type. */
    @Test
    void aPageIsHtml() throws Exception {
        String html = Html.of(PAGE);
        assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").doesNotContain("http", "<script");
        String xml =
                html.substring(html.indexOf("<main>"), html.indexOf("</body>")).replace("<br>", "<br/>");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo("\nA & <b>\none\ntwo\nthree\nH\n\n- x\n1. y\nz\n\na < b\n  c\n\n\npq\n\n\n1|2<i>\n*\n\n\n");
    }
}
