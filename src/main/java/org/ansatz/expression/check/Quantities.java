package org.ansatz.expression.check;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/** Numbers with units as terms: which unit a node means, and what a number times a unit is. */
final class Quantities {

    private Quantities() {}

    /** The unit of this symbol, or a fault. */
    static Unit named(String symbol, Span span) {
        Unit found = Units.parse(symbol);
        if (found == null) {
            throw new ExpressionFault(
                    span, "unknown unit '" + symbol + "'" + Nearest.suggestion(symbol, Units.likely()));
        }
        return found;
    }

    /** A number times a unit; exact where both are. */
    static Term measured(Span span, Term magnitude, Unit by) {
        if (magnitude instanceof Term.Constant) {
            Value value = ((Term.Constant) magnitude).value();
            Rational si = value instanceof Value.Exact ? by.toSi(((Value.Exact) value).number()) : null;
            if (si != null) {
                return exact(span, si, by.dimension(), true);
            }
        }
        if (by.isShifted()) {
            Type type = magnitude.type().with(by.dimension()).with(NumberSet.REAL);
            Term offset = exact(span, by.offset(), by.dimension(), true);
            return new Term.Binary(span, type, Op.ADD, magnitude, offset);
        }
        Term.Constant factor = by.exactFactor() != null
                ? exact(span, by.exactFactor(), by.dimension(), true)
                : new Term.Constant(span, Type.real(by.dimension()), new Value.Real(by.factor()), true);
        Type type = magnitude
                .type()
                .with(by.dimension())
                .with(magnitude.type().set().join(factor.type().set()));
        if (magnitude instanceof Term.Constant) {
            Value value = product(span, ((Term.Constant) magnitude).value(), factor.value(), 1);
            return new Term.Constant(span, type, value, true);
        }
        return new Term.Binary(span, type, Op.MULTIPLY, magnitude, factor);
    }

    /** A product that goes on by a unit: {@code 2*pi*1e9 rad/s}. */
    static Term scaled(Term left, Unit by, Node.Binary node) {
        Term.Constant factor = by.exactFactor() != null
                ? exact(node.right().span(), by.exactFactor(), by.dimension(), true)
                : new Term.Constant(node.right().span(), Type.real(by.dimension()), new Value.Real(by.factor()), true);
        Type type = Typing.product(node.span(), node.op(), left, factor);
        if (left instanceof Term.Constant constant) {
            Value value = product(node.span(), constant.value(), factor.value(), node.op() == Op.MULTIPLY ? 1 : -1);
            return new Term.Constant(node.span(), type, value, true);
        }
        return new Term.Binary(node.span(), type, node.op(), left, factor);
    }

    private static Value product(Span span, Value value, Value factor, int sign) {
        try {
            return sign > 0 ? Arithmetic.multiply(value, factor) : Arithmetic.divide(value, factor);
        } catch (NoValue e) {
            throw new ExpressionFault(span, String.valueOf(e.getMessage()));
        }
    }

    /** An exact number, which may have been written with a unit. A zero without one fits every dimension. */
    static Term.Constant exact(Span span, Rational value, Dimension dimension, boolean measured) {
        NumberSet set = value.isInteger() && !measured ? NumberSet.INTEGER : NumberSet.RATIONAL;
        boolean zero = value.signum() == 0 && !measured;
        return new Term.Constant(span, Type.of(set, zero ? null : dimension), new Value.Exact(value), measured);
    }
}
