package org.ansatz.expression.library;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Transform;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The transforms of Laplace and Fourier and their counterparts for sequences, as the integrals and sums that define them (A. V.
 * Oppenheim and A. S. Willsky, Signals and Systems, 2nd ed., eqs. 4.8, 4.9, 5.8, 5.9, 9.3 one-sided, 10.3 one-sided). Real and
 * imaginary part are integrated each by itself, so that they enclose themselves as any real integral does.
 */
final class Transforms {

    private static final BinderRule INTEGRAL = new Quadrature();

    private static final BinderRule SUM = Counting.sum();

    private Transforms() {}

    static List<BinderRule> all() {
        return List.of(
                new Laplace(),
                new Fourier(),
                new Z(),
                new DiscreteTime(),
                new InverseFourier(),
                new InverseDiscreteTime());
    }

    /** A function times a kernel, E·(cos θ − j sin θ). */
    private abstract static class OfKernel extends Transform {

        OfKernel(String name, String help, String example) {
            super(name, help, example);
        }

        /** The real factor of the kernel; null if it is 1. */
        abstract @Nullable Term size(Term variable, Term at);

        /** The angle of the kernel, clockwise; null if the kernel is real. */
        abstract @Nullable Term angle(Term variable, Term at);

        /** What adds up the products of function and kernel. */
        abstract BinderRule total();

        @Override
        public final Engine engine(List<Domain> domains) {
            return total().engine(domains);
        }

        @Override
        public final Term of(Term body, Binding.Variable variable, List<Generator> over, Term at, Span span) {
            Term x = new Term.Named(span, variable);
            Term angle = angle(x, at);
            Term size = size(x, at);
            boolean isReal = body.type().set() != NumberSet.COMPLEX;
            if (isReal && angle == null) {
                return total(Terms.times(body, size), over, span);
            }
            Term a = isReal ? body : call("real", body);
            Term b = isReal ? null : call("imag", body);
            Term cosine = angle == null ? null : call("cos", angle);
            Term sine = angle == null ? null : call("sin", angle);
            Term re = Terms.times(a, cosine);
            Term im = sine == null ? null : Terms.negated(Terms.times(a, sine));
            if (b != null) {
                re = sine == null ? re : Terms.binary(Op.ADD, re, Terms.times(b, sine));
                im = im == null ? b : Terms.binary(Op.ADD, im, Terms.times(b, cosine));
            }
            Term imaginary = total(Terms.times(Objects.requireNonNull(im), size), over, span);
            Term j = new Term.Constant(span, Type.COMPLEX, new Value.Complex(0, 1), false);
            return Terms.binary(
                    Op.ADD, total(Terms.times(re, size), over, span), Terms.binary(Op.MULTIPLY, j, imaginary));
        }

        private Term total(Term body, List<Generator> over, Span span) {
            Term sum = null;
            for (Generator generator : over) {
                Type type = total().type(body, List.of(generator.domain()), span);
                Term part = new Term.Bound(span, type, total(), body, List.of(generator), null);
                sum = sum == null ? part : Terms.binary(Op.ADD, sum, part);
            }
            return Objects.requireNonNull(sum);
        }
    }

    /** An integral over real numbers. */
    private abstract static class OfIntegral extends OfKernel {

        OfIntegral(String name, String help, String example) {
            super(name, help, example);
        }

        @Override
        final BinderRule total() {
            return INTEGRAL;
        }

        @Override
        public final boolean mayRangeOver(Domain domain) {
            return domain instanceof RealInterval;
        }
    }

    /** A sum over whole numbers. */
    private abstract static class OfSum extends OfKernel {

        OfSum(String name, String help, String example) {
            super(name, help, example);
        }

        @Override
        final BinderRule total() {
            return SUM;
        }

        @Override
        public final boolean mayRangeOver(Domain domain) {
            return domain instanceof Domain.Integers || domain instanceof Domain.Endless;
        }
    }

    // ---- terms

    /** The functions of which kernels are made, whatever these names stand for where a transform is written. */
    private static final class Known {
        private static final Map<String, Function> FUNCTIONS = Stream.of(Elementaries.all(), Numbers.all())
                .flatMap(List::stream)
                .collect(Collectors.toMap(Function::name, function -> function));
    }

    private static Term call(String name, Term argument) {
        return Terms.call(Objects.requireNonNull(Known.FUNCTIONS.get(name)), argument);
    }

    private static Term number(double x, Type type, Span span) {
        return new Term.Constant(span, type, x == 0 ? Value.Exact.of(0) : new Value.Real(x), false);
    }

    /** All real numbers from one on, or all. */
    private static Domain reals(double low, Type type, Span span) {
        Term high = number(Double.POSITIVE_INFINITY, type, span);
        return new RealInterval(number(low, type, span), high, type);
    }

    private static Domain wholes(long first, int side, Span span) {
        Value from = Value.Exact.of(first);
        return new Domain.Endless(new Term.Constant(span, Type.INTEGER, from, false), side);
    }

    /** 1/(2π). */
    private static Term ofTurn(Span span) {
        Term turn = new Term.Constant(span, Type.INTEGER, Value.Exact.of(2), false);
        Term one = new Term.Constant(span, Type.INTEGER, new Value.Exact(Rational.ONE), false);
        return Terms.binary(Op.DIVIDE, one, Terms.binary(Op.MULTIPLY, turn, number(Math.PI, Type.REAL, span)));
    }

    private static boolean isComplex(Term term) {
        return term.type().set() == NumberSet.COMPLEX;
    }

    private static Term requireReal(Term at, String what) {
        if (isComplex(at)) {
            throw new ExpressionFault(at.span(), what + " is a real number");
        }
        return at;
    }

    /** The reciprocal kind: of 1/s and rad/s, s; of a pure number, a pure number. */
    private static Type reciprocal(Term at) {
        return Type.REAL.with(Dimension.NONE.over(at.type().dimensionOrNone()));
    }

    // ---- the transforms

    private static final class Laplace extends OfIntegral {
        Laplace() {
            super(
                    "laplace",
                    "Laplace transform at s, the integral of f(t)*exp(-s*t) from 0 on",
                    "laplace(exp(-t) for t, s at 2), or with for t in 0..1");
        }

        @Override
        public Type variable(Term at) {
            return reciprocal(at);
        }

        @Override
        public List<Domain> everywhere(Type variable, Span span) {
            return List.of(reals(0, variable, span));
        }

        @Override
        Term size(Term t, Term s) {
            return call("exp", Terms.negated(Terms.binary(Op.MULTIPLY, isComplex(s) ? call("real", s) : s, t)));
        }

        @Override
        @Nullable
        Term angle(Term t, Term s) {
            return isComplex(s) ? Terms.binary(Op.MULTIPLY, call("imag", s), t) : null;
        }
    }

    private static final class Fourier extends OfIntegral {
        Fourier() {
            super(
                    "fourier",
                    "Fourier transform at the angular frequency w, the integral of f(t)*exp(-1j*w*t) over all t",
                    "fourier(exp(-abs(t)) for t, w at 2), or with for t in -1..1");
        }

        @Override
        public Type variable(Term at) {
            return reciprocal(requireReal(at, "an angular frequency"));
        }

        @Override
        public List<Domain> everywhere(Type variable, Span span) {
            return List.of(reals(Double.NEGATIVE_INFINITY, variable, span));
        }

        @Override
        @Nullable
        Term size(Term t, Term w) {
            return null;
        }

        @Override
        Term angle(Term t, Term w) {
            return Terms.binary(Op.MULTIPLY, w, t);
        }
    }

    private static final class InverseFourier extends OfIntegral {
        InverseFourier() {
            super(
                    "inverse_fourier",
                    "function at t whose Fourier transform this is, the integral of F(w)*exp(1j*w*t)/(2*pi) over all w",
                    "inverse_fourier(1/(1 + w^2) for w, t at 2), or with for w in -1..1");
        }

        @Override
        public Type variable(Term at) {
            return reciprocal(requireReal(at, "a moment"));
        }

        @Override
        public List<Domain> everywhere(Type variable, Span span) {
            return List.of(reals(Double.NEGATIVE_INFINITY, variable, span));
        }

        @Override
        Term size(Term w, Term t) {
            return ofTurn(w.span());
        }

        @Override
        Term angle(Term w, Term t) {
            return Terms.negated(Terms.binary(Op.MULTIPLY, w, t));
        }
    }

    private static final class Z extends OfSum {
        Z() {
            super(
                    "ztransform",
                    "z-transform at z, the sum of x[n]*z^(-n) from n = 0 on",
                    "ztransform(0.5^n for n, z at 2), or with for n in 0:7");
        }

        @Override
        public Type variable(Term at) {
            Typing.pure(at);
            return Type.INTEGER;
        }

        @Override
        public List<Domain> everywhere(Type variable, Span span) {
            return List.of(wholes(0, 1, span));
        }

        @Override
        Term size(Term n, Term z) {
            return Terms.binary(Op.POWER, isComplex(z) ? call("abs", z) : z, Terms.negated(n));
        }

        @Override
        @Nullable
        Term angle(Term n, Term z) {
            return isComplex(z) ? Terms.binary(Op.MULTIPLY, call("arg", z), n) : null;
        }
    }

    private static final class DiscreteTime extends OfSum {
        DiscreteTime() {
            super(
                    "dtft",
                    "discrete-time Fourier transform at w in radians a sample, the sum of x[n]*exp(-1j*w*n) over all n",
                    "dtft(0.5^abs(n) for n, w at pi/3), or with for n in 0:3");
        }

        @Override
        public Type variable(Term at) {
            Typing.pure(requireReal(at, "the angle of a sample"));
            return Type.INTEGER;
        }

        @Override
        public List<Domain> everywhere(Type variable, Span span) {
            return List.of(wholes(0, 1, span), wholes(-1, -1, span));
        }

        @Override
        @Nullable
        Term size(Term n, Term w) {
            return null;
        }

        @Override
        Term angle(Term n, Term w) {
            return Terms.binary(Op.MULTIPLY, w, n);
        }
    }

    private static final class InverseDiscreteTime extends OfIntegral {
        InverseDiscreteTime() {
            super(
                    "inverse_dtft",
                    "sample n whose discrete-time transform this is, the integral of X(w)*exp(1j*w*n)/(2*pi) from -pi to pi",
                    "inverse_dtft(if(abs(w) < pi/4, 1, 0) for w, n at 3), or with for w in 0..pi");
        }

        @Override
        public Type variable(Term at) {
            Typing.integer(at);
            return Type.REAL;
        }

        @Override
        public List<Domain> everywhere(Type variable, Span span) {
            Term half = number(Math.PI, variable, span);
            return List.of(new RealInterval(Terms.negated(half), half, variable));
        }

        @Override
        Term size(Term w, Term n) {
            return ofTurn(w.span());
        }

        @Override
        Term angle(Term w, Term n) {
            return Terms.negated(Terms.binary(Op.MULTIPLY, w, n));
        }
    }
}
