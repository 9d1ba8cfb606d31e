package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Option;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Numerals;
import org.ansatz.exchange.item.RightAnswer;
import org.ansatz.exchange.item.Shares;
import org.ansatz.exchange.item.Topics;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/**
 * An item as a problem file that its author goes on with: the routes are left to write, and so are the models behind the feedback.
 * What is claimed to be right never stands in the problem; it is a key.
 *
 * @param path of the file below the folder {@code problems}, without its ending
 * @param yaml the file
 * @param key what the other program takes for right, as a file of keys has it; empty if that is not known
 * @param losses what of the item does not stand in the file
 */
public record Draft(String path, String yaml, String key, List<Loss> losses) {

    /** Copies. */
    public Draft {
        losses = List.copyOf(losses);
    }

    /** The draft of an item. */
    public static Draft of(Item item) {
        return new Writer(item).draft();
    }

    private static final class Writer {
        private static final Pattern QUANTITY = Pattern.compile("([-+−]?\\d[\\d.]*(?:[eE][-+]?\\d+)?)\\s*(.*)");
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z][\\w ,.()/+-]*");
        private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

        private final Item item;
        private final StringBuilder out = new StringBuilder();
        private final List<Loss> losses = new ArrayList<>();

        /** Feedback of wrong answers, and where it leads. */
        private final Set<String> misconceptions = new LinkedHashSet<>();

        Writer(Item item) {
            this.item = item;
        }

        Draft draft() {
            String name = Topics.word(item.title()).isEmpty() ? "question" : Topics.word(item.title());
            String topic = Topics.ofCategory(item.topic());
            String path = (topic.isEmpty() ? "" : topic + "/") + name;
            out.append("title: ").append(scalar(item.title())).append('\n');
            if (!topic.isEmpty()) {
                out.append("topic: ").append(scalar(topic)).append('\n');
            }
            marks();
            block("statement", item.text());
            String key = item.interaction().fold(new Answers());
            hints();
            if (!item.solution().isEmpty()) {
                block("solution", item.solution());
            }
            out.append("""
                    # Left to write: two or more independent ways to the answer (docs/authoring.md), and its data under
                    # 'given', so that statement and solution can name them: {R1}.
                    routes:
                    """);
            if (!misconceptions.isEmpty()) {
                out.append("# What is said of wrong answers. Each is a misconception once its model is written:\n");
                out.append("# misconceptions:\n");
                misconceptions.forEach(
                        line -> out.append("#   - says: ").append(line).append('\n'));
            }
            if (item.wrong() < 0) {
                losses.add(new Loss(item.title(), "what a wrong reply costs belongs into a marking scheme"));
            }
            return new Draft(path, out.toString(), key, losses);
        }

        private void marks() {
            if (item.marks() == Math.rint(item.marks()) && item.marks() >= 1 && item.marks() <= 100) {
                out.append("marks: ").append((int) item.marks()).append('\n');
            } else {
                losses.add(new Loss(item.title(), "marks are a whole number, not " + Numerals.of(item.marks())));
            }
        }

        private void hints() {
            if (!item.hints().isEmpty()) {
                out.append("hints:\n");
                for (String hint : item.hints()) {
                    out.append("  - |\n").append(indented(braces(hint), "    "));
                }
            }
        }

        private void block(String name, String text) {
            out.append(name).append(": |\n").append(indented(braces(text), "  "));
        }

        private static String indented(String text, String indent) {
            StringBuilder lines = new StringBuilder();
            for (String line : text.split("\n", -1)) {
                lines.append(line.isBlank() ? "" : indent + line.strip()).append('\n');
            }
            return lines.toString();
        }

        /** A brace that is no placeholder is written twice. */
        private static String braces(String text) {
            return text.replace("{", "{{");
        }

        private static String scalar(String text) {
            return PLAIN.matcher(text).matches() && !text.endsWith(" ") ? text : quoted(text);
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
        }

        private void said(String feedback, String where) {
            if (!feedback.isEmpty()) {
                misconceptions.add(quoted(feedback) + "  # " + where.replace('\n', ' '));
            }
        }

        private void unsaid(String feedback) {
            if (!feedback.isEmpty()) {
                losses.add(new Loss(item.title(), "what is said to a right answer is left out"));
            }
        }

        /** Writes the answer, and gives its key. */
        private final class Answers implements Interaction.Cases<String> {

            @Override
            public String ofChoice(Interaction.Choice choice) {
                out.append("answer:\n  kind: ")
                        .append(choice.isSingle() ? "mcq" : "msq")
                        .append("\n  options:\n");
                List<String> right = new ArrayList<>();
                boolean hasWords = false;
                for (int i = 0; i < choice.options().size(); i++) {
                    Option option = choice.options().get(i);
                    String letter = RightAnswer.letter(i);
                    if (option.isRight()) {
                        right.add(letter);
                        unsaid(option.feedback());
                    } else {
                        said(option.feedback(), "where " + letter + " is chosen");
                    }
                    boolean isQuantity = isQuantity(option.text());
                    hasWords |= !isQuantity;
                    out.append("    ").append(letter).append(": ");
                    out.append(isQuantity ? option.text() : "{text: " + quoted(braces(option.text())) + ", claim: }");
                    out.append('\n');
                }
                if (hasWords) {
                    out.append(
                            "# Left to write: what each option of words claims, of quantities that the routes find.\n");
                }
                return String.join(choice.isSingle() ? " or " : ", ", right);
            }

            @Override
            public String ofNumeric(Interaction.Numeric numeric) {
                Blank blank = numeric.blanks().get(0);
                out.append("answer:\n  kind: number\n");
                Unit unit = Units.parse(blank.unit());
                boolean isKnown = unit != null && !blank.unit().isEmpty();
                if (isKnown) {
                    out.append("  unit: ").append(blank.unit()).append('\n');
                } else if (!blank.unit().isEmpty()) {
                    losses.add(new Loss(item.title(), "the unit '" + blank.unit() + "' is not known here"));
                }
                String suffix = isKnown ? " " + blank.unit() : "";
                List<Double> shares =
                        blank.accepted().stream().map(Accepted::share).toList();
                List<String> numbers = blank.accepted().stream()
                        .map(accepted -> Numerals.of(accepted.value()) + suffix)
                        .toList();
                List<Boolean> isRight = Shares.ofOne(shares, numbers, item.title(), losses);
                List<String> right = new ArrayList<>();
                for (int i = 0; i < numbers.size(); i++) {
                    Accepted accepted = blank.accepted().get(i);
                    if (isRight.get(i)) {
                        right.add(numbers.get(i));
                        unsaid(accepted.feedback());
                        if (accepted.tolerance() != blank.accepted().get(0).tolerance()) {
                            losses.add(new Loss(
                                    item.title(),
                                    "right numbers have one tolerance, and " + numbers.get(i) + " had "
                                            + Numerals.of(accepted.tolerance())));
                        }
                    } else {
                        said(accepted.feedback(), "at " + numbers.get(i));
                    }
                }
                if (!blank.accepted().isEmpty()) {
                    double tolerance = blank.accepted().get(0).tolerance();
                    out.append("  tolerance: ")
                            .append(Numerals.of(tolerance))
                            .append(suffix)
                            .append('\n');
                }
                return String.join(" or ", right);
            }

            @Override
            public String ofFree(Interaction.Free free) {
                out.append("answer: {kind: number}\n");
                return "";
            }
        }

        private static boolean isQuantity(String text) {
            Matcher quantity = QUANTITY.matcher(text);
            return quantity.matches()
                    && (quantity.group(2).isEmpty() || Units.parse(quantity.group(2)) != null)
                    && !NAME.matcher(text).matches();
        }
    }
}
