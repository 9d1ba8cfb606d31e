package org.ansatz.interval;

import java.util.function.UnaryOperator;

/** The functions of one variable: as series, and by numbers of many digits. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum ElementaryFunction {
    EXP(Series::exp, 4),
    LOG(Series::log, 0, Double.MAX_VALUE, 4),
    LOG1P(Series::log1p, -1, Double.MAX_VALUE, 4),
    SIN(Series::sin, 4),
    COS(Series::cos, 4),
    TAN(Series::tan, 4),
    SINH(Series::sinh, 8),
    COSH(Series::cosh, 8),
    TANH(Series::tanh, 8),
    ASIN(Series::asin, -1, 1, 4),
    ACOS(Series::acos, -1, 1, 4),
    ATAN(Series::atan, 4),
    ASINH(Series::asinh, 12),
    ACOSH(Series::acosh, 1, Double.MAX_VALUE, 12),
    ATANH(Series::atanh, -1, 1, 12),
    SIGMOID(Series::sigmoid, 12),
    SOFTPLUS(Series::softplus, 12),
    ERF(Series::erf, 20),
    ERFC(Series::erfc, 20),
    GAUSSIAN_TAIL(Series::gaussianTail, 20),
    GAUSSIAN_TAIL_INVERSE(Series::gaussianTailInverse, 0, 1, 20),
    SINC(x -> x.sinc(0), 16),
    SQRT(Series::sqrt, 0, Double.MAX_VALUE, 2),
    SQUARE(Series::square, 2),
    RECIPROCAL(x -> Series.constant(Interval.ONE, x.order()).over(x), 2),
    CUBE(x -> x.power(3), 4),
    SEVENTH(x -> x.power(7), 4),
    INVERSE_FOURTH(x -> x.power(-4), 10);

    private final UnaryOperator<Series> ours;
    private final double low;
    private final double high;
    private final int ulps;

    ElementaryFunction(UnaryOperator<Series> ours, int ulps) {
        this(ours, -Double.MAX_VALUE, Double.MAX_VALUE, ulps);
    }

    ElementaryFunction(UnaryOperator<Series> ours, double low, double high, int ulps) {
        this.ours = ours;
        this.low = low;
        this.high = high;
        this.ulps = ulps;
    }

    /** Its series on a set. */
    Series of(Series x) {
        return ours.apply(x);
    }

    /** The lower end of its domain. */
    double low() {
        return low;
    }

    /** The upper end of its domain. */
    double high() {
        return high;
    }

    /** How wide the enclosure of a point is at most, in ulps of the value, where that is a normal number. */
    int ulps() {
        return ulps;
    }

    /** Whether it has a value. */
    boolean isDefined(double x) {
        boolean ends = this == ATANH || this == GAUSSIAN_TAIL_INVERSE;
        boolean open = this == LOG || this == LOG1P || ends;
        boolean pole = x == 0 && (this == RECIPROCAL || this == INVERSE_FOURTH);
        return (open ? x > low : x >= low) && (ends ? x < high : x <= high) && !pole;
    }

    /** Its value. */
    <T> T exact(T x, Numbers<T> n) {
        return switch (this) {
            case EXP -> n.exp(x);
            case LOG -> n.log(x);
            case LOG1P -> n.log1p(x);
            case SIN -> n.sin(x);
            case COS -> n.cos(x);
            case TAN -> n.tan(x);
            case SINH -> n.sinh(x);
            case COSH -> n.cosh(x);
            case TANH -> n.tanh(x);
            case ASIN -> n.asin(x);
            case ACOS -> n.acos(x);
            case ATAN -> n.atan(x);
            case ASINH -> n.asinh(x);
            case ACOSH -> n.acosh(x);
            case ATANH -> n.atanh(x);
            case SIGMOID -> n.sigmoid(x);
            case SOFTPLUS -> n.softplus(x);
            case ERF -> n.erf(x);
            case ERFC -> n.erfc(x);
            case GAUSSIAN_TAIL -> n.half(n.erfc(n.over(x, n.sqrt(n.of(2)))));
            case GAUSSIAN_TAIL_INVERSE -> n.tailInverse(x);
            case SINC -> n.sinc(x);
            case SQRT -> n.sqrt(x);
            case SQUARE -> n.times(x, x);
            case RECIPROCAL -> n.over(n.of(1), x);
            case CUBE -> n.times(x, n.times(x, x));
            case SEVENTH -> n.times(x, n.square(n.times(x, n.square(x))));
            case INVERSE_FOURTH -> n.over(n.of(1), n.square(n.square(x)));
        };
    }
}
