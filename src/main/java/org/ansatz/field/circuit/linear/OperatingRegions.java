package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Device;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.jspecify.annotations.Nullable;

/**
 * The operating point of a circuit with devices, as textbooks find it: each device is assumed to be in one of its regions, the
 * circuit is solved, and the assumption is checked. Every combination is tried, so that a second one that fits is not overlooked. In
 * regions that are curved the circuit is solved about the latest point again and again (Newton).
 */
public final class OperatingRegions implements Solution {

    private static final int MAX_COMBINATIONS = 6561;
    private static final int MAX_ITERATIONS = 200;

    /** What is as good as nothing, beside the largest voltage or current. */
    private static final double NOTHING = 1e-9;

    /** A point has settled if it moves by no more than this part of the largest voltage. */
    private static final double SETTLED = 1e-14;

    /** A voltage is known if its error is no more than this part of the largest. */
    private static final double KNOWN = 1e-3;

    /** Two combinations give one solution if their voltages differ by no more than this part of the largest. */
    private static final double SAME = 1e-7;

    private final List<Component> fixed = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<String> nodes;
    private final Work work;
    private final Point found;

    /**
     * Finds the operating point.
     *
     * @throws ArithmeticException if no combination of regions fits, or several do
     */
    public OperatingRegions(List<Component> components, Work work) {
        this.work = work;
        List<String> names = new ArrayList<>();
        for (Component component : components) {
            if (component instanceof Element.Diode diode) {
                devices.add(
                        new Device.Drop(diode.name(), diode.plus(), diode.minus(), 0, 0, Double.POSITIVE_INFINITY, 0));
            } else if (component instanceof Device device) {
                devices.add(device);
            } else {
                fixed.add(component);
            }
            for (String node : component.nodes()) {
                if (!names.contains(node)) {
                    names.add(node);
                }
            }
        }
        nodes = List.copyOf(names);
        found = search();
    }

    @Override
    public List<String> remarks() {
        return Feedback.remarks(found.network, fixed);
    }

    /** A solution in which each device is in one region. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Point(
            LinearNetwork network, List<Component> parts, int[] regions, double largestVoltage, double moved)
            implements Device.Probe {
        double largestCurrent() {
            double largest = 0;
            for (Component part : parts) {
                largest = part instanceof Component.Coupling
                        ? largest
                        : Math.max(largest, Math.abs(current(part.name())));
            }
            return largest;
        }

        @Override
        public double voltage(String from, String to) {
            return network.voltage(from, to, 0).re();
        }

        @Override
        public double current(String part) {
            return network.has(part) ? network.current(part, 0).re() : 0;
        }

        @Override
        public double volts() {
            return NOTHING * largestVoltage;
        }

        @Override
        public double amperes() {
            return NOTHING * largestCurrent();
        }
    }

    /** Where nothing is known yet: junctions at about what they keep. */
    private static final Device.Probe START = new Device.Probe() {
        @Override
        public double voltage(String from, String to) {
            return 0;
        }

        @Override
        public double current(String part) {
            return 0;
        }

        @Override
        public double volts() {
            return 0;
        }

        @Override
        public double amperes() {
            return 0;
        }
    };

    private Point search() {
        int combinations = 1;
        for (Device device : devices) {
            combinations *= device.regions().size();
            if (combinations > MAX_COMBINATIONS) {
                throw new ArithmeticException(devices.size() + " devices have too many combinations of regions; "
                        + MAX_COMBINATIONS + " are tried");
            }
        }
        Point fitting = null;
        String lastTrouble = "";
        for (int combination = 0; combination < combinations; combination++) {
            int[] regions = regions(combination);
            Point point;
            try {
                point = solved(regions);
            } catch (IllegalArgumentException e) {
                lastTrouble = String.valueOf(e.getMessage());
                continue;
            }
            if (point == null || !isKnown(point) || !fits(point)) {
                continue;
            }
            if (fitting != null && !areOne(fitting, point)) {
                throw new ArithmeticException("two states fit: " + described(fitting.regions) + "; and "
                        + described(regions) + ". The circuit has more than one operating point");
            }
            fitting = fitting == null ? point : fitting;
        }
        if (fitting == null) {
            throw new ArithmeticException("no combination of the devices' regions fits"
                    + (combinations == 1 && !lastTrouble.isEmpty() ? ": " + lastTrouble : ""));
        }
        return fitting;
    }

    private int[] regions(int combination) {
        int[] regions = new int[devices.size()];
        int rest = combination;
        for (int i = 0; i < regions.length; i++) {
            int count = devices.get(i).regions().size();
            regions[i] = rest % count;
            rest /= count;
        }
        return regions;
    }

    /** The circuit with its devices in these regions; null if it does not settle. */
    private @Nullable Point solved(int[] regions) {
        boolean curved = false;
        for (int i = 0; i < regions.length; i++) {
            curved |= devices.get(i).isLinearised(regions[i]);
        }
        Device.Probe at = START;
        Point point = null;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            Point next = about(at, regions, point);
            if (!curved || point != null && next.moved() <= SETTLED * next.largestVoltage() + 1e-300) {
                return next;
            }
            point = next;
            at = limited(next, at);
        }
        return point != null && point.moved() <= 1e-9 * point.largestVoltage() ? point : null;
    }

    /** Newton's step, shortened where it would go far up an exponential: the voltage goes up by logarithms there. */
    private Device.Probe limited(Point next, Device.Probe before) {
        return new Device.Probe() {
            @Override
            public double voltage(String from, String to) {
                double new_ = next.voltage(from, to);
                for (Device device : devices) {
                    if (device instanceof Device.Exponential diode
                            && diode.plus().equals(from)
                            && diode.minus().equals(to)) {
                        double old = before.voltage(from, to);
                        double vt = diode.thermal();
                        double critical = vt * Math.log(vt / (Math.sqrt(2) * diode.saturation()));
                        if (new_ > critical && Math.abs(new_ - old) > 2 * vt) {
                            return old > 0 ? old + vt * Math.log1p(Math.max(new_ - old, 0) / vt) : critical;
                        }
                    }
                }
                return new_;
            }

            @Override
            public double current(String part) {
                return next.current(part);
            }

            @Override
            public double volts() {
                return next.volts();
            }

            @Override
            public double amperes() {
                return next.amperes();
            }
        };
    }

    private Point about(Device.Probe at, int[] regions, @Nullable Point before) {
        List<Component> parts = new ArrayList<>(fixed);
        for (int i = 0; i < regions.length; i++) {
            parts.addAll(devices.get(i).parts(regions[i], at));
        }
        LinearNetwork network = before == null ? new LinearNetwork(parts, nodes, work) : before.network.with(parts);
        double voltage = 0;
        double moved = 0;
        for (String node : nodes) {
            double v = network.voltage(node, Netlist.GROUND, 0).re();
            voltage = Math.max(voltage, Math.abs(v));
            moved = before == null
                    ? Double.POSITIVE_INFINITY
                    : Math.max(moved, Math.abs(v - before.voltage(node, Netlist.GROUND)));
        }
        return new Point(network, parts, regions, voltage, moved);
    }

    /** Whether its equations have a solution at all; where they contradict each other roundings leave huge voltages with as huge errors. */
    private boolean isKnown(Point point) {
        for (String node : nodes) {
            if (point.network.voltage(node, Netlist.GROUND, 0).error() > KNOWN * point.largestVoltage) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Point point) {
        for (int i = 0; i < devices.size(); i++) {
            if (!devices.get(i).fits(point.regions[i], point)) {
                return false;
            }
        }
        return true;
    }

    private boolean areOne(Point a, Point b) {
        double largest = Math.max(a.largestVoltage, b.largestVoltage);
        for (String node : nodes) {
            double apart = a.voltage(node, Netlist.GROUND) - b.voltage(node, Netlist.GROUND);
            if (Math.abs(apart) > SAME * largest) {
                return false;
            }
        }
        return true;
    }

    private String described(int[] regions) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < regions.length; i++) {
            text.add(devices.get(i).name() + " " + devices.get(i).regions().get(regions[i]));
        }
        return text.toString();
    }

    @Override
    public boolean isAtRest() {
        return true;
    }

    /** In which regions the devices are. */
    @Override
    public List<String> account() {
        return List.of(described(found.regions));
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        Phasor voltage = found.network.voltage(from, to, 0);
        return new Reading(voltage.re(), voltage.error() + further());
    }

    /** What the last step of Newton's method moved. */
    private double further() {
        return Double.isInfinite(found.moved) ? 0 : 2 * found.moved;
    }

    @Override
    public Reading current(String element, double t) {
        for (int i = 0; i < devices.size(); i++) {
            if (devices.get(i).name().equalsIgnoreCase(element)) {
                return reading(devices.get(i).current(found.regions[i], found));
            }
        }
        Phasor current = found.network.current(element, 0);
        double moved = found.largestVoltage == 0 ? 0 : Math.abs(current.re()) * further() / found.largestVoltage;
        return new Reading(current.re(), current.error() + moved);
    }

    @Override
    public Reading current(String name, int terminal, double t) {
        if (terminal == 0) {
            return current(name, t);
        }
        for (int i = 0; i < devices.size(); i++) {
            if (devices.get(i) instanceof Device.Bipolar transistor
                    && transistor.name().equalsIgnoreCase(name)) {
                return reading(transistor.baseCurrent(found.regions[i], found));
            }
        }
        throw new IllegalArgumentException("there is no bipolar transistor " + name);
    }

    private Reading reading(double value) {
        double part = found.largestVoltage == 0 ? 0 : further() / found.largestVoltage;
        return new Reading(value, Math.abs(value) * (1e-12 + 100 * part) + 1e-15 * found.largestCurrent());
    }
}
