package org.ansatz.expression.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.check.WrittenUnit;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Writes the signs of products that people leave out, where the names of the question leave one way to read them: {@code kt/2},
 * {@code a(1-a)}, {@code (P-Y)X'}; and tells entry by entry from matrix products by their shapes. What is found are places where
 * something is to be inserted or replaced; the text stays as it is otherwise.
 */
final class Products implements Node.Cases<Factor> {

    private static final Set<String> OF_ALL =
            Set.of("sum", "mean", "dot", "det", "trace", "norm", "max", "min", "entry");

    private final String text;
    private final @Nullable NumPyProducts numPy;
    private final WrittenUnit units;
    private final Names names;
    private final Insertions edits;

    private Products(Spelling spelling, Scope scope, String numPy) {
        this.text = spelling.text();
        this.edits = new Insertions(spelling);
        this.names = new Names(scope, text);
        this.numPy = numPy.isEmpty() ? null : new NumPyProducts(spelling, numPy, edits);
        this.units = new WrittenUnit(names::isDeclared, name -> scope.registry().constant(name) != null);
    }

    /**
     * A formula with the signs it lacks.
     *
     * @param node the tree of {@code spelling}
     * @param numPy what was typed if it is NumPy, where {@code *}, {@code /} and powers are entry by entry; otherwise empty
     * @throws ExpressionFault at a place of the spelling's text, if there are two ways to read it
     */
    static Spelling written(Spelling spelling, Node node, Scope scope, String numPy) {
        Products products = new Products(spelling, scope, numPy);
        node.fold(products);
        return products.edits.written();
    }

    // ---- names

    @Override
    public Factor ofNumber(Node.Number node) {
        return Factor.NUMBER;
    }

    @Override
    public Factor ofName(Node.Name node) {
        String name = node.name();
        if (names.isDeclared(name)) {
            return new Factor(names.shape(name), false);
        }
        if (names.isOfLanguage(name)) {
            return Factor.NUMBER;
        }
        List<String> parts = names.madeOf(node);
        if (parts.isEmpty()) {
            return Factor.UNKNOWN;
        }
        edits.replace(node.span().start(), node.span().end(), String.join("*", parts));
        Shape all = Shape.SCALAR;
        for (String part : parts) {
            all = names.isDeclared(part) ? Factor.product(all, names.shape(part)) : all;
        }
        return new Factor(all, true);
    }

    // ---- side by side

    @Override
    public Factor ofJuxtaposed(Node.Juxtaposed node) {
        boolean ofNames = node.right() instanceof Node.Name name
                && !names.isDeclared(name.name())
                && !names.madeOf(name).isEmpty();
        if (!ofNames && units.isQuantity(node)) {
            return Factor.NUMBER;
        }
        if (node.left() instanceof Node.Name function && names.isFunction(function.name())) {
            int open = text.indexOf('(', function.span().end());
            if (open >= 0 && open <= node.right().span().start()) {
                edits.replace(function.span().end(), open, "");
                return called(function.name(), node.right().fold(this));
            }
            return Factor.UNKNOWN;
        }
        return beside(node);
    }

    private Factor beside(Node.Juxtaposed node) {
        Factor left = node.left().fold(this);
        int place = edits.count();
        Factor right = node.right().fold(this);
        int gap = edits.behind(node.left().span().end());
        int next = gap;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        String sign = sign(left, right, node.span());
        edits.replace(place, gap, next, sign);
        Shape shape = Factor.shape(sign.equals("*") ? Op.MULTIPLY : Op.DOT_MULTIPLY, left, right);
        return new Factor(shape, !node.isBracketed());
    }

    /** The sign between two factors that stand side by side: of matrices the one that their shapes allow. */
    private String sign(Factor left, Factor right, Span span) {
        if (!left.isMatrix() || !right.isMatrix() || left.shape() == null || right.shape() == null) {
            return "*";
        }
        boolean multiplies = !left.shape().columns().differs(right.shape().rows());
        boolean matches = !left.shape().differs(right.shape());
        if (multiplies && matches) {
            throw new ExpressionFault(span, "is this a product of matrices or one entry by entry? Write * or .*");
        }
        return matches ? ".*" : "*";
    }

    // ---- calls

    @Override
    public Factor ofCall(Node.Call node) {
        boolean isName = node.function() instanceof Node.Name;
        String name = isName ? ((Node.Name) node.function()).name() : "";
        if (isName && !node.arguments().isEmpty() && names.isFactor((Node.Name) node.function())) {
            return multiplied(node, (Node.Name) node.function());
        }
        Node.Name prefix = isName ? names.beforeFunction((Node.Name) node.function()) : null;
        if (prefix != null) {
            Span span = prefix.span();
            edits.replace(span.start(), span.end(), String.join("*", names.madeOf(prefix)) + "*");
        }
        List<Factor> arguments = new ArrayList<>();
        node.arguments().forEach(argument -> arguments.add(argument.fold(this)));
        if (prefix != null) {
            return new Factor(null, true);
        }
        return isName && arguments.size() == 1 ? called(name, arguments.get(0)) : sized(name);
    }

    private Factor sized(String name) {
        return OF_ALL.contains(name) && !names.isDeclared(name) ? Factor.NUMBER : Factor.UNKNOWN;
    }

    /** What a function makes of its argument. */
    private Factor called(String name, Factor argument) {
        if (names.isDeclared(name) || argument.shape() == null) {
            return Factor.UNKNOWN;
        }
        if (OF_ALL.contains(name) || argument.isNumber()) {
            return Factor.NUMBER;
        }
        Shape shape = argument.shape();
        if (name.startsWith("row_")) {
            return new Factor(new Shape(shape.rows(), Shape.of(1, 1).columns()), false);
        }
        if (name.startsWith("column_") || name.equals("logsumexp")) {
            return new Factor(new Shape(Shape.of(1, 1).rows(), shape.columns()), false);
        }
        return new Factor(shape, false);
    }

    private Factor multiplied(Node.Call node, Node.Name name) {
        boolean single = node.arguments().size() == 1;
        Node argument = node.arguments().get(0);
        boolean isPlace = !single || argument instanceof Node.Number || argument instanceof Node.Range;
        if (isPlace && names.isDeclared(name.name()) && names.isMatrix(name.name())) {
            throw new ExpressionFault(node.span(), "an entry of a matrix is entry(" + name.name() + ", row, column)");
        }
        if (!single) {
            throw new ExpressionFault(node.span(), name.name() + " is no function here");
        }
        if (argument instanceof Node.Name alone && names.isDeclared(name.name())) {
            throw new ExpressionFault(
                    node.span(),
                    name.name() + " is no function here; if a product is meant, write " + name.name() + "*"
                            + alone.name());
        }
        Factor left = name.fold(this);
        int place = name.span().end();
        int edit = edits.count();
        Factor right = argument.fold(this);
        String sign = sign(left, right, node.span());
        edits.replace(edit, place, place, sign);
        Shape shape = Factor.shape(sign.equals("*") ? Op.MULTIPLY : Op.DOT_MULTIPLY, left, right);
        return new Factor(shape, true);
    }

    // ---- operations

    @Override
    public Factor ofBinary(Node.Binary node) {
        Factor left = node.left().fold(this);
        boolean divides = node.op() == Op.DIVIDE;
        Factor right = node.right().fold(this);
        if (divides && right.isLoose() && !right.isMatrix()) {
            requireOneDenominator(node);
        }
        boolean reaches = divides && !right.isMatrix() || node.op() == Op.POWER || node.op() == Op.DOT_POWER;
        boolean isTaken = node.op() == Op.POLAR
                || node.op() == Op.DOT_DIVIDE
                || node.op() == Op.DOT_MULTIPLY && !right.isNumber();
        if (right.isLoose() && (reaches || isTaken)) {
            edits.bracket(node.right().span());
        }
        if (numPy != null) {
            numPy.requireVectors(node, left, right);
            Shape inner = numPy.inner(node, left, right);
            if (inner != null) {
                return new Factor(inner, left.isLoose());
            }
        }
        Op op = numPy == null ? node.op() : numPy.entrywise(node, left, right);
        return new Factor(Factor.shape(op, left, right), left.isLoose() && op != Op.ADD && op != Op.SUBTRACT);
    }

    /** {@code 1/2 t} is read as a half of t by some and as one over 2t by others. */
    private void requireOneDenominator(Node.Binary node) {
        Node first = node.right();
        while (first instanceof Node.Juxtaposed side && !side.isBracketed()) {
            first = side.left();
        }
        int end = edits.behind(first.span().end());
        boolean apart = end < text.length() && Character.isWhitespace(text.charAt(end)) && first != node.right();
        if (apart) {
            throw new ExpressionFault(
                    node.span(), "how far does the division reach? Write brackets, as in a/(b*c) or (a/b)*c");
        }
    }

    @Override
    public Factor ofUnary(Node.Unary node) {
        return node.operand().fold(this);
    }

    @Override
    public Factor ofPrime(Node.Prime node) {
        Factor operand = node.operand().fold(this);
        return new Factor(operand.shape() == null ? null : operand.shape().transposed(), operand.isLoose());
    }

    // ---- the rest

    @Override
    public Factor ofCase(Node.Case node) {
        node.body().fold(this);
        return Factor.UNKNOWN;
    }

    @Override
    public Factor ofIndex(Node.Index node) {
        int place = edits.count();
        Factor index = node.index().fold(this);
        int open = node.operand().span().end();
        boolean groups = !(node.index() instanceof Node.Rows)
                && node.operand() instanceof Node.Name
                && text.startsWith("[", open)
                && text.startsWith("]", node.span().end() - 1);
        String name = groups ? ((Node.Name) node.operand()).name() : "";
        boolean calls = groups && names.isFunction(name);
        if (calls || groups && (names.isNumber(name) || index.isMatrix() && names.isDeclared(name))) {
            // Brackets of another kind around a factor, K[t + 1], or around what belongs to a function.
            edits.replace(place, open, open + 1, calls ? "(" : "*(");
            edits.replace(node.span().end() - 1, node.span().end(), ")");
            return new Factor(names.isNumber(name) || calls ? index.shape() : null, !calls);
        }
        return Factor.NUMBER;
    }

    @Override
    public Factor ofComparison(Node.Comparison node) {
        node.operands().forEach(operand -> operand.fold(this));
        return Factor.NUMBER;
    }

    @Override
    public Factor ofRange(Node.Range node) {
        node.low().fold(this);
        node.high().fold(this);
        return Factor.UNKNOWN;
    }

    @Override
    public Factor ofBinder(Node.Binder node) {
        int before = names.bound();
        for (Node.Generator generator : node.generators()) {
            if (generator.ranging() != Node.Ranging.FREE && generator.ranging() != Node.Ranging.BY) {
                generator.domain().fold(this);
            }
            names.bind(generator.name());
        }
        Factor body = node.body().fold(this);
        if (node.condition() != null) {
            node.condition().fold(this);
        }
        names.releaseTo(before);
        return new Factor(body.shape(), false);
    }

    @Override
    public Factor ofRows(Node.Rows node) {
        node.rows().forEach(row -> row.forEach(entry -> entry.fold(this)));
        return Factor.UNKNOWN;
    }

    @Override
    public Factor ofIn(Node.In node) {
        return node.operand().fold(this);
    }

    @Override
    public Factor ofMeasured(Node.Measured node) {
        return node.magnitude().fold(this);
    }
}
