package org.ansatz.field.block;

import java.util.List;
import java.util.function.Supplier;
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

    /** The text as written. */
    public String text() {
        return text;
    }

    /** The part from one offset to another, without white space around it; its faults go to the right place, too. */
    public Written part(int from, int to) {
        String part = text.substring(from, to);
        int start = from + part.length() - part.stripLeading().length();
        return new Written(part.strip(), new Journal() {
            @Override
            public void fault(Span span, String message) {
                journal.fault(new Span(start + span.start(), start + span.end()), message);
            }

            @Override
            public void uses(Uses uses) {
                journal.uses(uses);
            }
        });
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
        return new Written(said, new Journal() {
            @Override
            public void fault(Span span, String message) {
                journal.fault(new Span(0, text.length()), message);
            }

            @Override
            public void uses(Uses uses) {
                journal.uses(uses);
            }
        });
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
