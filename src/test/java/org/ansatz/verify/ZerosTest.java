package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.Sheet;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is zero up to rounding: its scale is that of the terms that cancel, and its error that of each of them. */
final class ZerosTest {

    private static final String BRIDGE = """
            title: A bridge
            statement: What is the voltage between the two dividers of the bridge on {E}?
            given: {E: 10 V, R1: 2 kohm, R2: %s, R3: 3 kohm, R4: 3 kohm, R5: 50 ohm}
            answer: {kind: number, unit: %s}
            routes:
              dividers: %s
              netlist:
                circuit: |
                  V1 s 0 {E}
                  R1 s l {R1}
                  R2 l 0 {R2}
                  R3 s r {R3}
                  R4 r 0 {R4}
            %s
                run: dc
                value: %s
            """;

    private static final String OPEN = "E*(R2/(R1 + R2) - R4/(R3 + R4))";

    private static Verdict bridge(String r2, String answer, String closed, String detector, String value) {
        String cards = detector.isEmpty() ? "" : "      " + detector;
        return Verifier.published(Yaml.problem(BRIDGE.formatted(r2, answer, closed, cards, value)), List.of());
    }

    @Test
    void aBalancedBridgeIsZeroByBothRoutes() {
        assertThat(bridge("2 kohm", "V", OPEN, "", "v(l, r)").judgement().status())
                .isEqualTo("unkeyed");
        assertThat(bridge("2 kohm", "V, tolerance: 1 mV", OPEN, "", "v(l, r)")
                        .judgement()
                        .status())
                .isEqualTo("unkeyed");
        assertThat(bridge("2 kohm", "V", OPEN, "", "v(l) - v(r)").judgement().status())
                .isEqualTo("unkeyed");
    }

    @Test
    void soIsTheCurrentThroughItsDetector() {
        assertThat(bridge("2 kohm", "mA", "0 V/R5*E/E", "R5 l r {R5}", "i(R5)")
                        .judgement()
                        .status())
                .isEqualTo("unkeyed");
    }

    @Test
    void aBridgeThatIsOffByAMillionthIsNotBalanced() {
        Verdict off = bridge("2.00002 kohm", "V", OPEN.replace("R2/", "R1/"), "", "v(l, r)");
        assertThat(off.judgement().status()).isEqualTo("inconsistent");
        assertThat(bridge("2.00002 kohm", "V", OPEN, "", "v(l, r)").judgement().status())
                .isEqualTo("unkeyed");
    }

    @Test
    void inATransientAndAPeriodicRunTheErrorIsThatOfBothNodes() {
        for (String run : List.of("transient 1 ms", "periodic")) {
            Verdict verdict = Verifier.published(Yaml.problem("""
                    title: Two equal filters
                    statement: What is between the outputs of two equal filters on {E}?
                    given: {E: 10 V, f: 1 kHz, T: 0.3 ms}
                    answer: {kind: number, unit: V}
                    routes:
                      equal: E - E
                      netlist:
                        circuit: |
                          V1 s 0 SIN(0 {E} {f})
                          R1 s a 1k
                          C1 a 0 1u
                          R2 s b 3k
                          C2 b 0 0.3333333333333333u
                        run: %s
                        value: v(a, b; t = T)
                    """.formatted(run)), List.of());
            assertThat(verdict.judgement().status())
                    .as(run + verdict.judgement().reason())
                    .isEqualTo("unkeyed");
        }
    }

    // ---- integrals

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate(x^3 for x in -1..1)",
                "integrate(sin(x)*exp(-x^2) for x in -3..3)",
                "integrate(cos(x) for x in 0..pi)",
                "integrate(sin(x)^2 + cos(x)^2 - 1 for x in 0..3)",
                "integrate((sqrt(x)^2 - x)^2 for x in 1..2)",
                "integrate(exp(x)*exp(-x) - 1 for x in 0..5)",
                "real(integrate(exp(2j*x) for x in 0..pi))"
            })
    void anIntegralThatIsZeroIsZeroWithAnError(String integral) {
        assertThat(Sheet.of().number(integral)).isBetween(-1e-14, 1e-14);
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: Nothing
                statement: What is left of {a}?
                given: {a: 1}
                answer: {kind: number}
                routes:
                  closed: a - a
                  integral: %s*a
                """.formatted(integral)), List.of());
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("unkeyed");
    }

    @ParameterizedTest
    @CsvSource({"integrate(x^3 + 1e-7 for x in -1..1)", "integrate(sin(x)^2 + cos(x)^2 - 1 + 1e-9 for x in 0..3)"})
    void oneThatIsNotIsNot(String integral) {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: Little
                statement: What is left of {a}?
                given: {a: 1}
                answer: {kind: number}
                routes:
                  closed: a - a
                  integral: %s*a
                """.formatted(integral)), List.of());
        assertThat(verdict.judgement().status()).isEqualTo("inconsistent");
    }

    @Test
    void noiseThatIsNoRoundingStillDoesNotSettle() {
        assertThat(Sheet.of()
                        .fault("integrate(mod(floor(x*1e9)*7919, 1013) - 506 for x in 0..1)")
                        .message())
                .startsWith("the integral does not settle");
    }
}
