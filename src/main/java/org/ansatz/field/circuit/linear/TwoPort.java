package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Work;

/**
 * A linear network between two ports, its independent sources off. Its parameters are found as they are defined: sources are put
 * at the ports, or nothing or a wire, and the responses are taken (C. A. Desoer, E. S. Kuh, Basic Circuit Theory, 1969, chapter
 * 17). So each exists where its own measurement has a result, whether or not the others do.
 */
public final class TwoPort {

    private static final Waveform NOTHING = new Waveform.Constant(0);
    private static final Phasor UNIT = new Phasor(1, 0, 0);

    private final List<Component> parts;
    private final Port first;
    private final Port second;
    private final Work work;
    private final Map<String, LinearNetwork> networks = new HashMap<>();

    /** Two nodes, the current into the first being that out of the second. */
    public record Port(String plus, String minus) {}

    /** Which parameters relate the voltages and currents of the ports, and by which letter they are called. */
    public enum Kind {
        /** Impedances: v₁, v₂ by i₁, i₂. */
        Z,
        /** Admittances: i₁, i₂ by v₁, v₂. */
        Y,
        /** Hybrid: v₁, i₂ by i₁, v₂. */
        H,
        /** Inverse hybrid: i₁, v₂ by v₁, i₂. */
        G,
        /** Chain, ABCD: v₁, i₁ by v₂, −i₂. */
        A,
        /** Scattering: the waves that leave by those that enter. */
        S
    }

    /** A network between ports. */
    public TwoPort(List<Component> parts, Port first, Port second, Work work) {
        this.parts = parts.stream().map(TwoPort::off).toList();
        this.first = first;
        this.second = second;
        this.work = work;
    }

    /** A part as it is while independent sources are off. */
    static Component off(Component part) {
        if (part instanceof Element.VoltageSource source) {
            return new Element.VoltageSource(source.name(), source.plus(), source.minus(), NOTHING);
        }
        if (part instanceof Element.CurrentSource source) {
            return new Element.CurrentSource(source.name(), source.plus(), source.minus(), NOTHING);
        }
        return part;
    }

    /**
     * A parameter.
     *
     * @param row 1 or 2
     * @param column 1 or 2
     * @param omega angular frequency in rad/s; 0 for rest
     * @param reference of scattering parameters, in ohms
     * @throws IllegalArgumentException if the network has no such parameter
     */
    public Phasor parameter(Kind kind, int row, int column, double omega, double reference) {
        try {
            switch (kind) {
                case Z:
                    return voltage(
                            driven(column == 1 ? End.DRIVEN : End.OPEN, column == 2 ? End.DRIVEN : End.OPEN),
                            row,
                            omega);
                case Y:
                    return current(
                            driven(column == 1 ? End.FIXED : End.SHORT, column == 2 ? End.FIXED : End.SHORT),
                            row,
                            omega);
                case H:
                    return hybrid(
                            column == 1 ? driven(End.DRIVEN, End.SHORT) : driven(End.OPEN, End.FIXED), 1, row, omega);
                case G:
                    return hybrid(
                            column == 1 ? driven(End.FIXED, End.OPEN) : driven(End.SHORT, End.DRIVEN), 2, row, omega);
                case S:
                    return wave(row, column, omega, reference);
                default:
                    return chain(row, column, omega);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "there is no " + name(kind, row, column) + " of this network: " + e.getMessage(), e);
        }
    }

    private static String name(Kind kind, int row, int column) {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + row + column;
    }

    /** What is at a port. */
    private enum End {
        /** A current of 1 A into it. */
        DRIVEN,
        /** A voltage of 1 V. */
        FIXED,
        OPEN,
        SHORT
    }

    private LinearNetwork driven(End atFirst, End atSecond) {
        return networks.computeIfAbsent(atFirst + " " + atSecond, key -> {
            List<Component> all = new ArrayList<>(parts);
            add(all, first, atFirst, 1);
            add(all, second, atSecond, 2);
            return new LinearNetwork(all, List.of(first.plus(), first.minus(), second.plus(), second.minus()), work);
        });
    }

    private static String source(int port) {
        return "#port" + port;
    }

    private static void add(List<Component> all, Port port, End end, int number) {
        switch (end) {
            case DRIVEN:
                all.add(new Element.CurrentSource(
                        source(number),
                        /* plus= */ port.minus(),
                        /* minus= */ port.plus(),
                        new Waveform.Constant(1),
                        UNIT));
                break;
            case FIXED:
                all.add(new Element.VoltageSource(
                        source(number), port.plus(), port.minus(), new Waveform.Constant(1), UNIT));
                break;
            case SHORT:
                all.add(new Element.VoltageSource(source(number), port.plus(), port.minus(), NOTHING));
                break;
            default:
                break;
        }
    }

    private Phasor voltage(LinearNetwork network, int port, double omega) {
        Port at = port == 1 ? first : second;
        return network.voltage(at.plus(), at.minus(), omega);
    }

    /** The current into a port at which a voltage is fixed. */
    private static Phasor current(LinearNetwork network, int port, double omega) {
        return network.current(source(port), omega).times(-1, 0);
    }

    /** The voltage of one port and the current of the other. */
    private Phasor hybrid(LinearNetwork network, int voltageAt, int row, double omega) {
        return row == voltageAt ? voltage(network, row, omega) : current(network, row, omega);
    }

    /** The chain parameters are the inverses of transfers forwards: v₂/v₁ and v₂/i₁ with the second port open, −i₂/v₁, −i₂/i₁ shorted. */
    private Phasor chain(int row, int column, double omega) {
        End input = row == 1 ? End.FIXED : End.DRIVEN;
        Phasor transfer = column == 1
                ? voltage(driven(input, End.OPEN), 2, omega)
                : current(driven(input, End.SHORT), 2, omega).times(-1, 0);
        if (transfer.magnitude() <= transfer.error()) {
            throw new IllegalArgumentException("nothing comes through from the first port to the second");
        }
        return transfer.inverse();
    }

    /** Both ports end in the reference; a source of 2 V behind it sends a wave of 1 into one. */
    private Phasor wave(int row, int column, double omega, double reference) {
        LinearNetwork network = networks.computeIfAbsent("waves " + column + " " + reference, key -> {
            List<Component> all = new ArrayList<>(parts);
            for (int port = 1; port <= 2; port++) {
                Port at = port == 1 ? first : second;
                String inner = source(port) + "in";
                Phasor small = port == column ? new Phasor(2, 0, 0) : Phasor.ZERO;
                all.add(new Element.VoltageSource(
                        source(port), inner, at.minus(), new Waveform.Constant(small.re()), small));
                all.add(new Element.Resistor(source(port) + "r", inner, at.plus(), reference));
            }
            return new LinearNetwork(all, work);
        });
        Phasor reached = voltage(network, row, omega);
        return row == column ? reached.minus(UNIT) : reached;
    }
}
