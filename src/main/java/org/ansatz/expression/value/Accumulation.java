package org.ansatz.expression.value;

import java.math.BigDecimal;
import org.ansatz.expression.value.Value.Complex;
import org.ansatz.expression.value.Value.Dual;
import org.ansatz.expression.value.Value.Exact;
import org.ansatz.expression.value.Value.Real;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A sum or product of many numbers. It is exact while its terms are and it stays short. A denominator that grows long, as that
 * of 1 + 1/2 + 1/3 + …, would cost more and more and soon be refused: the total goes on to 60 digits then. Doubles are added up
 * together with what each addition rounds off (A. Neumaier, Z. Angew. Math. Mech. 54, 1974, 39–51), so that a long sum is as
 * good as its terms.
 */
public final class Accumulation {

    /** The longest denominator of a total that is kept exactly: adding to a longer one takes longer than all else. */
    public static final int MAX_BITS = 2048;

    /** What each operation to {@link FieldOperation#DIGITS} may be wrong by, relative to the largest number in it. */
    private static final double WIDE_ROUNDING = 1e-58;

    private static final double ROUNDING = 0x1p-52;

    private final FieldOperation operation;

    private Value total;
    private @Nullable BigDecimal wide;
    private BigDecimal largest = BigDecimal.ZERO;
    private double restRe;
    private double restIm;
    private long rounded;

    /** The parts of a sum of dual numbers; null before the first. */
    private @Nullable Parts parts;

    /** The sums of values and of derivatives, with respect to one differentiation. */
    private record Parts(int order, Accumulation re, Accumulation eps) {}

    private Accumulation(FieldOperation operation, Value total) {
        this.operation = operation;
        this.total = total;
    }

    /** A sum, of nothing yet. */
    public static Accumulation sum() {
        return new Accumulation(FieldOperation.PLUS, Arithmetic.ZERO);
    }

    /** A product, of nothing yet. */
    public static Accumulation product() {
        return new Accumulation(FieldOperation.TIMES, Arithmetic.ONE);
    }

    /** Takes one number more. */
    public void take(Value number) {
        int order = Arithmetic.order(number);
        if (operation == FieldOperation.PLUS && order > (parts == null ? 0 : parts.order())) {
            parts = new Parts(order, soFar(), sum());
        }
        if (parts != null) {
            parts.re().take(Arithmetic.re(number, parts.order()));
            parts.eps().take(Arithmetic.eps(number, parts.order()));
        } else if (wide != null && number instanceof Exact) {
            takeWide(((Exact) number).number());
        } else if (operation == FieldOperation.PLUS && (isInexact(total()) || isInexact(number))) {
            addInexact(number);
        } else {
            multiply(number);
        }
    }

    /** The same total, to go on from. */
    private Accumulation soFar() {
        Accumulation copy = new Accumulation(operation, total);
        copy.wide = wide;
        copy.largest = largest;
        copy.restRe = restRe;
        copy.restIm = restIm;
        copy.rounded = rounded;
        copy.parts = parts;
        return copy;
    }

    /** The total so far: a sum, a product, exact or dual. */
    public Value value() {
        if (parts != null) {
            return new Dual(parts.order(), parts.re().value(), parts.eps().value());
        }
        Value near = total();
        boolean isFinite = Double.isFinite(restRe) && Double.isFinite(restIm);
        if ((restRe == 0 && restIm == 0) || !isFinite) {
            return near;
        }
        return near instanceof Complex
                ? new Complex(Arithmetic.real(near) + restRe, Arithmetic.imaginary(near) + restIm)
                : new Real(Arithmetic.real(near) + restRe);
    }

    /** A bound on what accumulating has added to the errors of the numbers, absolute; without the rounding of the total itself. */
    public double error() {
        if (parts != null) {
            return Math.max(parts.re().error(), parts.eps().error());
        }
        return wide != null ? rounded * WIDE_ROUNDING * largest.doubleValue() : rounded * ROUNDING * Arrays.size(total);
    }

    private Value total() {
        return wide == null ? total : new Real(Arithmetic.kept(wide.doubleValue(), wide.signum()));
    }

    private static boolean isInexact(Value number) {
        return number instanceof Real || number instanceof Complex;
    }

    private void takeWide(Rational number) {
        BigDecimal term = number.toDecimal(FieldOperation.DIGITS);
        BigDecimal before = wide == null ? term : wide;
        wide = operation.of(before, term);
        largest = largest.max(operation == FieldOperation.PLUS ? before.abs().max(term.abs()) : wide.abs());
        rounded += 2;
    }

    /** What an addition rounds off is kept beside the sum; what an exact term loses as a double, too. */
    private void addInexact(Value number) {
        Value before = total();
        double re = Arithmetic.real(before) + Arithmetic.real(number);
        double im = Arithmetic.imaginary(before) + Arithmetic.imaginary(number);
        restRe += lost(Arithmetic.real(before), Arithmetic.real(number), re)
                + lost(number)
                + (wide == null ? lost(total) : 0);
        restIm += lost(Arithmetic.imaginary(before), Arithmetic.imaginary(number), im);
        total = before instanceof Complex || number instanceof Complex ? new Complex(re, im) : new Real(re);
        wide = null;
    }

    private static double lost(double a, double b, double sum) {
        return Math.abs(a) >= Math.abs(b) ? (a - sum) + b : (b - sum) + a;
    }

    private static double lost(Value number) {
        if (!(number instanceof Exact)) {
            return 0;
        }
        Rational exact = ((Exact) number).number();
        double near = exact.toDouble();
        return Double.isFinite(near) ? exact.minus(Rational.exactly(near)).toDouble() : 0;
    }

    private void multiply(Value number) {
        Value before = total();
        wide = null;
        total = operation == FieldOperation.PLUS ? Arithmetic.add(before, number) : Arithmetic.multiply(before, number);
        rounded += isInexact(total) ? 1 : 0;
        boolean isLong =
                total instanceof Exact && ((Exact) total).number().denominator().bitLength() > MAX_BITS;
        if (isLong) {
            wide = ((Exact) total).number().toDecimal(FieldOperation.DIGITS);
            largest = wide.abs();
            rounded = 1;
        }
    }
}
