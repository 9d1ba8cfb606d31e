package org.ansatz.expression.check;

import java.util.List;
import java.util.Objects;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NumberBase;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** Numbers with units where an expression is checked, and readings on scales whose zero is not nothing. */
final class Measuring {

    private final Checker checker;
    private @Nullable Unit unit;

    Measuring(Checker checker) {
        this.checker = checker;
    }

    /** The unit that was written last, in which a value is shown; null if none was. */
    @Nullable
    Unit unit() {
        return unit;
    }

    /** Takes this for the unit that was written last. */
    void keep(@Nullable Unit written) {
        unit = written;
    }

    /** A magnitude with the unit that stands behind it. */
    Term measured(Node.Measured node) {
        Unit whole = Quantities.named(node.unit(), node.unitSpan());
        Term magnitude = node.magnitude().fold(checker);
        unit = whole;
        if (!magnitude.type().has(Dimension.NONE)) {
            throw new ExpressionFault(
                    node.unitSpan(),
                    "what stands before " + node.unit() + " has a unit already: it is "
                            + magnitude.type().describe());
        }
        return Quantities.measured(node.span(), magnitude, whole);
    }

    /** A value that is to be shown in a unit or to a base. */
    Term shown(Node.In node) {
        NumberBase base = NumberBase.of(node.unit());
        Unit target = base == null ? Quantities.named(node.unit(), node.unitSpan()) : base.unit();
        Term operand = node.operand().fold(checker);
        if (base != null) {
            Typing.integers(operand);
        }
        if (!operand.type().has(target.dimension())) {
            throw new ExpressionFault(
                    node.unitSpan(),
                    "cannot be shown in " + node.unit() + ", which is for "
                            + Units.describe(target.dimension()) + "; this is "
                            + operand.type().describe());
        }
        unit = target;
        return sameCount(node, operand, target);
    }

    /** Cycles in a time shown as angles in a time, or the other way round, are the same frequency: 60 rpm is 2π rad/s. */
    private Term sameCount(Node.In node, Term operand, Unit target) {
        Unit written = writtenUnit(node.operand());
        if (written == null) {
            return operand;
        }
        boolean toAngles = written.isCyclic() && target.isAngular();
        boolean toCycles = written.isAngular() && target.isCyclic();
        if (!toAngles && !toCycles) {
            return operand;
        }
        Term turn = new Term.Constant(node.unitSpan(), Type.REAL, new Value.Real(2 * Math.PI), false);
        Type type = operand.type().with(operand.type().set().join(NumberSet.REAL));
        return new Term.Binary(node.span(), type, toAngles ? Op.MULTIPLY : Op.DIVIDE, operand, turn);
    }

    private WrittenUnit units() {
        return new WrittenUnit(
                name -> checker.scope().find(name) != null,
                name -> checker.scope().registry().constant(name) != null);
    }

    /** A number with its unit, as far as a node is one; otherwise null. */
    @Nullable
    Term quantity(Node node) {
        WrittenUnit.Quantity quantity = units().quantity(node);
        return quantity == null ? null : measured(quantity, node.span());
    }

    /** The unit by which a product or a quotient goes on behind a number with its unit; null if it does not. */
    @Nullable
    Unit continued(Node.Binary node) {
        return units().continued(node);
    }

    private Term measured(WrittenUnit.Quantity quantity, Span span) {
        Term magnitude = quantity.number().fold(checker);
        if (!magnitude.type().has(Dimension.NONE)) {
            throw new ExpressionFault(
                    span,
                    "what stands before " + quantity.unit().symbol() + " has a unit already: it is "
                            + magnitude.type().describe());
        }
        unit = quantity.unit();
        return Quantities.measured(span, magnitude, quantity.unit());
    }

    /** {@code -3 dBm} and {@code -5 degC}: on a scale, of which a zero is not nothing, the sign belongs to the reading. */
    @Nullable
    Term negativeReading(Node.Unary node) {
        if (node.op() != Op.NEGATE || !(node.operand() instanceof Node.Juxtaposed)) {
            return null;
        }
        Node.Juxtaposed reading = (Node.Juxtaposed) node.operand();
        WrittenUnit.Quantity quantity = units().quantity(reading);
        if (quantity == null || !quantity.unit().isScale() || !(quantity.number() instanceof Node.Number)) {
            return null;
        }
        if (reading.isBracketed()) {
            throw new ExpressionFault(
                    node.span(),
                    "a point on the scale of " + quantity.unit().symbol() + " has no opposite; write -1 "
                            + quantity.unit().symbol() + " without brackets");
        }
        Unit scale = quantity.unit();
        unit = scale;
        Rational magnitude = ((Node.Number) quantity.number()).value().negate();
        return Quantities.measured(node.span(), Quantities.exact(node.span(), magnitude, Dimension.NONE, false), scale);
    }

    /**
     * A factor of a product: a reading in degC is a difference there, {@code 3 degC*5 W/K}. One in brackets could be the temperature
     * as well.
     */
    Term factor(Node node) {
        Node reading = unsigned(node);
        if (!isTemperatureOnScale(reading)) {
            return node.fold(checker);
        }
        if (node.isBracketed() || reading.isBracketed()) {
            throw ambiguous(node);
        }
        WrittenUnit.Quantity quantity = Objects.requireNonNull(units().quantity(reading));
        Node number = quantity.number();
        Node signed = reading == node ? number : new Node.Unary(node.span(), Op.NEGATE, number);
        Unit difference = Objects.requireNonNull(quantity.unit().difference());
        return Quantities.measured(node.span(), signed.fold(checker), difference);
    }

    /** {@code 2*10 degC} could be twice a difference, or a temperature of 20 degC. */
    void requireNoMultiple(Node product, List<Node> factors, List<Term> terms) {
        boolean isOfPureNumber = terms.stream().anyMatch(term -> term.type().has(Dimension.NONE));
        if (isOfPureNumber && factors.stream().anyMatch(factor -> isTemperatureOnScale(unsigned(factor)))) {
            throw ambiguous(product);
        }
    }

    private static Node unsigned(Node node) {
        return node instanceof Node.Unary minus && minus.op() == Op.NEGATE ? minus.operand() : node;
    }

    private static ExpressionFault ambiguous(Node node) {
        return new ExpressionFault(
                node.span(),
                "is this a temperature or a difference? In a product a difference is written in K, and a temperature"
                        + " of so many degC as a given or a step");
    }

    /** Two readings of a scale whose zero is not zero have no sum; a reading and a difference have. */
    void requireDifference(Node.Binary node) {
        boolean areReadings = isTemperatureOnScale(node.left()) && isReading(node.right())
                || isTemperatureOnScale(node.right()) && isReading(node.left());
        if (areReadings) {
            throw new ExpressionFault(
                    node.span(), "two temperatures in degC have no sum; a difference is written in K");
        }
    }

    /** Whether it is a reading on a scale whose zero is not zero, the name of one, or one raised or lowered by a difference. */
    private boolean isReading(Node node) {
        Unit unit = writtenUnit(node);
        return unit != null && unit.isScale() || isTemperatureOnScale(node);
    }

    /**
     * The unit in which a node is written, a number with its unit or the name of one; of a reading that is raised or lowered by a
     * difference that of the reading. Null of anything else: who writes 2*pi*50 Hz has turned it into an angle already.
     */
    @Nullable
    Unit writtenUnit(Node node) {
        if (node instanceof Node.Name name) {
            return checker.scope().unitOf(name.name());
        }
        if (node instanceof Node.Binary sides && (sides.op() == Op.ADD || sides.op() == Op.SUBTRACT)) {
            Node reading = isReading(sides.left()) ? sides.left() : sides.op() == Op.ADD ? sides.right() : null;
            boolean isRaised =
                    reading != null && isReading(reading) && !(sides.op() == Op.SUBTRACT && isReading(sides.right()));
            return isRaised ? writtenUnit(Objects.requireNonNull(reading)) : null;
        }
        WrittenUnit.Quantity written = units().quantity(node);
        return written != null && unsigned(written.number()) instanceof Node.Number ? written.unit() : null;
    }

    private boolean isTemperatureOnScale(Node node) {
        WrittenUnit.Quantity quantity = units().quantity(node);
        return quantity != null
                && quantity.unit().isShifted()
                && quantity.unit().dimension().equals(Dimension.TEMPERATURE);
    }
}
