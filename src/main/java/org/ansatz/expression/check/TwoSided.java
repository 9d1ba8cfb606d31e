package org.ansatz.expression.check;

import java.util.List;
import java.util.Map;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Sums and products over all whole numbers, {@code sum(f(n) for n in -inf:inf)}: they converge where both of their sides do, and are
 * these together.
 */
final class TwoSided {

    private static final String INFINITY = "inf";

    /** What puts both sides together. */
    private static final Map<String, Op> TOGETHER = Map.of("sum", Op.ADD, "prod", Op.MULTIPLY);

    private TwoSided() {}

    /** Such a sum or product as that of its two sides; null of anything else. */
    static @Nullable Node parted(Node.Binder node) {
        Op together = TOGETHER.get(node.op());
        if (together == null
                || node.generators().size() != 1
                || !(node.generators().get(0).domain() instanceof Node.Range range)
                || !range.integer()
                || !isInfinite(range.high())
                || !(range.low() instanceof Node.Unary low && low.op() == Op.NEGATE && isInfinite(low.operand()))) {
            return null;
        }
        Node zero = new Node.Number(range.span(), Rational.ZERO, false);
        Node one = new Node.Number(range.span(), Rational.ONE, false);
        Node below = new Node.Unary(range.span(), Op.NEGATE, one);
        return new Node.Binary(
                node.span(),
                together,
                over(new Node.Range(range.span(), range.low(), below, true), node),
                over(new Node.Range(range.span(), zero, range.high(), true), node));
    }

    private static boolean isInfinite(Node node) {
        return Checker.isNamed(node, INFINITY);
    }

    private static Node over(Node.Range range, Node.Binder node) {
        Node.Generator all = node.generators().get(0);
        Node.Generator part = new Node.Generator(all.name(), all.nameSpan(), range, all.ranging());
        return new Node.Binder(node.span(), node.op(), node.opSpan(), node.body(), List.of(part), node.condition());
    }
}
