package org.ansatz.statement;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** Reads how near an answer must come: the fields {@code tolerance} and {@code match}. */
public final class ToleranceReader {

    private final Type wanted;
    private final @Nullable Unit unit;
    private final Scope scope;

    private ToleranceReader(Type wanted, @Nullable Unit unit, Scope scope) {
        this.wanted = wanted;
        this.unit = unit;
        this.scope = scope;
    }

    /**
     * The tolerance in these fields, or that of the printed digits if there is none.
     *
     * @param wanted the type of the answer
     * @param unit the unit that is asked for, in which decimal places count, or null for the coherent one
     * @throws Refused after reporting what is wrong with it
     */
    public static Tolerance read(Fields fields, Type wanted, @Nullable Unit unit, Scope scope) {
        List<String> words = fields.has("options") ? List.of("digits", "nearest") : List.of("digits");
        boolean nearest = fields.has("match") && fields.word("match", words).equals("nearest");
        if (fields.has("match") && fields.has("tolerance") && !nearest) {
            throw fields.text("match").fault("either the printed digits say how near it must be, or a tolerance does");
        }
        Tolerance stated = fields.has("tolerance") ? read(fields.text("tolerance"), wanted, unit, scope) : null;
        if (nearest) {
            return new Tolerance.Nearest(stated);
        }
        return stated == null ? new Tolerance.Digits() : stated;
    }

    /**
     * The tolerance that a text states.
     *
     * @param wanted the type of the answer
     * @param unit the unit that is asked for, in which decimal places count, or null for the coherent one
     * @throws Refused after reporting what is wrong with it
     */
    public static Tolerance read(Written text, Type wanted, @Nullable Unit unit, Scope scope) {
        return new ToleranceReader(wanted, unit, scope).tolerance(text);
    }

    private Tolerance tolerance(Written text) {
        String digits = counted(text, "digit");
        if (digits != null) {
            return new Tolerance.Significant(count(text, digits, 1));
        }
        String decimals = counted(text, "decimal");
        if (decimals != null) {
            int places = count(text, decimals, 0);
            double factor = unit == null ? 1 : unit.factor();
            return new Tolerance.Absolute(0.5 * Math.pow(10, -places) * factor * Tolerance.EDGE);
        }
        return quantity(text);
    }

    /** The word with which a text ends that counts one or more of these; null if it does not. */
    private static @Nullable String counted(Written text, String word) {
        return text.text().endsWith(word) ? word : text.text().endsWith(word + "s") ? word + "s" : null;
    }

    private static int count(Written text, String what, int least) {
        String number =
                text.text().substring(0, text.text().length() - what.length()).strip();
        boolean fits = number.length() == 1 || number.length() == 2 && number.charAt(0) == '1';
        for (int i = 0; i < number.length(); i++) {
            fits &= number.charAt(i) >= '0' && number.charAt(i) <= '9';
        }
        int count = fits ? Integer.parseInt(number) : -1;
        if (count < least || count > 15) {
            throw text.fault("written '3 " + what.replaceAll("s$", "") + "s', from " + least + " to 15");
        }
        return count;
    }

    /** A number: with a unit of its own absolute, otherwise relative. */
    private Tolerance quantity(Written text) {
        Dimension asked = wanted.dimensionOrNone();
        Expression value = text.literal(scope);
        boolean relative = text.text().endsWith("%") || value.unit() == null;
        Dimension own = value.type().dimensionOrNone();
        text.require(value, Type.real(own));
        if (relative && asked.isLevel()) {
            throw text.fault("a fraction of a level means nothing; give the tolerance in dB");
        }
        boolean fits = relative ? own.isNone() : asked.isLevel() ? own.equals(Dimension.LEVEL) : own.equals(asked);
        if (!fits) {
            throw text.fault("the answer is " + Units.describe(asked) + ", and so is a tolerance with a unit; this is "
                    + value.type().describe());
        }
        if (!value.uses().names().isEmpty()) {
            throw text.fault("a tolerance is a plain quantity; this depends on the givens");
        }
        double size =
                text.reporting(() -> Arithmetic.real(Frame.of(scope.layout()).value(value.term())));
        if (!(size >= 0) || Double.isInfinite(size)) {
            throw text.fault("a tolerance is finite and not negative");
        }
        return relative ? new Tolerance.Relative(size) : new Tolerance.Absolute(size);
    }
}
