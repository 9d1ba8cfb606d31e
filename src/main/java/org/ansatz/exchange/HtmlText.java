package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.typeset.Latex;
import org.ansatz.typeset.Prose;
import org.ansatz.typeset.Run;
import org.ansatz.xml.XmlWriter;

/** A text as HTML, with mathematics as TeX between {@code \\(} and {@code \\)}, as learning platforms have it. */
final class HtmlText {

    private HtmlText() {}

    /** Paragraphs and lists. */
    static String of(String text) {
        StringBuilder html = new StringBuilder();
        boolean inList = false;
        for (Prose.Paragraph paragraph : Prose.of(text).paragraphs()) {
            if (paragraph.isItem() != inList) {
                html.append(paragraph.isItem() ? "<ul>" : "</ul>");
                inList = paragraph.isItem();
            }
            String element = paragraph.isItem() ? "li" : "p";
            html.append('<').append(element).append('>').append(runs(paragraph.runs()));
            html.append("</").append(element).append('>');
        }
        return html.append(inList ? "</ul>" : "").toString();
    }

    /** A text of one paragraph without an element around it, as an option has it; of several, as {@link #of}. */
    static String inLine(String text) {
        List<Prose.Paragraph> paragraphs = Prose.of(text).paragraphs();
        boolean isOne = paragraphs.size() == 1 && !paragraphs.get(0).isItem();
        return isOne ? runs(paragraphs.get(0).runs()) : of(text);
    }

    private static String runs(List<Run> runs) {
        List<String> html = new ArrayList<>();
        for (Run run : runs) {
            if (run instanceof Run.Words words) {
                String escaped = XmlWriter.escaped(words.text());
                html.add(words.isBold() ? "<strong>" + escaped + "</strong>" : escaped);
            } else if (run instanceof Run.Mathematics mathematics) {
                String tex = XmlWriter.escaped(Latex.of(mathematics.formula()));
                html.add(mathematics.isDisplayed() ? "\\[" + tex + "\\]" : "\\(" + tex + "\\)");
            }
        }
        return String.join("", html);
    }
}
