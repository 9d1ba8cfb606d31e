package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
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

    /** A step that moves by less than this part of the one before brings so much that another one is made. */
    private static final double GAIN = 0.25;

    /** A point that roundings keep moving is found if they move it by no more than this part of the largest voltage. */
    private static final double NEARLY_SETTLED = 1e-9;

    /** A voltage is known if its error is no more than this part of the largest. */
    private static final double KNOWN = 1e-3;

    /** Two combinations give one solution if their voltages differ by no more than this part of the largest. */
    private static final double SAME = 1e-7;

    private final List<Component> fixed = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<String> nodes;
    private final Work work;

    /** The point, and further combinations that give the same one but for what counts as nothing. */
    private final List<Point> found;

    /**
     * Finds the operating point.
     *
     * @throws ArithmeticException if no combination of regions fits, or several do
     */
    public OperatingRegions(List<Component> components, Work work) {
        this.work = work;
        Set<String> names = new LinkedHashSet<>();
        for (Component component : components) {
            if (component instanceof Element.Diode diode) {
                devices.add(
                        new Device.Drop(diode.name(), diode.plus(), diode.minus(), 0, 0, Double.POSITIVE_INFINITY, 0));
            } else if (component instanceof Device device) {
                devices.add(device);
            } else {
                fixed.add(component);
            }
            names.addAll(component.nodes());
        }
        nodes = List.copyOf(names);
        found = search();
    }

    @Override
    public List<String> remarks() {
        return Feedback.remarks(found.get(0).network, fixed);
    }

    private static final Reading NONE = new Reading(0, 0);

    /** A solution in which each device is in one region. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Point(
            LinearNetwork network,
            List<Component> parts,
            int[] regions,
            double largestVoltage,
            double moved,
            @Nullable LinearNetwork before)
            implements Device.Judged {
        /** What the last step of Newton's method moved counts twice: at a double root each moves half as much as the one before. */
        Reading between(String from, String to) {
            Phasor voltage = network.voltage(from, to, 0);
            return new Reading(voltage.re(), voltage.error() + 2 * moved);
        }

        Reading through(String part) {
            Phasor current = network.current(part, 0);
            double further = before == null
                    ? 0
                    : Math.abs(current.re() - before.current(part, 0).re());
            return new Reading(current.re(), current.error() + 2 * further);
        }

        DoubtedLaw law() {
            return new DoubtedLaw(this::between, part -> network.has(part) ? through(part) : NONE);
        }

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

    /** Where nothing is known yet. */
    private static final Device.Voltages START = (from, to) -> 0;

    private List<Point> search() {
        int combinations = 1;
        for (Device device : devices) {
            combinations *= device.regions().size();
            if (combinations > MAX_COMBINATIONS) {
                throw new ArithmeticException(devices.size() + " devices have too many combinations of regions; "
                        + MAX_COMBINATIONS + " are tried");
            }
        }
        List<Point> fitting = new ArrayList<>();
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
            if (!fitting.isEmpty() && !areOne(fitting.get(0), point)) {
                throw new ArithmeticException("two states fit: " + described(fitting.get(0).regions) + "; and "
                        + described(regions) + ". The circuit has more than one operating point");
            }
            fitting.add(point);
        }
        if (fitting.isEmpty()) {
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
        Point point = about(START, regions, null);
        if (!curved) {
            return point;
        }
        Device.Voltages at = START;
        int whole = 0;
        for (int iteration = 1; iteration < MAX_ITERATIONS; iteration++) {
            at = limited(point, at);
            whole = at == point ? whole + 1 : 0;
            double before = point.moved();
            point = about(at, regions, point);
            boolean hasSettled = point.moved() <= SETTLED * point.largestVoltage();
            // Currents may move where no voltage does, so that the one before must be a whole step, too.
            if (whole > 1 && hasSettled && point.moved() >= GAIN * before) {
                return point;
            }
        }
        return whole > 1 && point.moved() <= NEARLY_SETTLED * point.largestVoltage() ? point : null;
    }

    /** Where the circuit is linearised next: at a point itself, unless it lies far up an exponential. */
    private Device.Voltages limited(Point next, Device.Voltages before) {
        Map<List<String>, Double> nearer = new HashMap<>();
        for (Device device : devices) {
            if (device instanceof Device.Exponential diode) {
                double to = next.voltage(diode.plus(), diode.minus());
                double limited = diode.towards(before.voltage(diode.plus(), diode.minus()), to);
                if (limited != to) {
                    nearer.merge(diode.nodes(), limited, Math::min);
                }
            }
        }
        return nearer.isEmpty() ? next : (from, to) -> nearer.getOrDefault(List.of(from, to), next.voltage(from, to));
    }

    private Point about(Device.Voltages at, int[] regions, @Nullable Point before) {
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
            moved = before == null ? 0 : Math.max(moved, Math.abs(v - before.voltage(node, Netlist.GROUND)));
        }
        return new Point(network, parts, regions, voltage, moved, before == null ? null : before.network);
    }

    /** Whether its equations have a solution at all; where they contradict each other roundings leave huge voltages with as huge errors. */
    private boolean isKnown(Point point) {
        // Where there is no voltage at all, what roundings are said to leave is the least that a double holds.
        double most = KNOWN * Math.max(point.largestVoltage, Double.MIN_NORMAL);
        for (String node : nodes) {
            if (point.network.voltage(node, Netlist.GROUND, 0).error() > most) {
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
        return List.of(described(found.get(0).regions));
    }

    /** A reading of the point: what further combinations differ from it by counts as error, for one of them is right. */
    private Reading reading(Function<Point, Reading> probe) {
        Reading reading = probe.apply(found.get(0));
        for (Point other : found) {
            reading = reading.against(probe.apply(other));
        }
        return reading;
    }

    @Override
    public Reading voltage(String from, String to, double t) {
        return reading(point -> point.between(from, to));
    }

    @Override
    public Reading current(String element, double t) {
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get(i);
            int number = i;
            if (device.name().equalsIgnoreCase(element)) {
                return reading(point -> point.law().of(at -> device.current(point.regions[number], at)));
            }
        }
        return reading(point -> point.through(element));
    }

    @Override
    public Reading current(String name, int terminal, double t) {
        if (terminal == 0) {
            return current(name, t);
        }
        for (int i = 0; i < devices.size(); i++) {
            int number = i;
            if (devices.get(i) instanceof Device.Bipolar transistor
                    && transistor.name().equalsIgnoreCase(name)) {
                return reading(point -> point.law().of(at -> transistor.baseCurrent(point.regions[number], at)));
            }
        }
        throw new IllegalArgumentException("there is no bipolar transistor " + name);
    }
}
