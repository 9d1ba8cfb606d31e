package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** Between levels in decibels and ratios: ten times the logarithm for powers, twenty for amplitudes (IEC 60027-3). */
final class Levels {

    private Levels() {}

    static List<Function> all() {
        return List.of(
                new FromLevel(
                        "db2pow(x)", "power ratio of a level; the power itself for dBm or dBW", 10, Dimension.POWER),
                new FromLevel(
                        "db2mag(x)", "amplitude ratio of a level; the voltage itself for dBV", 20, Dimension.VOLTAGE),
                new ToLevel("pow2db(x)", "level of a power ratio in dB; of a power in dBW", 10, Dimension.POWER),
                new ToLevel(
                        "mag2db(x)", "level of an amplitude ratio in dB; of a voltage in dBV", 20, Dimension.VOLTAGE));
    }

    /** Ten to the power x over ten or twenty. */
    private static final class FromLevel extends Elementary {
        private final int factor;
        private final Dimension reference;

        FromLevel(String signature, String help, int factor, Dimension reference) {
            super(signature, help);
            this.factor = factor;
            this.reference = reference;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type argument = Typing.number(arguments.get(0));
            @Nullable Dimension of = argument.dimensionOrNone().reference();
            if (!argument.dimensionOrNone().isLevel() || of != null && !of.equals(reference)) {
                throw new ExpressionFault(
                        arguments.get(0).span(),
                        name() + " takes a level in dB" + (factor == 10 ? " or of a power" : " or of a voltage")
                                + "; this is " + argument.describe());
            }
            return argument.with(of == null ? Dimension.NONE : reference).with(NumberSet.REAL);
        }

        @Override
        double at(double x) {
            return Math.pow(10, x / factor);
        }

        @Override
        Series enclosed(Series x) {
            return x.times(Elementaries.logarithm(10, x))
                    .over(Elementaries.number(factor, x))
                    .exp();
        }

        @Override
        Value slope(Value x) {
            return Arithmetic.multiply(new Value.Real(Math.log(10) / factor), of(x));
        }
    }

    /** Ten or twenty times the decimal logarithm. */
    private static final class ToLevel extends Elementary {
        private final int factor;
        private final Dimension reference;

        ToLevel(String signature, String help, int factor, Dimension reference) {
            super(signature, help);
            this.factor = factor;
            this.reference = reference;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type argument = Typing.number(arguments.get(0));
            Dimension of = argument.dimensionOrNone();
            if (!of.isNone() && !of.equals(reference)) {
                throw new ExpressionFault(
                        arguments.get(0).span(),
                        name() + " takes a ratio or " + Units.describe(reference) + "; this is " + argument.describe());
            }
            return argument.with(of.isNone() ? Dimension.LEVEL : Dimension.levelOf(reference))
                    .with(NumberSet.REAL);
        }

        @Override
        double at(double x) {
            return defined(factor * Math.log10(x), x, "x ≥ 0");
        }

        @Override
        Value.Real at(Value.Real x) {
            return x.isNearOne() && x.x() > 0
                    ? new Value.Real(factor * Elementaries.LOG10.at(x).x())
                    : super.at(x);
        }

        @Override
        Value exactly(Value.Exact x) {
            return Arithmetic.isBeyondDoubles(x) && x.number().signum() > 0
                    ? Arithmetic.multiply(Value.Exact.of(factor), Elementaries.LOG10.of(x))
                    : super.exactly(x);
        }

        @Override
        Series enclosed(Series x) {
            return x.log().times(Elementaries.number(factor, x)).over(Elementaries.logarithm(10, x));
        }

        @Override
        Value slope(Value x) {
            return Arithmetic.divide(new Value.Real(factor / Math.log(10)), x);
        }
    }
}
