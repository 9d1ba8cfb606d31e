package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.ONE;
import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.power;
import static org.ansatz.expression.value.Arithmetic.real;
import static org.ansatz.expression.value.Arithmetic.subtract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Family;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Continuous;
import org.ansatz.probability.Counts;
import org.ansatz.probability.Exponential;
import org.ansatz.probability.Normal;
import org.ansatz.probability.Rayleigh;
import org.ansatz.probability.Uniform;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** The distributions of random variables. */
final class Families {

    /** Binomial probabilities of more trials than these are not exact. */
    private static final int MAX_EXACT_TRIALS = 64;

    /** Probabilities that are not exact make 1 to this. */
    private static final double TOTAL_TO = 1e-9;

    private Families() {}

    /** All of them. */
    static List<Family> all() {
        return List.of(
                new Smooth("normal(mean, deviation)", "normal, by its mean and standard deviation") {
                    @Override
                    public Type type(List<Term> parameters, Span call) {
                        return both(parameters);
                    }

                    @Override
                    Continuous of(double a, double b) {
                        return new Normal(a, b);
                    }
                },
                new Smooth("uniform(a, b)", "all numbers from a to b equally likely") {
                    @Override
                    public Type type(List<Term> parameters, Span call) {
                        return both(parameters);
                    }

                    @Override
                    Continuous of(double a, double b) {
                        return new Uniform(a, b);
                    }
                },
                new Range(),
                new Smooth(
                        "exponential(rate)", "the time to the first event, by the rate of events; the mean is 1/rate") {
                    @Override
                    public Type type(List<Term> parameters, Span call) {
                        Type rate = Typing.real(parameters.get(0));
                        return Type.real(Dimension.NONE.over(rate.dimensionOrNone()));
                    }

                    @Override
                    Continuous of(double a, double b) {
                        return new Exponential(a);
                    }
                },
                new Smooth("rayleigh(scale)", "the length of two independent normal(0, scale)") {
                    @Override
                    public Type type(List<Term> parameters, Span call) {
                        return Type.real(Typing.real(parameters.get(0)).dimensionOrNone());
                    }

                    @Override
                    Continuous of(double a, double b) {
                        return new Rayleigh(a);
                    }
                },
                new Counted("bernoulli(p)", "1 with the probability p, else 0") {
                    @Override
                    public Law law(List<Value> parameters) {
                        Value p = parameters.get(0);
                        Counts.requireProbability(real(p));
                        List<Value> weights = List.of(subtract(ONE, p), p);
                        return Law.Atoms.whole(
                                () -> new Law.Weighted(List.of(Arithmetic.ZERO, ONE), weights, 0, 0),
                                uniform -> uniform.getAsDouble() < real(p) ? ONE : Arithmetic.ZERO);
                    }
                },
                new Counted("binomial(n, p)", "the number of successes in n trials, each with the probability p") {
                    @Override
                    public Law law(List<Value> parameters) {
                        long n = Arithmetic.count(parameters.get(0));
                        Value p = parameters.get(1);
                        Counts.requireProbability(real(p));
                        return Law.Atoms.whole(
                                () -> n <= MAX_EXACT_TRIALS && p instanceof Value.Exact
                                        ? exactly((int) n, p)
                                        : weighted(Counts.binomial(n, real(p))),
                                uniform -> Value.Exact.of(Counts.drawBinomial(n, real(p), uniform)));
                    }
                },
                new Counted("geometric(p)", "the number of trials up to the first success, that one included") {
                    @Override
                    public Law law(List<Value> parameters) {
                        double p = real(parameters.get(0));
                        if (p == 0) {
                            Counts.geometric(p);
                        }
                        Counts.requireProbability(p);
                        return Law.Atoms.whole(
                                () -> weighted(Counts.geometric(p)),
                                uniform -> Value.Exact.of(Counts.drawGeometric(p, uniform)));
                    }
                },
                new Counted("poisson(mean)", "the number of events where so many are expected") {
                    @Override
                    public Law law(List<Value> parameters) {
                        double mean = real(parameters.get(0));
                        if (!(mean >= 0)) {
                            Counts.poisson(mean);
                        }
                        return Law.Atoms.whole(
                                () -> weighted(Counts.poisson(mean)),
                                uniform -> Value.Exact.of(Counts.drawPoisson(mean, uniform)));
                    }
                },
                new Listed());
    }

    /** Binomial probabilities without any rounding. */
    private static Law.Weighted exactly(int n, Value p) {
        List<Value> values = new ArrayList<>();
        List<Value> weights = new ArrayList<>();
        BigInteger ways = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            Value successes = k == 0 ? ONE : power(p, Value.Exact.of(k));
            Value failures = k == n ? ONE : power(subtract(ONE, p), Value.Exact.of(n - k));
            values.add(Value.Exact.of(k));
            weights.add(multiply(new Value.Exact(Rational.of(ways)), multiply(successes, failures)));
            ways = ways.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
        }
        return new Law.Weighted(values, weights, 0, 0);
    }

    private static Law.Weighted weighted(Counts counts) {
        List<Value> values = new ArrayList<>();
        List<Value> weights = new ArrayList<>();
        for (int i = 0; i < counts.weights().length; i++) {
            values.add(Value.Exact.of(counts.first() + i));
            weights.add(new Value.Real(counts.weights()[i]));
        }
        return new Law.Weighted(values, weights, counts.missing(), counts.error());
    }

    /** The common type of two parameters that have the unit of the variable. */
    private static Type both(List<Term> parameters) {
        parameters.forEach(Typing::real);
        return Type.real(Typing.same(parameters.get(0), parameters.get(1)).dimensionOrNone());
    }

    /** A family with a density, of one or two real parameters. */
    private abstract static class Smooth extends Family {

        Smooth(String signature, String help) {
            super(signature, help);
        }

        abstract Continuous of(double a, double b);

        @Override
        public final boolean isContinuous() {
            return true;
        }

        @Override
        public final Law law(List<Value> parameters) {
            return new Law.Density(of(real(parameters.get(0)), real(parameters.get(parameters.size() - 1))));
        }
    }

    /** A family of whole numbers, whose parameters are pure numbers. */
    private abstract static class Counted extends Family {

        Counted(String signature, String help) {
            super(signature, help);
        }

        @Override
        public final boolean isContinuous() {
            return false;
        }

        @Override
        public final Type type(List<Term> parameters, Span call) {
            parameters.forEach(parameter -> Typing.real(Typing.pure(parameter)));
            if (name().equals("binomial")) {
                Typing.integer(parameters.get(0));
            }
            return Type.INTEGER;
        }
    }

    /** Whole numbers in a row, equally likely. */
    private static final class Range extends Family {

        Range() {
            super("uniform(a:b)", "the whole numbers from a to b equally likely");
        }

        @Override
        public String key() {
            return "uniform:";
        }

        @Override
        public int parameters() {
            return 2;
        }

        @Override
        public boolean isContinuous() {
            return false;
        }

        @Override
        public Type type(List<Term> parameters, Span call) {
            parameters.forEach(Typing::integer);
            return Type.INTEGER;
        }

        @Override
        public Law law(List<Value> parameters) {
            long first = whole(parameters.get(0));
            long last = whole(parameters.get(1));
            if (last < first) {
                throw new NoValue("a uniform distribution over " + first + ":" + last + ", which is empty");
            }
            return Law.Atoms.whole(
                    () -> equallyLikely(first, last),
                    uniform -> Value.Exact.of(first + (long) Math.floor(uniform.getAsDouble() * (last - first + 1.0))));
        }

        private static long whole(Value value) {
            double x = real(value);
            if (x != Math.rint(x) || Math.abs(x) > 1L << 50) {
                throw new NoValue("a range of whole numbers ends at " + x);
            }
            return (long) x;
        }

        private static Law.Weighted equallyLikely(long first, long last) {
            if (last - first >= Counts.MAX_WEIGHTS) {
                throw new NoValue("a uniform distribution over more than " + Counts.MAX_WEIGHTS
                        + " numbers: draw them, as in P(…; samples = 10000)");
            }
            List<Value> values = new ArrayList<>();
            List<Value> weights = new ArrayList<>();
            Value each = divide(ONE, Value.Exact.of(last - first + 1));
            for (long k = first; k <= last; k++) {
                values.add(Value.Exact.of(k));
                weights.add(each);
            }
            return new Law.Weighted(values, weights, 0, 0);
        }
    }

    /** A list of numbers with their probabilities. */
    private static final class Listed extends Family {

        Listed() {
            super(
                    "discrete(values, probabilities)",
                    "these numbers, each with its probability, discrete([-1, 1], [1/4, 3/4])");
        }

        @Override
        public boolean isContinuous() {
            return false;
        }

        @Override
        public Type type(List<Term> parameters, Span call) {
            for (Term list : parameters) {
                if (Typing.number(list).isScalar() || list.type().set() == NumberSet.COMPLEX) {
                    throw new ExpressionFault(list.span(), "a list of real numbers is needed here, such as [-1, 1]");
                }
            }
            Typing.pure(parameters.get(1));
            Type values = parameters.get(0).type();
            return Type.of(values.set(), values.dimensionOrNone());
        }

        @Override
        public Law law(List<Value> parameters) {
            List<Value> values = ((Value.Array) parameters.get(0)).entries();
            List<Value> weights = ((Value.Array) parameters.get(1)).entries();
            double off = distanceFromOne(values, weights);
            Supplier<Law.Weighted> atoms = () -> new Law.Weighted(values, weights, 0, off);
            return new Law.Atoms(
                    atoms,
                    uniform -> values.get(drawn(weights, uniform)),
                    values.stream().allMatch(Arithmetic::isWhole));
        }

        /** By how much the total of probabilities is not 1, if they are not exact. */
        private static double distanceFromOne(List<Value> values, List<Value> weights) {
            if (values.size() != weights.size()) {
                throw new NoValue(values.size() + " values with " + weights.size() + " probabilities");
            }
            Value total = Arithmetic.ZERO;
            for (Value weight : weights) {
                Counts.requireProbability(real(weight));
                total = Arithmetic.add(total, weight);
            }
            boolean isOne = total instanceof Value.Exact
                    ? Arithmetic.isEqual(total, ONE)
                    : Math.abs(real(total) - 1) <= TOTAL_TO;
            if (!isOne) {
                throw new NoValue("probabilities whose total is " + real(total) + "; it must be 1");
            }
            return total instanceof Value.Exact ? 0 : Math.abs(real(total) - 1) + weights.size() * Math.ulp(1.0);
        }

        private static int drawn(List<Value> weights, DoubleSupplier uniform) {
            double left = uniform.getAsDouble();
            int last = 0;
            for (int i = 0; i < weights.size(); i++) {
                double weight = real(weights.get(i));
                last = weight > 0 ? i : last;
                left -= weight;
                if (left < 0) {
                    return i;
                }
            }
            return last;
        }
    }
}
