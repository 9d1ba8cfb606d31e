package org.ansatz.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Picture;
import org.junit.jupiter.api.Test;

/** GIFT, LaTeX and Markdown: whole questions. */
final class PlainFormatsTest {

    private static final Item LAMP = Samples.item(Samples.LAMP);

    private static Exported written(String format, Item... items) {
        return Objects.requireNonNull(Formats.called(format)).write(List.of(items));
    }

    private static String text(String format, Item... items) {
        return written(format, items).text();
    }

    /** What GIFT takes for signs of its own has a backslash in front ("GIFT format", section "Special characters"). */
    @Test
    void aChoiceInGift() {
        assertThat(text("gift", LAMP)).isEqualTo("""
                $CATEGORY: $course$/top/Ansatz/networks/power

                // [id:%s]
                ::Lamp & switch::[html]<p>A lamp of 6 ohm hangs on 12 V. Which power does it take, with \\\\(P \\= \\\\frac\\{U^\\{2\\}\\}\\{R\\}\\\\)?</p><ul><li>Losses do <strong>not</strong> count.</li></ul> {
                =24 W
                ~%%-33.33333%%2 W#It looks as if the current was given.
                ~%%-33.33333%%72 W#It looks as if voltage and resistance were multiplied.
                ~%%-33.33333%%12 W
                ####<p>With \\\\(I \\= \\\\frac\\{U\\}\\{R\\}\\\\) it is 24 W.</p>
                }

                """.formatted(LAMP.id()));
        assertThat(written("gift", LAMP).losses()).extracting(Loss::what).anyMatch(what -> what.contains("hints"));
    }

    @Test
    void aNumberInGiftSaysItsUnitBefore() {
        assertThat(text("gift", Samples.item(Samples.NUMBER)))
                .contains("Type the number in ms, without the unit.</p> {#\n=4.7:0.05")
                .contains("\n=%0%0.0047:")
                .contains("#It looks as if the kilo was left out.\n}");
    }

    @Test
    void aPaperInLatexHasItsAnswersInIt() {
        assertThat(text("latex", LAMP))
                .contains(
                        "\\question[2]\nA lamp of 6 ohm hangs on 12 V. Which power does it take, with $P = \\frac{U^{2}}{R}$?\n",
                        "\\item Losses do \\textbf{not} count.\n",
                        "\\begin{choices}\n\\CorrectChoice 24 W\n\\choice 2 W\n",
                        "\\begin{solution}\nWith $I = \\frac{U}{R}$ it is 24 W.\n\\end{solution}");
        assertThat(text("latex", Samples.item(Samples.CLAIMS))).contains("\\begin{checkboxes}");
        assertThat(text("latex", Samples.item(Samples.PARTS)))
                .contains("w = \\fillin[1000 krad/s]\n", "Z = \\fillin[1000 ohm]\n");
        assertThat(text("latex", Samples.item(Samples.NUMBER))).contains("\\answerline[4.7 ms]");
        assertThat(text("latex", Samples.item(Samples.FORMULA))).contains("\\answerline[");
    }

    @Test
    void markdownHasTheQuestionsFirstAndTheAnswersBehind() {
        assertThat(text("markdown", LAMP, Samples.item(Samples.NUMBER))).isEqualTo("""
                # Questions

                ## 1. Lamp & switch

                A lamp of 6 ohm hangs on 12 V. Which power does it take, with $P = \\frac{U^{2}}{R}$?

                - Losses do **not** count.

                - (A) 24 W
                - (B) 2 W
                - (C) 72 W
                - (D) 12 W

                ## 2. Time constant

                How long is it?

                Answer to two digits or more; exactly, if it is a whole number.

                # Answers

                ## 1. Lamp & switch

                **A**

                With $I = \\frac{U}{R}$ it is 24 W.

                ## 2. Time constant

                **4.7 ms**

                """);
    }

    /** What a format has no place for is named, whatever the format. */
    @Test
    void nothingIsLeftOutInSilence() {
        Item item = Samples.pictured("networks/lamp", "Lamp", "a lamp", Map.of("source", "exam of 2020"));
        assertThat(item.hints()).isNotEmpty();
        for (String format : List.of("gift", "latex", "markdown", "anki")) {
            Exported exported = written(format, item);
            String losses = exported.losses().toString();
            assertThat(losses).as(format).contains("pictures", "hints");
            assertThat(exported.text() + losses)
                    .as(format)
                    .containsPattern("current was given|feedback to wrong answers")
                    .containsPattern("exam of 2020|source, difficulty and time")
                    .containsPattern("networks|topics")
                    .containsPattern("Lamp|titles")
                    .containsPattern("\\[2]|marks|one mark");
        }
    }

    /** A drawing of several lines is one in a note that is a line of its file. */
    @Test
    void aNoteForAnkiHasItsDrawingLineByLine() {
        Item lamp = Samples.item(Samples.CLAIMS);
        Item drawn = new Item(
                lamp.id(),
                lamp.title(),
                lamp.topic(),
                lamp.text(),
                new Illustration(new Picture("figure.png", new byte[] {1}, ""), List.of("+--+", "|  |"), List.of("")),
                lamp.instruction(),
                lamp.interaction(),
                lamp.marks(),
                lamp.wrong(),
                lamp.solution(),
                lamp.hints(),
                lamp.pictures(),
                lamp.card());
        assertThat(text("anki", drawn)).contains("<pre>+--+<br>|  |</pre><p>" + lamp.instruction());
    }
}
