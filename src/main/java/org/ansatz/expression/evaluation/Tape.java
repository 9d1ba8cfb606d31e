package org.ansatz.expression.evaluation;

import java.util.Arrays;
import org.ansatz.expression.term.Function;
import org.ansatz.quantity.NoValue;

/**
 * Operations on doubles in the order in which they are made (a straight-line program): what evaluating checked terms comes
 * to where every value is real. Each operation writes a place of its own; inputs and constants take places as well.
 */
final class Tape {

    static final int ADD = 0;
    static final int SUBTRACT = 1;
    static final int MULTIPLY = 2;
    static final int DIVIDE = 3;
    static final int POWER = 4;
    static final int NEGATE = 5;
    static final int ROOT = 6;
    static final int CALL = 7;

    private final int[] program;
    private final FunctionCall[] calls;
    private final double[] places;

    /** A function of the registry at the values of some places. */
    static final class FunctionCall {
        private final Function function;
        private final int[] from;
        private final double[] arguments;

        FunctionCall(Function function, int[] from) {
            this.function = function;
            this.from = from;
            arguments = new double[from.length];
        }

        boolean is(Function other, int[] places) {
            return function == other && Arrays.equals(from, places);
        }

        double at(double[] places) {
            for (int i = 0; i < from.length; i++) {
                arguments[i] = places[from[i]];
            }
            return function.onReals(arguments);
        }
    }

    /**
     * A tape.
     *
     * @param program four numbers an operation: which, the places of its operands, the place of its result
     * @param calls the functions that operations {@link #CALL} name by their first operand
     * @param places constants where they belong
     */
    Tape(int[] program, FunctionCall[] calls, double[] places) {
        this.program = program;
        this.calls = calls;
        this.places = places;
    }

    /** How many operations it takes. */
    int length() {
        return program.length / 4;
    }

    /** The number in a place. */
    double at(int place) {
        return places[place];
    }

    /**
     * Makes all operations.
     *
     * @param inputs for the first places
     * @return whether each has a finite value; what is wrong otherwise, the terms themselves tell
     */
    boolean run(double[] inputs) {
        System.arraycopy(inputs, 0, places, 0, inputs.length);
        double[] x = places;
        double spoilt = 0;
        for (int i = 0; i < program.length; i += 4) {
            int operation = program[i];
            int a = program[i + 1];
            double result = operation == CALL ? called(calls[a], x) : result(operation, x[a], x[program[i + 2]]);
            x[program[i + 3]] = result;
            // Zero times an infinity is no number either.
            spoilt += 0 * result;
        }
        return spoilt == 0;
    }

    /** What an operation that is no call makes of two numbers, or of the first. */
    static double result(int operation, double a, double b) {
        switch (operation) {
            case ADD:
                return a + b;
            case SUBTRACT:
                return a - b;
            case MULTIPLY:
                return a * b;
            case DIVIDE:
                return a / b;
            case POWER:
                return Math.pow(a, b);
            case NEGATE:
                return -a;
            default:
                return Math.sqrt(a);
        }
    }

    private static double called(FunctionCall call, double[] x) {
        try {
            return call.at(x);
        } catch (NoValue e) {
            return Double.NaN;
        }
    }
}
