package org.ansatz.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.apache.commons.math3.complex.Complex;
import org.jspecify.annotations.Nullable;

/**
 * What a solution answers with, or one part of it.
 *
 * @param type the Java type of an answer: a number of any kind; {@code boolean} for 0 or 1; {@link Complex};
 *     {@code double[]} for a complex number (real and imaginary part), a set, the ends of an interval or an array (row by
 *     row); {@code double[][]} for a matrix (its rows); {@code char} or {@link String} for the letters of options; a
 *     {@link Map} of the answers to several parts, by name
 * @param unit the unit of the numbers, or null for SI
 * @param parts what the parts are answered with, by name; empty if one thing is asked for
 */
public record Result(Class<?> type, @Nullable Unit unit, Map<String, Result> parts) {

    private static final Set<Class<?>> LETTERS = Set.of(String.class, char.class, Character.class);
    private static final Set<Class<?>> OTHERS =
            Set.of(boolean.class, Boolean.class, Complex.class, double[].class, double[][].class);

    /**
     * Copies, and checks the type.
     *
     * @throws IllegalArgumentException if no answer is of that type
     */
    public Result {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        if (parts.isEmpty() && !isAnswer(type)) {
            throw new IllegalArgumentException(objection(type));
        }
    }

    /**
     * An answer that is one thing.
     *
     * @throws IllegalArgumentException if no answer is of that type
     */
    public static Result of(Class<?> type, @Nullable Unit unit) {
        return new Result(type, unit, Map.of());
    }

    /** An answer to several parts: a map by these names. */
    public static Result ofParts(Map<String, Result> parts) {
        return new Result(Map.class, null, parts);
    }

    /** Whether an answer that is one thing can be of a type. */
    public static boolean isAnswer(Class<?> type) {
        boolean isNumber = Number.class.isAssignableFrom(type)
                || type.isPrimitive() && type != boolean.class && type != void.class;
        return isNumber || LETTERS.contains(type) || OTHERS.contains(type);
    }

    /** Why no answer can be of a type. */
    public static String objection(Class<?> type) {
        return "an answer cannot be a " + type.getSimpleName()
                + "; return a number or boolean, a Complex, a double[] or"
                + " double[][], a char or String for letters, a DoubleUnaryOperator or DoubleBinaryOperator for a formula, or a"
                + " record for several parts";
    }

    /** Whether it is letters of options. */
    boolean isChoice() {
        return LETTERS.contains(type);
    }

    /** Whether it has several parts. */
    boolean hasParts() {
        return !parts.isEmpty();
    }

    /**
     * The value of an answer, in SI.
     *
     * @param like the answer that is right, whose shape tells what a {@code double[]} means
     * @throws IllegalArgumentException if the unit does not fit {@code wanted}, or the answer is no value
     */
    Value value(Object answer, Value like, Type wanted) {
        if (unit != null && !wanted.has(unit.dimension())) {
            throw new IllegalArgumentException("the answer is " + wanted.describe() + " and cannot be in '"
                    + unit.symbol() + "', which is for " + Units.describe(unit.dimension()));
        }
        if (answer instanceof Boolean) {
            return truth((Boolean) answer, like);
        }
        if (answer instanceof Complex) {
            Complex number = (Complex) answer;
            return new Value.Complex(si(number.getReal()), si(number.getImaginary()));
        }
        if (answer instanceof double[][]) {
            return matrix((double[][]) answer);
        }
        return answer instanceof double[] ? row((double[]) answer, like, wanted) : number((Number) answer);
    }

    private static Value truth(boolean holds, Value like) {
        return like instanceof Value.Truth ? Value.Truth.of(holds) : Value.Exact.of(holds ? 1 : 0);
    }

    private Value number(Number number) {
        boolean exact = !(number instanceof Double || number instanceof Float);
        if (exact && unit == null) {
            return new Value.Exact(Rational.parse(
                    number instanceof BigDecimal ? ((BigDecimal) number).toPlainString() : number.toString()));
        }
        return new Value.Real(si(number.doubleValue()));
    }

    private double si(double x) {
        return unit == null ? x : unit.toSi(x);
    }

    private Value row(double[] numbers, Value like, Type wanted) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("an empty array is no answer");
        }
        if (!(like instanceof Value.Array) && numbers.length == 2) {
            return new Value.Complex(si(numbers[0]), si(numbers[1]));
        }
        double[] ordered = numbers.clone();
        if (wanted.set() == NumberSet.SET) {
            java.util.Arrays.sort(ordered);
        }
        List<Value> entries = entries(ordered);
        return shaped(new Value.Array(1, entries.size(), entries), like);
    }

    /** The numbers of a {@code double[]}, which has no shape of its own, in that of the right value if it has as many. */
    Value shaped(Value value, Value like) {
        boolean isRow = type == double[].class && value instanceof Value.Array && like instanceof Value.Array;
        if (!isRow
                || ((Value.Array) value).entries().size()
                        != ((Value.Array) like).entries().size()) {
            return value;
        }
        Value.Array right = (Value.Array) like;
        return new Value.Array(right.rows(), right.columns(), ((Value.Array) value).entries());
    }

    private List<Value> entries(double... numbers) {
        List<Value> entries = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            entries.add(new Value.Real(si(number)));
        }
        return entries;
    }

    private Value matrix(double[][] rows) {
        List<Value> entries = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == null || rows[i].length == 0 || rows[i].length != rows[0].length) {
                throw new IllegalArgumentException("row " + (i + 1) + " of the matrix has "
                        + (rows[i] == null ? "no" : rows[i].length) + " numbers, the first "
                        + (rows[0] == null ? "none" : rows[0].length));
            }
            entries.addAll(entries(rows[i]));
        }
        if (rows.length == 0) {
            throw new IllegalArgumentException("a matrix without rows is no answer");
        }
        return new Value.Array(rows.length, rows[0].length, entries);
    }
}
