package org.ansatz.expression.evaluation;

import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.value.Value;

/**
 * Simulates what is uncertain: each inexact result moves by one rounding unit, each numerical estimate by its own error,
 * up or down as a seeded coin falls. The spread over a few evaluations is how wrong the result may be (the CESTAC
 * method: J. Vignes, Math. Comput. Simulation 35, 1993, 233–261).
 */
final class Jitter {

    private static final double ROUNDING_UNIT = 0x1p-52;

    private final SplitMix coins;

    Jitter(long seed) {
        coins = new SplitMix(seed);
    }

    /** The value with every inexact number moved by a rounding unit. */
    Value rounded(Value value) {
        return moved(value, ROUNDING_UNIT, 0);
    }

    /** The value moved by an absolute error. */
    Value within(Value value, double error) {
        return moved(value, 0, error);
    }

    private Value moved(Value value, double relative, double absolute) {
        if (value instanceof Value.Real) {
            return new Value.Real(moved(((Value.Real) value).x(), relative, absolute));
        }
        if (value instanceof Value.Complex) {
            Value.Complex z = (Value.Complex) value;
            return new Value.Complex(moved(z.re(), relative, absolute), moved(z.im(), relative, absolute));
        }
        if (value instanceof Value.Dual) {
            Value.Dual d = (Value.Dual) value;
            return new Value.Dual(d.order(), moved(d.re(), relative, absolute), moved(d.eps(), relative, absolute));
        }
        if (value instanceof Value.Array) {
            return ((Value.Array) value).map(entry -> moved(entry, relative, absolute));
        }
        if (value instanceof Value.Exact && absolute > 0) {
            return new Value.Real(moved(((Value.Exact) value).number().toDouble(), relative, absolute));
        }
        return value;
    }

    private double moved(double x, double relative, double absolute) {
        if (Double.isInfinite(x)) {
            return x;
        }
        double step = x * relative + absolute;
        return coins.next() < 0 ? x + step : x - step;
    }
}
