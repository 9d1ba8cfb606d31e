package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;

/**
 * {@code limit(body for x -> a)}: where the body goes, read off its expansion in x, whose coefficients are certain. So a limit is
 * proved or not given; no number of samples stands for it.
 */
final class Limit extends BinderRule {

    private static final int DIGITS = 9;

    Limit() {
        super(
                "limit",
                "where it goes: limit(f(x) for x -> inf), for x -> 0 from both sides, for x -> 0+ or 0- from one; of a sequence"
                        + " limit(a(n) for n in 1:inf)");
    }

    @Override
    public Engine engine(List<Domain> domains) {
        return Engine.LIMIT;
    }

    @Override
    public Type type(Term body, List<Domain> domains, Span span) {
        Type type = Typing.scalar(body);
        boolean goesSomewhere = domains.size() == 1
                && (domains.get(0) instanceof Domain.Approach || domains.get(0) instanceof Domain.Endless);
        if (!goesSomewhere) {
            throw new ExpressionFault(
                    span,
                    "written limit(f(x) for x -> inf), for x -> 0, for x -> 0+ from above or 0- from below, or of a"
                            + " sequence limit(a(n) for n in 1:inf)");
        }
        if (type.set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(
                    body.span(), "limit is for real functions: take real(…), imag(…), abs(…) or arg(…) of it");
        }
        return type.with(NumberSet.REAL);
    }

    @Override
    public Estimate apply(Loop loop) {
        Found found = loop.once(() -> found(loop));
        if (found.fault != null) {
            throw new NoValue(found.fault);
        }
        if (found.exact != null) {
            return Estimate.exact(new Value.Exact(found.exact));
        }
        double middle = found.range.middle();
        return Estimate.of(middle, found.range.distance(middle));
    }

    /** What was found: an exact number, an interval, or why there is no limit. */
    private record Found(
            @org.jspecify.annotations.Nullable Rational exact,
            Interval range,
            @org.jspecify.annotations.Nullable String fault) {
        static Found fault(String why) {
            return new Found(null, Interval.ENTIRE, why);
        }
    }

    private static Found found(Loop loop) {
        List<Expansion.Limit> limits = new ArrayList<>();
        List<Expansion> ways = List.of();
        boolean isSequence = loop.domain() instanceof Domain.Endless;
        try {
            ways = loop.approaches();
            for (Expansion way : ways) {
                limits.add(loop.expansion(way, isSequence).limit());
            }
        } catch (NoExpansion e) {
            boolean isTwoSided = !isSequence && ways.size() > 1;
            return Found.fault("what the limit is cannot be told, because of " + e.what()
                    + (isTwoSided ? " (from one side alone it is written x -> a+ or x -> a-)" : ""));
        }
        Found found = joined(limits.get(0), limits.get(limits.size() - 1), isSequence);
        for (int i = 1; i + 1 < limits.size() && found.fault == null; i++) {
            Found next = joined(limits.get(0), limits.get(i), isSequence);
            found = next.fault == null && found.exact == null
                    ? new Found(null, found.range.hull(next.range), null)
                    : next.fault == null ? found : next;
        }
        return found;
    }

    private static Found joined(Expansion.Limit first, Expansion.Limit last, boolean isSequence) {
        if (isSequence && first.kind() != last.kind()) {
            return Found.fault(
                    "some of its values go elsewhere than others, so there is no limit, or none that is known");
        }
        if (!isFinite(first) || !isFinite(last)) {
            return Found.fault(whyNot(first, last));
        }
        Rational exact = first.value().rational();
        Rational other = last.value().rational();
        if (exact != null && other != null && exact.equals(other)) {
            return new Found(exact, first.range(), null);
        }
        if (!first.range().meets(last.range()) || exact != null && other != null) {
            if (isSequence) {
                return Found.fault("some of its values go to " + shown(first) + " and others to " + shown(last));
            }
            return Found.fault("it goes to " + shown(first) + " from below and to " + shown(last)
                    + " from above: write x -> a- or x -> a+ for one of them");
        }
        return new Found(null, first.range().hull(last.range()), null);
    }

    private static boolean isFinite(Expansion.Limit limit) {
        return limit.kind() == Expansion.Limit.Kind.FINITE;
    }

    private static String whyNot(Expansion.Limit first, Expansion.Limit last) {
        boolean same = first.kind() == last.kind();
        if (first.kind() == Expansion.Limit.Kind.UNKNOWN || last.kind() == Expansion.Limit.Kind.UNKNOWN) {
            return "it does not settle, or not for certain: a part of it oscillates or is not known well enough";
        }
        return same
                ? "it " + shown(first) + ": there is no limit"
                : "it goes to different places: from below it " + verb(first) + ", from above it " + verb(last);
    }

    private static String verb(Expansion.Limit limit) {
        return isFinite(limit) ? "goes to " + shown(limit) : shown(limit);
    }

    private static String shown(Expansion.Limit limit) {
        switch (limit.kind()) {
            case UP:
                return "grows without bound";
            case DOWN:
                return "falls without bound";
            default:
                return Notation.number(limit.range().middle(), DIGITS);
        }
    }
}
