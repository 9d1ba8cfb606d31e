package org.ansatz.problem;

import java.util.List;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** How near a value must come to an option or key. */
public sealed interface Tolerance {

    /**
     * By how much half a unit of a digit is widened, as a factor, so that a number on the edge counts although it is itself
     * rounded to a double.
     */
    double EDGE = 1 + 1e-9;

    /** With how many digits a tolerance is shown. */
    int SHOWN = 3;

    /** Digits, counted in words as far as one says them: {@code one digit}, {@code three digits}. */
    static String counted(int digits) {
        List<String> words = List.of("no", "one", "two", "three", "four", "five", "six");
        return (digits < words.size() ? words.get(digits) : String.valueOf(digits))
                + (digits == 1 ? " digit" : " digits");
    }

    /**
     * How exactly an answer is wanted, in words that follow "wanted": {@code to three digits}, {@code within 2 %}.
     *
     * @param unit that is asked for, or null
     */
    String wording(@Nullable Unit unit);

    /**
     * Half a unit of the last digit that is printed.
     *
     * @param enough with how many digits a response is taken to be rounded from more
     */
    record Digits(int enough) implements Tolerance {

        /** From so many digits on, a response is taken to be rounded; {@code 2} or {@code 10} may be meant as they are. */
        public static final int USUAL = 3;

        /** As usual. */
        public Digits() {
            this(USUAL);
        }

        @Override
        public String wording(@Nullable Unit unit) {
            return "to " + counted(enough) + " or more; exactly, if it is a whole number";
        }
    }

    /**
     * The nearest option is meant; it must be nearer than the next by the margin.
     *
     * @param limit how near it must come besides, or null
     */
    record Nearest(@Nullable Tolerance limit) implements Tolerance {
        @Override
        public String wording(@Nullable Unit unit) {
            return "nearer to one option than to any other" + (limit == null ? "" : ", and " + limit.wording(unit));
        }
    }

    /** A fraction of the value. */
    record Relative(double fraction) implements Tolerance {
        @Override
        public String wording(@Nullable Unit unit) {
            return fraction == 0 ? "exactly" : "within " + Notation.number(100 * fraction, SHOWN) + " %";
        }
    }

    /** A difference, in SI. */
    record Absolute(double difference) implements Tolerance {
        @Override
        public String wording(@Nullable Unit unit) {
            if (difference == 0) {
                return "exactly";
            }
            // Levels differ by decibels, whatever they refer to; a degree Celsius is as large as a kelvin.
            String symbol = unit == null ? "" : unit.dimension().isLevel() ? "dB" : unit.symbol();
            double size = difference / (unit == null ? 1 : unit.factor());
            return "to " + Notation.number(size, SHOWN) + (symbol.isEmpty() ? "" : " " + symbol);
        }
    }

    /** So many significant digits. */
    record Significant(int digits) implements Tolerance {

        @Override
        public String wording(@Nullable Unit unit) {
            return "to " + counted(digits);
        }

        /** Half a unit of the last of these digits in a number of this size, in SI; of zero, which has none, nothing. */
        public double half(double size) {
            return size == 0 || !Double.isFinite(size)
                    ? 0
                    : 0.5 * Math.pow(10, Math.floor(Math.log10(size)) + 1 - digits) * EDGE;
        }
    }
}
