package org.ansatz.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.bank.Yaml;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.Test;

/** Sequences among the steps of a route, before and behind its field block. */
final class SequencesInRoutesTest {

    private static double value(String steps, String block, String value) {
        Problem problem = Yaml.problem(
                """
                title: A sequence
                statement: What is it?
                given: {V0: 2}
                answer: {kind: number}
                routes:
                  only:
                    let: |
                %s
                %s
                    value: %s
                """.formatted(steps.indent(6).stripTrailing(), block.indent(4).stripTrailing(), value));
        Evidence evidence = problem.routes().get(0).evidence(problem.published());
        return Arithmetic.real(((Evidence.Values) evidence).first().value());
    }

    @Test
    void aBlockMayRestOnASequence() {
        String steps = "k[n] = k[n-1]/2\nk[0] = V0";
        String equation = "ode: x' == -k[1]*x\nfrom: x(0) == 1";
        assertThat(value(steps, equation, "x(1)")).isCloseTo(Math.exp(-1), within(1e-10));
    }

    /** The line with the start needs no block, and waits for the one that does. */
    @Test
    void aSequenceMayRestOnABlock() {
        String equation = "ode: x' == -x\nfrom: x(0) == 1";
        for (String steps : new String[] {"y[0] = 0\ny[n] = y[n-1]/2 + x(1)", "y[n] = y[n-1]/2 + x(1)\ny[0] = 0"}) {
            assertThat(value(steps, equation, "y[3]")).isCloseTo(1.75 * Math.exp(-1), within(1e-10));
        }
    }

    @Test
    void aSequenceMayBeRandom() {
        String steps = "X ~ normal(0, 1)\ny[0] = 0\ny[n] = y[n-1]/2 + X";
        assertThat(value(steps, "", "var(y[3])")).isCloseTo(1.75 * 1.75, within(1e-10));
    }
}
