package org.ansatz.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.notation.Reading;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Listing;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Mismatch;
import org.ansatz.problem.Answer;
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

    /**
     * A reply, or a part of one, as it was read.
     *
     * @param note how, if that had to be found out
     */
    private record Read(Reply reply, String note) {}

    @Override
    public Mark mark(String text) {
        Option sample = verdict.problem().answer().options().get(0);
        if (sample.hasParts()) {
            return parts(text, sample);
        }
        Read read = read(text, sample.expression());
        Mark refused = refused(read.reply(), sample.expression().type());
        return refused != null ? refused : Replies.noted(read.note(), tried(List.of(read.reply())));
    }

    private Mark parts(String text, Option sample) {
        List<String> names = verdict.problem().answer().parts().stream()
                .map(Answer.Part::name)
                .toList();
        Map<String, Listing.Item> items;
        try {
            items = Listing.ofParts(text, names);
        } catch (ExpressionFault e) {
            return new Mark.Unreadable(e.span(), e.message());
        }
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Listing.Item item = Objects.requireNonNull(items.get(name));
            if (item.isOpen()) {
                return new Mark.Unreadable(
                        new Span(item.start(), item.start() + item.text().length()),
                        name + " is left open, and only all parts together can be tested");
            }
            Expression offered = sample.part(i).expression();
            Reply reply = read(item.text(), offered).reply();
            Mark refused = refused(reply, offered.type());
            if (refused instanceof Mark.Unreadable unreadable) {
                return PartsMarker.within(name, item, unreadable);
            }
            if (refused != null) {
                return new Mark.Wrong("the kind of quantity", name + ": " + refused.message());
            }
            replies.add(reply);
        }
        return tried(replies);
    }

    /** A formula where a function is asked for, else a quantity in the unit of what was offered. */
    private Read read(String text, Expression offered) {
        Type type = offered.type();
        if (!verdict.data().question().isFunction()) {
            @Nullable
            Unit unit = NumberMarker.answer(
                            type, offered.unit(), verdict.problem().answer())
                    .unit();
            return new Read(Replies.quantity(text, type, unit, verdict.problem()), "");
        }
        try {
            Reading reading = Replies.formula(text, verdict.problem());
            Expression formula = Replies.asNumber(reading.formula(), type, verdict.problem());
            boolean isOfKind = formula.type().isNumber()
                    && formula.type().isScalar() == type.isScalar()
                    && formula.type().has(type.dimensionOrNone());
            return new Read(isOfKind ? new Reply.Complete(formula) : new Reply.OtherKind(formula), reading.note());
        } catch (ExpressionFault e) {
            return new Read(new Reply.Unreadable(e.span(), e.message()), "");
        }
    }

    /** What is said of a reply that is not put to the test; null if it is. */
    private static @Nullable Mark refused(Reply reply, Type asked) {
        if (reply instanceof Reply.Unreadable unreadable) {
            return new Mark.Unreadable(unreadable.span(), unreadable.message());
        }
        return reply instanceof Reply.OtherKind
                ? new Mark.Wrong(
                        "the kind of quantity",
                        Mismatch.between(asked, reply.quantity().type()))
                : null;
    }

    /** A value that fits is right. One that does not is not called wrong: nobody knows whether any value fits these data. */
    private Mark tried(List<Reply> replies) {
        Case data = verdict.data();
        List<Option> options = new ArrayList<>(data.options());
        options.add(new Option(
                REPLY, Template.EMPTY, replies.stream().map(Reply::quantity).toList()));
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
                    if (!(Arithmetic.real(residual.value()) <= limit)) {
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
        boolean hasUnits = replies.stream().noneMatch(reply -> reply instanceof Reply.WithoutUnit);
        return hasUnits ? new Mark.Right(best) : new Mark.UnitMissing(best);
    }

    private static String shown(Value residual, Evidence.Residuals residuals) {
        return Show.value(residual, residuals.type(), null, DIGITS);
    }
}
