package org.ansatz.expression.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** The first check: every name an expression uses must mean something. Finds all that do not, in one go. */
public final class Names implements Node.Cases<Boolean> {

    /** The greatest height of a tree with its steps: what a thread's ordinary stack can go down and back. */
    static final int MAX_HEIGHT = 1_200;

    private static final Pattern UNKNOWN =
            Pattern.compile("(?:unknown (?:name|unit or name|function) (?=')|^(?='[^']*' is not a given))'([^']*)'");

    /** A prefix in the place of a decimal point, with the digits behind it. */
    private static final Pattern MARKING = Pattern.compile("[kKMGRunpm\u00B5\u03BC][0-9]+");

    private final Scope scope;
    private final WrittenUnit units;
    private final Deque<String> bound = new ArrayDeque<>();
    private final List<ExpressionFault> faults = new ArrayList<>();
    private final Set<String> undeclared = new TreeSet<>();
    private final Set<String> mentioned = new HashSet<>();
    private Uses direct = Uses.NOTHING;
    private Uses through = Uses.NOTHING;
    private int depth;
    private int height;

    /** A check against what is declared in {@code scope}. */
    public Names(Scope scope) {
        this.scope = scope;
        units = new WrittenUnit(
                name -> bound.contains(name) || scope.find(name) != null,
                name -> scope.registry().constant(name) != null);
    }

    /** Every unknown name, with its place and the nearest known one. */
    public List<ExpressionFault> unknownIn(Node node) {
        visit(node);
        return List.copyOf(faults);
    }

    /** Every name that stands for a quantity and is neither declared nor a constant. */
    public Set<String> undeclaredIn(Node node) {
        visit(node);
        return undeclared;
    }

    /** Whether a name stands free in an expression. */
    public boolean mentions(String name, Node node) {
        visit(node);
        return mentioned.contains(name);
    }

    /** The terms on the longest way down the tree, through the steps it uses. */
    int height() {
        return height;
    }

    /** What the names that were visited stand for that is read through steps and blocks. */
    public Uses through() {
        return through;
    }

    /** All that the names that were visited read, through steps and blocks or by themselves. */
    Uses reads() {
        return direct.and(through);
    }

    /** Every unknown name in the body of a step with parameters. */
    public List<ExpressionFault> unknownIn(Node body, List<String> parameters) {
        bound.addAll(parameters);
        return unknownIn(body);
    }

    /** Every unknown name in a step; a distribution is none. */
    public List<ExpressionFault> unknownIn(Node.Step step) {
        if (step.isRandom() && step.body() instanceof Node.Call distribution) {
            all(distribution.arguments());
            return List.copyOf(faults);
        }
        List<String> own = new ArrayList<>(step.parameters() == null ? List.of() : step.parameters());
        if (step.index() != null) {
            own.add(step.name());
            own.addAll(new Names(scope).undeclaredIn(step.index()));
        }
        return unknownIn(step.body(), own);
    }

    /** The name that a message of this check says is unknown; null if it is another message. */
    public static @Nullable String unknownIn(String message) {
        Matcher matcher = UNKNOWN.matcher(message);
        return matcher.lookingAt() ? matcher.group(1) : null;
    }

    /** What to say of a name that means nothing here. */
    static String unknown(String name, Scope scope) {
        Binding binding = scope.find(name);
        if (binding instanceof Binding.Later) {
            return ((Binding.Later) binding).why();
        }
        if (Units.find(name) != null) {
            Optional<String> like =
                    scope.names().stream().filter(name::equalsIgnoreCase).findFirst();
            return "unknown name '" + name + "'; "
                    + like.map(other -> "did you mean '" + other + "'? As a unit it stands")
                            .orElse("it is a unit, which stands")
                    + " only after a number or after 'in'";
        }
        Function function = scope.registry().function(name);
        boolean binds = scope.registry().binder(name) != null;
        if (function != null) {
            return name + " is a function: write " + function.signature()
                    + (binds ? " or " + name + "(… for v in 1:10)" : "") + ", without a space before the bracket"
                    + powers(name, scope);
        }
        if (binds) {
            return isStatistic(name, scope)
                    ? "unknown name '" + name + "'; " + name + "(…) is a statistic of random variables"
                    : name + " binds a variable: " + name + "(… for v in 1:10), without a space before the bracket";
        }
        if (name.matches("[ij][0-9]+")) {
            return "unknown name '" + name + "'; an imaginary number is written " + name.substring(1) + "j";
        }
        Set<String> known = scope.names();
        scope.registry().constants().forEach(constant -> known.add(constant.name()));
        return "unknown name '" + name + "'" + Nearest.suggestion(name, known);
    }

    /** How a power of a function is written that a person may have written {@code sin^2(x)} or {@code sin^-1(x)}; or nothing. */
    private static String powers(String function, Scope scope) {
        String inverse = "a" + function;
        return scope.registry().function(inverse) == null
                ? ""
                : "; its square is " + function + "(x)^2, its inverse " + inverse + "(x)";
    }

    private static boolean isStatistic(String name, Scope scope) {
        BinderRule binder = scope.registry().binder(name);
        return binder != null && binder.isStatistic();
    }

    private boolean visit(Node node) {
        depth++;
        reach(0, node.span());
        if (depth <= MAX_HEIGHT) {
            node.fold(this);
        }
        depth--;
        return true;
    }

    /** Notes that {@code below} further terms stand below this place; those of a step count where it is used. */
    private void reach(int below, Span span) {
        if (height <= MAX_HEIGHT && depth + below > MAX_HEIGHT) {
            faults.add(new ExpressionFault(
                    span, "with the steps it uses, this is nested deeper than " + MAX_HEIGHT + " terms"));
        }
        height = Math.max(height, depth + below);
    }

    /** Takes note of a name that is used: how high it stands, and what it reads. */
    private void reach(String name, Span span) {
        if (bound.contains(name)) {
            return;
        }
        mentioned.add(name);
        Binding binding = scope.find(name);
        if (binding instanceof Binding.Step) {
            Binding.Step step = (Binding.Step) binding;
            reach(step.height(), span);
            direct = direct.and(Uses.ofStep(name));
            through = through.and(step.uses());
        } else if (binding instanceof Binding.StepFunction) {
            Binding.StepFunction function = (Binding.StepFunction) binding;
            reach(function.height(), span);
            direct = direct.and(Uses.ofStep(name));
            through = through.and(function.uses());
        } else if (binding instanceof Binding.Sequence sequence) {
            reach(sequence.height(), span);
            direct = direct.and(Uses.ofStep(name));
            through = through.and(sequence.uses());
        } else if (binding instanceof Binding.Exported) {
            Binding.Exported exported = (Binding.Exported) binding;
            through = through.and(exported.uses());
            for (Binding.Variable variable : exported.readAt()) {
                through = through.and(Uses.of(variable));
            }
        } else if (binding instanceof Binding.Random random) {
            reach(random.height(), span);
            direct = direct.and(random.usesOfValue());
        } else if (binding instanceof Binding.AskedFunction) {
            direct = direct.and(Uses.of((Binding.AskedFunction) binding));
        } else if (binding instanceof Binding.Variable && ((Binding.Variable) binding).role() != Role.BOUND) {
            direct = direct.and(Uses.of((Binding.Variable) binding));
        }
    }

    private void all(Iterable<Node> nodes) {
        for (Node node : nodes) {
            visit(node);
        }
    }

    @Override
    public Boolean ofNumber(Node.Number node) {
        return true;
    }

    @Override
    public Boolean ofName(Node.Name node) {
        String name = node.name();
        if (!isKnown(name)) {
            undeclared.add(name);
            faults.add(new ExpressionFault(node.span(), unknown(name, scope)));
        }
        reach(name, node.span());
        return true;
    }

    private boolean isNew(String name) {
        return !isKnown(name) && scope.find(name) == null;
    }

    private boolean isKnown(String name) {
        if (bound.contains(name)) {
            return true;
        }
        Binding binding = scope.find(name);
        return binding == null ? scope.registry().constant(name) != null : !(binding instanceof Binding.Later);
    }

    @Override
    public Boolean ofCall(Node.Call node) {
        Node function = node.function();
        while (function instanceof Node.Prime) {
            function = ((Node.Prime) function).operand();
        }
        String name = ((Node.Name) function).name();
        called(name, function.span());
        reach(name, function.span());
        if (!takesLabels(name)) {
            all(node.arguments());
        }
        return true;
    }

    private boolean takesLabels(String name) {
        Binding binding = bound.contains(name) ? null : scope.find(name);
        return binding instanceof Binding.Exported
                && ((Binding.Exported) binding).export().takesLabels();
    }

    private void called(String name, Span span) {
        Registry registry = scope.registry();
        if (scope.find(name) instanceof Binding.Later && !bound.contains(name)) {
            faults.add(new ExpressionFault(span, unknown(name, scope)));
            return;
        }
        boolean known = isKnown(name)
                || registry.function(name) != null
                || registry.binder(name) != null
                || name.equals("if")
                || name.equals("bits");
        if (!known) {
            Set<String> names = scope.names();
            registry.functions().forEach(function -> names.add(function.name()));
            registry.binders().forEach(binder -> names.add(binder.name()));
            String otherwise = OtherWords.of(name);
            String message = "unknown function '" + name + "'"
                    + (otherwise.isEmpty() ? Nearest.suggestion(name, names) : "; " + otherwise);
            faults.add(new ExpressionFault(span, message));
        }
    }

    @Override
    public Boolean ofCase(Node.Case node) {
        visit(node.body());
        for (Node.Step binding : node.bindings()) {
            visit(binding.body());
        }
        return true;
    }

    @Override
    public Boolean ofUnary(Node.Unary node) {
        return visit(node.operand());
    }

    @Override
    public Boolean ofBinary(Node.Binary node) {
        all(units.withoutUnit(node));
        return true;
    }

    @Override
    public Boolean ofJuxtaposed(Node.Juxtaposed node) {
        ExpressionFault doubt = units.doubt(node);
        if (doubt != null) {
            faults.add(doubt);
        } else if (!units.isQuantity(node)
                && node.left() instanceof Node.Number
                && node.right() instanceof Node.Name name) {
            unitOrName((Node.Number) node.left(), name);
            reach(name.name(), name.span());
        } else {
            beside(units.withoutUnit(node));
        }
        return true;
    }

    /** What stands beside each other; where one is unknown, a unit behind it is not looked at: it would be one behind a number. */
    private void beside(Iterable<Node> nodes) {
        int before = faults.size();
        for (Node node : nodes) {
            boolean unit = node instanceof Node.Name name && Units.find(name.name()) != null;
            if (!unit || faults.size() == before) {
                visit(node);
            }
        }
    }

    private void unitOrName(Node.Number number, Node.Name node) {
        if (!isKnown(node.name())) {
            undeclared.add(node.name());
            if (number.value().isInteger() && MARKING.matcher(node.name()).matches()) {
                faults.add(new ExpressionFault(number.span().to(node.span()), decimal(number, node.name())));
                return;
            }
            Set<String> known = scope.names();
            known.addAll(Units.likely());
            String message = "unknown unit or name '" + node.name() + "'" + Nearest.suggestion(node.name(), known);
            faults.add(new ExpressionFault(node.span(), message));
        }
    }

    /** {@code 4k7}, as it is printed on resistors. */
    private static String decimal(Node.Number number, String mark) {
        String prefix = mark.startsWith("R") ? "" : mark.substring(0, 1);
        return "is this " + number.value() + "." + mark.substring(1) + prefix + "? Write it so, with its unit, as in "
                + number.value() + "." + mark.substring(1) + " " + prefix + "ohm";
    }

    @Override
    public Boolean ofPrime(Node.Prime node) {
        return visit(node.operand());
    }

    @Override
    public Boolean ofIndex(Node.Index node) {
        boolean named = node.operand() instanceof Node.Name;
        if (!named || !Domains.MATRICES.contains(((Node.Name) node.operand()).name())) {
            visit(node.operand());
        }
        return visit(node.index());
    }

    @Override
    public Boolean ofComparison(Node.Comparison node) {
        all(node.operands());
        return true;
    }

    @Override
    public Boolean ofRange(Node.Range node) {
        visit(node.low());
        return visit(node.high());
    }

    @Override
    public Boolean ofBinder(Node.Binder node) {
        int before = bound.size();
        for (Node.Generator generator : node.generators()) {
            if (generator.ranging() == Node.Ranging.BY && isNew(generator.name())) {
                undeclared.add(generator.name());
                String said = unknown(generator.name(), scope);
                faults.add(new ExpressionFault(
                        generator.nameSpan(),
                        said.endsWith("?")
                                ? said
                                : said + "; behind 'by' stands what is declared or bound, and a point is written 'for "
                                        + generator.name() + " at 1'"));
            } else if (generator.ranging() != Node.Ranging.FREE) {
                visit(generator.domain());
            }
            bound.addLast(generator.name());
        }
        visit(node.body());
        if (node.condition() != null) {
            visit(node.condition());
        }
        while (bound.size() > before) {
            bound.removeLast();
        }
        called(node.op(), node.opSpan());
        return true;
    }

    @Override
    public Boolean ofRows(Node.Rows node) {
        node.rows().forEach(this::all);
        return true;
    }

    @Override
    public Boolean ofIn(Node.In node) {
        return visit(node.operand());
    }

    @Override
    public Boolean ofMeasured(Node.Measured node) {
        return visit(node.magnitude());
    }
}
