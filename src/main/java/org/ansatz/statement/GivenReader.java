package org.ansatz.statement;

import org.ansatz.expression.check.Expression;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Given;
import org.ansatz.quantity.Unit;

/** Reads data: names with their values. */
public final class GivenReader {

    private GivenReader() {}

    /**
     * Reads one given and declares it.
     *
     * @throws Refused after reporting that the name is none or taken, or that the value is no number or needs an engine
     */
    public static Given read(Fields fields, String name, Scope scope) {
        Written text = fields.text(name);
        String objection = scope.objectionTo(name);
        if (objection != null) {
            throw text.fault(objection);
        }
        Expression value = text.literal(scope);
        if (!value.type().isNumber()) {
            throw text.fault("a number is needed here; this is " + value.type().describe());
        }
        if (!value.uses().engines().isEmpty()) {
            throw text.fault("a given is data, and this rests on "
                    + value.uses().engines().iterator().next() + "; compute it in 'let' or in a route");
        }
        Type type = value.type().with(value.type().dimensionOrNone());
        Given given = new Given(scope.declare(Role.GIVEN, name, type), value);
        Unit unit = value.unit();
        if (unit != null) {
            scope.noteUnit(name, unit);
        }
        return given;
    }
}
