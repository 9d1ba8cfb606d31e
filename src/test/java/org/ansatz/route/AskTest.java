package org.ansatz.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.junit.jupiter.api.Test;

/** What evidence says of how it was found. */
final class AskTest {

    /** The evidence of a value that is what is left of terms ten thousand million times as large. */
    private static Evidence.Values remainder(double x) {
        Problem problem = Yaml.problem("""
                title: A remainder
                statement: How much more than $10^10 pi$ is {x} more?
                given: {x: %s}
                answer: {kind: number}
                routes:
                  by terms: (1e10*pi + x) - 1e10*pi
                """.formatted(x));
        return (Evidence.Values) problem.routes().get(0).evidence(problem.published());
    }

    /** Evidence on either side of the millionth, no farther from it than a twentieth. */
    @Test
    void aValueKnownToFewerThanSixDigitsIsARemainderOfItsTerms() {
        Set<Boolean> near = new TreeSet<>();
        for (double x = 10; x < 160; x *= 1.02) {
            Evidence.Values found = remainder(x);
            double unknown = found.error() / found.scale() / 1e-6;
            assertThat(found.terms() > 1e10)
                    .as("an error of %s millionths", unknown)
                    .isEqualTo(unknown >= 1);
            if (Math.abs(unknown - 1) < 0.05) {
                near.add(unknown >= 1);
            }
        }
        assertThat(near).containsExactly(false, true);
    }
}
