package org.ansatz.expression.check;

import java.util.List;
import java.util.function.Predicate;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * What a number followed by names means. Names that are units, and that are not declared, are the unit of a number before them:
 * {@code 5 m}, {@code 60 km/h}, {@code 0.4 W/(m K)}, {@code 18*kJ}, {@code 1/s}; so they are behind {@code pi} and behind
 * brackets. A constant of the same name is meant where no number with its unit stands before it: {@code 1 kW*h} is an energy, and
 * {@code (2 eV)/h} is divided by Planck's constant.
 */
public final class WrittenUnit {

    private final Predicate<String> isDeclared;
    private final Predicate<String> isConstant;

    /**
     * For one scope.
     *
     * @param isDeclared whether a name is declared, so that it is no unit
     * @param isConstant whether a name is a constant unless it follows a unit
     */
    public WrittenUnit(Predicate<String> isDeclared, Predicate<String> isConstant) {
        this.isDeclared = isDeclared;
        this.isConstant = isConstant;
    }

    /**
     * A number with the unit behind it.
     *
     * @param number what stands before the unit
     * @param unit all of it
     */
    record Quantity(Node number, Unit unit) {}

    /** A number with its unit, if a product or names side by side are that; else null. */
    @Nullable
    Quantity quantity(Node node) {
        StringBuilder text = new StringBuilder();
        Node number = number(node, text, true);
        if (number == null || text.length() == 0) {
            return null;
        }
        String written = text.toString();
        Unit unit = Units.parse(written.startsWith("/") ? "1" + written : written.substring(1));
        return unit == null ? null : new Quantity(number, unit);
    }

    /**
     * The unit by which a product or quotient that ends in a number goes on; null if it does not. A name that is a constant too is a
     * unit only where the number has a unit already: {@code 2*5 km/h}, but not {@code 2*5/h}.
     */
    @Nullable
    Unit continued(Node.Binary node) {
        String text = isProduct(node) ? text(node.right()) : null;
        boolean isBehindUnit = isOfConstants(node.right());
        return text != null && endsInNumber(node.left(), isBehindUnit) ? Units.parse(text) : null;
    }

    /** What is hardly meant as it is written, with what may be; null if there is nothing. */
    @Nullable
    ExpressionFault doubt(Node.Juxtaposed node) {
        boolean isOfDegrees = node.left() instanceof Node.Juxtaposed angle
                && "deg".equals(text(angle.right()))
                && "C".equals(text(node.right()));
        return isOfDegrees
                ? new ExpressionFault(
                        node.span(), "is this a temperature? Write degC in one word; deg C is an angle times a charge")
                : null;
    }

    /** Whether this is a number with a unit behind it. */
    public boolean isQuantity(Node node) {
        return quantity(node) != null;
    }

    /** What of a product, quotient or names side by side is not the unit of a number. */
    public List<Node> withoutUnit(Node node) {
        Quantity quantity = quantity(node);
        if (quantity != null) {
            return List.of(quantity.number);
        }
        if (node instanceof Node.Juxtaposed side) {
            return List.of(side.left(), side.right());
        }
        Node.Binary binary = (Node.Binary) node;
        return continued(binary) != null ? List.of(binary.left()) : List.of(binary.left(), binary.right());
    }

    private boolean endsInNumber(Node node, boolean withUnit) {
        if (withUnit && node.isBracketed()) {
            return false;
        }
        if (isNegated(node)) {
            return endsInNumber(((Node.Unary) node).operand(), withUnit);
        }
        if (node instanceof Node.Binary binary) {
            return isProduct(binary) && (endsInNumber(binary.right(), withUnit) || goesOn(binary, withUnit));
        }
        return node instanceof Node.Number ? !withUnit : node instanceof Node.Juxtaposed && isQuantity(node);
    }

    private boolean goesOn(Node.Binary product, boolean withUnit) {
        boolean isUnit = text(product.right()) != null && !(withUnit && isOfConstants(product.right()));
        return isUnit && endsInNumber(product.left(), false);
    }

    /** What stands before the unit that a node ends in, which is written to {@code text}; null if there is none, or nothing before it. */
    private @Nullable Node number(Node node, StringBuilder text, boolean isLast) {
        if (!isLast && node.isBracketed()) {
            return null;
        }
        if (node instanceof Node.Juxtaposed side) {
            return number(side.left(), side.right(), "*", true, text);
        }
        if (node instanceof Node.Binary binary && isProduct(binary)) {
            return number(binary.left(), binary.right(), binary.op() == Op.MULTIPLY ? "*" : "/", false, text);
        }
        if (isNegated(node) && !isLast) {
            Node.Unary minus = (Node.Unary) node;
            Node size = number(minus.operand(), text, false);
            return size == null ? null : new Node.Unary(minus.span(), minus.op(), size);
        }
        return null;
    }

    private static boolean isProduct(Node.Binary node) {
        return node.op() == Op.MULTIPLY || node.op() == Op.DIVIDE;
    }

    private static boolean isNegated(Node node) {
        return node instanceof Node.Unary unary && unary.op() == Op.NEGATE;
    }

    private @Nullable Node number(Node left, Node right, String sign, boolean beside, StringBuilder text) {
        String unit = text(right);
        if (unit == null) {
            return null;
        }
        Node before = number(left, text, false);
        boolean follows = before != null;
        if (!follows && !canHaveUnit(left, beside) || !follows && !beside && isOfConstants(right)) {
            return null;
        }
        text.append(sign).append(unit);
        return follows ? before : left;
    }

    /** Whether a unit may follow: behind a number; and without a sign between behind a constant, a power or brackets. */
    private boolean canHaveUnit(Node node, boolean beside) {
        if (node instanceof Node.Number || isNegated(node) && ((Node.Unary) node).operand() instanceof Node.Number) {
            return true;
        }
        if (!beside) {
            return false;
        }
        boolean isName = node instanceof Node.Name;
        return isName
                ? isNumber(((Node.Name) node).name())
                : !(node instanceof Node.Juxtaposed) && !(node instanceof Node.Prime);
    }

    private boolean isNumber(String name) {
        return !isDeclared.test(name) && (name.equals("pi") || name.equals("e") || name.equals("j"));
    }

    private boolean isOfConstants(Node node) {
        return node instanceof Node.Name name && isConstant.test(name.name());
    }

    /** A node that is made of units alone, as it would be written; null if it is not. */
    private @Nullable String text(Node node) {
        if (node instanceof Node.Name name) {
            boolean isUnit = !isDeclared.test(name.name()) && Units.find(name.name()) != null;
            return isUnit ? name.name() : null;
        }
        if (node instanceof Node.Juxtaposed side) {
            return joined(side.left(), "*", side.right());
        }
        if (node instanceof Node.Call call) {
            String inside = call.arguments().size() == 1 ? text(call.arguments().get(0)) : null;
            boolean isRoot =
                    call.function() instanceof Node.Name root && root.name().equals("sqrt");
            return isRoot && inside != null ? "sqrt(" + inside + ")" : null;
        }
        if (!(node instanceof Node.Binary binary)) {
            return null;
        }
        switch (binary.op()) {
            case MULTIPLY:
                return joined(binary.left(), "*", binary.right());
            case DIVIDE:
                return joined(binary.left(), "/", binary.right());
            case POWER:
                String base = text(binary.left());
                Rational exponent = exponent(binary.right());
                return base == null || exponent == null ? null : base + "^(" + exponent + ")";
            default:
                return null;
        }
    }

    private @Nullable String joined(Node left, String sign, Node right) {
        String before = text(left);
        String after = text(right);
        return before == null || after == null ? null : "(" + before + sign + after + ")";
    }

    private static @Nullable Rational exponent(Node node) {
        if (node instanceof Node.Number number) {
            return number.imaginary() ? null : number.value();
        }
        if (node instanceof Node.Unary unary && unary.op() == Op.NEGATE) {
            Rational value = exponent(unary.operand());
            return value == null ? null : value.negate();
        }
        if (node instanceof Node.Binary quotient && quotient.op() == Op.DIVIDE) {
            Rational above = exponent(quotient.left());
            Rational below = exponent(quotient.right());
            return above == null || below == null || below.signum() == 0 ? null : above.over(below);
        }
        return null;
    }
}
