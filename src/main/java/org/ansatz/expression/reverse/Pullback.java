package org.ansatz.expression.reverse;

import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** The derivative of an operation at its operands, transposed: a product of a vector and a Jacobian matrix. */
@FunctionalInterface
public interface Pullback {

    /**
     * How the final result changes with an operand, as far as it does through this operation.
     *
     * @param operand which, from 0
     * @param cotangent how the final result changes with the operation's result; of the result's shape
     * @return of the operand's shape
     * @throws NoValue if there is no derivative, with the reason
     */
    Value of(int operand, Value cotangent);
}
