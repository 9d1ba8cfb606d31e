package org.ansatz.expression.term;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** A family of distributions, as it stands behind {@code X ~}. */
public abstract class Family {

    private final String signature;
    private final String help;

    /**
     * A family.
     *
     * @param signature as it is written: {@code normal(mean, deviation)}
     * @param help one line
     */
    protected Family(String signature, String help) {
        this.signature = signature;
        this.help = help;
    }

    /** The name. */
    public final String name() {
        return signature.substring(0, signature.indexOf('('));
    }

    /** What it is looked up by: its name, unless there are two of one name. */
    public String key() {
        return name();
    }

    /** How it is written. */
    public final String signature() {
        return signature;
    }

    /** One line of help. */
    public final String help() {
        return help;
    }

    /** How many parameters it has. */
    public int parameters() {
        return (int) signature.chars().filter(c -> c == ',').count() + 1;
    }

    /** Whether it has a density. */
    public abstract boolean isContinuous();

    /**
     * The type of its numbers.
     *
     * @throws ExpressionFault at the parameter that does not fit
     */
    public abstract Type type(List<Term> parameters, Span call);

    /**
     * The distribution.
     *
     * @throws NoValue if there is none with these parameters
     */
    public abstract Law law(List<Value> parameters);
}
