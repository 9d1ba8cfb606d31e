package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Scale;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** The places along an axis at which something is evaluated: never more than a fixed number. */
final class Series {

    /** Points of a curve: enough for a picture 800 dots wide. */
    static final int POINTS = 401;

    /** The most elements of a domain that is counted off. */
    static final int MAX_ELEMENTS = 1000;

    private Series() {}

    /** The places of a domain, or of another range if one is given; in SI. */
    static List<Value> places(Domain domain, Frame frame, @Nullable Interval other, Scale scale) {
        if (domain instanceof RealInterval) {
            return along(interval(domain, frame, other), scale, POINTS);
        }
        List<Value> elements = new ArrayList<>();
        if (other != null && domain instanceof Domain.Integers) {
            for (double n = Math.ceil(other.low()); n <= other.high() && elements.size() < MAX_ELEMENTS; n++) {
                elements.add(Value.Exact.of((long) n));
            }
            return elements;
        }
        domain.each(frame, element -> elements.add(element) && elements.size() < MAX_ELEMENTS);
        if (other != null) {
            elements.removeIf(element -> !other.contains(Arithmetic.real(element)));
        }
        return elements;
    }

    /** The stretch of a real domain, or the other range if one is given. */
    static Interval interval(Domain domain, Frame frame, @Nullable Interval other) {
        RealInterval reals = (RealInterval) domain;
        return other != null ? other : new Interval(reals.low(frame), reals.high(frame));
    }

    /** So many places from end to end. */
    static List<Value> along(Interval interval, Scale scale, int count) {
        if (scale == Scale.LOGARITHMIC && interval.low() <= 0) {
            throw new NoValue("a logarithmic axis begins above zero, not at " + interval.low());
        }
        List<Value> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double x = i == count - 1 ? interval.high() : scale.at((double) i / (count - 1), interval);
            places.add(new Value.Real(x));
        }
        return places;
    }
}
