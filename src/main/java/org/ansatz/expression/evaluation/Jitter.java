package org.ansatz.expression.evaluation;

import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;

/**
 * Simulates what is uncertain: each inexact result moves by one rounding unit, each numerical estimate by its own error,
 * up or down as a seeded coin falls. The spread over a few evaluations is how wrong the result may be (the CESTAC
 * method: J. Vignes, Math. Comput. Simulation 35, 1993, 233–261).
 */
final class Jitter {

    private static final double ROUNDING_UNIT = 0x1p-52;

    /** From here on a rounding unit is a normal double. */
    private static final double USUAL = Double.MIN_NORMAL / ROUNDING_UNIT;

    private final long seed;
    private final SplitMix coins;

    /** Whether an operation rounds in the same direction wherever it returns. */
    private final boolean isSteady;

    Jitter(long seed) {
        this(seed, new SplitMix(seed), false);
    }

    private Jitter(long seed, SplitMix coins, boolean isSteady) {
        this.seed = seed;
        this.coins = coins;
        this.isSteady = isSteady;
    }

    long seed() {
        return seed;
    }

    /**
     * How steps are simulated that repeat the same operations: in every second simulation an operation rounds in the same direction
     * each time. So it does in truth where a coefficient is the same in each step, or where what is iterated has settled; the error
     * grows with the number of steps there, and that of independent roundings with its root.
     */
    Jitter ofRepetition() {
        return isSteady || seed % 2 == 0 ? this : new Jitter(seed, coins, true);
    }

    /** The value of a term with every inexact number moved by a rounding unit. */
    Value rounded(Value value, Term term) {
        Span place = term.span();
        return rounded(value, 31L * place.start() + place.end());
    }

    /** An exact number as a double, moved by a rounding unit. */
    Value converted(Value.Exact exact) {
        Value value = Arithmetic.inexact(exact);
        return rounded(value, Double.doubleToRawLongBits(Arithmetic.real(value)));
    }

    private Value rounded(Value value, long operation) {
        SplitMix thrown = isSteady ? new SplitMix(seed ^ operation << Integer.SIZE) : coins;
        return value.fold(new Move(ROUNDING_UNIT, 0, thrown));
    }

    /** Moves numbers by a rounding unit each; 64 of them take one throw of the coins. */
    void move(double[] numbers, int from, int to) {
        long signs = 0;
        for (int i = from; i < to; i++) {
            signs = (i - from) % Long.SIZE == 0 ? coins.next() : signs >>> 1;
            double size = Math.abs(numbers[i]);
            double step = Double.longBitsToDouble(Double.doubleToRawLongBits(ROUNDING_UNIT) | signs << (Long.SIZE - 1));
            boolean isUsual = size >= USUAL && size <= Double.MAX_VALUE;
            numbers[i] = isUsual ? numbers[i] + numbers[i] * step : moved(numbers[i], ROUNDING_UNIT, 0, coins);
        }
    }

    /** The value moved by an absolute error. */
    Value within(Value value, double error) {
        return value.fold(new Move(0, error, coins));
    }

    /** How far numbers are moved: by a part of themselves, and by an error. */
    private static final class Move implements Value.Cases<Value> {
        private final double relative;
        private final double absolute;
        private final SplitMix coins;

        Move(double relative, double absolute, SplitMix coins) {
            this.relative = relative;
            this.absolute = absolute;
            this.coins = coins;
        }

        private double moved(double x) {
            return Jitter.moved(x, relative, absolute, coins);
        }

        /** An exact number is rounded to nothing; an error makes it inexact, but leaves a whole number whole. */
        @Override
        public Value ofExact(Value.Exact value) {
            if (absolute >= 1 && value.number().isInteger()) {
                Rational away = Rational.exactly(Math.rint(absolute * (2 * coins.uniform() - 1)));
                return new Value.Exact(value.number().plus(away));
            }
            return absolute > 0 ? new Value.Real(moved(value.number().toDouble())) : value;
        }

        @Override
        public Value ofReal(Value.Real value) {
            double x = moved(value.x());
            if (!value.isNearOne()) {
                return new Value.Real(x);
            }
            // An error moves both alike; a rounding each by its own.
            double fromOne = absolute > 0
                    ? value.fromOne() + Math.copySign(1, value.x()) * (x - value.x())
                    : moved(value.fromOne());
            return new Value.Real(x, fromOne);
        }

        @Override
        public Value ofComplex(Value.Complex value) {
            return new Value.Complex(moved(value.re()), moved(value.im()));
        }

        @Override
        public Value ofDual(Value.Dual value) {
            return new Value.Dual(
                    value.order(), value.re().fold(this), value.eps().fold(this));
        }

        @Override
        public Value ofTruth(Value.Truth value) {
            return value;
        }

        @Override
        public Value ofArray(Value.Array value) {
            return value.map(entry -> entry.fold(this));
        }

        @Override
        public Value ofHandle(Value.Handle value) {
            return value;
        }
    }

    /** So small that a rounding moves it by the smallest double, however small a part of it that is otherwise. */
    private static boolean isSubnormal(double x) {
        return x != 0 && Math.abs(x) < Double.MIN_NORMAL;
    }

    private static double moved(double x, double relative, double absolute, SplitMix coins) {
        if (Double.isInfinite(x)) {
            return x;
        }
        if (Math.abs(x) == Double.MIN_VALUE && relative > 0) {
            return 0; // it may stand for anything that is smaller
        }
        double step = x * relative + absolute + (isSubnormal(x) && relative > 0 ? Double.MIN_VALUE : 0);
        return coins.next() < 0 ? x + step : x - step;
    }
}
