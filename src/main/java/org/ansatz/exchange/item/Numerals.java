package org.ansatz.exchange.item;

import java.math.BigDecimal;
import org.ansatz.quantity.Notation;

/** Numbers as other programs and people read them, with a point for the decimals. */
public final class Numerals {

    private static final int DIGITS = 12;
    private static final int SHOWN = 6;

    private Numerals() {}

    /** For a program. */
    public static String of(double value) {
        return Notation.number(value, DIGITS);
    }

    /** For a program that knows no powers of ten. */
    public static String plain(double value) {
        return new BigDecimal(of(value)).toPlainString();
    }

    /** For a person. */
    public static String shown(double value) {
        return Notation.number(value, SHOWN);
    }
}
