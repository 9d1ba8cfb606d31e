package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Chance;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.FieldOperator;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Transform;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * From a syntax tree to a checked term: resolves names, infers types, and notes what the expression rests on.
 *
 * <p>Declared names win over units and constants; a unit stands only after a number, after {@code in}, or in the
 * product that a number with a unit begins.
 */
public final class Checker implements Node.Cases<Term> {

    private final Application application = new Application(this);
    private final Measuring measuring = new Measuring(this);
    private final Randomness randomness = new Randomness(this);
    private final Recurrences recurrences = new Recurrences(this, application);

    /** The function that {@code A^k} calls where A is a matrix. */
    private static final String MATRIX_POWER = "matrix_power";

    /** Functions of whose argument the unit says nothing about the value: {@code sin(30 deg)} is no angle. */
    private static final Set<String> OF_NUMBERS =
            Set.of("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "log", "ln", "log2", "log10");

    private static final Set<Op> PRODUCTS = Set.of(Op.MULTIPLY, Op.DIVIDE, Op.DOT_MULTIPLY, Op.DOT_DIVIDE);

    private Scope scope;

    /** A name that stands behind a number like the unit that it hides; empty if none does. */
    private String hiddenUnit = "";

    private Uses uses = Uses.NOTHING;
    private int height;

    Checker(Scope scope) {
        this.scope = scope;
    }

    Uses uses() {
        return uses;
    }

    @Nullable
    Unit unit() {
        return measuring.unit();
    }

    /** The unit in which a node is written; see {@link Measuring#writtenUnit}. */
    @Nullable
    Unit writtenUnit(Node node) {
        return measuring.writtenUnit(node);
    }

    int height() {
        return height;
    }

    Term check(Node node) {
        Names names = new Names(scope);
        List<ExpressionFault> unknown = names.unknownIn(node);
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
        height = names.height();
        try {
            return node.fold(this);
        } catch (ExpressionFault e) {
            if (hiddenUnit.isEmpty() || e.message().contains("hides the unit")) {
                throw e;
            }
            throw new ExpressionFault(
                    e.span(),
                    e.message() + "; " + hiddenUnit
                            + " behind a number is what is declared under that name here, and not the" + " unit");
        }
    }

    // ---- leaves

    @Override
    public Term ofNumber(Node.Number node) {
        if (node.imaginary()) {
            Value value = new Value.Complex(0, node.value().toDouble());
            return new Term.Constant(node.span(), Type.COMPLEX, value, false);
        }
        return Quantities.exact(node.span(), node.value(), Dimension.NONE, false);
    }

    @Override
    public Term ofName(Node.Name node) {
        Binding binding = scope.find(node.name());
        if (binding == null) {
            binding = scope.registry().constant(node.name());
        }
        Span span = node.span();
        if (binding instanceof Binding.Variable) {
            Binding.Variable variable = (Binding.Variable) binding;
            note(variable);
            return new Term.Named(span, variable);
        }
        if (binding instanceof Binding.Random random) {
            uses = uses.and(random.usesOfValue());
            return new Term.Named(span, random.variable());
        }
        if (binding instanceof Binding.Step) {
            Binding.Step step = (Binding.Step) binding;
            uses = uses.and(step.uses()).and(Uses.ofStep(step.name()));
            return new Term.Step(span, step.name(), step.term(), step.slot());
        }
        if (binding instanceof Binding.Constant) {
            return new Term.Constant(
                    span, ((Binding.Constant) binding).type(), ((Binding.Constant) binding).value(), false);
        }
        if (binding instanceof Binding.AskedFunction) {
            Binding.AskedFunction asked = (Binding.AskedFunction) binding;
            uses = uses.and(Uses.of(asked));
            return new Term.Candidate(span, asked.type(), asked.name(), asked.slot());
        }
        if (binding instanceof Binding.State) {
            Binding.Variable value = ((Binding.State) binding).derivatives().get(0);
            return new Term.Named(span, value);
        }
        if (binding instanceof Binding.Exported) {
            return application.exported((Binding.Exported) binding, span, List.of());
        }
        if (binding == null) {
            throw new ExpressionFault(span, Names.unknown(node.name(), scope));
        }
        if (binding instanceof Binding.Sequence || binding instanceof Binding.Earlier) {
            throw new ExpressionFault(
                    span, node.name() + " is a sequence: write one of its elements, " + node.name() + "[n]");
        }
        String hidden = Units.find(node.name()) == null
                ? ""
                : "; it hides the unit " + node.name() + " from here on: call it otherwise, " + node.name() + "1 say";
        throw new ExpressionFault(span, node.name() + " is a function: give it its arguments" + hidden);
    }

    /** Takes note that a variable is used. */
    void note(Binding.Variable variable) {
        if (variable.role() != Role.BOUND) {
            uses = uses.and(Uses.of(variable));
        }
    }

    void note(Uses more) {
        uses = uses.and(more);
    }

    /** What a check makes, and what it rests on. */
    record Noted<T>(T term, Uses uses) {}

    /** Checks something whose uses are not taken note of, but told. */
    <T> Noted<T> apart(Supplier<T> check) {
        Uses around = uses;
        uses = Uses.NOTHING;
        try {
            T term = check.get();
            return new Noted<>(term, uses);
        } finally {
            uses = around;
        }
    }

    public Scope scope() {
        return scope;
    }

    /** Checks a node among the names of another scope. */
    Term within(Scope inside, Node node) {
        Scope around = scope;
        scope = inside;
        try {
            return node.fold(this);
        } finally {
            scope = around;
        }
    }

    // ---- units

    @Override
    public Term ofMeasured(Node.Measured node) {
        return measuring.measured(node);
    }

    @Override
    public Term ofIn(Node.In node) {
        return measuring.shown(node);
    }

    @Override
    public Term ofJuxtaposed(Node.Juxtaposed node) {
        Term quantity = measuring.quantity(node);
        if (quantity != null) {
            return quantity;
        }
        if (node.left() instanceof Node.Name && node.right() instanceof Node.Name) {
            throw new ExpressionFault(
                    node.span(),
                    "two names side by side mean a product only in logic: write " + ((Node.Name) node.left()).name()
                            + "*" + ((Node.Name) node.right()).name());
        }
        if (node.left() instanceof Node.Number
                && node.right() instanceof Node.Name name
                && Units.find(name.name()) != null) {
            hiddenUnit = name.name();
        }
        Term left = measuring.factor(node.left());
        Term right = measuring.factor(node.right());
        measuring.requireNoMultiple(node, List.of(node.left(), node.right()), List.of(left, right));
        return new Term.Binary(
                node.span(), Typing.product(node.span(), Op.MULTIPLY, left, right), Op.MULTIPLY, left, right);
    }

    // ---- operators

    @Override
    public Term ofUnary(Node.Unary node) {
        Term reading = measuring.negativeReading(node);
        if (reading != null) {
            return reading;
        }
        Term operand = node.operand().fold(this);
        if (node.op() == Op.NOT) {
            operand = Application.read(operand);
            return new Term.Unary(node.span(), Typing.truth(operand), Op.NOT, operand);
        }
        Typing.number(operand);
        if (operand.type().dimensionOrNone().reference() != null) {
            throw new ExpressionFault(
                    node.span(),
                    "an absolute level has no opposite; this is "
                            + operand.type().describe());
        }
        if (operand instanceof Term.Constant) {
            Term.Constant constant = (Term.Constant) operand;
            Value negated = Arithmetic.negate(constant.value());
            return new Term.Constant(node.span(), operand.type(), negated, constant.isMeasured());
        }
        return new Term.Unary(node.span(), operand.type(), Op.NEGATE, operand);
    }

    @Override
    public Term ofBinary(Node.Binary node) {
        Term quantity = measuring.quantity(node);
        if (quantity != null) {
            return quantity;
        }
        boolean isProduct = PRODUCTS.contains(node.op());
        Term left = isProduct ? measuring.factor(node.left()) : node.left().fold(this);
        switch (node.op()) {
            case MULTIPLY:
            case DIVIDE:
                Unit further = measuring.continued(node);
                if (further != null) {
                    return Quantities.scaled(left, further, node);
                }
                break;
            case ADD:
                measuring.requireDifference(node);
                break;
            case AND:
            case OR:
            case XOR:
            case XNOR:
            case NAND:
            case NOR:
                left = Application.read(left);
                Term right = Application.read(node.right().fold(this));
                if (left.type().isNumber() && right.type().isNumber()) {
                    return onWords(node, left, right);
                }
                Typing.truth(left);
                Typing.truth(right);
                return new Term.Logic(node.span(), node.op(), left, right);
            default:
                break;
        }
        Unit ofLeft = measuring.unit();
        Term right = isProduct ? measuring.factor(node.right()) : node.right().fold(this);
        if (isProduct) {
            measuring.requireNoMultiple(node, List.of(node.left(), node.right()), List.of(left, right));
        }
        if (node.op() == Op.POLAR || node.op() == Op.POWER) {
            measuring.keep(ofLeft); // the unit of an angle or an exponent is not that of the value
        }
        Function power = scope.registry().function(MATRIX_POWER);
        if (node.op() == Op.POWER && left.type().isNumber() && !left.type().isScalar() && power != null) {
            List<Term> operands = List.of(left, right);
            return new Term.Call(node.span(), power.type(operands, node.span()), power, operands);
        }
        return new Term.Binary(node.span(), Typing.binary(node.span(), node.op(), left, right), node.op(), left, right);
    }

    /** {@code 0b0110 xor 0b0011}: on whole numbers the words of logic work bit by bit. */
    private Term onWords(Node.Binary node, Term left, Term right) {
        String name =
                node.op() == Op.AND ? "bitand" : node.op() == Op.OR ? "bitor" : node.op() == Op.XOR ? "bitxor" : "";
        Function function = scope.registry().function(name);
        if (function == null) {
            throw new ExpressionFault(
                    node.span(),
                    "'" + node.op().symbol()
                            + "' of whole numbers turns bits over, and it is not said how many there are:"
                            + " write complement(…, n)");
        }
        List<Term> words = List.of(left, right);
        return new Term.Call(node.span(), function.type(words, node.span()), function, words);
    }

    @Override
    public Term ofComparison(Node.Comparison node) {
        List<Term> operands = checkAll(node.operands());
        for (int i = 0; i + 1 < operands.size(); i++) {
            Typing.comparable(node.ops().get(i), operands.get(i), operands.get(i + 1));
        }
        return new Term.Comparison(node.span(), operands, node.ops());
    }

    @Override
    public Term ofPrime(Node.Prime node) {
        int order = 1;
        Node base = node.operand();
        while (base instanceof Node.Prime) {
            base = ((Node.Prime) base).operand();
            order++;
        }
        Binding binding = base instanceof Node.Name ? scope.find(((Node.Name) base).name()) : null;
        if (binding instanceof Binding.State) {
            return derivative((Binding.State) binding, order, node.span());
        }
        if (binding instanceof Binding.AskedFunction) {
            Binding.Variable argument = ((Binding.AskedFunction) binding).argument();
            return derivative(base.fold(this), argument, order, node.span());
        }
        if (binding instanceof Binding.Exported exported
                && exported.export().result().isNumber()
                && exported.export().result().isScalar()) {
            return application.exported(application.derivativeOf(exported, order, node.span()), node.span(), List.of());
        }
        Term operand = Application.read(node.operand().fold(this));
        if (operand.type().set() == NumberSet.TRUTH) {
            return new Term.Unary(node.span(), Type.TRUTH, Op.NOT, operand);
        }
        if (!operand.type().isScalar()) {
            Shape shape = operand.type().shape();
            Type type = operand.type().with(shape.transposed());
            return new Term.Transposed(node.span(), type, operand);
        }
        throw new ExpressionFault(
                node.span(),
                "a prime is the transpose of a matrix, the derivative of a function or the complement of a truth"
                        + " value; this is " + operand.type().describe());
    }

    private static Term derivative(Binding.State state, int order, Span span) {
        if (order >= state.derivatives().size()) {
            throw new ExpressionFault(
                    span, "the equation holds no derivative of " + state.name() + " of order " + order);
        }
        Binding.Variable variable = state.derivatives().get(order);
        return new Term.Named(span, variable);
    }

    /** The derivative of a checked term, of this order. */
    Term derivative(Term body, Binding.Variable argument, int order, Span span) {
        if (order > Value.Dual.MAX_NESTING) {
            throw new ExpressionFault(span, "derivatives go up to order " + Value.Dual.MAX_NESTING);
        }
        note(Uses.of(Engine.DUAL));
        Term term = body;
        for (int i = 0; i < order; i++) {
            term = term.slopeBy(argument, span);
        }
        return term;
    }

    // ---- application

    /** The distribution that stands behind {@code X ~}. */
    Chance chance(Node node) {
        Names names = new Names(scope);
        Chance chance = Distributions.of(node, names, this);
        height = names.height();
        return chance;
    }

    @Override
    public Term ofCall(Node.Call node) {
        BinderRule statistic = randomness.called(node);
        if (statistic != null) {
            return randomness.statistic(statistic, node, null);
        }
        Unit before = measuring.unit();
        Term term = node.function() instanceof Node.Prime ? application.primed(node) : application.call(node);
        if (node.function() instanceof Node.Name name && OF_NUMBERS.contains(name.name())) {
            measuring.keep(before);
        }
        return term;
    }

    @Override
    public Term ofCase(Node.Case node) {
        Term drawn = randomness.drawn(node);
        if (drawn != null) {
            return drawn;
        }
        List<Node.Step> arguments = new ArrayList<>();
        List<Node.Step> cases = new ArrayList<>();
        for (Node.Step step : node.bindings()) {
            (application.isArgument(step.name(), node.body()) ? arguments : cases).add(step);
        }
        Term body =
                arguments.isEmpty() ? node.body().fold(this) : application.named(node.body(), arguments, node.span());
        return cases.isEmpty() ? body : at(cases, body, node.span());
    }

    private Term at(List<Node.Step> cases, Term body, Span span) {
        int[] slots = new int[cases.size()];
        List<Term> values = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            Node.Step step = cases.get(i);
            Binding binding = scope.find(step.name());
            if (!(binding instanceof Binding.Variable)) {
                throw new ExpressionFault(
                        step.nameSpan(), step.name() + " is not a variable that can be given a value");
            }
            Term value = step.body().fold(this);
            Type wanted = ((Binding.Variable) binding).type();
            if (!value.type().has(wanted.dimensionOrNone())) {
                throw new ExpressionFault(
                        value.span(),
                        step.name() + " is " + wanted.describe() + "; this is "
                                + value.type().describe());
            }
            slots[i] = ((Binding.Variable) binding).slot();
            values.add(value);
        }
        return new Term.Case(span, body, slots, values);
    }

    // ---- arrays, ranges, binders

    @Override
    public Term ofRows(Node.Rows node) {
        List<Term> entries = new ArrayList<>();
        int columns = node.rows().get(0).size();
        Type type = null;
        Term like = null;
        for (List<Node> row : node.rows()) {
            if (row.size() != columns) {
                throw new ExpressionFault(
                        row.get(0).span(),
                        "this row has " + row.size() + (row.size() == 1 ? " entry" : " entries") + ", the first has "
                                + columns);
            }
            for (Node cell : row) {
                Term entry = cell.fold(this);
                Typing.scalar(entry);
                if (type == null || like == null) {
                    type = entry.type();
                    like = entry;
                } else {
                    // A zero has no unit of its own: the first entry that has one says what the others must be.
                    Type both = Typing.same(like, entry);
                    type = both.with(type.set().join(both.set()));
                    like = like.type().dimension() == null ? entry : like;
                }
                entries.add(entry);
            }
        }
        Type entryType = Objects.requireNonNull(type);
        Shape shape = Shape.of(node.rows().size(), columns);
        return new Term.Rows(node.span(), entryType.with(shape), entries);
    }

    @Override
    public Term ofIndex(Node.Index node) {
        if (node.operand() instanceof Node.Name name
                && scope.find(name.name()) instanceof Binding.Exported exported
                && exported.export().isSignal()) {
            return application.exported(exported, node.span(), checkAll(List.of(node.index())));
        }
        Binding binding = node.operand() instanceof Node.Name sequence ? scope.find(sequence.name()) : null;
        if (binding instanceof Binding.Sequence sequence) {
            return recurrences.element(sequence, node);
        }
        if (binding instanceof Binding.Earlier earlier) {
            return recurrences.earlier(earlier, node);
        }
        throw new ExpressionFault(
                node.span(), "an index stands behind the name of a sequence; an entry of a matrix is entry(A, 1, 2)");
    }

    @Override
    public Term ofRange(Node.Range node) {
        if (node.integer()) {
            throw new ExpressionFault(node.span(), "a range stands only after 'in', as in sum(k^2 for k in 1:10)");
        }
        Node name = new Node.Name(node.low().span(), Parser.INTERVAL);
        return new Node.Call(node.span(), name, List.of(node.low(), node.high())).fold(this);
    }

    @Override
    public Term ofBinder(Node.Binder node) {
        BinderRule rule = scope.registry().binder(node.op());
        if (node.generators().isEmpty()) {
            return randomness.given(node);
        }
        if (rule != null && rule.isStatistic()) {
            throw new ExpressionFault(
                    node.opSpan(), node.op() + " binds no variable: what is random is a step such as X ~ normal(0, 1)");
        }
        if (rule == null) {
            throw new ExpressionFault(node.opSpan(), node.op() + " does not bind variables");
        }
        if (rule instanceof Transform transform) {
            return new Transforming(this).of(transform, node);
        }
        Node parted = TwoSided.parted(node);
        if (parted != null) {
            return parted.fold(this);
        }
        Scope around = scope;
        scope = scope.inner();
        try {
            List<Generator> generators = Generators.of(node, this);
            Term body = Application.read(node.body().fold(this));
            Term condition = node.condition() == null
                    ? null
                    : Application.read(node.condition().fold(this));
            if (condition != null) {
                Typing.truth(condition);
            }
            if (rule instanceof FieldOperator operator) {
                return FieldPoint.of(operator, body, generators, node, this);
            }
            if (rule.isIterated()) {
                return iterated(rule, counting(body, condition, Arithmetic.ZERO), generators, node);
            }
            Value neutral = neutral(rule, generators);
            return neutral == null
                    ? bound(rule, body, generators, condition, node)
                    : bound(rule, counting(body, condition, neutral), generators, null, node);
        } finally {
            scope = around;
        }
    }

    private Term bound(
            BinderRule rule, Term body, List<Generator> generators, @Nullable Term condition, Node.Binder node) {
        List<Domain> domains = new ArrayList<>();
        generators.forEach(generator -> domains.add(generator.domain()));
        Type type = rule.type(body, domains, node.span());
        note(Uses.of(rule.engine(domains)));
        return new Term.Bound(node.span(), type, rule, body, generators, condition);
    }

    /** One inside the other, the last variable innermost. */
    private Term iterated(BinderRule rule, Term body, List<Generator> generators, Node.Binder node) {
        Term term = body;
        for (int i = generators.size() - 1; i >= 0; i--) {
            term = bound(rule, term, List.of(generators.get(i)), null, node);
        }
        return term;
    }

    /** What does not count where the condition does not hold. */
    private static Term counting(Term body, @Nullable Term condition, Value neutral) {
        if (condition == null) {
            return body;
        }
        Typing.scalar(body);
        Term none = new Term.Constant(body.span(), body.type(), neutral, false);
        return new Term.Choice(body.span(), body.type(), condition, body, none);
    }

    /** What counts as nothing in a sum or product without an end, whose terms are looked at far out; null in others. */
    private static @Nullable Value neutral(BinderRule rule, List<Generator> generators) {
        if (generators.stream().noneMatch(generator -> generator.domain() instanceof Domain.Endless)) {
            return null;
        }
        return rule.name().equals("sum") ? Arithmetic.ZERO : rule.name().equals("prod") ? Arithmetic.ONE : null;
    }

    /** Whether a node is this name. */
    static boolean isNamed(Node node, String name) {
        return node instanceof Node.Name && ((Node.Name) node).name().equals(name);
    }

    List<Term> checkAll(List<Node> nodes) {
        List<Term> terms = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            terms.add(node.fold(this));
        }
        return terms;
    }
}
