package org.ansatz.field.block;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ansatz.expression.check.Domains;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.check.Names;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.quantity.Units;

/** A piece of text from a file that knows where it stands: read as a formula, it reports its faults to the right place. */
public final class Written {

    private final String text;
    private final Journal journal;

    /** A text whose faults and uses go to {@code journal}. */
    public Written(String text, Journal journal) {
        this.text = text;
        this.journal = journal;
    }

    /** Receives what is found out about a text. */
    public interface Journal {
        /** Something is wrong at this place of the text. */
        void fault(Span span, String message);

        /** The text is an expression that rests on this. */
        void uses(Uses uses);

        /**
         * A file that a place of the text names.
         *
         * @throws Refused if there is none that may be read, after reporting it
         */
        default Neighbour neighbour(Span span, String name) {
            fault(span, "a file is named in files alone: here there is no folder in which it could lie");
            throw new Refused();
        }

        /** For what is read a second time, and reported elsewhere. */
        Journal NONE = new Journal() {
            @Override
            public void fault(Span span, String message) {
                // It is reported elsewhere.
            }

            @Override
            public void uses(Uses uses) {
                // They are noted elsewhere.
            }
        };
    }

    /**
     * A file in the folder of another, or below it.
     *
     * @param name by which it is told from the others there, however it was named
     */
    public record Neighbour(String name, Written text) {}

    /** A journal that knows where in a longer text a part of it stands. */
    private static final class Shifted implements Journal {
        private final Journal whole;
        private final UnaryOperator<Span> place;

        Shifted(Journal whole, UnaryOperator<Span> place) {
            this.whole = whole;
            this.place = place;
        }

        @Override
        public void fault(Span span, String message) {
            whole.fault(place.apply(span), message);
        }

        @Override
        public void uses(Uses uses) {
            whole.uses(uses);
        }

        @Override
        public Neighbour neighbour(Span span, String name) {
            return whole.neighbour(place.apply(span), name);
        }
    }

    /** What several texts make up; a fault goes to the one in which it begins. */
    private static final class Pieces implements Journal {
        private final List<Written> pieces;
        private final int[] starts;

        Pieces(List<Written> pieces) {
            this.pieces = pieces;
            this.starts = new int[pieces.size()];
            for (int i = 1; i < starts.length; i++) {
                starts[i] = starts[i - 1] + pieces.get(i - 1).text.length();
            }
        }

        /** The last of those that begin at or before an offset: what is empty holds no fault. */
        private int pieceAt(int offset) {
            int last = starts.length - 1;
            while (last > 0 && starts[last] > offset) {
                last--;
            }
            return last;
        }

        private Span within(Span span, int piece) {
            int length = pieces.get(piece).text.length();
            return new Span(
                    Math.min(span.start() - starts[piece], length), Math.min(span.end() - starts[piece], length));
        }

        @Override
        public void fault(Span span, String message) {
            int piece = pieceAt(span.start());
            pieces.get(piece).journal.fault(within(span, piece), message);
        }

        @Override
        public void uses(Uses uses) {
            pieces.get(0).journal.uses(uses);
        }

        @Override
        public Neighbour neighbour(Span span, String name) {
            int piece = pieceAt(span.start());
            return pieces.get(piece).journal.neighbour(within(span, piece), name);
        }
    }

    /**
     * Texts that follow each other, as one: its faults go to where they stand. What it rests on is noted for the first.
     *
     * @param pieces at least one
     */
    public static Written joined(List<Written> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        return new Written(text.toString(), new Pieces(List.copyOf(pieces)));
    }

    /** The text as written. */
    public String text() {
        return text;
    }

    /** The part from one offset to another, without white space around it; its faults go to the right place, too. */
    public Written part(int from, int to) {
        String part = text.substring(from, to);
        int start = from + part.length() - part.stripLeading().length();
        return slice(start, start + part.strip().length());
    }

    /** The part from one offset to another as it stands, with the white space around it. */
    public Written slice(int from, int to) {
        return new Written(
                text.substring(from, to),
                new Shifted(journal, span -> new Span(from + span.start(), from + span.end())));
    }

    /**
     * The file that a place of this text names.
     *
     * @throws Refused if there is none that may be read, after reporting it
     */
    public Neighbour neighbour(Span span, String name) {
        return journal.neighbour(span, name);
    }

    /**
     * The part that a node of {@link #syntax} was read from. A node ends where its operands do, without the brackets around these,
     * so that {@code a*(b + c)} ends before its bracket closes; the part has those brackets.
     */
    public Written part(Node node) {
        int from = node.span().start();
        int to = node.span().end();
        int opened = 0;
        int closed = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '(') {
                opened++;
            } else if (c == ')' && opened > 0) {
                opened--;
            } else if (c == ')') {
                closed++;
            }
        }
        while (opened-- > 0) {
            to = text.indexOf(')', to) + 1;
        }
        while (closed-- > 0) {
            from = text.lastIndexOf('(', from - 1);
        }
        return part(from, to);
    }

    /** Takes note that what was read of this text rests on this. */
    public void rests(Uses uses) {
        journal.uses(uses);
    }

    /**
     * The same text spelled otherwise, character for character, so that its faults stay where they belong.
     *
     * @param spelled of the same length
     */
    public Written spelled(String spelled) {
        if (spelled.length() != text.length()) {
            throw new IllegalArgumentException("'" + spelled + "' is not as long as '" + text + "'");
        }
        return new Written(spelled, journal);
    }

    /**
     * The same said in the words of the language; its faults are those of the whole text.
     *
     * @param said of any length
     */
    public Written said(String said) {
        return new Written(said, new Shifted(journal, span -> new Span(0, text.length())));
    }

    /** Reports a fault; throw what it returns. */
    public Refused fault(Span span, String message) {
        journal.fault(span, message);
        return new Refused();
    }

    /** Reports a fault of the whole text; throw what it returns. */
    public Refused fault(String message) {
        return fault(new Span(0, text.length()), message);
    }

    /** Does something whose faults belong to this text. */
    public <T> T reporting(Supplier<T> action) {
        try {
            return action.get();
        } catch (ExpressionFault e) {
            throw fault(e.span(), e.message());
        }
    }

    /** The syntax tree. */
    public Node syntax() {
        return reporting(() -> Parser.expression(text));
    }

    /** A formula of any type; all its unknown names are reported together. */
    public Expression formula(Scope scope) {
        return checked(syntax(), scope);
    }

    /** A formula in the notation of a question. */
    public Expression formula(Scope scope, FormulaNotation notation) {
        if (!notation.isOwn()) {
            return formula(scope);
        }
        Expression expression = reporting(() -> notation.read(text, scope));
        journal.uses(expression.uses());
        return expression;
    }

    /** A condition, in the notation of a question. */
    public Expression condition(Scope scope, FormulaNotation notation) {
        if (!notation.isOwn()) {
            return formula(scope, Type.TRUTH);
        }
        Expression expression = reporting(() -> notation.condition(text, scope));
        require(expression, Type.TRUTH);
        journal.uses(expression.uses());
        return expression;
    }

    /** What a variable may range over, such as {@code 1:10} or {@code 0..1}. */
    public Domain domain(Scope scope) {
        return domain(syntax(), scope);
    }

    /** The domain that a syntax tree of this text describes. */
    public Domain domain(Node node, Scope scope) {
        Domains.Checked checked = reporting(() -> Domains.checked(node, scope));
        journal.uses(checked.uses());
        return checked.domain();
    }

    /** What a person writes as one quantity: a trailing unit applies to all of it. */
    public Expression literal(Scope scope) {
        return checked(reporting(() -> Expression.quantity(text, scope)), scope);
    }

    /** A formula for a real number of the dimension of {@code wanted}. */
    public Expression formula(Scope scope, Type wanted) {
        Expression expression = formula(scope);
        require(expression, wanted);
        return expression;
    }

    /** A checked syntax tree of this text. */
    public Expression checked(Node node, Scope scope) {
        try {
            Expression expression = Expression.of(node, text, scope);
            journal.uses(expression.uses());
            return expression;
        } catch (ExpressionFault first) {
            List<ExpressionFault> unknown = new Names(scope).unknownIn(node);
            for (ExpressionFault fault : unknown.isEmpty() ? List.of(first) : unknown) {
                journal.fault(fault.span(), fault.message());
            }
            throw new Refused();
        }
    }

    /** Reports a formula that is not of the wanted kind. */
    public void require(Expression expression, Type wanted) {
        Type type = expression.type();
        if (wanted.set() == NumberSet.TRUTH) {
            if (type.set() != NumberSet.TRUTH) {
                throw fault("a truth value is needed here, such as a == b; this is " + type.describe());
            }
            return;
        }
        if (wanted.isCollection() && type.set() != wanted.set()) {
            throw fault(wanted.describe() + " is needed here; this is " + type.describe());
        }
        if (!wanted.isCollection() && (!type.isNumber() || wanted.isScalar() && !type.isScalar())) {
            throw fault("a single number is needed here; this is " + type.describe());
        }
        if (!type.has(wanted.dimensionOrNone())) {
            String bare = type.dimensionOrNone().isNone()
                    ? "; is the unit missing? Its symbol is " + Units.symbol(wanted.dimensionOrNone())
                    : "";
            throw fault(
                    Units.describe(wanted.dimensionOrNone()) + " is needed here; this is " + type.describe() + bare);
        }
        if (type.set() == NumberSet.COMPLEX && wanted.set() != NumberSet.COMPLEX) {
            throw fault("a real number is needed here; this is complex");
        }
    }
}
