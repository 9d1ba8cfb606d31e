package org.ansatz.field.circuit.netlist;

import java.util.List;

/**
 * A device as textbooks take it: in each of its regions it is a few linear parts, or parts that are linearised about a point; and
 * a region is right where its conditions hold.
 */
public sealed interface Device extends Component {

    /** What its regions are called, {@code conducts}, {@code is saturated}. */
    List<String> regions();

    /**
     * What stands for it in a region.
     *
     * @param at the point about which it is linearised
     */
    List<Component> parts(int region, Voltages at);

    /** Whether its conditions hold in a region, up to the errors of the voltages and currents. */
    boolean fits(int region, Judged at);

    /** Whether a part of it is linearised in a region, so that it must be solved again about what was found. */
    default boolean isLinearised(int region) {
        return false;
    }

    /** The current into its first terminal. */
    double current(int region, Probe at);

    /** Voltages between nodes. */
    interface Voltages {
        /** From one node to another, in volts. */
        double voltage(String from, String to);
    }

    /** A solution: voltages between nodes, and currents through parts. */
    interface Probe extends Voltages {
        /** Through a part, in amperes; 0 where there is none of this name. */
        double current(String part);
    }

    /** A solution, and what counts for nothing in it. */
    interface Judged extends Probe {
        /** What is as good as nothing beside a voltage. */
        double volts();

        /** What is as good as nothing beside a current. */
        double amperes();
    }

    /** The name of a part that stands for a device. */
    private static String part(String device, String what) {
        return device + "#" + what;
    }

    /**
     * A diode that keeps a constant voltage forwards, and another backwards if it is a Zener diode.
     *
     * @param forward in volts, not negative
     * @param on resistance forwards, in ohms; 0 for none
     * @param breakdown the voltage that it keeps backwards, infinite for none
     * @param slope resistance in breakdown, in ohms
     */
    record Drop(String name, String plus, String minus, double forward, double on, double breakdown, double slope)
            implements Device {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Drop {
            if (!(forward >= 0) || !(on >= 0) || !(breakdown > 0) || !(slope >= 0)) {
                throw new IllegalArgumentException(name + " has a negative voltage or resistance");
            }
        }

        @Override
        public List<String> nodes() {
            return List.of(plus, minus);
        }

        @Override
        public List<String> regions() {
            return Double.isInfinite(breakdown)
                    ? List.of("does not conduct", "conducts")
                    : List.of("does not conduct", "conducts", "breaks down");
        }

        @Override
        public List<Component> parts(int region, Voltages at) {
            if (region == 0) {
                return List.of();
            }
            double volts = region == 1 ? forward : -breakdown;
            double ohms = region == 1 ? on : slope;
            String inner = ohms == 0 ? minus : part(name, "n");
            Element source = new Element.VoltageSource(part(name, "v"), plus, inner, new Waveform.Constant(volts));
            return ohms == 0
                    ? List.of(source)
                    : List.of(source, new Element.Resistor(part(name, "r"), inner, minus, ohms));
        }

        @Override
        public boolean fits(int region, Judged at) {
            double v = at.voltage(plus, minus);
            double i = current(region, at);
            return region == 0
                    ? v <= forward + at.volts() && v >= -breakdown - at.volts()
                    : region == 1 ? i >= -at.amperes() : i <= at.amperes();
        }

        @Override
        public double current(int region, Probe at) {
            return region == 0 ? 0 : at.current(part(name, "v"));
        }
    }

    /** A diode after Shockley: i = I_S (exp(v/(n V_T)) − 1). */
    record Exponential(String name, String plus, String minus, double saturation, double thermal) implements Device {

        /** By so many thermal voltages a step may go up before it counts as far. */
        private static final double FAR = 2;

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException unless both are positive
         */
        public Exponential {
            if (!(saturation > 0) || !(thermal > 0)) {
                throw new IllegalArgumentException(name + " needs a positive IS and NVT");
            }
        }

        @Override
        public List<String> nodes() {
            return List.of(plus, minus);
        }

        @Override
        public List<String> regions() {
            return List.of("is exponential");
        }

        @Override
        public boolean isLinearised(int region) {
            return true;
        }

        @Override
        public List<Component> parts(int region, Voltages at) {
            double v = at.voltage(plus, minus);
            double slope = saturation / thermal * Math.exp(v / thermal) + saturation * 1e-9 / thermal;
            double rest = saturation * Math.expm1(v / thermal) - slope * v;
            return List.of(
                    new Element.Resistor(part(name, "r"), plus, minus, 1 / slope),
                    new Element.CurrentSource(part(name, "i"), plus, minus, new Waveform.Constant(rest)));
        }

        /**
         * Where it is linearised next if a step from one voltage leads to another: far up, where no double may hold the current, one
         * goes by logarithms (L. W. Nagel, SPICE2, 1975), and always farther up, so that the point is reached at last.
         */
        public double towards(double from, double to) {
            double steep = thermal * Math.log(thermal / (Math.sqrt(2) * saturation));
            double base = Math.max(from, Math.max(steep, 0));
            double up = (to - base) / thermal;
            return up > FAR ? base + thermal * Math.log1p(up) : to;
        }

        @Override
        public boolean fits(int region, Judged at) {
            return true;
        }

        @Override
        public double current(int region, Probe at) {
            return saturation * Math.expm1(at.voltage(plus, minus) / thermal);
        }
    }

    /**
     * A bipolar transistor with a constant voltage between base and emitter.
     *
     * @param npn otherwise pnp, whose voltages and currents are the other way round
     * @param beta current gain, which may be infinite
     * @param on between base and emitter where it conducts, in volts
     * @param saturated between collector and emitter in saturation, in volts
     */
    record Bipolar(
            String name,
            String collector,
            String base,
            String emitter,
            boolean npn,
            double beta,
            double on,
            double saturated)
            implements Device {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException unless they are positive
         */
        public Bipolar {
            if (!(beta > 0) || !(on > 0) || !(saturated >= 0)) {
                throw new IllegalArgumentException(
                        name + " needs a positive BETA and VBE, and a VCESAT that is not negative");
            }
        }

        private double sign() {
            return npn ? 1 : -1;
        }

        @Override
        public List<String> nodes() {
            return List.of(collector, base, emitter);
        }

        @Override
        public List<String> regions() {
            return List.of("is off", "is active", "is saturated");
        }

        @Override
        public List<Component> parts(int region, Voltages at) {
            if (region == 0) {
                return List.of();
            }
            Element junction =
                    new Element.VoltageSource(part(name, "b"), base, emitter, new Waveform.Constant(sign() * on));
            if (region == 2) {
                return List.of(
                        junction,
                        new Element.VoltageSource(
                                part(name, "c"), collector, emitter, new Waveform.Constant(sign() * saturated)));
            }
            if (Double.isInfinite(beta)) {
                String inner = part(name, "n");
                return List.of(
                        new Element.VoltageSource(part(name, "v"), inner, emitter, new Waveform.Constant(sign() * on)),
                        new Component.Amplifier(part(name, "c"), collector, emitter, base, inner));
            }
            return List.of(
                    junction,
                    new Component.Controlled(
                            part(name, "c"),
                            collector,
                            emitter,
                            Component.Control.CURRENT_BY_CURRENT,
                            List.of(part(name, "b")),
                            beta));
        }

        /** The current into the base. */
        public double baseCurrent(int region, Probe at) {
            return region == 0 ? 0 : at.current(part(name, "b"));
        }

        @Override
        public boolean fits(int region, Judged at) {
            double across = sign() * at.voltage(collector, emitter);
            if (region == 0) {
                return sign() * at.voltage(base, emitter) <= on + at.volts();
            }
            boolean carries =
                    sign() * baseCurrent(region, at) >= -at.amperes() && sign() * current(region, at) >= -at.amperes();
            if (region == 1) {
                return carries && across >= saturated - at.volts();
            }
            double most = Double.isInfinite(beta) ? Double.POSITIVE_INFINITY : beta * sign() * baseCurrent(region, at);
            return carries && sign() * current(region, at) <= most + at.amperes();
        }

        @Override
        public double current(int region, Probe at) {
            return region == 0 ? 0 : at.current(part(name, "c"));
        }
    }

    /**
     * A field-effect transistor of the square law, no current into its gate.
     *
     * @param n otherwise p, whose voltages and currents are the other way round
     * @param k the transconductance parameter in A/V²: i = k/2 (v_GS − V_T)² (1 + λ v_DS) in saturation
     * @param threshold in volts, of a p-channel device as a positive number
     * @param lambda channel-length modulation per volt
     */
    record SquareLaw(
            String name, String drain, String gate, String source, boolean n, double k, double threshold, double lambda)
            implements Device {
        /** How far above its threshold it is linearised first, in volts. */
        private static final double START = 1e-3;

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException unless k is positive and λ not negative
         */
        public SquareLaw {
            if (!(k > 0) || !Double.isFinite(threshold) || !(lambda >= 0)) {
                throw new IllegalArgumentException(name + " needs a positive K, and a LAMBDA that is not negative");
            }
        }

        private double sign() {
            return n ? 1 : -1;
        }

        @Override
        public List<String> nodes() {
            return List.of(drain, gate, source);
        }

        @Override
        public List<String> regions() {
            return List.of("is off", "is in saturation", "is in its linear region");
        }

        @Override
        public boolean isLinearised(int region) {
            return region > 0;
        }

        private double over(Voltages at) {
            return sign() * at.voltage(gate, source) - threshold;
        }

        private double across(Voltages at) {
            return sign() * at.voltage(drain, source);
        }

        @Override
        public List<Component> parts(int region, Voltages at) {
            if (region == 0) {
                return List.of();
            }
            // Where it is off there is nothing to be linearised about.
            double u = over(at) > 0 ? over(at) : START;
            double v = region == 1 ? across(at) : Math.min(Math.max(across(at), 0), u);
            double longer = 1 + lambda * v;
            double byGate = region == 1 ? k * u * longer : k * v * longer;
            double byDrain = region == 1 ? k / 2 * u * u * lambda : k * (u - v) * longer + k * (u - v / 2) * v * lambda;
            double rest = magnitude(region, u, v) - byGate * (u + threshold) - byDrain * v;
            List<Component> parts = new java.util.ArrayList<>(List.of(
                    new Component.Controlled(
                            part(name, "g"),
                            drain,
                            source,
                            Component.Control.CURRENT_BY_VOLTAGE,
                            List.of(gate, source),
                            byGate),
                    new Element.CurrentSource(part(name, "i"), drain, source, new Waveform.Constant(sign() * rest))));
            if (byDrain > 0) {
                parts.add(new Element.Resistor(part(name, "r"), drain, source, 1 / byDrain));
            }
            return parts;
        }

        private double magnitude(int region, double u, double v) {
            return region == 1 ? k / 2 * u * u * (1 + lambda * v) : k * (u - v / 2) * v * (1 + lambda * v);
        }

        @Override
        public boolean fits(int region, Judged at) {
            double u = over(at);
            double v = across(at);
            if (region == 0) {
                return u <= at.volts();
            }
            return u > 0 && (region == 1 ? v >= u - at.volts() : v <= u + at.volts() && v >= -at.volts());
        }

        @Override
        public double current(int region, Probe at) {
            return region == 0 ? 0 : sign() * magnitude(region, over(at), across(at));
        }
    }
}
