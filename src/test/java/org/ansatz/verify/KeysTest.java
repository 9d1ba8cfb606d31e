package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in every form that official sheets use, and what is said where no option, or more than one, is right. */
final class KeysTest {

    @TempDir
    private Path folder;

    private Bank bank(String problem, String key) throws IOException {
        Path problems = Files.createDirectories(folder.resolve("problems"));
        Files.writeString(problems.resolve("p.yaml"), problem);
        Path answers = Files.writeString(folder.resolve("answers.yaml"), "claim: test\nanswers:\n  p: " + key + "\n");
        return Yaml.bank(problems, answers);
    }

    /** The status of the problem whose key this is, and the reason. */
    private String status(String problem, String key) throws IOException {
        Bank bank = bank(problem, key);
        assertThat(Yaml.faults(bank)).isEmpty();
        Problem read = bank.problem("p");
        Verdict verdict = Verifier.published(read, bank.keysOf(read));
        return verdict.judgement().status() + ": " + verdict.judgement().reason();
    }

    // ---- numbers

    private static final String AMPLITUDE = """
            title: An amplitude
            statement: Which amplitude squares to {P}?
            given: {P: 640000}
            answer: {kind: nat}
            routes:
              closed: sqrt(P)
              root: root(x^2 - P for x in 1..1000)
            """;

    @ParameterizedTest
    @CsvSource({
        "790 to 810 or -810 to -790, agreed",
        "-810 to -790 or 790 to 810, agreed",
        "790 TO 810 OR -810 TO -790, agreed",
        "790..810 or -810..-790, agreed",
        "-810 to -790, disputed",
        "810 to 820 or -810 to -790, disputed",
        "800 or 900, agreed",
        "900 OR 800, agreed",
        "900 or 1000 or 1100, disputed",
        "MTA, agreed",
        "mta, agreed",
        "Marks to All, agreed",
        "M.T.A., agreed",
        "M. T. A., agreed",
        "\u2212810 to \u2212790 or 790 to 810, agreed",
        "\u2010810 to \u2010790 or 790 to 810, agreed",
        "\u2010810 to \u2011790, disputed",
        "8e+2, agreed"
    })
    void aNumberHasAlternativesRangesAndAnyMinus(String key, String status) throws IOException {
        assertThat(status(AMPLITUDE, key)).startsWith(status);
    }

    /** A single digit stands for no more than 5 %, or 800 V would be 1 kV; and a range that holds everything is no key. */
    @ParameterizedTest
    @CsvSource({
        "8e2, agreed",
        "1e3, disputed",
        "1e3 or 0.9e3, disputed",
        "1.0e3 or 8e2, agreed",
        "790 to inf, infinite",
        "-inf..inf, infinite",
        "-inf..900, infinite"
    })
    void aKeyThatIsCoarseAcceptsNoOtherNumber(String key, String status) throws IOException {
        if (status.equals("infinite")) {
            assertThat(Yaml.faults(bank(AMPLITUDE, key))).anyMatch(fault -> fault.endsWith("one of these is infinite"));
        } else {
            assertThat(status(AMPLITUDE, key)).startsWith(status);
        }
    }

    @Test
    void anAlternativeWithoutAUnitTakesThatOfTheLast() throws IOException {
        String length = AMPLITUDE
                .replace("P: 640000}", "P: 640000, m1: 1 m}")
                .replace("kind: nat", "kind: nat, unit: m")
                .replace("closed: sqrt(P)", "closed: sqrt(P)*m1")
                .replace("x in 1..1000)", "x in 1..1000)*m1");
        assertThat(status(length, "0.9 or 0.8 km")).startsWith("agreed");
        assertThat(status(length, "0.9 or 0.7 to 0.81 km")).startsWith("agreed");
        assertThat(status(length, "0.8 or 0.9")).startsWith("disputed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "810 to 790; 3:6: a range goes from the smaller number to the larger one; its ends are swapped: 790 to 810",
                "-790 to -810; 3:6: a range goes from the smaller number to the larger one; its ends are swapped: -810 to -790",
                "790 to 810 or -790..-810; 3:20: a range goes from the smaller number to the larger one; its ends are swapped:"
                        + " -810 to -790"
            })
    void aRangeWhoseEndsAreSwappedSaysSo(String key, String message) throws IOException {
        assertThat(Yaml.faults(bank(AMPLITUDE, key))).anyMatch(fault -> fault.startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "800;900 | a range is written '800 to 900', alternatives '800 or 900'",
                "800 ; 900 | a range is written '800 to 900', alternatives '800 or 900'",
                "7.5:8.5 | a range is written '7.5 to 8.5', alternatives '7.5 or 8.5'",
                "7~9 | a range is written '7 to 9', alternatives '7 or 9'",
                "7, 9 | a range is written '7 to 9', alternatives '7 or 9'",
                "'[7, 9]' | a range is written '7 to 9', alternatives '7 or 9'",
                "'[7,9]' | a range is written '7 to 9', alternatives '7 or 9'",
                "(7; 9) | a range is written '7 to 9', alternatives '7 or 9'",
                "7 and 9 | a range is written '7 to 9', alternatives '7 or 9'",
                "7e2;9e2 | a range is written '7e2 to 9e2', alternatives '7e2 or 9e2'",
                "7 V - 9 V | a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference",
                "7×10⁰–9×10⁰ | a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference",
                "7*10^0 V − 9*10^0 V | a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference",
                "10⁻³-10⁻² | a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference",
                "7-9 rad/s | a range is written 6.6 to 6.7 or 6.6..6.7; with a dash it is a difference",
                "7.9(1) | is this a product, or are the digits in brackets in doubt?",
                "7 to 8 to 9 | a range has two ends; alternatives are apart by 'or'"
            })
    void twoNumbersBesideEachOtherAreARangeOrAlternatives(String key, String message) throws IOException {
        String quoted = '"' + key + '"';
        assertThat(Yaml.faults(bank(AMPLITUDE, quoted)))
                .singleElement()
                .asString()
                .contains(message);
    }

    // ---- letters

    private static final String CHOICE = """
            title: A square
            statement: What is the square of {a}?
            given: {a: 4}
            answer:
              kind: mcq
              options: {A: 8, B: 12, C: 16, D: 20}
            routes:
              product: a*a
              sum: sum(a for k in 1:a)
            misconceptions:
              - {says: it is doubled, value: 2*a}
              - {says: it is tripled, value: 3*a}
              - {says: two are added to two, value: 2 + 2*3}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C OR D | agreed",
                "D or C | agreed",
                "C;D | agreed",
                "D; C | agreed",
                "(C) | agreed",
                "c | agreed",
                "c or d | agreed",
                "Option C | agreed",
                "C. | agreed",
                "{C} | agreed",
                "A;B | disputed",
                "A OR B | disputed",
                "MTA | agreed"
            })
    void whereOneOptionIsRightASemicolonPartsAlternatives(String key, String status) throws IOException {
        assertThat(status(CHOICE, key)).startsWith(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mcq | AC | this question has one right option, and these are 2; for alternatives write 'A or C'",
                "mcq | C/D | this question has one right option, and these are 2; for alternatives write 'C or D'",
                "mcq | A and C | this question has one right option, and these are 2; for alternatives write 'A or C'",
                "mcq | A,C | this question has one right option, and these are 2; for alternatives write 'A or C'",
                "mcq | E | 'E' is not an option; the options are A, B, C, D",
                "mcq | C or e | 'e' is not an option; the options are A, B, C, D",
                "mcq | not C | 'not' is not an option; the options are A, B, C, D",
                "mcq | -C | '-C' is not an option; the options are A, B, C, D",
                "mcq | the answer | 'the answer' is not an option; the options are A, B, C, D",
                "msq | A/C | write 'A, C' if all of them are right, 'A or C' for alternatives",
                "msq | AE | 'AE' is not an option; the options are A, B, C, D"
            })
    void lettersThatLeaveOpenWhatIsMeantAreAskedAbout(String kind, String key, String message) throws IOException {
        String problem = CHOICE.replace("kind: mcq", "kind: " + kind);
        assertThat(Yaml.faults(bank(problem, '"' + key + '"')))
                .singleElement()
                .asString()
                .contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C, D", "CD", "cd", "(C) and (D)", "C & D", "C;D;C"})
    void aSetIsReadAsAReplyIs(String key) throws IOException {
        Bank bank = bank(CHOICE.replace("kind: mcq", "kind: msq").replace("D: 20", "D: 4^2"), key);
        assertThat(Yaml.faults(bank)).isEmpty();
        assertThat(bank.keysOf(bank.problem("p")))
                .singleElement()
                .extracting(claim -> ((Key.Letters) claim.key()).alternatives())
                .isEqualTo(List.of(Set.of("C", "D")));
    }

    @Test
    void whereSeveralAreRightASemicolonPartsTheLettersOfASet() throws IOException {
        String several = CHOICE.replace("kind: mcq", "kind: msq").replace("D: 20", "D: 4^2");
        assertThat(status(several, "C;D")).startsWith("ambiguous: options C and D are equal");
        String claims = """
                title: Squares
                statement: Which of these are squares?
                given: {n: 3}
                answer:
                  kind: msq
                  find: it
                  options: {A: 9, B: 12, C: 16, D: 20}
                routes:
                  table: {test: "it == n^2 or it == (n + 1)^2"}
                  roots: {test: "any(k*k == it for k in 1:2*n)"}
                """;
        assertThat(status(claims, "A;C")).startsWith("agreed");
        assertThat(status(claims, "C;A OR A;B")).startsWith("agreed");
        assertThat(status(claims, "A;B")).startsWith("disputed");
        assertThat(status(claims, "A OR C")).startsWith("disputed");
    }

    // ---- misconceptions

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A | says A, to which the misconceptions 'it is doubled' and 'two are added to two' lead",
                "B | says B, to which the misconception 'it is tripled' leads",
                "D | says D",
                "A or B | to which the misconceptions 'it is doubled', 'it is tripled' and 'two are added to two' lead"
            })
    void aWrongKeySaysWhichMisconceptionLeadsToIt(String key, String reason) throws IOException {
        assertThat(status(CHOICE, key)).startsWith("disputed").endsWith(reason);
    }

    @Test
    void soDoesAWrongNumber() throws IOException {
        String open = CHOICE.replace("  kind: mcq\n  options: {A: 8, B: 12, C: 16, D: 20}", "  kind: nat");
        assertThat(status(open, "12 to 13"))
                .endsWith("says 12 to 13, to which the misconception 'it is tripled' leads");
        assertThat(status(open, "13")).endsWith("says 13");
    }

    // ---- no option, or several

    private static final String COAXIAL = """
            title: A coaxial line
            statement: What is the characteristic impedance of a line with a ratio {D} of its diameters and {er}?
            given: {D: 1.5, er: 2.33, eta: 120*pi ohm}
            answer:
              kind: mcq
              options: {A: 330 ohm, B: 100 ohm, C: 143.3 ohm, D: 43.4 ohm}
            routes:
              closed: eta/(2*pi*sqrt(er))*log(D)
              integral: eta/(2*pi*sqrt(er))*integrate(1/r for r in 1..D)
            """;

    @Test
    void whereNoOptionIsRightALetterIsDisputedAndMarksToAllAgreed() throws IOException {
        String letter = status(COAXIAL, "C");
        assertThat(letter).startsWith("disputed: 2 independent routes share").endsWith("the key (test) says C");
        assertThat(status(COAXIAL, "A or D")).startsWith("disputed");
        assertThat(status(COAXIAL, "MTA")).startsWith("agreed: 2 independent routes share");
        Bank bank = bank(COAXIAL, "C");
        Problem problem = bank.problem("p");
        assertThat(Verifier.published(problem, bank.keysOf(problem)).judgement().answer())
                .isInstanceOfSatisfying(
                        Conclusion.NotOne.class,
                        found -> assertThat(found.outcome()).isEqualTo("no option is right (15.9377 ohm)"));
    }

    @Test
    void withoutAKeyItIsAmbiguousAndBothRoutesAndTheirValueAreNamed() {
        assertThat(Verifier.published(Yaml.problem(COAXIAL), List.of())
                        .judgement()
                        .reason())
                .startsWith(
                        "routes 'closed' and 'integral' agree: no option fits 15.9377 ohm; the nearest, D, is off by");
    }

    @Test
    void routesThatFitNoOptionForDifferentReasonsAreInconsistent() {
        String other = COAXIAL.replace("integrate(1/r for r in 1..D)", "integrate(1/r for r in 1..D)*1.1");
        assertThat(Verifier.published(Yaml.problem(other), List.of())
                        .judgement()
                        .status())
                .isEqualTo("inconsistent");
    }

    @Test
    void oneRouteAloneDisputesNoKey() throws IOException {
        String alone = COAXIAL.replaceAll("  integral: .*\n", "");
        assertThat(status(alone, "C")).startsWith("ambiguous: route 'closed': no option fits 15.9377 ohm");
    }

    @Test
    void whereTwoOptionsAreRightEitherIsAKeyAndOneAloneIsNone() throws IOException {
        String two = COAXIAL.replace("43.4 ohm", "15.94 ohm").replace("143.3 ohm", "15.9 ohm");
        assertThat(status(two, "C"))
                .startsWith("ambiguous: routes 'closed' and 'integral' agree: options C and D both fit 15.9");
        assertThat(status(two, "C;D")).startsWith("agreed");
        assertThat(status(two, "MTA")).startsWith("agreed");
        assertThat(status(two, "C or A")).startsWith("ambiguous");
    }

    @Test
    void optionsThatAreEqualAndRightAreAKeyTogetherAndMarksToAll() throws IOException {
        String twins = COAXIAL.replace("43.4 ohm", "15.94 ohm").replace("143.3 ohm", "0.01594 kohm");
        assertThat(status(twins, "C")).isEqualTo("ambiguous: options C and D are equal");
        assertThat(status(twins, "C or A")).isEqualTo("ambiguous: options C and D are equal");
        assertThat(status(twins, "D or C")).startsWith("agreed");
        assertThat(status(twins, "MTA")).startsWith("agreed");
    }

    @Test
    void wrongOptionsThatAreEqualLeaveTheKeyUnjudged() throws IOException {
        String twins = COAXIAL.replace("43.4 ohm", "15.94 ohm").replace("143.3 ohm", "100 ohm");
        assertThat(status(twins, "D")).isEqualTo("ambiguous: options B and C are equal");
    }

    @Test
    void testsAndConditionsThatNoOptionMeetsAreJudgedAlike() throws IOException {
        String claims = """
                title: Squares
                statement: Which of these is the square of a whole number?
                given: {n: 5}
                answer:
                  kind: mcq
                  find: it
                  options: {A: 10, B: 12}
                routes:
                  table: {test: "it == 9 or it == 16 or it == n^2"}
                  roots: {test: "any(k*k == it for k in 1:n)"}
                """;
        assertThat(status(claims, "A")).startsWith("disputed");
        assertThat(status(claims, "marks to all")).startsWith("agreed");
        assertThat(status(claims.replace("A: 10", "A: 9").replace("B: 12", "B: 16"), "A or B"))
                .startsWith("agreed");
    }
}
