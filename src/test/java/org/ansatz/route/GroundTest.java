package org.ansatz.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands under the expressions of a route: order follows dependence, and a block is solved where its names have values. */
final class GroundTest {

    private static final String DIVIDER = """
            title: A divider
            statement: A divider of {E}.
            given:
              E: 10 V
              U: 4 V
            answer:
              kind: number
              unit: %s
            routes:
              circuit:
                circuit: |
                  V1 a 0 {E}
                  R1 a out 1k
                  R2 out 0 {%s}
                run: dc
            %s
              closed: %s
            """;

    private static String verdict(String problem) {
        Bank bank = Yaml.read(problem);
        if (!bank.faults().isEmpty()) {
            return String.join("; ", Yaml.faults(bank));
        }
        Verdict verdict = Verifier.published(bank.problems().values().iterator().next(), List.of());
        return verdict.judgement().status() + ": " + verdict.judgement().reason();
    }

    private static String divider(String unit, String resistance, String rest, String closed) {
        return verdict(DIVIDER.formatted(unit, resistance, rest.indent(4).stripTrailing(), closed));
    }

    @Test
    void anUnknownAndStepsOfTheRouteStandInItsBlockWhateverTheirOrder() {
        String rest = """
                let:
                  - P = v(out)^2/Rx
                  - half = twice/4
                  - twice = 2*Rx
                unknown: {Rx: 10 ohm..100 kohm}
                equation: v(out) == U
                value: P""";
        assertThat(divider("W", "2*half", rest, "(E - U)/(1 kohm)*U")).startsWith("unkeyed");
    }

    @Test
    void aStepThatRestsOnItselfThroughTheBlockIsRefused() {
        String rest = "let: Rx = v(out)/(1 mA)\nvalue: v(out)";
        assertThat(divider("V", "Rx", rest, "E/2"))
                .contains("14:17: Rx rests on what is not known before the block 'circuit' (unknown function 'v'")
                .contains("so the block cannot rest on it");
        String longer = "let:\n  - Rx = 2*Ry\n  - Ry = v(out)/(1 mA)\nvalue: v(out)";
        assertThat(divider("V", "Rx", longer, "E/2")).contains("Rx rests on what is not known before the block");
    }

    @Test
    void stepsThatRestOnEachOtherAndAnUnknownThatRestsOnTheBlockAreRefused() {
        String circle = "let:\n  - Rx = Ry\n  - Ry = Rx\nvalue: v(out)";
        assertThat(divider("V", "Rx", circle, "E/2")).contains("(unknown name 'Ry'");
        String range = "unknown: {Rx: v(out)/(1 A)..10 kohm}\nequation: v(out) == U\nvalue: v(out)";
        assertThat(divider("V", "Rx", range, "E/2")).contains("Rx rests on what is not known before the block");
    }

    private static final String ROOT = """
            title: A root
            statement: What is the root of {a}?
            given: {a: 3}
            answer: {kind: number}
            routes:
              law: sqrt(a)
              search:
                let:
            %s
                unknown: {x: 0..top}
                equation: x^2 == a
                value: x
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- top = 2*a | unkeyed",
                "- y = 3*x;- top = a + y*0 + 1 | top rests on what is not known before the unknown (y",
                "- y = 3*x;- top = a + 1 | unkeyed",
                "- b = c;- c = a;- top = b | unkeyed",
                "- top = 2*x | top rests on what is not known before the unknown (x is the unknown)",
                "- top = 2*zz | (unknown name 'zz')",
                "- tip = 2 | unknown name 'top'; did you mean 'tip'?"
            })
    void theEndsOfAnUnknownMayRestOnStepsOfTheRoute(String steps, String said) {
        String lines = steps.replace(";", "\n").indent(6).stripTrailing();
        assertThat(verdict(ROOT.formatted(lines))).contains(said);
    }

    @Test
    void anUnknownThatNoValueSatisfiesAndOneThatTwoDoAreReasons() {
        String none = "unknown: {Rx: 10 ohm..100 ohm}\nequation: v(out) == U\nvalue: v(out)";
        assertThat(divider("V", "Rx", none, "U")).startsWith("failed").contains("no root");
        String two = "unknown: {Rx: 10 ohm..100 kohm}\nequation: v(out)^2/Rx == 20 mW\nvalue: v(out)";
        assertThat(divider("V", "Rx", two, "U")).startsWith("failed").contains("root");
    }

    @Test
    void aBlockWithoutSolutionOnPartOfASearchGivesItsReason() {
        String rest = "value: max(v(out; U = x) for x in -1 V..1 V)";
        assertThat(divider("V", "U*(1 ohm/(1 V))", rest, "E/2"))
                .startsWith("failed")
                .contains("circuit");
    }

    @Test
    void twoBlocksOfOneCircuitAreAskedAtAnotherValueOfADatum() {
        String problem = """
                title: Charging
                statement: A capacitor.
                given:
                  E: 10 V
                  R: 1 kohm
                  C: 1 uF
                  T: 1 ms
                answer:
                  kind: number
                  unit: V
                routes:
                  ode:
                    ode: R*C*u' + u == E
                    from: u(0 s) == 0 V
                    value: u(T; R = 2 kohm)
                  circuit:
                    circuit: |
                      V1 a 0 {E}
                      R1 a out {R}
                      C1 out 0 {C}
                    run: transient 5 ms
                    value: v(out; t = T, R = 2 kohm)
                  closed: %s
                """;
        assertThat(verdict(problem.formatted("E*(1 - exp(-T/(2 kohm*C)))"))).startsWith("unkeyed");
        assertThat(verdict(problem.formatted("E*(1 - exp(-T/(R*C)))"))).startsWith("inconsistent");
    }

    @Test
    void whatIsFoundAndWhatIsArbitraryMayStandInABlock() {
        String found = """
                title: A load
                statement: Which resistance makes the input real?
                given:
                  X: 20 ohm
                  f: 1 GHz
                answer:
                  kind: number
                  unit: ohm
                  find: {R: 21 ohm..1 kohm}
                routes:
                  line:
                    line:
                      source: 50 ohm
                      sections:
                        - {Z0: 50 ohm, length: c0/(1 GHz)/8}
                      load: R + j*X
                    equation: imag(zin(f)) == 0 ohm
                  circle: sqrt((50 ohm)^2 - X^2)
                """;
        assertThat(verdict(found)).startsWith("unkeyed");
        String arbitrary = """
                title: Half
                statement: What part of any source?
                any:
                  E: 1 V..5 V
                answer:
                  kind: number
                routes:
                  circuit:
                    circuit: |
                      V1 a 0 {E}
                      R1 a out 1k
                      R2 out 0 1k
                    run: dc
                    value: v(out)/E
                  closed: 1/2
                """;
        assertThat(verdict(arbitrary)).startsWith("unkeyed");
    }

    @Test
    void whatABlockExportsHidesNoGivenAndNoStep() {
        String problem = """
                title: An image
                statement: What?
                given:
                  g: 1.1
                  %s: 10
                answer:
                  kind: number
                routes:
                  iq:
                    iq: {gain: g, phase: 1 deg}
                    value: image/wanted
                  closed: 1
                """;
        for (String export : List.of("wanted", "image")) {
            assertThat(verdict(problem.formatted(export)))
                    .contains("the block 'iq' exports " + export + ", which means something else here");
        }
    }
}
