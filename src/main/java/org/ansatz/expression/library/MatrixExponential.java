package org.ansatz.expression.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The exponential of a square matrix by scaling and squaring of its Taylor polynomial (C. Moler and C. Van Loan, Nineteen dubious ways
 * to compute the exponential of a matrix, twenty-five years later, SIAM Review 45 (2003), method 3). What is dubious about it in
 * doubles, that the squaring may lose all digits, is met by as many decimal digits as it may lose. A complex matrix is the real one
 * of its parts, and a derivative an off-diagonal block of a matrix of twice the size (R. Mathias, SIAM J. Matrix Anal. 17 (1996), 610).
 */
final class MatrixExponential extends Function {

    private static final Engine ENGINE = new Engine("matrix-exponential");

    /** The most rows, with those of complex numbers and derivatives. */
    private static final int MAX_SIZE = 32;

    /** The largest sum of magnitudes in a row. */
    private static final int MAX_NORM = 300;

    /** Digits beyond those that squaring may lose. */
    private static final int DIGITS = 40;

    private static final double DIGITS_FOR_E = Math.log10(Math.E);

    MatrixExponential() {
        super("expm(A)", ENGINE, "exponential of a square matrix, the sum of A^k/k!");
    }

    @Override
    public Type type(List<Term> arguments, Span call) {
        Type type = LinearAlgebra.square(arguments.get(0));
        if (!type.has(Dimension.NONE)) {
            throw new ExpressionFault(
                    arguments.get(0).span(),
                    "the exponential is of pure numbers, as A*t is with A in 1/s; this is " + type.describe());
        }
        Typing.pure(arguments.get(0));
        return type.with(type.set().join(NumberSet.REAL));
    }

    @Override
    public Estimate apply(List<Value> arguments) {
        Value.Array matrix = (Value.Array) arguments.get(0);
        if (matrix.rows() != matrix.columns()) {
            throw new NoValue("a square matrix has an exponential; this is " + Arrays.shape(matrix));
        }
        Value.Array finite = ofNilpotent(matrix);
        return finite != null ? Estimate.exact(finite) : of(matrix);
    }

    /** The exact exponential of an exact matrix of which a power is zero; null of any other. */
    private static Value.@Nullable Array ofNilpotent(Value.Array matrix) {
        int n = matrix.rows();
        if (n > MAX_SIZE || !matrix.entries().stream().allMatch(Value.Exact.class::isInstance)) {
            return null;
        }
        Value.Array power = Picking.diagonal(java.util.Collections.nCopies(n, Arithmetic.ONE));
        Value sum = power;
        for (int k = 1; k <= n; k++) {
            Value by = Value.Exact.of(k);
            power = ((Value.Array) Arrays.product(power, matrix)).map(entry -> Arithmetic.divide(entry, by));
            sum = Arrays.entrywise(sum, power, Arithmetic::add);
        }
        boolean ends = power.entries().stream().allMatch(Arithmetic::isZero);
        return ends ? (Value.Array) sum : null;
    }

    /** The exponential of a matrix of any numbers: of dual and complex ones by matrices of twice the size. */
    private static Estimate of(Value.Array matrix) {
        int n = matrix.rows();
        if (n > MAX_SIZE) {
            throw new NoValue("the exponential of a matrix of " + n + " rows, those of complex numbers and derivatives"
                    + " counted twice; at most " + MAX_SIZE + " are possible");
        }
        int order = Arrays.latestOrder(matrix);
        if (order > 0) {
            Value.Array re = (Value.Array) Arrays.re(matrix, order);
            Value.Array eps = (Value.Array) Arrays.eps(matrix, order);
            Estimate both = of(blocks(re, eps, re.map(entry -> Arithmetic.ZERO), re));
            Value.Array found = (Value.Array) both.value();
            return new Estimate(
                    Arrays.entrywise(
                            block(found, 0, 0), block(found, 0, n), (x, slope) -> new Value.Dual(order, x, slope)),
                    both.error());
        }
        if (matrix.entries().stream().anyMatch(Value.Complex.class::isInstance)) {
            Value.Array re = matrix.map(entry -> new Value.Real(Arithmetic.real(entry)));
            Value.Array im = matrix.map(entry -> new Value.Real(Arithmetic.imaginary(entry)));
            Estimate both = of(blocks(re, im.map(Arithmetic::negate), im, re));
            Value.Array found = (Value.Array) both.value();
            return new Estimate(
                    Arrays.entrywise(
                            block(found, 0, 0),
                            block(found, n, 0),
                            (x, y) -> new Value.Complex(Arithmetic.real(x), Arithmetic.real(y))),
                    both.error());
        }
        return ofReal(matrix);
    }

    private static Value.Array blocks(Value.Array a, Value.Array b, Value.Array c, Value.Array d) {
        int n = a.rows();
        List<Value> entries = new ArrayList<>(4 * n * n);
        for (int i = 0; i < 2 * n; i++) {
            for (int k = 0; k < 2 * n; k++) {
                Value.Array block = i < n ? k < n ? a : b : k < n ? c : d;
                entries.add(block.at(i % n, k % n));
            }
        }
        return new Value.Array(2 * n, 2 * n, entries);
    }

    private static Value.Array block(Value.Array matrix, int row, int column) {
        int n = matrix.rows() / 2;
        List<Value> entries = new ArrayList<>(n * n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                entries.add(matrix.at(row + i, column + k));
            }
        }
        return new Value.Array(n, n, entries);
    }

    // ---- real matrices

    private static Estimate ofReal(Value.Array matrix) {
        int n = matrix.rows();
        double norm = norm(matrix);
        if (!(norm <= MAX_NORM)) {
            throw new NoValue("the exponential of a matrix with a row whose magnitudes sum up to " + norm + "; up to "
                    + MAX_NORM + " it is computed");
        }
        int squarings = Math.max(0, Math.getExponent(norm) + 2);
        MathContext digits = new MathContext(DIGITS + (int) Math.ceil(2 * DIGITS_FOR_E * norm));
        Decimals a = Decimals.of(matrix, digits).times(BigDecimal.valueOf(2).pow(-squarings, digits));
        Decimals term = Decimals.identity(n, digits);
        Decimals sum = term;
        int terms = 0;
        // Each term is at most half the one before over its number: what is left is below the last.
        for (double size = 0; size > -digits.getPrecision() - 2; ) {
            terms++;
            term = term.times(a).over(terms);
            sum = sum.plus(term);
            size -= Math.log10(2.0 * terms);
        }
        for (int i = 0; i < squarings; i++) {
            sum = sum.times(sum);
        }
        // Each product rounds n times, and each squaring doubles what is wrong and multiplies it by the norm of the
        // exponential.
        double lost = Math.log10(4.0 * (terms + squarings + 2) * (n + 2)) + squarings * Math.log10(2);
        double error = Math.pow(10, lost + DIGITS_FOR_E * norm - digits.getPrecision());
        return sum.rounded(error);
    }

    private static double norm(Value.Array matrix) {
        double norm = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            double row = 0;
            for (int k = 0; k < matrix.columns(); k++) {
                row += Math.abs(Arithmetic.real(matrix.at(i, k)));
            }
            norm = Math.max(norm, row);
        }
        return norm;
    }

    /** A matrix of decimal numbers. */
    private static final class Decimals {
        private final BigDecimal[][] entries;
        private final MathContext digits;

        private Decimals(BigDecimal[][] entries, MathContext digits) {
            this.entries = entries;
            this.digits = digits;
        }

        private interface Entry {
            BigDecimal at(int row, int column);
        }

        private static Decimals filled(int n, MathContext digits, Entry entry) {
            BigDecimal[][] entries = new BigDecimal[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    entries[i][k] = entry.at(i, k);
                }
            }
            return new Decimals(entries, digits);
        }

        static Decimals of(Value.Array matrix, MathContext digits) {
            return filled(
                    matrix.rows(), digits, (i, k) -> exactly(matrix.at(i, k)).toDecimal(digits));
        }

        private static Rational exactly(Value value) {
            return value instanceof Value.Exact exact ? exact.number() : Rational.exactly(Arithmetic.real(value));
        }

        static Decimals identity(int n, MathContext digits) {
            return filled(n, digits, (i, k) -> i == k ? BigDecimal.ONE : BigDecimal.ZERO);
        }

        Decimals times(BigDecimal factor) {
            return filled(entries.length, digits, (i, k) -> entries[i][k].multiply(factor, digits));
        }

        Decimals over(int divisor) {
            BigDecimal by = BigDecimal.valueOf(divisor);
            return filled(entries.length, digits, (i, k) -> entries[i][k].divide(by, digits));
        }

        Decimals plus(Decimals other) {
            return filled(entries.length, digits, (i, k) -> entries[i][k].add(other.entries[i][k], digits));
        }

        Decimals times(Decimals other) {
            return filled(entries.length, digits, (i, k) -> {
                BigDecimal sum = BigDecimal.ZERO;
                for (int l = 0; l < entries.length; l++) {
                    if (entries[i][l].signum() != 0 && other.entries[l][k].signum() != 0) {
                        sum = sum.add(entries[i][l].multiply(other.entries[l][k], digits), digits);
                    }
                }
                return sum;
            });
        }

        /** The nearest doubles, which are good to rounding unless an entry is so small that the error is more. */
        Estimate rounded(double error) {
            List<Value> values = new ArrayList<>();
            boolean isGood = true;
            for (BigDecimal[] row : entries) {
                for (BigDecimal entry : row) {
                    double x = entry.doubleValue();
                    values.add(new Value.Real(x));
                    isGood &= entry.signum() == 0 || error <= Math.ulp(x) / 4;
                }
            }
            return new Estimate(new Value.Array(entries.length, entries.length, values), isGood ? 0 : error);
        }
    }

    /** The derivative of exp(Aᵀ) in the direction of the cotangent (N. J. Higham, Functions of Matrices, 2008, section 3.2). */
    @Override
    public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
        Value.Array transposed = Arrays.transpose((Value.Array) arguments.get(0));
        Value.Array by = (Value.Array) cotangent;
        Value.Array zero = by.map(entry -> Arithmetic.ZERO);
        Value.Array both =
                (Value.Array) of(blocks(transposed, by, zero, transposed)).value();
        return block(both, 0, by.rows());
    }

    @Override
    public Kernel kernel(Type type) {
        throw new Unwritten(name());
    }
}
