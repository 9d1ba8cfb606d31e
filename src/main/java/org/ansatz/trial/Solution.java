package org.ansatz.trial;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Letters;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * A solution in Java.
 *
 * @param inputs what it takes, in its own order
 * @param result the Java type of its answer: a number; {@code double[]} for a complex number (real and imaginary part) or
 *     an array (row by row); {@code char} or {@link String} for the letters of options
 * @param unit the unit of a number it gives, or null for SI
 * @param code the solution itself
 */
public record Solution(
        List<Input> inputs, Class<?> result, @Nullable Unit unit, Code code) {

    private static final Set<Class<?>> LETTERS = Set.of(String.class, char.class, Character.class);

    /**
     * Copies, and checks the type of the answer.
     *
     * @throws IllegalArgumentException if no answer is of that type
     */
    public Solution {
        inputs = List.copyOf(inputs);
        boolean number = Number.class.isAssignableFrom(result)
                || result == double[].class
                || result.isPrimitive() && result != boolean.class && result != void.class;
        if (!number && !LETTERS.contains(result)) {
            throw new IllegalArgumentException(
                    "an answer cannot be a " + result.getSimpleName()
                            + "; return a number, a double[] for a complex number or an array, or a char or String for letters");
        }
    }

    /** The code of a solution. */
    @FunctionalInterface
    public interface Code {
        /**
         * The answer.
         *
         * @param inputs the numbers, each of the Java type its {@link Input} says
         * @throws Declined if it assumes something of the numbers that does not hold
         * @throws TimeoutException if it was given up; the message says what it did not do: "did not return within 10 s"
         */
        Object answer(Object... inputs) throws Exception;
    }

    /** Whether it answers with letters of options. */
    boolean isChoice() {
        return LETTERS.contains(result);
    }

    /** Whether it takes what varies within one set of data, so that its answer is a function of that. */
    boolean isFunction() {
        return inputs.stream().anyMatch(Input::isSampled);
    }

    /**
     * The answer for the data in a frame.
     *
     * @throws Failure if the code gave none
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
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            throw new Failure("threw " + e, e);
        }
        if (answer == null) {
            throw new Failure("returned null", null);
        }
        return answer;
    }

    /** The labels of options that it answers with: {@code "AC"}, {@code "A, C"} and {@code "C A"} are the same. */
    Set<String> letters(Evaluator frame, Set<String> labels) {
        return Letters.chosen(String.valueOf(answer(frame)), labels);
    }

    /**
     * The number or array it answers with, in SI.
     *
     * @param like the answer that is right, whose shape tells what a {@code double[]} means
     * @throws IllegalArgumentException if the unit of the solution does not fit {@code type}
     */
    Value number(Evaluator frame, Value like, Type type) {
        if (unit != null && !type.has(unit.dimension())) {
            throw new IllegalArgumentException("the answer is " + type.describe() + " and cannot be in '"
                    + unit.symbol() + "', which is for " + Units.describe(unit.dimension()));
        }
        Object answer = answer(frame);
        return answer instanceof double[] ? array((double[]) answer, like) : number((Number) answer);
    }

    private Value number(Number number) {
        boolean whole = !(number instanceof Double || number instanceof Float);
        if (whole && unit == null) {
            return new Value.Exact(Rational.parse(number.toString()));
        }
        return real(number.doubleValue());
    }

    private Value.Real real(double x) {
        return new Value.Real(unit == null ? x : unit.toSi(x));
    }

    private Value array(double[] numbers, Value like) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("an empty array is no answer");
        }
        if (!(like instanceof Value.Array) && numbers.length == 2) {
            return new Value.Complex(real(numbers[0]).x(), real(numbers[1]).x());
        }
        Value.Array row = Arithmetic.row(numbers).map(entry -> real(Arithmetic.real(entry)));
        boolean fits =
                like instanceof Value.Array && ((Value.Array) like).entries().size() == numbers.length;
        return fits ? new Value.Array(((Value.Array) like).rows(), ((Value.Array) like).columns(), row.entries()) : row;
    }

    /** A solution gave no answer; the message says what it did instead: "threw …", "returned null". */
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
