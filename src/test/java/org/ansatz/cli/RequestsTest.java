package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands by which programs use the engine: one request by arguments, or many by lines of JSON. */
final class RequestsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(x+1)^2 | x^2+2*x+1 | 0 | equal: proved by exact arithmetic",
                "sin(x)^2 + cos(x)^2 | 1 | 0 | equal: no difference at ",
                "abs(x) | x | 1 | different: at x = -1 the first is 1, the second -1",
                "1e6*x + y + 1 | 1e6*x + y | 1 | different: at x = 1, y = -1 the first is 1000000, the second 999999",
                "log(x^2) | 2*log(x) | 1 | different: at x = -1 the first is 0, the second not defined",
                "x | x + 1e-17 | 1 | different: at x = 0 the first is 0, the second 1e-17",
                "5 m | 5 | 1 | different: the first is a length (m), the second a pure number",
                "sqrt(2)^2 | 2.00000000000001 | 1 | undecided: they differ by so little that rounding may explain it",
                "sum(k for k in 1:10^9) | x | 1 | undecided: more than 20000000 steps",
            })
    void twoFormulasAreCompared(String a, String b, int exit, String line) {
        Run run = Run.of("equal", a, b);
        assertThat(run.out()).startsWith(line).hasLineCount(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void variablesHaveTheDomainsThatTheyAreGiven() {
        assertThat(Run.of("equal", "log(x^2)", "2*log(x)", "--of", "x=0..10").exit())
                .isZero();
        assertThat(Run.of("equal", "log(x^2)", "2*log(x)", "--where", "x > 0").exit())
                .isZero();
        assertThat(Run.of("equal", "log(z^2)", "2*log(z)", "--of", "z=complex").exit())
                .isEqualTo(1);
        assertThat(Run.of("equal", "R*I", "2*I*1 ohm", "--given", "R=2 ohm", "--of", "I=0 A..1 A")
                        .exit())
                .isZero();
        assertThat(Run.of("equal", "A*B", "B*A", "--of", "A=real[2,2]", "--of", "B=real[2,2]")
                        .exit())
                .isEqualTo(1);
        assertThat(Run.of("equal", "x", "x", "--of", "x=5..1").out()).startsWith("undecided: the interval 5");
        assertThat(Run.of("equal", "x", "x", "--where", "x > 100").out()).startsWith("undecided: no point");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "equal x | written 'ansatz equal A B'; these are 1 arguments",
                "equal x x+ | arguments:2:6: expected a number, a name or '(' after this",
                "equal x x --of x | --of takes NAME=VALUE, not 'x'",
                "equal x x --of x=0..1 --of x=0..2 | arguments:5:3: 'x' stands here a second time",
                "equal x x --of x=1..2Hz | the left side is a pure number, the right side is a frequency (Hz)",
                "equal sin^2(x)+cos^2(x) 1 | arguments:1:5: sin is a function: write sin(x), without a space before the bracket; its square is sin(x)^2",
                "equal sin^2(x)+cos^2(x) 1 | arguments:1:14: cos is a function",
                "equal x 1+tan | arguments:2:7: tan is a function",
                "equal x frob(x) | unknown function 'frob'",
            })
    void argumentsThatCannotBeReadAreShown(String line, String message) {
        Run run = Run.of(line.split(" "));
        assertThat(run.err()).contains(message).doesNotContain("internal error");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
    }

    @Test
    void everyLineIsAnsweredInOrder() {
        Run run = Run.withInput("""
                {"id": 7, "a": "x/2", "b": "0.5*x"}
                nonsense

                {"id": "eight", "a": "x", "b": "abs(x)", "of": {"x": "-1..1"}}
                {"a": "x"}
                {"a": "x", "b": "x", "c": 1}
                {"a": "x\u001b[31m", "b": "x"}
                {"a": "x", "b": "x"}""", "equal", "--jsonl");
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("{\"id\":7,\"ok\":true,\"verdict\":\"equal\","
                                        + "\"reason\":\"proved by exact arithmetic\",\"proved\":true}"),
                        line -> assertThat(line).startsWith("{\"ok\":false,\"faults\":[{\"file\":\"request 2\""),
                        line -> assertThat(line)
                                .startsWith("{\"id\":\"eight\",\"ok\":true,\"verdict\":\"different\"")
                                .contains("\"at\":\"x = -1\",\"a\":\"-1\",\"b\":\"1\""),
                        line -> assertThat(line).contains("the field 'b' is missing"),
                        line -> assertThat(line).contains("unknown field 'c'"),
                        line -> assertThat(line).contains("\"ok\":false").doesNotContain("\u001b"),
                        line -> assertThat(line).contains("\"verdict\":\"equal\""));
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aRequestWithAMillionVariablesIsRefused() {
        StringBuilder request = new StringBuilder("{\"a\": \"x\", \"b\": \"x\", \"of\": {\"x\": \"0..1\"");
        for (int i = 0; i < 1_000_000; i++) {
            request.append(", \"x").append(i).append("\": \"0..1\"");
        }
        Run run = Run.withInput(request + "}}\n{\"a\": \"x\", \"b\": \"x\"}\n", "equal", "--jsonl");
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"ok\":false").hasSizeLessThan(1000),
                        line -> assertThat(line).contains("\"verdict\":\"equal\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "158 cm | 1.58 m | 0 | right",
                "-22.8dB | -22.8 dB | 0 | right",
                "1.58 km | 1.58 m | 1 | wrong: 1000 times too large",
                "1.58 | 1.58 m | 1 | unit missing",
                "1,58 | 1.58 m | 1 | unreadable: is this a decimal point",
                "'' | 1.58 m | 1 | unreadable: nothing is written",
            })
    void aResponseIsGraded(String response, String key, int exit, String line) {
        Run run = Run.of("grade", response, key);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(line).hasLineCount(1);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grade;1;1;--tolerance;-1 | a tolerance is finite and not negative",
                "grade;1;1;--tolerance;16 digits | written '3 digits', from 1 to 15",
                "grade;1;1;--tolerance;1 m | the answer is a pure number",
                "grade;1;1;--unit;league | unknown unit 'league'",
                "grade;1;2 to 1 | a range goes from the smaller number",
                "grade;A;E;--options;A,B | 'E' is not an option; the options are A, B",
                "grade;1;frob | unknown name 'frob'",
                "grade;6.65;6.6-6.7 | a range is written 6.6 to 6.7",
                "grade;6.65 V;6.6-6.7 V | a range is written 6.6 to 6.7",
                "grade;6.65;6.65+-0.05 | as a tolerance",
                "grade;1;1;--jsonl | --jsonl reads everything from standard input",
                "grade;1;--frob | Unknown option: '--frob'",
            })
    void aKeyThatCannotBeReadIsAFaultOfTheRequest(String line, String message) {
        Run run = Run.of(line.split(";"));
        assertThat(run.err()).contains(message).doesNotContain("internal error");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.UNREADABLE);
    }

    @Test
    void jsonMayEscapeWhatItLikes() {
        Run run = Run.withInput("""
                {"response": "500 \\u03a9", "key": "0.5 kohm"}
                {"response": 1.58, "key": "1.58"}
                {"response": null, "key": "1.58"}
                {"response": "c", "key": "C", "options": ["A", "B", "C"]}
                """, "grade", "--jsonl");
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"right\":true"),
                        line -> assertThat(line).contains("\"right\":true"),
                        line -> assertThat(line).contains("\"verdict\":\"unreadable\""),
                        line -> assertThat(line).contains("\"right\":true"));
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/3 | 0 | 1/3",
                "2^100 | 0 | 1267650600228229401496703205376",
                "sqrt(2) | 0 | 1.4142135623731",
                "82.5 cm in mm | 0 | 825 mm",
                "sin(90 deg) | 0 | 1",
                "1e400 | 0 | 1e400",
                "-3 > -4 | 0 | true",
                "1/0 | 1 | undefined: division by zero",
                "sum(k for k in 1:10^9) | 1 | undefined: more than 20000000 steps: the work grows too large here",
            })
    void anExpressionIsEvaluated(String expression, int exit, String line) {
        Run run = Run.of("eval", expression);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(line + "\n");
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void anExpressionMaySpeakOfAFieldBlock() {
        assertThat(Run.of("eval", "x(2 s)", "--ode", "x' == -x/(1 s)", "--from", "x(0 s) == 1 V")
                        .out())
                .isEqualTo("135.3352832 mV\n");
        assertThat(Run.of(
                                "eval",
                                "v(out)",
                                "--given",
                                "R=4 kohm",
                                "--circuit",
                                "V1 in 0 5",
                                "--circuit",
                                "R1 in out 1k",
                                "--circuit",
                                "R2 out 0 {R}",
                                "--run",
                                "dc")
                        .out())
                .isEqualTo("4 V\n");
    }

    @Test
    void stiffEquationsAreSaidToBeSo() {
        Run run = Run.of("eval", "x(2)", "--ode", "x' == -1e6*(x - cos(t)) - sin(t)", "--from", "x(0) == 1");
        assertThat(run.out()).startsWith("-0.41614683").contains("(the equations are stiff; they were integrated by");
        assertThat(run.exit()).isZero();
    }

    @Test
    void programsAskForALineANetlistAndAnEquation() {
        Run run = Run.withInput("""
                {"id": 1, "expression": "abs(gamma(1 GHz))", "line": {"source": "50 ohm", "sections": [], "load": "150 ohm"}}
                {"id": 2, "expression": "v(out)", "circuit": "V1 in 0 5\\nR1 in out 1k\\nR2 out 0 4k", "run": "dc"}
                {"id": 3, "expression": "x(1)", "ode": ["x' == v", "v' == -x"], "from": ["x(0) == 1", "v(0) == 0"]}
                {"id": 4, "expression": "x(2)", "ode": "x' == x^2", "from": "x(0) == 1"}
                {"id": 5, "expression": "[1, j; 1/3, 2 > 1]"}
                {"id": 6, "expression": "[1, j; 1/3, 2]"}
                """, "eval", "--jsonl");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"value\":0.5,").contains("\"engines\":[\"abcd\"]"),
                        line -> assertThat(line).contains("\"unit\":\"V\"").contains("\"text\":\"4 V\""),
                        line -> assertThat(line).contains("\"value\":0.5403023").contains("\"engines\":[\"ivp\"]"),
                        line -> assertThat(line)
                                .contains("\"ok\":true,\"defined\":false")
                                .contains("as before a singularity"),
                        line -> assertThat(line).contains("\"ok\":false"),
                        line -> assertThat(line)
                                .contains("\"value\":[[1.0,{\"re\":0.0,\"im\":1.0}],[0.3333333333333333,2.0]]"));
    }
}
