package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.field.circuit.analysis.Solvers;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.field.line.Cascade;
import org.ansatz.field.line.Impedance;
import org.ansatz.field.line.Section;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines between the ports of a netlist, against those of the field of lines and against what is known of them. */
final class LinesTest {

    private static List<Component> components(String cards) {
        return NetlistReader.read(cards.replace('|', '\n'), NetlistReader.Form.PHASORS, fault -> {
                    throw new AssertionError(fault.message());
                })
                .components(new double[0]);
    }

    private static LinearNetwork network(String cards) {
        return new LinearNetwork(components(cards), Work.unlimited());
    }

    /** At the frequency of the quarter wave, at multiples of the half wave, and where nothing is round. */
    @ParameterizedTest
    @ValueSource(doubles = {1e6, 0.37e9, 1e9, 2e9, 2.2e9, 4e9, 1.234567e11})
    void twoLinesAndAReactiveLoadAreTheCascade(double frequency) {
        double omega = 2 * Math.PI * frequency;
        LinearNetwork network =
                network("V1 a 0 0 AC 1|T1 a 0 b 0 Z0=75 F=1g|T2 b 0 c 0 Z0=120 TD=0.31n|R1 c d 30|L1 d 0 5n");
        Phasor current = network.current("T1", omega);
        Complex seen = Complex.ONE.divide(new Complex(current.re(), current.im()));
        double velocity = 2e8;
        Complex expected = new Cascade(
                        Impedance.resistor(50),
                        List.of(
                                new Section(75, 0.25e-9 * velocity, velocity, 0),
                                new Section(120, 0.31e-9 * velocity, velocity, 0)),
                        Impedance.of(new Complex(30, omega * 5e-9)))
                .inputImpedance(frequency);
        double off = seen.subtract(expected).abs() / expected.abs();
        assertThat(off).isLessThan(1e-11);
        assertThat(off).isLessThan(current.error() / current.magnitude() + 1e-13 * frequency / 1e9 + 1e-14);
    }

    /** An open line of half a wave is open; one of a quarter is a short, and a source finds no solution there. */
    @Test
    void anOpenLineRepeatsItsEndAfterHalfAWave() {
        LinearNetwork network = network("I1 0 a 0 AC 1m|T1 a 0 b 0 Z0=50 F=1g|R1 a 0 1k");
        assertThat(network.voltage("a", "0", 2 * Math.PI * 2e9).re()).isCloseTo(1, within(1e-9));
        assertThat(network.voltage("a", "0", 2 * Math.PI * 1e9).magnitude()).isLessThan(1e-12);
    }

    /** Both conductors of a line carry its wave: a line between floating ports joins what is between them alone. */
    @Test
    void aLineJoinsWhatIsBetweenItsConductors() {
        LinearNetwork network = network("V1 a 0 0 AC 1|T1 a 0 b c Z0=50 F=1g|R1 b c 50|R2 c 0 10");
        double omega = 2 * Math.PI * 1e9;
        Phasor across = network.voltage("b", "c", omega);
        assertThat(across.magnitude()).isCloseTo(1, within(1e-12));
        assertThat(network.voltage("c", "0", omega).magnitude()).isLessThan(1e-12);
    }

    /** The longer the line, the less is known of its phase. */
    @Test
    void theErrorOfThePhaseCounts() {
        double omega = 2 * Math.PI * 1e9;
        double near = network("V1 a 0 0 AC 1|R1 a b 10|T1 b 0 c 0 Z0=50 TD=1n|R2 c 0 200")
                .voltage("b", "0", omega / 3)
                .error();
        double far = network("V1 a 0 0 AC 1|R1 a b 10|T1 b 0 c 0 Z0=50 TD=1m|R2 c 0 200")
                .voltage("b", "0", omega / 3)
                .error();
        assertThat(near).isLessThan(1e-13);
        assertThat(far).isBetween(1e-11, 1e-7);
    }

    /** Between 50 ohms and a line of 50 is 25·(1 + Γ), of which twice as many radians are open as of the phase. */
    @Test
    void soItDoesInAnImpedance() {
        double omega = 2 * Math.PI * 1e9 / 3;
        LinearNetwork network = network("V1 a 0 0 AC 1|R1 a b 50|T1 b 0 c 0 Z0=50 TD=1m|R2 c 0 200");
        Phasor seen = network.impedance("b", "0", omega);
        double radians = omega * 1e-3 * 0x1p-52;
        assertThat(seen.error()).isBetween(25 * 0.6 * 2 * radians, 25 * 0.6 * 2 * 6 * radians);
        // (50 || Z), Z of the reflection at this angle: 25·(1 + Γ) with Γ = 0.6·e^(−2jωT)
        Complex gamma = new Complex(0.6 * Math.cos(2 * omega * 1e-3), -0.6 * Math.sin(2 * omega * 1e-3));
        assertThat(Math.hypot(seen.re() - 25 * (1 + gamma.getReal()), seen.im() - 25 * gamma.getImaginary()))
                .isLessThan(seen.error());
        assertThat(network("V1 a 0 0 AC 1|R1 a b 50|R2 b 0 200")
                        .impedance("b", "0", omega)
                        .error())
                .isLessThan(1e-12);
    }

    @ParameterizedTest
    @CsvSource({"a, 1.3333333333333333", "b, 1.3333333333333333"})
    void atRestALineIsTwoWires(String node, double volts) {
        Solution rest = Solvers.atRest(
                components("V1 s 0 DC 2 AC 1|R1 s a 50|T1 a 0 b 0 Z0=75 TD=1n|R2 b 0 100"), Work.unlimited());
        assertThat(rest.voltage(node, "0", 0).value()).isCloseTo(volts, within(1e-14));
        assertThat(rest.current("T1", 0).value()).isCloseTo(2 / 150.0, within(1e-15));
    }

    /** Between two nodes that are not the ground, 50 ohms beside 100 and 200 in a row. */
    @Test
    void anImpedanceIsBetweenBothNodes() {
        LinearNetwork network = network("R1 a 0 100|R2 a b 50|R3 b 0 200");
        assertThat(network.impedance("a", "b", 1e3).re()).isCloseTo(300.0 / 7, within(1e-13));
        assertThat(network.impedance("b", "a", 1e3).re()).isCloseTo(300.0 / 7, within(1e-13));
        assertThat(network.impedance("0", "b", 1e3).re()).isCloseTo(200 * 150 / 350.0, within(1e-13));
    }

    @Test
    void inPhasorsBesideDevicesALineIsRefused() {
        List<Component> curved =
                components(".model D D(IS=1e-14)|V1 a 0 1 AC 1|T1 a 0 b 0 Z0=75 TD=1n|R2 b 0 100|D1 b 0 D");
        assertThatThrownBy(() -> Solvers.inPhasors(curved, Work.unlimited()))
                .hasMessageContaining("T1 is a line")
                .hasMessageContaining("not yet in phasors beside devices");
    }
}
