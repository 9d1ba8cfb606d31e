package org.ansatz.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ansatz.bank.Fault;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.json.JsonWriter;
import org.ansatz.judge.Equivalence;
import org.ansatz.judge.Grade;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.Units;
import org.ansatz.request.Evaluation;
import org.jspecify.annotations.Nullable;

/** Verdicts and faults for a program to read; {@code docs/json.md} describes the fields. */
public final class JsonReport {

    private JsonReport() {}

    /**
     * One object with all verdicts and all faults.
     *
     * @param skipped how many problems were left out, if any could be
     */
    public static String of(List<Verdict> verdicts, List<Fault> faults, int exitCode, OptionalInt skipped) {
        Map<String, Object> all = new LinkedHashMap<>();
        List<Object> problems = new ArrayList<>();
        verdicts.forEach(verdict -> problems.add(verdict(verdict)));
        List<Object> wrong = new ArrayList<>();
        faults.forEach(fault -> wrong.add(fault(fault)));
        all.put("problems", problems);
        all.put("faults", wrong);
        skipped.ifPresent(count -> all.put("skipped", count));
        all.put("exit", exitCode);
        return JsonWriter.text(all);
    }

    /** JSON text of maps, lists, strings, numbers and truth values. */
    public static String text(Map<String, Object> json) {
        return JsonWriter.text(json);
    }

    /** Whether two formulas are equal. */
    public static Map<String, Object> equivalence(Equivalence found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", found.status());
        json.put("reason", found.reason());
        if (found instanceof Equivalence.Equal) {
            json.put("proved", ((Equivalence.Equal) found).proved());
        } else if (found instanceof Equivalence.Different) {
            Equivalence.Different different = (Equivalence.Different) found;
            json.put("at", different.point());
            json.put("a", different.a());
            json.put("b", different.b());
            if (!different.slope().isEmpty()) {
                json.put("slope", different.slope());
            }
        }
        return json;
    }

    /** What a response is worth. */
    public static Map<String, Object> grade(Grade grade) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", grade.verdict());
        json.put("right", grade.isRight());
        json.put("number", grade.number().word());
        json.put("unit", grade.unit().word());
        json.put("dimension", grade.dimension().word());
        json.put("form", grade.form().word());
        json.put("remark", grade.remark());
        return json;
    }

    /** What an expression is worth. */
    public static Map<String, Object> evaluation(Evaluation evaluation) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (evaluation instanceof Evaluation.Undefined) {
            json.put("defined", false);
            json.put("reason", ((Evaluation.Undefined) evaluation).reason());
            return json;
        }
        Evaluation.Found found = (Evaluation.Found) evaluation;
        Value value = found.estimate().value();
        json.put("defined", true);
        json.put("value", data(value));
        if (value instanceof Value.Exact && found.estimate().error() == 0) {
            json.put("exact", ((Value.Exact) value).number().toString());
        }
        json.put("unit", Units.symbol(found.type().dimensionOrNone()));
        json.put("error", found.estimate().error());
        json.put("text", Show.known(value, found.estimate().error(), found.type(), found.unit(), found.digits()));
        json.put("engines", found.engines().stream().map(Engine::name).sorted().toList());
        if (!found.remarks().isEmpty()) {
            json.put("remarks", found.remarks());
        }
        return json;
    }

    /** A value as JSON holds it: numbers as doubles, complex ones as objects, matrices as rows. */
    private static Object data(Value value) {
        if (value instanceof Value.Truth) {
            return ((Value.Truth) value).holds();
        }
        if (value instanceof Value.Array) {
            Value.Array array = (Value.Array) value;
            List<Object> rows = new ArrayList<>();
            for (int row = 0; row < array.rows(); row++) {
                List<Object> entries = new ArrayList<>();
                for (int column = 0; column < array.columns(); column++) {
                    entries.add(data(array.entries().get(row * array.columns() + column)));
                }
                rows.add(entries);
            }
            return rows;
        }
        if (value instanceof Value.Complex) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("re", Arithmetic.real(value));
            json.put("im", Arithmetic.imaginary(value));
            return json;
        }
        return value instanceof Value.Handle ? "" : (Object) Arithmetic.real(value);
    }

    /** A remark for an author. */
    public static Map<String, Object> remark(Remark remark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", remark.place().file());
        json.put("line", remark.place().line());
        json.put("column", remark.place().column());
        json.put("rule", remark.rule().id());
        json.put("message", remark.message());
        return json;
    }

    /** What is wrong with an input, and where. */
    public static Map<String, Object> fault(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", fault.place().file());
        json.put("line", fault.place().line());
        json.put("column", fault.place().column());
        json.put("message", fault.message());
        json.put("text", fault.line());
        return json;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        Judgement judgement = verdict.judgement();
        json.put("id", verdict.problem().id());
        json.put("title", verdict.problem().card().title());
        json.put("kind", verdict.problem().answer().kind());
        json.put("seed", verdict.data().seed());
        json.put("status", judgement.status());
        json.put("passes", judgement.passes());
        json.put("reason", judgement.reason());
        Certainty certainty = verdict.certainty();
        if (certainty != null) {
            json.put("certainty", certainty.word());
        }
        Key.Claim key = key(judgement);
        if (key != null) {
            Map<String, Object> claim = new LinkedHashMap<>();
            claim.put("text", key.key().text());
            claim.put("claim", key.claim());
            claim.put("place", key.place().toString());
            json.put("key", claim);
        }
        List<Object> routes = new ArrayList<>();
        verdict.findings().forEach(finding -> routes.add(route(finding)));
        json.put("routes", routes);
        List<Object> slips = new ArrayList<>();
        for (Slip slip : verdict.slips()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("says", slip.misconception().says());
            one.put("leads", conclusion(slip.conclusion()));
            slips.add(one);
        }
        json.put("misconceptions", slips);
        if (!verdict.assumptions().isEmpty()) {
            List<Object> assumptions = new ArrayList<>();
            for (Verdict.Assumption assumption : verdict.assumptions()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("route", assumption.route());
                one.put("assuming", assumption.assuming());
                one.put("leads", conclusion(assumption.conclusion()));
                assumptions.add(one);
            }
            json.put("assumptions", assumptions);
        }
        json.put(
                "notes",
                verdict.notes().stream()
                        .map(note -> Texts.note(note, verdict.problem()))
                        .toList());
        return json;
    }

    private static Key.@Nullable Claim key(Judgement judgement) {
        return judgement instanceof Judgement.Agreed
                ? ((Judgement.Agreed) judgement).key()
                : judgement instanceof Judgement.Disputed ? ((Judgement.Disputed) judgement).key() : null;
    }

    private static Map<String, Object> route(RouteFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", finding.route().name());
        List<String> engines = new ArrayList<>();
        for (Engine engine : finding.footing().engines()) {
            engines.add(engine.name());
        }
        json.put("engines", engines);
        json.put("asked", finding.route().asked());
        json.put("concludes", conclusion(finding.conclusion()));
        Evidence evidence = finding.evidence();
        if (evidence != null) {
            json.put("certainty", evidence.certainty().word());
        }
        if (evidence instanceof Evidence.Values) {
            values((Evidence.Values) evidence, json);
        } else if (evidence instanceof Evidence.Parts) {
            Map<String, Object> parts = new LinkedHashMap<>();
            ((Evidence.Parts) evidence).parts().forEach((name, values) -> {
                Map<String, Object> part = new LinkedHashMap<>();
                values(values, part);
                parts.put(name, part);
            });
            json.put("parts", parts);
        } else if (evidence instanceof Evidence.Residuals) {
            Map<String, Object> residuals = new LinkedHashMap<>();
            ((Evidence.Residuals) evidence)
                    .byOption()
                    .forEach((option, residual) -> residuals.put(option, Arithmetic.real(residual.value())));
            json.put("residuals", residuals);
        } else if (evidence instanceof Evidence.Truths) {
            Map<String, Object> truths = new LinkedHashMap<>();
            ((Evidence.Truths) evidence).byOption().forEach((option, found) -> truths.put(option, found.toString()));
            json.put("truths", truths);
        }
        return json;
    }

    private static void values(Evidence.Values values, Map<String, Object> json) {
        json.put("value", number(values.first().value(), values.type()));
        json.put("error", values.error());
    }

    private static Object number(Value value, Type type) {
        if (value instanceof Value.Exact || value instanceof Value.Array) {
            return Show.whole(value, type, 17);
        }
        double im = Arithmetic.imaginary(value);
        return im == 0 ? (Object) Arithmetic.real(value) : List.of(Arithmetic.real(value), im);
    }

    private static Map<String, Object> conclusion(Conclusion conclusion) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (conclusion instanceof Conclusion.Chosen) {
            json.put("options", new ArrayList<>(((Conclusion.Chosen) conclusion).keys()));
        } else if (conclusion instanceof Conclusion.NotOne) {
            json.put("options", new ArrayList<>(((Conclusion.NotOne) conclusion).fitting()));
        }
        json.put("text", conclusion.describe());
        return json;
    }
}
