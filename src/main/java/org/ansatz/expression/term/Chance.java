package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/** What a random variable ranges over, each value as likely as its distribution says. */
public final class Chance extends Domain {

    private final Family family;
    private final List<Term> parameters;

    /** A distribution whose parameters have been checked. */
    public Chance(Family family, List<Term> parameters, Type type) {
        super(type);
        this.family = family;
        this.parameters = List.copyOf(parameters);
    }

    /** Whether it has a density. */
    public boolean isContinuous() {
        return family.isContinuous();
    }

    /**
     * The distribution where its parameters have their values.
     *
     * @throws NoValue if there is none
     */
    public Law law(Evaluator frame) {
        List<Value> values = new ArrayList<>(parameters.size());
        for (Term parameter : parameters) {
            values.add(frame.value(parameter));
        }
        return family.law(values);
    }

    @Override
    public List<Term> parts() {
        return parameters;
    }

    @Override
    public boolean isDiscrete() {
        return false;
    }

    @Override
    public boolean each(Evaluator frame, Visitor visitor) {
        throw new NoValue("what is random cannot be counted off");
    }

    @Override
    public Value draw(Evaluator frame, Sample sample) {
        return law(frame).draw(() -> sample.random().uniform());
    }
}
