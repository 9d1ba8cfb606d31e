package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.quantity.Rational;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets, intervals and several answers at once: what routes, options and replies say with more than one number. */
final class SeveralAnswersTest {

    private static String problem(String answer, String... routes) {
        StringBuilder text = new StringBuilder("""
                title: t
                statement: s
                given: {a: 2 kHz, b: 9 kHz, R: 100 ohm}
                """);
        text.append("answer:\n").append(answer.indent(2)).append("routes:\n");
        for (int i = 0; i < routes.length; i++) {
            text.append("  r").append(i).append(":\n").append(routes[i].indent(4));
        }
        return text.toString();
    }

    private static final String ROOTS =
            "value: {root((x - a)/a for x in 0 Hz..b), root((x - b)/b + a/b for x in 0 Hz..b)}";
    private static final String SET = problem("{kind: set, unit: kHz}", "value: {b - a, a}", ROOTS);
    private static final String INTERVAL = problem(
            "{kind: interval, unit: kHz}",
            "value: a..b - a",
            "value: root((x - a)/a for x in 0 Hz..b)..root((x + a - b)/b for x in 0 Hz..b)");
    private static final String UNBOUNDED =
            problem("{kind: interval, unit: kHz}", "value: a..inf", "value: root((x - a)/a for x in 0 Hz..b)..inf");
    private static final String PARTS = problem(
            "{kind: number, find: {f: kHz, L: mH}, tolerance: 1 %}",
            "value: {f: b - a, L: R/(2*pi*f)}",
            "value: {f: root((x + a - b)/b for x in 0 Hz..b), L: root(2*pi*(b - a)*x/R - 1 for x in 0 mH..1 H)}");

    private static Judgement judgement(String text) {
        return Verifier.published(Yaml.problem(text), List.of()).judgement();
    }

    private static String found(String text) {
        Judgement judgement = judgement(text);
        assertThat(judgement).as(judgement.reason()).isInstanceOf(Judgement.Unkeyed.class);
        return Objects.requireNonNull(judgement.answer()).brief();
    }

    private static Mark marked(String text, String reply) {
        Problem problem = Yaml.problem(text);
        return Marking.of(problem, problem.published()).mark(reply);
    }

    private static Rational share(String reply) {
        return ((Mark.Wrong) marked(PARTS, reply)).share();
    }

    private static String mark(String text, String reply) {
        Mark mark = marked(text, reply);
        return mark.getClass().getSimpleName() + (mark.message().isEmpty() ? "" : ": " + mark.message());
    }

    @Test
    void theOrderOfASetDoesNotMatter() {
        assertThat(found(SET)).isEqualTo("{2 kHz, 7 kHz}");
        assertThat(found(INTERVAL)).isEqualTo("2 kHz..7 kHz");
        assertThat(found(UNBOUNDED)).isEqualTo("2 kHz..inf");
        assertThat(found(PARTS)).isEqualTo("f = 7 kHz, L = 2.27364 mH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2, 7 kHz | Right",
                "7 kHz and 2 kHz | Right",
                "{2 kHz, 7 kHz} | Right",
                "{7, 2} kHz | Right",
                "2000 Hz; 7000 Hz | Right",
                "f = 2 kHz, 7 kHz | Right",
                "2k, 7k | Right",
                "2 & 7 kHz. | Right",
                "f = 2 kHz or f = 7 kHz | Right",
                "f = 2, f = 7 kHz | Right",
                "f1 = 2 kHz and f2 = 7 kHz | Right",
                "2, 7, 7 kHz | Right",
                "2 kHz, 2000 Hz, 7 kHz | Right",
                "2, 7 | UnitMissing",
                "2 kHz | Wrong: what is there is right, but it is not all",
                "2, 7, 9 kHz | Wrong: all that belong to it are there, but not only those",
                "2, 8 kHz | Wrong: 1 of 2 are right",
                "3, 8 kHz | Wrong",
                "2 V, 7 V | Wrong: a set of frequencies (Hz) is asked for, and there is a voltage (V)",
                "2,700 Hz | Unreadable: this comma could group digits or part two numbers; part them by '; '",
                "x | Unreadable: unknown name 'x'",
                "none | Wrong",
                "either 2 kHz or 7 kHz | Right",
                "the values are 2 and 7 kHz? | Right",
                "(2, 7) kHz | Right",
                "(2 kHz, 7 kHz) | Right",
                "(1 + 1, 7) kHz | Right",
                "two and seven kHz | Right: read as {2 kHz, 7 kHz}",
                "4.5 ± 2.5 kHz | Right",
                "4.5 kHz ± 2500 Hz | Right",
                "(√4 ± 0)^1 kHz, 7 kHz | Right",
                "\\{2, 7\\} kHz | Right: read as {2 kHz, 7 kHz}",
                "f \\in \\left\\{2, 7\\right\\}\\,\\text{kHz} | Right: read as {2 kHz, 7 kHz}",
                "$\\frac{4}{2}$ \\text{ or } 7 kHz | Right: read as {(4/2) kHz, 7 kHz}",
                "26 \\pm 24 kHz | Wrong: read as {(26 + 24) kHz, (26 - 24) kHz}; 1 of 2 are right",
                "?, 7 kHz | Unreadable: all the numbers are asked for, and this one is left open",
                "7 kHz, ? | Unreadable: all the numbers are asked for, and this one is left open",
                "7 kHz, ? kHz | Unreadable: all the numbers are asked for, and this one is left open",
                "2 ± 1 ± 3 kHz | Unreadable: '±' has no meaning in an expression",
            })
    void aSetIsReadAsPeopleTypeIt(String reply, String mark) {
        assertThat(mark(SET, reply)).isEqualTo(mark);
    }

    @Test
    void aSignStandsForTwoNumbers() {
        String text = problem(
                "{kind: set, unit: kHz}",
                "value: {a, -a}",
                "value: {root((x - a)/a for x in 0 Hz..b), root((x + a)/a for x in -b..0 Hz)}");
        assertThat(mark(text, "±2 kHz")).isEqualTo("Right");
        assertThat(mark(text, "+/- 2 kHz")).isEqualTo("Right");
        assertThat(mark(text, "2 kHz or -2 kHz")).isEqualTo("Right");
        assertThat(mark(text, "2 kHz")).startsWith("Wrong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 to 7 kHz | Right",
                "between 2 and 7 kHz | Right",
                "lower end = 2 kHz, upper end = 7 kHz | Right",
                "Lower end: 2; upper end: 7 kHz | Right",
                "lower end = 2 kHz, upper end = 8 kHz | Wrong: the lower end is right, the upper end is not",
                "from 2 kHz to 7 kHz | Right",
                "2 kHz to 7.1 kHz | Wrong: the lower end is right, the upper end is not, but close: it is wanted to three digits or more; exactly, if it is a whole number",
                "2.05 kHz to 9 kHz | Wrong: neither end is right",
                "min 2 kHz, max 7 kHz | Right",
                "lowest 2 and highest 7 kHz | Right",
                "Minimum value: 2 kHz; maximum value: 7 kHz | Right",
                "smallest is 2 kHz, largest is 8 kHz | Wrong: the lower end is right, the upper end is not",
                "4.5 ± 2.5 kHz | Right",
                "f = 4.5 +/- 2.5 kHz | Right",
                "±2 kHz | Wrong: neither end is right",
                "2 \\le f \\le 7 kHz | Right: read as 2 kHz to 7 kHz",
                "2 kHz to ? | Unreadable: both ends are asked for, and this one is left open; one that is infinite is inf",
                "two to seven kHz? | Right: read as 2 kHz to 7 kHz",
                "2–7 kHz | Right",
                "2-7 kHz | Right",
                "2 kHz..7 kHz | Right",
                "2 < f < 7 kHz | Right",
                "7 kHz >= f >= 2 kHz | Right",
                "2 ≤ f ≤ 7 kHz | Right",
                "[2, 7] kHz | Right",
                "[2 kHz, 7 kHz] | Right",
                "2e3 Hz - 7e3 Hz | Right",
                "2 to 7 | UnitMissing",
                "3 to 7 kHz | Wrong: the upper end is right, the lower end is not",
                "2 to 8 kHz | Wrong: the lower end is right, the upper end is not",
                "f > 2 kHz | Wrong: the lower end is right, the upper end is not",
                "3 to 8 kHz | Wrong: neither end is right",
                "7 to 2 kHz | Unreadable: an interval goes from the smaller number to the larger one",
                "2 kHz | Unreadable: an interval is asked for, as 2 to 7, 2..7, x > 2 or 2 < x < 7",
            })
    void anIntervalIsReadAsPeopleTypeIt(String reply, String mark) {
        assertThat(mark(INTERVAL, reply)).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f > 2 kHz | Right",
                "above 2 kHz | Right",
                "greater than 2 kHz | Right",
                "2 kHz..inf | Right",
                "2 kHz < f | Right",
                "2 to inf kHz | Right",
                "2..inf kHz | Right",
                "(2, ∞) kHz | Right",
                "2 kHz to infinity | Right",
                "[2 kHz, +Infinity) | Right",
                "2 kHz < f < ∞ | Right",
                "at least 2 kHz | Right",
                "not less than 2 kHz | Right",
                "2 kHz or more | Right",
                "from 2 kHz upwards | Right",
                "2 or more | UnitMissing",
                "2 to inf V | Wrong: an interval of frequencies (Hz) is asked for, and there is a voltage (V)",
                "2 to infkHz | Unreadable: unknown name 'infkHz'",
                "-∞ to 2 kHz | Wrong: neither end is right",
                "at most 2 kHz | Wrong: neither end is right",
                "2 kHz or less | Wrong: neither end is right",
                "f < 2 kHz | Wrong: neither end is right",
                "2 to 9 kHz | Wrong: the lower end is right, the upper end is not",
            })
    void anEndMayBeInfinite(String reply, String mark) {
        assertThat(mark(UNBOUNDED, reply)).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-a..a; |x| < 2 kHz; Right",
                "-a..a; 2 kHz ≥ |f|; Right",
                "-a..a; abs(x) <= 2e3 Hz; Right",
                "0 Hz..a; |x| < 2 kHz; Right",
                "-a..a; |x| < 3 kHz; Wrong",
                "-a..a; |x| > 2 kHz; Wrong",
                "-a..b; |x| < 2 kHz; Wrong",
            })
    void aMagnitudeIsThatOfNumbersOnBothSidesOfZero(String right, String reply, String mark) {
        assertThat(mark(problem("{kind: interval, unit: kHz}", "value: " + right), reply))
                .startsWith(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 kHz, 2.27 mH | Right",
                "L = 2.27 mH, f = 7 kHz | Right",
                "f=7kHz and L=2.27mH | Right",
                "7 kHz; 2.27 mH | Right",
                "f = 7, L = 2.27 | UnitMissing",
                "7 kHz, 3 mH | Wrong: f is right, L is not",
                "9 kHz, 3 mH | Wrong: none of the parts is right",
                "7 kHz, 2.27 kH | Wrong: f is right, L is not: 1e6 times too large",
                "7 kHz | Unreadable: '2 parts are asked for, f, L, and this is one; write f = …, L = …'",
                "f = 7 kHz | Unreadable: the part L is missing",
                "7 kHz, x mH | Unreadable: L: unknown name 'x'",
                "f = 7 kHz, L = ? | Wrong: f is right; L is left open",
                "7 kHz, … | Wrong: f is right; L is left open",
                "-, 2.27 mH | Wrong: L is right; f is left open",
                "?, 3 mH | Wrong: none of the parts is right; f is left open",
                "f = ?, L = ?? | Unreadable: all parts are left open",
                "f: 7 kHz, L: 2.27 mH | Right",
                "F = 7 kHz, l = 2.27 mH | Right",
                "R = 7 kHz, C = 2.27 mH | Unreadable: 'R' is none of the parts; they are f, L",
                "7 kHz, C = 2.27 mH | Unreadable: 'C' is none of the parts; they are f, L",
                "x: 7 kHz; y: 2 mH; z: 3 mH | Unreadable: 'x' is none of the parts; they are f, L",
                "f = 7 kHz, f = 8 kHz, L = 2.27 mH | Unreadable: f is given twice",
            })
    void partsAreMarkedApart(String reply, String mark) {
        assertThat(mark(PARTS, reply))
                .isEqualTo(mark.replace("'f is", "f is")
                        .replace("large'", "large")
                        .replace(": '2", ": 2")
                        .replace("…'", "…"));
    }

    /** Where a part that is right earns its share, one that is left open takes nothing from the others. */
    @Test
    void aPartThatIsLeftOpenCostsOnlyItself() {
        assertThat(share("f = 7 kHz, L = ?")).isEqualTo(Rational.of(1, 2));
        assertThat(share("?, 2.27 mH")).isEqualTo(Rational.of(1, 2));
        assertThat(share("?, 3 mH")).isEqualTo(Rational.ZERO);
    }

    @Test
    void eachPartNeedsIndependentRoutes() {
        String half = PARTS.replace("root((x + a - b)/b for x in 0 Hz..b)", "b + a - 2*a");
        assertThat(judgement(half)).isInstanceOf(Judgement.Unverified.class);
        String constant =
                PARTS.replace("root((x + a - b)/b for x in 0 Hz..b)", "root(x/(7 kHz) - 1 for x in 0 Hz..1 MHz)");
        assertThat(judgement(constant)).isInstanceOf(Judgement.Unverified.class);
    }

    @Test
    void routesThatDifferInOnePartAreInconsistent() {
        assertThat(judgement(PARTS.replace("2*pi*(b - a)*x/R", "pi*(b - a)*x/R"))
                        .reason())
                .startsWith("routes 'r0' and 'r1' differ: L: 2.3 mH apart");
        assertThat(judgement(SET.replace("+ a/b", "+ 2*a/b")).reason()).startsWith("routes 'r0' and 'r1' differ: ");
        assertThat(judgement(SET.replace("{b - a, a}", "{b - a, a, b}")).reason())
                .isEqualTo("routes 'r0' and 'r1' differ: one is {2 kHz, 7 kHz, 9 kHz}, the other {2 kHz, 7 kHz}");
        assertThat(judgement(UNBOUNDED.replace("for x in 0 Hz..b)..inf", "for x in 0 Hz..b)..1e300*b"))
                        .reason())
                .startsWith("routes 'r0' and 'r1' differ: ");
    }

    /** Ends of very different size are each compared by their own. */
    @Test
    void aSmallNumberIsNotLostBesideALargeOne() {
        String text = problem(
                "{kind: interval, unit: Hz}",
                "value: a/1e9..a*1e9",
                "value: root(1e9*x/a - 1.5 for x in 0 Hz..a)..root(x/a/1e9 - 1 for x in a..1e10*a)");
        assertThat(judgement(text).reason()).startsWith("routes 'r0' and 'r1' differ: ");
    }

    // ---- options

    private static String choice(String options, String... routes) {
        return problem("kind: mcq\noptions:\n" + options.indent(2), routes);
    }

    @Test
    void optionsAreSetsAndIntervals() {
        String sets = choice("A: {2 kHz, 9 kHz}\nB: {2, 7 kHz}\nC: {2 kHz}\nD: {}", "value: {b - a, a}", ROOTS);
        assertThat(found(sets)).isEqualTo("B");
        assertThat(mark(sets, "7 and 2 kHz")).isEqualTo("Right: that is option B");
        assertThat(mark(sets, "2 kHz")).startsWith("Wrong");
        assertThat(mark(sets, "{2 kHz, 8 kHz}")).isEqualTo("Wrong: that is none of the options");
        String intervals = choice(
                "A: 0..7 kHz\nB: 2..9 kHz\nC: 2 kHz..7 kHz\nD: 2 kHz..inf",
                "value: a..b - a",
                "value: root((x - a)/a for x in 0 Hz..b)..b - a");
        assertThat(judgement(intervals).answer()).hasToString("Chosen[keys=[C], reason=2 kHz..7 kHz]");
    }

    @Test
    void anIntervalMayBeOfferedAsPapersPrintIt() {
        String printed = choice(
                "A: 2 < f < 7 kHz\nB: f >= 2 kHz\nC: 9 kHz > |f| > 2 kHz\nD: {text: all, value: abs(f) < 9 kHz}",
                "value: a..b - a",
                "value: root((x - a)/a for x in 0 Hz..b)..root((x + a - b)/b for x in 0 Hz..b)");
        assertThat(found(printed)).isEqualTo("A");
        assertThat(mark(printed, "2 to 7 kHz")).isEqualTo("Right: that is option A");
        String claimed = choice("A: 2 V < f < 7 kHz\nB: f > 2 kHz", "value: a..b");
        assertThat(Yaml.faults(Yaml.read(claimed)).toString()).contains("the left side is a voltage (V)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f = 7 kHz, L = 2.27 mH",
                "L = 2.27 mH and f = 7 kHz",
                "[7 kHz, 2.27 mH]",
                "7 kHz, 2.27 mH",
                "{text: both, value: [7 kHz, 2.27 mH]}",
                "{text: both, value: 7 kHz and 2.27 mH}"
            })
    void partsAreOfferedAsPeopleWriteThem(String option) {
        String text = problem(
                "kind: mcq\nfind: {f: kHz, L: mH}\nmatch: nearest\noptions:\n  A: [2 kHz, 2.27 mH]\n  B: " + option,
                "value: {f: b - a, L: R/(2*pi*f)}",
                "value: {f: root((x + a - b)/b for x in 0 Hz..b), L: root(2*pi*(b - a)*x/R - 1 for x in 0 mH..1 H)}");
        assertThat(found(text)).isEqualTo("B");
    }

    @Test
    void optionsHaveParts() {
        String options = """
                kind: mcq
                find: {f: kHz, L: mH}
                options:
                  A: {f: 7 kHz, L: 2.27 mH}
                  B: {f: 7 kHz, L: 14.3 mH}
                  C: {f: 9 kHz, L: 2.27 mH}
                  D: {text: another, value: {f: 1 kHz, L: 1 mH}}
                """;
        String text = problem(
                options,
                "value: {f: b - a, L: R/(2*pi*f)}",
                "value: {f: root((x + a - b)/b for x in 0 Hz..b), L: root(2*pi*(b - a)*x/R - 1 for x in 0 mH..1 H)}",
                "equation:\n  - f + a == b\n  - 2*pi*f*L == R");
        assertThat(found(text)).isEqualTo("A");
        assertThat(mark(text, "7 kHz, 2.27 mH")).isEqualTo("Right: that is option A");
        assertThat(mark(text, "C")).isEqualTo("Wrong");
        assertThat(mark(text, "9 kHz, 14.3 mH")).isEqualTo("Wrong: that is none of the options");
        assertThat(judgement(text.replace("A: {f: 7 kHz, L: 2.27", "A: {f: 7 kHz, L: 2.17"))
                        .reason())
                .startsWith(
                        "route 'r0': no option fits f = 7 kHz, L = 2.27364 mH; the nearest, A, is off by 4.6 % in L");
        assertThat(judgement(text.replace("B: {f: 7 kHz, L: 14.3", "B: {f: 7 kHz, L: 2.27"))
                        .reason())
                .isEqualTo("options A and B are equal");
    }

    @Test
    void theNearestOptionMayHaveToBeWithinATolerance() {
        String text = choice("A: {2 kHz, 9 kHz}\nB: {2 kHz, 7.1 kHz}", "value: {b - a, a}", ROOTS);
        String nearest = text.replace("kind: mcq", "kind: mcq\n  match: nearest");
        assertThat(found(nearest)).isEqualTo("B");
        assertThat(found(nearest.replace("match: nearest", "match: nearest\n  tolerance: 2 %")))
                .isEqualTo("B");
        assertThat(judgement(nearest.replace("match: nearest", "match: nearest\n  tolerance: 1 %"))
                        .reason())
                .contains("no option fits {2 kHz, 7 kHz}; the nearest, B, is further off than is tolerated");
    }

    // ---- what is wrong

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: set, unit: kHz} | value: [a, b] | a set of frequencies (Hz); this is an array 1 × 2",
                "{kind: set, unit: kHz} | value: a | a set is written {a, b}",
                "{kind: set, unit: kHz} | value: {a, R} | the numbers of a set are of one kind",
                "{kind: interval, unit: kHz} | value: {a, b} | an interval is written a..b",
                "{kind: interval, unit: kHz} | value: a..R | the left side is a frequency",
                "{kind: number, unit: kHz} | value: {a, b} | the answer is a frequency (Hz); this is a set",
                "{kind: number, unit: kHz} | value: a..b | the answer is a frequency (Hz); this is an interval",
                "{kind: number, find: {f: kHz, L: H}} | value: a | 'the parts f and L are asked for: value: {f: …, L: …}'",
                "{kind: number, find: {f: kHz, L: H}} | value: {f: a} | the field 'L' is missing",
                "{kind: number, find: {f: kHz, L: H}} | value: {f: a, L: R} | the answer is an inductance",
                "{kind: number, find: {f: kHz, L: H}} | value: {f: a, L: R/a, X: 1} | unknown field 'X'",
                "{kind: number, find: {f: kHz, L: foo}} | value: {f: a, L: R/a} | unknown name 'foo'",
                "{kind: number, find: {f: kHz, L: H}, unit: H} | value: {f: a, L: R/a} | each part has its unit beside its name",
                "{kind: number, find: {f: kHz, L: H}, tolerance: {x: 1 %}} | value: {f: a, L: R/a} | 'x' is none of the parts",
            })
    void whatIsWrongIsNamed(String answer, String route, String message) {
        assertThat(Yaml.faults(Yaml.read(problem(answer, route))).toString())
                .contains(message.startsWith("'the") ? message.substring(1, message.length() - 1) : message);
    }

    @Test
    void whatIsWrongWithOptionsIsNamed() {
        String parts = "kind: mcq\nfind: {f: kHz, L: mH}\noptions:\n  A: {f: 7 kHz, L: 2.27 mH}\n  B: ";
        for (String[] row : new String[][] {
            {"7 kHz", "2 parts are asked for, f, L, and this is one; write f = …, L = …"},
            {"[7 kHz, 3 mH, 1]", "each option gives all parts, which are f, L: {f: …, L: …}"},
            {"{f: 7 kHz}", "the part L is missing"},
            {"{f: 7 kHz, L: 3 V}", "L is an inductance (H); this is a voltage (V)"},
            {"{f: 7 kHz, L: 3 mH, C: 1}", "unknown field 'C'"},
        }) {
            String text = problem(parts + row[1 - 1], "value: {f: a, L: R/a}");
            assertThat(Yaml.faults(Yaml.read(text)).toString()).contains(row[1]);
        }
        assertThat(Yaml.faults(Yaml.read(choice("A: {2 kHz}\nB: 3 kHz", "value: {a}")))
                        .toString())
                .contains("option A is a set of frequencies (Hz), this one is a frequency (Hz)");
        assertThat(Yaml.faults(Yaml.read(choice("A: {2 kHz}\nB: {3 V}", "value: {a}")))
                        .toString())
                .contains("option A is a set of frequencies (Hz), this one is a set of voltages (V)");
    }
}
