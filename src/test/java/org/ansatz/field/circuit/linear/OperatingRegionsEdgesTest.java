package org.ansatz.field.circuit.linear;

import static org.ansatz.field.circuit.linear.Circuits.network;
import static org.ansatz.field.circuit.linear.Circuits.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.ansatz.field.circuit.netlist.Phasor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides whether a combination of regions fits, each number of it on both of its sides. */
final class OperatingRegionsEdgesTest {

    private static final String NONE = "no combination of the devices' regions fits";

    /** Half and twice a billionth of the largest voltage, which is that of a source of its own. */
    @ParameterizedTest
    @CsvSource({
        "0.70000050, -1000, does not conduct",
        "0.70000200, -1000, conducts",
        "0.7000000005, 0, does not conduct",
        "0.7000000015, 0, conducts",
    })
    void aVoltageMayExceedADropByABillionthOfTheLargest(double volts, double largest, String state) {
        assertThat(point("V1 in 0 " + volts + "|R1 in a 1k|D1 a 0 drop VF=0.7|V2 b 0 " + largest + "|R2 b 0 1")
                        .account())
                .containsExactly("D1 " + state);
    }

    /** Without the diode nothing takes the current of I1, so that it must conduct; I2 to I4 are the largest, the last one coupled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I2 b 0 1|R2 0 b 1",
                "V2 b 0 1|R2 0 b 1",
                "V2 b 0 1|R2 b 0 1",
                "V2 b 0 1|R2 b c 1|L1 c 0 1|L2 d 0 1|R3 d 0 1|K1 L1 L2 0.5",
            })
    void aCurrentMayGoBackByABillionthOfTheLargest(String largest) {
        assertThat(point("I1 a 0 0.5n|D1 a 0 drop VF=0.7|" + largest).account()).containsExactly("D1 conducts");
        assertThatThrownBy(() -> point("I1 a 0 2n|D1 a 0 drop VF=0.7|" + largest))
                .hasMessage(NONE);
    }

    /** Eight devices of three regions are 6561 combinations. */
    @Test
    void asManyCombinationsAsAreSaidAreTried() {
        StringBuilder cards = new StringBuilder("V1 a 0 0.5|R1 a 0 1");
        for (int i = 0; i < 8; i++) {
            cards.append("|D").append(i).append(" a 0 zener VZ=5");
        }
        assertThat(point(cards.toString()).voltage("a", "0", 0).value()).isCloseTo(0.5, within(1e-15));
        assertThatThrownBy(() -> point(cards + "|D8 a 0 ideal"))
                .hasMessage("9 devices have too many combinations of regions; 6561 are tried");
    }

    /** One siemens and nearly minus one: what is left is known to the roundings of both. */
    @ParameterizedTest
    @CsvSource({"0.999999999997, true", "0.999999999999, false"})
    void whatIsKnownToAThousandthIsASolution(String nearly, boolean isKnown) {
        String cards = "I1 0 a 1|R1 a 0 1|G1 0 a a 0 " + nearly + "|V2 b 0 0.5|R2 b 0 1";
        Phasor volts = network(cards).voltage("a", "0", 0);
        assertThat(volts.error() / volts.re() < 1e-3).isEqualTo(isKnown);
        String circuit = cards + "|D1 b 0 drop VF=0.7";
        if (isKnown) {
            assertThat(point(circuit).account()).containsExactly("D1 does not conduct");
        } else {
            assertThatThrownBy(() -> point(circuit)).hasMessage(NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1 a 0 0|R1 a b 1k|D1 b 0 drop VF=0.7",
                "V1 a 0 0|R1 a b 1k|D1 b 0 exponential IS=1e-14",
                "V1 a 0 0|R1 a b 1k|VG g 0 0|M1 b g 0 nmos K=1 VT=1",
            })
    void aCircuitWithoutAVoltageIsAtRest(String cards) {
        assertThat(point(cards).voltage("b", "0", 0).value()).isZero();
    }

    /**
     * At the edge of the drop the diode conducts or does not, each within a billionth of 1000 V; what stands behind it amplifies what
     * lies between.
     */
    @ParameterizedTest
    @CsvSource({"0.7000005, 150", "0.7000005, -150", "-0.6999995, 150"})
    void statesAreOneIfTheirVoltagesDifferByATenthOfAMillionthOfTheLargest(double volts, double gain) {
        String cards = "VL l 0 -1000|RL l 0 1|V1 in 0 %s|R1 in a 1k|D1 a c drop VF=0.7|VC c 0 %s|VR ref c 0.7"
                .formatted(volts, volts > 0 ? 0 : -1.4);
        String amplifier = "|E1 o 0 a ref %s|RO o 0 1";
        assertThat(point(cards + String.format(Locale.ROOT, amplifier, gain)).account())
                .containsExactly("D1 does not conduct");
        assertThatThrownBy(() -> point(cards + String.format(Locale.ROOT, amplifier, 2 * gain)))
                .hasMessage("two states fit: D1 does not conduct; and D1 conducts. The circuit has more than one"
                        + " operating point");
    }

    /** Two diodes that are alike, and what their difference leaves after it is amplified: nothing but roundings. */
    @Test
    void whatRoundingsKeepMovingIsFoundIfTheyMoveItLittle() {
        String cards = "V1 in 0 %s|R1 in a %s|D1 a 0 exponential IS=1e-14 VT=0.025|E1 o 0 a b %s"
                + "|V2 in2 0 %s|R2 in2 b %s|D2 b 0 exponential IS=1e-14 VT=0.025|RO o 0 1";
        assertThat(point(cards.formatted("7.094929196703692", 1796, 4138645.5288964054, "7.094929196703692", 1796))
                        .voltage("o", "0", 0))
                .satisfies(volts -> assertThat(Math.abs(volts.value()))
                        .isLessThan(volts.error())
                        .isLessThan(1e-7));
        String much = cards.formatted("2.9385852730802444", 2045, 4.928253759382733E7, "2.9385852730802444", 2045);
        assertThatThrownBy(() -> point(much)).hasMessage(NONE);
        assertThat(point(much + "|VL l 0 -1k|RL l 0 1").voltage("o", "0", 0))
                .satisfies(volts -> assertThat(Math.abs(volts.value()))
                        .isLessThan(volts.error())
                        .isLessThan(1e-5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 1|R1 a 0 1|D1 a 0 exponential IS=1e-14|R2 b c 1; : nothing fixes the voltage of node c at rest",
                "V1 a 0 1|R1 a 0 1|D1 a 0 drop VF=2|R2 b c 1; ''",
                "V1 a 0 1|V2 a 0 2|R1 a 0 1|D1 a 0 exponential IS=1e-14; : nothing fixes the current through",
            })
    void whyNothingFitsIsSaidIfThereIsOneCombination(String cards, String reason) {
        assertThatThrownBy(() -> point(cards))
                .satisfies(fault -> assertThat(fault.getMessage())
                        .startsWith(NONE + reason)
                        .matches(message -> !reason.isEmpty() || message.equals(NONE)));
    }

    @Test
    void whoAsksForABaseOfSomethingElseIsTold() {
        OperatingRegions point = point("V1 in 0 5|R1 in a 1k|D1 a 0 drop VF=0.7");
        assertThatThrownBy(() -> point.current("D1", 1, 0)).hasMessage("there is no bipolar transistor D1");
        assertThatThrownBy(() -> point.current("D2", 0)).hasMessage("there is no element D2");
    }

    @Test
    void feedbackThatRunsAwayIsRemarkedOn() {
        String cards = "V1 in 0 1|R1 in p 1k|R2 p out 2k|D1 out 0 drop VF=9|R3 out 0 1k|E1 out 0 opamp %s";
        assertThat(point(cards.formatted("p 0")).remarks())
                .singleElement()
                .asString()
                .contains("E1 is positive");
        assertThat(point(cards.formatted("0 p")).remarks()).isEmpty();
        assertThat(point(cards.formatted("0 p")).isAtRest()).isTrue();
    }
}
