package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code logic}: gate-level equations, one a line, such as {@code Y = A1 B1' + (A1 xnor B1) A0 B0'} or, for
 * every bit, {@code G[i] = A[i] B[i]' + (A[i] xnor B[i]) G[i-1] for i in 1:n-1}. Names that are never defined are inputs.
 * It exports the signals; {@code models(Y)}, the number of inputs for which a signal is 1; and {@code equivalent(Y, Z)}.
 */
public final class LogicBlock implements BlockKind {

    private static final Engine BDD = new Engine("bdd");

    private static final Export MODELS =
            Export.function("models", Type.OPAQUE, Type.INTEGER, BDD, "number of input combinations that give 1");
    private static final Export EQUIVALENT = new Export(
            "equivalent",
            List.of(Type.OPAQUE, Type.OPAQUE),
            List.of(),
            Type.TRUTH,
            BDD,
            "whether two signals are equal");

    @Override
    public String key() {
        return "logic";
    }

    @Override
    public Block read(Fields route, Scope scope, Question question) {
        List<Line> lines = new ArrayList<>();
        Set<String> families = new TreeSet<>();
        Set<String> signals = new TreeSet<>();
        for (Written text : route.lines("logic")) {
            Line line = line(text, scope);
            lines.add(line);
            (line.step().index() == null ? signals : families).add(line.step().name());
        }
        List<Export> exports = new ArrayList<>(List.of(MODELS, EQUIVALENT));
        for (String signal : signals) {
            exports.add(Export.value(signal, Type.OPAQUE, BDD, "a signal of the logic"));
        }
        return new Gates(List.copyOf(lines), families, List.copyOf(exports));
    }

    private static Line line(Written text, Scope scope) {
        Node.Step step = text.reporting(() -> Parser.step(text.text()));
        if (step.parameters() != null || step.generators().size() > 1) {
            throw text.fault(step.span(), "written Y = …, or G[i] = … for i in 1:n-1");
        }
        Scope inside = scope.inner();
        Binding.Variable index = null;
        Domain domain = null;
        for (Node.Generator generator : step.generators()) {
            domain = text.domain(generator.domain(), scope);
            index = inside.declare(Binding.Role.BOUND, generator.name(), domain.type());
        }
        Line line = new Line(step, text.text(), inside, index, domain);
        text.rests(text.reporting(line::uses));
        return line;
    }

    /** An equation; with an index, one for each of its values. */
    private record Line(
            Node.Step step,
            String text,
            Scope scope,
            Binding.@Nullable Variable index,
            @Nullable Domain domain) {

        /** Checks the equation; what its indices rest on. */
        Uses uses() {
            GateCompiler compiler = new GateCompiler(text, scope, null);
            equation(compiler);
            return compiler.uses();
        }

        /** The equation where {@code frame} gives the index. */
        private GateNetwork.Equation equation(Frame frame) {
            return equation(new GateCompiler(text, scope, frame));
        }

        private GateNetwork.Equation equation(GateCompiler compiler) {
            String name = step.index() == null ? step.name() : compiler.indexed(step.name(), step.index());
            return new GateNetwork.Equation(name, step.body().fold(compiler));
        }

        void expand(Frame frame, List<GateNetwork.Equation> equations) {
            if (domain == null || index == null) {
                equations.add(equation(frame));
                return;
            }
            Binding.Variable variable = index;
            domain.each(frame, value -> equations.add(equation(frame.with(variable, value))));
        }
    }

    /** The block as written. */
    private record Gates(List<Line> lines, Set<String> families, List<Export> exports) implements Block {

        @Override
        public Model solve(Frame frame, Sample sample) {
            List<GateNetwork.Equation> equations = new ArrayList<>();
            for (Line line : lines) {
                line.expand(frame, equations);
            }
            GateNetwork network = new GateNetwork(equations, frame::spend);
            refuseGaps(network);
            return new Solved(network, signals());
        }

        /** A signal of a defined family that is read but not defined is a slip of an index, not an input. */
        private void refuseGaps(GateNetwork network) {
            for (String input : network.inputs()) {
                for (String family : families) {
                    if (input.startsWith(family)
                            && input.substring(family.length()).matches("[0-9]+")) {
                        throw new NoValue(
                                family + "[" + input.substring(family.length()) + "] is used but never defined");
                    }
                }
            }
        }

        /** The signals by their own names; those of a family are too many to be shown. */
        private List<String> signals() {
            List<String> signals = new ArrayList<>();
            for (Export export : exports) {
                if (export.required().isEmpty()) {
                    signals.add(export.name());
                }
            }
            return signals;
        }
    }

    /** The logic built up. */
    private record Solved(GateNetwork network, List<String> signals) implements Model {

        /** Wider tables are not read by anybody. */
        private static final int SHOWN_INPUTS = 4;

        @Override
        public Estimate evaluate(Export export, List<Value> arguments, Frame frame) {
            return Estimate.exact(value(export, arguments));
        }

        private Value value(Export export, List<Value> arguments) {
            if (export.name().equals(MODELS.name())) {
                return new Value.Exact(Rational.of(network.models(signal(arguments.get(0)))));
            }
            if (export.name().equals(EQUIVALENT.name())) {
                return Value.Truth.of(network.counterExample(signal(arguments.get(0)), signal(arguments.get(1)))
                        .isEmpty());
            }
            return new Value.Handle(export.name());
        }

        private static String signal(Value handle) {
            return (String) ((Value.Handle) handle).of();
        }

        @Override
        public List<String> account() {
            List<String> lines = new ArrayList<>();
            if (network.inputs().size() <= SHOWN_INPUTS) {
                lines.addAll(network.truthTable(signals));
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
