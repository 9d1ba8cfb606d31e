package org.ansatz.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.quantity.Rational;

/**
 * How the candidates' marks are distributed.
 *
 * @param candidates how many there are
 * @param byMarks how many have just these marks
 */
public record Distribution(long candidates, TreeMap<Rational, Long> byMarks) {

    /** Of which share of the candidates the upper and the lower group consist, at the least (Kelley 1939). */
    private static final double GROUP = 0.27;

    private static final int MOST_BINS = 12;

    /** Copies. */
    public Distribution {
        byMarks = new TreeMap<>(byMarks);
    }

    /** The mean of the marks; not a number if there is nobody. */
    public double mean() {
        double sum = 0;
        for (Map.Entry<Rational, Long> entry : byMarks.entrySet()) {
            sum += entry.getKey().toDouble() * entry.getValue();
        }
        return sum / candidates;
    }

    /** The standard deviation of these candidates, no sample of others being meant. */
    public double deviation() {
        double mean = mean();
        double sum = 0;
        for (Map.Entry<Rational, Long> entry : byMarks.entrySet()) {
            double apart = entry.getKey().toDouble() - mean;
            sum += apart * apart * entry.getValue();
        }
        return Math.sqrt(sum / candidates);
    }

    /**
     * The least marks that at least this share of the candidates do not exceed.
     *
     * @param share from 0 to 1
     * @throws IllegalStateException if there is nobody
     */
    public Rational quantile(double share) {
        double rank = share * candidates;
        long below = 0;
        for (Map.Entry<Rational, Long> entry : byMarks.entrySet()) {
            below += entry.getValue();
            if (below >= rank) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("nobody");
    }

    /** The marks from which on a candidate belongs to the upper group. */
    Rational upper() {
        long above = 0;
        for (Map.Entry<Rational, Long> entry : byMarks.descendingMap().entrySet()) {
            above += entry.getValue();
            if (above >= GROUP * candidates) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("nobody");
    }

    /** The marks up to which a candidate belongs to the lower group. */
    Rational lower() {
        return quantile(GROUP);
    }

    /**
     * Candidates whose marks lie in a range.
     *
     * @param from the marks that are just in it
     * @param to the marks that are just out of it, but for the last range
     */
    public record Bin(Rational from, Rational to, long candidates) {}

    /**
     * At most a dozen ranges of equal, round width that hold all marks.
     *
     * @param most the marks that can be had
     */
    public List<Bin> bins(Rational most) {
        Rational least = byMarks.isEmpty() ? Rational.ZERO : byMarks.firstKey();
        Rational high = byMarks.isEmpty() || most.compareTo(byMarks.lastKey()) > 0 ? most : byMarks.lastKey();
        int step = 0;
        Rational low = low(least, width(step));
        while (low.plus(width(step).times(Rational.of(MOST_BINS))).compareTo(high) < 0) {
            low = low(least, width(++step));
        }
        List<Bin> bins = new ArrayList<>();
        Rational from = low;
        do {
            Rational to = from.plus(width(step));
            bins.add(new Bin(from, to, count(from, to, to.compareTo(high) >= 0)));
            from = to;
        } while (from.compareTo(high) < 0);
        return bins;
    }

    /** 1/2, 1, 2, 5, 10, 20, 50, … */
    private static Rational width(int step) {
        int[] round = {5, 10, 20};
        return Rational.of(round[step % round.length]).times(Rational.powerOfTen(step / round.length - 1));
    }

    /** The multiple of the width from which on all marks lie, 0 included. */
    private static Rational low(Rational least, Rational width) {
        Rational from = least.signum() < 0 ? least : Rational.ZERO;
        return from.over(width).floor().times(width);
    }

    private long count(Rational from, Rational to, boolean closed) {
        long count = 0;
        for (Map.Entry<Rational, Long> entry :
                byMarks.subMap(from, true, to, closed).entrySet()) {
            count += entry.getValue();
        }
        return count;
    }
}
