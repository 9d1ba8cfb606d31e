package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.logic.Gate.Join.Kind;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one grammar as Boolean algebra: {@code +} or {@code or} is the sum; {@code *}, {@code and} or standing side by
 * side the product; a prime the complement of the factor before it; {@code A[1]} and {@code A1} the same signal; a quantity of
 * the problem is its value, 0 or 1.
 *
 * <p>Words of the language bind as in logic, signs as in arithmetic, and so {@code +} more tightly than {@code not},
 * {@code and} or {@code xor}. Nobody expects that, and so they are mixed only with brackets.
 */
final class GateCompiler implements Node.Cases<Gate> {

    private static final int LARGEST_INDEX = 4096;

    private final String text;
    private final Scope scope;
    private static final String MINTERMS = "minterms";
    private static final String MAXTERMS = "maxterms";

    private final @Nullable Words words;
    private final @Nullable Frame frame;
    private final Brackets brackets;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> families = new LinkedHashSet<>();
    private Uses uses = Uses.NOTHING;

    /**
     * A compiler; without a frame it only checks, and takes every index for zero.
     *
     * @param words what the words mean; null as long as only {@link #names} and {@link #families} are wanted
     */
    GateCompiler(String text, Scope scope, @Nullable Words words, @Nullable Frame frame) {
        this.text = text;
        this.scope = scope;
        this.words = words;
        this.frame = frame;
        this.brackets = new Brackets(text);
    }

    /** The names read so far without an index, as written. */
    Set<String> names() {
        return names;
    }

    /** The names that had an index so far. */
    Set<String> families() {
        return families;
    }

    /** Whether a name is a quantity of the problem. */
    static boolean hasValue(String name, Scope scope) {
        Binding binding = scope.find(name);
        return binding instanceof Binding.Variable variable
                ? variable.role() != Binding.Role.ASKED
                : binding instanceof Binding.Step || binding instanceof Binding.Constant;
    }

    /** What the indices read so far rest on. */
    Uses uses() {
        return uses;
    }

    /** The name of a signal with an index: {@code A} and 1 give {@code A1}. */
    String indexed(String name, Node index) {
        families.add(name);
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
        return product(node, 0);
    }

    /** What a word means; so many primes after it are of its last factor. */
    private Gate product(Node.Name node, int primes) {
        if (node.name().equals("true") || node.name().equals("false")) {
            return complemented(new Gate.Constant(node.name().equals("true")), primes);
        }
        if (Scope.isReserved(node.name()) && !node.name().equals("j")) {
            throw refuse(node.span(), "'" + node.name() + "' is a word of the language and cannot be a signal");
        }
        names.add(node.name());
        if (words == null) {
            return new Gate.Signal(node.name());
        }
        Words.Reading reading = words.reading(node.name());
        if (reading.doubt() != null) {
            throw refuse(node.span(), reading.doubt());
        }
        int last = reading.factors().size() - 1;
        Gate product = complemented(factor(reading.factors().get(last), node.span(), words), primes);
        for (int i = last - 1; i >= 0; i--) {
            product = new Gate.Join(Kind.AND, factor(reading.factors().get(i), node.span(), words), product);
        }
        return product;
    }

    private Gate factor(String name, Span span, Words meanings) {
        return meanings.isDefined(name) || !hasValue(name, scope) ? new Gate.Signal(name) : value(name, span);
    }

    /** A quantity of the problem: the constant that it is in this frame; a variable of what is asked stays an input. */
    private Gate value(String name, Span span) {
        Expression expression = Expression.of(new Node.Name(span, name), text, scope);
        Type type = expression.type();
        boolean bit = type.set() == NumberSet.TRUTH
                || type.isNumber() && type.isScalar() && type.has(Type.INTEGER.dimensionOrNone());
        if (!bit) {
            throw refuse(
                    span,
                    name + " is " + type.describe() + " of the problem; a signal is 0 or 1: give it another name");
        }
        uses = uses.and(expression.uses());
        if (frame == null) {
            return new Gate.Constant(false);
        }
        Value value = frame.value(expression.term());
        double number = value instanceof Value.Truth truth ? (truth.holds() ? 1 : 0) : Arithmetic.real(value);
        if (number != 0 && number != 1) {
            throw refuse(span, name + " is " + Notation.number(number, 6) + " here; a signal is 0 or 1");
        }
        boolean isAsked =
                scope.find(name) instanceof Binding.Variable variable && variable.role() == Binding.Role.ARGUMENT;
        return isAsked ? new Gate.Held(name, number == 1) : new Gate.Constant(number == 1);
    }

    @Override
    public Gate ofIndex(Node.Index node) {
        if (!(node.operand() instanceof Node.Name name)) {
            throw refuse(node.span(), "an index stands after the name of a signal, as in A[1]");
        }
        String signal = indexed(name.name(), node.index());
        String doubt = words == null ? null : words.doubtWithIndex(name.name());
        if (doubt != null) {
            throw refuse(node.span(), doubt);
        }
        if (frame == null) {
            uses = uses.and(valuesOf(name.name()));
            return new Gate.Signal(signal);
        }
        return words == null ? new Gate.Signal(signal) : factor(signal, node.span(), words);
    }

    /** The quantities of the problem that a signal with an index may turn out to be: {@code A1}, {@code A2}, … */
    private Uses valuesOf(String family) {
        Uses all = Uses.NOTHING;
        for (String name : scope.names()) {
            boolean member =
                    name.startsWith(family) && name.substring(family.length()).matches("[0-9]+");
            if (member && hasValue(name, scope)) {
                all = all.and(Expression.of(name, scope).uses());
            }
        }
        return all;
    }

    @Override
    public Gate ofUnary(Node.Unary node) {
        if (node.op() != Op.NOT) {
            throw refuse(node.span(), "a complement is written not A or A'");
        }
        Gate operand = node.operand().fold(this);
        if (words != null && isJoined(node.operand()) && !isBracketed(node.operand())) {
            String all = node.operand().span().of(text);
            throw refuse(
                    node.span(),
                    "not " + all + " may be the complement of all or of the first: write not (" + all + "), or ("
                            + "not …) with brackets, or a prime after what is complemented, as in A'");
        }
        return new Gate.Not(operand);
    }

    private boolean isBracketed(Node node) {
        boolean mayHide = !(node instanceof Node.Juxtaposed);
        return node.isBracketed()
                || mayHide && brackets.around(node.span().start(), node.span().end());
    }

    /** Whether a term is a sum or product that is written with signs. */
    private boolean isJoined(Node node) {
        return isSum(node)
                || node instanceof Node.Binary binary && binary.op() == Op.MULTIPLY
                || node instanceof Node.Juxtaposed
                || node instanceof Node.Call
                || node instanceof Node.Name name
                        && words != null
                        && words.reading(name.name()).factors().size() > 1;
    }

    private static boolean isSum(Node node) {
        return node instanceof Node.Binary binary && binary.op() == Op.ADD;
    }

    @Override
    public Gate ofPrime(Node.Prime node) {
        return primed(node, 0);
    }

    /** A term with so many primes after it: they are of its last factor unless a bracket closes before them. */
    private Gate primed(Node node, int primes) {
        if (node instanceof Node.Prime prime) {
            return brackets.closeWithin(
                            prime.operand().span().end(), prime.span().end())
                    ? complemented(prime.operand().fold(this), primes + 1)
                    : primed(prime.operand(), primes + 1);
        }
        if (node instanceof Node.Name name) {
            return product(name, primes);
        }
        if (node instanceof Node.Call call) {
            return applied(call, primes);
        }
        return complemented(node.fold(this), primes);
    }

    private static Gate complemented(Gate gate, int times) {
        return times % 2 == 0 ? gate : new Gate.Not(gate);
    }

    @Override
    public Gate ofJuxtaposed(Node.Juxtaposed node) {
        return new Gate.Join(Kind.AND, node.left().fold(this), node.right().fold(this));
    }

    @Override
    public Gate ofCall(Node.Call node) {
        return applied(node, 0);
    }

    /** A name and a bracket after it: their product; so many primes are of the bracket. */
    private Gate applied(Node.Call node, int primes) {
        boolean isOfMinterms = isNamed(node.function(), MINTERMS);
        if (isOfMinterms || isNamed(node.function(), MAXTERMS)) {
            Gate sum = sumOfMinterms(node);
            return complemented(sum, isOfMinterms ? primes : primes + 1);
        }
        if (node.arguments().size() != 1) {
            throw refuse(node.span(), "logic has no functions but minterms([A, B], 0, 3) and maxterms");
        }
        Gate bracket = complemented(node.arguments().get(0).fold(this), primes);
        return new Gate.Join(Kind.AND, node.function().fold(this), bracket);
    }

    private static boolean isNamed(Node function, String name) {
        return function instanceof Node.Name of && of.name().equals(name);
    }

    /** {@code minterms([A, B, C], 0, 1, 5)}: 1 where the inputs, the most significant first, are one of these numbers in binary. */
    private Gate sumOfMinterms(Node.Call node) {
        String name = ((Node.Name) node.function()).name();
        boolean isRow = !node.arguments().isEmpty()
                && node.arguments().get(0) instanceof Node.Rows row
                && row.rows().size() == 1;
        if (!isRow) {
            throw refuse(
                    node.span(),
                    "written " + name
                            + "([A, B, C], 0, 1, 5): the inputs, the most significant first, then the numbers");
        }
        List<Gate> inputs = ((Node.Rows) node.arguments().get(0))
                .rows().get(0).stream().map(input -> input.fold(this)).toList();
        if (inputs.size() > Minimisation.MAX_INPUTS) {
            throw refuse(node.span(), inputs.size() + " inputs; at most " + Minimisation.MAX_INPUTS + " are numbered");
        }
        int rows = 1 << inputs.size();
        List<Product> products = new ArrayList<>();
        for (Node number : node.arguments().subList(1, node.arguments().size())) {
            Rational row = number instanceof Node.Number written && !written.imaginary() ? written.value() : null;
            if (row == null || !row.isInteger() || row.signum() < 0 || row.compareTo(Rational.of(rows)) >= 0) {
                throw refuse(
                        number.span(),
                        "of " + inputs.size() + " inputs these are whole numbers from 0 to " + (rows - 1));
            }
            products.add(new Product(inputs.size(), rows - 1, row.numerator().intValueExact()));
        }
        return Gate.sum(products, inputs);
    }

    @Override
    public Gate ofBinary(Node.Binary node) {
        Gate left = node.left().fold(this);
        Gate right = node.right().fold(this);
        if (!node.op().equals(Op.ADD) && !node.op().equals(Op.OR)) {
            refuseSum(node.left(), node);
            refuseSum(node.right(), node);
        }
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

    /** A sum beside a word is bracketed: whether {@code A xor B + C} begins with {@code A xor B}, readers differ. */
    private void refuseSum(Node operand, Node.Binary node) {
        if (words != null && isSum(operand) && !isBracketed(operand)) {
            String word = node.op().symbol();
            throw refuse(
                    operand.span(),
                    "'+' beside '" + word + "' can be read in two ways: put the sum or the '" + word
                            + "' in brackets, as in A " + word + " (B + C) or (A " + word + " B) + C");
        }
    }

    private static ExpressionFault refuse(Span span, String message) {
        return new ExpressionFault(span, message);
    }
}
