package org.ansatz.cli;

import java.util.List;
import java.util.Map;
import org.ansatz.field.Language;
import org.ansatz.field.block.Fields;
import org.ansatz.judge.Equivalence;
import org.ansatz.report.JsonReport;
import org.ansatz.request.EqualRequest;

/** {@code ansatz equal A B}. */
final class EqualCommand extends RequestCommand<Equivalence> {

    EqualCommand(Environment environment) {
        super("equal", "Tells whether two formulas are the same function of their variables.", environment);
    }

    @Override
    RequestForm form() {
        return new RequestForm(
                "The two formulas; names that nothing declares are real, -10..10.",
                List.of("a", "b"),
                RequestForm.DATA_AND_VARIABLES,
                Map.of(),
                Map.of("where", "What holds of the variables: x > y."));
    }

    @Override
    Equivalence answer(Fields fields) {
        return EqualRequest.read(fields, Language.registry()).answer();
    }

    @Override
    Map<String, Object> json(Equivalence found) {
        return JsonReport.equivalence(found);
    }

    @Override
    String text(Equivalence found) {
        return found.status() + ": " + found.reason();
    }

    @Override
    boolean isPositive(Equivalence found) {
        return found instanceof Equivalence.Equal;
    }
}
