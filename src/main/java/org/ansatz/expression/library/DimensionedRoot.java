package org.ansatz.expression.library;

import java.math.BigInteger;
import java.util.List;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;

/** The square root, of the number and of its unit; exact for squares of rationals, principal for complex numbers. */
final class DimensionedRoot extends Elementary {

    private static final Value HALF = new Value.Exact(Rational.of(1, 2));

    DimensionedRoot() {
        super("sqrt(x)", "square root; of a complex number the principal one");
    }

    @Override
    public Type type(List<Term> arguments, Span call) {
        Type argument = Typing.number(arguments.get(0));
        Dimension dimension = argument.dimensionOrNone();
        if (dimension.hasLevel()) {
            throw new ExpressionFault(call, "the square root of a level has no meaning; db2mag(…) gives an amplitude");
        }
        return argument.with(dimension.power(1, 2))
                .with(argument.set() == NumberSet.COMPLEX ? NumberSet.COMPLEX : NumberSet.REAL);
    }

    @Override
    double at(double x) {
        return defined(Math.sqrt(x), x, "x ≥ 0 (write x + 0j for a complex root)");
    }

    @Override
    Kind kind(Kind argument) {
        return argument == Kind.NEAR ? Kind.NEAR : Kind.REAL;
    }

    @Override
    Value.Real at(Value.Real x) {
        return x.isNearOne() && x.x() > 0 ? (Value.Real) Arithmetic.power(x, HALF) : super.at(x);
    }

    @Override
    Value at(Value.Complex z) {
        double size = Math.hypot(z.re(), z.im());
        double re = Math.sqrt((size + Math.abs(z.re())) / 2);
        if (re == 0) {
            return new Value.Complex(0, 0);
        }
        double im = Math.abs(z.im()) / (2 * re);
        return z.re() >= 0
                ? new Value.Complex(re, Math.copySign(im, z.im()))
                : new Value.Complex(im, Math.copySign(re, z.im()));
    }

    @Override
    Value at(Value.Dual x) {
        if (!Arithmetic.isBelowCut(x)) {
            return super.at(x);
        }
        Value root = Arithmetic.conjugate(of(x.re()));
        return new Value.Dual(
                x.order(), root, Arithmetic.divide(x.eps(), Arithmetic.multiply(Value.Exact.of(2), root)));
    }

    @Override
    Series enclosed(Series x) {
        return x.sqrt();
    }

    /** The principal root of what is clear of the negative real axis, with the part first that does not cancel. */
    @Override
    Enclosed enclosed(Enclosed.Complex z) {
        Interval re = z.re().range();
        Interval im = z.im().range();
        Series size = EnclosedArithmetic.square(z).sqrt();
        Series two = Series.constant(Interval.of(2), z.re().order());
        if (re.low() > 0) {
            Series root = size.plus(z.re()).over(two).sqrt();
            return new Enclosed.Complex(root, z.im().over(root.times(two)));
        }
        if (im.sign() == 0) {
            throw new NoEnclosure("sqrt of a complex number that may be on the negative real axis");
        }
        Series root = size.minus(z.re()).over(two).sqrt();
        Series signed = im.sign() > 0 ? root : root.negate();
        return new Enclosed.Complex(z.im().over(signed.times(two)), signed);
    }

    @Override
    Expansion expanded(Expansion x) {
        return x.power(Rational.of(1, 2));
    }

    @Override
    Value slope(Value x) {
        return Arithmetic.divide(Value.Exact.of(1), Arithmetic.multiply(Value.Exact.of(2), of(x)));
    }

    @Override
    Value exactly(Value.Exact x) {
        if (x.number().signum() >= 0) {
            BigInteger above = x.number().numerator().sqrt();
            BigInteger below = x.number().denominator().sqrt();
            Rational root = Rational.of(above).over(Rational.of(below));
            if (root.times(root).equals(x.number())) {
                return new Value.Exact(root);
            }
        }
        return Arithmetic.isBeyondDoubles(x) && x.number().signum() > 0 ? Arithmetic.power(x, HALF) : super.exactly(x);
    }
}
