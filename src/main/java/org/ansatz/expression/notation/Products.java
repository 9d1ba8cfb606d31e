package org.ansatz.expression.notation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ansatz.expression.check.WrittenUnit;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.jspecify.annotations.Nullable;

/**
 * Writes the signs of products that people leave out, where the names of the question leave one way to read them: {@code kt/2},
 * {@code a(1-a)}, {@code (P-Y)X'}; and tells entry by entry from matrix products by their shapes. What is found are places where
 * something is to be inserted or replaced; the text stays as it is otherwise.
 */
final class Products implements Node.Cases<Products.Factor> {

    private static final Set<String> OF_ALL =
            Set.of("sum", "mean", "dot", "det", "trace", "norm", "max", "min", "entry");

    private static final Pattern OUTER = Pattern.compile("(?:\\w+\\.)?outer\\s*\\(");

    private static final Size ONE = Shape.of(1, 1).rows();

    /**
     * What a term is, as far as it matters beside others.
     *
     * @param shape null if it is not known
     * @param isLoose whether it became a product, which a sign beside it would take apart
     */
    record Factor(@Nullable Shape shape, boolean isLoose) {
        private static final Factor NUMBER = new Factor(Shape.SCALAR, false);
        private static final Factor UNKNOWN = new Factor(null, false);

        boolean isNumber() {
            return shape != null && shape.isScalar();
        }

        boolean isMatrix() {
            return shape != null && !shape.isScalar();
        }
    }

    /** What stands from {@code start} to {@code end} is written {@code text}. */
    private record Edit(int start, int end, String text) {}

    private final Spelling spelling;
    private final String text;
    private final Scope scope;
    private final String numPy;
    private final WrittenUnit units;
    private final Deque<String> bound = new ArrayDeque<>();
    private final List<Edit> edits = new ArrayList<>();

    private Products(Spelling spelling, Scope scope, String numPy) {
        this.spelling = spelling;
        this.text = spelling.text();
        this.scope = scope;
        this.numPy = numPy;
        this.units = new WrittenUnit(this::isDeclared, name -> scope.registry().constant(name) != null);
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
        return products.edits.isEmpty() ? spelling : products.edited(spelling);
    }

    private Spelling edited(Spelling spelling) {
        // Stable: what is inserted at one place stays in its order.
        edits.sort(Comparator.comparingInt(Edit::start));
        Spelling.Writer writer = new Spelling.Writer(spelling);
        int at = 0;
        for (Edit edit : edits) {
            for (; at < edit.start; at++) {
                writer.put(text.substring(at, at + 1), at);
            }
            writer.put(edit.text, Math.min(edit.start, text.length() - 1));
            at = Math.max(at, edit.end);
        }
        for (; at < text.length(); at++) {
            writer.put(text.substring(at, at + 1), at);
        }
        return writer.spelling();
    }

    private void insert(int at, String sign) {
        edits.add(new Edit(at, at, sign));
    }

    private boolean isDeclared(String name) {
        Binding binding = scope.find(name);
        return bound.contains(name) || binding != null && !(binding instanceof Binding.Later);
    }

    // ---- names

    @Override
    public Factor ofNumber(Node.Number node) {
        return Factor.NUMBER;
    }

    @Override
    public Factor ofName(Node.Name node) {
        String name = node.name();
        if (isDeclared(name)) {
            return new Factor(shape(name), false);
        }
        boolean isKnown = scope.registry().constant(name) != null
                || scope.registry().function(name) != null
                || scope.registry().binder(name) != null;
        if (isKnown) {
            return Factor.NUMBER;
        }
        List<String> names = names(node);
        if (names.isEmpty()) {
            return Factor.UNKNOWN;
        }
        edits.add(new Edit(node.span().start(), node.span().end(), String.join("*", names)));
        Shape all = Shape.SCALAR;
        for (String part : names) {
            all = isDeclared(part) ? product(all, shape(part)) : all;
        }
        return new Factor(all, true);
    }

    private @Nullable Shape shape(String name) {
        if (bound.contains(name)) {
            return Shape.SCALAR;
        }
        Binding binding = scope.find(name);
        if (binding instanceof Binding.Variable variable) {
            return variable.type().shape();
        }
        if (binding instanceof Binding.Step step) {
            return step.term().type().shape();
        }
        return binding instanceof Binding.Constant constant ? constant.type().shape() : null;
    }

    private static @Nullable Shape product(@Nullable Shape a, @Nullable Shape b) {
        if (a == null || b == null) {
            return null;
        }
        return a.isScalar() ? b : b.isScalar() ? a : new Shape(a.rows(), b.columns());
    }

    /** The names of which a word is made; empty if it is made of none. */
    private List<String> names(Node.Name node) {
        String word = node.name();
        int length = word.length();
        int[] ways = new int[length + 1];
        int[] last = new int[length + 1];
        ways[0] = 1;
        for (int end = 1; end <= length && length <= 60; end++) {
            for (int start = 0; start < end; start++) {
                String part = word.substring(start, end);
                boolean isBase = part.equals("e")
                        && end == length
                        && isRaised(node.span().end());
                boolean isUnit = start == 0
                        && end < length
                        && part.equals("j")
                        && scope.registry().constant("j") != null;
                if (ways[start] > 0 && (isDeclared(part) || part.equals("pi") || isBase || isUnit)) {
                    ways[end] = Math.min(2, ways[end] + ways[start]);
                    last[end] = start;
                }
            }
        }
        if (ways[length] > 1) {
            throw new ExpressionFault(
                    node.span(),
                    "'" + word + "' can be cut into names in more than one way; write the signs of its products");
        }
        List<String> names = new ArrayList<>();
        for (int end = length; ways[length] == 1 && end > 0; end = last[end]) {
            names.add(0, word.substring(last[end], end));
        }
        return names;
    }

    private boolean isRaised(int end) {
        return end < text.length() && text.charAt(end) == '^';
    }

    // ---- side by side

    @Override
    public Factor ofJuxtaposed(Node.Juxtaposed node) {
        boolean ofNames = node.right() instanceof Node.Name name
                && !isDeclared(name.name())
                && !names(name).isEmpty();
        if (!ofNames && units.isQuantity(node)) {
            return Factor.NUMBER;
        }
        if (node.left() instanceof Node.Name function && isFunction(function.name())) {
            int open = text.indexOf('(', function.span().end());
            if (open >= 0 && open <= node.right().span().start()) {
                edits.add(new Edit(function.span().end(), open, ""));
                return called(function.name(), node.right().fold(this));
            }
            return Factor.UNKNOWN;
        }
        return beside(node);
    }

    private boolean isFunction(String name) {
        return !isDeclared(name)
                && scope.registry().function(name) != null
                && scope.registry().constant(name) == null;
    }

    private Factor beside(Node.Juxtaposed node) {
        Factor left = node.left().fold(this);
        int place = edits.size();
        Factor right = node.right().fold(this);
        int gap = behind(node.left().span().end());
        int next = gap;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        String sign = sign(left, right, node.span());
        edits.add(place, new Edit(gap, next, sign));
        Shape shape = shape(sign.equals("*") ? Op.MULTIPLY : Op.DOT_MULTIPLY, left, right);
        return new Factor(shape, !node.isBracketed());
    }

    /** Behind the brackets that close at a place. */
    private int behind(int place) {
        int end = place;
        for (int i = place;
                i < text.length() && (text.charAt(i) == ')' || Character.isWhitespace(text.charAt(i)));
                i++) {
            end = text.charAt(i) == ')' ? i + 1 : end;
        }
        return end;
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
        if (isName && !node.arguments().isEmpty() && isFactor((Node.Name) node.function())) {
            return multiplied(node, (Node.Name) node.function());
        }
        Node.Name prefix = isName ? beforeFunction((Node.Name) node.function()) : null;
        if (prefix != null) {
            Span span = prefix.span();
            edits.add(new Edit(span.start(), span.end(), String.join("*", names(prefix)) + "*"));
        }
        List<Factor> arguments = new ArrayList<>();
        node.arguments().forEach(argument -> arguments.add(argument.fold(this)));
        if (prefix != null) {
            return new Factor(null, true);
        }
        return isName && arguments.size() == 1 ? called(name, arguments.get(0)) : sized(name);
    }

    /** The part of {@code Vpcos} that stands before its function, if it is made of names; or null. */
    private Node.@Nullable Name beforeFunction(Node.Name node) {
        String word = node.name();
        boolean isKnown = scope.find(word) != null
                || scope.registry().function(word) != null
                || scope.registry().binder(word) != null;
        for (int i = 1; i < word.length() && !isKnown; i++) {
            Span span = new Span(node.span().start(), node.span().start() + i);
            Node.Name prefix = new Node.Name(span, word.substring(0, i));
            if (isFunction(word.substring(i)) && !names(prefix).isEmpty()) {
                return prefix;
            }
        }
        return null;
    }

    private Factor sized(String name) {
        return OF_ALL.contains(name) && !isDeclared(name) ? Factor.NUMBER : Factor.UNKNOWN;
    }

    /** What a function makes of its argument. */
    private Factor called(String name, Factor argument) {
        if (isDeclared(name) || argument.shape() == null) {
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

    /** Whether a name before brackets is a quantity, or made of several, so that a product is meant. */
    private boolean isFactor(Node.Name node) {
        Binding binding = scope.find(node.name());
        boolean isQuantity = bound.contains(node.name())
                || binding instanceof Binding.Variable
                || binding instanceof Binding.Step
                || binding instanceof Binding.Constant;
        boolean isKnown = binding != null
                || scope.registry().function(node.name()) != null
                || scope.registry().binder(node.name()) != null
                || Set.of("if", "bits").contains(node.name());
        return isQuantity || !isKnown && !names(node).isEmpty();
    }

    private Factor multiplied(Node.Call node, Node.Name name) {
        boolean single = node.arguments().size() == 1;
        Node argument = node.arguments().get(0);
        boolean isPlace = !single || argument instanceof Node.Number || argument instanceof Node.Range;
        if (isPlace && isDeclared(name.name()) && isMatrix(name.name())) {
            throw new ExpressionFault(node.span(), "an entry of a matrix is entry(" + name.name() + ", row, column)");
        }
        if (!single) {
            throw new ExpressionFault(node.span(), name.name() + " is no function here");
        }
        if (argument instanceof Node.Name alone && isDeclared(name.name())) {
            throw new ExpressionFault(
                    node.span(),
                    name.name() + " is no function here; if a product is meant, write " + name.name() + "*"
                            + alone.name());
        }
        Factor left = name.fold(this);
        int place = name.span().end();
        int edit = edits.size();
        Factor right = argument.fold(this);
        String sign = sign(left, right, node.span());
        edits.add(edit, new Edit(place, place, sign));
        Shape shape = shape(sign.equals("*") ? Op.MULTIPLY : Op.DOT_MULTIPLY, left, right);
        return new Factor(shape, true);
    }

    private boolean isMatrix(String name) {
        Shape shape = shape(name);
        return shape != null && !shape.isScalar();
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
            bracket(node.right().span());
        }
        requireVectors(node, left, right);
        Shape inner = numPy.isEmpty() || node.op() != Op.MULTIPLY || isStar(node) ? null : inner(node, left, right);
        if (inner != null) {
            return new Factor(inner, left.isLoose());
        }
        Op op = numPy.isEmpty() ? node.op() : entrywise(node, left, right);
        return new Factor(shape(op, left, right), left.isLoose() && op != Op.ADD && op != Op.SUBTRACT);
    }

    /** {@code 1/2 t} is read as a half of t by some and as one over 2t by others. */
    private void requireOneDenominator(Node.Binary node) {
        Node first = node.right();
        while (first instanceof Node.Juxtaposed side && !side.isBracketed()) {
            first = side.left();
        }
        int end = behind(first.span().end());
        boolean apart = end < text.length() && Character.isWhitespace(text.charAt(end)) && first != node.right();
        if (apart) {
            throw new ExpressionFault(
                    node.span(), "how far does the division reach? Write brackets, as in a/(b*c) or (a/b)*c");
        }
    }

    private void bracket(Span span) {
        int before = span.start() - 1;
        int behind = span.end();
        boolean bracketed =
                before >= 0 && text.charAt(before) == '(' && behind < text.length() && text.charAt(behind) == ')';
        if (!bracketed) {
            edits.add(new Edit(span.start(), span.start(), "("));
            // Before what was inserted inside, which begins at the same place.
            moveToFront(span.start());
            insert(span.end(), ")");
        }
    }

    private void moveToFront(int start) {
        Edit bracket = edits.remove(edits.size() - 1);
        int place = 0;
        while (place < edits.size() && edits.get(place).start < start) {
            place++;
        }
        edits.add(place, bracket);
    }

    /** NumPy's {@code outer} makes one long vector of each matrix that it is given, which {@code a*b'} does not. */
    private void requireVectors(Node.Binary node, Factor left, Factor right) {
        if (numPy.isEmpty() || node.op() != Op.MULTIPLY) {
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
    private @Nullable Shape inner(Node.Binary node, Factor left, Factor right) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a == null || b == null || a.isScalar() || !a.equals(b)) {
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
        boolean bracketed = span.start() > 0
                && text.charAt(span.start() - 1) == '('
                && span.end() < text.length()
                && text.charAt(span.end()) == ')';
        boolean single = operand instanceof Node.Name || operand instanceof Node.Call || operand instanceof Node.Prime;
        if (bracketed || single) {
            insert(bracketed && !single ? span.end() + 1 : span.end(), "'");
        }
        return bracketed || single;
    }

    /** In NumPy all operations but {@code @} are entry by entry. */
    private Op entrywise(Node.Binary node, Factor left, Factor right) {
        int sign = signAt(node);
        boolean both = !left.isNumber() && !right.isNumber();
        if (node.op() == Op.MULTIPLY && both && isStar(node)) {
            requireOneNotation(node.span());
            insert(sign, ".");
            return Op.DOT_MULTIPLY;
        }
        if (node.op() == Op.DIVIDE && right.isMatrix()) {
            insert(sign, ".");
            return Op.DOT_DIVIDE;
        }
        if (node.op() == Op.POWER && left.isMatrix()) {
            insert(sign, ".");
            return Op.DOT_POWER;
        }
        if ((node.op() == Op.ADD || node.op() == Op.SUBTRACT)
                && left.isMatrix()
                && right.isMatrix()
                && left.shape() != null
                && right.shape() != null
                && !left.shape().equals(right.shape())) {
            insert(sign, ".");
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
        int at = behind(node.left().span().end());
        while (at < node.right().span().start()
                && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')')) {
            at++;
        }
        return at;
    }

    private static @Nullable Shape shape(Op op, Factor left, Factor right) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a == null || b == null) {
            return null;
        }
        switch (op) {
            case MULTIPLY:
                return product(a, b);
            case DIVIDE, POWER:
                return a;
            default:
                return a.entrywise(b);
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
        int place = edits.size();
        Factor index = node.index().fold(this);
        int open = node.operand().span().end();
        boolean groups = !(node.index() instanceof Node.Rows)
                && node.operand() instanceof Node.Name
                && text.startsWith("[", open)
                && text.startsWith("]", node.span().end() - 1);
        String name = groups ? ((Node.Name) node.operand()).name() : "";
        boolean calls = groups && isFunction(name);
        if (calls || groups && (isNumber(name) || index.isMatrix() && isDeclared(name))) {
            // Brackets of another kind around a factor, K[t + 1], or around what belongs to a function.
            edits.add(place, new Edit(open, open + 1, calls ? "(" : "*("));
            edits.add(new Edit(node.span().end() - 1, node.span().end(), ")"));
            return new Factor(isNumber(name) || calls ? index.shape() : null, !calls);
        }
        return Factor.NUMBER;
    }

    /** Whether a name is that of one number, and of no sequence or signal. */
    private boolean isNumber(String name) {
        Binding binding = scope.find(name);
        boolean isValue =
                bound.contains(name) || binding instanceof Binding.Variable || binding instanceof Binding.Step;
        Shape shape = isValue ? shape(name) : null;
        return shape != null && shape.isScalar();
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
        int before = bound.size();
        for (Node.Generator generator : node.generators()) {
            if (generator.ranging() != Node.Ranging.FREE && generator.ranging() != Node.Ranging.BY) {
                generator.domain().fold(this);
            }
            bound.addLast(generator.name());
        }
        Factor body = node.body().fold(this);
        if (node.condition() != null) {
            node.condition().fold(this);
        }
        while (bound.size() > before) {
            bound.removeLast();
        }
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
