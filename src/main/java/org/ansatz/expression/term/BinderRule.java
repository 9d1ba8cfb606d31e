package org.ansatz.expression.term;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** An operation that binds variables, {@code op(body for v in D, w in E if condition)}. */
public abstract class BinderRule {

    private final String name;
    private final String help;

    /**
     * A binder.
     *
     * @param name as it is written
     * @param help one line
     */
    protected BinderRule(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /** The name. */
    public final String name() {
        return name;
    }

    /** One line of help. */
    public final String help() {
        return help;
    }

    /**
     * The type of the result.
     *
     * @throws ExpressionFault if the body or the domains are not for this operation
     */
    public abstract Type type(Term body, List<Domain> domains, Span span);

    /** The method it rests on over these domains. */
    public Engine engine(List<Domain> domains) {
        return Engine.ENUMERATION;
    }

    /**
     * The value.
     *
     * @throws NoValue if there is none, with the reason
     */
    public abstract Estimate apply(Loop loop);

    /**
     * What the value is known to lie in.
     *
     * @throws NoEnclosure if it does not say
     */
    public Enclosed enclosure(EnclosedLoop loop) {
        throw new NoEnclosure(name);
    }

    /** The magnitude of what it sums up, where values of either sign may cancel, in the unit of the result; 0 if it sums up nothing. */
    public double magnitude(Loop loop) {
        return 0;
    }

    /**
     * Whether it is over several variables what it is over each of them in turn, the first outermost, and a condition says where the body
     * counts: elsewhere it is zero.
     */
    public boolean isIterated() {
        return false;
    }

    /** Whether it is a derivative of its body, by its one variable. */
    public boolean isDerivative() {
        return false;
    }

    /** Whether it is a statistic: its variables are the random ones that its arguments rest on, and none is named. */
    public boolean isStatistic() {
        return false;
    }

    /**
     * What a statistic is taken of: the entries of its row, made of the arguments.
     *
     * @param outcomes how many are drawn at random, or null if all are integrated over
     * @throws ExpressionFault at the argument that does not fit
     */
    public List<Term> asked(List<Term> arguments, @Nullable Term outcomes, Span call) {
        throw new ExpressionFault(call, name + " is no statistic");
    }

    /** The same statistic, of outcomes that are drawn at random. */
    public BinderRule sampled() {
        return this;
    }

    /** Whether {@link #pullback} is defined, and each value of the body is asked for once. */
    public boolean isPulledBack() {
        return false;
    }

    /**
     * The derivative for reverse mode: how the final result changes with one value of the body.
     *
     * @param element which value, from 0
     * @param bodies all values
     * @param result what {@link #apply} made of them
     * @param cotangent how the final result changes with {@code result}
     * @throws NoValue if there is none, with the reason
     */
    public Value pullback(int element, List<Value> bodies, Value result, Value cotangent) {
        throw new NoValue(name + " is not differentiated in reverse mode");
    }
}
