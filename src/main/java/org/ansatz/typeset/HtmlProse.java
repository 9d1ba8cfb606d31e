package org.ansatz.typeset;

import java.util.List;
import org.ansatz.xml.XmlWriter;

/** Texts as HTML: paragraphs and lists, bold words, and mathematics as a browser or a learning platform sets it. */
public enum HtmlProse {

    /** Mathematics as TeX between {@code \\(} and {@code \\)}, as learning platforms have it. */
    TEX {
        @Override
        String mathematics(Run.Mathematics run) {
            String tex = XmlWriter.escaped(Latex.of(run.formula()));
            return run.isDisplayed() ? "\\[" + tex + "\\]" : "\\(" + tex + "\\)";
        }
    },

    /** Mathematics as MathML, as browsers set it by themselves. */
    MATHML {
        @Override
        String mathematics(Run.Mathematics run) {
            return MathMl.of(run.formula(), run.isDisplayed());
        }
    };

    abstract String mathematics(Run.Mathematics run);

    /** Paragraphs and lists. */
    public String of(String text) {
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
    public String inLine(String text) {
        List<Prose.Paragraph> paragraphs = Prose.of(text).paragraphs();
        boolean isOne = paragraphs.size() == 1 && !paragraphs.get(0).isItem();
        return isOne ? runs(paragraphs.get(0).runs()) : of(text);
    }

    private String runs(List<Run> runs) {
        StringBuilder html = new StringBuilder();
        for (Run run : runs) {
            if (run instanceof Run.Words words) {
                String escaped = XmlWriter.escaped(words.text());
                html.append(words.isBold() ? "<strong>" + escaped + "</strong>" : escaped);
            } else {
                html.append(mathematics((Run.Mathematics) run));
            }
        }
        return html.toString();
    }
}
