package org.ansatz.expression.check;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Listing;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A set or an interval as a person types it, number by number; a number without a unit has that of the last.
 *
 * @param replies what each number is, in the order in which they were written
 */
public record Listed(List<Reply> replies) {

    /** Copies the list. */
    public Listed {
        replies = List.copyOf(replies);
    }

    /**
     * Reads {@code text}.
     *
     * @param wanted a set or an interval
     * @param unit the unit that is asked for, or null for pure numbers
     * @param scope the names that may stand in it
     * @throws ExpressionFault if it cannot be parted into numbers
     */
    public static Listed of(String text, Type wanted, @Nullable Unit unit, Scope scope) {
        return of(text, wanted, unit, scope, item -> item);
    }

    /**
     * Reads {@code text}, each number of which is spelled otherwise first.
     *
     * @param spelling how the language spells a number; may throw an {@link ExpressionFault}
     */
    public static Listed of(
            String text, Type wanted, @Nullable Unit unit, Scope scope, UnaryOperator<String> spelling) {
        if (text.isBlank()) {
            throw new ExpressionFault(new Span(0, text.length()), "nothing is written");
        }
        List<Listing.Item> items = wanted.set() == NumberSet.SET ? Listing.ofSet(text) : Listing.ofInterval(text);
        if (items == null) {
            throw new ExpressionFault(
                    new Span(0, text.length()), "an interval is asked for, as 2 to 7, 2..7, x > 2 or 2 < x < 7");
        }
        // In 36 > E > 24 V the lower end is written last.
        List<Integer> backwards = IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> items.get(i).start())
                        .reversed())
                .toList();
        Reply[] replies = new Reply[items.size()];
        Unit last = null;
        for (int i : backwards) {
            Listing.Item item = items.get(i);
            Reply reply = reply(item, wanted, unit, scope, spelling);
            boolean bare = reply instanceof Reply.WithoutUnit;
            if (bare && last != null) {
                reply = reply(
                        new Listing.Item(item.text() + " " + last.symbol(), item.start()),
                        wanted,
                        unit,
                        scope,
                        spelling);
            } else if (!bare
                    && !(reply instanceof Reply.Unreadable)
                    && reply.quantity().unit() != null) {
                last = reply.quantity().unit();
            }
            replies[i] = reply;
        }
        return new Listed(List.of(replies));
    }

    private static Reply reply(
            Listing.Item written, Type wanted, @Nullable Unit unit, Scope scope, UnaryOperator<String> spelling) {
        Listing.Item infinite = written.infinite();
        Listing.Item item = infinite == null ? written : infinite;
        if (item.isOpen()) {
            return new Reply.Unreadable(
                    new Span(item.start(), item.start() + item.text().length()),
                    wanted.set() == NumberSet.SET
                            ? "all the numbers are asked for, and this one is left open"
                            : "both ends are asked for, and this one is left open; one that is infinite is inf");
        }
        if (item.isBareInfinity()) {
            return new Reply.Complete(Expression.of(item.text(), scope));
        }
        Reply reply;
        try {
            reply = Reply.of(spelling.apply(item.text()), wanted.dimensionOrNone(), unit, scope);
        } catch (ExpressionFault e) {
            reply = new Reply.Unreadable(e.span(), e.message());
        }
        if (!(reply instanceof Reply.Unreadable)) {
            return reply;
        }
        Reply.Unreadable unreadable = (Reply.Unreadable) reply;
        Span span = new Span(
                item.start() + unreadable.span().start(),
                item.start() + unreadable.span().end());
        return new Reply.Unreadable(span, unreadable.message());
    }
}
