package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Numerals;
import org.ansatz.exchange.item.Part;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.exchange.item.RightAnswer;
import org.ansatz.typeset.Latex;
import org.ansatz.typeset.Prose;
import org.ansatz.typeset.Run;

/** A paper in LaTeX, for the class {@code exam} (Philip Hirschhorn); with {@code \\printanswers} it shows the solutions. */
final class LatexWriter implements QuestionFormat {

    @Override
    public String name() {
        return "latex";
    }

    @Override
    public String ending() {
        return ".tex";
    }

    @Override
    public String description() {
        return "LaTeX with the class exam, for paper";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Exported write(List<Item> items) {
        StringBuilder out = new StringBuilder("""
                \\documentclass[a4paper,11pt,addpoints]{exam}
                \\usepackage[T1]{fontenc}
                \\usepackage{amsmath,amssymb,textcomp}
                \\usepackage{parskip}
                \\pointsinmargin
                % \\printanswers
                \\begin{document}
                \\begin{questions}
                """);
        List<Loss> losses = new ArrayList<>();
        for (Item item : items) {
            out.append("\n% ")
                    .append(item.id())
                    .append("\n% ")
                    .append(note(item))
                    .append("\n\\question");
            out.append(item.marks() == Math.rint(item.marks()) ? "[" + Numerals.of(item.marks()) + "]" : "");
            out.append('\n')
                    .append(text(item.text() + "\n\n" + item.instruction()))
                    .append(Illustration.between("\\begin{verbatim}", item, /* isAscii= */ true, "\\end{verbatim}"))
                    .append(item.interaction().fold(new Answers()));
            if (!item.solution().isEmpty()) {
                out.append("\\begin{solution}\n").append(text(item.solution())).append("\\end{solution}\n");
            }
            Part.lose(item, "a paper", losses, Part.HINTS, Part.FEEDBACK);
            if (item.marks() != Math.rint(item.marks())) {
                losses.add(
                        new Loss(item.id(), "marks on a paper are a whole number, not " + Numerals.of(item.marks())));
            }
            if (!item.pictures().isEmpty()) {
                losses.add(new Loss(item.id(), "pictures are left out: export them by hand with 'plot … --svg'"));
            }
        }
        out.append("\n\\end{questions}\n\\end{document}\n");
        return new Exported(out.toString(), losses);
    }

    /** What is known of an item and not printed: its title, topic, source and the like, in one line. */
    private static String note(Item item) {
        StringBuilder note = new StringBuilder(item.title()).append(" (").append(item.topic());
        new TreeMap<>(item.card())
                .forEach((name, value) ->
                        note.append(", ").append(name).append(' ').append(value));
        return note.append(')').toString().replaceAll("\\s+", " ");
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder();
        boolean inList = false;
        for (Prose.Paragraph paragraph : Prose.of(text).paragraphs()) {
            if (paragraph.isItem() != inList) {
                out.append(paragraph.isItem() ? "\\begin{itemize}\n" : "\\end{itemize}\n");
                inList = paragraph.isItem();
            } else if (out.length() > 0 && !inList) {
                out.append('\n');
            }
            out.append(inList ? "\\item " : "").append(runs(paragraph.runs())).append('\n');
        }
        return out.append(inList ? "\\end{itemize}\n" : "").toString();
    }

    private static String runs(List<Run> runs) {
        StringBuilder out = new StringBuilder();
        for (Run run : runs) {
            if (run instanceof Run.Words words) {
                String plain = Latex.words(words.text());
                out.append(words.isBold() ? "\\textbf{" + plain + "}" : plain);
            } else if (run instanceof Run.Mathematics mathematics) {
                String tex = Latex.of(mathematics.formula());
                out.append(mathematics.isDisplayed() ? "\\[" + tex + "\\]" : "$" + tex + "$");
            }
        }
        return out.toString();
    }

    private static String inLine(String text) {
        return text(text).strip();
    }

    /** What stands below a question. */
    private static final class Answers implements Interaction.Cases<String> {

        @Override
        public String ofChoice(Interaction.Choice choice) {
            String list = choice.isSingle() ? "choices" : "checkboxes";
            StringBuilder out = new StringBuilder("\\begin{" + list + "}\n");
            for (Interaction.Option option : choice.options()) {
                out.append(option.isRight() ? "\\CorrectChoice " : "\\choice ")
                        .append(inLine(option.text()))
                        .append('\n');
            }
            return out.append("\\end{" + list + "}\n").toString();
        }

        @Override
        public String ofNumeric(Interaction.Numeric numeric) {
            StringBuilder out = new StringBuilder();
            for (Blank blank : numeric.blanks()) {
                String right = RightAnswer.number(blank);
                out.append(
                        blank.name().isEmpty()
                                ? "\n\\answerline[" + Latex.words(right) + "]\n"
                                : "\n" + inLine(blank.name()) + " = \\fillin[" + Latex.words(right) + "]\n");
            }
            return out.toString();
        }

        @Override
        public String ofFree(Interaction.Free free) {
            return "\n\\answerline[" + Latex.words(free.answer()) + "]\n";
        }
    }
}
