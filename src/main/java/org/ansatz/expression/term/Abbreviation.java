package org.ansatz.expression.term;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;

/** An operation that is short for a term of other operations, which is put in its place and evaluated there. */
public abstract class Abbreviation extends BinderRule {

    private final String example;

    /**
     * An abbreviation.
     *
     * @param name as it is written
     * @param help one line
     * @param example how it is written
     */
    protected Abbreviation(String name, String help, String example) {
        super(name, help);
        this.example = example;
    }

    /** How it is written. */
    public final String example() {
        return example;
    }

    @Override
    public final Type type(Term body, List<Domain> domains, Span span) {
        throw new ExpressionFault(span, "written " + example);
    }

    @Override
    public final Estimate apply(Loop loop) {
        throw new IllegalStateException(name() + " is an abbreviation");
    }
}
