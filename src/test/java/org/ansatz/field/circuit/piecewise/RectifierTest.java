package org.ansatz.field.circuit.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.circuit.netlist.Circuits;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.SpiceNumber;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Circuits with diodes against closed forms worked out by hand. */
class RectifierTest {

    private static final double PERIOD = 0.02;
    private static final double OMEGA = 2 * Math.PI / PERIOD;
    private static final double ACCURACY = 1e-10;

    private static void assertPeriodic(Solution solution, String from, String to, DoubleUnaryOperator expected) {
        for (int i = 0; i < 400; i++) {
            double t = (i + 0.37) * PERIOD / 200;
            Reading v = solution.voltage(from, to, t);
            assertThat(v.value()).as("t = %s", t).isCloseTo(expected.applyAsDouble(t), within(ACCURACY));
            assertThat(v.error()).as("its own estimate at %s", t).isLessThan(ACCURACY);
        }
    }

    /** The zero of an increasing function. */
    private static double root(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        for (int i = 0; i < 200; i++) {
            double middle = (a + b) / 2;
            if (f.applyAsDouble(middle) < 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return a;
    }

    @Test
    void aPositiveClamperHangsTheWaveAboveGround() {
        PeriodicState state =
                new PeriodicState(Circuits.read("V1 in 0 SIN(0 3 50)\nC1 in out 1u\nD1 0 out ideal\nR1 out 0 1e12"));
        for (int i = 0; i < 40; i++) {
            double t = i * PERIOD / 40;
            assertThat(state.voltage("out", "0", t).value())
                    .as("but for the leak of 1e12 ohm over a period: RC is 1e6 s")
                    .isCloseTo(3 + 3 * Math.sin(OMEGA * t), within(6 * PERIOD / 1e6));
        }
    }

    @Test
    void aPositiveClamperWithoutALeakIsExact() {
        assertPeriodic(
                new PeriodicState(Circuits.read("V1 in 0 SIN(0 3 50)\nC1 in out 1u\nD1 0 out ideal")),
                "out",
                "0",
                t -> 3 + 3 * Math.sin(OMEGA * t));
    }

    @Test
    void aPeakDetectorKeepsThePeak() {
        Netlist detector = Circuits.read("V1 in 0 SIN(0 5 50)\nD1 in out ideal\nC1 out 0 10u");
        PeriodicState state = new PeriodicState(detector);
        assertPeriodic(state, "out", "0", t -> 5);
        assertThat(state.multiplier().value())
                .as("what is missing is made up at once")
                .isLessThan(1e-6);
        Transient run = new Transient(detector, 2 * PERIOD);
        for (int i = 0; i <= 80; i++) {
            double t = i * PERIOD / 40;
            double peak = t < PERIOD / 4 ? 5 * Math.sin(OMEGA * t) : 5;
            assertThat(run.voltage("out", "0", t).value()).as("t = %s", t).isCloseTo(peak, within(ACCURACY));
        }
    }

    /** Charged along the sine until the diode's current is zero, tan ωt = −ωRC; then discharged until they meet. */
    private static DoubleUnaryOperator ripple(double peak, double omega, double rc) {
        double off = (Math.PI - Math.atan(omega * rc)) / omega;
        double held = peak * Math.sin(omega * off);
        double period = 2 * Math.PI / omega;
        double on =
                root(t -> peak * Math.sin(omega * t) - held * Math.exp(-(t - off) / rc), period, period + period / 4);
        return t -> {
            double at = t - period * Math.floor(t / period);
            double later = at < off && at < on - period ? at + period : at;
            return later <= off ? peak * Math.sin(omega * later) : held * Math.exp(-(later - off) / rc);
        };
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e4, 1e6})
    void aLoadedPeakDetectorRipples(double ohms) {
        String text = "V1 in 0 SIN(0 5 50)\nD1 in out ideal\nC1 out 0 10u\nR1 out 0 " + ohms;
        PeriodicState state = new PeriodicState(Circuits.read(text));
        assertPeriodic(state, "out", "0", ripple(5, OMEGA, ohms * 10e-6));
        assertThat(state.residual()).isLessThan(5e-12);
    }

    @Test
    void aBridgeRipplesAtTwiceTheFrequency() {
        PeriodicState state = new PeriodicState(Circuits.read("V1 a b SIN(0 10 50)\nD1 a o ideal\nD2 b o ideal\n"
                + "D3 0 a ideal\nD4 0 b ideal\nR1 o 0 1k\nC1 o 0 100u"));
        double rc = 0.1;
        double off = (Math.PI - Math.atan(OMEGA * rc)) / OMEGA;
        double held = 10 * Math.sin(OMEGA * off);
        double half = PERIOD / 2;
        double on =
                root(t -> 10 * Math.abs(Math.sin(OMEGA * t)) - held * Math.exp(-(t - off) / rc), half, half + half / 2);
        assertPeriodic(state, "o", "0", t -> {
            double at = t - half * Math.floor(t / half);
            double later = at < on - half ? at + half : at;
            boolean charging = later <= off;
            return charging ? 10 * Math.sin(OMEGA * later) : held * Math.exp(-(later - off) / rc);
        });
        assertThat(state.voltage("a", "0", 1.2e-3).value()
                        + state.voltage("b", "0", 1.2e-3).value())
                .as("while all diodes block, equal leaks centre the source on the output")
                .isCloseTo(state.voltage("o", "0", 1.2e-3).value(), within(1e-9));
    }

    @Test
    void aDoublerHoldsTwiceThePeak() {
        String text = "V1 in 0 SIN(0 4 50)\nD1 in p ideal\nC1 p 0 1u\nD2 m in ideal\nC2 0 m 1u";
        assertPeriodic(new PeriodicState(Circuits.read(text)), "p", "m", t -> 8);
    }

    @Test
    void aClipperCutsAtItsBattery() {
        String text = "V1 in 0 SIN(0 5 50)\nR1 in out 1k\nD1 out b ideal\nV2 b 0 2\nD2 c out ideal\nV3 c 0 -3";
        PeriodicState state = new PeriodicState(Circuits.read(text));
        assertPeriodic(state, "out", "0", t -> Math.max(-3, Math.min(2, 5 * Math.sin(OMEGA * t))));
        assertThat(state.multiplier().value()).isZero();
        for (int i = 0; i < 50; i++) {
            double t = (i + 0.5) * PERIOD / 50;
            double surplus = Math.max(0, 5 * Math.sin(OMEGA * t) - 2) / 1e3;
            assertThat(state.current("D1", t).value()).as("t = %s", t).isCloseTo(surplus, within(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({"1u, 2u", "1n, 1u", "3u, 1p"})
    void chargeSharedThroughADiodeAtOnceIsConserved(String c1, String c2) {
        Netlist netlist = Circuits.read("C1 a 0 " + c1 + " IC=3\nD1 a b ideal\nC2 b 0 " + c2 + "\nR1 b 0 1meg");
        double a = SpiceNumber.of(c1);
        double b = SpiceNumber.of(c2);
        Transient run = new Transient(netlist, 1e-9);
        assertThat(run.voltage("b", "0", 0).value()).isCloseTo(3 * a / (a + b), within(1e-11));
        assertThat(run.voltage("a", "b", 0).value()).isCloseTo(0, within(1e-11));
    }

    @Test
    void chargeDoesNotFlowBackwardsThroughADiode() {
        Netlist netlist = Circuits.read("C1 a 0 1u IC=1\nD1 a b ideal\nC2 b 0 1u IC=3\nR1 a 0 1k\nR2 b 0 1k");
        Transient run = new Transient(netlist, 1e-3);
        assertThat(run.voltage("a", "0", 0).value()).isCloseTo(1, within(1e-12));
        assertThat(run.voltage("b", "0", 1e-3).value()).isCloseTo(3 / Math.E, within(1e-11));
    }
}
