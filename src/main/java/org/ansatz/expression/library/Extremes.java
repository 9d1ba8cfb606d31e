package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.EnclosedLoop;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;
import org.ansatz.proof.Extremum;
import org.ansatz.proof.Outline;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Extrema over a domain. A finite domain is tried element by element; on real intervals the largest value is enclosed, so that
 * no peak is overlooked. A function that does not enclose itself is searched by samples, see {@link ExtremeSearch}.
 */
final class Extremes extends BinderRule {

    /** Places that lie apart by more than this part of the interval are several. */
    private static final double SEPARATE = 1e-4;

    private static final int DIGITS = 9;

    private final int sign;
    private final boolean place;

    private Extremes(String name, String help, int sign, boolean place) {
        super(name, help);
        this.sign = sign;
        this.place = place;
    }

    static List<BinderRule> all() {
        return List.of(
                new Extremes("min", "smallest value over the domain", -1, false),
                new Extremes("max", "largest value over the domain", 1, false),
                new Extremes("argmin", "where the value is smallest", -1, true),
                new Extremes("argmax", "where the value is largest", 1, true));
    }

    @Override
    public Engine engine(List<Domain> domains) {
        return domains.get(0).isDiscrete() ? Engine.ENUMERATION : Engine.SEARCH;
    }

    @Override
    public Type type(Term body, List<Domain> domains, Span span) {
        Type type = Typing.scalar(body);
        if (type.set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(body.span(), "complex numbers have no order; compare abs(…), real(…) or imag(…)");
        }
        for (Domain domain : domains) {
            if (domain instanceof Domain.Endless || domain instanceof Domain.Approach) {
                throw new ExpressionFault(span, name() + " needs an end; see limit for where something goes");
            }
        }
        boolean continuous = domains.stream().anyMatch(domain -> !domain.isDiscrete());
        boolean mixed = continuous && domains.stream().anyMatch(Domain::isDiscrete);
        if (domains.size() > 1 && (mixed || place)) {
            throw new ExpressionFault(span, name() + " searches one variable at a time here; nest it for more");
        }
        return place ? domains.get(0).type() : continuous ? type.with(NumberSet.REAL) : type;
    }

    @Override
    public Estimate apply(Loop loop) {
        if (!loop.isReal()) {
            return enumerate(loop);
        }
        try {
            return bounded(loop);
        } catch (NoEnclosure e) {
            return search(loop);
        }
    }

    @Override
    public Enclosed enclosure(EnclosedLoop inside) {
        if (inside.isDiscrete()) {
            return enumerated(inside);
        }
        if (inside.isOutlined() && !place) {
            return new Enclosed.Real(outlined(inside));
        }
        Loop loop = inside.loop();
        Extremum.Found found = found(loop);
        Interval value =
                place ? hull(found) : sign > 0 ? found.value() : found.value().negate();
        if (!value.isBounded() || !found.isReached()) {
            throw new NoEnclosure(name());
        }
        return new Enclosed.Real(Series.constant(value, inside.order()));
    }

    /** The largest or smallest value where the function rests on variables that range over sets. */
    private Series outlined(EnclosedLoop inside) {
        Interval all = new Interval(0, 1);
        return sign > 0
                ? Outline.largest(part -> Enclosed.real(inside.body(part)), all)
                : Outline.largest(part -> Enclosed.real(inside.body(part)).negate(), all)
                        .negate();
    }

    private List<Interval> peaks(Outline.On body, Interval domain) {
        return Outline.peaks(sign > 0 ? body : set -> body.on(set).negate(), domain);
    }

    private Enclosed enumerated(EnclosedLoop inside) {
        List<Series> best = new ArrayList<>();
        inside.each(body -> {
            Series other = Enclosed.real(body);
            Series before = best.isEmpty() ? other : best.remove(0);
            best.add(sign > 0 ? before.max(other) : before.min(other));
        });
        if (place || best.isEmpty()) {
            throw new NoEnclosure(name());
        }
        return new Enclosed.Real(best.get(0));
    }

    /** The largest value of the body, or of the body with the other sign. */
    private Extremum.Found found(Loop loop) {
        return loop.once(() -> search(loop.enclosing(), loop));
    }

    private Extremum.Found search(Enclosing body, Loop loop) {
        Enclosing function =
                sign > 0 ? body : (box, by, order) -> body.on(box, by, order).negate();
        Interval[] box = loop.box();
        for (Interval side : box) {
            if (!side.isBounded()) {
                throw new NoValue("the interval is unbounded: give it finite ends");
            }
        }
        return place
                ? Extremum.placed(function, loop.condition(), box)
                : Extremum.largest(function, loop.condition(), box);
    }

    private static Interval hull(Extremum.Found found) {
        if (found.places().isEmpty()) {
            throw new NoEnclosure("a place that was not found");
        }
        Interval hull = found.places().get(0)[0];
        for (Interval[] sides : found.places()) {
            hull = hull.hull(sides[0]);
        }
        return hull;
    }

    private Estimate bounded(Loop loop) {
        Extremum.Found found = found(loop);
        if (!found.nowhere().isEmpty() && loop.isSingle()) {
            loop.at(new Value.Real(found.nowhere().get(0).middle())); // it says why it has none
        }
        if (!found.isReached()) {
            throw new NoValue(name()
                    + (found.places().isEmpty()
                            ? ": nowhere in the domain is there a value that counts"
                            : unmet(found)));
        }
        if (!found.value().isBounded()) {
            throw new NoValue(name() + ": the values may grow beyond all bounds near "
                    + Notation.number(found.places().get(0)[0].middle(), DIGITS));
        }
        if (!place) {
            double value = found.value().middle();
            return Estimate.of(
                    sign * value, found.value().isPoint() ? 0 : found.value().distance(value));
        }
        Interval at = hull(found);
        double middle = Math.min(loop.high(), Math.max(loop.low(), at.middle()));
        if (at.width() > SEPARATE * (loop.high() - loop.low())) {
            throw new NoValue(name() + ": the " + (sign > 0 ? "largest" : "smallest")
                    + " value is taken at more than one place, from " + Notation.number(at.low(), DIGITS) + " to "
                    + Notation.number(at.high(), DIGITS));
        }
        return Estimate.of(middle, at.isPoint() ? 0 : at.distance(middle));
    }

    /** Where a value may count, though none was met: a condition that holds in single points only is seldom met by a double. */
    private static String unmet(Extremum.Found found) {
        StringBuilder near = new StringBuilder();
        for (Interval side : found.places().get(0)) {
            near.append(near.length() == 0 ? "" : ", ").append(Notation.number(side.middle(), DIGITS));
        }
        return ": no value that counts was met, but there may be one near " + near
                + "; a condition with == is better put into the expression";
    }

    private Estimate enumerate(Loop loop) {
        Best best = new Best();
        if (place) {
            loop.each(best::show);
        } else {
            loop.takeEach(best);
        }
        if (best.value == null) {
            throw new NoValue(name() + " over an empty domain");
        }
        return Estimate.exact(place ? Objects.requireNonNull(best.element) : best.value);
    }

    /** The first of the best values, and its element where that is asked for. */
    private final class Best implements Loop.Taker {
        private @Nullable Value element;
        private @Nullable Value value;

        boolean show(Value shown, Value body) {
            Value before = value;
            take(body);
            element = value == before ? element : shown;
            return true;
        }

        @Override
        public boolean take(Value body) {
            value = value == null || sign * Arithmetic.compare(body, value) > 0 ? body : value;
            return true;
        }

        /** Only the best of exact numbers is compared as a value. */
        @Override
        public boolean takeExact(double[] numbers, int count) {
            double best = numbers[0];
            for (int i = 1; i < count; i++) {
                best = sign * numbers[i] > sign * best ? numbers[i] : best;
            }
            return take(new Value.Exact(Rational.exactly(best)));
        }
    }

    private Estimate search(Loop loop) {
        if (!loop.isSingle()) {
            throw new NoValue(name() + " over several variables is for what encloses itself; nest it here");
        }
        RootSearch.Sampled body = new RootSearch.Sampled(
                x -> sign * loop.at(x), x -> loop.rounding(new Value.Real(x)), loop.low(), loop.high());
        ExtremeSearch search = new ExtremeSearch(body, Outlined.places(loop, this::peaks));
        return place ? search.place() : Estimate.of(sign * search.value(), search.error());
    }
}
