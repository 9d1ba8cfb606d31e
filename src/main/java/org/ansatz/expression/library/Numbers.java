package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** Functions that keep the unit of their argument, parts of complex numbers, remainders, extrema of a list. */
final class Numbers {

    private Numbers() {}

    static List<Function> all() {
        return List.of(
                new Magnitude(),
                new Part("real(z)", "real part", NumberSet.REAL),
                new Part("imag(z)", "imaginary part", NumberSet.REAL),
                new Part("conj(z)", "complex conjugate", NumberSet.COMPLEX),
                new Argument(),
                new Rounding("floor(x)", "largest whole number that is not above x"),
                new Rounding("ceil(x)", "smallest whole number that is not below x"),
                new Rounding("round(x)", "nearest whole number, halves away from zero"),
                new Sign(),
                new Remainder(),
                new Angle(),
                new Extremum("min(a, …)", "smallest of its arguments, or entry of a matrix", -1),
                new Extremum("max(a, …)", "largest of its arguments, or entry of a matrix", 1));
    }

    private static Type requireReal(Term term) {
        if (Typing.number(term).set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(term.span(), "a real number is needed here; this is complex");
        }
        return term.type();
    }

    private static boolean isComplex(Term term) {
        return term.type().set() == NumberSet.COMPLEX;
    }

    /** The absolute value; of a dual, away from zero. */
    private static final class Magnitude extends Elementary {
        Magnitude() {
            super("abs(z)", "absolute value");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type argument = Typing.number(arguments.get(0));
            if (argument.dimensionOrNone().reference() != null) {
                throw new ExpressionFault(
                        arguments.get(0).span(), "an absolute level has no magnitude; this is " + argument.describe());
            }
            return isComplex(arguments.get(0)) ? argument.with(NumberSet.REAL) : argument;
        }

        @Override
        double at(double x) {
            return Math.abs(x);
        }

        @Override
        Value at(Value.Complex z) {
            return new Value.Real(Math.hypot(z.re(), z.im()));
        }

        @Override
        Value exactly(Value.Exact x) {
            return new Value.Exact(x.number().abs());
        }

        @Override
        Series enclosed(Series x) {
            return x.abs();
        }

        @Override
        Enclosed enclosed(Enclosed.Complex z) {
            return new Enclosed.Real(EnclosedArithmetic.square(z).sqrt());
        }

        @Override
        Value slope(Value x) {
            if (x instanceof Value.Complex) {
                throw new NoValue("abs of a complex number has no complex derivative");
            }
            if (Arithmetic.isZero(x)) {
                throw new NoValue("abs has no derivative at 0");
            }
            return Value.Exact.of(Arithmetic.real(x) < 0 ? -1 : 1);
        }
    }

    /** |z|², which unlike |z| has a derivative everywhere. */
    static Value squaredMagnitude(Value z) {
        return Part.of("real", Arithmetic.multiply(z, Part.of("conj", z)));
    }

    /** A part of a complex number: linear over the reals, so a dual is taken part by part. */
    private static final class Part extends Function {
        private final NumberSet set;

        Part(String signature, String help, NumberSet set) {
            super(signature, Engine.ARITHMETIC, help);
            this.set = set;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type argument = Typing.scalar(arguments.get(0));
            return isComplex(arguments.get(0)) ? argument.with(set) : argument;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            return Estimate.exact(of(name(), arguments.get(0)));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed z = arguments.get(0);
            switch (name()) {
                case "real":
                    return new Enclosed.Real(EnclosedArithmetic.re(z));
                case "imag":
                    return new Enclosed.Real(EnclosedArithmetic.im(z));
                default:
                    return EnclosedArithmetic.conjugate(z);
            }
        }

        static Value imaginary(Value z) {
            return of("imag", z);
        }

        private static Value of(String part, Value z) {
            if (z instanceof Value.Dual) {
                Value.Dual d = (Value.Dual) z;
                return new Value.Dual(d.order(), of(part, d.re()), of(part, d.eps()));
            }
            if (!(z instanceof Value.Complex)) {
                return part.equals("imag") ? Arithmetic.ZERO : z;
            }
            Value.Complex complex = (Value.Complex) z;
            switch (part) {
                case "real":
                    return new Value.Real(complex.re());
                case "imag":
                    return new Value.Real(complex.im());
                default:
                    return new Value.Complex(complex.re(), -complex.im());
            }
        }
    }

    /** The angle of a complex number. */
    private static final class Argument extends Function {
        Argument() {
            super("arg(z)", Engine.ARITHMETIC, "angle of a complex number in radians, from −π to π");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            return Typing.scalar(arguments.get(0)).with(NumberSet.REAL).with(Dimension.NONE);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            return Estimate.exact(of(arguments.get(0)));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Enclosed z = arguments.get(0);
            return new Enclosed.Real(EnclosedArithmetic.im(z).angle(EnclosedArithmetic.re(z)));
        }

        /** The angle turns by the imaginary part of dz/z. */
        private Value of(Value z) {
            if (z instanceof Value.Dual) {
                Value.Dual d = (Value.Dual) z;
                return new Value.Dual(d.order(), of(d.re()), Part.imaginary(Arithmetic.divide(d.eps(), d.re())));
            }
            return new Value.Real(Math.atan2(Arithmetic.imaginary(z), Arithmetic.real(z)));
        }
    }

    /** To a whole number. */
    private static final class Rounding extends Function {
        Rounding(String signature, String help) {
            super(signature, Engine.ARITHMETIC, help);
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.pure(arguments.get(0));
            if (isComplex(arguments.get(0)) || !arguments.get(0).type().isScalar()) {
                throw new ExpressionFault(arguments.get(0).span(), name() + " takes one real number");
            }
            return Type.INTEGER;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value x = arguments.get(0);
            if (Double.isInfinite(Arithmetic.real(x)) && !(x instanceof Value.Exact)) {
                throw new NoValue(name() + " of an infinite number");
            }
            Rational exact =
                    x instanceof Value.Exact ? ((Value.Exact) x).number() : Rational.exactly(Arithmetic.real(x));
            Rational steps = name().equals("round") ? exact.plus(Rational.of(1, 2)) : exact;
            requireSmooth(x, steps.isInteger());
            return Estimate.exact(new Value.Exact(of(exact)));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            Series x = Enclosed.real(arguments.get(0));
            switch (name()) {
                case "floor":
                    return new Enclosed.Real(x.floor());
                case "ceil":
                    return new Enclosed.Real(x.negate().floor().negate());
                default:
                    Series half = Series.constant(Interval.of(0.5), x.order());
                    return new Enclosed.Real(x.abs().plus(half).floor().times(x.sign()));
            }
        }

        private Rational of(Rational x) {
            switch (name()) {
                case "floor":
                    return x.floor();
                case "ceil":
                    return x.negate().floor().negate();
                default:
                    Rational size = x.abs().plus(Rational.of(1, 2)).floor();
                    return x.signum() < 0 ? size.negate() : size;
            }
        }
    }

    /** −1, 0 or 1. */
    private static final class Sign extends Function {
        Sign() {
            super("sign(x)", Engine.ARITHMETIC, "-1, 0 or 1");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type argument = requireReal(arguments.get(0));
            return argument.with(NumberSet.INTEGER).with(Dimension.NONE);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value x = arguments.get(0);
            return Estimate.exact(x instanceof Value.Array ? ((Value.Array) x).map(Sign::of) : of(x));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            return EnclosedArithmetic.each(
                    arguments.get(0),
                    x -> new Enclosed.Real(Enclosed.real(x).sign()));
        }

        private static Value of(Value x) {
            int sign = Arithmetic.compare(x, Arithmetic.ZERO);
            requireSmooth(x, sign == 0);
            return Value.Exact.of(sign);
        }

        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            return Arrays.entrywise(cotangent, result, (change, sign) -> {
                if (Arithmetic.isZero(sign)) {
                    throw new NoValue("sign has a step at 0");
                }
                return Arithmetic.ZERO;
            });
        }
    }

    /** The remainder with the sign of the divisor. */
    private static final class Remainder extends Function {
        Remainder() {
            super("mod(x, m)", Engine.ARITHMETIC, "x − m·floor(x/m)");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.real(arguments.get(0));
            Typing.real(arguments.get(1));
            return Typing.same(arguments.get(0), arguments.get(1));
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Value x = arguments.get(0);
            Value m = arguments.get(1);
            if (Arithmetic.isZero(m)) {
                throw new NoValue("division by zero");
            }
            if (x instanceof Value.Exact && m instanceof Value.Exact) {
                Rational a = ((Value.Exact) x).number();
                Rational b = ((Value.Exact) m).number();
                return Estimate.exact(new Value.Exact(a.minus(b.times(a.over(b).floor()))));
            }
            if (x instanceof Value.Real && m instanceof Value.Real) {
                return Estimate.exact(new Value.Real(remainder(((Value.Real) x).x(), ((Value.Real) m).x())));
            }
            double periods = Math.floor(Arithmetic.real(x) / Arithmetic.real(m));
            requireSmooth(x, periods == Arithmetic.real(x) / Arithmetic.real(m));
            return Estimate.exact(Arithmetic.subtract(x, Arithmetic.multiply(m, new Value.Real(periods))));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            return new Enclosed.Real(Enclosed.real(arguments.get(0)).modulo(Enclosed.real(arguments.get(1))));
        }
    }

    /** Java's % is exact, with the sign of {@code x}. */
    private static double remainder(double x, double m) {
        double rest = x % m;
        return rest != 0 && rest < 0 != m < 0 ? rest + m : rest;
    }

    /** The angle of a point in the plane. */
    private static final class Angle extends Function {
        Angle() {
            super("atan2(y, x)", Engine.ARITHMETIC, "angle of the point (x, y) in radians, from −π to π");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.real(arguments.get(0));
            Typing.real(arguments.get(1));
            return Typing.same(arguments.get(0), arguments.get(1))
                    .with(NumberSet.REAL)
                    .with(Dimension.NONE);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            return Estimate.exact(of(arguments.get(0), arguments.get(1)));
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            return new Enclosed.Real(Enclosed.real(arguments.get(0)).angle(Enclosed.real(arguments.get(1))));
        }

        /** d atan2(y, x) = (x dy − y dx)/(x² + y²). */
        private static Value of(Value y, Value x) {
            if (!(y instanceof Value.Dual) && !(x instanceof Value.Dual)) {
                return new Value.Real(Math.atan2(Arithmetic.real(y), Arithmetic.real(x)));
            }
            int order = Math.max(Arithmetic.order(y), Arithmetic.order(x));
            Value v = Arithmetic.re(y, order);
            Value u = Arithmetic.re(x, order);
            Value turn = Arithmetic.subtract(
                    Arithmetic.multiply(u, Arithmetic.eps(y, order)), Arithmetic.multiply(v, Arithmetic.eps(x, order)));
            Value square = Arithmetic.add(Arithmetic.multiply(u, u), Arithmetic.multiply(v, v));
            return new Value.Dual(order, of(v, u), Arithmetic.divide(turn, square));
        }
    }

    /** The largest or smallest of the arguments. */
    private static final class Extremum extends Function {
        private final int sign;

        Extremum(String signature, String help, int sign) {
            super(signature, Engine.ARITHMETIC, help);
            this.sign = sign;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            if (arguments.size() == 1) {
                Typing.matrix(arguments.get(0), "; of numbers it is " + name() + "(a, b, …)");
                return requireReal(arguments.get(0)).with(Shape.SCALAR);
            }
            Type type = Typing.real(arguments.get(0));
            for (int i = 1; i < arguments.size(); i++) {
                Typing.real(arguments.get(i));
                Type common = Typing.same(arguments.get(0), arguments.get(i));
                type = common.with(common.set().join(type.set()));
            }
            return type;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            List<Value> candidates =
                    arguments.get(0) instanceof Value.Array ? ((Value.Array) arguments.get(0)).entries() : arguments;
            Value best = candidates.get(0);
            for (Value candidate : candidates) {
                if (sign * Arithmetic.compare(candidate, best) > 0) {
                    best = candidate;
                }
            }
            for (Value candidate : candidates) {
                boolean tied = Arithmetic.compare(candidate, best) == 0;
                requireSmooth(tied ? Arithmetic.subtract(candidate, best) : Arithmetic.ZERO, true);
            }
            return Estimate.exact(best);
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            List<Enclosed> candidates =
                    arguments.get(0) instanceof Enclosed.Array array ? array.entries() : arguments;
            Series best = Enclosed.real(candidates.get(0));
            for (Enclosed candidate : candidates.subList(1, candidates.size())) {
                Series other = Enclosed.real(candidate);
                best = sign > 0 ? best.max(other) : best.min(other);
            }
            return new Enclosed.Real(best);
        }

        /** Of a matrix, its one largest entry alone counts. */
        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            if (!(arguments.get(0) instanceof Value.Array)) {
                return super.pullback(argument, arguments, result, cotangent);
            }
            int[] best = {0};
            Value slopes = ((Value.Array) arguments.get(0)).map(entry -> {
                boolean isBest = Arithmetic.compare(entry, result) == 0;
                best[0] += isBest ? 1 : 0;
                return isBest ? cotangent : Arithmetic.ZERO;
            });
            if (best[0] > 1) {
                throw new NoValue("there is no derivative here: " + best[0] + " entries are tied for " + name());
            }
            return slopes;
        }
    }

    /** Refuses to differentiate where {@code jumps}, unless the value does not change there. */
    private static void requireSmooth(Value x, boolean jumps) {
        if (jumps && x instanceof Value.Dual && !Arithmetic.isZero(((Value.Dual) x).eps())) {
            throw new NoValue("there is no derivative here: the function has a step or a kink");
        }
    }
}
