package org.ansatz.plot;

import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.figure.Axis;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * In which numbers a quantity is drawn.
 *
 * @param type of the quantity
 * @param unit the unit of the numbers, or null for the coherent one, with prefixes where it takes them
 */
record Measure(Type type, @Nullable Unit unit) {

    private static final int DIGITS = 4;

    /** The number for a value in SI. */
    double number(double si) {
        return unit == null ? si : unit.fromSi(si);
    }

    /** The value in SI of a number. */
    double si(double number) {
        return unit == null ? number : unit.toSi(number);
    }

    /** A value as it is written beside a mark. */
    String written(Value value) {
        return Show.value(value, type, unit, DIGITS);
    }

    /** What such a quantity is called, {@code voltage}; empty where it has no name. */
    String kind() {
        return Units.kind(type.dimensionOrNone());
    }

    /** An axis of such numbers. */
    Axis axis(String label) {
        if (unit != null) {
            return Axis.of(label, unit.symbol());
        }
        String symbol = Units.symbol(type.dimensionOrNone());
        Axis axis = Axis.of(label, symbol);
        return !symbol.isEmpty() && Notation.takesPrefix(symbol) ? axis.withPrefixes() : axis;
    }
}
