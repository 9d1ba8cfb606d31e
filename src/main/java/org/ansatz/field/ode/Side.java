package org.ansatz.field.ode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.field.block.Written;

/** On which side of an impulse at the start initial values are: {@code y(0-)} just before it, as where nothing is said, or {@code y(0+)}. */
public enum Side {
    /** Just before. */
    BEFORE,
    /** Just after. */
    AFTER;

    /** A sign with nothing after it, in the bracket of a function before {@code ==}. */
    private static final Pattern SIGN = Pattern.compile("^[^=]*[^=\\s(]\\s*([+-])\\s*\\)");

    /** What an initial value says; {@link #BEFORE} if it says nothing. */
    static Side of(Written text) {
        Matcher sign = SIGN.matcher(text.text());
        return sign.find() && sign.group(1).equals("+") ? AFTER : BEFORE;
    }

    /** The initial value without its sign. */
    static Written withoutSign(Written text) {
        Matcher sign = SIGN.matcher(text.text());
        if (!sign.find()) {
            return text;
        }
        return text.spelled(
                text.text().substring(0, sign.start(1)) + " " + text.text().substring(sign.end(1)));
    }
}
