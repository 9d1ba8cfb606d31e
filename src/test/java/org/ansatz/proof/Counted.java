package org.ansatz.proof;

import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;

/** A function of one variable that counts how often it is asked, and how far out. */
final class Counted implements Enclosing {

    /** A function, as series. */
    interface Of {
        Series of(Series x);
    }

    private final Of function;
    private int asked;
    private double farthest;

    private Counted(Of function) {
        this.function = function;
    }

    static Counted of(Of function) {
        return new Counted(function);
    }

    static Series number(double c, Series like) {
        return Series.constant(Interval.of(c), like.order());
    }

    @Override
    public Series on(Interval[] box, int by, int order) {
        asked++;
        farthest = Math.max(farthest, box[0].magnitude());
        return function.of(Series.variable(box[0], order));
    }

    int asked() {
        return asked;
    }

    double farthest() {
        return farthest;
    }
}
