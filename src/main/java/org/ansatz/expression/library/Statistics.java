package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.real;
import static org.ansatz.expression.value.Arithmetic.subtract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Chance;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Statistics of random variables: probabilities, means, variances, densities. */
final class Statistics {

    private static final Dimension NONE = Dimension.NONE;

    private Statistics() {}

    /** All of them. */
    static List<BinderRule> all() {
        return List.of(
                new Statistic(
                        "P",
                        "probability of an event: P(X > 1), P(A | B); sampled P(A | B; samples = 10000)",
                        Statistics::event,
                        dimensions -> NONE,
                        Expectation::probability,
                        Simulation::probability,
                        true),
                new Statistic(
                        "E",
                        "mean of what depends on random variables: E(X^2), E(X | A)",
                        arguments -> reals(arguments, 1, "E(X)"),
                        dimensions -> dimensions.get(0),
                        Statistics::mean,
                        Simulation::mean,
                        false),
                new Statistic(
                        "var",
                        "variance, E((X - E(X))^2)",
                        arguments -> reals(arguments, 1, "var(X)"),
                        dimensions -> dimensions.get(0).times(dimensions.get(0)),
                        space -> covariance(space, 0, 0),
                        Simulation::variance,
                        false),
                new Statistic(
                        "std",
                        "standard deviation, the square root of the variance",
                        arguments -> reals(arguments, 1, "std(X)"),
                        dimensions -> dimensions.get(0),
                        Statistics::deviation,
                        Simulation::deviation,
                        false),
                new Statistic(
                        "cov",
                        "covariance, E((X - E(X))*(Y - E(Y)))",
                        arguments -> reals(arguments, 2, "cov(X, Y)"),
                        dimensions -> dimensions.get(0).times(dimensions.get(1)),
                        space -> covariance(space, 0, 1),
                        Simulation::covariance,
                        false),
                new Statistic(
                        "correlation",
                        "correlation coefficient, cov(X, Y)/(std(X)*std(Y))",
                        arguments -> reals(arguments, 2, "correlation(X, Y)"),
                        dimensions -> NONE,
                        Statistics::correlation,
                        Simulation::correlation,
                        false),
                new Statistic(
                        "pdf",
                        "probability density of X at x, pdf(X, x), in 1 over the unit of X",
                        arguments -> alike(arguments, "pdf(X, x)"),
                        dimensions -> NONE.over(dimensions.get(0)),
                        Statistics::density,
                        simulation -> {
                            throw new NoValue("a density is not sampled: sample P(abs(X - x) < d)/(2*d) for a small d");
                        },
                        true),
                new Statistic(
                        "cdf",
                        "probability that X is not above x, cdf(X, x)",
                        arguments -> List.of(notAbove(alike(arguments, "cdf(X, x)"))),
                        dimensions -> NONE,
                        Expectation::probability,
                        Simulation::probability,
                        true),
                new Statistic(
                        "quantile",
                        "least x that X is not above with the probability p, quantile(X, p); the median is quantile(X, 1/2)",
                        Statistics::ofShare,
                        dimensions -> dimensions.get(0),
                        Quantile::of,
                        simulation -> {
                            throw new NoValue("a quantile is not sampled: sample P(X <= x; samples = …) at x instead");
                        },
                        true));
    }

    // ---- what is asked

    private static List<Term> event(List<Term> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("P(X > 1)");
        }
        Typing.truth(arguments.get(0));
        return arguments;
    }

    private static List<Term> reals(List<Term> arguments, int count, String written) {
        if (arguments.size() != count) {
            throw new IllegalArgumentException(written);
        }
        for (Term argument : arguments) {
            Typing.real(argument);
            if (argument.type().dimensionOrNone().isLevel()) {
                throw new ExpressionFault(argument.span(), "levels in dB have no mean: convert them with db2pow(…)");
            }
        }
        return arguments;
    }

    private static List<Term> alike(List<Term> arguments, String written) {
        reals(arguments, 2, written);
        Typing.same(arguments.get(0), arguments.get(1));
        return arguments;
    }

    private static List<Term> ofShare(List<Term> arguments) {
        reals(arguments, 2, "quantile(X, p)");
        Typing.pure(arguments.get(1));
        return arguments;
    }

    private static Term notAbove(List<Term> sides) {
        Term first = sides.get(0);
        return new Term.Comparison(first.span(), sides, List.of(Op.LESS_OR_EQUAL));
    }

    // ---- by integration

    private static Estimate mean(SampleSpace space) {
        Estimate sum = Estimate.exact(Arithmetic.ZERO);
        for (SampleSpace part : Independence.parts(space)) {
            Value near = Centre.of(part).get(0);
            Estimate away = Expectation.means(part, 1, values -> List.of(subtract(values.get(0), near)))
                    .get(0);
            sum = sum(sum, sum(Estimate.exact(near), away));
        }
        return sum;
    }

    private static Estimate sum(Estimate a, Estimate b) {
        Value sum = Arithmetic.add(a.value(), b.value());
        double rounding = sum instanceof Value.Exact ? 0 : Math.ulp(real(sum));
        return new Estimate(sum, a.error() + b.error() + rounding);
    }

    private static Estimate covariance(SampleSpace space, int a, int b) {
        Estimate sum = Estimate.exact(Arithmetic.ZERO);
        for (SampleSpace part : Independence.parts(space)) {
            sum = sum(sum, covarianceOfPart(part, a, b));
        }
        return sum;
    }

    private static Estimate covarianceOfPart(SampleSpace space, int a, int b) {
        List<Value> near = Centre.of(space);
        List<Estimate> means = Expectation.means(
                space,
                2,
                values -> List.of(subtract(values.get(a), near.get(a)), subtract(values.get(b), near.get(b))));
        Value x = means.get(0).value();
        Value y = means.get(1).value();
        Estimate found = Expectation.means(
                        space,
                        1,
                        values -> List.of(multiply(
                                subtract(subtract(values.get(a), near.get(a)), x),
                                subtract(subtract(values.get(b), near.get(b)), y))))
                .get(0);
        // About a mean that is off, the result is off by the product of both errors.
        return new Estimate(
                found.value(),
                found.error() + means.get(0).error() * means.get(1).error());
    }

    private static Estimate deviation(SampleSpace space) {
        return root(covariance(space, 0, 0));
    }

    private static Estimate root(Estimate variance) {
        Value half = new Value.Exact(Rational.of(1, 2));
        Value root = Arithmetic.isZero(variance.value()) ? Arithmetic.ZERO : Arithmetic.power(variance.value(), half);
        double size = Math.abs(real(root));
        double error = variance.error() == 0 && root instanceof Value.Exact
                ? 0
                : Math.min(Math.sqrt(variance.error()), variance.error() / Math.max(size, Double.MIN_NORMAL))
                        + Math.ulp(size);
        return new Estimate(root, error);
    }

    private static Estimate correlation(SampleSpace space) {
        Estimate both = covariance(space, 0, 1);
        Estimate first = covariance(space, 0, 0);
        Estimate second = covariance(space, 1, 1);
        double x = real(first.value());
        double y = real(second.value());
        if (!(x > first.error() && y > second.error())) {
            throw new NoValue("the correlation with what does not vary");
        }
        Estimate scale =
                root(new Estimate(multiply(first.value(), second.value()), first.error() * y + second.error() * x));
        Value value = Arithmetic.divide(both.value(), scale.value());
        double error = (both.error() + Math.abs(real(value)) * scale.error()) / real(scale.value());
        return new Estimate(value, error == 0 ? 0 : error + Math.ulp(1.0));
    }

    private static Estimate density(SampleSpace space) {
        Term of = space.asked().get(0);
        Term at = space.asked().get(1);
        Term.Comparison equal = new Term.Comparison(of.span(), List.of(of, at), List.of(Op.EQUAL));
        if (!Inside.reads(of, Outcomes.continuous(space))) {
            throw new NoValue("what takes single values only has no density: ask for P(X == x)");
        }
        return Expectation.density(space, Outcomes.difference(equal));
    }

    /** A statistic, integrated or of outcomes that are drawn. */
    private static final class Statistic extends BinderRule {
        private final Function<List<Term>, List<Term>> asked;
        private final Function<List<Dimension>, Dimension> dimension;
        private final Function<SampleSpace, Estimate> integrated;
        private final Function<Simulation, Estimate> simulated;
        private final boolean isByTails;
        private final boolean isSampled;
        private final @Nullable Statistic sampled;

        Statistic(
                String name,
                String help,
                Function<List<Term>, List<Term>> asked,
                Function<List<Dimension>, Dimension> dimension,
                Function<SampleSpace, Estimate> integrated,
                Function<Simulation, Estimate> simulated,
                boolean isByTails) {
            this(name, help, asked, dimension, integrated, simulated, isByTails, /* isSampled= */ false);
        }

        private Statistic(
                String name,
                String help,
                Function<List<Term>, List<Term>> asked,
                Function<List<Dimension>, Dimension> dimension,
                Function<SampleSpace, Estimate> integrated,
                Function<Simulation, Estimate> simulated,
                boolean isByTails,
                boolean isSampled) {
            super(name, help);
            this.asked = asked;
            this.dimension = dimension;
            this.integrated = integrated;
            this.simulated = simulated;
            this.isByTails = isByTails;
            this.isSampled = isSampled;
            sampled = isSampled
                    ? null
                    : new Statistic(
                            name, help, asked, dimension, integrated, simulated, isByTails, /* isSampled= */ true);
        }

        @Override
        public boolean isStatistic() {
            return true;
        }

        @Override
        public BinderRule sampled() {
            return sampled == null ? this : sampled;
        }

        @Override
        public Engine engine(List<Domain> domains) {
            if (isSampled) {
                return Engine.SAMPLING;
            }
            long densities = domains.stream()
                    .filter(domain -> domain instanceof Chance chance && chance.isContinuous())
                    .count();
            // A probability of one variable is a difference of tails; all else is integrated over as integrate(…) does.
            return densities > (isByTails ? 1 : 0) ? Engine.QUADRATURE : Engine.EXPECTATION;
        }

        @Override
        public List<Term> asked(List<Term> arguments, @Nullable Term outcomes, Span call) {
            List<Term> row;
            try {
                row = new ArrayList<>(asked.apply(arguments));
            } catch (IllegalArgumentException e) {
                throw new ExpressionFault(call, "written " + e.getMessage());
            }
            if (outcomes != null) {
                row.add(outcomes);
            }
            return row;
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            List<Dimension> dimensions = new ArrayList<>();
            body.parts().forEach(part -> dimensions.add(part.type().dimensionOrNone()));
            return Type.real(dimension.apply(dimensions));
        }

        @Override
        public Estimate apply(Loop loop) {
            SampleSpace space = loop.sampleSpace();
            if (!isSampled) {
                return integrated.apply(space);
            }
            int columns = space.asked().size() - 1;
            double outcomes = real(space.value(space.asked().get(columns)));
            return space.once(() -> simulated.apply(Simulation.of(space, outcomes, columns)));
        }
    }
}
