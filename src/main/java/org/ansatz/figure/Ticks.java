package org.ansatz.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis: one, two or five times a power of ten apart, as few of them as are wanted (P. S. Heckbert,
 * "Nice numbers for graph labels", Graphics Gems, 1990), in a unit with the prefix that keeps them short.
 *
 * @param marks where, and what is written there
 * @param title label and unit of the axis, the prefix included
 * @param factor what one prefixed unit is in units of the axis
 */
public record Ticks(List<Tick> marks, String title, double factor) {

    private static final String PREFIXES = "fpnµm kMGTP";
    private static final int UNITY = PREFIXES.indexOf(' ');
    private static final double ALMOST = 1e-9;
    private static final int LONGEST_PLAIN = 7;

    /** Copies the list. */
    public Ticks {
        marks = List.copyOf(marks);
    }

    /**
     * A mark.
     *
     * @param at the number, in units of the axis
     * @param label as it is written, in prefixed units
     */
    public record Tick(double at, String label) {}

    /** At most {@code most} marks, at least two if possible, within a stretch of an axis. */
    public static Ticks of(Axis axis, Interval shown, int most) {
        if (axis.scale() == Scale.LOGARITHMIC) {
            return logarithmic(axis, shown, Math.max(2, most));
        }
        int prefix = axis.prefixed() ? prefix(shown.size()) : 0;
        double factor = Math.pow(1000, prefix);
        Interval scaled = new Interval(shown.low() / factor, shown.high() / factor);
        BigDecimal step = step(scaled, Math.max(2, most), axis.whole());
        List<Tick> marks = new ArrayList<>();
        double by = step.doubleValue();
        long last = (long) Math.floor(scaled.high() / by + ALMOST);
        for (long k = (long) Math.ceil(scaled.low() / by - ALMOST); k <= last && marks.size() < most; k++) {
            BigDecimal at = step.multiply(BigDecimal.valueOf(k));
            marks.add(new Tick(at.doubleValue() * factor, written(at)));
        }
        return new Ticks(marks, axis.title(symbol(prefix) + axis.unit()), factor);
    }

    /** The stretch that reaches to the next marks on both sides. */
    public static Interval rounded(Axis axis, Interval shown, int most) {
        if (axis.scale() == Scale.LOGARITHMIC) {
            double low = Math.pow(10, Math.floor(Math.log10(shown.low()) + ALMOST));
            double high = Math.pow(10, Math.ceil(Math.log10(shown.high()) - ALMOST));
            return new Interval(low, high > low ? high : low * 10);
        }
        double factor = axis.prefixed() ? Math.pow(1000, prefix(shown.size())) : 1;
        double step = factor
                * step(new Interval(shown.low() / factor, shown.high() / factor), Math.max(2, most), axis.whole())
                        .doubleValue();
        return new Interval(
                step * Math.floor(shown.low() / step + ALMOST), step * Math.ceil(shown.high() / step - ALMOST));
    }

    /** The smallest round step that makes at most so many marks, however the stretch lies. */
    private static BigDecimal step(Interval shown, int most, boolean whole) {
        double least = Math.max(shown.length() / (most - 1), Double.MIN_NORMAL);
        int exponent = (int) Math.floor(Math.log10(least) + ALMOST);
        for (int digit : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= least * (1 - ALMOST)) {
                return whole ? step.max(BigDecimal.ONE) : step;
            }
        }
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
        return whole ? step.max(BigDecimal.ONE) : step;
    }

    private static Ticks logarithmic(Axis axis, Interval shown, int most) {
        int first = (int) Math.ceil(Math.log10(shown.low()) - ALMOST);
        int last = (int) Math.floor(Math.log10(shown.high()) + ALMOST);
        if (last - first < 1) {
            Axis linear = new Axis(axis.label(), axis.unit(), axis.prefixed(), axis.whole(), Scale.LINEAR, null);
            return of(linear, shown, most);
        }
        int stride = Math.max(1, (last - first + most - 2) / (most - 1));
        List<Tick> marks = new ArrayList<>();
        int top = first + (last - first) / stride * stride;
        boolean isLong = top >= LONGEST_PLAIN || -first > LONGEST_PLAIN - 2;
        boolean isExponent = isLong && !axis.prefixed(); // all of them, where one is written so
        for (int k = first; k <= last; k += stride) {
            BigDecimal at = BigDecimal.ONE.scaleByPowerOfTen(k);
            int prefix = axis.prefixed() ? prefix(Math.pow(10, k)) : 0;
            marks.add(new Tick(
                    at.doubleValue(),
                    isExponent && k != 0 ? "1e" + k : written(at.scaleByPowerOfTen(-3 * prefix)) + symbol(prefix)));
        }
        return new Ticks(marks, axis.title(axis.unit()), 1);
    }

    /** How many thousands a size is counted in. */
    private static int prefix(double size) {
        if (size == 0) {
            return 0;
        }
        int thousands = (int) Math.floor(Math.log10(size) / 3 + ALMOST);
        return Math.max(-UNITY, Math.min(thousands, PREFIXES.length() - 1 - UNITY));
    }

    private static String symbol(int prefix) {
        return prefix == 0 ? "" : PREFIXES.substring(UNITY + prefix, UNITY + prefix + 1);
    }

    /** With as many decimals as its step has; with an exponent where it would be long. */
    private static String written(BigDecimal number) {
        String plain = number.setScale(Math.max(0, number.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
        if (plain.length() <= LONGEST_PLAIN || number.signum() == 0) {
            return number.signum() == 0 ? "0" : plain;
        }
        BigDecimal bare = number.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        return bare.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
