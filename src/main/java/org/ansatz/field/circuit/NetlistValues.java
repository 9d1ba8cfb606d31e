package org.ansatz.field.circuit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * Slopes of values that change by like parts of themselves, the others being 0.
     *
     * @param step how far along them none of these changes by more than half of itself: a power of two
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Way(double[] slopes, double step) {}

    /** The values so far along these slopes. */
    double[] along(double[] directions, double far) {
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += far * directions[i];
        }
        return moved;
    }

    /** The slopes as a sum of ways, so that on each whatever changes does so by a good part of itself. */
    List<Way> ways() {
        Map<Double, double[]> byStep = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (slopes[i] != 0) {
                byStep.computeIfAbsent(step(i), step -> new double[values.length])[i] = slopes[i];
            }
        }
        return byStep.entrySet().stream()
                .map(way -> new Way(way.getValue(), way.getKey()))
                .toList();
    }

    /** Values that change alike have one step, though their roundings differ: no quotient of them lies just where it changes. */
    private double step(int i) {
        // Powers of two change for the next at an irrational multiple of themselves.
        double step = HALF * Math.abs(values[i] / slopes[i]);
        return step == 0 || Double.isInfinite(step) ? 1 : Math.scalb(HALF, Math.getExponent(step * Math.sqrt(2)));
    }
}
