package org.ansatz.field.circuit.linear;

import static org.ansatz.field.circuit.linear.Circuits.network;
import static org.ansatz.field.circuit.linear.Circuits.parts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Component.Amplifier;
import org.ansatz.field.circuit.netlist.Device;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is claimed of the phasors of a linear network, and what they cost. */
final class LinearNetworkClaimsTest {

    /** Currents into a node that nearly cancel, each a rounded decimal: of 1e-10 V some millionths are open. */
    @ParameterizedTest
    @CsvSource({
        "AC 1, AC 0.9999999999, 1e-10, 0",
        "AC 0.9999999999, AC 1, -1e-10, 0",
        "AC 1 90, AC 0.9999999999 90, 0, 1e-10",
        "AC 0.9999999999 90, AC 1 90, 0, -1e-10",
        "AC -1 90, AC -0.9999999999 90, 0, -1e-10",
    })
    void whereSourcesCancelTheirRoundingsDoNot(String into, String out, double re, double im) {
        Phasor volts =
                network("I1 0 a " + into + "|I2 a 0 " + out + "|R1 a 0 1").voltage("a", "0", 1);
        assertThat(Math.hypot(volts.re() - re, volts.im() - im)).isLessThanOrEqualTo(volts.error());
        // Both are rounded by up to half a unit in their last place.
        assertThat(volts.error()).isBetween(2 * Math.ulp(1.0), 20 * Math.ulp(1.0));
    }

    /** A million turns and a quarter: twice the load over the line's impedance, a quarter late. */
    @Test
    void theTurnsOfALongLineAreRounded() {
        Phasor volts = network("V1 a 0 AC 1|T1 a 0 b 0 Z0=50 TD=1.00000025m|R1 b 0 100")
                .voltage("b", "0", 2e9 * Math.PI);
        assertThat(Math.hypot(volts.re(), volts.im() + 2)).isLessThanOrEqualTo(volts.error());
        assertThat(volts.error()).isBetween(1e-10, 1e-7);
    }

    @ParameterizedTest
    @CsvSource({"0, at rest", "1, at this frequency"})
    void whereNothingIsFixedItIsSaidWhen(double omega, String when) {
        assertThatThrownBy(() -> network("V1 a 0 AC 1|V2 a 0 AC 2|R1 a 0 1").voltage("a", "0", omega))
                .hasMessageContaining("nothing fixes the current through V2 " + when + ":");
    }

    @Test
    void partsThatAreNotLinearAreRefused() {
        List<Component> parts =
                List.of(new Element.Resistor("R1", "a", "0", 1), new Device.Exponential("D1", "a", "0", 1e-14, 0.025));
        assertThatThrownBy(() -> new LinearNetwork(parts, Work.unlimited()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("D1 is no part of a linear network");
        assertThatThrownBy(() -> new NetworkFunctions(parts, StatedValues.NOTHING, Work.unlimited()))
                .hasMessageContaining("D1 is no part of a linear network");
    }

    @Test
    void aNetworkHasPhasorsIfASourceHasAnAmplitude() {
        assertThat(network("V1 a 0 1|R1 a 0 1").hasPhasors()).isFalse();
        assertThat(network("V1 a 0 AC 1|R1 a 0 1").hasPhasors()).isTrue();
    }

    /** A volt between the inputs takes 3 V from one end of the output and puts as much on the other. */
    @Test
    void aResponseIsThatBetweenBothEndsOfAnOutput() {
        List<Component> parts = parts("R1 0 n 1|R2 n o 2|E1 o r opamp 0 n|R3 r 0 3");
        List<Amplifier> amplifiers = List.of((Amplifier) parts.get(2));
        double[][] responses = new LinearNetwork(parts, Work.unlimited()).responses(amplifiers);
        assertThat(responses[0][0]).isCloseTo(-6, within(1e-14));
    }

    @Test
    void feedbackThatRunsAwayIsRemarkedOn() {
        assertThat(network("V1 in 0 1|R1 in p 1|R2 p out 2|E1 out 0 opamp p 0").remarks())
                .singleElement()
                .asString()
                .contains("E1");
        assertThat(network("V1 in 0 1|R1 in p 1|R2 p out 2|E1 out 0 opamp 0 p").remarks())
                .isEmpty();
    }

    /** Ten unknowns cost 8000 multiplications at each frequency, once; beside a line twice, but not at rest. */
    @Test
    void equationsAreSolvedOnceForEachFrequency() {
        String chain = "V1 n1 0 AC 1|R1 n1 n2 1|R2 n2 n3 1|R3 n3 n4 1|R4 n4 n5 1|R5 n5 n6 1|R6 n6 n7 1|R7 n7 n8 1";
        assertThat(steps(chain + "|R8 n8 n9 1|R9 n9 0 1", 0)).isEqualTo(80);
        assertThat(steps(chain + "|R8 n8 n9 1|R9 n9 0 1", 0, 0, 5, 5)).isEqualTo(160);
        String line = chain.replace("|R7 n7 n8 1", "") + "|T1 n7 0 0 0 Z0=50 TD=1n";
        assertThat(steps(line, 0)).isEqualTo(80);
        assertThat(steps(line, 5)).isEqualTo(160);
        assertThat(steps(line, 5, 5)).isEqualTo(160);
    }

    private static long steps(String cards, double... omegas) {
        long[] told = {0};
        LinearNetwork network = new LinearNetwork(parts(cards), new Work(steps -> told[0] += steps));
        for (double omega : omegas) {
            assertThat(network.current("V1", omega).re()).isNotPositive();
            assertThat(network.voltage("n1", "0", omega).re()).isCloseTo(omega == 0 ? 0 : 1, within(1e-12));
            assertThat(network.impedance("n2", "0", omega).re()).isPositive();
        }
        return told[0];
    }
}
