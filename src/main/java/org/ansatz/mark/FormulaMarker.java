package org.ansatz.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.notation.Reading;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.type.Estimate;
import org.ansatz.judge.Judge;
import org.ansatz.judge.Mismatch;
import org.ansatz.judge.Mistake;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Option;
import org.ansatz.problem.Point;
import org.ansatz.problem.Template;
import org.ansatz.problem.Tolerance;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** Marks a formula or a waveform against the function that the routes found, at the points at which they found it. */
final class FormulaMarker implements Marking.Marker {

    private static final String REPLY = "reply";

    private final Verdict verdict;
    private final Values found;
    private final Tolerance tolerance;

    FormulaMarker(Verdict verdict, Values found) {
        this.verdict = verdict;
        this.found = found;
        this.tolerance = verdict.problem().answer().toleranceOfValues();
    }

    /** What marks formulas against one that is claimed, at the points at which a route found its own; nothing where none did. */
    static Marking.Marker against(Expression claimed, Verdict verdict) {
        for (RouteFinding finding : verdict.findings()) {
            if (finding.evidence() instanceof Values values) {
                List<Estimate> claim = new FormulaMarker(verdict, values).valuesOf(claimed);
                return new FormulaMarker(
                        verdict, new Values(values.points(), values.inside(), claim, claimed.type(), Map.of()));
            }
        }
        return reply -> new Mark.Unscored("no route has values at which formulas can be compared");
    }

    @Override
    public Mark mark(String text) {
        try {
            Reading reading = Replies.formula(text, verdict.problem());
            Mark mark = mark(Replies.asNumber(reading.formula(), found.type(), verdict.problem()));
            return Replies.noted(
                    reading,
                    mark instanceof Mark.Right ? asDemanded(reading.formula().text(), mark) : mark);
        } catch (ExpressionFault e) {
            return new Mark.Unreadable(e.span(), e.message());
        }
    }

    @Override
    public String note(String text) {
        try {
            return Replies.formula(text, verdict.problem()).note();
        } catch (ExpressionFault e) {
            return "";
        }
    }

    /** A formula that is right may have to be written in a certain form besides. */
    private Mark asDemanded(String text, Mark right) {
        List<Map<String, Double>> points =
                found.points().stream().map(Point::numbers).toList();
        String objection = verdict.problem().question().notation().objection(text, points);
        return objection.isEmpty() ? right : new Mark.Wrong("the form", "the right function, but " + objection);
    }

    /** What a formula is worth. */
    Mark mark(Expression formula) {
        boolean isOfKind = formula.type().isNumber()
                && formula.type().has(found.type().dimensionOrNone())
                && formula.type().isScalar() == found.type().isScalar();
        if (!isOfKind || formula.type().shape().differs(found.type().shape())) {
            return new Mark.Wrong(
                    isOfKind ? "the shape" : "the kind of quantity", Mismatch.between(found.type(), formula.type()));
        }
        try {
            return compared(valuesOf(formula));
        } catch (NoValue e) {
            return new Mark.Wrong("", "it has no value everywhere in the domain: " + e.getMessage());
        }
    }

    /** The one factor by which a formula is off everywhere, as a mistake of the factor 1; null if it is not. */
    @Nullable
    Mistake factor(Expression formula) {
        try {
            return new Deviation(valuesOf(formula), found).factor();
        } catch (NoValue e) {
            return null;
        }
    }

    private Mark compared(List<Estimate> values) {
        int point = Judge.counterexample(values, found, tolerance);
        if (point < 0) {
            return new Mark.Right("");
        }
        Mark.Wrong differs = new Deviation(values, found).at(point);
        for (Slip slip : verdict.slips()) {
            if (slip.conclusion() instanceof Conclusion.Found
                    && Judge.counterexample(values, ((Conclusion.Found) slip.conclusion()).values(), tolerance) < 0) {
                String says = Suspicion.says(slip);
                boolean scalar = found.type().isScalar();
                return new Mark.Wrong(
                        slip.misconception().says(), scalar ? says : says + "; " + differs.message(), says);
            }
        }
        return differs;
    }

    /** The formula at the points at which a route found the function. */
    private List<Estimate> valuesOf(Expression formula) {
        Case data = verdict.data();
        List<Option> options = new ArrayList<>();
        options.add(new Option(REPLY, Template.EMPTY, formula));
        Case tried = new Case(data.question(), options, data.frame().rested(), data.seed());
        for (RouteFinding finding : verdict.findings()) {
            if (finding.evidence() instanceof Values) {
                Evidence evidence = finding.route().evidence(tried);
                return ((Values) evidence).candidates().getOrDefault(REPLY, List.of());
            }
        }
        throw new NoValue("no route has values to compare it with");
    }
}
