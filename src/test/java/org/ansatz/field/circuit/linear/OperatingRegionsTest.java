package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operating points with textbook devices, each worked out by hand. */
final class OperatingRegionsTest {

    private static OperatingRegions point(String cards) {
        Deck deck = NetlistReader.read(cards.replace('|', '\n'), fault -> {
            throw new AssertionError(fault.message());
        });
        return new OperatingRegions(deck.components(new double[0]), Work.unlimited());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // a constant drop, with and without its resistance, and reversed
                "V1 in 0 5|R1 in a 1k|D1 a 0 drop VF=0.7; a; 0.7",
                "V1 in 0 5|R1 in a 1k|D1 a 0 drop VF=0.7 RON=75; a; 1",
                "V1 in 0 0.5|R1 in a 1k|D1 a 0 drop VF=0.7; a; 0.5",
                "V1 in 0 -5|R1 in a 1k|D1 a 0 drop VF=0.7|RL a 0 1k; a; -2.5",
                // Zener: in breakdown, starved by its load, forwards
                "V1 in 0 20|R1 in a 1k|D1 0 a zener VZ=5|RL a 0 2k; a; 5",
                "V1 in 0 20|R1 in a 1k|D1 0 a zener VZ=5|RL a 0 200; a; 3.33333333333333",
                "V1 in 0 -20|R1 in a 1k|D1 0 a zener VZ=5 VF=0.8; a; -0.8",
                "V1 in 0 16|R1 in a 1k|D1 0 a zener VZ=5 RZ=100; a; 6",
                // bipolar: active, saturated, off, pnp, infinite gain
                "VC c 0 10|RC c k 1k|VB b 0 5|RB b g 430k|Q1 k g 0 npn BETA=100; k; 9",
                "VC c 0 10|RC c k 10k|VB b 0 5|RB b g 43k|Q1 k g 0 npn BETA=100; k; 0.2",
                "VC c 0 10|RC c k 1k|VB b 0 0.5|RB b g 43k|Q1 k g 0 npn BETA=100; k; 10",
                "VE e 0 10|RC k 0 1k|VB b 0 5|RB b g 430k|Q1 k g e pnp BETA=100; k; 1",
                "VC c 0 12|VB b 0 3|RE e 0 1k|RC c k 1k|Q1 k b e npn BETA=inf; k; 9.7",
                // field effect: saturation, linear region, off, p channel
                "VD d 0 10|RD d x 3k|VG g 0 3|M1 x g 0 nmos K=1m VT=1; x; 4",
                "VD d 0 3|RD d x 2k|VG g 0 3|M1 x g 0 nmos K=1m VT=1; x; 0.697224362268005",
                "VD d 0 10|RD d x 3k|VG g 0 0.5|M1 x g 0 nmos K=1m VT=1; x; 10",
                "VD d 0 5|RS d s 1k|VG g 0 2|RL x 0 1k|M1 x g s pmos K=2m VT=1; s; 4",
                "VD d 0 10|VG g 0 2|RD d x 4k|M1 x g 0 nmos K=2m VT=1 LAMBDA=0.1; x; 4.28571428571429",
                // an ideal diode beside an inductor, which at rest is a wire
                "V1 in 0 5|R1 in a 1k|D1 a b ideal|L1 b 0 1m; a; 0",
                // two diodes in series share one current; the first alone does not conduct
                "V1 in 0 1|R1 in a 1k|D1 a b drop VF=0.7|D2 b 0 drop VF=0.7|RB b 0 1meg; a; 0.99970029970030",
            })
    void voltagesAreThoseWorkedOutByHand(String cards, String node, double volts) {
        Reading reading = point(cards).voltage(node, "0", 0);
        assertThat(reading.value()).isCloseTo(volts, within(1e-9));
    }

    /** Kirchhoff's law at the diode, whatever its current: from picoamperes to amperes. */
    @Test
    void anExponentialDiodeMeetsItsLaw() {
        for (double volts : new double[] {-5, -0.1, 0.2, 0.6, 1, 5, 50, 1000}) {
            OperatingRegions point = point("V1 in 0 " + volts + "|R1 in a 1k|D1 a 0 exponential IS=1e-14 VT=0.025");
            Reading v = point.voltage("a", "0", 0);
            double throughResistor = (volts - v.value()) / 1e3;
            double law = 1e-14 * Math.expm1(v.value() / 0.025);
            double slope = 1e-14 / 0.025 * Math.exp(v.value() / 0.025) + 1e-3;
            assertThat(Math.abs(throughResistor - law) / slope).as(volts + " V").isLessThanOrEqualTo(v.error() + 1e-14);
            assertThat(v.error()).isLessThan(1e-11);
        }
    }

    @Test
    void currentsAreThoseIntoTheFirstTerminal() {
        OperatingRegions point = point("VC c 0 10|RC c k 1k|VB b 0 5|RB b g 430k|Q1 k g 0 npn BETA=100");
        assertThat(point.current("Q1", 0).value()).isCloseTo(1e-3, within(1e-15));
        assertThat(point.current("q1", 1, 0).value()).isCloseTo(1e-5, within(1e-17));
        assertThat(point.account()).containsExactly("Q1 is active");
        OperatingRegions zener = point("V1 in 0 20|R1 in a 1k|D1 0 a zener VZ=5|RL a 0 2k");
        assertThat(zener.current("D1", 0).value()).isCloseTo(-12.5e-3, within(1e-14));
        assertThat(zener.account()).containsExactly("D1 breaks down");
    }

    /** A flip-flop has two stable states and one between; none is the answer. */
    @Test
    void severalOperatingPointsAreNamed() {
        assertThatThrownBy(() -> point("VC c 0 5|R1 c q 1k|R2 c p 1k|R3 q b2 10k|R4 p b1 10k"
                        + "|Q1 q b1 0 npn BETA=100|Q2 p b2 0 npn BETA=100"))
                .hasMessageContaining("two states fit: Q1 is")
                .hasMessageContaining("The circuit has more than one operating point");
    }

    /** With M1 off nothing takes the current of the source; roundings then leave voltages that are nothing but their error. */
    @Test
    void equationsThatContradictEachOtherAreNoState() {
        OperatingRegions mirror =
                point("V1 p 0 10|I1 p g2 100u|M3 g2 g2 g1 nmos K=0.8m VT=0.7|M1 g1 g1 0 nmos K=0.8m VT=0.7"
                        + "|M2 s g1 0 nmos K=0.8m VT=0.7|M4 o g2 s nmos K=0.8m VT=0.7|V2 o 0 5");
        assertThat(mirror.voltage("g2", "0", 0).value()).isCloseTo(2.4, within(1e-12));
        assertThat(mirror.current("M4", 0).value()).isCloseTo(1e-4, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 1|D1 a 0 1N4148; a diode is 'ideal', 'drop VF=0.7', 'zener VZ=5.1' or 'exponential IS=1e-14'",
                "V1 a 0 1|D1 a 0 drop; D1 needs VF=",
                "V1 a 0 1|D1 a 0 drop VF=0.7 VZ=5; written NAME=value, with each of these once: VF, RON",
                "V1 a 0 1|D1 a 0 drop VF=0.7 VF=0.7; written NAME=value",
                "V1 a 0 1|D1 a 0 drop VF=-0.7; D1 has a negative voltage or resistance",
                "V1 a 0 1|Q1 a a 0 igbt BETA=1; there is no .model igbt",
                "V1 a 0 1|Q1 a a 0 npn; Q1 needs BETA=",
                "V1 a 0 1|M1 a a 0 nmos K=1m; M1 needs VT=",
                "V1 a 0 1|M1 a a 0 nmos K=0 VT=1; M1 needs a positive K",
                "V1 a 0 1|D1 a 0 exponential IS=0; D1 needs a positive IS",
            })
    void whatIsWrongOnACardIsNamed(String cards, String message) {
        StringBuilder faults = new StringBuilder();
        NetlistReader.read(cards.replace('|', '\n'), fault -> faults.append(fault.message()));
        assertThat(faults.toString()).contains(message);
    }

    @Test
    void tooManyDevicesAreRefused() {
        StringBuilder cards = new StringBuilder("V1 n0 0 5\n");
        for (int i = 0; i < 12; i++) {
            cards.append("R%d n%d n%d 1k%nQ%d n%d n%d 0 npn BETA=100%n".formatted(i, i, i + 1, i, i + 1, i));
        }
        assertThatThrownBy(() -> point(cards.toString())).hasMessageContaining("too many combinations of regions");
    }
}
