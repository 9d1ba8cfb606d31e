package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Rational;

/** Functions of logistic models, finite at arguments of any size: value and derivative side by side. */
final class Activations {

    private static final Value TWO = Value.Exact.of(2);

    private static final Elementary SIGMOID =
            new Elementary("sigmoid(x)", "1/(1 + exp(-x)), from 0 to 1, entry by entry") {
                @Override
                double at(double x) {
                    double e = Math.exp(-Math.abs(x));
                    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
                }

                @Override
                Kind kind(Kind argument) {
                    return Kind.NEAR;
                }

                @Override
                Value.Real at(Value.Real x) {
                    if (!(x.x() > 0)) {
                        return super.at(x);
                    }
                    double e = Math.exp(-x.x());
                    return Value.Real.nearOne(1, -e / (1 + e));
                }

                @Override
                Series enclosed(Series x) {
                    return x.sigmoid();
                }

                @Override
                Expansion expanded(Expansion x) {
                    return Expansion.of(1).over(Expansion.of(1).plus(x.negate().exp()));
                }

                /** sech²(x/2)/4, which does not cancel as σ·(1 − σ) does, in no derivative. */
                @Override
                Value slope(Value x) {
                    return Arithmetic.divide(
                            Elementaries.SECH_SQUARED.of(Arithmetic.divide(x, TWO)), Value.Exact.of(4));
                }
            };

    private static final Elementary SOFTPLUS =
            new Elementary("softplus(x)", "log(1 + exp(x)), which is -log(sigmoid(-x)), entry by entry") {
                @Override
                double at(double x) {
                    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
                }

                @Override
                Series enclosed(Series x) {
                    return x.softplus();
                }

                @Override
                Expansion expanded(Expansion x) {
                    return Expansion.of(1).plus(x.exp()).log();
                }

                @Override
                Value slope(Value x) {
                    return SIGMOID.of(x);
                }
            };

    private static final Elementary RELU = new Elementary("relu(x)", "x where it is positive, else 0, entry by entry") {
        @Override
        double at(double x) {
            return Math.max(x, 0);
        }

        @Override
        boolean isExact() {
            return true;
        }

        @Override
        Value exactly(Value.Exact x) {
            return x.number().signum() > 0 ? x : Arithmetic.ZERO;
        }

        @Override
        Value at(Value.Dual x) {
            return Arithmetic.compare(x, Arithmetic.ZERO) > 0
                    ? x
                    : new Value.Dual(x.order(), of(x.re()), Arithmetic.ZERO);
        }

        @Override
        Series enclosed(Series x) {
            return x.max(Series.constant(Interval.ZERO, x.order()));
        }

        @Override
        Expansion expanded(Expansion x) {
            return x.sign() > 0 ? x : Expansion.of(0);
        }

        @Override
        Value slope(Value x) {
            return sideOfZero(x) > 0 ? Arithmetic.ONE : Arithmetic.ZERO;
        }
    };

    /** At 0 it is 0, as most programs take the derivative of relu to be there. */
    private static final Elementary STEP = new Elementary("step(x)", "1 where x is positive, else 0, entry by entry") {
        @Override
        double at(double x) {
            return Double.isNaN(x) ? x : x > 0 ? 1 : 0;
        }

        @Override
        boolean isExact() {
            return true;
        }

        @Override
        Value exactly(Value.Exact x) {
            return new Value.Exact(x.number().signum() > 0 ? Rational.ONE : Rational.ZERO);
        }

        @Override
        Value at(Value.Dual x) {
            return Arithmetic.compareAtStep(x, Arithmetic.ZERO) > 0 ? Arithmetic.ONE : Arithmetic.ZERO;
        }

        @Override
        Series enclosed(Series x) {
            return x.step();
        }

        @Override
        Expansion expanded(Expansion x) {
            return Expansion.of(x.sign() > 0 ? 1 : 0);
        }

        @Override
        Value slope(Value x) {
            sideOfZero(x);
            return Arithmetic.ZERO;
        }
    };

    /** With it, log(1 + x) of a small x keeps every digit. */
    static final Elementary LOG1P = new Elementary("log1p(x)", "log(1 + x), exact also where x is small") {
        @Override
        double at(double x) {
            return defined(Math.log1p(x), x, "x ≥ -1");
        }

        @Override
        Series enclosed(Series x) {
            return x.log1p();
        }

        @Override
        Expansion expanded(Expansion x) {
            return Expansion.of(1).plus(x).log();
        }

        @Override
        Value slope(Value x) {
            return Arithmetic.divide(Arithmetic.ONE, Arithmetic.add(Arithmetic.ONE, x));
        }
    };

    private Activations() {}

    static List<Function> all() {
        return List.of(LOG1P, SIGMOID, SOFTPLUS, RELU, STEP);
    }
}
