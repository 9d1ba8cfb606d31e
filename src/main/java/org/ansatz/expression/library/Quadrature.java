package org.ansatz.expression.library;

import java.util.List;
import java.util.function.Function;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.Monomial;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.EnclosedLoop;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;
import org.ansatz.proof.Integral;
import org.ansatz.proof.Outline;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/**
 * The integral over a real interval. It is enclosed, so that no pulse, jump or narrow peak is overlooked. Where the integrand may
 * be infinite, at an end or inside, the interval is split and each piece integrated by {@link DoubleExponential}; so is an
 * unbounded interval that cannot be enclosed, and an oscillating one by {@link Oscillation}. What does not enclose itself is
 * sampled by {@link SampledIntegral}.
 */
final class Quadrature extends BinderRule {

    /** What grows faster than this power grows exponentially. */
    private static final Rational STEEP = Rational.of(1000);

    Quadrature() {
        super("integrate", "integral over a real interval, or over several: integrate(x*y for y in 0..1, x in 0..y)");
    }

    @Override
    public Engine engine(List<Domain> domains) {
        return Engine.QUADRATURE;
    }

    @Override
    public boolean isIterated() {
        return true;
    }

    @Override
    public Type type(Term body, List<Domain> domains, Span span) {
        Type type = Typing.scalar(body);
        if (!(domains.get(0) instanceof RealInterval)) {
            throw new ExpressionFault(span, "integrate takes variables over real intervals, for x in a..b");
        }
        return type.with(type.set().join(NumberSet.REAL))
                .with(type.dimensionOrNone().times(domains.get(0).type().dimensionOrNone()));
    }

    @Override
    public double magnitude(Loop loop) {
        try {
            Integral.Found found = Integral.of(loop.enclosing(), loop.low(), loop.high());
            return Double.isFinite(found.magnitude()) ? found.magnitude() : 0;
        } catch (NoEnclosure e) {
            return SampledIntegral.over(loop).magnitude();
        } catch (NoValue e) {
            return 0;
        }
    }

    /**
     * An integral, with as much of its error as is known.
     *
     * @param isProved whether it lies within its error for certain
     */
    private record Found(Estimate estimate, boolean isProved) {}

    @Override
    public Estimate apply(Loop loop) {
        requireNoImpulse(loop);
        Loop.Cube cube = loop.cube();
        return cube == null ? ofOne(loop) : ofSeveral(cube, loop);
    }

    private static void requireNoImpulse(Loop loop) {
        Interval place = loop.impulse();
        if (place != null) {
            throw new NoValue(
                    "what is differentiated jumps near " + place.middle()
                            + ": its derivative has an impulse there, which the integral would lose; integrate between jumps, and add them");
        }
    }

    private static Estimate ofSeveral(Loop.Cube cube, Loop loop) {
        try {
            Estimate estimate = slices(cube, loop).estimate();
            return estimate == null ? ofOne(loop) : estimate;
        } catch (NoEnclosure e) {
            return ofOne(loop);
        }
    }

    private static Slices slices(Loop.Cube cube, Loop loop) {
        return loop.once(() -> Slices.of(cube.function(), cube.domain()));
    }

    private static Estimate ofOne(Loop loop) {
        try {
            return loop.cube() == null ? loop.once(() -> enclosed(loop)).estimate : enclosed(loop).estimate;
        } catch (NoEnclosure e) {
            return ofParts(loop);
        }
    }

    /** What is complex by its real and its imaginary part, unless it may be infinite somewhere. */
    private static Estimate ofParts(Loop loop) {
        if (!loop.isBounded()) {
            return sampled(loop);
        }
        try {
            List<Enclosing> parts = loop.enclosingParts();
            Estimate re = ofPart(parts.get(0), loop);
            Estimate im = ofPart(parts.get(1), loop);
            Value.Complex value = new Value.Complex(Arithmetic.real(re.value()), Arithmetic.real(im.value()));
            return new Estimate(value, Math.hypot(re.error(), im.error()));
        } catch (NoEnclosure e) {
            return sampled(loop);
        }
    }

    private static Estimate ofPart(Enclosing part, Loop loop) {
        Integral.Found found = Integral.of(part, loop.low(), loop.high());
        if (!found.unbounded().isEmpty()) {
            throw new NoEnclosure("a complex integrand that may be infinite");
        }
        Pieces pieces = new Pieces(part, loop);
        double ends = pieces.between(loop.ends()[0]) + pieces.between(loop.ends()[1]);
        return Pieces.settled(found).plus(Estimate.of(0, ends));
    }

    private static Found enclosed(Loop loop) {
        Pieces pieces = new Pieces(loop.enclosing(), loop);
        Interval low = loop.ends()[0];
        Interval high = loop.ends()[1];
        boolean down = low.low() == Double.NEGATIVE_INFINITY;
        boolean up = high.high() == Double.POSITIVE_INFINITY;
        if (up) {
            requireVanishing(loop, Expansion.ofPower(Rational.ONE));
        }
        if (down) {
            requireVanishing(loop, Expansion.ofPower(Rational.ONE).negate());
        }
        Estimate found;
        if (!down && !up) {
            found = pieces.between(loop.exactLow(), loop.exactHigh());
        } else if (down && up) {
            found = pieces.beyond(Rational.ZERO, -1).plus(pieces.beyond(Rational.ZERO, 1));
        } else {
            found = up ? pieces.beyond(loop.exactLow(), 1) : pieces.beyond(loop.exactHigh(), -1);
        }
        double ends = (down ? 0 : pieces.between(low)) + (up ? 0 : pieces.between(high));
        return new Found(found.plus(Estimate.of(0, ends)), !pieces.isEstimated());
    }

    /**
     * Refuses what is known to be no smaller than a multiple of 1/x far out, always of one sign: its integral is infinite. What oscillates
     * between bounds that grow faster than any power is refused, too: its waves are followed in vain.
     */
    private static void requireVanishing(Loop loop, Expansion far) {
        Expansion integrand;
        boolean diverges;
        try {
            integrand = loop.expansion(far, false);
            diverges = !integrand.terms().isEmpty()
                    && integrand.lead().growth().compare(Monomial.power(Rational.of(-1))) >= 0;
        } catch (NoValue e) {
            return; // it is not known, or has no value somewhere: then the integral says so
        }
        if (diverges) {
            throw new NoValue("the integral diverges: far out, the integrand does not go to zero faster than 1/x");
        }
        Monomial bound = integrand.rest();
        if (integrand.terms().isEmpty() && bound != null && bound.compare(Monomial.power(STEEP)) > 0) {
            throw new NoValue(
                    "the integral is not seen to converge: far out, the integrand oscillates more and more widely");
        }
    }

    private static Estimate sampled(Loop loop) {
        if (loop.isBounded()) {
            if (loop.hasMovingJump()) {
                throw new NoValue(
                        "the integrand jumps at a point that moves, which a derivative under the integral does not see;"
                                + " differences(…) does");
            }
            SampledIntegral sum = SampledIntegral.over(loop);
            return new Estimate(sum.integral(), sum.error());
        }
        boolean down = loop.ends()[0].low() == Double.NEGATIVE_INFINITY;
        boolean up = loop.ends()[1].high() == Double.POSITIVE_INFINITY;
        return DoubleExponential.over(loop::at, down ? null : loop.exactLow(), up ? null : loop.exactHigh());
    }

    private static Enclosed outlined(EnclosedLoop inside) {
        if (inside.body(Interval.ZERO) instanceof Enclosed.Complex) {
            return new Enclosed.Complex(
                    outlined(inside, EnclosedArithmetic::re), outlined(inside, EnclosedArithmetic::im));
        }
        return new Enclosed.Real(outlined(inside, Enclosed::real));
    }

    private static Series outlined(EnclosedLoop inside, Function<Enclosed, Series> part) {
        return Outline.integral(at -> part.apply(inside.body(at)), new Interval(0, 1))
                .times(inside.width());
    }

    @Override
    public Enclosed enclosure(EnclosedLoop inside) {
        if (inside.isOutlined()) {
            return outlined(inside);
        }
        Loop loop = inside.loop();
        requireNoImpulse(loop);
        Loop.Cube cube = loop.cube();
        if (cube != null) {
            Interval value = slices(cube, loop).enclosure();
            if (!value.isBounded()) {
                throw new NoEnclosure("an integral that is estimated");
            }
            return new Enclosed.Real(Series.constant(value, inside.order()));
        }
        Found found = loop.once(() -> enclosed(loop));
        if (!found.isProved) {
            throw new NoEnclosure("an integral that is estimated");
        }
        Interval error = new Interval(-found.estimate.error(), found.estimate.error());
        Interval value = Interval.of(Arithmetic.real(found.estimate.value())).plus(error);
        return new Enclosed.Real(Series.constant(value, inside.order()));
    }
}
