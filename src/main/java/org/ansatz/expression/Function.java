package org.ansatz.expression;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/** A function of the registry: its signature, its rule for types and units, its engine, its value, a line of help. */
public abstract class Function {

    private final String signature;
    private final Engine engine;
    private final String help;

    /**
     * A function.
     *
     * @param signature as it is called: {@code atan2(y, x)}; an ellipsis means any number of arguments
     * @param engine the method it rests on
     * @param help one line
     */
    protected Function(String signature, Engine engine, String help) {
        this.signature = signature;
        this.engine = engine;
        this.help = help;
    }

    /** The name. */
    public final String name() {
        return signature.substring(0, signature.indexOf('('));
    }

    /** How it is called. */
    public final String signature() {
        return signature;
    }

    /** The method it rests on. */
    public final Engine engine() {
        return engine;
    }

    /** One line of help. */
    public final String help() {
        return help;
    }

    /** Whether it can be called with so many arguments. */
    public final boolean takes(int arguments) {
        int named = 1;
        for (int i = 0; i < signature.length(); i++) {
            named += signature.charAt(i) == ',' ? 1 : 0;
        }
        boolean open = signature.indexOf('…') >= 0;
        return open ? arguments >= Math.max(1, named - 1) : arguments == named;
    }

    /**
     * The type of the result.
     *
     * @throws ExpressionFault at the argument that does not fit
     */
    public abstract Type type(List<Term> arguments, Span call);

    /**
     * The value.
     *
     * @throws ArithmeticException if there is none, with the reason
     */
    public abstract Estimate apply(List<Value> arguments);

    /**
     * The value at real numbers.
     *
     * @param arguments left as they are
     * @throws ArithmeticException if there is none, with the reason
     */
    public double onReals(double[] arguments) {
        List<Value> values = new ArrayList<>(arguments.length);
        for (double argument : arguments) {
            values.add(new Value.Real(argument));
        }
        return Arithmetic.real(apply(values).value());
    }
}
