package org.ansatz.exchange;

import java.math.BigDecimal;
import org.ansatz.quantity.Notation;

/** Numbers as other programs and people read them, with a point for the decimals. */
final class Number {

    private static final int DIGITS = 12;
    private static final int SHOWN = 6;

    private Number() {}

    /** For a program. */
    static String of(double value) {
        return Notation.number(value, DIGITS);
    }

    /** For a program that knows no powers of ten. */
    static String plain(double value) {
        return new BigDecimal(of(value)).toPlainString();
    }

    /** For a person. */
    static String shown(double value) {
        return Notation.number(value, SHOWN);
    }
}
