package org.ansatz.field.circuit.netlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetlistReaderTest {

    private static List<NetlistFault> faults(String text) {
        List<NetlistFault> faults = new ArrayList<>();
        NetlistReader.read(text, faults::add);
        return faults;
    }

    /** A vertical bar in the netlist stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 5|Y1 a 0 1m               ; 2;  1; other elements are not read yet",
                "V1 a 0 5|.tran 1m                ; 2;  1; of cards with a dot, .model, .param, .subckt and .include are read",
                "V1 a 0 5|R1 a 0                  ; 2;  1; written R1 a b 1k",
                "V1 a 0 5|R1 a 0 1k 2             ; 2; 11; too much on this card",
                "V1 a 0 5|R1 a 0 abc              ; 2;  8; found 'abc'",
                "V1 a 0 5|R1 a 0 0                ; 2;  8; R1 must be positive",
                "V1 a 0 5|C1 a 0 -1u              ; 2;  8; C1 must be positive",
                "V1 a 0 5|C1 a 0 1F               ; 2;  8; f means femto",
                "V1 a 0 5|C1 a 0 1u 3             ; 2; 11; expected IC=volts",
                "V1 a 0 5|C1 a 0 1u IC=           ; 2; 11; needs a voltage",
                "V1 a 0 5|D1 a 0 1N4148           ; 2;  8; a diode is 'ideal'",
                "V1 a 0 SIN(0 1)|R1 a 0 1         ; 1;  8; here are 2",
                "V1 a 0 SFFM(0 1)|R1 a 0 1        ; 1;  8; SFFM takes 5 to 7 numbers",
                "V1 a 0 SFFM(0 1 0 1 1)|R1 a 0 1  ; 1;  8; frequencies of an SFFM must be positive",
                "V1 a 0 AM(0 1)|R1 a 0 1          ; 1;  8; not AM",
                "V1 a 0 AC|R1 a 0 1               ; 1;  8; AC takes an amplitude",
                "V1 a 0 SIN(0 1 0)|R1 a 0 1       ; 1;  8; a frequency must be positive",
                "V1 a 0 SIN(0 1 1 -1)|R1 a 0 1    ; 1;  8; not negative",
                "V1 a 0 5 6|R1 a 0 1              ; 1; 10; nothing may follow",
                "V1 a 0 DC|R1 a 0 1               ; 1;  8; DC needs a value",
                "V1 a 0 {5|R1 a 0 1               ; 1;  8; not closed on its line",
                "+ a 0 5|R1 a 0 1                 ; 1;  1; no card before",
                "V1 a 0 5|C1 a b 1|R2 a 0 1       ; 2;  6; nothing but C1 is joined to node b",
                "V1 a b 5|R1 a b 1                ; 1;  1; joined to the ground",
                "V1 a 0 5|R1 a a 1|R2 a 0 1       ; 2;  6; both ends of R1",
                "V1 a 0 5|R1 a 0 1|r1 a 0 1       ; 3;  1; second element is called r1",
                "V1 a 0 5|V2 a 0 5                ; 2;  1; V2 closes a loop of voltage sources",
                "V1 a 0 5|I1 a b 1|R1 b c 1|R2 b c 1|R3 a 0 1;2;6; node b has no way to the ground",
                "V1 n-1 0 5|R1 n-1 0 1            ; 1;  4; a node is called by",
                "V1 01 0 5|R1 01 0 1              ; 1;  4; a node is called by",
                "V1 a 0 5|S1 a 0 a 0              ; 2;  1; too little on this card; written S1 a b c d and the name",
                "V1 a 0 5|S1 a 0 a 0 M            ; 2; 12; there is no .model M",
                ".model M SW(VT=1)|V1 a 0 5|S1 a 0 a 0 M open;3;14; begins on or off; not open",
                ".model M SW(RON=0)|V1 a 0 5|S1 a 0 a 0 M;3;8; resistances of S1 are positive",
                ".model M SW(VX=0)|V1 a 0 5|R1 a 0 1;1;13; SW has no parameter VX; it has VT, VH, RON, ROFF",
                ".model M CSW(IT=1)|V1 a 0 5|S1 a 0 a 0 M;3;12; of kind CSW; a switch that a voltage controls",
                ".model M CSW(IT=1)|V1 a 0 5|W1 a 0 R9 M;3;8; there is no element R9 whose current could control W1",
                "*nothing|; 1; 1; no element",
            })
    void everyFaultNamesLineAndColumn(String text, int line, int column, String message) {
        List<NetlistFault> faults = faults(text.replace('|', '\n'));
        assertThat(faults).isNotEmpty();
        NetlistFault fault = faults.get(0);
        assertThat(fault.message()).contains(message);
        assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column);
    }

    @Test
    void allFaultsAreToldTogetherInTheirOrder() {
        assertThat(faults("R1 a 0 x\nQ1 a b c\nC1 a 0 1F"))
                .extracting(NetlistFault::line)
                .containsExactly(1, 2, 3);
    }

    @Test
    void theNinthDiodeIsTooMany() {
        StringBuilder text = new StringBuilder("V1 a 0 1\nR1 a b 1\n");
        for (int d = 1; d <= 9; d++) {
            text.append("D").append(d).append(" b 0 ideal\n");
        }
        List<NetlistFault> faults = faults(text.toString());
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).line()).isEqualTo(11);
        assertThat(faults.get(0).message()).contains("more than 8 diodes");
    }

    @Test
    void commentsContinuationsAndCaseAreSpices() {
        Netlist netlist = Circuits.read(
                "* a comment\nv1 IN 0 sin(0, 2.5,\n+ 1K) ; a comment\n\nR1 in Out 1MEG $ a comment\nc1 out 0 100nF ic=2");
        assertThat(netlist.nodes()).containsExactly("IN", "Out");
        assertThat(netlist.elements())
                .containsExactly(
                        new Element.VoltageSource("v1", "IN", "0", new Waveform.Sine(0, 2.5, 1000, 0, 0, 0)),
                        new Element.Resistor("R1", "in", "Out", 1e6),
                        new Element.Capacitor("c1", "out", "0", 1e-7, 2));
    }

    @Test
    void expressionsInBracesKeepTheirPlaceAndMeasure() {
        String text = "V1 a 0 SIN({x} 1 {f} 0 0 {p})\nR1 a 0 {2*R}";
        Deck deck = NetlistReader.read(text, fault -> {
            throw new AssertionError(fault);
        });
        assertThat(deck.expressions())
                .extracting(open -> text.substring(open.start(), open.end()) + " " + open.measure())
                .containsExactly("x VOLTAGE", "f FREQUENCY", "p PHASE", "2*R RESISTANCE");
        assertThat(deck.netlist(new double[] {1, 2, 3, 4}).elements())
                .containsExactly(
                        new Element.VoltageSource("V1", "a", "0", new Waveform.Sine(1, 1, 2, 0, 0, 3)),
                        new Element.Resistor("R1", "a", "0", 4));
        assertThatThrownBy(() -> deck.netlist(new double[] {1, 2, 3, -4})).hasMessageContaining("R1 must be positive");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-2.5, -2.5",
        "+.5, 0.5",
        "5., 5",
        "1e3, 1000",
        "4.7k, 4700",
        "1Meg, 1e6",
        "1M, 1e-3",
        "1m, 1e-3",
        "100n, 1e-7",
        "10uF, 1e-5",
        "10µ, 1e-5",
        "3p, 3e-12",
        "2f, 2e-15",
        "2a, 2e-18",
        "1.5T, 1.5e12",
        "2g, 2e9",
        "1e3k, 1e6",
        "2V, 2",
        "1mil, 25.4e-6",
        "1E-3k, 1",
    })
    void numbersAreSpices(String text, double value) {
        assertThat(SpiceNumber.of(text)).isEqualTo(value);
    }

    /** Against the formula of the ngspice manual, section 4.1.2. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "90, 0, 0", "-30, 1e-4, 0", "45, 2e-4, 300", "10, 0, -50"})
    void aSineIsSpices(double degrees, double delay, double damping) {
        Waveform wave = new Waveform.Sine(0.5, 2, 1e3, delay, damping, degrees);
        double phase = degrees * Math.PI / 180;
        for (double t = 0; t < 2e-3; t += 3.7e-5) {
            double since = t - delay;
            double expected = since <= 0
                    ? 0.5 + 2 * Math.sin(phase)
                    : 0.5 + 2 * Math.exp(-since * damping) * Math.sin(2 * Math.PI * 1e3 * since + phase);
            assertThat(wave.at(t)).as("t = %s", t).isCloseTo(expected, within(1e-14));
        }
    }
}
