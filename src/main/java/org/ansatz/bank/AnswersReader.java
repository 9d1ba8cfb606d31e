package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.expression.Expression;
import org.ansatz.expression.Frame;
import org.ansatz.expression.Nearest;
import org.ansatz.expression.NumberSet;
import org.ansatz.expression.Reply;
import org.ansatz.expression.Type;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.Unit;
import org.ansatz.route.block.Written;
import org.jspecify.annotations.Nullable;

/** Reads a file of claimed answers against the problems it speaks of. */
final class AnswersReader {

    private final Map<String, Problem> problems;
    private final boolean wholeBank;

    /** A reader; only where the whole bank was read is an unknown problem a fault. */
    AnswersReader(Map<String, Problem> problems, boolean wholeBank) {
        this.problems = problems;
        this.wholeBank = wholeBank;
    }

    /** A key and the problem it is for. */
    record Claimed(String problem, Key.Claim claim) {}

    List<Claimed> read(SourceFile file) {
        List<Claimed> claims = new ArrayList<>();
        Mapping root = YamlReader.read(file);
        if (root == null) {
            return claims;
        }
        ProblemReader.attempt(() -> {
            Section top = new Section(file, root, "");
            String claim = top.prose("claim");
            String of = top.has("of") ? top.prose("of") : "";
            Section answers = top.fields("answers");
            top.has("note");
            top.finish();
            for (String id : answers.keys()) {
                Problem problem = problems.get(id);
                if (problem != null) {
                    ProblemReader.attempt(() -> {
                        Place place = file.place(answers.node(id).start());
                        Key key = new KeyReader(problem).read(answers.text(id));
                        return claims.add(new Claimed(id, new Key.Claim(key, claim, of, place)));
                    });
                } else if (wholeBank) {
                    answers.text(id)
                            .fault("there is no problem '" + id + "'" + Nearest.suggestion(id, problems.keySet()));
                }
            }
            return "";
        });
        return claims;
    }

    /** Reads the key of one problem. */
    private static final class KeyReader {
        private final Problem problem;

        KeyReader(Problem problem) {
            this.problem = problem;
        }

        Key read(Written whole) {
            Written text = whole.part(0, whole.text().length());
            String written = text.text();
            if (written.equalsIgnoreCase("marks to all")) {
                return new Key.MarksToAll(written);
            }
            Answer answer = problem.answer();
            if (!answer.options().isEmpty()) {
                return letters(text, written);
            }
            if (answer instanceof Answer.Formula) {
                return new Key.Formula(written, text.formula(problem.scope()));
            }
            return range(text, written, (Answer.Number) answer);
        }

        private Key letters(Written text, String written) {
            Set<String> known = new TreeSet<>();
            for (Option option : problem.answer().options()) {
                known.add(option.key());
            }
            List<Set<String>> alternatives = new ArrayList<>();
            for (String alternative : written.split(" or ")) {
                Set<String> letters = new TreeSet<>();
                for (String letter :
                        alternative.replace("[", "").replace("]", "").split("[,;]")) {
                    if (!known.contains(letter.strip())) {
                        throw text.fault("'" + letter.strip() + "' is not an option; the options are "
                                + String.join(", ", known));
                    }
                    letters.add(letter.strip());
                }
                alternatives.add(letters);
            }
            boolean single = problem.answer() instanceof Answer.OneOf;
            for (Set<String> letters : alternatives) {
                if (single && letters.size() > 1) {
                    throw text.fault("this question has one right option; for alternatives write 'B or C'");
                }
            }
            return new Key.Letters(written, alternatives);
        }

        private Key range(Written text, String written, Answer.Number answer) {
            refuseOtherRanges(text, written);
            int dots = written.indexOf("..");
            int to = written.indexOf(" to ");
            if (dots < 0 && to < 0) {
                Expression value = quantity(text, answer, answer.unit());
                if (!Double.isFinite(published(text, value))) {
                    throw text.fault("a key is a finite number; this is not");
                }
                return new Key.Range(written, value, value);
            }
            if (answer.type().set() == NumberSet.COMPLEX) {
                throw text.fault("complex numbers have no order, so that a key cannot be a range of them");
            }
            int at = dots >= 0 ? dots : to;
            Written low = text.part(0, at);
            Written high = text.part(at + (dots >= 0 ? 2 : 4), written.length());
            Expression upper = quantity(high, answer, answer.unit());
            Expression lower = quantity(low, answer, upper.unit() == null ? answer.unit() : upper.unit());
            if (!(published(low, lower) <= published(high, upper))) {
                throw text.fault("a range goes from the smaller number to the larger one");
            }
            return new Key.Range(written, lower, upper);
        }

        /** Refuses what could only be meant as a range or as alternatives, and would be read as a difference or a truth. */
        private static void refuseOtherRanges(Written text, String written) {
            if (written.contains(" or ")) {
                throw text.fault("a number has one key or a range: 6.6 to 6.7");
            }
            int dash = Math.max(written.indexOf('–'), written.indexOf(" - "));
            boolean numbers = dash > 0 && isNumber(written.substring(0, dash)) && startsNumber(written, dash);
            if (numbers) {
                throw text.fault("a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference");
            }
        }

        private static boolean isNumber(String text) {
            String number = text.strip();
            boolean digits = !number.isEmpty();
            for (int i = 0; i < number.length(); i++) {
                digits &= Character.isDigit(number.charAt(i)) || number.charAt(i) == '.';
            }
            return digits;
        }

        private static boolean startsNumber(String text, int dash) {
            String right = text.substring(dash + 1).replace("-", "").strip();
            return !right.isEmpty() && Character.isDigit(right.charAt(0)) && right.indexOf('j') < 0;
        }

        /** The value, its magnitude if it is complex, with the published data; reported if there is none. */
        private double published(Written text, Expression expression) {
            Frame frame;
            try {
                frame = problem.published().frame();
            } catch (ExpressionFault | ArithmeticException e) {
                return 0; // the verdict says what is wrong with the givens
            }
            try {
                Value value = expression.term().in(frame);
                return value instanceof Value.Complex ? Arrays.size(value) : Arithmetic.real(value);
            } catch (ExpressionFault e) {
                throw text.fault(e.span(), e.message());
            } catch (ArithmeticException e) {
                throw text.fault(String.valueOf(e.getMessage()));
            }
        }

        /** A bare number takes the unit that is asked for, or that of the range's upper end. */
        private Expression quantity(Written text, Answer.Number answer, @Nullable Unit unit) {
            Type wanted = answer.type();
            Expression value =
                    text.reporting(() -> Reply.of(text.text(), wanted.dimensionOrNone(), unit, problem.scope())
                            .quantity());
            text.require(value, wanted);
            return value;
        }
    }
}
