package org.ansatz.expression.check;

import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Layout;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** The rules by which types combine; every refusal says which operand is which. Also for functions of the registry. */
public final class Typing {

    private Typing() {}

    /** The type of a truth value, or a fault. */
    public static Type truth(Term term) {
        if (term.type().set() != NumberSet.TRUTH) {
            throw new ExpressionFault(
                    term.span(),
                    "a truth value is needed here; this is " + term.type().describe());
        }
        return Type.TRUTH;
    }

    /** The type of a number or an array of numbers, or a fault. */
    public static Type number(Term term) {
        if (!term.type().isNumber()) {
            throw new ExpressionFault(
                    term.span(),
                    "a number is needed here; this is " + term.type().describe());
        }
        return term.type();
    }

    /** The type of a single number, or a fault. */
    public static Type scalar(Term term) {
        if (!number(term).isScalar()) {
            throw new ExpressionFault(
                    term.span(),
                    "a single number is needed here; this is " + term.type().describe());
        }
        return term.type();
    }

    /** The type of a single real number, or a fault. */
    public static Type real(Term term) {
        if (scalar(term).set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(term.span(), "a real number is needed here; this is complex");
        }
        return term.type();
    }

    /** A term whose value is a pure number, or a fault. */
    public static Term pure(Term term) {
        if (!number(term).has(Dimension.NONE)) {
            String hint = term.type().dimensionOrNone().isLevel() ? conversions(term) : "";
            throw new ExpressionFault(
                    term.span(),
                    "a pure number is needed here; this is " + term.type().describe() + hint);
        }
        return term;
    }

    /** A term whose value is a whole number, or a fault; a rational given is trusted until it is evaluated. */
    public static Term integer(Term term) {
        return whole(term, number(term).isScalar());
    }

    /** A term whose value is a whole number or a matrix of them, or a fault, as {@link #integer}. */
    public static Term integers(Term term) {
        return whole(term, /* fits= */ true);
    }

    private static Term whole(Term term, boolean fits) {
        pure(term);
        if (!fits || !term.type().set().isExact()) {
            String hint = term.type().set() == NumberSet.REAL ? "; for a real interval write a..b" : "";
            throw new ExpressionFault(
                    term.span(),
                    "a whole number is needed here; this is "
                            + term.type().set().description() + hint);
        }
        return term;
    }

    /** The type of a matrix, or a fault that says {@code instead} what would be right. */
    public static Type matrix(Term term, String instead) {
        if (number(term).isScalar()) {
            throw new ExpressionFault(
                    term.span(),
                    "a matrix is needed here; this is " + term.type().describe() + instead);
        }
        return term.type();
    }

    /** The common type of two terms that must be alike, or a fault that shows both. */
    public static Type same(Term left, Term right) {
        Type a = left.type();
        Type b = right.type();
        if (a.isNumber() != b.isNumber() || !a.isNumber() && a.set() != b.set()) {
            throw new ExpressionFault(right.span(), "this is " + b.describe() + ", the other is " + a.describe());
        }
        Shape shape = a.shape().entrywise(b.shape());
        if (shape == null) {
            throw new ExpressionFault(right.span(), "this is " + b.shape() + ", the other is " + a.shape());
        }
        Dimension dimension = a.dimension() == null ? b.dimension() : a.dimension();
        if (a.dimension() != null && b.dimension() != null && !a.dimension().equals(b.dimension())) {
            throw new ExpressionFault(
                    left.span().to(right.span()),
                    "the left side is " + a.describe() + ", the right side is " + b.describe());
        }
        return new Type(a.set().join(b.set()), shape, dimension);
    }

    static void comparable(Op op, Term left, Term right) {
        Type common = same(left, right);
        boolean ordered = op != Op.EQUAL && op != Op.UNEQUAL;
        if (ordered && (!common.isNumber() || !common.isScalar())) {
            throw new ExpressionFault(
                    left.span().to(right.span()),
                    "'" + op.symbol() + "' compares single numbers; this is " + common.describe());
        }
    }

    public static Type binary(Span span, Op op, Term left, Term right) {
        number(left);
        number(right);
        switch (op.onEntries()) {
            case ADD:
            case SUBTRACT:
                return sum(span, op, left, right);
            case POWER:
                return power(span, op, left, right);
            case POLAR:
                real(left);
                real(pure(right));
                return scalar(left).with(NumberSet.COMPLEX);
            default:
                return product(span, op, left, right);
        }
    }

    private static Type sum(Span span, Op op, Term left, Term right) {
        Dimension a = left.type().dimension();
        Dimension b = right.type().dimension();
        boolean minus = op.onEntries() == Op.SUBTRACT;
        if (a != null && b != null && a.isLevel() && b.isLevel()) {
            NumberSet set = left.type().set().join(right.type().set());
            return new Type(set, entrywise(span, op, left, right), levels(span, minus, a, b));
        }
        if (minus && a == null && b != null && b.reference() != null) {
            throw new ExpressionFault(
                    span,
                    "an absolute level has no opposite; the right operand is "
                            + right.type().describe());
        }
        if (a != null && b != null && !a.equals(b)) {
            throw new ExpressionFault(
                    span,
                    "'" + op.symbol() + "' needs two quantities of one kind: the left operand is "
                            + left.type().describe() + ", the right operand is "
                            + right.type().describe() + unitForgotten(left, b) + unitForgotten(right, a));
        }
        NumberSet set = left.type().set().join(right.type().set());
        return new Type(set, entrywise(span, op, left, right), a == null ? b : a);
    }

    /** A datum without a unit beside a quantity with one: {@code ; R2 has no unit: ohm?}. */
    private static String unitForgotten(Term operand, Dimension other) {
        boolean isDatum =
                operand instanceof Term.Named named && named.variable().role() == Binding.Role.GIVEN;
        return isDatum && operand.type().dimensionOrNone().isNone()
                ? ForgottenUnit.of(((Term.Named) operand).variable().name(), other)
                        .says()
                : "";
    }

    /** dB ± dB is dB; dBm ± dB is dBm; dBm − dBm is dB; dBm + dBm has no meaning. */
    private static Dimension levels(Span span, boolean minus, Dimension a, Dimension b) {
        boolean absoluteLeft = a.reference() != null;
        boolean absoluteRight = b.reference() != null;
        if (!absoluteRight) {
            return a;
        }
        if (!absoluteLeft && !minus) {
            return b;
        }
        if (minus && a.equals(b)) {
            return Dimension.LEVEL;
        }
        throw new ExpressionFault(
                span,
                minus
                        ? "levels of different references cannot be subtracted"
                        : "two absolute levels cannot be added: convert them with db2pow(…) or db2mag(…) and add those");
    }

    private static Shape entrywise(Span span, Op op, Term left, Term right) {
        Shape shape = left.type().shape().entrywise(right.type().shape());
        boolean repeats = op != op.onEntries();
        if (shape != null
                && !repeats
                && left.type().shape().differs(right.type().shape())) {
            throw new ExpressionFault(
                    span,
                    left.type().shape() + " " + op.symbol() + " " + right.type().shape() + ": '" + op.symbol()
                            + "' needs two matrices of one shape; to repeat a row or column write '." + op.symbol()
                            + "'");
        }
        if (shape == null) {
            throw new ExpressionFault(
                    span,
                    "'" + op.symbol() + "': the left operand is "
                            + left.type().shape() + ", the right operand is "
                            + right.type().shape());
        }
        return shape;
    }

    static Type product(Span span, Op op, Term left, Term right) {
        number(left);
        number(right);
        boolean divides = op.onEntries() == Op.DIVIDE;
        Dimension a = left.type().dimensionOrNone();
        Dimension b = right.type().dimensionOrNone();
        boolean isRatioOfLevels =
                divides && a.hasLevel() && b.hasLevel() && a.reference() == null && b.reference() == null;
        if (a.hasLevel() && !isRatioOfLevels) {
            refuseLevel(left, right, divides);
        }
        if (b.hasLevel() && !isRatioOfLevels) {
            refuseLevel(right, left, divides);
        }
        NumberSet set = left.type().set().join(right.type().set());
        if (divides && set == NumberSet.INTEGER) {
            set = NumberSet.RATIONAL;
        }
        Dimension dimension = divides ? a.over(b) : a.times(b);
        return new Type(set, productShape(span, op, left, right), dimension);
    }

    /**
     * A level may be multiplied by an exact number (three stages of 2 dB), and dB/m by a length; by nothing else. What is left is
     * levels over levels, none of them absolute: 20 dB over 0.5 dB/m is a length.
     */
    private static void refuseLevel(Term level, Term other, boolean divides) {
        Dimension dimension = level.type().dimensionOrNone();
        Type by = other.type();
        boolean counted = by.set().isExact() && by.has(Dimension.NONE) && dimension.reference() == null;
        boolean density = !dimension.isLevel() && !by.dimensionOrNone().hasLevel();
        boolean rate = divides
                && dimension.isLevel()
                && dimension.reference() == null
                && !by.dimensionOrNone().isNone()
                && !by.dimensionOrNone().hasLevel();
        if (!counted && !density && !rate) {
            throw new ExpressionFault(
                    level.span(), "this is a level (" + unitOf(dimension) + ") inside a product" + conversions(level));
        }
    }

    private static String unitOf(Dimension dimension) {
        return org.ansatz.quantity.Units.symbol(dimension);
    }

    /** Both conversions, or the one that fits an absolute level. */
    private static String conversions(Term level) {
        Dimension reference = level.type().dimensionOrNone().reference();
        if (reference != null && Dimension.POWER.equals(reference)) {
            return ": its power is db2pow(…)";
        }
        if (reference != null) {
            return ": its amplitude is db2mag(…)";
        }
        return ": as a ratio of amplitudes it is db2mag(…), as a ratio of powers db2pow(…)";
    }

    private static Shape productShape(Span span, Op op, Term left, Term right) {
        Shape a = left.type().shape();
        Shape b = right.type().shape();
        if (op != Op.MULTIPLY || a.isScalar() || b.isScalar()) {
            if (op == Op.DIVIDE && !b.isScalar()) {
                String beside = right instanceof Term.Binary product && product.op() == Op.MULTIPLY
                        ? "; what stands side by side behind it is all divided by: (1/m)*A is not 1/m A"
                        : "";
                throw new ExpressionFault(
                        span,
                        "'/' divides by a single number, and this is " + b + "; entry by entry it is './'" + beside);
            }
            return entrywise(span, op, left, right);
        }
        if (a.columns().differs(b.rows())) {
            throw new ExpressionFault(
                    span,
                    a + " times " + b + ": rows of " + a.columns() + " meet columns of " + b.rows()
                            + "; entry by entry it is '.*'");
        }
        return a.rows().isOne() && b.columns().isOne() ? Shape.SCALAR : new Shape(a.rows(), b.columns());
    }

    private static Type power(Span span, Op op, Term base, Term exponent) {
        pure(exponent);
        if (op == Op.POWER && !(base.type().isScalar() && exponent.type().isScalar())) {
            throw new ExpressionFault(span, "an exponent is a single number; entry by entry it is '.^'");
        }
        Dimension dimension = base.type().dimensionOrNone();
        Rational fixed = constant(exponent);
        if (!dimension.isNone()) {
            if (dimension.hasLevel()) {
                throw new ExpressionFault(base.span(), "this is a level inside a product" + conversions(base));
            }
            if (fixed == null
                    || fixed.numerator().bitLength() > 16
                    || fixed.denominator().bitLength() > 16) {
                throw new ExpressionFault(
                        exponent.span(),
                        "the base is " + base.type().describe() + ": its exponent must be a number written out");
            }
            try {
                dimension = dimension.power(
                        fixed.numerator().intValue(), fixed.denominator().intValue());
            } catch (ArithmeticException e) {
                throw new ExpressionFault(
                        exponent.span(), "this power of " + base.type().describe() + " has no unit");
            }
        }
        NumberSet set = powerSet(base.type().set(), exponent.type().set(), fixed);
        return new Type(set, entrywise(span, op, base, exponent), dimension);
    }

    private static NumberSet powerSet(NumberSet base, NumberSet exponent, @Nullable Rational fixed) {
        if (base == NumberSet.COMPLEX || exponent == NumberSet.COMPLEX) {
            return NumberSet.COMPLEX;
        }
        if (fixed != null && fixed.isInteger() && base.isExact()) {
            return fixed.signum() >= 0 ? base : NumberSet.RATIONAL;
        }
        return base.isExact() && exponent == NumberSet.INTEGER ? NumberSet.RATIONAL : NumberSet.REAL;
    }

    /** The number a term is written out as ({@code 2}, {@code -1/2}), or null. */
    private static @Nullable Rational constant(Term term) {
        if (!(term instanceof Term.Constant) && !(term instanceof Term.Binary) && !(term instanceof Term.Unary)) {
            return null;
        }
        try {
            Value value = Frame.of(new Layout()).value(term);
            return value instanceof Value.Exact ? ((Value.Exact) value).number() : null;
        } catch (ExpressionFault | IndexOutOfBoundsException e) {
            return null;
        }
    }
}
