package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** What some candidates achieved, added up. */
final class Sums {

    private final Map<Long, Long> byPoints = new HashMap<>();
    private long candidates;
    private long counted;
    private long superseded;

    /**
     * Adds a candidate.
     *
     * @param points all that were earned
     * @param counted how many responses count
     * @param superseded how many do not, because of a later one
     */
    void add(long points, int counted, int superseded) {
        byPoints.merge(points, 1L, Long::sum);
        candidates++;
        this.counted += counted;
        this.superseded += superseded;
    }

    /** Adds other candidates. */
    void add(Sums others) {
        others.byPoints.forEach((points, count) -> byPoints.merge(points, count, Long::sum));
        candidates += others.candidates;
        counted += others.counted;
        superseded += others.superseded;
    }

    /** How many candidates have just so many points. */
    Map<Long, Long> byPoints() {
        return byPoints;
    }

    long candidates() {
        return candidates;
    }

    long counted() {
        return counted;
    }

    long superseded() {
        return superseded;
    }

    /** Writes them for {@link #restored}. */
    void save(Bytes bytes) {
        bytes.number(candidates);
        bytes.number(counted);
        bytes.number(superseded);
        bytes.number(byPoints.size());
        byPoints.forEach((points, count) -> {
            bytes.integer(points);
            bytes.number(count);
        });
    }

    /** What was written. */
    static Sums restored(InputStream in) throws IOException {
        Sums sums = new Sums();
        sums.candidates = Bytes.number(in);
        sums.counted = Bytes.number(in);
        sums.superseded = Bytes.number(in);
        for (long left = Bytes.number(in); left > 0; left--) {
            sums.byPoints.put(Bytes.integer(in), Bytes.number(in));
        }
        return sums;
    }
}
