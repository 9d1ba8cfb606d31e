package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.ansatz.field.circuit.linear.ComplexImmittances.Complex;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element.Resistor;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Phasors;
import org.ansatz.field.circuit.solution.Work;

/**
 * How fast the phasors of a linear network change with its values and its frequency. Its equations {@code A x = b} are linear in
 * conductances, capacitances, inductances, gains, ratios and amplitudes, or products of these, and in the frequency; so their slopes
 * are known to rounding, and with them {@code A x' = b' − A' x} (S. W. Director and R. A. Rohrer, IEEE Trans. Circuit Theory 16, 1969, 318).
 */
public final class NetworkSlope implements Phasors {

    /** Over how large a part of itself the frequency is changed to see what changes with it. */
    private static final double PART = 0.5;

    /** Roundings of a slope, and of the sums that are made of them. */
    private static final double ROUNDINGS = 64 * Math.ulp(1.0);

    private final List<LinearNetwork> along;
    private final EvenSlope byValues;
    private final double omegaSlope;
    private final Map<Double, NodalEquations> slopes = new HashMap<>();

    private NetworkSlope(List<LinearNetwork> along, EvenSlope byValues, double omegaSlope) {
        this.along = along;
        this.byValues = byValues;
        this.omegaSlope = omegaSlope;
    }

    /**
     * The slopes along a way on which parts change their values.
     *
     * @param along the parts at a place of the way, which starts at 0
     * @param step how far along it values change by a good part of themselves, so that these parts exist
     * @param omegaSlope how fast the angular frequency changes along the way, in rad/s
     */
    public static NetworkSlope of(DoubleFunction<List<Component>> along, double step, double omegaSlope, Work work) {
        EvenSlope slope = new EvenSlope(step);
        List<Component> parts = along.apply(0);
        LinearNetwork network = new LinearNetwork(parts, work);
        List<LinearNetwork> networks = new ArrayList<>(List.of(network));
        for (int k = 1; k < EvenSlope.PLACES; k++) {
            networks.add(network.with(evenly(parts, along.apply(slope.place(k)))));
        }
        return new NetworkSlope(networks, slope, omegaSlope);
    }

    private LinearNetwork network() {
        return along.get(0);
    }

    /** Resistors as if their conductances changed as fast all the way as they do at its start. */
    private static List<Component> evenly(List<Component> from, List<Component> to) {
        List<Component> parts = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            Component part = to.get(i);
            if (part instanceof Resistor moved && from.get(i) instanceof Resistor first) {
                double ohms = first.ohms();
                double change = (moved.ohms() - ohms) / ohms;
                part = new Resistor(moved.name(), moved.plus(), moved.minus(), ohms / (1 - change));
            }
            parts.add(part);
        }
        return parts;
    }

    /** How fast the voltage from one node to another changes. */
    @Override
    public Phasor voltage(String from, String to, double omega) {
        LinearNetwork.State state = network().state(omega);
        List<Phasor> slope = slope(state, state.solution(), /* hasSources= */ true, omega);
        return LinearNetwork.State.at(slope, network().node(from))
                .minus(LinearNetwork.State.at(slope, network().node(to)));
    }

    /** How fast the current through an element changes: {@code i = Σ c x + i0}. */
    @Override
    public Phasor current(String element, double omega) {
        LinearNetwork.State state = network().state(omega);
        List<Phasor> slope = slope(state, state.solution(), /* hasSources= */ true, omega);
        List<Stamps.Through<Complex>> moved =
                along.stream().map(there -> there.through(element, omega)).toList();
        EvenSlope byOmega = new EvenSlope(PART * omega);
        List<Stamps.Through<Complex>> faster = IntStream.range(0, EvenSlope.PLACES)
                .mapToObj(k -> network().through(element, omega + byOmega.place(k)))
                .toList();
        Stamps.Through<Complex> now = moved.get(0);
        Phasor sum = new Phasor(
                byValues.of(k -> moved.get(k).fixed().re()),
                byValues.of(k -> moved.get(k).fixed().im()),
                0);
        for (int n = 0; n < now.parts().size(); n++) {
            Stamps.Part<Complex> part = now.parts().get(n);
            Phasor x = state.unknown(part.unknown());
            sum = sum.plus(LinearNetwork.State.at(slope, part.unknown())
                    .times(part.factor().re(), part.factor().im()));
            sum = sum.plus(changed(moved, n, byValues, 1, x));
            if (omegaSlope != 0) {
                sum = sum.plus(changed(faster, n, byOmega, omegaSlope, x));
            }
        }
        return sum;
    }

    private static Phasor changed(
            List<Stamps.Through<Complex>> along, int part, EvenSlope slope, double factor, Phasor x) {
        double re =
                factor * slope.of(k -> along.get(k).parts().get(part).factor().re());
        double im =
                factor * slope.of(k -> along.get(k).parts().get(part).factor().im());
        Phasor change = x.times(re, im);
        return new Phasor(change.re(), change.im(), change.error() + ROUNDINGS * change.magnitude());
    }

    /** How fast the impedance between two nodes changes, independent sources being switched off. */
    @Override
    public Phasor impedance(String from, String to, double omega) {
        LinearNetwork.State state = network().state(omega);
        List<Phasor> slope = slope(state, network().response(from, to, state), /* hasSources= */ false, omega);
        return LinearNetwork.State.at(slope, network().node(from))
                .minus(LinearNetwork.State.at(slope, network().node(to)));
    }

    /** The slope of a solution, the right side changing as the sources do or not at all. */
    private List<Phasor> slope(LinearNetwork.State state, List<Phasor> solution, boolean hasSources, double omega) {
        NodalEquations changes = slopes.computeIfAbsent(omega, this::equations);
        int size = network().size();
        double[] re = new double[size];
        double[] im = new double[size];
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            re[i] = hasSources ? changes.rightRe()[i] : 0;
            im[i] = hasSources ? changes.rightIm()[i] : 0;
            double terms = Math.abs(re[i]) + Math.abs(im[i]);
            for (int j = 0; j < size; j++) {
                Phasor x = solution.get(j);
                re[i] -= changes.re()[i][j] * x.re() - changes.im()[i][j] * x.im();
                im[i] -= changes.re()[i][j] * x.im() + changes.im()[i][j] * x.re();
                double coefficient = Math.abs(changes.re()[i][j]) + Math.abs(changes.im()[i][j]);
                terms += coefficient * (Math.abs(x.re()) + Math.abs(x.im()));
                errors[i] += coefficient * x.error();
            }
            errors[i] += ROUNDINGS * terms;
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

    private NodalEquations equations(double omega) {
        List<NodalEquations> moved =
                along.stream().map(there -> there.equations(omega)).toList();
        NodalEquations slope = NodalEquations.slope(moved, byValues);
        if (omegaSlope == 0) {
            return slope;
        }
        EvenSlope byOmega = new EvenSlope(PART * omega);
        List<NodalEquations> faster = IntStream.range(0, EvenSlope.PLACES)
                .mapToObj(k -> network().equations(omega + byOmega.place(k)))
                .toList();
        return slope.plus(NodalEquations.slope(faster, byOmega), omegaSlope);
    }
}
