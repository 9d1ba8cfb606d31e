package org.ansatz.trial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Letters;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A solution in Java.
 *
 * @param inputs what it takes, in its own order
 * @param result what it answers with
 * @param code the solution itself
 */
public record Solution(List<Input> inputs, Result result, Code code) {

    /** Copies. */
    public Solution {
        inputs = List.copyOf(inputs);
    }

    /**
     * A solution that answers with one thing.
     *
     * @param result the Java type of the answer
     * @param unit the unit of a number it gives, or null for SI
     * @throws IllegalArgumentException if no answer is of that type
     */
    public Solution(List<Input> inputs, Class<?> result, @Nullable Unit unit, Code code) {
        this(inputs, Result.of(result, unit), code);
    }

    /** The code of a solution. */
    @FunctionalInterface
    public interface Code {
        /**
         * The answer.
         *
         * @param inputs the numbers, each of the Java type its {@link Input} says; arrays must be left as they are
         * @throws Declined if it assumes something of the numbers that does not hold
         * @throws TimeoutException if it was given up; the message says what it did not do: "did not return within 10 s"
         */
        @Nullable
        Object answer(Object... inputs) throws Exception;
    }

    /** The unit of a number it gives, or null for SI. */
    @Nullable
    Unit unit() {
        return result.unit();
    }

    /** Whether it takes what varies within one set of data, so that its answer is a function of that. */
    boolean isFunction() {
        return inputs.stream().anyMatch(Input::isSampled);
    }

    /**
     * The answer for the data in a frame.
     *
     * @throws Failure if the code gave none, or changed an array that it took
     * @throws Declined if it does not take these data
     * @throws IllegalArgumentException if the solution cannot take the data
     */
    private Object answer(Evaluator frame) {
        Object[] taken = inputs.stream().map(input -> input.in(frame)).toArray();
        Object answer;
        try {
            answer = code.answer(taken);
        } catch (Declined e) {
            throw e;
        } catch (TimeoutException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (Exception | Error e) {
            throw new Failure("threw " + e, e);
        }
        if (answer == null) {
            throw new Failure("returned null", null);
        }
        for (int i = 0; i < taken.length; i++) {
            Input input = inputs.get(i);
            if (input.type().isArray() && !Objects.deepEquals(taken[i], input.in(frame))) {
                throw new Failure("changed the array " + input.name() + ", which is its caller's", null);
            }
        }
        return answer;
    }

    /** The labels of options that it answers with: {@code "AC"}, {@code "A, C"} and {@code "C A"} are the same. */
    Set<String> letters(Evaluator frame, Set<String> labels) {
        return Letters.chosen(String.valueOf(answer(frame)), labels);
    }

    /** The answers to all parts, by name. */
    Map<?, ?> parts(Evaluator frame) {
        return (Map<?, ?>) answer(frame);
    }

    /**
     * The number or array it answers with, in SI.
     *
     * @param like the answer that is right, whose shape tells what a {@code double[]} means
     * @throws IllegalArgumentException if the unit of the solution does not fit {@code type}
     */
    Value number(Evaluator frame, Value like, Type type) {
        return result.value(answer(frame), like, type);
    }

    /** A solution gave no answer; the message says what it did instead: "threw …", "returned null", "changed …". */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String instead, @Nullable Throwable cause) {
            super(instead, cause);
        }
    }

    /** A solution assumes something of the data that does not hold; such a case is left out. */
    public static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1;

        /**
         * An assumption that does not hold.
         *
         * @param cause what says so
         */
        public Declined(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
