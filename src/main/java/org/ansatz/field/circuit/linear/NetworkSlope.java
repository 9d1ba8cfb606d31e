package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.ansatz.field.circuit.linear.ComplexImmittances.Complex;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element.Resistor;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Phasors;
import org.ansatz.field.circuit.solution.Work;

/**
 * How fast the phasors of a linear network change with its values and its frequency. Its equations {@code A x = b} are sums of terms that
 * are linear in conductances, capacitances, inductances, gains, ratios and amplitudes, or products of these, and in the frequency; so
 * their slopes are known to rounding, and with them {@code A x' = b' − A' x} (S. W. Director and R. A. Rohrer, IEEE Trans. Circuit
 * Theory 16, 1969, 318).
 */
public final class NetworkSlope implements Phasors {

    /** Over how large a part of itself the frequency is changed to see what changes with it. */
    private static final double PART = 0.5;

    private final LinearNetwork network;
    private final List<Course> byValues;
    private final double omegaSlope;
    private final Map<Double, NodalSlopes> slopes = new HashMap<>();

    private NetworkSlope(LinearNetwork network, List<Course> byValues, double omegaSlope) {
        this.network = network;
        this.byValues = byValues;
        this.omegaSlope = omegaSlope;
    }

    /**
     * A way on which parts change their values.
     *
     * @param along the parts at a place of the way, which starts at 0
     * @param step how far along it values change by a good part of themselves, so that these parts exist
     */
    public record Way(DoubleFunction<List<Component>> along, double step) {}

    /** A network at the places of a way. */
    private record Course(EvenSlope slope, List<LinearNetwork> networks) {}

    /**
     * The slopes of a network.
     *
     * @param parts what it is made of
     * @param ways on which its values change; values that change by parts of themselves of quite different size have ways of their
     *     own, for what hardly changes on a way is lost in its roundings
     * @param omegaSlope how fast the angular frequency changes, in rad/s
     */
    public static NetworkSlope of(List<Component> parts, List<Way> ways, double omegaSlope, Work work) {
        LinearNetwork network = new LinearNetwork(parts, work);
        List<Course> courses = new ArrayList<>();
        for (Way way : ways) {
            EvenSlope slope = new EvenSlope(way.step);
            List<LinearNetwork> networks = new ArrayList<>(List.of(network));
            for (int k = 1; k < EvenSlope.PLACES; k++) {
                networks.add(network.with(evenly(parts, way.along.apply(slope.place(k)))));
            }
            courses.add(new Course(slope, networks));
        }
        return new NetworkSlope(network, courses, omegaSlope);
    }

    /** Resistors as if their conductances changed as fast all the way as they do at its start. */
    private static List<Component> evenly(List<Component> from, List<Component> to) {
        List<Component> parts = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            Component part = to.get(i);
            parts.add(part instanceof Resistor moved ? evenly((Resistor) from.get(i), moved) : part);
        }
        return parts;
    }

    private static Resistor evenly(Resistor from, Resistor to) {
        double change = (to.ohms() - from.ohms()) / from.ohms();
        return new Resistor(to.name(), to.plus(), to.minus(), from.ohms() / (1 - change));
    }

    /** How fast the voltage from one node to another changes. */
    @Override
    public Phasor voltage(String from, String to, double omega) {
        LinearNetwork.State state = network.state(omega);
        return difference(slope(state, state.solution(), /* hasSources= */ true, omega), from, to);
    }

    private Phasor difference(List<Phasor> slope, String from, String to) {
        return LinearNetwork.State.at(slope, network.node(from)).minus(LinearNetwork.State.at(slope, network.node(to)));
    }

    /** How fast the current through an element changes: {@code i = Σ c x + i0}. */
    @Override
    public Phasor current(String element, double omega) {
        LinearNetwork.State state = network.state(omega);
        List<Phasor> slope = slope(state, state.solution(), /* hasSources= */ true, omega);
        Phasor sum = Phasor.ZERO;
        for (Stamps.Part<Complex> part : network.through(element, omega).parts()) {
            sum = sum.plus(LinearNetwork.State.at(slope, part.unknown())
                    .times(part.factor().re(), part.factor().im()));
        }
        for (Course course : byValues) {
            List<Stamps.Through<Complex>> moved = course.networks.stream()
                    .map(there -> there.through(element, omega))
                    .toList();
            sum = sum.plus(changed(moved, course.slope, 1, state));
        }
        EvenSlope byOmega = new EvenSlope(PART * omega);
        return sum.plus(
                changed(byOmega.each(place -> network.through(element, omega + place)), byOmega, omegaSlope, state));
    }

    /** What the change of the factors makes of a sum over unknowns: {@code Σ c' x + i0'}. */
    private static Phasor changed(
            List<Stamps.Through<Complex>> along, EvenSlope slope, double factor, LinearNetwork.State state) {
        Phasor sum = slope.of(k -> along.get(k).fixed(), factor);
        for (int n = 0; n < along.get(0).parts().size(); n++) {
            int part = n;
            Phasor x = state.unknown(along.get(0).parts().get(part).unknown());
            Phasor change = slope.of(k -> along.get(k).parts().get(part).factor(), factor);
            Phasor product = x.times(change.re(), change.im());
            sum = sum.plus(new Phasor(product.re(), product.im(), product.error() + change.error() * x.magnitude()));
        }
        return sum;
    }

    /** How fast the impedance between two nodes changes, independent sources being switched off. */
    @Override
    public Phasor impedance(String from, String to, double omega) {
        LinearNetwork.State state = network.state(omega);
        return difference(slope(state, network.response(from, to, state), /* hasSources= */ false, omega), from, to);
    }

    /**
     * The slope of a solution, the right side changing as the sources do or not at all. No slope is known better than to 128 roundings, see
     * {@link EvenSlope}, beside which those of a sum of some dozens of them are nothing.
     */
    private List<Phasor> slope(LinearNetwork.State state, List<Phasor> solution, boolean hasSources, double omega) {
        NodalSlopes changes = slopes.computeIfAbsent(omega, this::equations);
        int size = network.size();
        double[] re = new double[size];
        double[] im = new double[size];
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            re[i] = hasSources ? changes.rightRe()[i] : 0;
            im[i] = hasSources ? changes.rightIm()[i] : 0;
            errors[i] = hasSources ? changes.rightErrors()[i] : 0;
            for (int j = 0; j < size; j++) {
                Phasor x = solution.get(j);
                re[i] -= changes.re()[i][j] * x.re() - changes.im()[i][j] * x.im();
                im[i] -= changes.re()[i][j] * x.im() + changes.im()[i][j] * x.re();
                double coefficient = Math.abs(changes.re()[i][j]) + Math.abs(changes.im()[i][j]);
                double unknown = Math.abs(x.re()) + Math.abs(x.im());
                errors[i] += coefficient * x.error() + changes.errors()[i][j] * unknown;
            }
        }
        List<Phasor> solved = state.inverse().solved(re, im);
        double[] carried = state.inverse().carried(errors);
        List<Phasor> slope = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Phasor one = solved.get(i);
            slope.add(new Phasor(one.re(), one.im(), one.error() + carried[i]));
        }
        return slope;
    }

    private NodalSlopes equations(double omega) {
        NodalSlopes changes = new NodalSlopes(network.size());
        for (Course course : byValues) {
            changes.add(
                    course.networks.stream().map(there -> there.terms(omega)).toList(), course.slope, 1);
        }
        if (omegaSlope != 0) {
            EvenSlope byOmega = new EvenSlope(PART * omega);
            changes.add(byOmega.each(place -> network.terms(omega + place)), byOmega, omegaSlope);
        }
        return changes;
    }
}
