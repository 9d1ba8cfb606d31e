package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.field.block.Assumption;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.field.circuit.analysis.Solvers;
import org.ansatz.field.circuit.linear.TwoPort;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.Device;
import org.ansatz.field.circuit.netlist.Idealisation;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Semiconductor;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.problem.Question;
import org.ansatz.problem.Sketch;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code circuit}: SPICE cards, whose numbers may be expressions in braces, and {@code run: dc},
 * {@code run: transient 5 ms} or {@code run: periodic}. It exports {@code v(a)} and {@code v(a, b)}, voltages to ground and
 * between nodes; {@code i(R1)}, the current through an element from its first node to its second; and for a periodic run
 * {@code multiplier}, what a period leaves of a disturbance. They are taken at the time that the answer is a function of;
 * if it is of none, at {@code t}: {@code v(a; t = 1 ms)}.
 *
 * <p>In braces the rules of the language hold: {@code {R1}}, {@code {2*C}}, and for a phase {@code {30 deg}}, while a bare
 * number is in SPICE's own units, degrees.
 */
public final class CircuitBlock implements BlockKind {

    private static final Engine MNA = new Engine("mna");
    private static final String RUNS = "run: dc, run: ac, run: laplace, run: transient 5 ms, or run: periodic";

    @Override
    public String key() {
        return "circuit";
    }

    @Override
    public Set<String> fields() {
        return Set.of(key(), "run", "ports", "reference");
    }

    @Override
    public Block read(Fields route, Scope scope, Question question) {
        Written text = Includes.expanded(route.text("circuit"));
        CircuitRun run = run(route, scope);
        Ports ports = Ports.read(route, scope);
        Deck deck = NetlistExpressions.deck(text, form(run, ports));
        NetlistExpressions expressions = NetlistExpressions.read(text, deck, scope);
        Binding.Variable at = run.at(question, scope, route);
        if (ports == null) {
            return new Circuit(deck, expressions, run, at, exports(deck.sketch(), run, at));
        }
        if (!(run instanceof CircuitRun.InPhasors) && !(run instanceof CircuitRun.Rest)) {
            throw route.text("run").fault("two-port parameters are those of run: dc or run: ac");
        }
        ports.require(deck.sketch(), route);
        return new BetweenPorts(deck, expressions, ports, run, at);
    }

    @Override
    public Sketch sketch(Fields fields, Scope scope, boolean isOfRoute) {
        return CircuitSketch.read(fields.text("circuit"), scope, isOfRoute);
    }

    private static NetlistReader.Form form(CircuitRun run, @Nullable Ports ports) {
        return ports != null
                ? NetlistReader.Form.PORTS
                : run.isOverFrequencies() ? NetlistReader.Form.PHASORS : NetlistReader.Form.BLOCK;
    }

    private static CircuitRun run(Fields route, Scope scope) {
        if (!route.has("run")) {
            throw route.fault("say how the circuit is run: " + RUNS);
        }
        Written text = route.text("run");
        String words = text.text();
        if (words.equals("dc")) {
            return new CircuitRun.Rest();
        }
        if (words.equals("ac")) {
            return new CircuitRun.InPhasors();
        }
        if (words.equals("laplace")) {
            return new CircuitRun.InLaplace();
        }
        if (words.equals("periodic")) {
            return new CircuitRun.Periodic();
        }
        if (words.startsWith("transient ")) {
            return new CircuitRun.For(text.part(10, words.length()).formula(scope, ReadAt.TIME));
        }
        throw text.fault(
                words.equals("transient")
                        ? "say how long: run: transient 5 ms"
                        : words.equals("s") || words.startsWith("laplace")
                                ? "written run: laplace; the complex frequency is s"
                                : words.startsWith("ac")
                                        ? "written run: ac; the frequency is f, or stands with what is asked: v(out; f = 1 kHz)"
                                        : "there are " + RUNS);
    }

    private static List<Export> exports(List<Component> components, CircuitRun run, Binding.Variable at) {
        Probed parts = Probed.of(components);
        List<String> nodes = new ArrayList<>(parts.nodes());
        nodes.add(Netlist.GROUND);
        Probed probed = new Probed(nodes, parts.elements());
        NumberSet set = run.numbers(at);
        Type amperes = Type.of(set, Dimension.CURRENT);
        List<Export> exports = new ArrayList<>();
        exports.add(probed.voltage(Type.of(set, Dimension.VOLTAGE), MNA));
        exports.add(probed.current(amperes, MNA));
        boolean atRest = run instanceof CircuitRun.Rest;
        if (run.isOverFrequencies() || atRest && Solvers.isNetworkAtRest(components)) {
            exports.add(impedance(probed, Type.of(set, Dimension.IMPEDANCE)));
        }
        if (run instanceof CircuitRun.Periodic) {
            exports.add(Export.value("multiplier", Type.REAL, MNA, "what a period leaves of a disturbance"));
        }
        List<String> transistors = components.stream()
                .filter(part -> part instanceof Device.Bipolar || part instanceof Semiconductor.Transistor)
                .map(Component::name)
                .toList();
        if (!transistors.isEmpty()) {
            Type real = Type.real(Dimension.CURRENT);
            exports.add(
                    new Export("ib", List.of(Type.OPAQUE), List.of(), real, MNA, "current into a base", transistors));
        }
        return List.copyOf(exports);
    }

    private static Export impedance(Probed probed, Type ohms) {
        List<Type> label = List.of(Type.OPAQUE);
        return new Export("zin", label, label, ohms, MNA, "impedance between two nodes, sources off", probed.nodes());
    }

    /** The block as written. */
    private record Circuit(
            Deck deck, NetlistExpressions expressions, CircuitRun run, Binding.Variable at, List<Export> exports)
            implements Block {

        /** A netlist whose values depend on the frequency is another one at each, and rests on it like on any other datum. */
        @Override
        public List<Binding.Variable> readAt() {
            return run.isOverFrequencies() && expressions.restOn(at) ? List.of() : List.of(at);
        }

        @Override
        public List<Assumption> assumptions() {
            List<Component> written = deck.sketch();
            List<Assumption> assumptions = new ArrayList<>();
            for (Idealisation assumed : Idealisation.values()) {
                boolean isKnown = run instanceof CircuitRun.Rest || !assumed.isAtRestOnly();
                if (isKnown && !assumed.of(written).equals(written)) {
                    assumptions.add(new Assumption(
                            assumed.says(), new Circuit(deck.with(assumed), expressions, run, at, exports)));
                }
            }
            return assumptions;
        }

        @Override
        public boolean carriesDerivatives() {
            return run.carriesDerivatives();
        }

        @Override
        public boolean isExact(Frame frame) {
            return expressions.areExact(frame);
        }

        @Override
        public Model solve(Frame frame, Sample sample) {
            try {
                return Remarked.of(
                        run.solved(deck.with(expressions.laws(frame)), expressions.values(frame), frame, at),
                        deck.remarks());
            } catch (IllegalArgumentException e) {
                throw new NoValue(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The block as written with ports: what is asked for are its two-port parameters. */
    private record BetweenPorts(
            Deck deck, NetlistExpressions expressions, Ports ports, CircuitRun run, Binding.Variable at)
            implements Block {

        @Override
        public List<Export> exports() {
            return Ports.exports(run.numbers(at), MNA);
        }

        @Override
        public List<Binding.Variable> readAt() {
            return List.of(at);
        }

        @Override
        public boolean isExact(Frame frame) {
            return expressions.areExact(frame);
        }

        @Override
        public Model solve(Frame frame, Sample sample) {
            try {
                TwoPort network = new TwoPort(
                        deck.components(expressions.values(frame).values()),
                        ports.first(),
                        ports.second(),
                        new Work(frame::spend));
                return Remarked.of(
                        new TwoPortModel(network, ports.ohms(frame), run.isOverFrequencies() ? at : null),
                        deck.remarks());
            } catch (IllegalArgumentException e) {
                throw new NoValue(String.valueOf(e.getMessage()));
            }
        }
    }
}
