package org.ansatz.expression.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * The suspicion, at the end of a message on kinds of quantities, that a datum was given without its unit:
 * {@code ; R has no unit: ohm?}.
 *
 * @param datum the name of the datum
 * @param unit the symbol of the unit that would mend the formula, or an empty text if none is known to
 */
public record ForgottenUnit(String datum, String unit) {

    private static final Pattern SAID =
            Pattern.compile("; (?<datum>[\\p{L}_][\\p{L}\\p{N}_]*) has no unit(?:: (?<unit>\\S.*)\\?)?$");

    /** A datum that would be of this kind. */
    public static ForgottenUnit of(String datum, Dimension dimension) {
        return new ForgottenUnit(datum, Units.symbol(dimension));
    }

    /** What is suspected at the end of a message; null if nothing is. */
    public static @Nullable ForgottenUnit in(String message) {
        Matcher said = SAID.matcher(message);
        if (!said.find()) {
            return null;
        }
        String unit = said.group("unit");
        return new ForgottenUnit(said.group("datum"), unit == null ? "" : unit);
    }

    /** The words for it, to stand behind others. */
    public String says() {
        return "; " + datum + " has no unit" + (unit.isEmpty() ? "" : ": " + unit + "?");
    }
}
