package org.ansatz.mark;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.notation.Reading;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Option;
import org.ansatz.problem.Route;
import org.ansatz.problem.Template;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** Marks a value by putting it to the test in place of the options, none of which is right. */
final class TriedMarker implements Marking.Marker {

    private static final String REPLY = "reply";
    private static final int DIGITS = 3;

    private final Verdict verdict;
    private final Fit fit;

    TriedMarker(Verdict verdict, Fit fit) {
        this.verdict = verdict;
        this.fit = fit;
    }

    @Override
    public Mark mark(String text) {
        if (verdict.data().question().isFunction()) {
            try {
                Reading reading = Replies.formula(text, verdict.problem());
                return Replies.noted(reading, tried(reading.formula()));
            } catch (ExpressionFault e) {
                return new Mark.Unreadable(e.span(), e.message());
            }
        }
        Expression sample = verdict.problem().answer().options().get(0).expression();
        Type type = sample.type();
        @Nullable
        Unit unit = NumberMarker.answer(type, sample.unit(), verdict.problem().answer())
                .unit();
        Reply reply = Replies.quantity(text, type, unit, verdict.problem());
        if (reply instanceof Reply.Unreadable) {
            return new Mark.Unreadable(((Reply.Unreadable) reply).span(), ((Reply.Unreadable) reply).message());
        }
        if (reply instanceof Reply.OtherKind) {
            return new Mark.Wrong(
                    "the kind of quantity",
                    "this is " + reply.quantity().type().describe() + ", and " + type.describe() + " is asked for");
        }
        Mark mark = tried(reply.quantity());
        return mark instanceof Mark.Right && reply instanceof Reply.WithoutUnit
                ? new Mark.UnitMissing(mark.message())
                : mark;
    }

    /** A value that fits is right. One that does not is not called wrong: nobody knows whether any value fits these data. */
    private Mark tried(Expression reply) {
        Case data = verdict.data();
        List<Option> options = new ArrayList<>(data.options());
        options.add(new Option(REPLY, Template.EMPTY, reply));
        Case tried = new Case(data.question(), options, data.frame().rested(), data.seed());
        String best = "";
        try {
            for (RouteFinding finding : verdict.findings()) {
                Route route = finding.route();
                if (route.evidence(tried) instanceof Evidence.Residuals residuals) {
                    Estimate residual = residuals.byOption().getOrDefault(REPLY, Estimate.unknown());
                    double limit = fit.limit(route);
                    String leaves =
                            "by the route '" + route.name() + "' it leaves " + shown(residual.value(), residuals);
                    if (!(Math.abs(Arithmetic.real(residual.value())) <= limit)) {
                        return new Mark.Unscored(leaves + ", where what is right leaves "
                                + shown(Estimate.of(limit, 0).value(), residuals)
                                + " at most; whether any value is right for these data is not known");
                    }
                    best = best.isEmpty() ? leaves : best;
                }
            }
        } catch (NoValue e) {
            return new Mark.Unreadable(new Span(0, 0), String.valueOf(e.getMessage()));
        }
        return new Mark.Right(best);
    }

    private static String shown(Value residual, Evidence.Residuals residuals) {
        return Show.value(residual, residuals.type(), null, DIGITS);
    }
}
