package org.ansatz.field.logic;

import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.logic.Gate.Join.Kind;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one grammar as Boolean algebra: {@code +} or {@code or} is the sum; {@code *}, {@code and} or standing side by
 * side the product; a prime the complement; {@code A[1]} and {@code A1} the same signal.
 */
final class GateCompiler implements Node.Cases<Gate> {

    private static final int LARGEST_INDEX = 4096;

    private final String text;
    private final Scope scope;
    private final @Nullable Frame frame;
    private Uses uses = Uses.NOTHING;

    /** A compiler; without a frame it only checks, and takes every index for zero. */
    GateCompiler(String text, Scope scope, @Nullable Frame frame) {
        this.text = text;
        this.scope = scope;
        this.frame = frame;
    }

    /** What the indices read so far rest on. */
    Uses uses() {
        return uses;
    }

    /** The name of a signal with an index: {@code A} and 1 give {@code A1}. */
    String indexed(String name, Node index) {
        Expression expression = Expression.of(index, text, scope);
        if (!expression.type().has(Type.INTEGER.dimensionOrNone())
                || !expression.type().set().isExact()) {
            throw new ExpressionFault(index.span(), "an index is a whole number");
        }
        uses = uses.and(expression.uses());
        if (frame == null) {
            return name + "0";
        }
        double value = Arithmetic.real(frame.value(expression.term()));
        if (value < 0 || value > LARGEST_INDEX || value != Math.rint(value)) {
            throw new ExpressionFault(
                    index.span(),
                    "the index of " + name + " is " + Notation.number(value, 6) + " here; whole numbers from 0 to "
                            + LARGEST_INDEX + " are possible");
        }
        return name + (int) value;
    }

    @Override
    public Gate ofNumber(Node.Number node) {
        boolean one = node.value().equals(Rational.ONE);
        if (node.imaginary() || !one && node.value().signum() != 0) {
            throw refuse(node.span(), "logic knows the constants 0 and 1");
        }
        return new Gate.Constant(one);
    }

    @Override
    public Gate ofName(Node.Name node) {
        return new Gate.Signal(node.name());
    }

    @Override
    public Gate ofIndex(Node.Index node) {
        return new Gate.Signal(indexed(((Node.Name) node.operand()).name(), node.index()));
    }

    @Override
    public Gate ofUnary(Node.Unary node) {
        if (node.op() != Op.NOT) {
            throw refuse(node.span(), "a complement is written not A or A'");
        }
        return new Gate.Not(node.operand().fold(this));
    }

    @Override
    public Gate ofPrime(Node.Prime node) {
        return new Gate.Not(node.operand().fold(this));
    }

    @Override
    public Gate ofJuxtaposed(Node.Juxtaposed node) {
        return new Gate.Join(Kind.AND, node.left().fold(this), node.right().fold(this));
    }

    @Override
    public Gate ofCall(Node.Call node) {
        if (node.arguments().size() != 1) {
            throw refuse(node.span(), "logic has no functions");
        }
        return new Gate.Join(
                Kind.AND, node.function().fold(this), node.arguments().get(0).fold(this));
    }

    @Override
    public Gate ofBinary(Node.Binary node) {
        Gate left = node.left().fold(this);
        Gate right = node.right().fold(this);
        switch (node.op()) {
            case AND:
            case MULTIPLY:
                return new Gate.Join(Kind.AND, left, right);
            case OR:
            case ADD:
                return new Gate.Join(Kind.OR, left, right);
            case XOR:
                return new Gate.Join(Kind.XOR, left, right);
            case XNOR:
                return new Gate.Not(new Gate.Join(Kind.XOR, left, right));
            case NAND:
                return new Gate.Not(new Gate.Join(Kind.AND, left, right));
            case NOR:
                return new Gate.Not(new Gate.Join(Kind.OR, left, right));
            default:
                throw refuse(node.span(), "'" + node.op().symbol() + "' has no meaning in logic");
        }
    }

    @Override
    public Gate ofCase(Node.Case node) {
        throw refuse(node.span(), "logic has no cases");
    }

    @Override
    public Gate ofComparison(Node.Comparison node) {
        throw refuse(node.span(), "logic compares signals with xor and xnor");
    }

    @Override
    public Gate ofRange(Node.Range node) {
        throw refuse(node.span(), "a range stands only after 'for i in'");
    }

    @Override
    public Gate ofBinder(Node.Binder node) {
        throw refuse(node.span(), "logic has no binders; repeat an equation with 'for i in 1:n'");
    }

    @Override
    public Gate ofRows(Node.Rows node) {
        throw refuse(node.span(), "logic has no arrays");
    }

    @Override
    public Gate ofIn(Node.In node) {
        throw refuse(node.span(), "logic has no units");
    }

    @Override
    public Gate ofMeasured(Node.Measured node) {
        throw refuse(node.span(), "logic has no units");
    }

    private static ExpressionFault refuse(Span span, String message) {
        return new ExpressionFault(span, message);
    }
}
