package org.ansatz.problem;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.type.NumberSet;

/**
 * An option of a choice question: a value, a formula, a claim, or a value for each of the parts that are asked for.
 *
 * @param key the letter
 * @param text as it is shown
 * @param parts a value for each thing that is asked for, in that order; a claim (a truth value) is a single one
 * @param stated the letter in the problem file, by which routes know a claim; another than {@code key} where the options
 *     stand in another order
 */
public record Option(String key, Template text, List<Expression> parts, String stated) {

    /** Copies the list. */
    public Option {
        parts = List.copyOf(parts);
    }

    /** An option at its own letter. */
    public Option(String key, Template text, List<Expression> parts) {
        this(key, text, parts, key);
    }

    /** The same option as it reads with a problem's data: the placeholders of its text are filled in. */
    Option filled(Problem problem, Frame frame) {
        boolean isPlain = text.parts().stream().allMatch(part -> part.computed() == null);
        return isPlain ? this : new Option(key, Template.text(Shown.text(text, problem, frame)), parts, stated);
    }

    /** The same option at another letter. */
    public Option at(String letter) {
        return new Option(letter, text, parts, stated);
    }

    /** An option that is one value, formula or claim. */
    public Option(String key, Template text, Expression expression) {
        this(key, text, List.of(expression));
    }

    /** Its value, or its claim; of several parts, the first. */
    public Expression expression() {
        return parts.get(0);
    }

    /** Whether it has a value for each of several things. */
    public boolean hasParts() {
        return parts.size() > 1;
    }

    /** The same option, as far as it speaks of one of the things that are asked for. */
    public Option part(int index) {
        return new Option(key, text, List.of(parts.get(index)), stated);
    }

    /** Whether it claims something instead of offering a value. */
    public boolean isClaim() {
        return expression().type().set() == NumberSet.TRUTH;
    }

    /** The names that it reads. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> names.addAll(part.uses().names()));
        return names;
    }
}
