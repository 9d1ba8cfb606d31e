package org.ansatz.expression.library;

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
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;

/** A square matrix times itself, by repeated squaring: {@code A^k}. */
final class MatrixPower extends Function {

    private static final long MAX_MULTIPLICATIONS = 20_000_000;

    /** The derivative is a sum of as many terms. */
    private static final int MAX_DIFFERENTIATED = 64;

    MatrixPower() {
        super("matrix_power(A, k)", Engine.ARITHMETIC, "A times itself k times, k being a whole number; also A^k");
    }

    @Override
    public Type type(List<Term> arguments, Span call) {
        Type type = Typing.matrix(Typing.pure(arguments.get(0)), "");
        Shape shape = type.shape();
        if (shape.rows().differs(shape.columns())) {
            throw new ExpressionFault(arguments.get(0).span(), "a square matrix has powers; this is " + shape);
        }
        Term exponent = arguments.get(1);
        if (!Typing.scalar(Typing.pure(exponent)).set().isExact()) {
            throw new ExpressionFault(
                    exponent.span(), "a power of a matrix has a whole exponent; entry by entry it is '.^'");
        }
        return type;
    }

    private static int exponent(Value value) {
        if (!Arithmetic.isWhole(value) || Arithmetic.real(value) < 0) {
            throw new NoValue("the exponent of a matrix is a whole number from 0 on; the inverse is inv(A)");
        }
        return Arithmetic.count(value);
    }

    private static Value.Array square(Value value, int exponent) {
        Value.Array matrix = (Value.Array) value;
        long n = matrix.rows();
        if (matrix.rows() != matrix.columns()) {
            throw new NoValue("a square matrix has powers; this is " + Arrays.shape(matrix));
        }
        if (n * n * n * 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(exponent)) > MAX_MULTIPLICATIONS) {
            throw new NoValue("this power takes more than " + MAX_MULTIPLICATIONS + " multiplications");
        }
        return matrix;
    }

    private static Value.Array power(Value.Array matrix, int exponent) {
        Value.Array power = Picking.diagonal(java.util.Collections.nCopies(matrix.rows(), Arithmetic.ONE));
        Value.Array square = matrix;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            power = (rest & 1) == 1 ? (Value.Array) Arrays.product(power, square) : power;
            square = rest > 1 ? (Value.Array) Arrays.product(square, square) : square;
        }
        return power;
    }

    /** Each product of n terms adds as many roundings, relative to what the terms are without their signs. */
    @Override
    public Estimate apply(List<Value> arguments) {
        int exponent = exponent(arguments.get(1));
        Value.Array matrix = square(arguments.get(0), exponent);
        Value.Array power = power(matrix, exponent);
        boolean exact = power.entries().stream().allMatch(Value.Exact.class::isInstance);
        boolean plain = matrix.entries().stream().noneMatch(Value.Dual.class::isInstance);
        if (exact || !plain) {
            return Estimate.exact(power);
        }
        Value.Array sizes = matrix.map(entry -> new Value.Real(Arrays.size(entry)));
        double largest = Arrays.size(power(sizes, exponent));
        return new Estimate(power, 2.0 * exponent * matrix.rows() * Math.ulp(1.0) * largest);
    }

    @Override
    public Enclosed enclosure(List<Enclosed> arguments) {
        Interval k = Enclosed.real(arguments.get(1)).range();
        boolean known = k.isPoint() && k.low() >= 0 && k.low() == Math.rint(k.low()) && k.low() <= MAX_DIFFERENTIATED;
        if (!known || !(arguments.get(0) instanceof Enclosed.Array matrix)) {
            throw new NoEnclosure(name());
        }
        if (k.low() == 0) {
            throw new NoEnclosure(name());
        }
        Enclosed.Array power = matrix;
        for (int i = 1; i < k.low(); i++) {
            power = EnclosedArithmetic.product(power, matrix);
        }
        return power;
    }

    /** Aᵀ to each power, the cotangent, and Aᵀ to the rest, summed up. */
    @Override
    public Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
        LinearAlgebra.requireFirst(argument, "the exponent of a matrix");
        int exponent = exponent(arguments.get(1));
        if (exponent > MAX_DIFFERENTIATED) {
            throw new NoValue("powers of a matrix are differentiated up to " + MAX_DIFFERENTIATED);
        }
        Value.Array transposed = Arrays.transpose((Value.Array) arguments.get(0));
        List<Value.Array> powers = new ArrayList<>();
        for (int i = 0; i < exponent; i++) {
            powers.add(power(transposed, i));
        }
        Value sum = ((Value.Array) cotangent).map(entry -> Arithmetic.ZERO);
        for (int i = 0; i < exponent; i++) {
            Value left = Arrays.product(powers.get(i), (Value.Array) cotangent);
            Value term = Arrays.product((Value.Array) left, powers.get(exponent - 1 - i));
            sum = Arrays.entrywise(sum, term, Arithmetic::add);
        }
        return sum;
    }

    @Override
    public Kernel kernel(Type type) {
        throw new Unwritten(name());
    }
}
