package org.ansatz.expression.check;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Scope;
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
import org.jspecify.annotations.Nullable;

/** Numbers with units as terms: which unit a node means, and what a number times a unit is. */
final class Quantities {

    private Quantities() {}

    /** The unit of this symbol, or a fault. */
    static Unit named(String symbol, Span span) {
        Unit found = Units.parse(symbol);
        if (found == null) {
            throw new ExpressionFault(
                    span, "unknown unit '" + symbol + "'" + Nearest.suggestion(symbol, Units.symbols()));
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

    /** The unit that {@code node} stands for after a number: a unit's symbol that is not declared, or its power. */
    static @Nullable Unit at(Node node, Scope scope) {
        if (node instanceof Node.Name) {
            String symbol = ((Node.Name) node).name();
            return scope.find(symbol) != null ? null : Units.find(symbol);
        }
        if (node instanceof Node.Binary && ((Node.Binary) node).op() == Op.POWER) {
            Node.Binary power = (Node.Binary) node;
            Unit base = at(power.left(), scope);
            Rational exponent = integer(power.right());
            return base == null || exponent == null || base.isShifted()
                    ? null
                    : Units.parse(base.symbol() + "^" + exponent);
        }
        return null;
    }

    private static @Nullable Rational integer(Node node) {
        if (node instanceof Node.Number) {
            Rational value = ((Node.Number) node).value();
            return value.isInteger() ? value : null;
        }
        if (node instanceof Node.Unary && ((Node.Unary) node).op() == Op.NEGATE) {
            Rational value = integer(((Node.Unary) node).operand());
            return value == null ? null : value.negate();
        }
        return null;
    }

    /** A number with a unit, times or over a further unit: {@code 10 m/s}. */
    static Term scaled(Term.Constant left, Unit by, int sign, Span span) {
        Dimension dimension = left.type().dimensionOrNone();
        Dimension product = sign > 0 ? dimension.times(by.dimension()) : dimension.over(by.dimension());
        Rational exact = by.exactFactor();
        Value factor = exact != null ? new Value.Exact(exact) : new Value.Real(by.factor());
        Value value = product(span, left.value(), factor, sign);
        NumberSet set = value instanceof Value.Exact
                ? NumberSet.RATIONAL
                : left.type().set().join(NumberSet.REAL);
        return new Term.Constant(span, Type.of(set, product), value, true);
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

    /** {@code 60 km/h}: nobody divides a length by Planck's constant. */
    private static boolean isPerHour(Node.Binary node, Term left) {
        return node.op() == Op.DIVIDE
                && Checker.isNamed(node.right(), "h")
                && left.type().dimensionOrNone().equals(Dimension.LENGTH);
    }

    /** A number with a unit, times or over a further unit, or null if it is none: {@code 10 m/s}. */
    static @Nullable Term continued(Node.Binary node, Term left, Scope scope) {
        if (!(left instanceof Term.Constant) || !((Term.Constant) left).isMeasured()) {
            return null;
        }
        Unit further = at(node.right(), scope);
        boolean constant = node.right() instanceof Node.Name
                && scope.registry().constant(((Node.Name) node.right()).name()) != null
                && !isPerHour(node, left);
        return further == null || further.isShifted() || constant
                ? null
                : scaled((Term.Constant) left, further, node.op() == Op.MULTIPLY ? 1 : -1, node.span());
    }
}
