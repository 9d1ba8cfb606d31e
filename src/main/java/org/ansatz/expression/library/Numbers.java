package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.Monomial;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.program.Kernel;
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
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** Functions that keep the unit of their argument, parts of complex numbers, remainders, extrema of a list. */
final class Numbers {

    /** Up to here every whole number is a double. */
    private static final double MAX_WHOLE = 0x1p52;

    /** Of a number whose last bit is so small a part of the divisor the remainder is known, as well as its roundings show. */
    private static final double LAST_BITS = 8;

    private static final Rounding FLOOR = new Rounding("floor(x)", "largest whole number that is not above x");

    private Numbers() {}

    static List<Function> all() {
        return List.of(
                new Magnitude(),
                new Part("real(z)", "real part", NumberSet.REAL),
                new Part("imag(z)", "imaginary part", NumberSet.REAL),
                new Part("conj(z)", "complex conjugate", NumberSet.COMPLEX),
                new Argument(),
                FLOOR,
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
        boolean isExact() {
            return true;
        }

        @Override
        Value exactly(Value.Exact x) {
            return new Value.Exact(x.number().abs());
        }

        @Override
        Value at(Value.Dual x) {
            if (hasImaginary(x)) {
                return ofComplex(x);
            }
            return Arithmetic.compare(x, Arithmetic.ZERO) < 0 ? Arithmetic.negate(x) : x;
        }

        private static boolean hasImaginary(Value x) {
            return x instanceof Value.Dual dual
                    ? hasImaginary(dual.re()) || hasImaginary(dual.eps())
                    : x instanceof Value.Complex;
        }

        /** A complex number moves away from zero by its part in its own direction. */
        private Value ofComplex(Value.Dual z) {
            Value size = of(z.re());
            if (Arithmetic.isZero(size)) {
                throw new NoValue("abs of a complex number that is zero is not differentiated");
            }
            Value direction = Arithmetic.divide(Part.of("conj", z.re()), size);
            return new Value.Dual(z.order(), size, Part.of("real", Arithmetic.multiply(direction, z.eps())));
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
        Expansion expanded(Expansion x) {
            return x.abs();
        }

        @Override
        Value slope(Value x) {
            if (x instanceof Value.Complex) {
                throw new NoValue("abs of a complex number has no complex derivative");
            }
            return Value.Exact.of(sideOfZero(x));
        }
    }

    /** |z|², which unlike |z| has a derivative everywhere. */
    static Value squaredMagnitude(Value z) {
        return Part.of("real", Arithmetic.multiply(z, Part.of("conj", z)));
    }

    /** A part of a complex number: linear over the reals, so a dual is taken part by part. */
    private static final class Part extends Entrywise {
        private final NumberSet set;

        Part(String signature, String help, NumberSet set) {
            super(signature, help);
            this.set = set;
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type argument = Typing.number(arguments.get(0));
            return isComplex(arguments.get(0)) ? argument.with(set) : argument;
        }

        @Override
        Value ofNumbers(List<Value> arguments) {
            return of(name(), arguments.get(0));
        }

        @Override
        Enclosed enclosedNumbers(List<Enclosed> arguments) {
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
                    return Arithmetic.conjugate(z);
            }
        }
    }

    /** The angle of a complex number. */
    private static final class Argument extends Entrywise {
        Argument() {
            super("arg(z)", "angle of a complex number in radians, from −π to π");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            return Typing.number(arguments.get(0)).with(NumberSet.REAL).with(Dimension.NONE);
        }

        @Override
        Value ofNumbers(List<Value> arguments) {
            Value z = arguments.get(0);
            return Angle.of(Part.of("imag", z), Part.of("real", z));
        }

        @Override
        Enclosed enclosedNumbers(List<Enclosed> arguments) {
            Enclosed z = arguments.get(0);
            return new Enclosed.Real(EnclosedArithmetic.im(z).angle(EnclosedArithmetic.re(z)));
        }
    }

    /** To a whole number. */
    private static final class Rounding extends Entrywise {
        private static final Rational HALF = Rational.of(1, 2);

        Rounding(String signature, String help) {
            super(signature, help);
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Typing.pure(arguments.get(0));
            if (isComplex(arguments.get(0))) {
                throw new ExpressionFault(arguments.get(0).span(), name() + " takes real numbers");
            }
            return arguments.get(0).type().with(NumberSet.INTEGER).with(Dimension.NONE);
        }

        @Override
        Value ofNumbers(List<Value> arguments) {
            return new Value.Exact(of(arguments.get(0)));
        }

        /** Between two doubles beyond 2^52 lie whole numbers that no rounding shows. */
        @Override
        double doubt(List<Value> arguments) {
            return arguments.get(0) instanceof Value.Real real && Math.abs(real.x()) >= MAX_WHOLE
                    ? Math.ulp(real.x())
                    : 0;
        }

        /** Far out it is the number itself, and what is at most 1. */
        @Override
        public Expansion expansion(List<Expansion> arguments) {
            Expansion x = arguments.get(0);
            return x.isBounded() ? super.expansion(arguments) : x.plus(Expansion.atMost(Monomial.ONE));
        }

        private Rational of(Value x) {
            if (Double.isInfinite(Arithmetic.real(x)) && !(x instanceof Value.Exact)) {
                throw new NoValue(name() + " of an infinite number");
            }
            Rational number =
                    x instanceof Value.Exact ? ((Value.Exact) x).number() : Rational.exactly(Arithmetic.real(x));
            Rational fromStep = name().equals("round") ? number.plus(HALF) : number;
            int side = fromStep.isInteger() ? Arithmetic.compareAtStep(x, new Value.Exact(number)) : 0;
            return side == 0 ? at(number) : beside(number, side);
        }

        @Override
        Enclosed enclosedNumbers(List<Enclosed> arguments) {
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

        private Rational at(Rational x) {
            switch (name()) {
                case "floor":
                    return x.floor();
                case "ceil":
                    return x.negate().floor().negate();
                default:
                    Rational size = x.abs().plus(HALF).floor();
                    return x.signum() < 0 ? size.negate() : size;
            }
        }

        /** What it comes to just below or above the place of a step. */
        private Rational beside(Rational step, int side) {
            switch (name()) {
                case "floor":
                    return side < 0 ? step.minus(Rational.ONE) : step;
                case "ceil":
                    return side > 0 ? step.plus(Rational.ONE) : step;
                default:
                    return side < 0 ? step.minus(HALF) : step.plus(HALF);
            }
        }
    }

    /** −1, 0 or 1. */
    private static final class Sign extends Entrywise {
        Sign() {
            super("sign(x)", "-1, 0 or 1");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type argument = requireReal(arguments.get(0));
            return argument.with(NumberSet.INTEGER).with(Dimension.NONE);
        }

        @Override
        Value ofNumbers(List<Value> arguments) {
            return of(arguments.get(0));
        }

        @Override
        Enclosed enclosedNumbers(List<Enclosed> arguments) {
            return new Enclosed.Real(Enclosed.real(arguments.get(0)).sign());
        }

        @Override
        public Expansion expansion(List<Expansion> arguments) {
            return Expansion.of(arguments.get(0).sign());
        }

        private static Value of(Value x) {
            return Value.Exact.of(Arithmetic.compareAtStep(x, Arithmetic.ZERO));
        }

        @Override
        Value slope(int argument, List<Value> numbers) {
            Elementary.sideOfZero(numbers.get(0));
            return Arithmetic.ZERO;
        }
    }

    /** The remainder with the sign of the divisor. */
    private static final class Remainder extends Entrywise {
        Remainder() {
            super("mod(x, m)", "x − m·floor(x/m)");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            requireReal(arguments.get(0));
            requireReal(arguments.get(1));
            return Typing.same(arguments.get(0), arguments.get(1));
        }

        @Override
        Value ofNumbers(List<Value> arguments) {
            Value x = arguments.get(0);
            Value m = arguments.get(1);
            if (Arithmetic.isZero(m)) {
                throw new NoValue("division by zero");
            }
            if (x instanceof Value.Exact && m instanceof Value.Exact) {
                Rational a = ((Value.Exact) x).number();
                Rational b = ((Value.Exact) m).number();
                return new Value.Exact(a.minus(b.times(a.over(b).floor())));
            }
            double divisor = divisor(m);
            if (x instanceof Value.Real real && !Double.isNaN(divisor)) {
                return new Value.Real(remainder(real.x(), divisor));
            }
            Value periods = new Value.Exact(FLOOR.of(Arithmetic.divide(x, m)));
            return Arithmetic.subtract(x, Arithmetic.multiply(m, periods));
        }

        /** The double that a divisor is; NaN if it is none. */
        private static double divisor(Value m) {
            return m instanceof Value.Real real
                    ? real.x()
                    : m instanceof Value.Exact exact ? exact.number().asDouble() : Double.NaN;
        }

        /** Where the last bit of a number is no small part of the divisor, the remainder may be any. */
        @Override
        double doubt(List<Value> arguments) {
            if (arguments.get(0) instanceof Value.Real real && !(arguments.get(1) instanceof Value.Dual)) {
                double period = Math.abs(Arithmetic.real(arguments.get(1)));
                return LAST_BITS * Math.ulp(real.x()) >= period ? period : 0;
            }
            return 0;
        }

        @Override
        public Kernel kernel(Type type) {
            return new ByDoubles(Remainder::exactly, super.kernel(type));
        }

        /** What is added to a remainder of the other sign is exact for whole numbers; a sum of others may be rounded. */
        private static double exactly(double x, double m) {
            boolean areWhole = x == Math.rint(x) && m == Math.rint(m) && m != 0;
            return areWhole && Math.abs(m) < MAX_WHOLE ? remainder(x, m) : Double.NaN;
        }

        @Override
        Enclosed enclosedNumbers(List<Enclosed> arguments) {
            return new Enclosed.Real(Enclosed.real(arguments.get(0)).modulo(Enclosed.real(arguments.get(1))));
        }
    }

    /** Java's % is exact, with the sign of {@code x}. */
    private static double remainder(double x, double m) {
        double rest = x % m;
        return rest != 0 && rest < 0 != m < 0 ? rest + m : rest;
    }

    /** The angle of a point in the plane. */
    private static final class Angle extends Entrywise {
        Angle() {
            super("atan2(y, x)", "angle of the point (x, y) in radians, from −π to π");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            requireReal(arguments.get(0));
            requireReal(arguments.get(1));
            return Typing.same(arguments.get(0), arguments.get(1))
                    .with(NumberSet.REAL)
                    .with(Dimension.NONE);
        }

        @Override
        Value ofNumbers(List<Value> arguments) {
            return of(arguments.get(0), arguments.get(1));
        }

        @Override
        Enclosed enclosedNumbers(List<Enclosed> arguments) {
            return new Enclosed.Real(Enclosed.real(arguments.get(0)).angle(Enclosed.real(arguments.get(1))));
        }

        /** Of numbers that no double holds the ratio counts. */
        private static Value ofRatio(Value.Exact y, Value.Exact x) {
            double ratio =
                    Arithmetic.real(new Value.Exact(y.number().over(x.number().abs())));
            return new Value.Real(Math.atan2(ratio, x.number().signum()));
        }

        /** d atan2(y, x) = (x dy − y dx)/(x² + y²). On the negative x-axis it is π or −π, from above or below. */
        private static Value of(Value y, Value x) {
            if (Arithmetic.isBeyondDoubles(y) && x instanceof Value.Exact && !Arithmetic.isZero(x)
                    || Arithmetic.isBeyondDoubles(x) && y instanceof Value.Exact && !Arithmetic.isZero(y)) {
                return ofRatio((Value.Exact) y, (Value.Exact) x);
            }
            if (!(y instanceof Value.Dual) && !(x instanceof Value.Dual)) {
                return new Value.Real(Math.atan2(Arithmetic.real(y), Arithmetic.real(x)));
            }
            int order = Math.max(Arithmetic.order(y), Arithmetic.order(x));
            Value v = Arithmetic.re(y, order);
            Value u = Arithmetic.re(x, order);
            Value turn = Arithmetic.subtract(
                    Arithmetic.multiply(u, Arithmetic.eps(y, order)), Arithmetic.multiply(v, Arithmetic.eps(x, order)));
            Value square = Arithmetic.add(Arithmetic.multiply(u, u), Arithmetic.multiply(v, v));
            Value angle = of(v, u);
            int side = Arithmetic.isZero(v) && Arithmetic.real(u) < 0 ? Arithmetic.compare(y, Arithmetic.ZERO) : 0;
            boolean across = side * Arithmetic.real(angle) < 0;
            Value turned = across ? Arithmetic.add(angle, new Value.Real(side * 2 * Math.PI)) : angle;
            return new Value.Dual(order, turned, Arithmetic.divide(turn, square));
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
        public Expansion expansion(List<Expansion> arguments) {
            Expansion best = arguments.get(0);
            for (Expansion candidate : arguments) {
                best = sign * candidate.minus(best).sign() > 0 ? candidate : best;
            }
            return best;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            List<Value> candidates = candidates(arguments);
            Value best = candidates.get(0);
            for (Value candidate : candidates) {
                if (sign * Arithmetic.compare(candidate, best) > 0) {
                    best = candidate;
                }
            }
            return Estimate.exact(best);
        }

        @Override
        public Enclosed enclosure(List<Enclosed> arguments) {
            List<Enclosed> candidates = arguments.get(0) instanceof Enclosed.Array array ? array.entries() : arguments;
            Series best = Enclosed.real(candidates.get(0));
            for (Enclosed candidate : candidates.subList(1, candidates.size())) {
                Series other = Enclosed.real(candidate);
                best = sign > 0 ? best.max(other) : best.min(other);
            }
            return new Enclosed.Real(best);
        }

        @Override
        public Kernel kernel(Type type) {
            return new ByDoubles((x, y) -> sign > 0 ? Math.max(x, y) : Math.min(x, y), super.kernel(type));
        }

        /** The one largest alone counts. */
        @Override
        public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
            int best = best(candidates(arguments), result);
            if (!(arguments.get(0) instanceof Value.Array)) {
                return argument == best ? cotangent : Arithmetic.ZERO;
            }
            Value.Array matrix = (Value.Array) arguments.get(0);
            List<Value> slopes =
                    new ArrayList<>(Collections.nCopies(matrix.entries().size(), Arithmetic.ZERO));
            slopes.set(best, cotangent);
            return new Value.Array(matrix.rows(), matrix.columns(), slopes);
        }

        /**
         * Which of them is the result.
         *
         * @throws Tied if several are, unless dual numbers chose one side, from which these are equal to first order
         */
        private static int best(List<Value> candidates, Value result) {
            int first = -1;
            int latest = 0;
            boolean several = false;
            for (int i = 0; i < candidates.size(); i++) {
                latest = Math.max(latest, Arithmetic.order(candidates.get(i)));
                if (Arithmetic.compare(candidates.get(i), result) == 0) {
                    several |= first >= 0;
                    first = first < 0 ? i : first;
                }
            }
            if (several && !Value.Dual.isOneSided(latest)) {
                throw new Tied(0);
            }
            return first;
        }

        private static List<Value> candidates(List<Value> arguments) {
            return arguments.get(0) instanceof Value.Array ? ((Value.Array) arguments.get(0)).entries() : arguments;
        }
    }
}
