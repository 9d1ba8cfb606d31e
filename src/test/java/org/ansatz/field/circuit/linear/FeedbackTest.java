package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;

/** Whether amplifiers are held by their feedback, against what the fractions fed back to each input say. */
class FeedbackTest {

    private static List<String> remarks(List<Component> parts) {
        return Feedback.remarks(new LinearNetwork(parts, Work.unlimited()), parts);
    }

    private static List<Component> divider(String name, String middle, double upper, double lower) {
        return List.of(
                new Element.Resistor(name + "a", "out", middle, upper),
                new Element.Resistor(name + "b", middle, "0", lower));
    }

    @Test
    void anAmplifierIsHeldIfMoreIsFedBackToItsInvertingInput() {
        Random random = new Random(18);
        for (int i = 0; i < 500; i++) {
            double[] ohms = random.doubles(4, 1, 100).toArray();
            List<Component> parts = new ArrayList<>(divider("Rp", "p", ohms[0], ohms[1]));
            parts.addAll(divider("Rn", "n", ohms[2], ohms[3]));
            parts.add(new Component.Amplifier("E1", "out", "0", "p", "n"));
            boolean held = ohms[3] / (ohms[2] + ohms[3]) > ohms[1] / (ohms[0] + ohms[1]);
            assertThat(remarks(parts).isEmpty()).as("case %d", i).isEqualTo(held);
        }
    }

    @Test
    void oneAmplifierOfSeveralIsNamed() {
        List<Component> parts = new ArrayList<>(divider("R1", "n", 10, 1));
        parts.add(new Component.Amplifier("E1", "out", "0", "0", "n"));
        parts.add(new Component.Amplifier("E2", "next", "0", "next", "out"));
        assertThat(remarks(parts))
                .containsExactly("the feedback of E2 is positive at rest: a real amplifier with these inputs would run"
                        + " into its supply");
    }

    /** Two amplifiers in a ring, each inverting: what comes back has the sign of what went out. */
    @Test
    void amplifiersMayRunAwayTogether() {
        List<Component> parts = List.of(
                new Element.Resistor("R1", "a", "m", 1),
                new Element.Resistor("R2", "m", "b", 3),
                new Element.Resistor("R3", "b", "n", 1),
                new Element.Resistor("R4", "n", "a", 3),
                new Component.Amplifier("E1", "b", "0", "0", "m"),
                new Component.Amplifier("E2", "a", "0", "0", "n"));
        assertThat(remarks(parts)).singleElement().asString().startsWith("the feedback of E1, E2 is positive");
    }

    @Test
    void nothingIsSaidWhereNothingRests() {
        List<Component> integrator = List.of(
                new Element.Resistor("R1", "in", "n", 1),
                new Element.Resistor("R2", "in", "0", 1),
                new Element.Capacitor("C1", "n", "out", 1, 0),
                new Component.Amplifier("E1", "out", "0", "0", "n"));
        assertThat(remarks(integrator)).isEmpty();
    }
}
