package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.List;

/** What textbooks assume of devices, each in place of what a netlist states. */
public enum Idealisation {
    /** No voltage forwards, no current backwards; a Zener diode keeps its voltage whatever its current. */
    IDEAL_DIODES("diodes are ideal", /* atRestOnly= */ false) {
        @Override
        List<Component> of(Component part) {
            return diode(part, 0);
        }
    },
    /** {@value #USUAL_VOLTS} V forwards. */
    DIODES_WITH_A_DROP("diodes keep 0.7 V", /* atRestOnly= */ false) {
        @Override
        List<Component> of(Component part) {
            return diode(part, USUAL_VOLTS);
        }
    },
    /** Shockley's law at room temperature. */
    EXPONENTIAL_DIODES("diodes are exponential, 0.7 V at 1 mA", /* atRestOnly= */ true) {
        @Override
        List<Component> of(Component part) {
            boolean isZener = part instanceof Device.Drop drop && Double.isFinite(drop.breakdown());
            if (!isDiode(part) || isZener) {
                return List.of(part);
            }
            double saturation = USUAL_AMPERES / Math.expm1(USUAL_VOLTS / THERMAL);
            List<String> ends = part.nodes();
            return List.of(new Device.Exponential(part.name(), ends.get(0), ends.get(1), saturation, THERMAL));
        }
    },
    /** An infinite β. */
    NO_BASE_CURRENTS("base currents are neglected", /* atRestOnly= */ true) {
        @Override
        List<Component> of(Component part) {
            return part instanceof Device.Bipolar transistor
                    ? List.of(with(transistor, Double.POSITIVE_INFINITY, transistor.on(), transistor.saturated()))
                    : List.of(part);
        }
    },
    /** {@value #USUAL_VOLTS} V between base and emitter. */
    USUAL_BASE_VOLTAGE("transistors keep 0.7 V between base and emitter", /* atRestOnly= */ true) {
        @Override
        List<Component> of(Component part) {
            return part instanceof Device.Bipolar transistor
                    ? List.of(with(transistor, transistor.beta(), USUAL_VOLTS, transistor.saturated()))
                    : List.of(part);
        }
    },
    /** No voltage between collector and emitter in saturation. */
    NO_SATURATION_VOLTAGE("saturated transistors keep no voltage", /* atRestOnly= */ true) {
        @Override
        List<Component> of(Component part) {
            return part instanceof Device.Bipolar transistor
                    ? List.of(with(transistor, transistor.beta(), transistor.on(), 0))
                    : List.of(part);
        }
    },
    /** λ = 0. */
    NO_CHANNEL_LENGTH_MODULATION("channel length modulation is neglected", /* atRestOnly= */ true) {
        @Override
        List<Component> of(Component part) {
            return part instanceof Device.SquareLaw transistor
                    ? List.of(new Device.SquareLaw(
                            transistor.name(),
                            transistor.drain(),
                            transistor.gate(),
                            transistor.source(),
                            transistor.n(),
                            transistor.k(),
                            transistor.threshold(),
                            0))
                    : List.of(part);
        }
    };

    private static final double USUAL_VOLTS = 0.7;
    private static final double USUAL_AMPERES = 1e-3;
    private static final double THERMAL = 25.85e-3;

    private final String says;
    private final boolean atRestOnly;

    Idealisation(String says, boolean atRestOnly) {
        this.says = says;
        this.atRestOnly = atRestOnly;
    }

    /** As a clause, {@code diodes are ideal}. */
    public String says() {
        return says;
    }

    /** Whether what it makes of devices is known at rest and not through time. */
    public boolean isAtRestOnly() {
        return atRestOnly;
    }

    /** What stands for a part. */
    abstract List<Component> of(Component part);

    /** What stands for all parts. */
    public List<Component> of(List<Component> parts) {
        List<Component> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(of(part)));
        return all;
    }

    private static boolean isDiode(Component part) {
        return part instanceof Element.Diode || part instanceof Device.Drop || part instanceof Device.Exponential;
    }

    /** A diode that keeps a voltage forwards: an ideal one, with a source in series. */
    private static List<Component> diode(Component part, double forward) {
        if (part instanceof Device.Drop drop && Double.isFinite(drop.breakdown())) {
            return List.of(new Device.Drop(drop.name(), drop.plus(), drop.minus(), forward, 0, drop.breakdown(), 0));
        }
        if (!isDiode(part)) {
            return List.of(part);
        }
        String anode = part.nodes().get(0);
        String cathode = part.nodes().get(1);
        if (forward == 0) {
            return List.of(new Element.Diode(part.name(), anode, cathode));
        }
        String behind = part.name() + "#drop";
        return List.of(
                new Element.Diode(part.name(), anode, behind),
                new Element.VoltageSource(behind, behind, cathode, new Waveform.Constant(forward)));
    }

    private static Device.Bipolar with(Device.Bipolar transistor, double beta, double on, double saturated) {
        return new Device.Bipolar(
                transistor.name(),
                transistor.collector(),
                transistor.base(),
                transistor.emitter(),
                transistor.npn(),
                beta,
                on,
                saturated);
    }
}
