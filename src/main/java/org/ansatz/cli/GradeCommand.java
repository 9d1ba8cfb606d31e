package org.ansatz.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.Language;
import org.ansatz.field.block.Fields;
import org.ansatz.judge.Grade;
import org.ansatz.report.JsonReport;
import org.ansatz.request.GradeRequest;

/** {@code ansatz grade RESPONSE KEY}. */
final class GradeCommand extends RequestCommand<Grade> {

    GradeCommand(Environment environment) {
        super("grade", "Holds a response against a key; tells number, unit, dimension and form apart.", environment);
    }

    @Override
    RequestForm form() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("tolerance", "1%%, 0.01 m, '3 digits' or '2 decimals'; otherwise the printed digits.");
        texts.put("unit", "The unit that is asked for, if it is not that of the key.");
        texts.put("kind", "What the key is: a number, unless 'set' or 'interval' is said.");
        texts.put("options", "The options of a choice: A,B,C,D.");
        return new RequestForm(
                "What was written, which may be empty, and what is right.",
                List.of("response", "key"),
                RequestForm.DATA_AND_VARIABLES,
                texts,
                Map.of("where", "What holds of the variables: x > y."));
    }

    @Override
    Grade answer(Fields fields) {
        return GradeRequest.answer(fields, Language.registry());
    }

    @Override
    Map<String, Object> json(Grade grade) {
        return JsonReport.grade(grade);
    }

    @Override
    String text(Grade grade) {
        return grade.verdict() + (grade.remark().isEmpty() ? "" : ": " + grade.remark());
    }

    @Override
    boolean isPositive(Grade grade) {
        return grade.isRight();
    }
}
