package org.ansatz.field.circuit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.field.circuit.linear.StatedValues;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/**
 * The values of the expressions in a netlist, with their derivatives by a number that is being differentiated by.
 *
 * @param values in the order and the units of the deck
 * @param slopes the derivatives, all 0 where nothing is differentiated
 * @param order the differentiation in which they take part; 0 if in none
 * @param stated which of them are exact
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NetlistValues(double[] values, double[] slopes, int order, StatedValues stated) {

    /** Exact numbers of more bits are taken for rounded ones. */
    private static final int MAX_BITS = 128;

    private static final double HALF = 0.5;

    /**
     * The values, each a number that may carry a derivative.
     *
     * @throws NoValue if there is more than one derivative
     */
    static NetlistValues of(List<Value> all) {
        double[] values = new double[all.size()];
        double[] slopes = new double[all.size()];
        int order = 0;
        Map<Double, Rational> exact = new HashMap<>();
        Set<Double> rounded = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            Value value = all.get(i);
            int own = Arrays.latestOrder(value);
            values[i] = Arithmetic.real(value);
            if (value instanceof Value.Exact known && known.number().bitLength() <= MAX_BITS) {
                exact.put(values[i], known.number());
            } else {
                rounded.add(values[i]);
            }
            if (own > 0) {
                order = same(order, own);
                slopes[i] = Arithmetic.real(plain(Arithmetic.eps(value, own)));
                plain(Arithmetic.re(value, own));
            }
        }
        return new NetlistValues(values, slopes, order, new StatedValues(exact, rounded));
    }

    /**
     * The one differentiation of two.
     *
     * @throws NoValue if there are two
     */
    static int same(int order, int other) {
        if (order != 0 && other != 0 && order != other) {
            throw new NoValue("a second derivative does not go through a circuit; differences(…) of the first does");
        }
        return Math.max(order, other);
    }

    private static Value plain(Value part) {
        same(1, 1 + Arrays.latestOrder(part));
        return part;
    }

    /** The values a way along their slopes. */
    double[] along(double way) {
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += way * slopes[i];
        }
        return moved;
    }

    /** How far along its slope no value changes by more than half of itself: a power of two. */
    double step() {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && slopes[i] != 0) {
                step = Math.min(step, HALF * Math.abs(values[i] / slopes[i]));
            }
        }
        return Double.isInfinite(step) ? 1 : Math.scalb(1.0, Math.getExponent(step));
    }
}
