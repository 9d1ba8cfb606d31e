package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a card stands, in the netlist itself or in one instance of a subcircuit, and so what the names on it mean. */
final class Place implements Naming {

    /** Between the name of an instance and a name in it. */
    private static final String IN = ".";

    private final @Nullable Place outer;
    private final String prefix;
    private final Map<String, String> ports;
    private final Parameters parameters;
    private final @Nullable Place around;
    private final @Nullable Subcircuit subcircuit;
    private final Map<String, ModelCard> models = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, Subcircuit> subcircuits = new HashMap<>();

    private Place(
            @Nullable Place outer,
            @Nullable Place around,
            @Nullable Subcircuit subcircuit,
            String prefix,
            Map<String, String> ports,
            Parameters parameters) {
        this.outer = outer;
        this.around = around;
        this.subcircuit = subcircuit;
        this.prefix = prefix;
        this.ports = ports;
        this.parameters = parameters;
    }

    /**
     * A model as written.
     *
     * @param numbers of the parameters of its kind, in their order
     */
    record ModelCard(String name, ModelKind kind, List<Deck.Number> numbers) {}

    /** The netlist itself. */
    static Place top() {
        return new Place(null, null, null, "", Map.of(), new Parameters(null));
    }

    /** The inside of an instance, which sees models and subcircuits of where it is defined. */
    Place inside(Subcircuit inner, String instance, Map<String, String> portNodes, Parameters own) {
        return new Place(inner.definition, this, inner, name(instance) + IN, portNodes, own);
    }

    /** Whether it is inside an instance of a subcircuit, this very one: others may have the same cards. */
    @SuppressWarnings("ReferenceEquality")
    boolean isInside(Subcircuit other) {
        return subcircuit == other || around != null && around.isInside(other);
    }

    @Override
    public String node(String written) {
        if (written.equals(Netlist.GROUND) || written.equalsIgnoreCase("gnd")) {
            return Netlist.GROUND;
        }
        String port = ports.get(Netlist.folded(written));
        return port == null ? prefix + written : port;
    }

    @Override
    public String name(String written) {
        return prefix + written;
    }

    @Override
    public List<String> nodes(List<String> all) {
        List<String> own = elements(all);
        own.addAll(ports.keySet());
        own.add(Netlist.GROUND);
        return own;
    }

    @Override
    public List<String> elements(List<String> all) {
        List<String> own = new ArrayList<>();
        for (String name : all) {
            if (name.startsWith(prefix)) {
                own.add(name.substring(prefix.length()));
            }
        }
        return own;
    }

    Parameters parameters() {
        return parameters;
    }

    boolean add(ModelCard model) {
        return models.putIfAbsent(Netlist.folded(model.name()), model) == null;
    }

    boolean add(Subcircuit subcircuit) {
        return subcircuits.putIfAbsent(Netlist.folded(subcircuit.name()), subcircuit) == null;
    }

    /** Notes that there is a model of this name, which may have faults: then nothing more is said of what follows from it. */
    void expect(String model) {
        written.add(Netlist.folded(model));
    }

    /** Whether a model of this name was written, whatever became of it. */
    boolean expects(String model) {
        return written.contains(Netlist.folded(model)) || outer != null && outer.expects(model);
    }

    @Nullable
    ModelCard model(String name) {
        ModelCard own = models.get(Netlist.folded(name));
        return own != null || outer == null ? own : outer.model(name);
    }

    @Nullable
    Subcircuit subcircuit(String name) {
        Subcircuit own = subcircuits.get(Netlist.folded(name));
        return own != null || outer == null ? own : outer.subcircuit(name);
    }

    /**
     * A subcircuit as written.
     *
     * @param ports its nodes to the outside
     * @param usual its parameters, and their values where an instance states none
     * @param definition where it is defined
     */
    record Subcircuit(
            String name,
            List<String> ports,
            Map<String, NetlistWords.Word> usual,
            List<List<NetlistWords.Word>> cards,
            Place definition) {}
}
