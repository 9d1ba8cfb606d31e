package org.ansatz.problem;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Text with placeholders that are computed: {@code between {f1} and {c0/f2 in cm to 3 digits}}. Never holds an option letter.
 *
 * @param parts in order
 */
public record Template(List<Part> parts) {

    /** The most steps of all placeholders of a text together. */
    public static final long MAX_STEPS = 1_000_000;

    /** No text. */
    public static final Template EMPTY = new Template(List.of());

    /** Copies the list. */
    public Template {
        parts = List.copyOf(parts);
    }

    /** Text as it stands. */
    public static Template text(String text) {
        return new Template(List.of(new Part(text, null)));
    }

    /**
     * Plain text, or an expression to be computed.
     *
     * @param text the plain text, or the source of the expression
     * @param computed the expression, or null for plain text
     * @param digits to how many it is shown; 0 if that is not said
     */
    public record Part(String text, @Nullable Expression computed, int digits) {
        /** A part whose digits are not said. */
        public Part(String text, @Nullable Expression computed) {
            this(text, computed, 0);
        }
    }
}
