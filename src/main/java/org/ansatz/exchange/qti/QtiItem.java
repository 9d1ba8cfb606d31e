package org.ansatz.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Numerals;
import org.ansatz.exchange.item.Picture;
import org.ansatz.exchange.item.RightAnswer;
import org.ansatz.typeset.HtmlProse;
import org.ansatz.xml.XmlWriter;

/**
 * An item of QTI (information model of assessments, sections and items). What is said to a wrong answer and the solution are modal
 * feedback, hints are rubrics for tutors, and what a person marks has a rubric for the scorer.
 */
final class QtiItem implements Interaction.Cases<Void> {

    private static final String RESPONSE = "RESPONSE";
    private static final String SCORE = "SCORE";
    private static final String FEEDBACK = "FEEDBACK";
    private static final String SOLUTION = "SOLUTION";
    private static final String SHOWN = "solution";
    private static final String WIDTH = "15";

    private final QtiVersion version;
    private final Item item;
    private final String identifier;
    private final List<Loss> losses;
    private final XmlWriter xml = new XmlWriter();

    /** The pictures, by where they lie in the package. */
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** What is said to wrong answers, by identifier. */
    private final Map<String, String> feedback = new LinkedHashMap<>();

    /**
     * An item that is to be written.
     *
     * @param identifier its own, of letters, digits and hyphens
     * @param losses to which is added what QTI cannot hold
     */
    QtiItem(QtiVersion version, Item item, String identifier, List<Loss> losses) {
        this.version = version;
        this.item = item;
        this.identifier = identifier;
        this.losses = losses;
    }

    /** The pictures, by where they lie in the package. */
    Map<String, byte[]> files() {
        return files;
    }

    /** The file. */
    String text() {
        open(
                "assessmentItem",
                "xmlns",
                version.items(),
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                version.itemSchema(),
                "identifier",
                identifier,
                "title",
                item.title(),
                "label",
                item.id(),
                "adaptive",
                "false",
                "timeDependent",
                "false");
        item.interaction().fold(this);
        modal(FEEDBACK, feedback);
        if (hasSolution()) {
            modal(SOLUTION, Map.of(SHOWN, solution()));
        }
        if (!item.hints().isEmpty()) {
            lose("hints are for tutors: QTI shows none before an attempt");
        }
        return xml.text();
    }

    private boolean hasSolution() {
        return !item.solution().isEmpty() || !item.pictures().isEmpty();
    }

    private String solution() {
        StringBuilder html = new StringBuilder(HtmlProse.MATHML.of(item.solution()));
        item.pictures().forEach(picture -> html.append(image(picture)));
        return html.toString();
    }

    @Override
    public Void ofChoice(Interaction.Choice choice) {
        List<Interaction.Option> options = choice.options();
        open(
                "responseDeclaration",
                "identifier",
                RESPONSE,
                "cardinality",
                choice.isSingle() ? "single" : "multiple",
                "baseType",
                "identifier");
        open("correctResponse");
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).isRight()) {
                element("value", RightAnswer.letter(i));
            }
        }
        close();
        if (choice.isSingle()) {
            open("mapping", "defaultValue", "0");
            for (int i = 0; i < options.size(); i++) {
                double earned = options.get(i).isRight() ? item.marks() : wrong();
                element("mapEntry", "", "mapKey", RightAnswer.letter(i), "mappedValue", Numerals.of(earned));
            }
            close();
        }
        close();
        for (int i = 0; i < options.size(); i++) {
            if (!options.get(i).feedback().isEmpty()) {
                feedback.put(
                        RightAnswer.letter(i),
                        HtmlProse.MATHML.of(options.get(i).feedback()));
            }
        }
        outcomes();
        open("itemBody");
        statement("");
        open(
                "choiceInteraction",
                "responseIdentifier",
                RESPONSE,
                "shuffle",
                "true",
                "maxChoices",
                choice.isSingle() ? "1" : "0");
        prompt();
        for (int i = 0; i < options.size(); i++) {
            raw("simpleChoice", HtmlProse.MATHML.inLine(options.get(i).text()), "identifier", RightAnswer.letter(i));
        }
        close();
        rubrics("");
        close();
        open("responseProcessing");
        if (choice.isSingle()) {
            open("setOutcomeValue", "identifier", SCORE);
            element("mapResponse", "", "identifier", RESPONSE);
            close();
        } else {
            rightTogether(List.of(RESPONSE), () -> {
                open("match");
                variable(RESPONSE);
                element("correct", "", "identifier", RESPONSE);
                close();
            });
            if (options.stream().filter(Interaction.Option::isRight).count() > 1) {
                lose("several right options earn the marks together or not at all");
            }
        }
        if (!feedback.isEmpty()) {
            open("setOutcomeValue", "identifier", FEEDBACK).open(version.element("multiple"));
            variable(RESPONSE);
            close().close();
        }
        return end();
    }

    @Override
    public Void ofNumeric(Interaction.Numeric numeric) {
        List<Blank> blanks = numeric.blanks();
        List<String> responses = new ArrayList<>();
        for (int i = 0; i < blanks.size(); i++) {
            responses.add(blanks.size() == 1 ? RESPONSE : RESPONSE + (i + 1));
            open("responseDeclaration", "identifier", responses.get(i), "cardinality", "single", "baseType", "float");
            open("correctResponse");
            element("value", Numerals.of(blanks.get(i).accepted().get(0).value()));
            close().close();
            slips(responses.get(i), blanks.get(i));
        }
        outcomes();
        open("itemBody");
        statement(item.instruction());
        for (int i = 0; i < blanks.size(); i++) {
            gap(blanks.get(i), responses.get(i));
        }
        rubrics("");
        close();
        open("responseProcessing");
        if (blanks.size() == 1) {
            number(responses.get(0), blanks.get(0));
        } else {
            lose("several numbers earn the marks together or not at all");
            rightTogether(responses, () -> {
                open("and");
                for (int i = 0; i < blanks.size(); i++) {
                    equal(responses.get(i), blanks.get(i).accepted().get(0), /* isFirst= */ true);
                }
                close();
            });
            for (int i = 0; i < blanks.size(); i++) {
                saidTo(responses.get(i), blanks.get(i));
            }
        }
        return end();
    }

    private void slips(String response, Blank blank) {
        for (int i = 0; i < blank.accepted().size(); i++) {
            String said = blank.accepted().get(i).feedback();
            if (!said.isEmpty()) {
                feedback.put(slip(response, i), HtmlProse.MATHML.of(said));
            }
        }
    }

    /** The identifier of what is said to a number. */
    private static String slip(String response, int number) {
        return response + "-" + number;
    }

    private void gap(Blank blank, String response) {
        String name = blank.name().isEmpty() ? "" : HtmlProse.MATHML.inLine(blank.name()) + " = ";
        String unit = blank.unit().isEmpty() ? "" : " " + XmlWriter.escaped(blank.unit());
        xml.raw(
                "p",
                name + "<" + version.element("textEntryInteraction") + " " + version.attribute("responseIdentifier")
                        + "=\"" + response + "\" " + version.attribute("expectedLength") + "=\"" + WIDTH + "\"/>"
                        + unit);
        if (!unit.isEmpty()) {
            lose("a number is typed without its unit, which stands behind the gap");
        }
    }

    /** What one number earns, and what is said to it. */
    private void number(String response, Blank blank) {
        open("responseCondition");
        for (int i = 0; i < blank.accepted().size(); i++) {
            Accepted accepted = blank.accepted().get(i);
            open(i == 0 ? "responseIf" : "responseElseIf");
            equal(response, accepted, i == 0);
            score(accepted.share() > 0 ? accepted.share() * item.marks() : wrong());
            if (feedback.containsKey(slip(response, i))) {
                say(slip(response, i));
            }
            close();
        }
        takeOff(List.of(response));
        close();
    }

    /** What is said to one of several numbers. */
    private void saidTo(String response, Blank blank) {
        boolean isFirst = true;
        for (int i = 0; i < blank.accepted().size(); i++) {
            if (feedback.containsKey(slip(response, i))) {
                if (isFirst) {
                    open("responseCondition");
                }
                open(isFirst ? "responseIf" : "responseElseIf");
                equal(response, blank.accepted().get(i), i == 0);
                say(slip(response, i));
                close();
                isFirst = false;
            }
        }
        if (!isFirst) {
            close();
        }
    }

    /** Marks for a test that holds, and what a wrong answer costs if there is one. */
    private void rightTogether(List<String> responses, Runnable test) {
        open("responseCondition");
        open("responseIf");
        test.run();
        score(item.marks());
        close();
        takeOff(responses);
        close();
    }

    /** What is taken off where nothing was right, unless nothing was answered. */
    private void takeOff(List<String> responses) {
        if (wrong() >= 0) {
            return;
        }
        open("responseElseIf");
        if (responses.size() > 1) {
            open("and");
        }
        for (String response : responses) {
            open("isNull");
            variable(response);
            close();
        }
        if (responses.size() > 1) {
            close();
        }
        score(0);
        close();
        open("responseElse");
        score(wrong());
        close();
    }

    private void equal(String response, Accepted accepted, boolean isFirst) {
        String tolerance = Numerals.of(accepted.tolerance());
        if (accepted.tolerance() > 0) {
            open("equal", "toleranceMode", "absolute", "tolerance", tolerance + " " + tolerance);
        } else {
            open("equal", "toleranceMode", "exact");
        }
        variable(response);
        if (isFirst) {
            element("correct", "", "identifier", response);
        } else {
            element("baseValue", Numerals.of(accepted.value()), "baseType", "float");
        }
        close();
    }

    @Override
    public Void ofFree(Interaction.Free free) {
        element("responseDeclaration", "", "identifier", RESPONSE, "cardinality", "single", "baseType", "string");
        outcomes();
        open("itemBody");
        statement("");
        open("extendedTextInteraction", "responseIdentifier", RESPONSE, "expectedLength", "200");
        prompt();
        close();
        rubrics(free.answer());
        close();
        lose("a person marks it: QTI asks for no formulas, sets or infinite ends");
        if (hasSolution()) {
            open("responseProcessing");
            return end();
        }
        return null;
    }

    // ---- what every item has

    private double wrong() {
        return item.wrong() * item.marks();
    }

    private void outcomes() {
        boolean isFree = item.interaction() instanceof Interaction.Free;
        List<String> score =
                new ArrayList<>(List.of("identifier", SCORE, "cardinality", "single", "baseType", "float"));
        score.addAll(List.of("normalMaximum", Numerals.of(item.marks())));
        if (wrong() < 0) {
            score.addAll(List.of("normalMinimum", Numerals.of(wrong())));
        }
        if (isFree && version == QtiVersion.V3_0) {
            score.addAll(List.of("externalScored", "human"));
        }
        outcome(0, score.toArray(String[]::new));
        outcome(item.marks(), "identifier", "MAXSCORE", "cardinality", "single", "baseType", "float");
        if (!feedback.isEmpty()) {
            element(
                    "outcomeDeclaration",
                    "",
                    "identifier",
                    FEEDBACK,
                    "cardinality",
                    "multiple",
                    "baseType",
                    "identifier");
        }
        if (hasSolution()) {
            element(
                    "outcomeDeclaration",
                    "",
                    "identifier",
                    SOLUTION,
                    "cardinality",
                    "single",
                    "baseType",
                    "identifier");
        }
    }

    private void outcome(double value, String... attributes) {
        open("outcomeDeclaration", attributes);
        open("defaultValue");
        element("value", Numerals.of(value));
        close().close();
    }

    private void statement(String instruction) {
        Illustration illustration = item.illustration();
        Picture figure = illustration == null ? null : illustration.picture();
        String beside = figure == null ? Illustration.preformatted(item).strip() : image(figure);
        xml.raw("div", HtmlProse.MATHML.of(item.text()) + beside + HtmlProse.MATHML.of(instruction));
    }

    private void prompt() {
        String inLine = HtmlProse.MATHML.inLine(item.instruction().replaceAll("\\n\\s*\\n", " "));
        if (!inLine.isEmpty()) {
            raw("prompt", inLine);
        }
    }

    /** A picture in a text, whose file is added to the package. */
    private String image(Picture picture) {
        String ending = picture.name().replaceAll("^.*?(\\.[a-z0-9]+)?$", "$1");
        String path = "images/" + identifier + "-" + (files.size() + 1) + ending;
        files.put(path, picture.bytes());
        return "<p><img src=\"" + path + "\" alt=\"" + XmlWriter.escaped(picture.alternative()) + "\"/></p>";
    }

    /** What only some see: hints for tutors, and the answer for whoever marks it. */
    private void rubrics(String answer) {
        if (!answer.isEmpty()) {
            rubric("scorer", "answer", "<p>" + XmlWriter.escaped(answer) + "</p>");
        }
        for (String hint : item.hints()) {
            rubric("tutor", "hint", HtmlProse.MATHML.of(hint));
        }
    }

    private void rubric(String view, String kind, String html) {
        if (version == QtiVersion.V2_1) {
            raw("rubricBlock", html, "view", view, "class", kind);
        } else {
            open("rubricBlock", "view", view, "use", view.equals("scorer") ? "scoring" : "instructions", "class", kind);
            raw("contentBody", html);
            close();
        }
    }

    /** Shows the solution, and ends the processing of the response. */
    private Void end() {
        if (hasSolution()) {
            open("setOutcomeValue", "identifier", SOLUTION);
            element("baseValue", SHOWN, "baseType", "identifier");
            close();
        }
        close();
        return null;
    }

    private void modal(String outcome, Map<String, String> texts) {
        texts.forEach((which, html) -> {
            String[] attributes = {"outcomeIdentifier", outcome, "identifier", which, "showHide", "show"};
            if (version == QtiVersion.V2_1) {
                raw("modalFeedback", html, attributes);
            } else {
                open("modalFeedback", attributes);
                raw("contentBody", html);
                close();
            }
        });
    }

    private void score(double marks) {
        open("setOutcomeValue", "identifier", SCORE);
        element("baseValue", Numerals.of(marks), "baseType", "float");
        close();
    }

    /** Adds to what is said. */
    private void say(String which) {
        open("setOutcomeValue", "identifier", FEEDBACK);
        open("multiple");
        variable(FEEDBACK);
        element("baseValue", which, "baseType", "identifier");
        close().close();
    }

    private void variable(String name) {
        element("variable", "", "identifier", name);
    }

    private void lose(String what) {
        losses.add(new Loss(item.id(), what));
    }

    // ---- elements by their names in version 2.1

    private XmlWriter open(String name, String... attributes) {
        return xml.open(version.element(name), named(attributes));
    }

    private XmlWriter close() {
        return xml.close();
    }

    private void element(String name, String text, String... attributes) {
        xml.element(version.element(name), text, named(attributes));
    }

    private void raw(String name, String html, String... attributes) {
        xml.raw(version.element(name), html, named(attributes));
    }

    private String[] named(String... attributes) {
        String[] named = attributes.clone();
        for (int i = 0; i < named.length; i += 2) {
            named[i] = version.attribute(named[i]);
        }
        return named;
    }
}
