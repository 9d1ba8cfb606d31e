package org.ansatz.trial;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A Java function that is itself an answer, where a formula or a waveform is asked for.
 *
 * @param type the Java type
 */
public record AnsweredFunction(Class<?> type) {

    private static final Map<Class<?>, Integer> ARITIES =
            Map.of(DoubleUnaryOperator.class, 1, DoubleBinaryOperator.class, 2);

    /**
     * Checks the type.
     *
     * @throws IllegalArgumentException if it is no function
     */
    public AnsweredFunction {
        if (!is(type)) {
            throw new IllegalArgumentException(type.getName());
        }
    }

    /** Whether a Java type is a function that can be an answer. */
    public static boolean is(Class<?> type) {
        return ARITIES.containsKey(type);
    }

    /** How many numbers it takes. */
    public int arity() {
        return ARITIES.getOrDefault(type, 0);
    }

    /**
     * Its value.
     *
     * @param function of this type
     * @param arguments as many numbers as it takes
     */
    public double at(Object function, Object... arguments) {
        return function instanceof DoubleUnaryOperator
                ? ((DoubleUnaryOperator) function).applyAsDouble((double) arguments[0])
                : ((DoubleBinaryOperator) function).applyAsDouble((double) arguments[0], (double) arguments[1]);
    }
}
