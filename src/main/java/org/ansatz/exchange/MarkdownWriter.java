package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Part;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.exchange.item.RightAnswer;
import org.ansatz.typeset.Latex;
import org.ansatz.typeset.Prose;
import org.ansatz.typeset.Run;

/** Questions first, then their answers, in Markdown with mathematics between dollar signs, as code hosts and notebooks read it. */
final class MarkdownWriter implements QuestionFormat {

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String ending() {
        return ".md";
    }

    @Override
    public String description() {
        return "Markdown: the questions, then the answers";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Exported write(List<Item> items) {
        StringBuilder out = new StringBuilder("# Questions\n");
        StringBuilder answers = new StringBuilder("\n# Answers\n");
        List<Loss> losses = new ArrayList<>();
        int number = 0;
        for (Item item : items) {
            number++;
            out.append("\n## ")
                    .append(number)
                    .append(". ")
                    .append(plain(item.title()))
                    .append("\n\n");
            out.append(text(item.text() + "\n\n" + item.instruction()))
                    .append(Illustration.between("\n```", item, /* isAscii= */ false, "```"))
                    .append(options(item.interaction()));
            answers.append("\n## ")
                    .append(number)
                    .append(". ")
                    .append(plain(item.title()))
                    .append("\n\n**");
            answers.append(plain(RightAnswer.of(item))).append("**\n\n").append(text(item.solution()));
            Part.lose(
                    item,
                    "a page",
                    losses,
                    Part.HINTS,
                    Part.PICTURES,
                    Part.FEEDBACK,
                    Part.MARKS,
                    Part.TOPIC,
                    Part.CARD);
        }
        return new Exported(out.toString() + answers, losses);
    }

    private static String options(Interaction interaction) {
        StringBuilder out = new StringBuilder();
        if (interaction instanceof Interaction.Choice choice) {
            out.append('\n');
            for (int i = 0; i < choice.options().size(); i++) {
                out.append("- (").append(RightAnswer.letter(i)).append(") ");
                out.append(text(choice.options().get(i).text()).strip()).append('\n');
            }
        }
        return out.toString();
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder();
        boolean afterItem = false;
        for (Prose.Paragraph paragraph : Prose.of(text).paragraphs()) {
            boolean goesOn = paragraph.isItem() && afterItem;
            out.append(out.length() == 0 || goesOn ? "" : "\n").append(paragraph.isItem() ? "- " : "");
            for (Run run : paragraph.runs()) {
                out.append(run(run));
            }
            out.append('\n');
            afterItem = paragraph.isItem();
        }
        return out.toString();
    }

    private static String run(Run run) {
        if (run instanceof Run.Mathematics mathematics) {
            String sign = mathematics.isDisplayed() ? "$$" : "$";
            return sign + Latex.of(mathematics.formula()) + sign;
        }
        Run.Words words = (Run.Words) run;
        return words.isBold() ? "**" + plain(words.text()) + "**" : plain(words.text());
    }

    private static String plain(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>|$#]", "\\\\$0");
    }
}
