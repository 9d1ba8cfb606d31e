package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Landmarks;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** A solved circuit of which there is something to say besides what its solution says. */
record Remarked(Model model, List<String> further) implements Model {

    static Model of(Model model, List<String> further) {
        return further.isEmpty() ? model : new Remarked(model, List.copyOf(further));
    }

    @Override
    public Estimate evaluate(Export export, List<Value> arguments, Frame frame) {
        return model.evaluate(export, arguments, frame);
    }

    @Override
    public double readAt(Export export, List<Value> arguments, Frame frame) {
        return model.readAt(export, arguments, frame);
    }

    @Override
    public Landmarks landmarks(double low, double high) {
        return model.landmarks(low, high);
    }

    @Override
    public @Nullable Quotient quotient(Export export, List<Value> arguments) {
        return model.quotient(export, arguments);
    }

    @Override
    public List<String> account() {
        return model.account();
    }

    @Override
    public List<String> remarks() {
        List<String> all = new ArrayList<>(model.remarks());
        all.addAll(further);
        return all;
    }
}
