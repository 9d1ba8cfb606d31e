package org.ansatz.field.circuit.linear;

import static org.ansatz.field.circuit.linear.Circuits.parts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes of phasors against formulas that are differentiated by hand. */
final class NetworkSlopeTest {

    private static final double OMEGA = 3000;

    /** A value that moves as fast as it is large, so that by half of itself it moves half of the way. */
    private static NetworkSlope.Way way(String cards, double value) {
        return new NetworkSlope.Way(far -> parts(cards.formatted(value * (1 + far))), 0.5);
    }

    /** How fast a network changes with a value that is written {@code %s} on its cards. */
    private static NetworkSlope slope(String cards, double value) {
        return NetworkSlope.of(parts(cards.formatted(value)), List.of(way(cards, value)), 0, Work.unlimited());
    }

    private static NetworkSlope byOmega(String cards, double omegaSlope) {
        return NetworkSlope.of(parts(cards), List.of(), omegaSlope, Work.unlimited());
    }

    private static void assertHolds(Phasor slope, double re, double im) {
        double size = Math.hypot(re, im);
        assertThat(Math.hypot(slope.re() - re, slope.im() - im)).isLessThanOrEqualTo(slope.error());
        assertThat(slope.error()).isLessThanOrEqualTo(3e-13 * size);
    }

    // ---- by values: each slope is that by the logarithm of the value

    @Test
    void aDividerChangesWithItsResistors() {
        double e = 10;
        double r1 = 1000;
        double r2 = 3000;
        double sum = r1 + r2;
        NetworkSlope byLower = slope("V1 in 0 10|R1 in out 1k|R2 out 0 %s", r2);
        assertHolds(byLower.voltage("out", "0", 0), r2 * e * r1 / sum / sum, 0);
        assertHolds(byLower.voltage("in", "out", 0), -r2 * e * r1 / sum / sum, 0);
        assertHolds(byLower.current("R1", 0), -r2 * e / sum / sum, 0);
        assertHolds(byLower.current("R2", 0), -r2 * e / sum / sum, 0);
        assertHolds(byLower.current("V1", 0), r2 * e / sum / sum, 0);
        assertHolds(byLower.impedance("out", "0", 0), r2 * r1 * r1 / sum / sum, 0);
        assertHolds(byLower.impedance("0", "out", 0), r2 * r1 * r1 / sum / sum, 0);
        assertHolds(byLower.impedance("in", "out", 0), r2 * r1 * r1 / sum / sum, 0);
        NetworkSlope bySource = slope("V1 in 0 %s|R1 in out 1k|R2 out 0 3k", e);
        assertHolds(bySource.voltage("out", "0", 0), e * r2 / sum, 0);
        assertIsNothing(bySource.impedance("out", "0", 0));
    }

    private static void assertIsNothing(Phasor slope) {
        assertThat(slope.magnitude()).isZero();
        assertThat(slope.error()).isLessThan(Double.MIN_NORMAL);
    }

    /** Sources at any angle, two of them into one node, which both grow; an impedance knows nothing of them. */
    @Test
    void sourcesChangeByBothOfTheirParts() {
        NetworkSlope slope = slope("I1 0 a AC %1$s 90|I2 0 a AC %1$s|I3 0 a AC %1$s 90|R1 a 0 2", 3);
        assertHolds(slope.voltage("a", "0", OMEGA), 6, 12);
        assertIsNothing(slope.impedance("a", "0", OMEGA));
    }

    /** A line of many turns, at a frequency that does not change. */
    @Test
    void besideWhatChangesALineMayBeOfAnyLength() {
        NetworkSlope slope = slope("V1 a 0 AC 1|R1 a b %s|T1 b 0 c 0 Z0=50 TD=1m|R2 c 0 50", 50);
        assertThat(slope.voltage("b", "0", 1e6).re()).isCloseTo(-0.25, within(1e-9));
        assertThat(slope.current("R1", 1e6).re()).isCloseTo(-0.005, within(1e-9));
    }

    /** With h = 1/(1 + jωRC) the voltage changes by −jωRC h² with the logarithm of either. */
    @ParameterizedTest
    @CsvSource({"V1 in 0 AC 1|R1 in out %s|C1 out 0 1u, 500", "V1 in 0 AC 1|R1 in out 500|C1 out 0 %s, 1e-6"})
    void aLowPassChangesWithItsTimeConstant(String cards, double value) {
        double x = OMEGA * 500 * 1e-6;
        double square = (1 + x * x) * (1 + x * x);
        NetworkSlope slope = slope(cards, value);
        // −jx (1 − jx)²/(1 + x²)² = (−2x² − jx (1 − x²))/(1 + x²)²
        assertHolds(slope.voltage("out", "0", OMEGA), -2 * x * x / square, -x * (1 - x * x) / square);
        assertHolds(slope.current("V1", OMEGA).minus(slope.current("C1", OMEGA).times(-1, 0)), 0, 0, 1e-14);
    }

    private static void assertHolds(Phasor slope, double re, double im, double most) {
        assertThat(Math.hypot(slope.re() - re, slope.im() - im)).isLessThanOrEqualTo(slope.error());
        assertThat(slope.error()).isLessThanOrEqualTo(most);
    }

    /** The current of a capacitor is jωC v: 1 V drives it, so that it alone changes; that of a coil is 1/(jωL). */
    @Test
    void whatIsDrivenByAVoltageChangesByItself() {
        assertHolds(slope("V1 a 0 AC 1|C1 a 0 %s", 1e-6).current("C1", OMEGA), 0, OMEGA * 1e-6);
        assertHolds(slope("V1 a 0 AC 1|L1 a 0 %s", 1e-2).current("L1", OMEGA), 0, 1 / (OMEGA * 1e-2));
        assertHolds(slope("V1 a 0 AC 1|R1 a 0 %s", 100).current("R1", OMEGA), -1e-2, 0);
        assertHolds(slope("I1 a 0 AC %s|R1 a 0 1", 3).current("I1", OMEGA), 3, 0);
        assertHolds(slope("I1 a 0 AC 2 90|R1 a 0 %s", 3).voltage("a", "0", OMEGA), 0, -6);
    }

    /** 2 A drive R1, whose current times a gain flows into R2: with R1 between two nodes the gain is over R1. */
    @Test
    void productsOfValuesChangeByBoth() {
        String cards = "V1 a 0 12|R1 a 0 %1$s|F1 0 b R1 %1$s|R2 b 0 5";
        NetworkSlope slope = slope(cards, 4);
        assertHolds(slope.voltage("b", "0", 0), 0, 0, 1e-10);
        assertHolds(slope.current("F1", 0), 0, 0, 1e-11);
        String cubed = "V1 a 0 12|R1 a 0 5|F1 0 b R1 %1$s|F2 0 c F1 %1$s|F3 0 d F2 %1$s|R2 b 0 1|R3 c 0 1|R4 d 0 1";
        assertHolds(slope(cubed, 4).voltage("d", "0", 0), 3 * 64 * 2.4, 0);
        assertHolds(slope(cubed, 4).current("F3", 0), 3 * 64 * 2.4, 0);
    }

    @Test
    void aFourthPowerIsRefused() {
        NetworkSlope slope = slope(
                "V1 a 0 12|R1 a 0 5|F1 0 b R1 %1$s|F2 0 c F1 %1$s|F3 0 d F2 %1$s|F4 0 e F3 %1$s|R2 b 0 1|R3 c 0 1|R4 d 0"
                        + " 1|R5 e 0 1",
                4);
        assertThatThrownBy(() -> slope.voltage("d", "0", 0)).hasMessageContaining("a derivative does not go through");
        assertThatThrownBy(() -> slope("V1 a 0 AC 1|T1 a 0 b 0 Z0=50 TD=%s|R1 b 0 10", 1e-3)
                        .voltage("b", "0", OMEGA))
                .hasMessageContaining("the length of a line");
    }

    /** The drop of 1 A over a large resistance that hardly changes, beside one that changes by all of itself. */
    @Test
    void whatHardlyChangesHasAWayOfItsOwn() {
        List<NetworkSlope.Way> ways = List.of(
                new NetworkSlope.Way(far -> parts("I1 0 a 1|R1 a 0 %s|I2 0 b 1|R2 b 0 2".formatted(1e9 + far)), 0x1p28),
                new NetworkSlope.Way(far -> parts("I1 0 a 1|R1 a 0 1e9|I2 0 b 1|R2 b 0 %s".formatted(2 + far)), 0.5));
        NetworkSlope slope = NetworkSlope.of(parts("I1 0 a 1|R1 a 0 1e9|I2 0 b 1|R2 b 0 2"), ways, 0, Work.unlimited());
        assertHolds(slope.voltage("a", "0", 0), 1, 0);
        assertHolds(slope.voltage("b", "0", 0), 1, 0);
        assertHolds(slope.voltage("b", "a", 0), 0, 0, 1e-12);
        assertHolds(slope.current("R1", 0), 0, 0, 1e-21);
    }

    /** A billionth of a siemens that changes by all of itself beside one that does not. */
    @Test
    void whatIsSmallBesideOthersIsNotLost() {
        double conductance = 1e-9 / 2;
        double sum = 1 + conductance;
        assertHolds(slope("I1 0 a 1|R1 a 0 1|R2 a 0 %s", 2e9).voltage("a", "0", 0), conductance / (sum * sum), 0);
    }

    // ---- by the frequency

    @Test
    void aLowPassChangesWithTheFrequency() {
        double x = OMEGA * 500 * 1e-6;
        double square = (1 + x * x) * (1 + x * x);
        NetworkSlope slope = byOmega("V1 in 0 AC 1|R1 in out 500|C1 out 0 1u", -2 * OMEGA);
        assertHolds(slope.voltage("out", "0", OMEGA), 4 * x * x / square, 2 * x * (1 - x * x) / square);
        // The current is (1 − h)/R.
        assertHolds(slope.current("C1", OMEGA), -4 * x * x / square / 500, -2 * x * (1 - x * x) / square / 500);
        assertHolds(slope.current("R1", OMEGA), -4 * x * x / square / 500, -2 * x * (1 - x * x) / square / 500);
        assertHolds(byOmega("L1 a 0 1m", 5).impedance("a", "0", OMEGA), 0, 5e-3);
        assertHolds(byOmega("C1 a 0 1u", OMEGA).impedance("a", "0", OMEGA), 0, 1 / (OMEGA * 1e-6));
    }

    @Test
    void whatDoesNotMoveHasNoSlope() {
        Phasor slope = byOmega("V1 in 0 AC 1|R1 in out 500|C1 out 0 1u", 0).voltage("out", "0", OMEGA);
        assertIsNothing(slope);
        assertThat(byOmega("V1 a 0 AC 1|C1 a 0 1u", 0).current("C1", OMEGA).magnitude())
                .isZero();
    }

    @Test
    void valuesAndTheFrequencyMayMoveTogether() {
        NetworkSlope slope = NetworkSlope.of(
                parts("V1 a 0 AC 1|C1 a 0 1u"),
                List.of(way("V1 a 0 AC 1|C1 a 0 %s", 1e-6)),
                2 * OMEGA,
                Work.unlimited());
        assertHolds(slope.current("C1", OMEGA), 0, 3 * OMEGA * 1e-6);
        assertHolds(slope.impedance("a", "0", OMEGA), 0, 0, 1e-15);
    }

    // ---- claims

    /** On ways of a ten-thousandth of a value its roundings count ten thousand times. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I1 0 a AC 1|R1 a 0 %s; voltage; 1",
                "I1 0 a AC 1|R1 b 0 1|F1 0 b I1 %s|R2 a 0 1; voltage b; 1",
                "I1 0 a AC %s|R1 a 0 1; voltage; 1",
                "V1 a 0 AC %s|R1 a 0 1; voltage; 1",
                "I1 0 a AC %s|R1 a 0 1; current I1; 1",
                "V1 a 0 AC 1|R1 a 0 %s; current R1; -1",
                "V1 a 0 AC 1|R1 a 0 1|F1 0 b R1 %s|R2 b 0 1; current F1; 1",
                "L1 a 0 %s; impedance; 1",
            })
    void whatRoundingsComeToOnAShortWayIsClaimed(String asked) {
        List<String> words = Arrays.asList(asked.split("; "));
        String cards = words.get(0);
        double short_ = 1e-4;
        for (int seed = 1; seed < 60; seed++) {
            double value = 1 + seed / 61.0;
            NetworkSlope slope = NetworkSlope.of(
                    parts(cards.formatted(value)),
                    List.of(new NetworkSlope.Way(far -> parts(cards.formatted(value * (1 + far))), short_)),
                    0,
                    Work.unlimited());
            double truth = Double.parseDouble(words.get(2)) * (words.get(2).startsWith("-") ? 1 / value : value);
            Phasor found = probed(slope, words.get(1));
            assertThat(Math.hypot(found.re() - truth, found.im()))
                    .as("%s at %s", asked, value)
                    .isLessThanOrEqualTo(found.error());
            assertThat(found.error()).isLessThan(1e-9);
        }
    }

    /** So is that of a slope along a diagonal of the complex plane, of which neither part is more than the whole. */
    @ParameterizedTest
    @ValueSource(ints = {45, 135, 225, 315})
    void roundingsCountWhereverAPhasorPoints(int degrees) {
        String cards = "I1 0 a AC 1 " + degrees + "|R1 a 0 %s";
        for (int seed = 1; seed < 60; seed++) {
            double value = 1 + seed / 61.0;
            NetworkSlope slope = NetworkSlope.of(
                    parts(cards.formatted(value)),
                    List.of(new NetworkSlope.Way(far -> parts(cards.formatted(value * (1 + far))), 1e-4)),
                    0,
                    Work.unlimited());
            Phasor found = slope.voltage("a", "0", 1);
            double re = value * Math.cos(Math.toRadians(degrees));
            double im = value * Math.sin(Math.toRadians(degrees));
            assertThat(Math.hypot(found.re() - re, found.im() - im)).isLessThanOrEqualTo(found.error());
        }
    }

    private static Phasor probed(NetworkSlope slope, String probe) {
        if (probe.startsWith("current")) {
            return slope.current(probe.substring(8), 1);
        }
        if (probe.startsWith("impedance")) {
            Phasor impedance = slope.impedance("a", "0", 1);
            return new Phasor(impedance.im(), impedance.re(), impedance.error());
        }
        return slope.voltage(probe.endsWith("b") ? "b" : "a", "0", 1);
    }

    /** v = 1/(1 − g) with g nearly 1: what is open of the gain is in v once, and in its slope, the square of v, twice. */
    @Test
    void whatIsOpenOfTheSolutionIsOpenOfItsSlope() {
        String cards = "I1 0 a 1|R1 a 0 1|G1 0 a a 0 %s";
        double gain = 0.99999999;
        Phasor voltage = new LinearNetwork(parts(cards.formatted(gain)), Work.unlimited()).voltage("a", "0", 0);
        Phasor slope = slope(cards, gain).voltage("a", "0", 0);
        double relative = slope.error() / slope.re() / (voltage.error() / voltage.re());
        assertThat(slope.re()).isCloseTo(1e16, withinPercentage(1e-5));
        assertThat(relative).isBetween(1.9, 2.1);
    }

    /** Where conductance and capacitance change by as much the error of the voltage counts by both, though they point apart. */
    @Test
    void whatIsOpenCountsByBothPartsOfACoefficient() {
        String cards = "I1 0 a AC 1|R0 a 0 1|G1 0 a a 0 0.99999999|R1 a 0 %1$sg|C1 a 0 %1$sn";
        Phasor voltage = new LinearNetwork(parts(cards.formatted(1.0)), Work.unlimited()).voltage("a", "0", 1);
        Phasor slope = slope(cards, 1).voltage("a", "0", 1);
        double relative = slope.error() / slope.magnitude() / (voltage.error() / voltage.magnitude());
        assertThat(relative).isBetween(2.4, 3.0); // once for the equations of the slope, and from the root of 2 to 2
    }

    @Test
    void whatIsOpenCountsWhicheverWayAFrequencyGoes() {
        String cards = "I1 0 a AC 1|R0 a 0 1|G1 0 a a 0 0.99999999|C1 a 0 1n";
        Phasor voltage = new LinearNetwork(parts(cards), Work.unlimited()).voltage("a", "0", 1);
        for (double way : new double[] {1, -1}) {
            Phasor slope = byOmega(cards, way).voltage("a", "0", 1);
            double relative = slope.error() / slope.magnitude() / (voltage.error() / voltage.magnitude());
            assertThat(relative).isBetween(1.9, 3.0);
        }
    }
}
