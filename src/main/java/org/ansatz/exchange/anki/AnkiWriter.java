package org.ansatz.exchange.anki;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction.Choice;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Part;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.exchange.item.RightAnswer;
import org.ansatz.typeset.HtmlProse;

/**
 * Questions and answers as a text file that Anki imports: a line a note, front and back and tags apart by tabs, after a
 * heading that says so (Anki manual, "Text files"). Anki sets the TeX in it.
 */
public final class AnkiWriter implements QuestionFormat {

    private static final String HEADING = "#separator:tab\n#html:true\n#notetype:Basic\n#deck:Ansatz\n#tags column:3\n";

    @Override
    public String name() {
        return "anki";
    }

    @Override
    public String ending() {
        return ".anki.txt";
    }

    @Override
    public String description() {
        return "notes for Anki, as text";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Exported write(List<Item> items) {
        StringBuilder deck = new StringBuilder(HEADING);
        List<Loss> losses = new ArrayList<>();
        for (Item item : items) {
            deck.append(cell(front(item)))
                    .append('\t')
                    .append(cell(back(item)))
                    .append('\t')
                    .append(cell(tag(item.topic())))
                    .append('\n');
            Part.lose(
                    item,
                    "a note as text",
                    losses,
                    Part.HINTS,
                    Part.PICTURES,
                    Part.FEEDBACK,
                    Part.MARKS,
                    Part.TITLE,
                    Part.CARD);
        }
        return new Exported(deck.toString(), losses);
    }

    /** A drawing's lines stay apart: a note is one line of the file. */
    private static String front(Item item) {
        String drawing = Illustration.preformatted(item).strip().replace("\n", "<br>");
        return front(item, drawing + HtmlProse.TEX.of(item.instruction()));
    }

    /** What is asked, with what is shown beside it, and the options. */
    static String front(Item item, String beside) {
        StringBuilder front = new StringBuilder(HtmlProse.TEX.of(item.text()));
        front.append(beside);
        if (item.interaction() instanceof Choice choice) {
            for (int i = 0; i < choice.options().size(); i++) {
                String option = HtmlProse.TEX.inLine(choice.options().get(i).text());
                front.append("<p>(")
                        .append(RightAnswer.letter(i))
                        .append(") ")
                        .append(option)
                        .append("</p>");
            }
        }
        return front.toString();
    }

    private static String back(Item item) {
        return "<b>" + HtmlProse.TEX.inLine(RightAnswer.of(item)) + "</b>" + HtmlProse.TEX.of(item.solution());
    }

    /** A topic as a tag, whose levels Anki sets apart by two colons. */
    static String tag(String topic) {
        return topic.replace(' ', '_').replace("/", "::");
    }

    /** What parts notes and their fields cannot stand in one. */
    private static String cell(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
