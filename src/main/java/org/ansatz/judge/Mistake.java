package org.ansatz.judge;

import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Notation;

/** What was probably done wrong, as the ratio of a wrong number to the right one shows it. */
final class Mistake {

    private static final double CLOSE = 0.05;

    private Mistake() {}

    /** The power of ten, but for 1, by which {@code x} is too large, or 0 if it is by none. */
    static int powerOfTen(double x, double right, double allowed) {
        double ratio = x / right;
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            return 0;
        }
        int power = (int) Math.rint(Math.log10(ratio));
        return Math.abs(x / Math.pow(10, power) - right) <= allowed ? power : 0;
    }

    /** What a wrong number tells, or an empty text. */
    static String remark(Value response, Value right, double allowed) {
        if (response instanceof Value.Complex || right instanceof Value.Complex) {
            return conjugate(response, right, allowed) ? "the sign of the imaginary part is wrong" : "";
        }
        double x = Arithmetic.real(response);
        double y = Arithmetic.real(right);
        if (Math.abs(x + y) <= allowed) {
            return "the sign is wrong";
        }
        int power = powerOfTen(x, y, allowed);
        if (power != 0) {
            String times = Notation.number(Math.pow(10, Math.abs(power)), 3);
            return power > 0 ? times + " times too large" : times + " times too small";
        }
        return ratio(x, y, allowed);
    }

    private static String ratio(double x, double y, double allowed) {
        double[] factors = {2, 0.5, 2 * Math.PI, 1 / (2 * Math.PI), 180 / Math.PI, Math.PI / 180, Math.PI, Math.sqrt(2)
        };
        String[] names = {
            "twice the right value",
            "half the right value",
            "2π times the right value (rad/s for Hz?)",
            "the right value divided by 2π (Hz for rad/s?)",
            "180/π times the right value (degrees for radians?)",
            "π/180 times the right value (radians for degrees?)",
            "π times the right value",
            "√2 times the right value (peak for rms?)"
        };
        for (int i = 0; i < factors.length; i++) {
            if (y != 0 && Math.abs(x / factors[i] - y) <= allowed) {
                return names[i];
            }
        }
        if (x != 0 && y != 0 && Math.abs(x * y - 1) * Math.abs(y) <= allowed) {
            return "the reciprocal of the right value";
        }
        double off = Math.abs(x - y) / Math.abs(y);
        return off <= CLOSE ? "close: off by " + Notation.number(100 * off, 2) + " %" : "";
    }

    private static boolean conjugate(Value response, Value right, double allowed) {
        double re = Arithmetic.real(response) - Arithmetic.real(right);
        double im = Arithmetic.imaginary(response) + Arithmetic.imaginary(right);
        return Math.hypot(re, im) <= allowed;
    }
}
