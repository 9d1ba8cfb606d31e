package org.ansatz.expression.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.ansatz.expression.value.Enclosed.Array;
import org.ansatz.expression.value.Enclosed.Complex;
import org.ansatz.expression.value.Enclosed.Real;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;

/** The operations of {@link Arithmetic} and {@link Arrays} on enclosures. */
public final class EnclosedArithmetic {

    /** A larger whole exponent of a complex number is a power by its logarithm. */
    private static final int MAX_EXPONENT = 64;

    private EnclosedArithmetic() {}

    /** {@code a + b}. */
    public static Enclosed add(Enclosed a, Enclosed b) {
        if (a instanceof Real x && b instanceof Real y) {
            return new Real(x.series().plus(y.series()));
        }
        return new Complex(re(a).plus(re(b)), im(a).plus(im(b)));
    }

    /** {@code a − b}. */
    public static Enclosed subtract(Enclosed a, Enclosed b) {
        if (a instanceof Real x && b instanceof Real y) {
            return new Real(x.series().minus(y.series()));
        }
        return new Complex(re(a).minus(re(b)), im(a).minus(im(b)));
    }

    /** {@code −a}. */
    public static Enclosed negate(Enclosed a) {
        return a instanceof Real x ? new Real(x.series().negate()) : new Complex(re(a).negate(), im(a).negate());
    }

    /** {@code a · b}. */
    public static Enclosed multiply(Enclosed a, Enclosed b) {
        if (a instanceof Real x && b instanceof Real y) {
            return new Real(x.series().times(y.series()));
        }
        return new Complex(
                re(a).times(re(b)).minus(im(a).times(im(b))), re(a).times(im(b)).plus(im(a).times(re(b))));
    }

    /** {@code a / b}. */
    public static Enclosed divide(Enclosed a, Enclosed b) {
        if (a instanceof Real x && b instanceof Real y) {
            return new Real(x.series().over(y.series()));
        }
        if (b instanceof Real y) {
            return new Complex(re(a).over(y.series()), im(a).over(y.series()));
        }
        Series square = square(b);
        Enclosed product = multiply(a, conjugate(b));
        return new Complex(re(product).over(square), im(product).over(square));
    }

    /** {@code a ^ b}: whole powers of anything, real powers of what is not negative. */
    public static Enclosed power(Enclosed a, Enclosed b) {
        int whole = whole(b);
        if (whole != Integer.MIN_VALUE) {
            return a instanceof Real x ? new Real(x.series().power(whole)) : wholePower(a, whole);
        }
        if (a instanceof Real x && b instanceof Real y) {
            return new Real(x.series().power(y.series()));
        }
        throw new NoEnclosure("a complex power");
    }

    /** The whole number that an exponent is everywhere, or the least int. */
    private static int whole(Enclosed b) {
        if (b instanceof Real y && y.series().isConstant() && y.series().range().isPoint()) {
            double x = y.series().range().low();
            return x == Math.rint(x) && Math.abs(x) < Integer.MAX_VALUE ? (int) x : Integer.MIN_VALUE;
        }
        return Integer.MIN_VALUE;
    }

    private static Enclosed wholePower(Enclosed a, int n) {
        if (Math.abs(n) > MAX_EXPONENT) {
            throw new NoEnclosure("a complex number to the power " + n);
        }
        Series one = Series.constant(Interval.ONE, re(a).order());
        Enclosed power = new Real(one);
        for (int i = 0; i < Math.abs(n); i++) {
            power = multiply(power, a);
        }
        return n < 0 ? divide(new Real(one), power) : power;
    }

    /** The real part. */
    public static Series re(Enclosed a) {
        if (a instanceof Real x) {
            return x.series();
        }
        if (a instanceof Complex z) {
            return z.re();
        }
        throw new NoEnclosure("what is not a number");
    }

    /** The imaginary part. */
    public static Series im(Enclosed a) {
        if (a instanceof Complex z) {
            return z.im();
        }
        return Series.constant(Interval.ZERO, re(a).order());
    }

    /** The complex conjugate. */
    public static Enclosed conjugate(Enclosed a) {
        return a instanceof Complex z ? new Complex(z.re(), z.im().negate()) : a;
    }

    /** |a|². */
    public static Series square(Enclosed a) {
        return a instanceof Complex z ? z.re().square().plus(z.im().square()) : re(a).square();
    }

    /** The exponential. */
    public static Enclosed exp(Enclosed a) {
        if (a instanceof Complex z) {
            Series size = z.re().exp();
            return new Complex(size.times(z.im().cos()), size.times(z.im().sin()));
        }
        return new Real(re(a).exp());
    }

    /** Both, where it is not known which. */
    public static Enclosed or(Enclosed a, Enclosed b) {
        if (a instanceof Enclosed.Truth x && b instanceof Enclosed.Truth y) {
            return new Enclosed.Truth(
                    x.canHold() || y.canHold(),
                    x.canFail() || y.canFail(),
                    x.regularity().and(y.regularity()));
        }
        if (a instanceof Array || b instanceof Array) {
            return entrywise(a, b, EnclosedArithmetic::or);
        }
        return a instanceof Real x && b instanceof Real y
                ? new Real(x.series().or(y.series()))
                : new Complex(re(a).or(re(b)), im(a).or(im(b)));
    }

    /** The same, of which no more than this is known. */
    public static Enclosed atMost(Enclosed a, Regularity most) {
        if (a instanceof Enclosed.Truth truth) {
            return new Enclosed.Truth(
                    truth.canHold(), truth.canFail(), truth.regularity().and(most));
        }
        if (a instanceof Array) {
            return each(a, entry -> atMost(entry, most));
        }
        return a instanceof Complex z
                ? new Complex(z.re().atMost(most), z.im().atMost(most))
                : new Real(re(a).atMost(most));
    }

    /** What {@code operation} makes of two numbers, entry by entry if there are matrices; a row, column or number is repeated. */
    public static Enclosed entrywise(Enclosed a, Enclosed b, BinaryOperator<Enclosed> operation) {
        if (!(a instanceof Array) && !(b instanceof Array)) {
            return operation.apply(a, b);
        }
        int rows = Math.max(rows(a), rows(b));
        int columns = Math.max(columns(a), columns(b));
        if (!fits(a, rows, columns) || !fits(b, rows, columns)) {
            throw new NoEnclosure("matrices of different shapes");
        }
        List<Enclosed> entries = new ArrayList<>(rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                entries.add(operation.apply(repeated(a, row, column), repeated(b, row, column)));
            }
        }
        return new Array(rows, columns, entries);
    }

    private static int rows(Enclosed a) {
        return a instanceof Array array ? array.rows() : 1;
    }

    private static int columns(Enclosed a) {
        return a instanceof Array array ? array.columns() : 1;
    }

    private static boolean fits(Enclosed a, int rows, int columns) {
        return (rows(a) == 1 || rows(a) == rows) && (columns(a) == 1 || columns(a) == columns);
    }

    private static Enclosed repeated(Enclosed a, int row, int column) {
        return a instanceof Array array ? array.at(array.rows() == 1 ? 0 : row, array.columns() == 1 ? 0 : column) : a;
    }

    /** What {@code function} makes of a number, or of each entry. */
    public static Enclosed each(Enclosed a, UnaryOperator<Enclosed> function) {
        if (!(a instanceof Array array)) {
            return function.apply(a);
        }
        List<Enclosed> entries = new ArrayList<>(array.entries().size());
        array.entries().forEach(entry -> entries.add(function.apply(entry)));
        return new Array(array.rows(), array.columns(), entries);
    }

    /** The product of matrices. */
    public static Array product(Array a, Array b) {
        if (a.columns() != b.rows()) {
            throw new NoEnclosure("matrices of different shapes");
        }
        List<Enclosed> entries = new ArrayList<>(a.rows() * b.columns());
        for (int row = 0; row < a.rows(); row++) {
            for (int column = 0; column < b.columns(); column++) {
                Enclosed sum = multiply(a.at(row, 0), b.at(0, column));
                for (int k = 1; k < a.columns(); k++) {
                    sum = add(sum, multiply(a.at(row, k), b.at(k, column)));
                }
                entries.add(sum);
            }
        }
        return new Array(a.rows(), b.columns(), entries);
    }

    /** How regular all of it is; a condition that may hold and fail jumps. */
    public static Regularity regularity(Enclosed a) {
        if (a instanceof Array array) {
            return array.entries().stream()
                    .map(EnclosedArithmetic::regularity)
                    .reduce(Regularity.SMOOTH, Regularity::and);
        }
        if (a instanceof Enclosed.Truth truth) {
            return truth.canHold() && truth.canFail() ? truth.regularity().and(Regularity.DEFINED) : truth.regularity();
        }
        return re(a).regularity().and(im(a).regularity());
    }

    /** The sum of all. */
    public static Enclosed sum(List<Enclosed> terms) {
        Enclosed sum = terms.get(0);
        for (Enclosed term : terms.subList(1, terms.size())) {
            sum = add(sum, term);
        }
        return sum;
    }

    /** Rows exchanged for columns. */
    public static Array transpose(Array a) {
        List<Enclosed> entries = new ArrayList<>(a.entries().size());
        for (int column = 0; column < a.columns(); column++) {
            for (int row = 0; row < a.rows(); row++) {
                entries.add(a.at(row, column));
            }
        }
        return new Array(a.columns(), a.rows(), entries);
    }
}
