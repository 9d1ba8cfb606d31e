package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.ansatz.expansion.Coefficient;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.VoltageSource;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.interval.Interval;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.quantity.Rational;

/**
 * The voltages and currents of a linear network as quotients of polynomials in the complex frequency s, for sources whose transforms are
 * their amplitudes: network functions, whose poles are natural frequencies (C. A. Desoer, E. S. Kuh, Basic Circuit Theory, 1969,
 * chapter 15). Exact where the values of the parts are; elsewhere each coefficient is an interval, as wide as coefficients become
 * where the values are moved by their roundings.
 */
public final class NetworkFunctions {

    /** How often rounded values are moved. */
    private static final int TRIALS = 4;

    /** What is moved at random is hardly moved in the worst way. */
    private static final double SAFETY = 4;

    private static final String DRIVE = "#drive";

    private final Unknowns unknowns;
    private final CharacteristicMatrix matrix;
    private final List<CharacteristicMatrix> moved = new ArrayList<>();

    /**
     * The functions of a network.
     *
     * @param stated what is known of the values of its parts
     * @throws IllegalArgumentException if its parts make up no linear network, or one of them has no quotient of polynomials
     */
    public NetworkFunctions(List<Component> parts, StatedValues stated, Work work) {
        unknowns = new Unknowns(LinearNetwork.sound(parts), List.of());
        PolynomialImmittances numbers = new PolynomialImmittances(stated, null);
        matrix = new CharacteristicMatrix(parts, unknowns, numbers, work);
        if (numbers.isRounded()) {
            Random coins = new Random(1);
            for (int trial = 0; trial < TRIALS; trial++) {
                moved.add(new CharacteristicMatrix(parts, unknowns, new PolynomialImmittances(stated, coins), work));
            }
        }
    }

    /** Whether a source has an amplitude; without one all voltages and currents are nothing. */
    public boolean isDriven() {
        return matrix.isDriven();
    }

    /**
     * The voltage from one node to another.
     *
     * @throws IllegalArgumentException if there is no such node, or no solution
     */
    public Fraction voltage(String from, String to) {
        int a = unknowns.node(from);
        int b = unknowns.node(to);
        return hull(each -> each.voltage(a, b));
    }

    /**
     * The current into an element at its first node.
     *
     * @throws IllegalArgumentException if there is no such element, or no solution
     */
    public Fraction current(String element) {
        return hull(each -> each.current(element));
    }

    /**
     * The impedance between two nodes, independent sources being switched off.
     *
     * @throws IllegalArgumentException if there is no such node, or no solution
     */
    public Fraction impedance(String from, String to) {
        int a = unknowns.node(from);
        int b = unknowns.node(to);
        return hull(each -> each.impedance(a, b));
    }

    /**
     * What a drive of one unit makes of the voltage of an output, independent sources being switched off; a source of voltage that stands
     * across the input is the drive itself.
     *
     * @param input the node that is driven, and the one against which
     * @param output the node whose voltage is asked for, and the one against which
     * @param byCurrent whether a current drives it, otherwise a voltage
     * @throws IllegalArgumentException if there is no such node, or no solution
     */
    public static Fraction transfer(
            List<Component> parts, List<String> input, List<String> output, boolean byCurrent, Work work) {
        Set<String> across = folded(input.get(0), input.get(1));
        if (across.size() < 2) {
            throw new IllegalArgumentException("the input is two nodes, and " + input.get(0) + " is one");
        }
        List<Component> driven = new ArrayList<>();
        for (Component part : parts) {
            boolean isDrive = part instanceof VoltageSource source
                    && folded(source.plus(), source.minus()).equals(across);
            if (!isDrive) {
                driven.add(TwoPort.off(part));
            }
        }
        Waveform none = new Waveform.Constant(0);
        Phasor unit = Phasor.of(1, 0);
        driven.add(
                byCurrent
                        ? new CurrentSource(DRIVE, input.get(1), input.get(0), none, unit)
                        : new VoltageSource(DRIVE, input.get(0), input.get(1), none, unit));
        return new NetworkFunctions(driven, StatedValues.NOTHING, work).voltage(output.get(0), output.get(1));
    }

    private static Set<String> folded(String from, String to) {
        return new HashSet<>(List.of(Netlist.folded(from), Netlist.folded(to)));
    }

    private Fraction hull(Function<CharacteristicMatrix, Fraction> function) {
        Fraction middle = function.apply(matrix);
        if (moved.isEmpty()) {
            return middle;
        }
        List<Fraction> others = moved.stream().map(function).toList();
        for (Fraction other : others) {
            boolean isAlike = other.numerator().degree() == middle.numerator().degree()
                    && other.denominator().degree() == middle.denominator().degree();
            if (!isAlike) {
                throw new ArithmeticException(
                        "values that are rounded, so that it is not known whether a pole and a zero"
                                + " cancel, or which degree there is: write them as decimal numbers");
            }
        }
        Polynomial up = hull(middle, others, Fraction::numerator);
        Polynomial down = hull(middle, others, Fraction::denominator);
        return Fraction.of(up).times(Fraction.of(down).reciprocal());
    }

    /** The polynomials in which those of the moved values lie, coefficient by coefficient. */
    private static Polynomial hull(Fraction middle, List<Fraction> others, Function<Fraction, Polynomial> part) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int k = 0; k <= part.apply(middle).degree(); k++) {
            Rational at = number(part.apply(middle), k);
            Rational most = Rational.ZERO;
            for (Fraction other : others) {
                Rational apart = number(part.apply(other), k).minus(at).abs();
                most = apart.compareTo(most) > 0 ? apart : most;
            }
            boolean isCertain = most.signum() == 0;
            coefficients.add(
                    isCertain ? Coefficient.of(at) : Coefficient.of(around(at.toDouble(), SAFETY * most.toDouble())));
        }
        return Polynomial.of(coefficients);
    }

    private static Rational number(Polynomial exact, int power) {
        Rational number = exact.at(power).rational();
        if (number == null) {
            throw new ArithmeticException("a network function whose coefficients are too long to be kept exactly");
        }
        return number;
    }

    private static Interval around(double middle, double doubt) {
        return Interval.around(middle).plus(new Interval(-doubt, doubt));
    }
}
