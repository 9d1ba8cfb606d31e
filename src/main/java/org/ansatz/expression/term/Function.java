package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;

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
    public boolean takes(int arguments) {
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
     * @throws NoValue if there is none, with the reason
     */
    public abstract Estimate apply(List<Value> arguments);

    /**
     * What the value is known to lie in, on a set of arguments.
     *
     * @throws NoEnclosure if it does not say
     */
    public Enclosed enclosure(List<Enclosed> arguments) {
        throw new NoEnclosure(name());
    }

    /**
     * How the value behaves as a variable grows without bound. Where nothing else is said, a function of one number that encloses
     * itself follows by its Taylor polynomial.
     *
     * @throws NoExpansion if that is not known
     */
    public Expansion expansion(List<Expansion> arguments) {
        if (arguments.size() != 1) {
            throw new NoExpansion(name());
        }
        return arguments.get(0).through(this::taylor);
    }

    private Coefficient[] taylor(Coefficient at, int order) {
        Interval point = at.range();
        Series on = series(new Interval(Math.nextDown(point.low()), Math.nextUp(point.high())), order);
        if (on.regularity() != Regularity.SMOOTH) {
            throw new NoExpansion(name() + " where it is not smooth");
        }
        Series series = series(point, order);
        Coefficient[] coefficients = new Coefficient[order + 1];
        for (int k = 0; k <= order; k++) {
            coefficients[k] = Coefficient.of(series.coefficient(k));
        }
        return coefficients;
    }

    private Series series(Interval set, int order) {
        try {
            return Enclosed.real(enclosure(List.of(new Enclosed.Real(Series.variable(set, order)))));
        } catch (NoEnclosure e) {
            throw new NoExpansion(name());
        }
    }

    /**
     * The derivative for reverse mode: how the final result changes with one argument. Where nothing else is said, a
     * function of numbers is differentiated by dual numbers.
     *
     * @param argument which, from 0
     * @param arguments all of them
     * @param result what {@link #apply} made of them
     * @param cotangent how the final result changes with {@code result}; of its shape
     * @return of the argument's shape
     * @throws NoValue if there is none, with the reason
     */
    public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
        int latest = 0;
        for (Value value : arguments) {
            if (value instanceof Value.Array) {
                throw new NoValue(name() + " of a matrix is not differentiated in reverse mode");
            }
            latest = Math.max(latest, Arithmetic.order(value));
        }
        int order = Value.Dual.above(latest);
        List<Value> moved = new ArrayList<>(arguments);
        moved.set(argument, new Value.Dual(order, arguments.get(argument), Arithmetic.ONE));
        return Arithmetic.multiply(cotangent, Arithmetic.eps(apply(moved).value(), order));
    }

    /**
     * What it does in a program. Unless something else is said, a function of numbers is applied to values, point by point.
     *
     * @param type what was found to be the type of the result
     */
    public Kernel kernel(Type type) {
        return new PointByPoint(this, type.set() == NumberSet.INTEGER ? Kind.EXACT : Kind.NEAR);
    }

    /**
     * The value at real numbers.
     *
     * @param arguments left as they are
     * @throws NoValue if there is none, with the reason
     */
    public double onReals(double[] arguments) {
        List<Value> values = new ArrayList<>(arguments.length);
        for (double argument : arguments) {
            values.add(new Value.Real(argument));
        }
        return Arithmetic.real(apply(values).value());
    }
}
