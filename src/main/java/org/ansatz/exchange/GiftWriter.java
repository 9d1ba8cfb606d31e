package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Numerals;
import org.ansatz.exchange.item.Part;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.typeset.HtmlProse;

/** GIFT (docs.moodle.org, "GIFT format"): questions as plain text, which many platforms read. */
final class GiftWriter implements QuestionFormat {

    private static final double PERCENT = 100;

    @Override
    public String name() {
        return "gift";
    }

    @Override
    public String ending() {
        return ".gift.txt";
    }

    @Override
    public String description() {
        return "GIFT, plain text that many platforms read";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Exported write(List<Item> items) {
        StringBuilder out = new StringBuilder();
        List<Loss> losses = new ArrayList<>();
        String category = "";
        for (Item item : items) {
            if (!item.topic().equals(category)) {
                category = item.topic();
                out.append("$CATEGORY: $course$/top/Ansatz/").append(category).append("\n\n");
            }
            out.append("// [id:").append(item.id().replace("]", "\\]")).append("]\n::");
            out.append(escaped(item.title()))
                    .append("::[html]")
                    .append(escaped(HtmlProse.TEX.of(item.text()) + Illustration.preformatted(item) + asked(item)));
            out.append(" {")
                    .append(item.interaction().fold(new Writing(item, losses)))
                    .append(solution(item));
            out.append("}\n\n");
            lose(item, losses);
        }
        return new Exported(out.toString(), losses);
    }

    /** How the answer is to be given, and in which unit, which nobody will see behind the number. */
    private static String asked(Item item) {
        boolean isOne = item.interaction() instanceof Interaction.Numeric numeric
                && numeric.blanks().size() == 1;
        String unit = isOne
                ? ((Interaction.Numeric) item.interaction()).blanks().get(0).unit()
                : "";
        String asked =
                (item.instruction() + (unit.isEmpty() ? "" : " Type the number in " + unit + ", without the unit."));
        return HtmlProse.TEX.of(asked.strip());
    }

    private static String solution(Item item) {
        return item.solution().isEmpty() ? "" : "####" + escaped(HtmlProse.TEX.of(item.solution())) + "\n";
    }

    private static void lose(Item item, List<Loss> losses) {
        Part.lose(item, "GIFT", losses, Part.HINTS, Part.PICTURES, Part.CARD);
        if (item.marks() != 1) {
            losses.add(new Loss(item.id(), "GIFT gives every question one mark, and this is worth more or less"));
        }
    }

    /** What GIFT reads as a sign of its own has a backslash in front. A line break would end a question if another followed. */
    static String escaped(String text) {
        return text.replaceAll("[\\\\~=#{}:]", "\\\\$0").replace("\n", "\\n");
    }

    /** What stands between the braces. */
    private record Writing(Item item, List<Loss> losses) implements Interaction.Cases<String> {

        @Override
        public String ofChoice(Interaction.Choice choice) {
            StringBuilder out = new StringBuilder("\n");
            long right = choice.options().stream()
                    .filter(Interaction.Option::isRight)
                    .count();
            for (Interaction.Option option : choice.options()) {
                double share = option.isRight() ? 1.0 / right : choice.isSingle() ? item.wrong() : -1;
                boolean isWhole = option.isRight() && choice.isSingle();
                out.append(isWhole ? "=" : "~")
                        .append(isWhole || share == 0 ? "" : "%" + percent(share) + "%")
                        .append(escaped(HtmlProse.TEX.inLine(option.text())))
                        .append(feedback(option.feedback()))
                        .append('\n');
            }
            if (!choice.isSingle() && right > 1) {
                losses.add(
                        new Loss(
                                item.id(),
                                "some of the right options earn part of the marks: GIFT has no options that are right only together"));
            }
            return out.toString();
        }

        /** At most five decimals, as Moodle's own fractions have them. */
        private static String percent(double share) {
            return Numerals.of(Math.rint(PERCENT * share * 1e5) / 1e5);
        }

        private static String feedback(String text) {
            return text.isEmpty() ? "" : "#" + escaped(HtmlProse.TEX.inLine(text));
        }

        @Override
        public String ofNumeric(Interaction.Numeric numeric) {
            Blank blank = numeric.blanks().get(0);
            if (numeric.blanks().size() > 1) {
                losses.add(new Loss(item.id(), "a person marks it: GIFT asks for one number, and these are several"));
                return "";
            }
            if (!blank.unit().isEmpty()) {
                losses.add(new Loss(item.id(), "GIFT has no units: the question says in which the number is typed"));
            }
            StringBuilder out = new StringBuilder("#\n");
            for (Accepted accepted : blank.accepted()) {
                out.append(accepted.share() == 1 ? "=" : "=%" + percent(accepted.share()) + "%")
                        .append(Numerals.plain(accepted.value()))
                        .append(':')
                        .append(Numerals.plain(accepted.tolerance()))
                        .append(feedback(accepted.feedback()))
                        .append('\n');
            }
            if (item.wrong() < 0) {
                losses.add(new Loss(item.id(), "GIFT takes nothing off for a wrong number"));
            }
            return out.toString();
        }

        @Override
        public String ofFree(Interaction.Free free) {
            losses.add(new Loss(item.id(), "a person marks it: GIFT asks for no formulas, sets or infinite ends"));
            return "";
        }
    }
}
