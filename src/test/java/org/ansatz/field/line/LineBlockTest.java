package org.ansatz.field.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as they are written in a problem, each beside a closed form. */
final class LineBlockTest {

    private record Line(String name, String source, String sections, String load, String value, String closedForm) {}

    private static String problem(Line line) {
        return """
                title: A line
                statement: What does it show?
                given: {Z0: 75 ohm, R: 30 ohm, len: 0.4 m, f0: 350 MHz, a: 2 dB/m}
                let: |
                  beta = 2*pi*f0/c0
                answer: {kind: complex, tolerance: 1e-9}
                routes:
                  closed form: %s
                  chain:
                    line:
                      source: %s
                      sections:
                %s
                      load: %s
                    value: %s
                """.formatted(
                line.closedForm(), line.source(), line.sections().indent(8).stripTrailing(), line.load(), line.value());
    }

    /** What a section is made of does not depend on the frequency that is asked for; its impedances do. */
    @Test
    void inASectionTheFrequencyIsTheProblems() {
        String problem = """
                title: A line
                statement: What does it show?
                given: {f: 350 MHz, R: 30 ohm, X: 20 ohm}
                answer: {kind: complex, tolerance: 1e-9, unit: ohm}
                routes:
                  closed form: "%s"
                  chain:
                    line:
                      source: 50 ohm
                      sections:
                        - {Z0: 75 ohm, length: "c0/(4*f)"}
                        - {series: "j*X*f/(350 MHz)"}
                      load: R
                    value: %s
                """;
        assertAgrees(problem.formatted("(75 ohm)^2/(R + j*X)", "zin(f)"));
        assertAgrees(problem.formatted("R + 2*j*X", "zin(2*f)"));
    }

    /** Of what a datum that is nothing but its rounding makes nothing is known; 1 on the line is what it would be without errors. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50 ohm| 50 ohm| 1 m| c0| 0 ohm| (1 + k)*50 ohm| vswr(1 MHz)| 1",
                "50 ohm| (1 + k)*50 ohm| 1 m| c0| 0 ohm| 50 ohm| vswr(80 MHz)| 1",
                "50 ohm| 50 ohm| (1 + k)*1 m| c0| 0 ohm| 20 ohm| real(gamma(74.9481145 MHz))| 0.42857142857142857",
                "50 ohm| 50 ohm| 1 m| c0/(1 + k)| 0 ohm| 20 ohm| real(gamma(74.9481145 MHz))| 0.42857142857142857",
                "50 ohm| 50 ohm| 1 m| 1/(1 + k)| 0 ohm| 20 ohm| real(gamma(74.9481145 MHz))| 0.42857142857142857",
                "50 ohm| 50 ohm| 1 m| c0| k*50 ohm| 50 ohm| vswr(1 MHz)| 1",
                "(1 + k)*50 ohm| 50 ohm| 1 m| c0| 0 ohm| 50 ohm| vswr(1 MHz)| 1",
                "50 ohm| 50 ohm| 1 m| c0| 0 ohm| (1 + (sqrt(f/(1 MHz))^2 - 2)*1e15)*50 ohm| vswr(2 MHz)| 1",
                "50 ohm| 50 ohm| 1 m| c0| 0 ohm| (1 + k)*50 ohm| real(s11(1 MHz))| 0"
            })
    void theErrorsOfItsDataAreErrorsOfWhatItShows(
            String source,
            String z0,
            String length,
            String velocity,
            String series,
            String load,
            String value,
            double truth) {
        Problem problem = Yaml.problem("""
                title: A line
                statement: What does it show?
                answer: {kind: number}
                let: |
                  k = (sqrt(2)^2 - 2)*1e15
                routes:
                  chain:
                    line:
                      source: %s
                      sections:
                        - {Z0: "%s", length: "%s", velocity: "%s"}
                        - {series: "%s"}
                      load: %s
                    value: %s
                """.formatted(source, z0, length, velocity, series, load, value));
        Estimate found = ((Evidence.Values) problem.routes().get(0).evidence(problem.published())).first();
        assertThat(Math.abs(Arithmetic.real(found.value()) - truth)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isGreaterThan(0.01);
    }

    @Test
    void dataThatAreOnlyRoundedLeaveTheirDigits() {
        Problem problem = Yaml.problem("""
                title: A line
                statement: What does it show?
                answer: {kind: number}
                routes:
                  chain:
                    line:
                      source: 50 ohm
                      sections:
                        - {Z0: sqrt(2)*sqrt(1250)*1 ohm, length: pi*1 m}
                        - {series: "j*2*pi*f*10 nH"}
                      load: 50 ohm
                    value: abs(gamma(1 GHz))
                """);
        Estimate found = ((Evidence.Values) problem.routes().get(0).evidence(problem.published())).first();
        double x = 2 * Math.PI * 10;
        assertThat(Arithmetic.real(found.value())).isCloseTo(x / Math.hypot(100, x), within(1e-12));
        assertThat(found.error()).isLessThan(1e-12);
    }

    private static void assertAgrees(String problem) {
        Verdict verdict = Verifier.published(Yaml.problem(problem), List.of());
        assertThat(verdict.judgement().status())
                .as(verdict.judgement().reason())
                .isEqualTo("unkeyed");
    }

    @TestFactory
    Stream<DynamicTest> theChainShowsWhatTheClosedFormSays() {
        String lossless = "- {Z0: Z0, length: len}";
        return Stream.of(
                        new Line(
                                "input impedance",
                                "50 ohm",
                                lossless,
                                "R",
                                "zin(f0)/(1 ohm)",
                                "Z0*(R + j*Z0*tan(beta*len))/(Z0 + j*R*tan(beta*len))/(1 ohm)"),
                        new Line(
                                "an open end",
                                "50 ohm",
                                lossless,
                                "open",
                                "zin(f0)/(1 ohm)",
                                "-j*Z0/tan(beta*len)/(1 ohm)"),
                        new Line(
                                "a slow line",
                                "50 ohm",
                                "- {Z0: Z0, length: len, velocity: 0.66}",
                                "open",
                                "zin(f0)/(1 ohm)",
                                "-j*Z0/tan(beta/0.66*len)/(1 ohm)"),
                        new Line(
                                "a velocity in metres per second",
                                "50 ohm",
                                "- {Z0: Z0, length: len, velocity: 2e8 m/s}",
                                "open",
                                "zin(f0)/(1 ohm)",
                                "-j*Z0/tan(2*pi*f0/(2e8 m/s)*len)/(1 ohm)"),
                        new Line(
                                "loss",
                                "Z0",
                                "- {Z0: Z0, length: len, loss: a}",
                                "Z0",
                                "s21(f0)",
                                "exp(-j*beta*len)/db2mag(a*len)"),
                        new Line(
                                "an open stub across",
                                "50 ohm",
                                "- {stub: open, Z0: Z0, length: len}",
                                "R",
                                "(1 ohm)/zin(f0)",
                                "(1 ohm)*(1/R + j*tan(beta*len)/Z0)"),
                        new Line(
                                "a shorted stub across",
                                "50 ohm",
                                "- {stub: short, Z0: Z0, length: len}",
                                "R",
                                "(1 ohm)/zin(f0)",
                                "(1 ohm)*(1/R - j/(Z0*tan(beta*len)))"),
                        new Line(
                                "lumped elements that depend on the frequency",
                                "50 ohm",
                                "- series: 2j*pi*f*(10 nH)\n- shunt: 1/(2j*pi*f*(5 pF))",
                                "R",
                                "zin(f0)/(1 ohm)",
                                "(2j*pi*f0*(10 nH) + 1/(1/R + 2j*pi*f0*(5 pF)))/(1 ohm)"),
                        new Line(
                                "standing waves",
                                "50 ohm",
                                "- {Z0: 50 ohm, length: len}",
                                "R",
                                "vswr(f0)",
                                "max(R, 50 ohm)/min(R, 50 ohm)"))
                .map(line -> dynamicTest(line.name(), () -> {
                    Verdict verdict = Verifier.published(Yaml.problem(problem(line)), List.of());
                    assertThat(verdict.judgement().reason())
                            .containsPattern("2 independent routes share 1[2-6] digits");
                }));
    }

    private record Refused(String name, Line line, String fault) {}

    @TestFactory
    Stream<DynamicTest> whatIsMisspeltIsShownWithItsPlace() {
        return Stream.of(
                        new Refused(
                                "a length in hertz",
                                new Line("", "50 ohm", "- {Z0: Z0, length: f0}", "R", "zin(f0)", "R"),
                                "a length (m) is needed here; this is a frequency (Hz)"),
                        new Refused(
                                "an impedance without a unit",
                                new Line("", "50", "- {Z0: Z0, length: len}", "R", "gamma(f0)", "0j"),
                                "an impedance (ohm) is needed here; this is a pure number; is the unit missing?"),
                        new Refused(
                                "another kind of stub",
                                new Line("", "50 ohm", "- {stub: shut, Z0: Z0, length: len}", "R", "gamma(f0)", "0j"),
                                "'shut' is none of open, short"),
                        new Refused(
                                "a field misspelt",
                                new Line("", "50 ohm", "- {Z0: Z0, lenght: len}", "R", "gamma(f0)", "0j"),
                                "unknown field 'lenght'; did you mean 'length'?"),
                        new Refused(
                                "a frequency in seconds",
                                new Line("", "50 ohm", "- {Z0: Z0, length: len}", "R", "gamma(len)", "0j"),
                                "gamma takes a frequency (Hz) here"))
                .map(refused -> dynamicTest(
                        refused.name(),
                        () -> assertThat(Yaml.faults(Yaml.read(problem(refused.line()))))
                                .anyMatch(fault -> fault.contains(refused.fault()))));
    }
}
