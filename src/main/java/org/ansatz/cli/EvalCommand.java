package org.ansatz.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.Language;
import org.ansatz.field.block.Fields;
import org.ansatz.report.JsonReport;
import org.ansatz.report.Texts;
import org.ansatz.request.EvalRequest;
import org.ansatz.request.Evaluation;

/** {@code ansatz eval EXPRESSION}. */
final class EvalCommand extends RequestCommand<Evaluation> {

    EvalCommand(Environment environment) {
        super("eval", "Evaluates an expression, over a field block if one is given.", environment);
    }

    @Override
    RequestForm form() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("let", "A step: \"G = 1/R\".");
        lines.put("ode", "A differential equation: \"x' == -x\".");
        lines.put("from", "An initial value of it: \"x(0) == 1\".");
        lines.put("circuit", "A card of a netlist: \"R1 1 0 1k\".");
        return new RequestForm(
                "What is evaluated; \"… in mm\" chooses the unit.",
                List.of("expression"),
                RequestForm.DATA,
                Map.of("run", "What is run on the netlist: dc, 'transient 5 ms' or periodic."),
                lines);
    }

    @Override
    Evaluation answer(Fields fields) {
        return EvalRequest.read(fields, Language.registry(), Language.blockKinds())
                .answer();
    }

    @Override
    Map<String, Object> json(Evaluation found) {
        return JsonReport.evaluation(found);
    }

    @Override
    String text(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Undefined) {
            return "undefined: " + ((Evaluation.Undefined) evaluation).reason();
        }
        Evaluation.Found found = (Evaluation.Found) evaluation;
        return Texts.evaluation(found, found.digits());
    }

    @Override
    boolean isPositive(Evaluation found) {
        return found instanceof Evaluation.Found;
    }
}
