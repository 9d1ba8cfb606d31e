package org.ansatz.expression.library;

import java.util.List;
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
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * Extrema over a domain. A finite domain is tried element by element; a real interval is searched on a grid, and the best
 * three points are narrowed by golden sections (Kiefer 1953). A narrower peak than a grid cell can be missed.
 */
final class Extremes extends BinderRule {

    private static final int CELLS = 256;
    private static final int SECTIONS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

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
        boolean continuous = domains.stream().anyMatch(domain -> !domain.isDiscrete());
        if (domains.size() > 1 && (continuous || place)) {
            throw new ExpressionFault(span, name() + " searches one variable at a time; nest it for more");
        }
        return place ? domains.get(0).type() : continuous ? type.with(NumberSet.REAL) : type;
    }

    @Override
    public Estimate apply(Loop loop) {
        return loop.isReal() ? search(loop) : enumerate(loop);
    }

    private Estimate enumerate(Loop loop) {
        Value[] best = new Value[2];
        loop.each((element, value) -> {
            if (best[1] == null || sign * Arithmetic.compare(value, best[1]) > 0) {
                best[0] = element;
                best[1] = value;
            }
            return true;
        });
        if (best[1] == null) {
            throw new NoValue(name() + " over an empty domain");
        }
        return Estimate.exact(place ? best[0] : best[1]);
    }

    private Estimate search(Loop loop) {
        double low = loop.low();
        double high = loop.high();
        double step = (high - low) / CELLS;
        double bestAt = low;
        double best = sign * loop.at(low);
        for (int i = 1; i <= CELLS; i++) {
            double x = i == CELLS ? high : low + i * step;
            double y = sign * loop.at(x);
            if (y > best) {
                best = y;
                bestAt = x;
            }
        }
        return narrow(loop, Math.max(low, bestAt - step), Math.min(high, bestAt + step), bestAt, best);
    }

    private Estimate narrow(Loop loop, double from, double to, double gridAt, double gridBest) {
        double a = from;
        double b = to;
        double c = b - GOLDEN * (b - a);
        double d = a + GOLDEN * (b - a);
        double atC = sign * loop.at(c);
        double atD = sign * loop.at(d);
        double worst = Math.abs(atC - atD);
        for (int i = 0; i < SECTIONS && b - a > Math.ulp(Math.max(Math.abs(a), Math.abs(b))) * 4; i++) {
            if (atC > atD) {
                b = d;
                d = c;
                atD = atC;
                c = b - GOLDEN * (b - a);
                atC = sign * loop.at(c);
            } else {
                a = c;
                c = d;
                atC = atD;
                d = a + GOLDEN * (b - a);
                atD = sign * loop.at(d);
            }
            worst = Math.abs(atC - atD);
        }
        double best = Math.max(gridBest, Math.max(atC, atD));
        double at = best == gridBest ? gridAt : atC > atD ? c : d;
        return place
                ? Estimate.of(at, b - a + Math.sqrt(Math.ulp(1.0)) * (to - from))
                : Estimate.of(sign * best, worst);
    }
}
