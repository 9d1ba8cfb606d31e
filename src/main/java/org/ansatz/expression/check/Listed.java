package org.ansatz.expression.check;

import java.util.Comparator;
import java.util.List;
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
            Reply reply = reply(item, wanted, unit, scope);
            boolean bare = reply instanceof Reply.WithoutUnit;
            if (bare && last != null) {
                reply = reply(new Listing.Item(item.text() + " " + last.symbol(), item.start()), wanted, unit, scope);
            } else if (!bare
                    && !(reply instanceof Reply.Unreadable)
                    && reply.quantity().unit() != null) {
                last = reply.quantity().unit();
            }
            replies[i] = reply;
        }
        return new Listed(List.of(replies));
    }

    private static Reply reply(Listing.Item written, Type wanted, @Nullable Unit unit, Scope scope) {
        Listing.Item infinite = written.infinite();
        Listing.Item item = infinite == null ? written : infinite;
        if (item.isBareInfinity()) {
            return new Reply.Complete(Expression.of(item.text(), scope));
        }
        Reply reply = Reply.of(item.text(), wanted.dimensionOrNone(), unit, scope);
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
