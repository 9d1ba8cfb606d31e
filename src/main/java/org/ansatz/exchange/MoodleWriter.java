package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Scale;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Numerals;
import org.ansatz.exchange.item.Picture;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.typeset.HtmlProse;
import org.ansatz.xml.XmlWriter;

/**
 * Moodle XML (docs.moodle.org, "Moodle XML format"; element names as in {@code question/format/xml/format.php} of Moodle 4): a
 * choice as {@code multichoice}, a number as {@code numerical} with its units, several as {@code cloze}, all else as
 * {@code essay} with the answer for whoever marks it.
 */
final class MoodleWriter implements QuestionFormat {

    private static final double PERCENT = 100;
    private static final String TOP = "$course$/top/Ansatz/";

    @Override
    public String name() {
        return "moodle";
    }

    @Override
    public String ending() {
        return ".xml";
    }

    @Override
    public String description() {
        return "Moodle XML, for Moodle's question bank";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Exported write(List<Item> items) {
        XmlWriter xml = new XmlWriter();
        List<Loss> losses = new ArrayList<>();
        xml.open("quiz");
        String category = "";
        for (Item item : items) {
            String own = TOP + category(item);
            if (!own.equals(category)) {
                category = own;
                xml.open("question", "type", "category");
                text(xml, "category", category);
                text(xml, "info", "", "format", "html");
                xml.close();
            }
            item.interaction().fold(new Writing(xml, item, losses));
        }
        return new Exported(xml.text(), losses);
    }

    /** A slash parts categories; a variant stands with its siblings. */
    private static String category(Item item) {
        String topic = item.topic().isEmpty() ? "questions" : item.topic();
        int variant = item.id().indexOf('#');
        String siblings =
                variant < 0 ? "" : "/" + item.id().substring(0, variant).replace("/", "//");
        return topic + siblings;
    }

    private static void text(XmlWriter xml, String name, String content, String... attributes) {
        xml.open(name, attributes).element("text", content).close();
    }

    private static void html(XmlWriter xml, String name, String content) {
        text(xml, name, content, "format", "html");
    }

    /** One item. */
    private static final class Writing implements Interaction.Cases<Void> {
        private final XmlWriter xml;
        private final Item item;
        private final List<Loss> losses;

        Writing(XmlWriter xml, Item item, List<Loss> losses) {
            this.xml = xml;
            this.item = item;
            this.losses = losses;
        }

        @Override
        public Void ofChoice(Interaction.Choice choice) {
            begin("multichoice", HtmlProse.TEX.of(item.text() + "\n\n" + item.instruction()));
            xml.element("single", String.valueOf(choice.isSingle()))
                    .element("shuffleanswers", "true")
                    .element("answernumbering", "ABCD");
            long right = choice.options().stream()
                    .filter(Interaction.Option::isRight)
                    .count();
            for (Interaction.Option option : choice.options()) {
                double share = option.isRight() ? 1.0 / right : choice.isSingle() ? item.wrong() : -1;
                answer(share, HtmlProse.TEX.inLine(option.text()), HtmlProse.TEX.of(option.feedback()), "html");
                xml.close();
            }
            if (!choice.isSingle() && right > 1) {
                losses.add(
                        new Loss(
                                item.id(),
                                "some of the right options earn part of the marks: Moodle has no options that are right only together"));
            }
            return end();
        }

        @Override
        public Void ofNumeric(Interaction.Numeric numeric) {
            return numeric.blanks().size() == 1
                            && numeric.blanks().get(0).name().isEmpty()
                    ? number(numeric.blanks().get(0))
                    : cloze(numeric.blanks());
        }

        private Void number(Blank blank) {
            begin("numerical", HtmlProse.TEX.of(item.text() + "\n\n" + item.instruction()));
            for (Accepted accepted : blank.accepted()) {
                double share = accepted.share() > 0 ? accepted.share() : item.wrong();
                answer(
                        share,
                        Numerals.of(accepted.value()),
                        HtmlProse.TEX.of(accepted.feedback()),
                        "moodle_auto_format");
                xml.element("tolerance", Numerals.of(accepted.tolerance())).close();
            }
            if (item.wrong() < 0) {
                answer(item.wrong(), "*", "", "moodle_auto_format");
                xml.element("tolerance", "0").close();
            }
            if (!blank.units().isEmpty()) {
                xml.open("units");
                for (Scale scale : blank.units()) {
                    xml.open("unit")
                            .element("multiplier", Numerals.of(scale.multiplier()))
                            .element("unit_name", scale.unit())
                            .close();
                }
                xml.close();
            }
            boolean hasUnits = !blank.units().isEmpty();
            // 0: a unit may be typed behind the number, and is understood; 3: none is asked for.
            xml.element("unitgradingtype", "0")
                    .element("unitpenalty", "0.1")
                    .element("showunits", hasUnits ? "0" : "3")
                    .element("unitsleft", "0");
            return end();
        }

        private Void cloze(List<Blank> blanks) {
            StringBuilder text = new StringBuilder(HtmlProse.TEX.of(item.text() + "\n\n" + item.instruction()));
            for (Blank blank : blanks) {
                text.append("<p>")
                        .append(HtmlProse.TEX.inLine(blank.name()))
                        .append(" = ")
                        .append(gap(blank));
                text.append(blank.unit().isEmpty() ? "" : " " + XmlWriter.escaped(blank.unit()))
                        .append("</p>");
                if (!blank.unit().isEmpty()) {
                    losses.add(new Loss(
                            item.id(),
                            "each of several numbers is typed without its unit, which stands behind the gap"));
                }
            }
            begin("cloze", text.toString());
            return end();
        }

        private static String gap(Blank blank) {
            StringBuilder gap = new StringBuilder("{1:NUMERICAL:");
            for (Accepted accepted : blank.accepted()) {
                gap.append(gap.charAt(gap.length() - 1) == ':' ? "" : "~")
                        .append('%')
                        .append(Numerals.of(PERCENT * Math.max(0, accepted.share())))
                        .append('%')
                        .append(Numerals.of(accepted.value()))
                        .append(':')
                        .append(Numerals.of(accepted.tolerance()));
                if (!accepted.feedback().isEmpty()) {
                    gap.append('#').append(clozeEscaped(HtmlProse.TEX.inLine(accepted.feedback())));
                }
            }
            return gap.append('}').toString();
        }

        private static String clozeEscaped(String html) {
            return html.replaceAll("[}#~/\"\\\\]", "\\\\$0");
        }

        @Override
        public Void ofFree(Interaction.Free free) {
            begin("essay", HtmlProse.TEX.of(item.text() + "\n\n" + item.instruction()));
            xml.element("responseformat", "editor")
                    .element("responserequired", "1")
                    .element("responsefieldlines", "5")
                    .element("attachments", "0")
                    .element("attachmentsrequired", "0");
            html(xml, "graderinfo", "<p>" + XmlWriter.escaped(free.answer()) + "</p>");
            html(xml, "responsetemplate", "");
            losses.add(new Loss(item.id(), "a person marks it: Moodle asks for no formulas, sets or infinite ends"));
            return end();
        }

        private void begin(String type, String questionText) {
            xml.open("question", "type", type);
            text(xml, "name", item.title());
            Illustration illustration = item.illustration();
            Picture figure = illustration == null ? null : illustration.picture();
            String beside = figure == null ? Illustration.preformatted(item) : image(figure);
            withFiles("questiontext", questionText + beside, figure == null ? List.of() : List.of(figure));
            withFiles("generalfeedback", feedback(), item.pictures());
            if (!type.equals("cloze")) {
                xml.element("defaultgrade", Numerals.of(item.marks()));
            }
            xml.element("penalty", "0.3333333").element("hidden", "0").element("idnumber", item.id());
        }

        private String feedback() {
            StringBuilder html = new StringBuilder(HtmlProse.TEX.of(item.solution()));
            item.pictures().forEach(picture -> html.append(image(picture)));
            return html.toString();
        }

        private static String image(Picture picture) {
            return "<p><img src=\"@@PLUGINFILE@@/" + XmlWriter.escaped(picture.name()) + "\" alt=\""
                    + XmlWriter.escaped(picture.alternative()) + "\"></p>";
        }

        /** A text and the pictures in it. */
        private void withFiles(String name, String html, List<Picture> pictures) {
            xml.open(name, "format", "html").element("text", html);
            for (Picture picture : pictures) {
                xml.element(
                        "file",
                        Base64.getEncoder().encodeToString(picture.bytes()),
                        "name",
                        picture.name(),
                        "path",
                        "/",
                        "encoding",
                        "base64");
            }
            xml.close();
        }

        /** Opens an answer, and leaves it open. */
        private void answer(double share, String content, String feedback, String format) {
            xml.open("answer", "fraction", String.format(Locale.ROOT, "%.7g", PERCENT * share), "format", format)
                    .element("text", content);
            html(xml, "feedback", feedback);
        }

        private Void end() {
            for (String hint : item.hints()) {
                html(xml, "hint", HtmlProse.TEX.of(hint));
            }
            String difficulty = item.card().getOrDefault("difficulty", "");
            if (!difficulty.isEmpty()) {
                xml.open("tags");
                text(xml, "tag", "difficulty " + difficulty);
                xml.close();
            }
            xml.close();
            return null;
        }
    }
}
