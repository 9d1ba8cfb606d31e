package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Notation;
import org.jspecify.annotations.Nullable;

/**
 * A wrong value that a known mistake leads to.
 *
 * @param name what it is called where mistakes are counted: {@code a factor of 2π}
 * @param says what is wrong with the value
 * @param value the wrong value, in SI
 */
public record Mistake(String name, String says, double value) {

    private static final int LARGEST_POWER = 15;

    private static final String AS_RATIO = "a ratio for its level";

    /** How what is said of a wrong model, or of data that were read wrongly, begins. */
    private static final String OF_DATA = "it looks as if";

    /** The mistakes that lead from the right value, of a quantity of this dimension, to another one. */
    public static List<Mistake> from(double right, Dimension dimension) {
        if (!dimension.isLevel()) {
            return from(right);
        }
        List<Mistake> all = fromLevel(right);
        if (dimension.reference() == null) {
            String says = " itself, and its level in dB is asked for";
            all.add(new Mistake(AS_RATIO, "this is the ratio" + says, Math.pow(10, right / 10)));
            all.add(new Mistake(AS_RATIO, "this is the ratio of amplitudes" + says, Math.pow(10, right / 20)));
        }
        return all;
    }

    /** The mistakes of arithmetic that lead from the right value to another one. */
    public static List<Mistake> from(double right) {
        List<Mistake> all = new ArrayList<>();
        all.add(new Mistake("the sign", "the sign is wrong", -right));
        for (int power = 1; power <= LARGEST_POWER; power++) {
            double factor = Math.pow(10, power);
            String times = Notation.number(factor, 3);
            all.add(new Mistake("a power of ten", times + " times too large", right * factor));
            all.add(new Mistake("a power of ten", times + " times too small", right / factor));
        }
        factors(all, "a factor of 2", right, 2, "twice the right value", "half the right value");
        factors(
                all,
                "a factor of 2π",
                right,
                2 * Math.PI,
                "2π times the right value (rad/s for Hz?)",
                "the right value divided by 2π (Hz for rad/s?)");
        factors(
                all,
                "degrees and radians",
                right,
                180 / Math.PI,
                "180/π times the right value (degrees for radians?)",
                "π/180 times the right value (radians for degrees?)");
        factors(all, "a factor of π", right, Math.PI, "π times the right value", "the right value divided by π");
        factors(
                all,
                "peak and rms",
                right,
                Math.sqrt(2),
                "√2 times the right value (peak for rms?)",
                "the right value divided by √2 (rms for peak?)");
        if (right != 0) {
            all.add(new Mistake("the reciprocal", "the reciprocal of the right value", 1 / right));
        }
        return all;
    }

    /** The mistakes that lead from the right level, in decibels, to another one. */
    static List<Mistake> fromLevel(double right) {
        List<Mistake> all = new ArrayList<>();
        all.add(new Mistake("the sign", "the sign is wrong", -right));
        factors(
                all,
                "10 log and 20 log",
                right,
                2,
                "twice the right level (20 log for 10 log?)",
                "half the right level (10 log for 20 log?)");
        all.add(new Mistake("dBm and dBW", "30 dB too much (dBm for dBW?)", right + 30));
        all.add(new Mistake("dBm and dBW", "30 dB too little (dBW for dBm?)", right - 30));
        return all;
    }

    /**
     * What is said of a mistake the first time: where to look. Which factor a value is off by tells what is right, and is
     * said to those who ask again.
     *
     * @param name of the mistake
     * @param says what is said of it otherwise
     */
    public static String first(String name, String says) {
        if (says.startsWith(OF_DATA)) {
            return says;
        }
        switch (name) {
            case "a factor of 2", "a factor of π", "a factor of 2π":
                return "it is off by a factor; is something counted twice, or left out?";
            case "a power of ten":
                return "it is off by a power of ten; look at the prefixes of the units";
            case "degrees and radians":
                return "it is off by a factor; look at the units of the angles";
            case "peak and rms":
                return "it is off by a factor; is each amplitude what it is taken for?";
            case "10 log and 20 log", "dBm and dBW":
                return "the level is off; look at how it comes from a ratio, and to what";
            default:
                return says;
        }
    }

    private boolean isOfData() {
        return says.startsWith(OF_DATA);
    }

    private static void factors(
            List<Mistake> all, String name, double right, double factor, String larger, String smaller) {
        all.add(new Mistake(name, larger, right * factor));
        all.add(new Mistake(name, smaller, right / factor));
    }

    /**
     * The one mistake that explains a value; null if none does, or two that differ do. Of two of one name, one of which says in which
     * of the data it was made, the other is taken: it holds whatever they are.
     *
     * @param right the right value, which no mistake explains
     * @param allowed how far a value may be from the right one; from a wrong one, as much in relation to it
     * @param reading how exactly the value itself is known
     */
    public static @Nullable Mistake only(
            List<Mistake> mistakes, double value, double right, double allowed, double reading) {
        Mistake found = null;
        for (Mistake mistake : mistakes) {
            double scale = right == 0 ? 1 : Math.abs(mistake.value() / right);
            boolean fits = Math.abs(mistake.value() - value) <= Math.max(allowed * scale, reading);
            boolean same = Math.abs(mistake.value() - right) <= allowed;
            if (fits && !same) {
                if (found == null) {
                    found = mistake;
                } else if (!found.says().equals(mistake.says())) {
                    if (!found.name().equals(mistake.name()) || found.isOfData() == mistake.isOfData()) {
                        return null;
                    }
                    found = found.isOfData() ? mistake : found;
                }
            }
        }
        return found;
    }

    /** The power of ten, but for 1, by which {@code x} is too large, or 0 if it is by none. */
    static int powerOfTen(double x, double right, double allowed) {
        double ratio = x / right;
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            return 0;
        }
        int power = (int) Math.rint(Math.log10(ratio));
        return Math.abs(x / Math.pow(10, power) - right) <= allowed ? power : 0;
    }

    /** What a wrong complex number tells, or an empty text. */
    public static String ofComplex(Value response, Value right, double allowed) {
        double re = Arithmetic.real(response) - Arithmetic.real(right);
        double im = Arithmetic.imaginary(response) + Arithmetic.imaginary(right);
        return Math.hypot(re, im) <= allowed ? "the sign of the imaginary part is wrong" : "";
    }

    /** How close a wrong value is to the right one, or an empty text if it is not. */
    static String closeness(double x, double right) {
        double off = Math.abs(x - right) / Math.abs(right);
        return off <= Decisions.CLOSE ? "close: off by " + Notation.number(100 * off, 2) + " %" : "";
    }
}
