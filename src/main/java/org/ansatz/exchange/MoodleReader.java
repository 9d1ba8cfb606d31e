package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.exchange.item.HtmlReader;
import org.ansatz.exchange.item.ImportFault;
import org.ansatz.exchange.item.Imported;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Option;
import org.ansatz.exchange.item.Interaction.Scale;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Shares;
import org.ansatz.exchange.item.Topics;
import org.ansatz.xml.Element;
import org.jspecify.annotations.Nullable;

/** Moodle XML: the questions of the kinds {@code multichoice}, {@code truefalse} and {@code numerical}; others are named. */
final class MoodleReader {

    private static final double PERCENT = 100;

    private final List<Item> items = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private String topic = "";

    private MoodleReader() {}

    /**
     * The questions of a file.
     *
     * @throws ImportFault if it is no Moodle XML
     */
    static Imported read(Element quiz) throws ImportFault {
        if (!quiz.name().equals("quiz")) {
            throw new ImportFault(
                    quiz.line(),
                    1,
                    "Moodle XML begins with <quiz>, and this with <" + quiz.name()
                            + ">; an item of QTI with <assessmentItem> or <qti-assessment-item>");
        }
        MoodleReader reader = new MoodleReader();
        quiz.all("question").forEach(reader::question);
        return new Imported(reader.items, reader.losses);
    }

    private void question(Element question) {
        String type = question.attribute("type");
        if (type.equals("category")) {
            topic = Topics.ofCategory(question.textAt("category", "text"));
            return;
        }
        String name = question.textAt("name", "text");
        String title = name.isEmpty() ? "Question in line " + question.line() : HtmlReader.plain(name, name, losses);
        Interaction interaction = switch (type) {
            case "multichoice", "truefalse" -> choice(question, title, type.equals("truefalse"));
            case "numerical" -> numeric(question, title);
            default -> null;
        };
        if (interaction == null) {
            String kind = type.isEmpty() ? "one without a type" : "'" + type + "'";
            losses.add(new Loss(title, "left out: only choices and numbers are read, and this is " + kind));
            return;
        }
        lose(question, title);
        List<String> hints = new ArrayList<>();
        question.all("hint").forEach(hint -> hints.add(text(hint, title)));
        hints.removeIf(String::isEmpty);
        items.add(new Item(
                question.textAt("idnumber"),
                title,
                topic,
                text(question.child("questiontext"), title),
                /* illustration= */ null,
                "",
                interaction,
                number(question.textAt("defaultgrade"), 1),
                worst(question),
                text(question.child("generalfeedback"), title),
                hints,
                List.of(),
                Map.of()));
    }

    private void lose(Element question, String title) {
        for (String part : List.of("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")) {
            if (!text(question.child(part), title).isEmpty()) {
                losses.add(new Loss(title, "feedback that is the same for all right or wrong replies is left out"));
            }
        }
        if (!question.all("tags").isEmpty()
                && !question.all("tags").get(0).all("tag").isEmpty()) {
            losses.add(new Loss(title, "tags are left out"));
        }
    }

    /** What the worst reply earns. */
    private static double worst(Element question) {
        double worst = 0;
        for (Element answer : question.all("answer")) {
            worst = Math.min(worst, number(answer.attribute("fraction"), 0) / PERCENT);
        }
        return worst;
    }

    private String text(@Nullable Element element, String title) {
        if (element == null) {
            return "";
        }
        String written = element.child("text") == null ? element.text() : element.textAt("text");
        boolean isPlain = element.attribute("format").startsWith("plain");
        return isPlain ? HtmlReader.plain(written, title, losses) : HtmlReader.text(written, title, losses);
    }

    private Interaction choice(Element question, String title, boolean isTrueOrFalse) {
        boolean isSingle = isTrueOrFalse || !List.of("false", "0").contains(question.textAt("single"));
        List<Element> answers = question.all("answer");
        List<Double> shares = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Element answer : answers) {
            shares.add(number(answer.attribute("fraction"), 0) / PERCENT);
            texts.add(text(answer, title));
        }
        List<Boolean> right = isSingle
                ? Shares.ofOne(
                        shares, texts.stream().map(text -> "'" + text + "'").toList(), title, losses)
                : shares.stream().map(share -> share > 0).toList();
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            options.add(
                    new Option(texts.get(i), right.get(i), text(answers.get(i).child("feedback"), title)));
        }
        return new Interaction.Choice(options, isSingle);
    }

    private @Nullable Interaction numeric(Element question, String title) {
        List<Accepted> accepted = new ArrayList<>();
        for (Element answer : question.all("answer")) {
            String value = answer.textAt("text").isEmpty() ? answer.text().strip() : answer.textAt("text");
            double number = number(value, Double.NaN);
            double share = number(answer.attribute("fraction"), 0) / PERCENT;
            if (Double.isFinite(number)) {
                double tolerance = number(answer.textAt("tolerance"), 0);
                accepted.add(new Accepted(number, tolerance, share, text(answer.child("feedback"), title)));
            } else if (value.equals("*")) {
                if (!text(answer.child("feedback"), title).isEmpty()) {
                    losses.add(new Loss(title, "what is said to all other numbers is left out"));
                }
            } else {
                losses.add(new Loss(title, "the answer '" + value + "' is no number, and left out"));
            }
        }
        accepted.sort((a, b) -> Double.compare(b.share(), a.share()));
        if (accepted.isEmpty() || accepted.get(0).share() <= 0) {
            losses.add(new Loss(title, "no number is right"));
        }
        List<Scale> units = new ArrayList<>();
        Element list = question.child("units");
        for (Element unit : list == null ? List.<Element>of() : list.all("unit")) {
            units.add(new Scale(unit.textAt("unit_name"), number(unit.textAt("multiplier"), 1)));
        }
        units.sort((a, b) -> Double.compare(Math.abs(Math.log(a.multiplier())), Math.abs(Math.log(b.multiplier()))));
        return new Interaction.Numeric(List.of(new Blank("", accepted, units)));
    }

    private static double number(String written, double otherwise) {
        try {
            return written.isEmpty() ? otherwise : Double.parseDouble(written.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
