package org.ansatz.field.circuit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.circuit.linear.LinearNetwork;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linear networks through time, against closed forms and against phasors; the claimed error covers the true one. */
final class LinearTransientTest {

    private static SimulatedTransient run(String cards, double stop) {
        Deck deck = NetlistReader.read(cards.replace('|', '\n'), fault -> {
            throw new AssertionError(fault.message());
        });
        return new SimulatedTransient(
                new Equations(deck.components(new double[0])),
                SimulatedTransient.Start.STATED,
                stop,
                SimulatedTransient.TOLERANCE,
                SimulatedTransient.Claim.ERRORS,
                Work.unlimited());
    }

    private static void assertVoltage(
            SimulatedTransient run, String node, double stop, double scale, DoubleUnaryOperator of) {
        for (int i = 0; i <= 50; i++) {
            double t = stop * i / 50;
            Reading reading = run.voltage(node, "0", t);
            double off = Math.abs(reading.value() - of.applyAsDouble(t));
            assertThat(off).as("t = " + t).isLessThan(1e-8 * scale);
            assertThat(off).as("t = " + t).isLessThanOrEqualTo(reading.error() + 1e-13 * scale);
        }
    }

    /** Under, critically and over damped: R of 20, 2 √(L/C) and 200 ohm. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 63.245553203367585, 200})
    void theStepOfAnRlcCircuit(double r) {
        double l = 1e-3;
        double c = 1e-6;
        SimulatedTransient run = run("V1 in 0 10|R1 in a " + r + "|L1 a out 1m|C1 out 0 1u", 1e-3);
        double a = r / (2 * l);
        double square = a * a - 1 / (l * c);
        assertVoltage(run, "out", 1e-3, 10, t -> {
            double w = Math.sqrt(Math.abs(square));
            if (Math.abs(square) < 1e-3 * a * a * 1e-6) {
                return 10 * (1 - Math.exp(-a * t) * (1 + a * t));
            }
            return square < 0
                    ? 10 * (1 - Math.exp(-a * t) * (Math.cos(w * t) + a / w * Math.sin(w * t)))
                    : 10 * (1 - Math.exp(-a * t) * (Math.cosh(w * t) + a / w * Math.sinh(w * t)));
        });
    }

    /** The value of a square wave changes at its corners and nowhere else, however a multiple of its period is rounded. */
    @ParameterizedTest
    @ValueSource(doubles = {2e-3, 0.7e-3, 3e-3, 1.0 / 3, 1e-9})
    void aSquareWaveChangesAtItsCorners(double period) {
        Waveform.Pulse pulse = new Waveform.Pulse(0, 5, 0, 0, 0, period / 2, period);
        double t = 0;
        for (int corner = 1; corner <= 2000; corner++) {
            double next = pulse.nextBreak(t);
            assertThat(next).isCloseTo(corner * period / 2, within(1e-9 * period));
            assertThat(pulse.at(t)).as("corner %d", corner).isEqualTo(corner % 2 == 1 ? 5 : 0);
            assertThat(pulse.at(Math.nextDown(next)))
                    .as("before corner %d", corner)
                    .isEqualTo(pulse.at(t));
            t = next;
        }
    }

    @Test
    void aSquareWaveSettles() {
        SimulatedTransient run = run("V1 in 0 PULSE(0 5 0 0 0 1m 2m)|R1 in out 1k|C1 out 0 1u", 80e-3);
        Reading low = run.voltage("out", "0", 78e-3);
        assertThat(low.value()).isCloseTo(5 / (1 + Math.E), within(Math.min(1e-8, 4 * low.error())));
    }

    @Test
    void aPulseChargesAndDischarges() {
        SimulatedTransient run =
                run("V1 in 0 PULSE(0 5 1m 0 0 1m 4m)|R1 in out 1k|C1 out 0 1u|L9 in x 1m|R9 x 0 1k", 6e-3);
        assertVoltage(run, "out", 6e-3, 5, t -> {
            double v = 0;
            for (double edge : new double[] {1e-3, 2e-3, 5e-3, 6e-3}) {
                double step = edge == 1e-3 || edge == 5e-3 ? 5 : -5;
                v += t <= edge ? 0 : step * -Math.expm1(-(t - edge) / 1e-3);
            }
            return v;
        });
    }

    @Test
    void linesAndExponentials() {
        SimulatedTransient ramp = run("V1 in 0 PWL(0 0 1m 1)|R1 in m 10k|C1 m out 10n|E1 out 0 opamp 0 m", 5e-3);
        assertVoltage(ramp, "out", 5e-3, 45, t -> t < 1e-3 ? -5e6 * t * t : -5 - 1e4 * (t - 1e-3));
        SimulatedTransient exponential = run("V1 in 0 EXP(1 3 1m 0.5m)|R1 in out 1|L1 out 0 1", 4e-3);
        assertThat(exponential.voltage("in", "0", 3e-3).value()).isCloseTo(1 + 2 * -Math.expm1(-4), within(1e-15));
    }

    /** Two coupled circuits swing at two frequencies: by symmetry and antisymmetry, L(1 ± k). */
    @Test
    void coupledCircuitsExchangeTheirEnergy() {
        SimulatedTransient run = run("C1 a 0 1u IC=1|L1 a 0 1m|C2 b 0 1u|L2 b 0 1m|K1 L1 L2 0.2", 1e-3);
        double plus = 1 / Math.sqrt(1e-9 * 1.2);
        double minus = 1 / Math.sqrt(1e-9 * 0.8);
        assertVoltage(run, "b", 1e-3, 1, t -> (Math.cos(plus * t) - Math.cos(minus * t)) / 2);
    }

    @Test
    void whatIsJustAfterTheBeginning() {
        SimulatedTransient run = run("V1 in 0 5|R1 in m 1k|R2 m n 1k|C1 n 0 10n IC=2|L1 n 0 1m IC=0.001", 5e-3);
        assertThat(run.voltage("n", "0", 0).value()).isCloseTo(2, within(1e-12));
        assertThat(run.current("L1", 0).value()).isCloseTo(1e-3, within(1e-14));
        assertThat(run.current("C1", 0).value()).isCloseTo(0.5e-3, within(1e-9));
        assertThat(run.current("R1", 0).value()).isCloseTo(1.5e-3, within(1e-14));
    }

    /** A charge that passes in no time is no value, and the claimed error says so. */
    @Test
    void anImpulseIsKnownToBeNone() {
        Reading reading =
                run("V1 in 0 PULSE(0 1 1m)|C1 in 0 1u|L1 in 0 1m", 2e-3).current("V1", 1e-3);
        assertThat(reading.error()).isGreaterThan(0.5 * Math.abs(reading.value()));
    }

    /** Long after the beginning a lossy network driven by a sine does what phasors say, a method that shares nothing with this. */
    @Test
    void theSteadyStateIsThatOfPhasors() {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            StringBuilder cards = new StringBuilder();
            int size = 2 + random.nextInt(3);
            for (int i = 1; i <= size; i++) {
                cards.append("R%d n%d %s %g%n"
                        .formatted(i, i, i == 1 ? "s" : "n" + (i - 1), 50 + 200 * random.nextDouble()));
                cards.append("C%d n%d 0 %g%n".formatted(i, i, 1e-7 * (1 + random.nextDouble())));
                cards.append("L%d n%d m%d %g%n".formatted(i, i, i, 1e-3 * (1 + random.nextDouble())));
                cards.append("RL%d m%d 0 %g%n".formatted(i, i, 50 + 100 * random.nextDouble()));
            }
            cards.append("G1 n1 0 n%d 0 1e-4%nK1 L1 L2 0.3%n".formatted(size));
            double f = 1000 + 4000 * random.nextDouble();
            double stop = 4e-3;
            SimulatedTransient run = run(cards + "V1 s 0 SIN(0 1 " + f + ")\n", stop);
            Deck deck = NetlistReader.read(cards + "V1 s 0 AC 1\n", NetlistReader.Form.PHASORS, fault -> {
                throw new AssertionError(fault.message());
            });
            Phasor phasor = new LinearNetwork(deck.components(new double[0]), Work.unlimited())
                    .voltage("n" + size, "0", 2 * Math.PI * f);
            double angle = 2 * Math.PI * f * stop;
            double expected = phasor.re() * Math.sin(angle) + phasor.im() * Math.cos(angle);
            Reading reading = run.voltage("n" + size, "0", stop);
            assertThat(reading.value()).as("seed " + seed).isCloseTo(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 PULSE(0)|L1 a 0 1; written PULSE(low high delay rise fall width period)",
                "V1 a 0 PULSE(0 1 0 1 1 1 2)|L1 a 0 1; the period of a PULSE is not shorter",
                "V1 a 0 PULSE(0 1 -1)|L1 a 0 1; the times of a PULSE are finite and not negative",
                "V1 a 0 EXP(0 1 0)|L1 a 0 1; written EXP(first second riseAt rise fallAt fall)",
                "V1 a 0 EXP(0 1 0 0)|L1 a 0 1; the time constants of an EXP are positive",
                "V1 a 0 PWL(0 0 1)|L1 a 0 1; written PWL(time value time value …)",
                "V1 a 0 PWL(0 0 0 1)|L1 a 0 1; the times of a PWL rise",
                "V1 a 0 1|L1 a 0 1 IC; expected IC=amperes",
            })
    void whatIsWrongOnACardIsNamed(String cards, String message) {
        StringBuilder faults = new StringBuilder();
        NetlistReader.read(cards.replace('|', '\n'), fault -> faults.append(fault.message()));
        assertThat(faults.toString()).contains(message);
    }

    @Test
    void whatHasNoSolutionIsRefused() {
        assertThatThrownBy(() -> run("V1 a 0 1|C1 a 0 1u|L1 b c 1m|C2 b c 1u", 1e-3))
                .hasMessageContaining("the network has no unique solution in time");
        assertThatThrownBy(() -> run("V1 a 0 1|R1 a 0 1|L1 a 0 1m", -1)).hasMessageContaining("a positive time");
        assertThatThrownBy(() -> run("V1 a 0 SIN(0 1 1g)|R1 a b 1|L1 b 0 1n", 1))
                .hasMessageContaining("the transient takes more than 20000 steps");
        assertThatThrownBy(() -> run("V1 a 0 1|R1 a b 1|L1 b 0 1m", 1e-3).voltage("a", "0", 2e-3))
                .hasMessageContaining("lies outside the transient");
    }
}
