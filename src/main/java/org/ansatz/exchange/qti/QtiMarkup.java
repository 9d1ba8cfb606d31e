package org.ansatz.exchange.qti;

import java.util.List;
import java.util.Set;
import org.ansatz.exchange.item.HtmlReader;
import org.ansatz.exchange.item.Loss;
import org.ansatz.typeset.Formula;
import org.ansatz.typeset.Latex;
import org.ansatz.xml.Element;
import org.ansatz.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** The texts of an item of QTI: HTML with formulas in MathML, and a line where something is to be typed. */
final class QtiMarkup {

    private static final String GAP = " _____ ";
    private static final Set<String> EMPTY = Set.of("br", "hr");
    private static final Set<String> PICTURES = Set.of("img", "object", "video", "audio", "picture");

    private final Set<Element> skipped;
    private final StringBuilder html = new StringBuilder();

    private QtiMarkup(Set<Element> skipped) {
        this.skipped = skipped;
    }

    /**
     * The text of an element; null is none.
     *
     * @param skipped what does not belong to it, by identity
     * @param title of the question
     * @param losses to which is added what is lost
     */
    static String text(@Nullable Element element, Set<Element> skipped, String title, List<Loss> losses) {
        if (element == null) {
            return "";
        }
        QtiMarkup markup = new QtiMarkup(skipped);
        markup.inside(element);
        return HtmlReader.text(markup.html.toString(), title, losses);
    }

    private void inside(Element element) {
        for (int i = 0; i < element.children().size(); i++) {
            html.append(XmlWriter.escaped(element.texts().get(i)));
            one(element.children().get(i));
        }
        html.append(XmlWriter.escaped(element.texts().get(element.children().size())));
    }

    private void one(Element element) {
        String name = element.name();
        if (skipped.contains(element)) {
            return;
        }
        if (name.equals("math")) {
            formula(element);
        } else if (name.equals("textEntryInteraction")) {
            html.append(GAP);
        } else if (PICTURES.contains(name)) {
            picture(element);
        } else if (EMPTY.contains(name)) {
            html.append('<').append(name).append('>');
        } else {
            html.append('<').append(name).append('>');
            inside(element);
            html.append("</").append(name).append('>');
        }
    }

    private void formula(Element math) {
        Formula formula = MathMlReader.formula(math);
        if (formula == null) {
            html.append("<math>");
            inside(math);
            html.append("</math>");
            return;
        }
        String tex = XmlWriter.escaped(Latex.of(formula));
        boolean isDisplayed = math.attribute("display").equals("block");
        html.append(tex.isEmpty() ? "" : isDisplayed ? "\\[" + tex + "\\]" : "\\(" + tex + "\\)");
    }

    private void picture(Element picture) {
        String source = picture.attribute("src").isEmpty() ? picture.attribute("data") : picture.attribute("src");
        String said = picture.attribute("alt").isEmpty() ? picture.text().strip() : picture.attribute("alt");
        html.append("<img src=\"")
                .append(attribute(source))
                .append("\" alt=\"")
                .append(attribute(said))
                .append("\">");
    }

    /** An attribute that ends no element and no value. */
    private static String attribute(String text) {
        return XmlWriter.escaped(text).replace("'", "&#39;");
    }
}
