package org.ansatz.field.circuit.netlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models, parameters and subcircuits. */
final class SubcircuitTest {

    private static final String MODEL = ".model DX D(IS=1e-12 N=1.5 RS=2)|";

    private static Deck read(String text) {
        return NetlistReader.read(text.replace('|', '\n'), fault -> {
            throw new AssertionError(fault.toString());
        });
    }

    private static List<Component> components(String text) {
        return read(text).components(new double[0]);
    }

    private static List<NetlistFault> faults(String text) {
        List<NetlistFault> faults = new ArrayList<>();
        NetlistReader.read(text.replace('|', '\n'), faults::add);
        return faults;
    }

    @Test
    void aModelMayStandBehindWhatFollowsItAndUnwrittenParametersAreSpices() {
        Component component = components("V1 a 0 1|D1 a 0 dx area=2|" + MODEL).get(1);
        Semiconductor.Junction diode = (Semiconductor.Junction) component;
        assertThat(diode.area()).isEqualTo(2);
        assertThat(diode.model().value("IS")).isEqualTo(1e-12);
        assertThat(diode.model().value("CJO")).isZero();
        assertThat(diode.model().value("BV")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void whatIsReadAndNotModelledIsSaid() {
        Deck deck = read("V1 a 0 1|D1 a 0 DX|.model DX D(IS=1e-12 EG=1.11 XTI=3)");
        assertThat(deck.remarks()).containsExactly("the model DX has EG, XTI, which are not modelled");
        assertThat(read("V1 a 0 1|D1 a 0 DX|" + MODEL).remarks()).isEmpty();
    }

    @Test
    void aSubcircuitStandsWhereItIsCalledWithNamesOfItsOwn() {
        List<Component> components = components(
                "V1 in gnd 6|X1 in out divider|X2 out 0 divider|.subckt divider a b|R1 a m 1k|R2 m b 2k|.ends divider|.end");
        assertThat(components)
                .contains(
                        new Element.Resistor("X1.R1", "in", "X1.m", 1000),
                        new Element.Resistor("X1.R2", "X1.m", "out", 2000),
                        new Element.Resistor("X2.R1", "out", "X2.m", 1000),
                        new Element.Resistor("X2.R2", "X2.m", "0", 2000));
    }

    @Test
    void subcircuitsStandInOneAnother() {
        List<Component> components = components(
                "V1 a 0 1|X1 a 0 outer|.subckt outer p q|X2 p q inner|.ends|.subckt inner p q|R1 p q 5|.ends");
        assertThat(components).contains(new Element.Resistor("X1.X2.R1", "a", "0", 5));
    }

    @Test
    void aModelInASubcircuitIsItsOwn() {
        List<Component> components = components(
                "V1 a 0 1|D1 a 0 DX|X1 a 0 s|" + MODEL + ".subckt s p q|D1 p q DX|.model DX D(IS=1e-9)|.ends");
        assertThat(((Semiconductor.Junction) components.get(1)).model().value("IS"))
                .isEqualTo(1e-12);
        assertThat(((Semiconductor.Junction) components.get(2)).model().value("IS"))
                .isEqualTo(1e-9);
    }

    @Test
    void thePowerOfFewLinesIsBounded() {
        StringBuilder text = new StringBuilder("V1 a 0 1\nX1 a 0 s0\n");
        for (int k = 0; k < 40; k++) {
            text.append(".subckt s").append(k).append(" p q\n");
            for (int twice = 1; twice <= 2; twice++) {
                text.append("X").append(twice).append(" p q s").append(k + 1).append('\n');
            }
            text.append(".ends\n");
        }
        text.append(".subckt s40 p q\nR1 p q 1\n.ends\n");
        assertThat(faults(text.toString()).get(0).message()).contains("more than 50000 cards");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 1|D1 a 0 DY; 2; 8; there is no .model DY",
                "V1 a 0 1|Q1 a a 0 DX|.model DX D(IS=1e-14); 2; 10; the model DX is of kind D",
                "V1 a 0 1|D1 a 0 DX|.model DX D(ISS=1e-14); 3; 13; D has no parameter ISS; it has IS, N, RS",
                "V1 a 0 1|D1 a 0 DX|.model DX D(IS=0); 2; 8; IS of the model DX must be positive and finite",
                "V1 a 0 1|D1 a 0 DX|.model DX D(IS=1 IS=2); 3; 18; IS stands here twice",
                "V1 a 0 1|D1 a 0 DX|.model DX D(IS); 3; 13; IS= needs a value",
                "V1 a 0 1|D1 a 0 DX|.model DX GaAs(IS=1); 3; 11; a model is of one of the kinds D, NPN",
                "V1 a 0 1|M1 a a 0 0 MX|.model MX NMOS(LEVEL=3 VTO=1); 3; 22; only level 1 is modelled",
                "V1 a 0 1|R1 a 0 1|.model A D(IS=1)|.model a D(IS=2); 4; 8; a second model is called a",
                "V1 a 0 1|X1 a 0 s; 2; 8; there is no .subckt s",
                "V1 a 0 1|X1 a s|.subckt s p q|R1 p q 1|.ends; 2; 6; s has 2 nodes",
                "V1 a 0 1|X1 a 0 s R=1|.subckt s p q|R1 p q 1|.ends; 2; 10; the parameters of s are",
                "V1 a 0 1|X1 a 0 s|.subckt s p q|X2 p q s|.ends; 4; 8; s stands in itself",
                "V1 a 0 1|X1 a 0 s|.subckt s p q|R1 p q 1; 3; 1; not ended by .ends",
                "V1 a 0 1|R1 a 0 1|.ends; 3; 1; there is no .subckt that ends here",
                "V1 a 0 1|X1 a 0 s|.subckt s p q|R1 p q 1k 2|.ends; 4; 11; too much on this card",
                "V1 a 0 1|R1 a 0 1|.param 1R=2; 3; 8; the name of a parameter",
                "V1 a 0 1|R1 a 0 1|.param R=1 R=2; 3; 12; a second parameter is called R",
                "V1 a 0 DC 1 SIN(0 1 50)|R1 a 0 1; 1; 8; is 1.0 at rest and begins with 0.0",
                "V1 a 0 1|R1 a 0 1|E1 b 0 POLY(1) a 0 0 1; 3; 8; polynomial sources are not read",
            })
    void whatIsWrongIsToldWhereItIs(String text, int line, int column, String message) {
        List<NetlistFault> faults = faults(text);
        assertThat(faults).isNotEmpty();
        NetlistFault fault = faults.get(0);
        assertThat(fault.message()).contains(message);
        assertThat(fault.line() + ":" + fault.column()).isEqualTo(line + ":" + column);
    }
}
