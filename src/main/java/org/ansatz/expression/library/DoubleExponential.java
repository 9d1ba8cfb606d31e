package org.ansatz.expression.library;

import java.util.function.UnaryOperator;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Integrals whose integrand is infinite, or has no value, at an end of a piece, and integrals over unbounded intervals: the
 * substitutions of H. Takahasi and M. Mori (Publ. RIMS 9, 1974), x = tanh(π/2 sinh t) and x = exp(π/2 sinh t), after which the
 * trapezoidal rule converges exponentially. A point is the exact sum of the end and its distance from it, so that 1/sqrt(1 − x)
 * keeps its digits next to 1.
 */
final class DoubleExponential {

    /** Steps are halved from 1/2 so many times. */
    private static final int MAX_HALVINGS = 8;

    /** Beyond it the distance from an end underflows. */
    private static final double LAST = 6;

    /** Within this distance from an end, relative to the width, a point may have no value. */
    private static final double EDGE = 1e-8;

    private static final double TOLERANCE = 1e-14;

    /** An integral whose error is a larger part of it has not settled. */
    private static final double SETTLED = 1e-6;

    /** A point this near to an end, relative to it, is their exact sum; others are rounded. */
    private static final double CLOSE = 1e-3;

    /** Values at points farther out than this show what is left beyond the last. */
    private static final double OUTER = 5.25;

    /** Of x^(a − 1), 1/a times the distance from an end times the value there is the integral up to the end: of 1/√x twice. */
    private static final double LOST = 8;

    private final UnaryOperator<Value> integrand;
    private Value integral = Arithmetic.ZERO;
    private double error;
    private double magnitude;
    private double lost;

    private DoubleExponential(UnaryOperator<Value> integrand) {
        this.integrand = integrand;
    }

    /**
     * The integral over one piece.
     *
     * @param integrand its value at a point, an exact number or a real one; it may have none next to an end
     * @param from the lower end, or null if there is none
     * @param to the upper end, or null if there is none
     * @throws NoValue if it does not settle, as where it diverges
     */
    static Estimate over(UnaryOperator<Value> integrand, @Nullable Rational from, @Nullable Rational to) {
        DoubleExponential sum = new DoubleExponential(integrand);
        if (from != null && to != null) {
            sum.addPiece(from, to);
        } else if (from != null) {
            sum.addTail(from, 1);
        } else {
            Rational end = to == null ? Rational.ZERO : to;
            sum.addTail(end, -1);
            if (to == null) {
                sum.addTail(end, 1);
            }
        }
        if (!(sum.error <= SETTLED * sum.magnitude)) {
            String where = from == null
                    ? to == null ? "" : " up to " + to.toDouble()
                    : to == null
                            ? " from " + from.toDouble() + " on"
                            : " between " + from.toDouble() + " and " + to.toDouble();
            throw new NoValue("the integral does not settle" + where + ": it may diverge");
        }
        return new Estimate(sum.integral, sum.error + sum.lost);
    }

    private static double size(Value y) {
        return Math.hypot(Arithmetic.real(y), Arithmetic.imaginary(y));
    }

    /** A weighted value of the integrand at a place t of the substitution; null where it has none next to an end. */
    private interface Node {
        @Nullable
        Value at(double t);
    }

    private void addPiece(Rational from, Rational to) {
        Rational width = to.minus(from);
        double w = width.toDouble();
        if (w <= 0) {
            return;
        }
        add(t -> {
            double q = Math.exp(-Math.PI * Math.sinh(Math.abs(t)));
            double part = q / (1 + q);
            double weight = w * Math.PI * Math.cosh(t) * q / ((1 + q) * (1 + q));
            Rational away = Rational.exactly(part * w);
            Rational x = t < 0 ? from.plus(away) : to.minus(away);
            return weighted(weight, x, part * w < CLOSE * Math.abs((t < 0 ? from : to).toDouble()), part < EDGE);
        });
    }

    private void addTail(Rational end, int side) {
        add(t -> {
            double away = Math.exp(Math.PI / 2 * Math.sinh(t));
            double weight = away * Math.PI / 2 * Math.cosh(t);
            Rational distance = Rational.exactly(away);
            boolean near = away < EDGE || away > 1 / EDGE;
            boolean close = away < CLOSE * Math.abs(end.toDouble());
            return weighted(weight, side > 0 ? end.plus(distance) : end.minus(distance), close, near);
        });
    }

    private @Nullable Value weighted(double weight, Rational x, boolean exactly, boolean mayBeMissing) {
        try {
            Value y = integrand.apply(exactly ? new Value.Exact(x) : new Value.Real(x.toDouble()));
            Value product = Arithmetic.multiply(new Value.Real(weight), y);
            return Double.isFinite(size(product)) || !mayBeMissing ? product : null;
        } catch (NoValue e) {
            if (!mayBeMissing) {
                throw e;
            }
            return null;
        }
    }

    private void add(Node node) {
        Value sum = Arithmetic.ZERO;
        double absolute = 0;
        double step = 1;
        Value before = Arithmetic.ZERO;
        double difference = Double.POSITIVE_INFINITY;
        double outermost = 0;
        double missingBelow = Double.NEGATIVE_INFINITY;
        double missingAbove = Double.POSITIVE_INFINITY;
        for (int halving = 0; halving <= MAX_HALVINGS; halving++) {
            boolean first = halving == 0;
            step /= 2;
            for (double t = first ? -LAST : -LAST + step; t <= LAST; t += first ? step : 2 * step) {
                Value part = node.at(t);
                if (part == null) {
                    missingBelow = t < 0 ? Math.max(missingBelow, t) : missingBelow;
                    missingAbove = t < 0 ? missingAbove : Math.min(missingAbove, t);
                    continue;
                }
                sum = Arithmetic.add(sum, part);
                absolute += size(part);
                if (Math.abs(t) > OUTER) {
                    outermost = Math.max(outermost, size(part));
                }
            }
            Value now = Arithmetic.multiply(new Value.Real(step), sum);
            difference = size(Arithmetic.subtract(now, before));
            before = now;
            // Where all is zero so far, a peak may lie between the points.
            if (!first && absolute > 0 && difference <= TOLERANCE * step * absolute) {
                break;
            }
        }
        double size = step * absolute;
        integral = Arithmetic.add(integral, before);
        magnitude += size;
        error += difference + outermost + Math.ulp(1.0) * size;
        lost += beyond(node, missingBelow + step) + beyond(node, missingAbove - step);
    }

    /** What may be lost from the last point next to an end that has a value: so many times its distance times that value. */
    private static double beyond(Node node, double t) {
        Value part = Double.isInfinite(t) ? null : node.at(t);
        return part == null ? 0 : LOST * size(part) / (Math.PI / 2 * Math.cosh(t));
    }
}
