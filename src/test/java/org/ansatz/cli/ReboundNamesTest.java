package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A name that is given another value inside an expression has it in the field block and in the steps, too. The right values
 * are closed forms, worked out by hand.
 */
final class ReboundNamesTest {

    private static final List<String> SOURCE =
            List.of("--given", "E=10 V", "--circuit", "V1 a 0 {E}", "--circuit", "R1 a 0 1k", "--run", "dc");
    private static final List<String> DIVIDER = List.of(
            "--given",
            "R=1 kohm",
            "--circuit",
            "V1 a 0 10",
            "--circuit",
            "R1 a out 1k",
            "--circuit",
            "R2 out 0 {R}",
            "--run",
            "dc");
    private static final List<String> CHARGING = List.of(
            "--given",
            "R=1 kohm",
            "--given",
            "T=1 ms",
            "--circuit",
            "V1 a 0 5",
            "--circuit",
            "R1 a out {R}",
            "--circuit",
            "C1 out 0 1u",
            "--run",
            "transient 5 ms");
    private static final List<String> DECAY =
            List.of("--given", "tau=2 s", "--ode", "u' == 0 V/s - u/tau", "--from", "u(0 s) == 1 V");
    private static final List<String> STEPS =
            List.of("--given", "R=3 ohm", "--given", "E=6 V", "--let", "p = E^2*R/(R + 2 ohm)^2", "--let", "g(R) = p");

    private static String eval(String expression, List<String> ground) {
        List<String> arguments = new ArrayList<>(List.of("eval", expression));
        arguments.addAll(ground);
        Run run = Run.of(arguments.toArray(new String[0]));
        return (run.out() + run.err()).strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v(a; E = 5 V)                              | 5 V
            v(a; E = 5 V) + v(a)                       | 15 V
            max(v(a) for E in 1 V..3 V)                | 3 V
            sum(v(a) for E in [1 V, 2 V])              | 3 V
            differences(v(a) by E)                     | 1
            """)
    void aCircuitSeesTheSource(String expression, String value) {
        assertThat(eval(expression, SOURCE)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v(out; R = 2 kohm)                         | 6.6666666667 V
            v(out; R = 3 kohm) - v(out)                | 2.5 V
            root(v(out) - 4 V for R in 1 ohm..5 kohm)  | 666.6666667 ohm
            integrate(v(out) for R in 1 kohm..3 kohm)/(1 kohm) | 13.0685281944 V
            """)
    void aCircuitSeesTheResistance(String expression, String value) {
        assertThat(eval(expression, DIVIDER))
                .startsWith(value.substring(0, Math.min(9, value.indexOf(' '))))
                .endsWith(value.substring(value.indexOf(' ')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max(v(out; R = x) for x in [1 kohm, 2 kohm, 3 kohm, 4 kohm]) | R2 must be positive and finite; it is -3000 ohm, where R = 3 kohm
            sum(v(out; R = k*(1 kohm)) for k in 1:3)                     | R2 must be positive and finite; it is -3000 ohm, where R = 3 kohm
            v(out) + v(out; R = 2.5 kohm)                                | R2 must be positive and finite; it is -2500 ohm, where R = 2.5 kohm
            v(out; R = 2.5 kohm)                                         | R2 must be positive and finite; it is -2500 ohm
            """)
    void whatCannotBeSolvedSaysForWhichValueOfASweep(String expression, String reason) {
        List<String> ground = new ArrayList<>(DIVIDER);
        ground.set(ground.indexOf("R2 out 0 {R}"), "R2 out 0 {if(R > 2 kohm, -R, R)}");
        assertThat(eval(expression, ground)).isEqualTo("undefined: " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v(out; t = T, R = 2 kohm)                  | 1.96734670 V
            max(v(out) for t in 0 s..5 ms)             | 4.96631026 V
            differences(v(out; t = T) by R)            | -1.83939 mA
            """)
    void aTransientSeesItsDataAndItsTime(String expression, String value) {
        String unit = value.substring(value.indexOf(' '));
        assertThat(eval(expression, CHARGING)).startsWith(value.substring(0, 8)).endsWith(unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            u(1 s; tau = 1 s)                          | 367.87944
            u(1 s)                                     | 606.53065
            u(t = 1 s, tau = 1 s)                      | 367.87944
            max(u for t in 1 s..2 s)                   | 606.5306
            """)
    void anEquationSeesItsConstant(String expression, String value) {
        assertThat(eval(expression, DECAY)).startsWith(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max(p for R in 1 ohm..3 ohm)               | 4.5 W
            g(2 ohm)                                   | 4.5 W
            p(R = 2 ohm)                               | 4.5 W
            root(p - 4 W for R in 2 ohm..10 ohm)       | 4 ohm
            sum(p*R for R in [2 ohm])                  | 9 V^2
            grad(p for R at 1 ohm)                     | 1.33333333333333 A^2
            differences(p for R at 1 ohm)              | 1.3333333333 A^2
            """)
    void aStepSeesWhatABinderOrAParameterBinds(String expression, String value) {
        assertThat(eval(expression.replace("p(R = 2 ohm)", "g(R; R = 2 ohm)"), STEPS))
                .isEqualTo(value);
    }

    @Test
    void aDerivativeThatABlockCannotGiveIsRefusedAndNeverZero() {
        for (String operation : List.of("derivative", "grad")) {
            assertThat(eval(operation + "(v(out; t = T) by R)", CHARGING))
                    .startsWith("undefined")
                    .contains("differences(");
        }
        assertThat(eval("derivative(u(1 s) by tau)", DECAY))
                .startsWith("undefined")
                .contains("differences(");
    }

    @Test
    void aNameBoundToAnotherKindOfNumberIsRefusedIfItsStepsWouldNotNotice() {
        assertThat(eval("sum(p for R in 1:3)", STEPS))
                .contains("R is bound here to a pure number, and what stands inside reads");
        assertThat(eval("sum(v(a) for E in 1:3)", SOURCE)).contains("the E that is a voltage");
        assertThat(eval("sum(2*R for R in 1:3)", STEPS)).isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x' == -m*x                                 | x(0) == 1     | x(1) | 0.13533528
            x' == sum(sin(k*t) for k in 1:3) - x       | x(0) == 1     | x(1) | 1.619347
            y' == -s*y                                 | y(s = 0) == 1 | y(2) | 0.13533528
            y' == -y*integrate(m*k for k in 0..1)      | y(0) == 1     | y(1) | 0.36787944
            """)
    void theIndependentVariableIsNamedOrT(String equation, String from, String asked, String value) {
        assertThat(eval(asked, List.of("--let", "m = 2", "--ode", equation, "--from", from)))
                .startsWith(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x' == -rte*x        | x(0) == 1     | unknown name 'rte'; did you mean 'rate'?
            x' == -s*x          | x(0) == 1     | unknown name 's'; it is a unit
            x' == -t*x          | x(s = 0) == 1 | unknown name 't'
            """)
    void noNameBecomesTheIndependentVariableByBeingLeftOver(String equation, String from, String message) {
        assertThat(eval("x(1)", List.of("--let", "rate = 2", "--ode", equation, "--from", from)))
                .contains(message);
    }

    @Test
    void aGivenTimeIsNotTakenForTheTimeOfAnEquation() {
        List<String> given = List.of("--given", "t=3", "--from", "x(0) == 1", "--ode");
        List<String> autonomous = new ArrayList<>(given);
        autonomous.add("x' == -x");
        assertThat(eval("x(t)", autonomous)).startsWith("0.0497870");
        List<String> unclear = new ArrayList<>(given);
        unclear.add("x' == -t*x");
        assertThat(eval("x(t)", unclear)).contains("name that in 'from'");
    }

    @Test
    void aBlockSeesAnotherValueOfTheLineItStandsFor() {
        String request =
                "{\"expression\": \"abs(gamma(1 GHz; RL = 50 ohm))\", \"given\": {\"RL\": \"150 ohm\"}, \"line\":"
                        + " {\"source\": \"50 ohm\", \"sections\": [{\"Z0\": \"50 ohm\", \"length\": \"1 m\"}], \"load\": \"RL\"}}";
        Run run = Run.withInput(request + "\n", "eval", "--jsonl");
        Matcher value =
                Pattern.compile("\"value\":([^,]*),.*\"error\":([^,]*),").matcher(run.out());
        assertThat(value.find()).as(run.out()).isTrue();
        assertThat(Double.parseDouble(value.group(1))).isLessThan(Double.parseDouble(value.group(2)));
    }

    @Test
    void aDerivativeByAnArgumentOfABlockIsRefusedAndNeverZero() {
        String line = "\"given\": {\"f0\": \"1 GHz\"}, \"line\": {\"source\": \"50 ohm\", \"sections\":"
                + " [{\"Z0\": \"75 ohm\", \"length\": \"1.1 m\"}], \"load\": \"100 ohm\"}}\n";
        for (String asked : List.of(
                "derivative(vswr(x) for x at 1 GHz)",
                "derivative(abs(gamma(f0)) by f0)",
                "derivative(real(zin(2*x)) for x at 1 GHz)",
                "grad(vswr(x) for x at 1 GHz)")) {
            Run run = Run.withInput("{\"expression\": \"" + asked + "\", " + line, "eval", "--jsonl");
            assertThat(run.out()).as(asked).contains("\"defined\":false").contains("differences(");
        }
        assertThat(Run.withInput("{\"expression\": \"differences(vswr(x) for x at 1 GHz)\", " + line, "eval", "--jsonl")
                        .out())
                .contains("\"defined\":true");
        assertThat(eval("derivative(u(s) for s at 1 s)", DECAY))
                .startsWith("undefined")
                .contains("differences(");
    }
}
