package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.field.circuit.netlist.Circuits;
import org.ansatz.field.circuit.netlist.Netlist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodicStateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I1 0 a 1u ; I2 0 a SIN(0 1m 1k) ; C1 a 0 1u ; R1 a b 1k ; C2 b 0 1u | no periodic state",
                "V1 a 0 SIN(0 1 1k) ; C1 a b 1u ; C2 b 0 1u | keeps whatever charge",
                "V1 a 0 SIN(0 1 1k) ; C1 a b 1u IC=3 ; D1 b 0 ideal ; D2 c b ideal ; C2 c 0 1u IC=-5 | keeps whatever charge",
                "V1 a 0 SIN(0 1 1k 0 10) ; R1 a 0 1k | damping of 10",
                "V1 a 0 5 ; R1 a 0 1k | run: dc",
                "V1 a 0 SIN(0 1 1k) ; V2 b 0 SIN(0 1 1414.2135623) ; R1 a b 1k | no common period",
            })
    void whatHasNoPeriodicStateIsRefused(String text, String reason) {
        Netlist netlist = Circuits.read(text.replace(" ; ", "\n"));
        assertThatThrownBy(() -> new PeriodicState(netlist))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theMultiplierOfAnRcCircuitIsItsDecayOverAPeriod() {
        PeriodicState state = new PeriodicState(Circuits.read("V1 a 0 SIN(1 1 1k)\nR1 a b 10k\nC1 b 0 1u"));
        assertThat(state.multiplier().value()).isCloseTo(Math.exp(-0.1), within(1e-8));
        double wrc = 2 * Math.PI * 10;
        assertThat(state.voltage("b", "0", 0.25e-3).value()).isCloseTo(1 + 1 / (1 + wrc * wrc), within(1e-12));
    }

    @Test
    void aCircuitWithoutVoltageSourcesSettlesToo() {
        PeriodicState state = new PeriodicState(
                Circuits.read("I1 0 a SIN(1m 1m 1k)\nR1 a 0 10meg\nC1 a 0 1u\nD1 a b ideal\nR2 b 0 10k"));
        double ohms = 1 / (1e-7 + 1e-4);
        double wrc = 2 * Math.PI * 1e3 * ohms * 1e-6;
        assertThat(state.voltage("a", "0", 0.25e-3).value())
                .isCloseTo(1e-3 * ohms * (1 + 1 / (1 + wrc * wrc)), within(1e-10));
        assertThat(state.multiplier().value()).isCloseTo(Math.exp(-1e-3 / (ohms * 1e-6)), within(1e-8));
    }

    @Test
    void aStateTooSlowToWaitForIsFoundByNewtonsMethod() {
        PeriodicState state = new PeriodicState(
                Circuits.read("V1 a 0 SIN(0 1 1k)\nD1 a b ideal\nR1 b c 1meg\nC1 c 0 100u\nR2 c 0 1meg"));
        assertThat(state.multiplier().value()).isBetween(0.99997, 0.99999);
        double v = state.voltage("c", "0", 0).value();
        double on = Math.asin(v);
        double charged = (2 * Math.cos(on) - v * (Math.PI - 2 * on)) / (2 * Math.PI);
        assertThat(charged)
                .as("equal resistors: what charges on average is what discharges")
                .isCloseTo(v, within(1e-5));
        assertThat(state.residual()).isLessThan(2e-12);
    }

    @Test
    void sourcesOfSeveralFrequenciesRepeatAfterTheirCommonPeriod() {
        PeriodicState state =
                new PeriodicState(Circuits.read("V1 a 0 SIN(0 1 400)\nV2 b a SIN(0 1 600)\nR1 b 0 1k\nC1 b 0 1u"));
        assertThat(state.period()).isCloseTo(5e-3, within(1e-15));
        assertThat(state.voltage("b", "0", 12.3e-3).value())
                .isCloseTo(state.voltage("b", "0", 2.3e-3).value(), within(1e-12));
        assertThat(state.voltage("b", "0", -2.7e-3).value())
                .isCloseTo(state.voltage("b", "0", 2.3e-3).value(), within(1e-12));
    }

    @Test
    void aDelayIsAPhase() {
        PeriodicState late = new PeriodicState(Circuits.read("V1 a 0 SIN(0 1 1k 0.25m)\nR1 a b 1k\nC1 b 0 1u"));
        PeriodicState turned = new PeriodicState(Circuits.read("V1 a 0 SIN(0 1 1k 0 0 -90)\nR1 a b 1k\nC1 b 0 1u"));
        for (int i = 0; i < 20; i++) {
            double t = i * 5e-5;
            assertThat(late.voltage("b", "0", t).value())
                    .isCloseTo(turned.voltage("b", "0", t).value(), within(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0, 0", "3, 0, 0, -2, 3", "0.5, 0.2, -0.2, 0.5, 0.5385164807134504", "0, 1, -1, 0, 1"})
    void theSpectralRadiusIsTheLargestEigenvalue(double a, double b, double c, double d, double radius) {
        assertThat(StateMap.radius(new double[][] {{a, b}, {c, d}})).isCloseTo(radius, within(1e-12));
    }
}
