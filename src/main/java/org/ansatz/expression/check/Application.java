package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** Checks what is applied to arguments: functions, steps with parameters, formulas under test, names of the block. */
final class Application {

    /** How what is said of something inside a step begins. */
    static final String IN_STEP = "in the step ";

    private static final int MAX_INLINING = 40;
    private static final int MAX_INLINED = 2000;

    private final Checker checker;
    private int inlining;
    private int inlined;

    Application(Checker checker) {
        this.checker = checker;
    }

    /** A function, a step with parameters, or a name that the block exports, with its arguments. */
    Term call(Node.Call node) {
        Node.Name called = (Node.Name) node.function();
        Binding binding = checker.scope().find(called.name());
        if (binding instanceof Binding.StepFunction) {
            return inlined((Binding.StepFunction) binding, checker.checkAll(node.arguments()), node.span());
        }
        if (binding instanceof Binding.Exported) {
            Binding.Exported exported = (Binding.Exported) binding;
            List<Term> arguments = exported.export().takesLabels()
                    ? labels(exported.export(), node.arguments())
                    : checker.checkAll(node.arguments());
            return exported(exported, node.span(), arguments);
        }
        if (binding instanceof Binding.AskedFunction) {
            return candidateAt((Binding.AskedFunction) binding, node, 0);
        }
        if (called.name().equals("if")) {
            return choice(node);
        }
        Function function = checker.scope().registry().function(called.name());
        if (function == null) {
            if (binding == null && checker.scope().registry().binder(called.name()) != null) {
                throw new ExpressionFault(
                        node.span(),
                        called.name() + " binds a variable: " + called.name()
                                + "(… for v in 1:10), or a..b if v is real");
            }
            boolean isSequence = binding instanceof Binding.Sequence || binding instanceof Binding.Earlier;
            throw new ExpressionFault(
                    called.span(),
                    isSequence
                            ? called.name() + " is a sequence: its elements are written " + called.name() + "[n]"
                            : called.name() + " is a quantity, not a function; for a product write " + called.name()
                                    + "*(…)");
        }
        if (!function.takes(node.arguments().size())) {
            throw new ExpressionFault(
                    node.span(),
                    "written " + function.signature() + ", not with "
                            + node.arguments().size() + " argument"
                            + (node.arguments().size() == 1 ? "" : "s"));
        }
        List<Term> arguments = checker.checkAll(node.arguments());
        checker.note(Uses.of(function.engine()));
        return new Term.Call(node.span(), typeOf(function, arguments, node.span()), function, arguments);
    }

    private static Type typeOf(Function function, List<Term> arguments, Span span) {
        try {
            return function.type(arguments, span);
        } catch (ArithmeticException e) {
            throw new ExpressionFault(span, "there is no unit " + e.getMessage());
        }
    }

    private Term choice(Node.Call node) {
        if (node.arguments().size() != 3) {
            throw new ExpressionFault(node.span(), "written if(condition, a, b)");
        }
        List<Term> parts = checker.checkAll(node.arguments());
        Term condition = read(parts.get(0));
        Typing.truth(condition);
        Type type = Typing.same(parts.get(1), parts.get(2));
        return new Term.Choice(node.span(), type, condition, parts.get(1), parts.get(2));
    }

    private static List<Term> labels(Export export, List<Node> nodes) {
        List<Term> labels = new ArrayList<>();
        for (Node node : nodes) {
            String written = node instanceof Node.Name
                    ? ((Node.Name) node).name()
                    : node instanceof Node.Number ? ((Node.Number) node).value().toString() : "";
            String label = export.label(written);
            if (label == null) {
                throw new ExpressionFault(
                        node.span(),
                        export.name() + " takes one of " + String.join(", ", export.labels()) + " here ("
                                + export.help() + ")" + Nearest.suggestion(written, export.labels()));
            }
            labels.add(new Term.Constant(node.span(), Type.OPAQUE, new Value.Handle(label), false));
        }
        return labels;
    }

    /** A name that the block exports, with its arguments. */
    Term exported(Binding.Exported binding, Span span, List<Term> arguments) {
        Export export = binding.export();
        int least = export.required().size();
        int most = least + export.optional().size();
        if (arguments.size() < least || arguments.size() > most) {
            throw new ExpressionFault(
                    span,
                    export.name() + " takes " + (least == most ? "" + least : least + " to " + most) + " argument"
                            + (most == 1 ? "" : "s") + " (" + export.help() + ")");
        }
        for (int i = 0; i < arguments.size(); i++) {
            Type wanted =
                    i < least ? export.required().get(i) : export.optional().get(i - least);
            Term argument = arguments.get(i);
            boolean fits = wanted.isNumber()
                    ? argument.type().isNumber() && argument.type().has(wanted.dimensionOrNone())
                    : argument.type().set() == wanted.set();
            if (!fits) {
                throw new ExpressionFault(
                        argument.span(),
                        export.name() + " takes " + wanted.describe() + " here (" + export.help() + "); this is "
                                + argument.type().describe());
            }
        }
        checker.note(binding.uses().and(Uses.of(export.engine())));
        return new Term.Exported(span, export, arguments);
    }

    /** A term where a truth value may be needed: a signal is read with the inputs it has there. */
    static Term read(Term term) {
        return term instanceof Term.Exported signal && signal.export().isSignal()
                ? new Term.Exported(signal.span(), signal.export().at(List.of()), signal.arguments())
                : term;
    }

    /** Whether a name in a case is an argument of what the block exports, and not a variable with another value. */
    boolean isArgument(String name, Node called) {
        Binding.Exported exported = exportedIn(called);
        if (exported == null) {
            return false;
        }
        boolean given =
                checker.scope().find(name) instanceof Binding.Variable variable && variable.role() != Role.BOUND;
        return exported.export().keywords().contains(name) || exported.export().isSignal() && !given;
    }

    private Binding.@Nullable Exported exportedIn(Node node) {
        return node instanceof Node.Call call
                        && call.function() instanceof Node.Name name
                        && checker.scope().find(name.name()) instanceof Binding.Exported exported
                ? exported
                : null;
    }

    /** What the block exports, with arguments by name after those by place. */
    Term named(Node called, List<Node.Step> byName, Span span) {
        Binding.Exported exported = Objects.requireNonNull(exportedIn(called));
        List<Term> arguments = new ArrayList<>(checker.checkAll(((Node.Call) called).arguments()));
        List<String> names = new ArrayList<>();
        byName.forEach(each -> names.add(each.name()));
        Export export = exported.export().isSignal() ? exported.export().at(names) : exported.export();
        if (arguments.size() < export.required().size()) {
            return exported(exported, span, arguments);
        }
        for (Node.Step each : byName) {
            int place = arguments.size() - export.required().size();
            boolean next = place < export.keywords().size()
                    && export.keywords().get(place).equals(each.name());
            if (!next || names.indexOf(each.name()) != names.lastIndexOf(each.name())) {
                throw new ExpressionFault(each.nameSpan(), each.name() + " has its value already");
            }
            arguments.add(each.body().fold(checker));
        }
        return exported(new Binding.Exported(export, exported.uses(), exported.readAt()), span, arguments);
    }

    private Term candidateAt(Binding.AskedFunction asked, Node.Call node, int order) {
        if (node.arguments().size() != 1) {
            throw new ExpressionFault(
                    node.span(),
                    asked.name() + " takes one argument, " + asked.argument().name());
        }
        Term at = node.arguments().get(0).fold(checker);
        if (!at.type().has(asked.argument().type().dimensionOrNone())) {
            throw new ExpressionFault(
                    at.span(),
                    asked.name() + " is a function of " + asked.argument().name() + ", "
                            + asked.argument().type().describe() + "; this is "
                            + at.type().describe());
        }
        checker.note(Uses.of(asked));
        Term body = new Term.Candidate(node.span(), asked.type(), asked.name(), asked.slot());
        if (order > 0) {
            body = checker.derivative(body, asked.argument(), order, node.span());
        }
        return new Term.Case(node.span(), body, new int[] {asked.argument().slot()}, List.of(at));
    }

    /** The derivative of a function at a point: {@code f'(x)}. */
    Term primed(Node.Call node) {
        int order = 0;
        Node base = node.function();
        while (base instanceof Node.Prime) {
            base = ((Node.Prime) base).operand();
            order++;
        }
        String function = ((Node.Name) base).name();
        Binding binding = checker.scope().find(function);
        if (binding instanceof Binding.AskedFunction) {
            return candidateAt((Binding.AskedFunction) binding, node, order);
        }
        if (binding instanceof Binding.Exported exported) {
            return exported(
                    derivativeOf(exported, order, node.span()), node.span(), checker.checkAll(node.arguments()));
        }
        if (node.arguments().size() != 1) {
            throw new ExpressionFault(node.span(), "a prime differentiates a function of one argument");
        }
        Term at = node.arguments().get(0).fold(checker);
        if (!at.type().isScalar()) {
            throw new ExpressionFault(
                    at.span(),
                    "a prime differentiates by a number; this is " + at.type().describe()
                            + "; by entries it is grad(…)");
        }
        Scope inside = checker.scope().inner();
        String bound = "argument of " + function;
        Binding.Variable variable = inside.declare(Role.BOUND, bound, at.type().with(NumberSet.REAL));
        Term argument = new Term.Named(at.span(), variable);
        Term body = applied(binding, function, argument, node.span());
        Term slope = checker.derivative(body, variable, order, node.span());
        return new Term.Case(node.span(), slope, new int[] {variable.slot()}, List.of(at));
    }

    /** A derivative of what a block finds, which it exports under the primed name. */
    Binding.Exported derivativeOf(Binding.Exported function, int order, Span span) {
        String name = function.export().name();
        if (checker.scope().find(name + "'".repeat(order)) instanceof Binding.Exported derivative) {
            return derivative;
        }
        boolean isSolution = checker.scope().find(name + "'") instanceof Binding.Exported;
        throw new ExpressionFault(
                span,
                isSolution
                        ? "the equation holds no derivative of " + name + " of order " + order
                        : name + " is found by a block and has no derivative there; its slope is differences(… by …)");
    }

    private Term applied(@Nullable Binding binding, String name, Term argument, Span span) {
        if (binding instanceof Binding.StepFunction) {
            return inlined((Binding.StepFunction) binding, List.of(argument), span);
        }
        Function function = checker.scope().registry().function(name);
        if (function == null || !function.takes(1)) {
            throw new ExpressionFault(span, name + " is not a function of one argument");
        }
        checker.note(Uses.of(function.engine()));
        return new Term.Call(span, typeOf(function, List.of(argument), span), function, List.of(argument));
    }

    Term inlined(Binding.StepFunction function, List<Term> arguments, Span span) {
        if (arguments.size() != function.parameters().size()) {
            throw new ExpressionFault(
                    span, "written " + function.name() + "(" + String.join(", ", function.parameters()) + ")");
        }
        Scope inside = function.scope().inner();
        int[] slots = new int[arguments.size()];
        boolean declared = false;
        for (int i = 0; i < slots.length; i++) {
            Type type = arguments.get(i).type();
            BoundPlace bound = BoundPlace.of(function.parameters().get(i), span, type, function::uses, inside);
            slots[i] = bound.slot();
            declared |= bound.isDeclared();
        }
        checker.note(Uses.ofStep(function.name()));
        Term body = deeper(span, function.name(), () -> checker.within(inside, function.body()));
        return given(span, function.name(), body, arguments, slots, declared);
    }

    /**
     * A term whose variables have values.
     *
     * @param declared whether some are declared ones, so that steps and blocks inside depend on them
     */
    static Term given(Span span, String name, Term body, List<Term> values, int[] slots, boolean declared) {
        return declared ? new Term.Case(span, body, slots, values) : new Term.Inlined(span, name, body, values, slots);
    }

    /**
     * Checks what a step is made of, where it is used.
     *
     * @throws ExpressionFault if steps call steps too often
     */
    <T> T deeper(Span span, String step, Supplier<T> check) {
        if (++inlined > MAX_INLINED || inlining >= MAX_INLINING) {
            inlined = MAX_INLINED + 1;
            throw new ExpressionFault(
                    span, "steps call steps more than " + MAX_INLINING + " deep or " + MAX_INLINED + " times in all");
        }
        inlining++;
        try {
            return check.get();
        } catch (ExpressionFault e) {
            boolean tooDeep = inlined > MAX_INLINED;
            throw new ExpressionFault(span, tooDeep ? e.message() : IN_STEP + step + ": " + e.message());
        } finally {
            inlining--;
        }
    }
}
