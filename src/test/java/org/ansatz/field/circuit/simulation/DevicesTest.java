package org.ansatz.field.circuit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Circuits with SPICE's own devices against ngspice: at rest, in small signals and through time. */
final class DevicesTest {

    /** Of the largest voltage of a circuit, at rest and in small signals; ngspice is told the temperature at which its k T/q is ours. */
    private static final double AT_REST = 2e-7;

    /** Through time, where ngspice integrates by the trapezoidal rule in 40,000 steps. */
    private static final double THROUGH_TIME = 1e-5;

    /** A circuit, and lines of what ngspice finds. */
    record Circuit(String title, String cards, List<String[]> values) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Circuit> circuits() {
        String text;
        try (InputStream stream = DevicesTest.class.getResourceAsStream("/golden/circuit/devices.txt")) {
            text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(text.split("\n\n")).map(DevicesTest::circuit);
    }

    private static Circuit circuit(String block) {
        StringBuilder cards = new StringBuilder();
        List<String[]> values = new ArrayList<>();
        String title = "";
        for (String line : block.split("\n")) {
            if (line.startsWith("# ")) {
                title = line.substring(2);
            } else if (line.startsWith("> ")) {
                values.add(line.substring(2).split(" "));
            } else {
                cards.append(line).append('\n');
            }
        }
        return new Circuit(title, cards.toString(), values);
    }

    private static Equations equations(Circuit circuit) {
        List<Component> components = NetlistReader.read(circuit.cards, fault -> {
                    throw new AssertionError(fault.toString());
                })
                .components(new double[0]);
        return new Equations(components);
    }

    private static double largest(Circuit circuit, int column) {
        return circuit.values.stream()
                .filter(value -> !value[0].equals("current"))
                .mapToDouble(value -> Math.abs(Double.parseDouble(value[column])))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("circuits")
    void valuesAreThoseOfNgspice(Circuit circuit) {
        switch (circuit.values.get(0)[0]) {
            case "rest":
                assertAtRest(circuit);
                break;
            case "ac":
                assertInSmallSignals(circuit);
                break;
            default:
                assertThroughTime(circuit);
        }
    }

    private static void assertAtRest(Circuit circuit) {
        BiasPoint point = new BiasPoint(equations(circuit), Work.unlimited());
        double permitted = AT_REST * largest(circuit, 2);
        double ampere = 0;
        for (String[] value : circuit.values) {
            double expected = Double.parseDouble(value[2]);
            if (value[0].equals("rest")) {
                double found = point.voltage(value[1], "0", 0).value();
                assertThat(Math.abs(found - expected))
                        .as(value[1] + " " + found + " " + expected)
                        .isLessThan(permitted);
            } else {
                double found = point.current(value[1], 0).value();
                ampere = Math.abs(expected);
                assertThat(Math.abs(found - expected))
                        .as("current " + found + " " + expected)
                        .isLessThan(1e-5 * ampere + 1e-11);
            }
        }
    }

    private static void assertInSmallSignals(Circuit circuit) {
        SmallSignal signal = new SmallSignal(equations(circuit), Work.unlimited());
        for (String[] value : circuit.values) {
            double omega = 2 * Math.PI * Double.parseDouble(value[1]);
            double re = Double.parseDouble(value[3]);
            double im = Double.parseDouble(value[4]);
            double largest = circuit.values.stream()
                    .filter(other -> other[1].equals(value[1]))
                    .mapToDouble(other -> Math.hypot(Double.parseDouble(other[3]), Double.parseDouble(other[4])))
                    .max()
                    .orElseThrow();
            Phasor found = signal.voltage(value[2], "0", omega);
            assertThat(Math.hypot(found.re() - re, found.im() - im))
                    .as(value[1] + " Hz " + value[2] + " " + found + " " + re + " " + im)
                    .isLessThan(3 * AT_REST * largest);
        }
    }

    private static void assertThroughTime(Circuit circuit) {
        double stop = Double.parseDouble(circuit.values.get(0)[3]);
        SimulatedTransient run = new SimulatedTransient(
                equations(circuit),
                SimulatedTransient.Start.STATED,
                stop,
                1e-8,
                SimulatedTransient.Claim.ERRORS,
                Work.unlimited());
        double permitted = THROUGH_TIME * largest(circuit, 5);
        for (String[] value : circuit.values) {
            double found =
                    run.voltage(value[4], "0", Double.parseDouble(value[1])).value();
            double expected = Double.parseDouble(value[5]);
            assertThat(Math.abs(found - expected))
                    .as("t = " + value[1] + " " + value[4] + " " + found + " " + expected)
                    .isLessThan(permitted);
        }
    }

    /** A finer run differs by no more than what both claim. */
    @ParameterizedTest
    @MethodSource("throughTime")
    void claimedErrorsCoverWhatAFinerRunFinds(Circuit circuit) {
        double stop = Double.parseDouble(circuit.values.get(0)[3]);
        SimulatedTransient coarse = run(circuit, stop, 1e-7);
        SimulatedTransient fine = run(circuit, stop, 1e-11);
        for (String[] value : circuit.values) {
            double t = Double.parseDouble(value[1]);
            Reading first = coarse.voltage(value[4], "0", t);
            Reading second = fine.voltage(value[4], "0", t);
            assertThat(Math.abs(first.value() - second.value()))
                    .as("t = " + value[1] + " " + value[4] + " " + first + " " + second)
                    .isLessThanOrEqualTo(first.error() + second.error());
        }
        for (Component part : equations(circuit).components()) {
            for (int k = 1; k < 12; k++) {
                double t = stop * k / 12;
                Reading first = coarse.current(part.name(), t);
                Reading second = fine.current(part.name(), t);
                assertThat(Math.abs(first.value() - second.value()))
                        .as("t = " + t + " " + part.name() + " " + first + " " + second)
                        .isLessThanOrEqualTo(first.error() + second.error());
            }
        }
    }

    static Stream<Circuit> throughTime() {
        return circuits().filter(circuit -> circuit.values.get(0)[0].equals("at"));
    }

    private static SimulatedTransient run(Circuit circuit, double stop, double tolerance) {
        return new SimulatedTransient(
                equations(circuit),
                SimulatedTransient.Start.STATED,
                stop,
                tolerance,
                SimulatedTransient.Claim.ERRORS,
                Work.unlimited());
    }

    /** What is looked at later does not depend on what was looked at before: devices stand where their voltages are. */
    @Test
    void currentsDoNotDependOnWhatWasAskedBefore() {
        Circuit circuit = new Circuit("", """
                .model DI D(IS=2.52e-9 N=1.752 RS=0.568)
                .model MS NMOS(VTO=1 KP=2m)
                V1 a 0 SIN(0 10 50)
                D1 a o DI
                R1 o 0 1k
                C1 o 0 100u
                V2 g 0 SIN(0 4 50)
                VD d 0 10
                M1 d g 0 0 MS
                """, List.of());
        SimulatedTransient run = new SimulatedTransient(
                equations(circuit),
                SimulatedTransient.Start.STATED,
                0.04,
                1e-8,
                SimulatedTransient.Claim.ERRORS,
                Work.unlimited());
        double first = run.current("D1", 0.0045).value();
        double channel = run.current("M1", 0.004).value();
        run.current("D1", 0.015);
        run.current("M1", 0.015);
        assertThat(run.current("D1", 0.0045).value()).isEqualTo(first);
        assertThat(run.current("M1", 0.004).value()).isEqualTo(channel);
        double gate = 4 * Math.sin(2 * Math.PI * 50 * 0.004);
        assertThat(channel).isCloseTo(1e-3 * (gate - 1) * (gate - 1), within(1e-9));
        assertThat(first).isGreaterThan(0.05);
    }
}
