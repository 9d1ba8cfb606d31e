package org.ansatz.cli;

import java.util.List;
import java.util.Map;
import org.ansatz.judge.Equivalence;
import org.ansatz.report.JsonReport;
import org.ansatz.request.EqualRequest;
import org.ansatz.route.Language;
import org.ansatz.route.block.Fields;

/** {@code ansatz equal A B}. */
final class EqualCommand extends RequestCommand<Equivalence> {

    EqualCommand(Environment environment) {
        super("equal", "Tells whether two formulas are the same function of their variables.", environment);
    }

    @Override
    List<String> parameters() {
        return List.of("a", "b");
    }

    @Override
    String meaning() {
        return "The two formulas; names that nothing declares are real, -10..10.";
    }

    @Override
    Map<String, String> pairs() {
        return DATA_AND_VARIABLES;
    }

    @Override
    Map<String, String> texts() {
        return Map.of();
    }

    @Override
    Map<String, String> lines() {
        return Map.of("where", "What holds of the variables: x > y.");
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
