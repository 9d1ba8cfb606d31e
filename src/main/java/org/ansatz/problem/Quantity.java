package org.ansatz.problem;

import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, or an array or set of such numbers, and how wrong it may be. Immutable, and for any thread.
 *
 * <pre>{@code
 * Quantity f1 = verdict.given("f1");
 * f1.toString();  // 429 MHz
 * f1.in("MHz");   // 429.0
 * f1.si();        // 4.29E8
 * }</pre>
 */
public final class Quantity {

    private static final int DIGITS = 12;

    private final Value value;
    private final double error;
    private final Type type;
    private final @Nullable Unit unit;

    private Quantity(Value value, double error, Type type, @Nullable Unit unit) {
        this.value = value;
        this.error = error;
        this.type = type;
        this.unit = unit;
    }

    /**
     * A value as it was found.
     *
     * @param unit in which it is shown, or null for SI
     */
    static Quantity of(Estimate estimate, Type type, @Nullable Unit unit) {
        return new Quantity(estimate.value(), estimate.error(), type, unit);
    }

    /** Whether it is a single real number, so that {@link #si} and {@link #in} have a value. */
    public boolean isNumber() {
        return (value instanceof Value.Exact || value instanceof Value.Real) && Arithmetic.imaginary(value) == 0;
    }

    /**
     * The number in SI.
     *
     * @throws IllegalStateException if it is no single real number
     */
    public double si() {
        if (!isNumber()) {
            throw new IllegalStateException(this + " is no single real number; take real() and imaginary(), or rows()");
        }
        return Arithmetic.real(value);
    }

    /**
     * The number in a unit.
     *
     * @param symbol as people write it: {@code "MHz"}
     * @throws IllegalArgumentException if there is no such unit, or it is for something else
     * @throws IllegalStateException if it is no single real number
     */
    public double in(String symbol) {
        return unit(symbol).fromSi(si());
    }

    private Unit unit(String symbol) {
        Unit wanted = Units.parse(symbol);
        if (wanted == null || !type.has(wanted.dimension())) {
            throw new IllegalArgumentException(this + " is " + type.describe() + " and cannot be in '" + symbol + "'"
                    + (wanted == null ? ", which is no unit" : ", which is for " + Units.describe(wanted.dimension())));
        }
        return wanted;
    }

    /** The real part in SI; 0 if it is an array. */
    public double real() {
        return value instanceof Value.Array ? 0 : Arithmetic.real(value);
    }

    /** The imaginary part in SI; 0 if it is an array. */
    public double imaginary() {
        return value instanceof Value.Array ? 0 : Arithmetic.imaginary(value);
    }

    /**
     * The rows of a matrix in SI; a set or an interval is one row, a number one row of one. The array is a copy.
     *
     * @throws IllegalStateException if an entry is not real
     */
    public double[][] rows() {
        if (!(value instanceof Value.Array)) {
            return new double[][] {{si()}};
        }
        Value.Array array = (Value.Array) value;
        double[][] rows = new double[array.rows()][array.columns()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < array.columns(); c++) {
                rows[r][c] = new Quantity(array.at(r, c), error, type.ofEntry(), unit).si();
            }
        }
        return rows;
    }

    /** How far off it may be, in SI: 0 if it is exact, infinite if nothing is known. */
    public double error() {
        return error;
    }

    /** The number without any rounding, in SI; null if it was computed in floating point. */
    public @Nullable Rational exact() {
        return value instanceof Value.Exact ? ((Value.Exact) value).number() : null;
    }

    /** The symbol of the unit in which it is shown, {@code MHz}; empty for a pure number or if no unit was stated. */
    public String unit() {
        return unit == null ? "" : unit.symbol();
    }

    /** With its unit, to as many digits as are known, at most 12: {@code 429 MHz}. */
    @Override
    public String toString() {
        return Show.known(value, error, type, unit, DIGITS);
    }
}
