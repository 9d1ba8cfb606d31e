package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.field.block.Refused;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Template;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** Reads text with placeholders in braces; a brace written twice stands for itself. */
final class TemplateReader {

    /** A placeholder that says to how many digits it is shown. */
    private static final Pattern ROUNDED = Pattern.compile("(.*\\S)\\s+to\\s+(\\d+)\\s+digits?\\s*", Pattern.DOTALL);

    private static final String NO_PLACEHOLDER = "a brace that is no placeholder is written {{";

    /** What stands before a brace in LaTeX, besides a command. */
    private static final String OF_ARGUMENT = "^_}";

    private static final Pattern COMMAND = Pattern.compile(".*\\\\[A-Za-z]+", Pattern.DOTALL);

    private static final int MOST_DIGITS = 15;

    private final SourceFile file;
    private final Scope scope;
    private final List<Placeholder> placeholders = new ArrayList<>();

    TemplateReader(SourceFile file, Scope scope) {
        this.file = file;
        this.scope = scope;
    }

    /** The words of an option, in its field {@code text}. */
    Template ofOption(Section option) {
        option.prose("text");
        return read(option.proseExcerpt(option.node("text")));
    }

    /** An expression in a text, and where it stands. */
    private record Placeholder(Excerpt excerpt, Expression expression) {}

    /**
     * Reports which of the placeholders read so far have no value for a problem's published data, or take more steps than a
     * text may. What rests on names without a value is left alone, and so is all where the data have none: that is the
     * routes' to say.
     */
    void requireValues(Problem problem) {
        if (!placeholders.isEmpty()) {
            try {
                requireValues(problem.published().frame());
            } catch (NoValue e) {
                return;
            }
        }
    }

    private void requireValues(Frame frame) {
        for (Placeholder placeholder : placeholders) {
            Frame own = frame.pooled(Template.MAX_STEPS);
            try {
                if (isKnown(placeholder.expression(), own)) {
                    own.value(placeholder.expression().term());
                }
            } catch (ExpressionFault e) {
                placeholder.excerpt().fault(file, e.span(), "this placeholder has no value: " + e.message());
            } catch (NoValue e) {
                placeholder
                        .excerpt()
                        .fault(
                                file,
                                new Span(0, placeholder.excerpt().text().length()),
                                "this placeholder has no value: " + e.getMessage());
            }
        }
    }

    private static boolean isKnown(Expression expression, Frame frame) {
        for (Uses.Place place : expression.uses().places()) {
            if (frame.value(place) == null) {
                return false;
            }
        }
        return true;
    }

    Template read(Excerpt excerpt) {
        String text = excerpt.text();
        List<Template.Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        boolean sound = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '{') {
                plain.append(c);
                at++;
            } else if (text.startsWith("{{", at)) {
                plain.append('{');
                at += 2;
            } else {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    excerpt.fault(file, new Span(at, at + 1), "this brace is not closed; a brace itself is written {{");
                    throw new Refused();
                }
                parts.add(new Template.Part(plain.toString(), null));
                plain.setLength(0);
                Matcher rounded = ROUNDED.matcher(text).region(at + 1, end);
                boolean isRounded = rounded.matches();
                int digits = isRounded ? digits(excerpt, rounded) : 0;
                Expression value = computed(excerpt, at + 1, isRounded ? rounded.end(1) : end);
                sound &= value != null && digits >= 0;
                parts.add(new Template.Part(text.substring(at + 1, end), value, digits));
                at = end + 1;
            }
        }
        if (!sound) {
            throw new Refused();
        }
        parts.add(new Template.Part(plain.toString(), null));
        return new Template(parts);
    }

    /** How many digits a placeholder asks for, or -1 after reporting that there are not so many. */
    private int digits(Excerpt excerpt, Matcher rounded) {
        String number = rounded.group(2);
        int digits = number.length() <= 2 ? Integer.parseInt(number) : 0;
        if (digits < 1 || digits > MOST_DIGITS) {
            excerpt.fault(
                    file,
                    new Span(rounded.start(2), rounded.end(2)),
                    "digits are a whole number from 1 to " + MOST_DIGITS);
            return -1;
        }
        return digits;
    }

    private static boolean isCommand(String before) {
        return COMMAND.matcher(before).matches();
    }

    /** The value of a placeholder, or null after reporting what is wrong with it. */
    private @Nullable Expression computed(Excerpt excerpt, int from, int to) {
        Excerpt part = excerpt.part(from, to);
        try {
            Expression expression = Expression.of(part.text(), scope);
            placeholders.add(new Placeholder(part, expression));
            return expression;
        } catch (ExpressionFault e) {
            // {1, 2} is a set, but hardly what somebody wants computed who writes numbers alone.
            boolean isList =
                    part.text().indexOf(',') >= 0 && part.text().chars().noneMatch(Character::isLetter);
            String text = excerpt.text();
            boolean isArgument = from > 1
                    && (OF_ARGUMENT.indexOf(text.charAt(from - 2)) >= 0 || isCommand(text.substring(0, from - 1)));
            part.fault(
                    file,
                    e.span(),
                    isList ? NO_PLACEHOLDER : isArgument ? e.message() + "; " + NO_PLACEHOLDER : e.message());
            return null;
        }
    }
}
