package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.jspecify.annotations.Nullable;

/** Terms that are made of others, for what is an abbreviation of them. */
final class Terms {

    private Terms() {}

    /** The function of this name among some. */
    static Function named(List<? extends Function> functions, String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Term call(Function function, Term... arguments) {
        List<Term> all = List.of(arguments);
        Span span = all.get(0).span();
        return new Term.Call(span, function.type(all, span), function, all);
    }

    static Term binary(Op op, Term left, Term right) {
        return new Term.Binary(left.span(), Typing.binary(left.span(), op, left, right), op, left, right);
    }

    /** A product; null stands for 1. */
    static Term times(Term term, @Nullable Term factor) {
        return factor == null ? term : binary(Op.MULTIPLY, term, factor);
    }

    /** A product of two of which either may be 1, which is null. */
    static @Nullable Term product(@Nullable Term one, @Nullable Term other) {
        return one == null ? other : times(one, other);
    }

    /** A quotient; null stands for 1. */
    static Term over(Term term, @Nullable Term divisor) {
        return divisor == null ? term : binary(Op.DIVIDE, term, divisor);
    }

    static Term negated(Term term) {
        return new Term.Unary(term.span(), term.type(), Op.NEGATE, term);
    }
}
