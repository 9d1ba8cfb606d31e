package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.negate;

import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.ErrorFunction;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Rational;

/** The error function and the tail of the normal distribution: value and derivative side by side. */
final class Gaussian {

    private static final Elementary ERF =
            new Elementary("erf(x)", "error function, 2/sqrt(pi) ∫ exp(-t^2) dt from 0 to x") {
                @Override
                double at(double x) {
                    return ErrorFunction.erf(x);
                }

                @Override
                Kind kind(Kind argument) {
                    return Kind.NEAR;
                }

                @Override
                Value.Real at(Value.Real x) {
                    double beyond = ErrorFunction.erfc(Math.abs(x.x()));
                    return beyond < 0.5 ? Value.Real.nearOne(x.x(), -beyond) : super.at(x);
                }

                @Override
                Series enclosed(Series x) {
                    return x.erf();
                }

                @Override
                Expansion expanded(Expansion x) {
                    return x.isBounded() ? super.expanded(x) : Expansion.of(1).minus(ERFC.expanded(x));
                }

                @Override
                Value slope(Value x) {
                    return multiply(new Value.Real(ErrorFunction.SLOPE), BELL.of(x));
                }
            };

    private static final Elementary ERFC =
            new Elementary("erfc(x)", "1 - erf(x), to all digits also where that is small") {
                @Override
                double at(double x) {
                    return ErrorFunction.erfc(x);
                }

                @Override
                Kind kind(Kind argument) {
                    return Kind.NEAR;
                }

                @Override
                Value.Real at(Value.Real x) {
                    double below = ErrorFunction.erf(x.x());
                    return Math.abs(below) < 0.5 ? Value.Real.nearOne(1, -below) : super.at(x);
                }

                @Override
                Series enclosed(Series x) {
                    return x.erfc();
                }

                @Override
                Expansion expanded(Expansion x) {
                    return x.isBounded() ? super.expanded(x) : x.gaussianTail();
                }

                @Override
                Value slope(Value x) {
                    return negate(ERF.slope(x));
                }
            };

    private static final Elementary TAIL =
            new Elementary("Q(x)", "probability that a standard normal variable is above x, erfc(x/sqrt(2))/2") {
                @Override
                double at(double x) {
                    return ErrorFunction.tail(x);
                }

                @Override
                Kind kind(Kind argument) {
                    return Kind.NEAR;
                }

                @Override
                Value.Real at(Value.Real x) {
                    return x.x() < 0 ? Value.Real.nearOne(1, -ErrorFunction.tail(-x.x())) : super.at(x);
                }

                @Override
                Series enclosed(Series x) {
                    return x.gaussianTail();
                }

                @Override
                Expansion expanded(Expansion x) {
                    if (x.isBounded()) {
                        return super.expanded(x);
                    }
                    Rational half = Rational.of(1, 2);
                    Expansion scaled = x.times(Coefficient.of(half).power(half));
                    return scaled.gaussianTail().times(Coefficient.of(half));
                }

                @Override
                Value slope(Value x) {
                    return multiply(new Value.Real(-ErrorFunction.DENSITY), NORMAL_BELL.of(x));
                }
            };

    private static final Elementary TAIL_INVERSE = new Elementary("Qinv(p)", "the x with Q(x) == p") {
        @Override
        double at(double p) {
            return defined(ErrorFunction.quantile(p), p, "0 ≤ p ≤ 1");
        }

        @Override
        Value.Real at(Value.Real p) {
            return p.isNearOne() && p.x() > 0 && p.fromOne() <= 0
                    ? new Value.Real(0 - ErrorFunction.tailInverse(-p.fromOne()))
                    : super.at(p);
        }

        @Override
        Series enclosed(Series p) {
            return p.gaussianTailInverse();
        }

        /** −1/density, as −Q(x)/(p·density): what x is rounded by far out in the tail, both Q and the density feel alike. */
        @Override
        Value slope(Value p) {
            Value x = of(p);
            return divide(divide(TAIL.of(x), p), TAIL.slope(x));
        }
    };

    private static final Elementary BELL = new Bell(1);
    private static final Elementary NORMAL_BELL = new Bell(2);

    /** exp(−x²/divisor), of which every derivative follows. */
    private static final class Bell extends Elementary {
        private final int divisor;

        Bell(int divisor) {
            super("bell(x)", "exp(-x^2/divisor)");
            this.divisor = divisor;
        }

        @Override
        double at(double x) {
            return ErrorFunction.bell(x, 1.0 / divisor);
        }

        @Override
        Series enclosed(Series x) {
            return x.square()
                    .over(Series.constant(Interval.of(divisor), x.order()))
                    .negate()
                    .exp();
        }

        @Override
        Value slope(Value x) {
            return multiply(divide(Value.Exact.of(-2), Value.Exact.of(divisor)), multiply(x, of(x)));
        }
    }

    private Gaussian() {}

    static List<Function> all() {
        return List.of(ERF, ERFC, TAIL, TAIL_INVERSE);
    }
}
