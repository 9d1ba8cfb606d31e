package org.ansatz.expression.notation;

import java.util.regex.Pattern;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.jspecify.annotations.Nullable;

/** What operations mean in NumPy: entry by entry, but for {@code @}, {@code dot} and {@code outer}. */
final class NumPyProducts {

    private static final Pattern OUTER = Pattern.compile("(?:\\w+\\.)?outer\\s*\\(");

    private static final Size ONE = Shape.of(1, 1).rows();

    private final Spelling spelling;
    private final String text;
    private final String numPy;
    private final Insertions edits;

    /**
     * Of one formula.
     *
     * @param spelling as it was read
     * @param numPy as it was typed
     * @param edits where signs are added
     */
    NumPyProducts(Spelling spelling, String numPy, Insertions edits) {
        this.spelling = spelling;
        this.text = spelling.text();
        this.numPy = numPy;
        this.edits = edits;
    }

    /** NumPy's {@code outer} makes one long vector of each matrix that it is given, which {@code a*b'} does not. */
    void requireVectors(Node.Binary node, Factor left, Factor right) {
        if (node.op() != Op.MULTIPLY) {
            return;
        }
        int sign = signAt(node);
        int written = spelling.origin(new Span(sign, sign + 1)).start();
        boolean isOuter = OUTER.matcher(numPy).region(written, numPy.length()).lookingAt();
        Shape a = left.shape();
        Shape b = right.shape();
        boolean ofColumns =
                a == null || b == null || a.columns().equals(ONE) && b.rows().equals(ONE); // b is transposed already
        if (isOuter && !ofColumns) {
            throw new ExpressionFault(
                    node.span(), "outer takes matrices apart into vectors; a product of matrices is written a @ b.T");
        }
    }

    private boolean isStar(Node.Binary node) {
        int sign = signAt(node);
        return numPy.charAt(spelling.origin(new Span(sign, sign + 1)).start()) == '*';
    }

    /**
     * The inner product that {@code @} and {@code dot} are of two vectors in NumPy, where these are neither rows nor columns:
     * turns the one that has to be, and gives the shape; null where there are not two columns, or two rows, of one length. A
     * vector beside a matrix is not turned: there its shape is what is asked.
     */
    @Nullable
    Shape inner(Node.Binary node, Factor left, Factor right) {
        Shape a = left.shape();
        Shape b = right.shape();
        boolean isInner = node.op() == Op.MULTIPLY && !isStar(node);
        if (!isInner || a == null || b == null || a.isScalar() || !a.equals(b)) {
            return null;
        }
        boolean columns = a.columns().equals(ONE);
        boolean rows = a.rows().equals(ONE);
        if (columns == rows || !prime(columns ? node.left() : node.right())) {
            return null;
        }
        return Shape.of(1, 1);
    }

    /** Transposes an operand; false if it has no end of its own to write it at. */
    private boolean prime(Node operand) {
        Span span = operand.span();
        boolean bracketed = edits.isBracketed(span);
        boolean single = operand instanceof Node.Name || operand instanceof Node.Call || operand instanceof Node.Prime;
        if (bracketed || single) {
            edits.insert(bracketed && !single ? span.end() + 1 : span.end(), "'");
        }
        return bracketed || single;
    }

    /** In NumPy all operations but {@code @} are entry by entry. */
    Op entrywise(Node.Binary node, Factor left, Factor right) {
        int sign = signAt(node);
        boolean both = !left.isNumber() && !right.isNumber();
        if (node.op() == Op.MULTIPLY && both && isStar(node)) {
            requireOneNotation(node.span());
            edits.insert(sign, ".");
            return Op.DOT_MULTIPLY;
        }
        if (node.op() == Op.DIVIDE && right.isMatrix()) {
            edits.insert(sign, ".");
            return Op.DOT_DIVIDE;
        }
        if (node.op() == Op.POWER && left.isMatrix()) {
            edits.insert(sign, ".");
            return Op.DOT_POWER;
        }
        if ((node.op() == Op.ADD || node.op() == Op.SUBTRACT)
                && left.isMatrix()
                && right.isMatrix()
                && left.shape() != null
                && right.shape() != null
                && !left.shape().equals(right.shape())) {
            edits.insert(sign, ".");
            return node.op() == Op.ADD ? Op.DOT_ADD : Op.DOT_SUBTRACT;
        }
        return node.op();
    }

    /** Where MATLAB's signs stand beside NumPy's, a star may be either's. */
    private void requireOneNotation(Span span) {
        boolean quoted = numPy.contains("einsum");
        if (!quoted && numPy.indexOf('\'') >= 0
                || numPy.contains(".*")
                || numPy.contains("./")
                || numPy.contains(".^")) {
            throw new ExpressionFault(
                    span, "'*' is entry by entry in NumPy and a product of matrices elsewhere; write .* or @");
        }
    }

    /** Where the sign of an operation stands. */
    private int signAt(Node.Binary node) {
        int at = edits.behind(node.left().span().end());
        while (at < node.right().span().start()
                && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')')) {
            at++;
        }
        return at;
    }
}
