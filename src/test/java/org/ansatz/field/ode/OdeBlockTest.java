package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Equations as they are written in a problem, each beside the closed form of its solution. */
final class OdeBlockTest {

    private record Equation(String name, String ode, String from, String of, String closedForm) {}

    private static String problem(Equation equation) {
        return """
                title: An equation
                statement: Solve it.
                answer:
                  kind: formula
                  of: {t: %s}
                routes:
                  closed form: %s
                  integration:
                    ode:
                %s
                    from:
                %s
                    value: x
                """.formatted(equation.of(), equation.closedForm(), list(equation.ode()), list(equation.from()));
    }

    private static String list(String items) {
        StringBuilder lines = new StringBuilder();
        for (String item : items.split("; ")) {
            lines.append("      - ").append(item).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private static Verdict verdict(Equation equation) {
        return Verifier.published(Yaml.problem(problem(equation)), List.of());
    }

    @TestFactory
    Stream<DynamicTest> theSolutionIsTheClosedForm() {
        return Stream.of(
                        new Equation("exponential decay", "x' == -2*x", "x(0) == 3", "0..4", "3*exp(-2*t)"),
                        new Equation("the exam's equation", "t*x' + x == t", "x(1) == 0.5", "1..3", "t/2"),
                        new Equation("its other solutions", "t*x' + x == t", "x(1) == 1", "1..3", "t/2 + 1/(2*t)"),
                        new Equation("backwards from the start", "t*x' + x == t", "x(2) == 1", "0.5..3", "t/2"),
                        new Equation(
                                "an oscillator",
                                "x'' + 4*x == 0",
                                "x(0) == 1; x'(0) == 2",
                                "0..5",
                                "cos(2*t) + sin(2*t)"),
                        new Equation(
                                "damped and driven",
                                "x'' + 2*x' + x == exp(-t)",
                                "x(0) == 0; x'(0) == 0",
                                "0..5",
                                "t^2/2*exp(-t)"),
                        new Equation(
                                "a third-order equation",
                                "x''' == 6",
                                "x(0) == 0; x'(0) == 0; x''(0) == 0",
                                "0..2",
                                "t^3"),
                        new Equation("a system", "x' == y; y' == -x", "x(0) == 0; y(0) == 1", "0..6", "sin(t)"),
                        new Equation(
                                "an implicit system",
                                "x' + y' == 1; x' - y' == 2*t",
                                "x(0) == 0; y(0) == 0",
                                "0..3",
                                "(t + t^2)/2"),
                        new Equation(
                                "a coefficient with both signs before the start",
                                "(1 + t^2)*x' == 2*t*x",
                                "x(0) == 1",
                                "-2..2",
                                "1 + t^2"))
                .map(equation -> dynamicTest(equation.name(), () -> {
                    Verdict verdict = verdict(equation);
                    assertThat(verdict.judgement().status())
                            .as(verdict.judgement().reason())
                            .isEqualTo("unkeyed");
                    assertThat(verdict.judgement().reason()).containsPattern("share (9|1[0-6]) digits");
                }));
    }

    private record Stiff(String name, String ode, String from, String point, double value) {}

    /** Values of the reference table, to all digits that the table prints and doubles hold. */
    @TestFactory
    Stream<DynamicTest> stiffEquationsAreSolvedAndSaidToBeStiff() {
        String robertson = "x' == -0.04*x + 1e4*y*z; y' == 0.04*x - 1e4*y*z - 3e7*y^2; z' == 3e7*y^2";
        String start = "x(0) == 1; y(0) == 0; z(0) == 0";
        return Stream.of(
                        new Stiff("robertson", robertson, start, "x(4e6)", 0.0005168096014924384155164018),
                        new Stiff("robertson", robertson, start, "y(40)", 0.000009185534764557763903899214),
                        new Stiff("robertson", robertson, start, "y(4e6)", 2.068294491224453554313499e-9),
                        new Stiff("robertson", robertson, start, "z(4e6)", 0.99948318833021307036003),
                        new Stiff(
                                "van der Pol",
                                "x'' == 1000*(1 - x^2)*x' - x",
                                "x(0) == 2; x'(0) == 0",
                                "x(3000)",
                                -1.510606936744111490217689))
                .map(stiff -> dynamicTest(stiff.name() + ", " + stiff.point(), () -> {
                    Verdict verdict = Verifier.published(
                            Yaml.problem(
                                    """
                                    title: A stiff equation
                                    statement: Where is it?
                                    answer: {kind: number}
                                    routes:
                                      reference: %s
                                      integration:
                                        ode:
                                    %s
                                        from:
                                    %s
                                        value: %s
                                    """.formatted(stiff.value(), list(stiff.ode()), list(stiff.from()), stiff.point())),
                            List.of());
                    assertThat(verdict.judgement().status()).isEqualTo("unkeyed");
                    assertThat(verdict.judgement().reason()).containsPattern("share (8|9|1[0-6]) digits");
                    assertThat(verdict.notes())
                            .extracting(Remark::message)
                            .containsExactly("route 'integration': the equations are stiff; they were integrated by an "
                                    + "implicit method, Radau IIA of order 9");
                }));
    }

    @Test
    void aFormulaOfAStiffEquationIsComparedAllOverItsDomain() {
        Verdict verdict =
                verdict(new Equation("relaxation", "x' == -1e5*(x - cos(t)) - sin(t)", "x(0) == 1", "0..20", "cos(t)"));
        assertThat(verdict.judgement().reason()).containsPattern("share (9|1[0-6]) digits");
        assertThat(verdict.notes())
                .extracting(Remark::message)
                .singleElement()
                .asString()
                .contains("stiff");
    }

    @Test
    void piecewiseEquationsAreSolvedAsWell() {
        Verdict verdict = verdict(
                new Equation("a ramp", "x' == if(x < 1, 1, x)", "x(0) == 0", "0..2", "if(t < 1, t, exp(t - 1))"));
        assertThat(verdict.judgement().reason()).containsPattern("share ([6-9]|1[0-6]) digits");
    }

    private record Refused(String name, Equation equation, String reason) {}

    @TestFactory
    Stream<DynamicTest> whatHasNoUniqueSolutionIsReportedAndNotIntegratedThrough() {
        return Stream.of(
                        new Refused(
                                "a start where the coefficient vanishes",
                                new Equation("", "t*x' + x == t", "x(0) == 0", "0..1", "t/2"),
                                "singular at or before t = 0"),
                        new Refused(
                                "a singular point on the way",
                                new Equation("", "t*x' + x == t", "x(1) == 1", "-1..1", "t/2"),
                                "as before a singularity"),
                        new Refused(
                                "a slope that is infinitely steep in the unknown",
                                new Equation("", "x' == 3*abs(x)^(2/3)", "x(0) == 0", "0..1", "t^3"),
                                "not unique"),
                        new Refused(
                                "an escape to infinity",
                                new Equation("", "x' == x^2", "x(0) == 1", "0..2", "1/(1 - t)"),
                                "cannot be followed beyond"),
                        new Refused(
                                "a pole of the source",
                                new Equation("", "x' == 1/(t - 0.3)", "x(0) == 0", "0..1", "t"),
                                "as before a singularity"),
                        new Refused(
                                "a jump that drives the solution back from both sides",
                                new Equation("", "x' == -sign(x)", "x(0) == 1", "0..2", "1 - t"),
                                "beyond t = 1.00000"),
                        new Refused(
                                "a derivative in a square",
                                new Equation("", "x'^2 == 4*x", "x(0) == 1", "0..1", "(1 + t)^2"),
                                "linear in its highest derivative"))
                .map(refused -> dynamicTest(refused.name(), () -> {
                    Verdict verdict = verdict(refused.equation());
                    assertThat(verdict.judgement().status()).isEqualTo("failed");
                    assertThat(verdict.judgement().reason()).contains(refused.reason());
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsMisspeltIsShownWithItsPlace() {
        return Stream.of(
                        new Refused(
                                "nothing is primed",
                                new Equation("", "x == 1", "x(0) == 1", "0..1", "1"),
                                "no function is primed"),
                        new Refused(
                                "no start",
                                new Equation("", "x'' == 1", "x(0) == 1", "0..1", "1"),
                                "the initial value of x' is missing"),
                        new Refused(
                                "too much of a start",
                                new Equation("", "x' == 1", "x(0) == 1; x'(0) == 1", "0..1", "1"),
                                "determines this derivative itself"),
                        new Refused(
                                "a start given twice",
                                new Equation("", "x' == 1", "x(0) == 1; x(0) == 2", "0..1", "1"),
                                "given twice"),
                        new Refused(
                                "an unknown name",
                                new Equation("", "x' == k", "x(0) == 1", "0..1", "1"),
                                "unknown name 'k'"),
                        new Refused(
                                "another unit",
                                new Equation("", "x' == 1 V", "x(0) == 1", "0..1", "1"),
                                "the right operand is a voltage"),
                        new Refused(
                                "no equation",
                                new Equation("", "x' + 1", "x(0) == 1", "0..1", "1"),
                                "an equation is written left == right"))
                .map(refused -> dynamicTest(refused.name(), () -> {
                    var faults = Yaml.faults(Yaml.read(problem(refused.equation())));
                    assertThat(faults).anyMatch(fault -> fault.contains(refused.reason()));
                }));
    }
}
