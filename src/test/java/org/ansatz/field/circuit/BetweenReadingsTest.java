package org.ansatz.field.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrals and extremes of solutions of field blocks see what happens between samples, beside closed forms. */
final class BetweenReadingsTest {

    private static Estimate found(String block, String value) {
        Verdict verdict =
                Verifier.published(Yaml.problem("""
                title: A waveform
                statement: What comes of it?
                answer: {kind: number}
                routes:
                  reading:
                %s
                    value: %s
                """.formatted(block.indent(4).stripTrailing(), value)), List.of());
        Evidence evidence = verdict.findings().get(0).evidence();
        assertThat(evidence).as(verdict.judgement().reason()).isInstanceOf(Evidence.Values.class);
        return ((Evidence.Values) evidence).first();
    }

    private static void holds(Estimate found, double truth) {
        assertThat(Math.abs(Arithmetic.real(found.value()) - truth)).isLessThanOrEqualTo(found.error() + 1e-15);
        assertThat(found.error()).isLessThanOrEqualTo(1e-3 * truth);
    }

    /** A pulse of 5 V and a microsecond, at 3.3 ms of 10 ms; its area is 5.005 µV s. */
    @ParameterizedTest(name = "{0}, {1}, {3}")
    @CsvSource({
        "R2 out 0 1k, transient 10 ms, integrate(v(out; t = s) for s in 0 s..10 ms)/(1 V*s), 2.5025e-6",
        "R2 out 0 1k, transient 10 ms, integrate(v(out; t = 10 ms - 2*s) for s in 0 s..5 ms)/(1 V*s), 1.25125e-6",
        "C1 out 0 1n, transient 10 ms, integrate(v(out; t = s) for s in 0 s..10 ms)/(1 V*s), 5.005e-6",
        "C1 out 0 1n, transient 10 ms, max(v(out; t = s) for s in 0 s..10 ms)/(1 V), 3.16186010349",
        "L1 out 0 1u, transient 10 ms, integrate(v(out; t = s)^2 for s in 0 s..10 ms)/(1 V^2*s), 1.83939720586e-8",
    })
    void aNarrowPulseCounts(String load, String run, String value, double truth) {
        Estimate found = found("""
                circuit: |
                  V1 in 0 PULSE(0 5 3.3m 1n 1n 1u 100m)
                  R1 in out 1k
                  %s
                run: %s
                """.formatted(load, run), value);
        holds(found, truth);
    }

    @Test
    void aDiodeTurnsOnAndOffInEachPeriod() {
        Estimate found = found("""
                circuit: |
                  V1 in 0 SIN(0 1 1k)
                  D1 in out ideal
                  R1 out 0 1k
                run: periodic
                """, "integrate(v(out; t = s) for s in 0 s..30 ms)/(1 V*s)");
        holds(found, 30 / (1000 * Math.PI));
        assertThat(found.error()).isLessThan(1e-12);
    }

    @Test
    void aRootWhereADiodeTurnsOffIsOne() {
        Estimate found = found("""
                circuit: |
                  V1 in 0 SIN(0 20 50)
                  R1 in a 5
                  D1 a b ideal
                  V2 b 0 10
                run: transient 20 ms
                """, "root(v(in; t = x) - 10 V for x in 5 ms..10 ms)/(1 s)");
        assertThat(Arithmetic.real(found.value())).isCloseTo(1 / 120.0, within(1e-15));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "u' == -1e7*u; u(0) == 1; integrate(u(x) for x in 0..10); 1e-7",
                "u' == -1e7*u; u(0) == 1; integrate(u(10 - x) for x in 0..10); 1e-7",
                "u' == if(t > 3.3, 5, 0) - 1e3*u; u(0) == 1e-9; integrate(u(x)^2 for x in 0..3.4); 2.4625e-6",
                "u' == 1e4*if(t > 3.3 and t < 3.3 + 1e-4, 1, 0) - 1e3*u; u(0) == 0; max(u(x) for x in 0..10); 0.95162581964",
            })
    void aNarrowPartOfASolutionCounts(String ode, String from, String value, double truth) {
        holds(found("ode: \"" + ode + "\"\nfrom: \"" + from + "\"\n", value), truth);
    }
}
