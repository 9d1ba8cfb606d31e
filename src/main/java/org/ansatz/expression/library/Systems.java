package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.FrequencyResponse;
import org.ansatz.polynomial.FrequencyResponse.Found;
import org.ansatz.polynomial.PartialFractions;
import org.ansatz.polynomial.Point;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.polynomial.RootLocus;
import org.ansatz.polynomial.Roots.Root;
import org.ansatz.polynomial.StepResponse;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;

/**
 * Polynomials and transfer functions. The variable is named by {@code for}: {@code poles(10/(s^2 + 3*s + 20) for s)}. It is a pure
 * number; so are poles and frequencies.
 */
final class Systems {

    /** Also of what follows from roots: the answers to a step, and where a magnitude or an angle is reached. */
    static final Engine ROOTS = new Engine("polynomial roots");

    static final Engine ROUTH = new Engine("routh");

    /** How near to a pole, relative to its size, a residue may be asked for. */
    private static final double NEAR = 1e-6;

    private Systems() {}

    static List<Function> functions() {
        return List.of(new RootsOf());
    }

    static List<BinderRule> all() {
        List<BinderRule> all = new ArrayList<>(ofRoots());
        all.addAll(Stability.all());
        all.addAll(measures());
        return all;
    }

    private static List<BinderRule> ofRoots() {
        return List.of(
                new Places("poles", "poles of a quotient of polynomials, as a column", true),
                new Places("zeros", "zeros of a quotient of polynomials, as a column", false),
                new Breakaways(),
                new Residue(),
                new Parts());
    }

    private static List<BinderRule> measures() {
        return List.of(
                new Measure(
                        "gain_crossover",
                        "angular frequency at which the magnitude on s = jw is 1",
                        ROOTS,
                        f -> new FrequencyResponse(f).gainCrossover(),
                        true,
                        OfWhole.Per.VARIABLE),
                new Measure(
                        "phase_crossover",
                        "angular frequency at which the angle on s = jw is -180 deg",
                        ROOTS,
                        f -> new FrequencyResponse(f).phaseCrossover(),
                        true,
                        OfWhole.Per.VARIABLE),
                new Measure(
                        "gain_margin",
                        "1/magnitude where the angle is -180 deg; a ratio",
                        ROOTS,
                        f -> new FrequencyResponse(f).gainMargin(),
                        true,
                        OfWhole.Per.NOTHING),
                new Measure(
                        "phase_margin",
                        "180 deg + angle where the magnitude is 1",
                        ROOTS,
                        f -> new FrequencyResponse(f).phaseMargin(),
                        true,
                        OfWhole.Per.NOTHING),
                new Measure(
                        "bandwidth",
                        "lowest angular frequency at which the magnitude is 1/sqrt(2) of that at zero",
                        ROOTS,
                        f -> new FrequencyResponse(f).bandwidth(),
                        false,
                        OfWhole.Per.VARIABLE),
                new Measure(
                        "final_value",
                        "where the answer to a unit step settles; an unstable system is an error",
                        ROUTH,
                        Systems::finalValue,
                        true,
                        OfWhole.Per.NOTHING),
                new Measure(
                        "overshoot",
                        "by which part of its final value the answer to a step exceeds it at most",
                        ROOTS,
                        f -> new StepResponse(f).overshoot(),
                        false,
                        OfWhole.Per.NOTHING),
                new Measure(
                        "peak_time",
                        "moment at which the answer to a step is largest",
                        ROOTS,
                        f -> new StepResponse(f).peakTime(),
                        false,
                        OfWhole.Per.INVERSE),
                new SettlingTime(),
                new Measure(
                        "rise_time",
                        "which the answer to a step takes from 10 % to 90 % of its final value",
                        ROOTS,
                        f -> new StepResponse(f).riseTime(),
                        false,
                        OfWhole.Per.INVERSE));
    }

    private static Found finalValue(Fraction transfer) {
        StepResponse.requireStable(transfer);
        double value = transfer.numerator()
                .at(0)
                .times(transfer.denominator().at(0).reciprocal())
                .range()
                .middle();
        return new Found(value, Math.ulp(value));
    }

    private static Value value(Root root) {
        return root.exact() != null ? new Value.Exact(root.exact()) : value(root.at());
    }

    /** How far what {@link #value(Root)} says may be from the root. */
    private static double error(Root root) {
        return root.exact() != null ? 0 : root.error();
    }

    static Value value(Point z) {
        return z.im() == 0 ? new Value.Real(z.re()) : new Value.Complex(z.re(), z.im());
    }

    static Estimate column(List<Root> roots, String what) {
        if (roots.isEmpty()) {
            throw new NoValue("there are no " + what);
        }
        List<Value> entries = new ArrayList<>();
        double error = 0;
        for (Root root : roots) {
            for (int i = 0; i < root.multiplicity(); i++) {
                entries.add(value(root));
            }
            error = Math.max(error, error(root));
        }
        return new Estimate(new Value.Array(entries.size(), 1, entries), error);
    }

    private static final Type COLUMN = Type.COMPLEX.with(Shape.of(-1, 1));

    /** {@code roots([1, 2, 5])}. */
    private static final class RootsOf extends Function {
        RootsOf() {
            super(
                    "roots(c)",
                    ROOTS,
                    "roots of the polynomial with these coefficients, that of the highest power first, as a column");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = Typing.matrix(arguments.get(0), "; roots([1, 2, 5]) are those of x^2 + 2*x + 5");
            if (type.set() == NumberSet.COMPLEX) {
                throw new ExpressionFault(arguments.get(0).span(), "the coefficients must be real");
            }
            if (!type.has(Dimension.NONE)) {
                throw new ExpressionFault(arguments.get(0).span(), "the coefficients must be pure numbers");
            }
            return COLUMN;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value.Array row = (Value.Array) arguments.get(0);
            if (row.rows() > 1 && row.columns() > 1) {
                throw new NoValue("the coefficients stand in one row or column; here they are " + Arrays.shape(row));
            }
            List<Coefficient> upward = new ArrayList<>();
            for (int i = row.entries().size() - 1; i >= 0; i--) {
                upward.add(coefficient(row.entries().get(i)));
            }
            return column(org.ansatz.polynomial.Roots.of(Polynomial.of(upward)), "roots");
        }

        private static Coefficient coefficient(Value value) {
            if (value instanceof Value.Exact exact) {
                return Coefficient.of(exact.number());
            }
            if (value instanceof Value.Real real && Double.isFinite(real.x())) {
                return Coefficient.of(org.ansatz.quantity.Rational.exactly(real.x()));
            }
            throw new NoValue(
                    value instanceof Value.Dual
                            ? "roots are not differentiated; differences(…) needs values only"
                            : "the coefficients must be finite real numbers");
        }
    }

    private static final class Places extends OfWhole {
        private final boolean isPole;

        Places(String name, String help, boolean isPole) {
            super(name, help, ROOTS, COLUMN, false, Per.VARIABLE);
            this.isPole = isPole;
        }

        @Override
        public Estimate apply(Loop loop) {
            Fraction quotient = loop.fraction();
            return column(isPole ? quotient.poles() : quotient.zeros(), name());
        }
    }

    /** Where branches of the root locus meet on the real axis. */
    private static final class Breakaways extends OfWhole {
        Breakaways() {
            super(
                    "breakaway_points",
                    "real points at which branches of the root locus of 1 + K*L(s) meet for K > 0, as a column",
                    ROOTS,
                    Type.REAL.with(Shape.of(-1, 1)),
                    false,
                    Per.VARIABLE);
        }

        @Override
        public Estimate apply(Loop loop) {
            return column(RootLocus.breakaways(loop.fraction()), "points at which branches meet");
        }
    }

    /** {@code residue(f(s) for s at p)}. */
    private static final class Residue extends OfQuotient {
        Residue() {
            super("residue", "residue of a quotient of polynomials at a pole: residue(F(s) for s at p)", ROOTS);
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            Type type = Typing.scalar(body);
            if (domains.size() != 1 || !(domains.get(0) instanceof Domain.Point)) {
                throw new ExpressionFault(span, "written residue(1/(s^2 + 2*s + 5) for s at -1+2j)");
            }
            return type.with(NumberSet.COMPLEX)
                    .with(type.dimensionOrNone().times(domains.get(0).type().dimensionOrNone()));
        }

        @Override
        public Estimate apply(Loop loop) {
            Value at = loop.point();
            Point place = new Point(Arithmetic.real(at), Arithmetic.imaginary(at));
            return moved(loop.fraction(), quotient -> residue(quotient, place));
        }

        private static Estimate residue(Fraction quotient, Point place) {
            List<Root> poles = org.ansatz.polynomial.Roots.of(quotient.denominator());
            for (Root pole : poles) {
                double apart = Math.hypot(pole.at().re() - place.re(), pole.at().im() - place.im());
                if (apart <= pole.error() + NEAR * Math.max(pole.at().size(), 1e-300) || apart == 0) {
                    PartialFractions.Part part =
                            PartialFractions.at(pole, quotient).get(0);
                    return new Estimate(value(part.factor()), part.error());
                }
            }
            throw new NoValue("there is no pole at " + PartialFractions.shown(place)
                    + (poles.isEmpty() ? ", nor anywhere else" : "; the poles are " + PartialFractions.shown(poles)));
        }
    }

    /** Pole, power and factor of each partial fraction. */
    private static final class Parts extends OfWhole {
        Parts() {
            super(
                    "partial_fractions",
                    "a row [p, k, c] for each part c/(s - p)^k of a proper quotient of polynomials",
                    ROOTS,
                    Type.COMPLEX.with(Shape.of(-1, 3)),
                    true,
                    Per.REFUSED);
        }

        @Override
        public Estimate apply(Loop loop) {
            return moved(loop.fraction(), quotient -> {
                List<Value> entries = new ArrayList<>();
                double error = 0;
                List<PartialFractions.Part> parts =
                        PartialFractions.of(quotient).parts();
                for (PartialFractions.Part part : parts) {
                    entries.add(value(part.pole()));
                    entries.add(Value.Exact.of(part.power()));
                    entries.add(value(part.factor()));
                    error = Math.max(error, Math.max(part.error(), error(part.pole())));
                }
                if (parts.isEmpty()) {
                    throw new NoValue("there are no poles");
                }
                return new Estimate(new Value.Array(parts.size(), 3, entries), error);
            });
        }
    }

    private interface Finder {
        Found of(Fraction quotient);
    }

    /** {@code settling_time(F(s) for s)}, and {@code settling_time(F(s) for s, band at 5 %)}. */
    private static final class SettlingTime extends OfQuotient {

        private static final double USUAL = 0.02;

        SettlingTime() {
            super(
                    "settling_time",
                    "after which the answer to a step stays within 2 % of its final value, or within another band",
                    ROOTS);
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            boolean isBanded = domains.size() == 2 && domains.get(1) instanceof Domain.Point;
            if (!(domains.get(0) instanceof Domain.Plane) || domains.size() != 1 && !isBanded) {
                throw new ExpressionFault(
                        span, "written settling_time(1/(s^2 + 2*s + 5) for s), or with for s, band at 5 %");
            }
            if (isBanded && !domains.get(1).type().has(Dimension.NONE)) {
                throw new ExpressionFault(span, "the band is a part of the final value, such as 5 %");
            }
            Typing.scalar(body);
            return Type.REAL.with(Dimension.NONE.over(domains.get(0).type().dimensionOrNone()));
        }

        @Override
        public Estimate apply(Loop loop) {
            double band = loop.isSingle() ? USUAL : Arithmetic.real(loop.point(1));
            if (!(band > 0 && band < 1)) {
                throw new NoValue("a band of " + band + " about the final value; it must lie between 0 and 1");
            }
            return moved(loop.fraction(), quotient -> {
                Found found = new StepResponse(quotient).settlingTime(band);
                return Estimate.of(found.value(), found.error());
            });
        }
    }

    private static final class Measure extends OfWhole {
        private final Finder finder;

        Measure(String name, String help, Engine engine, Finder finder, boolean isPure, Per per) {
            super(name, help, engine, Type.REAL, isPure, per);
            this.finder = finder;
        }

        @Override
        public Estimate apply(Loop loop) {
            return moved(loop.fraction(), quotient -> {
                Found found = finder.of(quotient);
                return Estimate.of(found.value(), found.error());
            });
        }
    }
}
