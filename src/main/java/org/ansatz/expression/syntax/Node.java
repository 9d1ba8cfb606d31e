package org.ansatz.expression.syntax;

import java.util.List;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** A syntax tree. What a name or a juxtaposition means is decided later, against what is declared. */
public sealed interface Node {

    /** Where it stands in the text. */
    Span span();

    /**
     * Whether brackets stand around a product, a negation or names side by side, whose span they belong to. Of any other node the tree
     * does not show it.
     */
    default boolean isBracketed() {
        return false;
    }

    /** Does what its kind asks for. */
    <R> R fold(Cases<R> cases);

    /**
     * One function for each kind of node.
     *
     * @param <R> what they return
     */
    interface Cases<R> {
        /** For a number. */
        R ofNumber(Number node);

        /** For a name. */
        R ofName(Name node);

        /** For a function applied. */
        R ofCall(Call node);

        /** For a term at a case. */
        R ofCase(Case node);

        /** For a sign or a complement. */
        R ofUnary(Unary node);

        /** For an operation. */
        R ofBinary(Binary node);

        /** For two terms side by side. */
        R ofJuxtaposed(Juxtaposed node);

        /** For a primed term. */
        R ofPrime(Prime node);

        /** For an indexed term. */
        R ofIndex(Index node);

        /** For a comparison. */
        R ofComparison(Comparison node);

        /** For a range. */
        R ofRange(Range node);

        /** For a binder. */
        R ofBinder(Binder node);

        /** For an array. */
        R ofRows(Rows node);

        /** For a conversion. */
        R ofIn(In node);

        /** For a magnitude with its unit. */
        R ofMeasured(Measured node);
    }

    /** A number as written, exact: {@code 1.58}, or {@code 2j} if imaginary. */
    record Number(Span span, Rational value, boolean imaginary) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofNumber(this);
        }
    }

    /** A name: {@code Z0}. */
    record Name(Span span, String name) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofName(this);
        }
    }

    /** A function applied: {@code f(x, y)}; the function is a name or the derivative of one, {@code f'(x)}. */
    record Call(Span span, Node function, List<Node> arguments) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofCall(this);
        }
    }

    /** A term at a case: {@code v(out; f = 1 kHz)}. */
    record Case(Span span, Node body, List<Step> bindings) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofCase(this);
        }
    }

    /** {@code -x}, {@code not x}. */
    record Unary(Span span, Op op, Node operand) implements Node {
        @Override
        public boolean isBracketed() {
            return operand.span().end() < span.end();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofUnary(this);
        }
    }

    /** {@code a + b}. */
    record Binary(Span span, Op op, Node left, Node right) implements Node {
        @Override
        public boolean isBracketed() {
            return right.span().end() < span.end();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofBinary(this);
        }
    }

    /** Two terms side by side: a number and its unit, {@code 4s}, {@code 2(x + 1)}, {@code A B'}. */
    record Juxtaposed(Span span, Node left, Node right) implements Node {
        @Override
        public boolean isBracketed() {
            return right.span().end() < span.end();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofJuxtaposed(this);
        }
    }

    /** {@code x'}: transpose, derivative or complement, by its operand. */
    record Prime(Span span, Node operand) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofPrime(this);
        }
    }

    /** {@code x[n]}. */
    record Index(Span span, Node operand, Node index) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofIndex(this);
        }
    }

    /** {@code a < b <= c}: one more operand than operators. */
    record Comparison(Span span, List<Node> operands, List<Op> ops) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofComparison(this);
        }
    }

    /** {@code a..b}, real; {@code a:b}, integer. */
    record Range(Span span, Node low, Node high, boolean integer) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofRange(this);
        }
    }

    /**
     * {@code op(body for v in D, w in E if condition)}, {@code op(body by v)}, or {@code P(A | B)}, which has no generators and whose
     * body is the call without its condition.
     */
    record Binder(
            Span span,
            String op,
            Span opSpan,
            Node body,
            List<Generator> generators,
            @Nullable Node condition) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofBinder(this);
        }
    }

    /** {@code [a, b; c, d]}. */
    record Rows(Span span, List<List<Node>> rows) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofRows(this);
        }
    }

    /** {@code x in cm}. */
    record In(Span span, Node operand, String unit, Span unitSpan) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofIn(this);
        }
    }

    /** A literal whose unit applies to all that stands before it: {@code 4*pi rad}. */
    record Measured(Span span, Node magnitude, String unit, Span unitSpan) implements Node {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofMeasured(this);
        }
    }

    /** A bound variable and what it ranges over, a point where it is fixed, or the declared name that it is. */
    record Generator(String name, Span nameSpan, Node domain, Ranging ranging) {}

    /** How a variable is bound. */
    enum Ranging {
        /** {@code for x in D}: it takes every value of a domain. */
        IN,
        /** {@code for x at a}: it is fixed at a point. */
        AT,
        /** {@code by x}: it is a declared name, where that stands. */
        BY,
        /** {@code for s}: it stands for every number, as in a polynomial. */
        FREE,
        /** {@code for x -> a}: it goes to a point from both sides, or to infinity. */
        TO,
        /** {@code for x -> a+}: it goes to a point from above. */
        TO_FROM_ABOVE,
        /** {@code for x -> a-}: it goes to a point from below. */
        TO_FROM_BELOW
    }

    /**
     * A step: {@code name = body}, {@code name(parameters) = body}, {@code name[index] = body} or, if it is random,
     * {@code name ~ distribution}.
     */
    record Step(
            Span span,
            String name,
            Span nameSpan,
            @Nullable List<String> parameters,
            @Nullable Node index,
            Node body,
            List<Generator> generators,
            boolean isRandom) {}
}
