package org.ansatz.expression;

import static org.ansatz.expression.value.Arithmetic.ONE;
import static org.ansatz.expression.value.Arithmetic.ZERO;
import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.log;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.negate;
import static org.ansatz.expression.value.Arithmetic.power;
import static org.ansatz.expression.value.Arithmetic.subtract;

import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/** The operations on two numbers: value and partial derivatives side by side. */
final class Operations {

    private static final Value J = new Value.Complex(0, 1);

    private Operations() {}

    /** The value. */
    static Value of(Op op, Value a, Value b) {
        switch (op) {
            case ADD:
                return Arithmetic.add(a, b);
            case SUBTRACT:
                return subtract(a, b);
            case MULTIPLY:
                return multiply(a, b);
            case DIVIDE:
                return divide(a, b);
            case POLAR:
                return multiply(a, Arithmetic.exp(multiply(J, b)));
            default:
                return power(a, b);
        }
    }

    /** How the value changes with one operand: with {@code a} if it is 0, with {@code b} if it is 1. */
    static Value slope(Op op, int operand, Value a, Value b) {
        boolean first = operand == 0;
        switch (op) {
            case ADD:
                return ONE;
            case SUBTRACT:
                return first ? ONE : negate(ONE);
            case MULTIPLY:
                return first ? b : a;
            case DIVIDE:
                return first ? divide(ONE, b) : negate(divide(divide(a, b), b));
            case POLAR:
                throw new ArithmeticException("reverse mode is for real numbers; this is complex");
            default:
                return first ? slopeByBase(a, b) : slopeByExponent(a, b);
        }
    }

    private static Value slopeByBase(Value a, Value b) {
        return Arithmetic.vanishes(b) ? ZERO : multiply(b, power(a, subtract(b, ONE)));
    }

    /** At the base 0 the power stays 0 for every positive exponent. */
    private static Value slopeByExponent(Value a, Value b) {
        return Arithmetic.isZero(a) && Arithmetic.real(b) > 0 ? ZERO : multiply(power(a, b), log(a));
    }
}
