package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Transform;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Modes;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** What quotients of polynomials are transforms of: functions of time by residues, sequences by long division. */
final class InverseTransforms {

    private static final Engine DIVISION = new Engine("long division");

    private InverseTransforms() {}

    static List<BinderRule> all() {
        return List.of(
                new Inverse(
                        "inverse_laplace",
                        "function at t, from 0 on, whose Laplace transform this quotient of polynomials is",
                        "inverse_laplace(1/(s + 2) for s, t at 3)",
                        new AtMoment()),
                new Inverse(
                        "inverse_ztransform",
                        "sample n, from 0 on, of the sequence whose z-transform this quotient of polynomials is",
                        "inverse_ztransform(z/(z - 0.5) for z, n at 3)",
                        new AtIndex()));
    }

    /** A quotient in one variable, whose counterpart is asked for at a point. */
    private static final class Inverse extends Transform {
        private final AtPoint rule;

        Inverse(String name, String help, String example, AtPoint rule) {
            super(name, help, example);
            this.rule = rule;
        }

        @Override
        public Engine engine(List<Domain> domains) {
            return rule.engine(domains);
        }

        @Override
        public Type variable(Term at) {
            rule.require(at);
            return Type.COMPLEX.with(Dimension.NONE.over(at.type().dimensionOrNone()));
        }

        @Override
        public List<Domain> everywhere(Type variable, Span span) {
            return List.of(new Domain.Plane());
        }

        @Override
        public Term of(Term body, Binding.Variable variable, List<Generator> over, Term at, Span span) {
            Generator generator = new Generator(
                    variable.name(),
                    variable.slot(),
                    new Domain.Point(at),
                    over.get(0).isDeclared());
            Type type = rule.type(body, List.of(generator.domain()), span);
            return new Term.Bound(span, type, rule, body, List.of(generator), null);
        }
    }

    /** The value of what a quotient stands for, at the point of the domain. */
    private abstract static class AtPoint extends BinderRule {
        private final Engine engine;

        AtPoint(String name, Engine engine) {
            super(name, "");
            this.engine = engine;
        }

        @Override
        public final Engine engine(List<Domain> domains) {
            return engine;
        }

        @Override
        public final Type type(Term body, List<Domain> domains, Span span) {
            Type type = Typing.scalar(body).with(NumberSet.REAL);
            return type.with(type.dimensionOrNone().over(domains.get(0).type().dimensionOrNone()));
        }

        /** Refuses what cannot be the point. */
        abstract void require(Term at);
    }

    private static final class AtMoment extends AtPoint {
        AtMoment() {
            super("inverse_laplace", Systems.ROOTS);
        }

        @Override
        void require(Term at) {
            if (at.type().set() == NumberSet.COMPLEX) {
                throw new ExpressionFault(at.span(), "a moment is a real number");
            }
        }

        @Override
        public Estimate apply(Loop loop) {
            double t = moment(loop.point());
            return Systems.moved(loop.fraction(), transform -> {
                if (transform.numerator().degree() >= transform.denominator().degree()) {
                    throw new NoValue(
                            "a numerator of the degree " + transform.numerator().degree()
                                    + " over a denominator of the degree "
                                    + transform.denominator().degree()
                                    + " makes an impulse at 0, which has no value: split it off");
                }
                Modes modes = Modes.of(transform);
                return t < 0 ? Estimate.exact(Arithmetic.ZERO) : Estimate.of(modes.at(t), modes.doubt(t));
            });
        }

        private static double moment(Value at) {
            if (at instanceof Value.Dual) {
                throw new NoValue("a residue is not differentiated; differences(…) needs values only");
            }
            return Arithmetic.real(at);
        }
    }

    /** The coefficients of a power series in 1/z, one after the other. */
    private static final class AtIndex extends AtPoint {

        private static final int MAX_INDEX = 10_000;

        AtIndex() {
            super("inverse_ztransform", DIVISION);
        }

        @Override
        void require(Term at) {
            Typing.integer(Typing.pure(at));
        }

        @Override
        public Estimate apply(Loop loop) {
            double index = Arithmetic.real(loop.point());
            if (index > MAX_INDEX || index != Math.rint(index)) {
                throw new NoValue("sample " + index + "; whole numbers up to " + MAX_INDEX + " are possible");
            }
            Fraction whole = loop.fraction();
            Estimate found = Systems.moved(whole, transform -> sample(transform, (int) Math.max(index, -1)));
            return whole.isExact() ? found : inexact(found);
        }

        /** What was computed exactly from coefficients that are not known exactly. */
        private static Estimate inexact(Estimate found) {
            double x = Arithmetic.real(found.value());
            return Estimate.of(x, found.error() + Math.ulp(x));
        }

        private static Estimate sample(Fraction transform, int n) {
            Polynomial up = transform.numerator();
            Polynomial down = transform.denominator();
            int late = down.degree() - up.degree();
            if (late < 0) {
                throw new NoValue("the numerator is of a higher degree than the denominator, " + up.degree() + " and "
                        + down.degree() + ", so the sequence begins before 0");
            }
            if (n < 0) {
                return Estimate.exact(Arithmetic.ZERO);
            }
            Coefficient lead = down.lead().reciprocal();
            Coefficient[] samples = new Coefficient[n + 1];
            for (int i = 0; i <= n; i++) {
                Coefficient rest = i < late ? Coefficient.ZERO : coefficient(up, up.degree() - (i - late));
                for (int k = 1; k <= Math.min(i, down.degree()); k++) {
                    rest = rest.minus(coefficient(down, down.degree() - k).times(samples[i - k]));
                }
                samples[i] = rest.times(lead);
            }
            Rational exact = samples[n].rational();
            if (exact != null) {
                return Estimate.exact(new Value.Exact(exact));
            }
            Interval range = samples[n].range();
            return Estimate.of(range.middle(), range.distance(range.middle()));
        }

        private static Coefficient coefficient(Polynomial p, int power) {
            return power < 0 ? Coefficient.ZERO : p.at(power);
        }
    }
}
