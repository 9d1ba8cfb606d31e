package org.ansatz.field.logic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code logic}: gate-level equations, one a line, such as {@code Y = A1 B1' + (A1 xnor B1) A0 B0'} or, for
 * every bit, {@code G[i] = A[i] B[i]' + (A[i] xnor B[i]) G[i-1] for i in 1:n-1}, in any order. Names that are never defined
 * are inputs; the field {@code inputs} may state them. It exports the signals, which are truth values at given inputs,
 * {@code Y(A = 1, B = 0)}, and the {@link SignalFunctions}, such as {@code minimal_sop(Y, dont_care = D)}.
 */
public final class LogicBlock implements BlockKind {

    private static final Export NEXT = ofState("next_state", 1, Type.INTEGER, "the state after one clock");
    private static final Export AFTER = ofState("state", 2, Type.INTEGER, "the state after n clocks");
    private static final Export SEQUENCE = ofState(
            "sequence",
            2,
            Type.INTEGER.with(new Shape(Size.ONE, Size.UNKNOWN)),
            "n states, of which this is the first, as a row");
    private static final Export PERIOD =
            ofState("period", 1, Type.INTEGER, "in how many clocks states come again that begin with this one");

    /** The functions of states, in the order of the manual; there are some only where a register has a next value. */
    static final List<Export> OF_STATES = List.of(NEXT, AFTER, SEQUENCE, PERIOD);

    private static Export ofState(String name, int arguments, Type result, String help) {
        return new Export(
                name, Collections.nCopies(arguments, Type.INTEGER), List.of(), result, SignalFunctions.BDD, help);
    }

    /** A reader of such blocks. */
    public LogicBlock() {}

    @Override
    public String key() {
        return "logic";
    }

    @Override
    public Set<String> fields() {
        return Set.of(key(), "inputs");
    }

    @Override
    public Block read(Fields route, Scope scope, Question question) {
        List<Line> lines = new ArrayList<>();
        Set<String> families = new TreeSet<>();
        Set<String> signals = new TreeSet<>();
        Set<String> registers = new TreeSet<>();
        for (Written text : route.lines("logic")) {
            Line line = line(text, scope);
            lines.add(line);
            if (line.isNext()) {
                registers.add(line.step().name());
                continue;
            }
            if ((line.step().index() == null ? families : signals)
                    .contains(line.step().name())) {
                throw text.fault(
                        line.step().name() + " is defined with an index and without one: give one another name");
            }
            (line.step().index() == null ? signals : families).add(line.step().name());
        }
        Set<String> stated = route.has("inputs") ? stated(route.text("inputs"), scope) : null;
        Words words = words(lines, signals, registers, families, stated, scope);
        Refused refused = null;
        for (Line line : lines) {
            try {
                line.written().rests(line.written().reporting(() -> line.uses(words)));
            } catch (Refused e) {
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
        List<Export> exports = new ArrayList<>(SignalFunctions.EXPORTS);
        exports.addAll(registers.isEmpty() ? List.of() : OF_STATES);
        for (String signal : signals) {
            exports.add(Export.value(signal, Type.SIGNAL, SignalFunctions.BDD, "a signal of the logic"));
        }
        for (String family : families) {
            exports.add(Export.function(
                    family, Type.INTEGER, Type.SIGNAL, SignalFunctions.BDD, "signals of the logic, by their index"));
        }
        Set<String> inputs = stated == null ? new TreeSet<>() : new TreeSet<>(stated);
        return new Gates(List.copyOf(lines), words, families, inputs, List.copyOf(exports));
    }

    /** Whether it is a variable of the answer, which is an input by right. */
    private static boolean isArgument(String name, Scope scope) {
        return scope.find(name) instanceof Binding.Variable variable && variable.role() == Binding.Role.ARGUMENT;
    }

    /** The inputs that the field {@code inputs} names. */
    private static Set<String> stated(Written text, Scope scope) {
        Set<String> inputs = new TreeSet<>();
        for (String name : text.text().replaceAll("[\\[\\],]", " ").strip().split("\\s+")) {
            if (!name.matches("\\p{L}[\\p{L}\\p{Digit}_]*")) {
                throw text.fault("'" + name + "' is not the name of an input; written inputs: A, B, EN");
            }
            if (GateCompiler.hasValue(name, scope) && !isArgument(name, scope)) {
                throw text.fault(name + " has a value in the problem, so it is not an input");
            }
            inputs.add(name);
        }
        return inputs;
    }

    private static Words words(
            List<Line> lines,
            Set<String> signals,
            Set<String> registers,
            Set<String> families,
            @Nullable Set<String> stated,
            Scope scope) {
        Set<String> read = new TreeSet<>();
        Set<String> indexed = new TreeSet<>(families);
        for (Line line : lines) {
            GateCompiler names = line.written().reporting(line::names);
            read.addAll(names.names());
            indexed.addAll(names.families());
        }
        Set<String> known = new TreeSet<>(signals);
        known.addAll(registers);
        return new Words(known, families, indexed, read, stated, name -> GateCompiler.hasValue(name, scope));
    }

    private static Line line(Written text, Scope scope) {
        String next = withoutClock(text.text());
        Node.Step step = text.reporting(() -> Parser.step(next == null ? text.text() : next));
        if (step.parameters() != null || step.generators().size() > 1) {
            throw text.fault(step.span(), "written Y = …, or G[i] = … for i in 1:n-1");
        }
        if (Scope.isReserved(step.name()) && !step.name().equals("j")) {
            throw text.fault(step.nameSpan(), "'" + step.name() + "' is a word of the language and cannot be a signal");
        }
        Scope inside = scope.inner();
        Binding.Variable index = null;
        Domain domain = null;
        for (Node.Generator generator : step.generators()) {
            domain = text.domain(generator.domain(), scope);
            index = inside.declare(Binding.Role.BOUND, generator.name(), domain.type());
        }
        if (next != null && GateCompiler.hasValue(step.name(), scope)) {
            throw text.fault(
                    step.nameSpan(),
                    step.name() + " is a register, and has a value in the problem: give that another name");
        }
        return new Line(step, text, inside, index, domain, next != null);
    }

    /** {@code Q+ = …} without the sign that says that it is the next value of a register; null if it does not say so. */
    private static @Nullable String withoutClock(String text) {
        int equals = text.indexOf('=');
        int sign = equals < 0 ? -1 : text.substring(0, equals).stripTrailing().length() - 1;
        return sign > 0 && text.charAt(sign) == '+' ? text.substring(0, sign) + " " + text.substring(sign + 1) : null;
    }

    /** An equation; with an index, one for each of its values. */
    private record Line(
            Node.Step step,
            Written written,
            Scope scope,
            Binding.@Nullable Variable index,
            @Nullable Domain domain,
            boolean isNext) {

        /** A compiler that has seen the names. */
        GateCompiler names() {
            return compiled(new GateCompiler(written.text(), scope, null, null));
        }

        /** Checks the equation; what its indices and the quantities in it rest on. */
        Uses uses(Words words) {
            return compiled(new GateCompiler(written.text(), scope, words, null))
                    .uses();
        }

        private GateCompiler compiled(GateCompiler compiler) {
            equation(compiler);
            return compiler;
        }

        private GateNetwork.Equation equation(GateCompiler compiler) {
            String name = step.index() == null ? step.name() : compiler.indexed(step.name(), step.index());
            return new GateNetwork.Equation(
                    isNext ? StateMachine.next(name) : name, step.body().fold(compiler));
        }

        void expand(Words words, Frame frame, List<GateNetwork.Equation> equations) {
            if (domain == null || index == null) {
                equations.add(equation(words, frame));
                return;
            }
            Binding.Variable variable = index;
            domain.each(frame, value -> equations.add(equation(words, frame.with(variable, value))));
        }

        /** The equation where {@code frame} gives the index and the quantities in it. */
        private GateNetwork.Equation equation(Words words, Frame frame) {
            GateNetwork.Equation equation = equation(new GateCompiler(written.text(), scope, words, frame));
            if (step.index() != null && GateCompiler.hasValue(equation.name(), scope)) {
                throw new ExpressionFault(
                        step.nameSpan(), equation.name() + " has a value in the problem and an equation in the logic");
            }
            return equation;
        }
    }

    /** The block as written. */
    private record Gates(List<Line> lines, Words words, Set<String> families, Set<String> stated, List<Export> exports)
            implements Block {

        /** Indices and the quantities that are 0 or 1. */
        @Override
        public boolean isExact(Frame frame) {
            return frame.isExact(this::equations);
        }

        private List<GateNetwork.Equation> equations(Frame frame) {
            List<GateNetwork.Equation> equations = new ArrayList<>();
            for (Line line : lines) {
                line.expand(words, frame, equations);
            }
            return equations;
        }

        @Override
        public Model solve(Frame frame, Sample sample) {
            List<GateNetwork.Equation> equations = equations(frame);
            Set<String> inputs = new TreeSet<>(stated);
            inputs.removeIf(words::isFamily);
            GateNetwork network = new GateNetwork(equations, inputs, frame::spend);
            List<String> registers = new ArrayList<>();
            for (GateNetwork.Equation equation : equations) {
                if (equation.name().endsWith(StateMachine.next(""))) {
                    registers.add(equation.name().substring(0, equation.name().length() - 1));
                }
            }
            StateMachine machine = new StateMachine(network, registers, frame::spend);
            return new Solved(network, machine, signals(), ends(network, equations));
        }

        /**
         * The signals of defined families that are read and not defined: below the first index that is defined they are what
         * a recurrence starts from, an input; anywhere else they are a slip of an index.
         */
        private List<String> ends(GateNetwork network, List<GateNetwork.Equation> equations) {
            List<String> ends = new ArrayList<>();
            for (String input : network.inputs()) {
                for (String family : families) {
                    int index = index(input, family);
                    if (index < 0 || stated.contains(input)) {
                        continue;
                    }
                    for (GateNetwork.Equation equation : equations) {
                        int defined = index(equation.name(), family);
                        if (defined >= 0 && defined < index) {
                            throw new NoValue(family + "[" + index + "] is used but never defined");
                        }
                    }
                    ends.add(family + "[" + index + "]");
                }
            }
            return ends;
        }

        /** The index of a signal of a family; −1 if it belongs to none. */
        private static int index(String name, String family) {
            String digits = name.startsWith(family) ? name.substring(family.length()) : "";
            return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
        }

        /** The signals by their own names; those of a family are too many to be shown. */
        private List<String> signals() {
            List<String> signals = new ArrayList<>();
            for (Export export : exports) {
                if (export.isSignal() && export.required().isEmpty()) {
                    signals.add(export.name());
                }
            }
            return signals;
        }
    }

    /** The logic built up. */
    private record Solved(GateNetwork network, StateMachine machine, List<String> signals, List<String> ends)
            implements Model {

        /** Wider tables are not read by anybody. */
        private static final int SHOWN_INPUTS = 4;

        @Override
        public Estimate evaluate(Export export, List<Value> arguments, Frame frame) {
            return Estimate.exact(value(export, arguments));
        }

        private Value value(Export export, List<Value> arguments) {
            if (OF_STATES.contains(export)) {
                return ofState(export, arguments);
            }
            return SignalFunctions.has(export) ? ofFunction(export, arguments) : ofSignal(export, arguments);
        }

        private Value ofState(Export export, List<Value> arguments) {
            BigInteger state = whole(arguments.get(0));
            if (export.equals(NEXT)) {
                return number(machine.next(state));
            }
            if (export.equals(PERIOD)) {
                return Value.Exact.of(machine.period(state));
            }
            int count = Arithmetic.count(arguments.get(1));
            if (export.equals(AFTER)) {
                return number(machine.after(state, count));
            }
            if (count < 1 || count > Value.Array.MAX_ENTRIES) {
                throw new NoValue(
                        "a sequence of " + count + " states; from 1 to " + Value.Array.MAX_ENTRIES + " are possible");
            }
            List<Value> states = new ArrayList<>();
            machine.sequence(state, count).forEach(each -> states.add(number(each)));
            return new Value.Array(1, count, states);
        }

        private static BigInteger whole(Value value) {
            if (value instanceof Value.Exact exact && exact.number().isInteger()) {
                return exact.number().numerator();
            }
            throw new NoValue("a state is a whole number");
        }

        private static Value number(BigInteger state) {
            return new Value.Exact(Rational.of(state));
        }

        private Value ofFunction(Export export, List<Value> arguments) {
            Value value = SignalFunctions.value(export, network, arguments);
            boolean isAtInputs = value instanceof Value.Handle && !export.isSignal();
            return isAtInputs ? atInputs(signal(value), export, arguments) : value;
        }

        private Value ofSignal(Export export, List<Value> arguments) {
            String signal =
                    export.required().isEmpty() ? export.name() : export.name() + index(arguments.get(0), export);
            return export.isSignal() ? new Value.Handle(signal) : atInputs(signal, export, arguments);
        }

        private Value atInputs(String signal, Export export, List<Value> arguments) {
            return Value.Truth.of(network.value(signal, inputs(export, arguments)));
        }

        private String index(Value value, Export family) {
            String index = Notation.number(Arithmetic.real(value), 10);
            if (!network.defines(family.name() + index)) {
                throw new NoValue(family.name() + "[" + index + "] is not defined in the logic");
            }
            return index;
        }

        /** The values of inputs that stand behind the index. */
        private static Map<String, Boolean> inputs(Export export, List<Value> arguments) {
            Map<String, Boolean> inputs = new LinkedHashMap<>();
            for (int i = 0; i < export.keywords().size(); i++) {
                String input = export.keywords().get(i);
                double value = Arithmetic.real(arguments.get(export.required().size() + i));
                if (value != 0 && value != 1) {
                    throw new NoValue(input + " is " + Notation.number(value, 6) + " here; an input is 0 or 1");
                }
                inputs.put(input, value == 1);
            }
            return inputs;
        }

        private static String signal(Value handle) {
            return (String) ((Value.Handle) handle).of();
        }

        @Override
        public List<String> remarks() {
            if (ends.isEmpty()) {
                return List.of();
            }
            String read = ends.size() == 1
                    ? " is read and never defined, and so an input of the logic"
                    : " are read and never defined, and so inputs of the logic";
            return List.of(String.join(" and ", ends) + read);
        }

        @Override
        public List<String> account() {
            List<String> lines = new ArrayList<>();
            if (network.inputs().size() <= SHOWN_INPUTS) {
                lines.addAll(network.truthTable(signals));
                for (String signal : signals) {
                    lines.add(signal + " as a minimal sum: "
                            + network.minimalSum(signal, null).written());
                    lines.addAll(network.accountOfHazards(signal));
                }
            }
            for (int i = 0; i < signals.size(); i++) {
                for (int k = i + 1; k < signals.size(); k++) {
                    String pair = signals.get(i) + " and " + signals.get(k);
                    lines.add(network.counterExample(signals.get(i), signals.get(k))
                            .map(inputs -> pair + " differ at " + inputs)
                            .orElse(pair + " are equal"));
                }
            }
            return lines;
        }
    }
}
