package org.ansatz.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Evidence;

/**
 * How accurate a route is by its author's word: a truncated sum, a simulation, a formula for small angles.
 *
 * @param bound a fraction of the value, or a difference in SI
 * @param isRelative which of the two
 * @param text as written
 */
record Accuracy(double bound, boolean isRelative, String text) {

    private static final double LARGEST = 0.5;

    /** Reads {@code 1 %}, {@code 0.01} or {@code 0.1 V}. */
    static Accuracy read(Written text, List<Type> wanted, Scope scope) {
        Expression value = text.literal(scope);
        boolean relative = text.text().endsWith("%") || value.unit() == null;
        Type own = Type.real(value.type().dimensionOrNone());
        text.require(value, own);
        boolean fits = relative
                ? own.dimensionOrNone().isNone()
                : wanted.size() == 1 && wanted.get(0).has(own.dimensionOrNone());
        if (!fits || !value.uses().names().isEmpty()) {
            throw text.fault("how far off the value may be: a fraction of it, 1 %, or a quantity of its kind, 0.1 V");
        }
        double bound =
                text.reporting(() -> Arithmetic.real(Frame.of(scope.layout()).value(value.term())));
        if (!(bound > 0) || Double.isInfinite(bound) || relative && bound > LARGEST) {
            throw text.fault("an accuracy is positive" + (relative ? ", and not more than 50 %" : ""));
        }
        return new Accuracy(bound, relative, text.text());
    }

    /** The evidence, as wrong as it may be, and a remark that says so. */
    Evidence on(Evidence evidence) {
        List<String> remarks = new ArrayList<>(evidence.remarks());
        remarks.add("it is accurate within " + text + " by its author's word");
        if (evidence instanceof Evidence.Values values) {
            return coarse(values).with(remarks);
        }
        if (evidence instanceof Evidence.Parts parts) {
            Map<String, Evidence.Values> each = new LinkedHashMap<>();
            parts.parts().forEach((name, values) -> each.put(name, coarse(values)));
            return new Evidence.Parts(each, remarks);
        }
        return evidence;
    }

    private Evidence.Values coarse(Evidence.Values values) {
        return values.within(isRelative ? bound * values.scale() : bound);
    }
}
