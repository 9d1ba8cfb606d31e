package org.ansatz.book;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Picture;
import org.ansatz.typeset.HtmlProse;
import org.ansatz.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** What books and papers have in common. */
final class Markup {

    private Markup() {}

    static String escaped(String text) {
        return XmlWriter.escaped(text);
    }

    /** The beginning of a page, up to its body. */
    static String head(String title, String style, String policy) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                + "<title>" + escaped(title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n";
    }

    /** What is asked. */
    static String asked(Item item) {
        String instruction = item.instruction().isEmpty() ? "" : "<p>" + escaped(item.instruction()) + "</p>";
        return "<div class=\"asked\">" + HtmlProse.MATHML.of(item.text()) + illustration(item.illustration())
                + instruction + "</div>\n";
    }

    private static String illustration(@Nullable Illustration illustration) {
        if (illustration == null) {
            return "";
        }
        Picture picture = illustration.picture();
        return picture == null
                ? "<pre>" + escaped(String.join("\n", illustration.drawing())) + "</pre>\n"
                : "<p><img class=\"figure\" src=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(picture.bytes()) + "\" alt=\""
                        + escaped(picture.alternative()) + "\"></p>\n";
    }

    /** The options of a choice, each as HTML; none of anything else. */
    static List<String> options(Item item) {
        List<String> options = new ArrayList<>();
        if (item.interaction() instanceof Interaction.Choice choice) {
            choice.options().forEach(option -> options.add(HtmlProse.MATHML.inLine(option.text())));
        }
        return options;
    }
}
