package org.ansatz.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Picture;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.problem.MarkingScheme;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Moodle XML, read by the JDK's own parser, which knows nothing of its writer. */
final class MoodleWriterTest {

    private static final XPath PATHS = XPathFactory.newInstance().newXPath();

    private final QuestionFormat moodle = Formats.ALL.get(0);

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private Document written(Item... items) throws Exception {
        return parsed(moodle.write(List.of(items)).text());
    }

    private static List<String> all(Document document, String path) throws Exception {
        NodeList nodes = (NodeList) PATHS.evaluate(path, document, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    @Test
    void aChoiceHasItsPenaltyFeedbackHintsAndSolution() throws Exception {
        Document quiz = written(Samples.item(Samples.LAMP));
        assertThat(all(quiz, "//question/@type")).containsExactly("category", "multichoice");
        assertThat(all(quiz, "//category/text")).containsExactly("$course$/top/Ansatz/networks/power");
        assertThat(all(quiz, "//name/text")).containsExactly("Lamp & switch");
        assertThat(all(quiz, "//questiontext/text"))
                .containsExactly("<p>A lamp of 6 ohm hangs on 12 V. Which power does it take, with"
                        + " \\(P = \\frac{U^{2}}{R}\\)?</p><ul><li>Losses do <strong>not</strong> count.</li></ul>");
        assertThat(all(quiz, "//defaultgrade")).containsExactly("2");
        assertThat(all(quiz, "//single")).containsExactly("true");
        assertThat(all(quiz, "//answer/text")).containsExactly("24 W", "2 W", "72 W", "12 W");
        assertThat(all(quiz, "//answer/@fraction")).containsExactly("100.0000", "-33.33333", "-33.33333", "-33.33333");
        assertThat(all(quiz, "//answer/feedback/text"))
                .containsExactly(
                        "",
                        "<p>It looks as if the current was given.</p>",
                        "<p>It looks as if voltage and resistance were multiplied.</p>",
                        "");
        assertThat(all(quiz, "//hint/text"))
                .containsExactly("<p>Which current flows?</p>", "<p>Power is voltage times current.</p>");
        assertThat(all(quiz, "//generalfeedback/text"))
                .containsExactly("<p>With \\(I = \\frac{U}{R}\\) it is 24 W.</p>");
    }

    @Test
    void variantsStandInACategoryOfTheirOwn() throws Exception {
        Document quiz = written(
                Samples.item(Samples.LAMP),
                Samples.item(Samples.LAMP, 1, MarkingScheme.GATE),
                Samples.item(Samples.LAMP, 2, MarkingScheme.GATE));
        assertThat(all(quiz, "//category/text")).hasSize(2);
        assertThat(all(quiz, "//name/text"))
                .containsExactly("Lamp & switch", "Lamp & switch (variant 1)", "Lamp & switch (variant 2)");
        assertThat(all(quiz, "//idnumber")).doesNotHaveDuplicates();
    }

    @Test
    void severalRightOptionsShareTheMarksAndThatIsSaid() throws Exception {
        Item item = Samples.item(Samples.CLAIMS);
        assertThat(all(written(item), "//answer/@fraction")).containsExactly("50.00000", "-100.0000", "50.00000");
        assertThat(moodle.write(List.of(item)).losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.what()).contains("right only together"));
    }

    @Test
    void aNumberHasToleranceFeedbackAndUnits() throws Exception {
        Document quiz = written(Samples.item(Samples.NUMBER));
        assertThat(all(quiz, "//question/@type")).contains("numerical");
        assertThat(all(quiz, "//answer/text")).containsExactly("4.7", "0.0047");
        assertThat(all(quiz, "//answer/@fraction")).containsExactly("100.0000", "0.000000");
        assertThat(all(quiz, "//answer/tolerance").get(0)).startsWith("0.05");
        assertThat(all(quiz, "//unit[unit_name='ms']/multiplier")).containsExactly("1");
        assertThat(all(quiz, "//unit[unit_name='s']/multiplier")).containsExactly("0.001");
        assertThat(all(quiz, "//showunits")).containsExactly("0");
    }

    @Test
    void aPenaltyOnNumbersTakesOffForAnyOther() throws Exception {
        Document quiz = written(Samples.item(Samples.NUMBER, 0, Samples.strict()));
        assertThat(all(quiz, "//answer/text")).containsExactly("4.7", "0.0047", "*");
        assertThat(all(quiz, "//answer/@fraction")).containsExactly("100.0000", "-33.33333", "-33.33333");
    }

    @Test
    void severalNumbersAreGapsInTheText() throws Exception {
        Item item = Samples.item(Samples.PARTS);
        Document quiz = written(item);
        assertThat(all(quiz, "//question/@type")).contains("cloze");
        assertThat(all(quiz, "//questiontext/text").get(0))
                .contains("<p>w = {1:NUMERICAL:%100%1000:10} krad/s</p><p>Z = {1:NUMERICAL:%100%1000:10} ohm</p>");
        assertThat(moodle.write(List.of(item)).losses()).isNotEmpty();
    }

    @Test
    void whatMoodleCannotAskForIsMarkedByAPersonWhoHasTheAnswer() throws Exception {
        Item item = Samples.item(Samples.FORMULA);
        Document quiz = written(item);
        assertThat(all(quiz, "//question/@type")).contains("essay");
        assertThat(all(quiz, "//graderinfo/text").get(0)).contains("3*x^2");
        assertThat(moodle.write(List.of(item)).losses()).extracting(Loss::item).containsExactly(item.id());
    }

    @Test
    void picturesAreEmbedded() throws Exception {
        byte[] png = {1, 2, 3, -1};
        Item plain = Samples.item(Samples.LAMP);
        Item item = new Item(
                plain.id(),
                plain.title(),
                plain.topic(),
                plain.text(),
                plain.illustration(),
                plain.instruction(),
                plain.interaction(),
                plain.marks(),
                plain.wrong(),
                plain.solution(),
                plain.hints(),
                List.of(new Picture("plot-1.png", png, "power & \"voltage\"")),
                plain.card());
        Document quiz = written(item);
        assertThat(Base64.getDecoder().decode(all(quiz, "//file").get(0))).isEqualTo(png);
        assertThat(all(quiz, "//generalfeedback/text").get(0))
                .endsWith("<p><img src=\"@@PLUGINFILE@@/plot-1.png\" alt=\"power &amp; &quot;voltage&quot;\"></p>");
    }

    @Test
    void scriptIsTextAndNoMore() throws Exception {
        String hostile = Samples.LAMP.replace("Losses do **not** count.", "<script>alert(1)</script> ]]>");
        String xml = moodle.write(List.of(Samples.item(hostile))).text();
        assertThat(xml).doesNotContain("<script");
        assertThat(all(parsed(xml), "//questiontext/text").get(0)).contains("&lt;script&gt;");
    }
}
