package org.ansatz.junit;

import static org.ansatz.junit.AnsatzAssertions.assertThat;
import static org.ansatz.junit.AnsatzAssertions.assertThatFunction;
import static org.ansatz.junit.AnsatzAssertions.assertThatThrownBy;
import static org.ansatz.junit.AnsatzAssertions.digits;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Status;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The assertions, where they pass and what they say where they fail. */
final class AnsatzAssertionsTest {

    private static final double C0 = 299_792_458;
    private static final Bank BANK = FrozenBank.bank();
    private static final Problem LENGTH = BANK.problem("gate-2012-ec/q28");
    private static final Problem WORDS = BANK.problem("gate-2012-ec/q7");
    private static final Problem REJECTION = BANK.problem("rf/image-rejection");
    private static final Problem EQUATION = BANK.problem("gate-2012-ec/q12");
    private static final Bank MIXED = Bank.load(Path.of("src/test/resources/junit/problems"));

    private static double length(double f1, double f2) {
        return 27 * C0 / (4 * (7 * f1 + 3 * f2) / 7) / 3 * 2;
    }

    @Test
    void numbersAreComparedWithinDigitsAndUnits() {
        assertThat(-22.8294).agreesWith(REJECTION, digits(6)).isNegative();
        assertThat(-22.82).agreesWith(REJECTION, digits(3).in("dB"));
        assertThat(157.24).agreesWith(LENGTH, digits(3).in("cm"));
        assertThatFails(
                () -> assertThat(-22.82).as("my result").agreesWith(REJECTION, digits(6)),
                "[my result] published data: gain = 1 dB, phase = 5 deg: expected -22.8294 dB (3 independent routes share",
                "was -22.82 dB");
        assertThatFails(() -> assertThat(157.24).agreesWith(LENGTH, digits(3)), "was 157.2 m");
        assertThatThrownBy(() -> assertThat(1.0).agreesWith(LENGTH, digits(3).in("s")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the answer is a length (m) and cannot be in 's'");
    }

    @Test
    void wholeNumbersMustBeEqual() {
        assertThat(6).isTheAnswerTo(WORDS).isPositive();
        assertThat(6L).isTheAnswerTo(WORDS);
        assertThatFails(
                () -> assertThat(8).isTheAnswerTo(WORDS), "expected 6 (3 independent routes agree exactly), was 8");
        assertThatFails(() -> assertThat(8L).isTheAnswerTo(WORDS), "was 8");
    }

    @Test
    void lettersMustBeThoseThatTheRoutesChoose() {
        assertThat("C").isTheAnswerTo(LENGTH).hasSize(1);
        assertThatFails(
                () -> assertThat("B").isTheAnswerTo(LENGTH),
                "expected C (2 independent routes agree, estimated), was B");
        assertThatFails(() -> assertThat("").isTheAnswerTo(LENGTH), "was none");
    }

    @Test
    void functionsAreTriedOnVariants() {
        DoubleBinaryOperator solution = AnsatzAssertionsTest::length;
        DoubleUnaryOperator ofOneFrequency = f1 -> 9 * C0 / (4 * f1);
        assertThat(ofOneFrequency).of("f1").agreesWith(LENGTH, digits(12));
        assertThatFunction((t, k) -> k * t / 2).of("t", "k").onVariants(5).agreesWith(EQUATION, digits(9));
        assertThatFails(
                () -> assertThat(solution).of("f1", "f2").agreesWith(LENGTH, digits(6)),
                "of 29 cases; at the end of a range: ",
                "m (2 independent routes agree, estimated), was");
        assertThat(solution).of("f1", "f2").onVariants(0).agreesWith(LENGTH, digits(2));
        assertThatThrownBy(() -> assertThat(solution).agreesWith(LENGTH, digits(2)))
                .hasMessageContaining("a function of 2 numbers cannot take Z0, Rs, RL, f2, f1; say what it takes");
    }

    @Test
    void verdictsAreExplainedWhereTheyFail() {
        Verdict agreed = Verifier.published(LENGTH, BANK.keysOf(LENGTH));
        Verdict unkeyed = Verifier.published(REJECTION, List.of());
        assertThat(agreed).isAgreed().passes().hasAnswer("C").hasStatus(Status.AGREED);
        assertThat(unkeyed).isUnkeyed().passes().hasAnswer("-22.8294 dB");
        assertThatFails(
                () -> assertThat(agreed).isUnkeyed(),
                "expected gate-2012-ec/q28 to be unkeyed, but:\nagreed",
                "odd quarter waves",
                "at src/test/resources/bank/problems/gate-2012-ec/q28.yaml:2:1");
        assertThatFails(() -> assertThat(agreed).hasAnswer("D"), "expected the answer to gate-2012-ec/q28 to be D");
        assertThatFails(() -> assertThat(agreed).isDisputed(), "to be disputed");
        Verdict differing = Verifier.variant(MIXED.problem("differing"), 1);
        assertThatFails(() -> assertThat(differing).passes(), "to be agreed or unkeyed, but:\ninconsistent");
        assertThatFails(() -> assertThat(differing).hasAnswer("8 V"), "to be 8 V, but:\ninconsistent");
    }

    @Test
    void banksAreReadableOrNameEveryFault() {
        assertThat(BANK).isReadable().passes();
        assertThatFails(() -> assertThat(MIXED).isReadable(), "unreadable.yaml:3:1: ");
        assertThatFails(() -> assertThat(MIXED).passes(), "unreadable.yaml:3:1: ");
        Bank disputed = MIXED.withKeys(Path.of("src/test/resources/junit/keys.yaml"));
        assertThatFails(() -> assertThat(disputed).passes(), "circuits/parallel.yaml:1:1: disputed: ");
        assertThatFails(() -> assertThat(Bank.load()).isReadable(), "there is none");
    }

    @Test
    void whereRoutesDifferThereIsNothingToCompareWith() {
        assertThatThrownBy(() -> assertThatFunction((V, R1) -> V * R1)
                        .of("V", "R1")
                        .agreesWith(MIXED.problem("differing"), digits(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("so that there is nothing to compare with");
    }

    private static void assertThatFails(ThrowingCallable assertion, String... messages) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(messages);
    }

    @Test
    void aBankOfWhichNothingIsThereDoesNotPass() {
        assertThatFails(() -> assertThat(Bank.load()).passes(), "expected problems, but there is none");
        assertThatFails(
                () -> assertThat(Bank.load(Path.of("no/such/folder"))).passes(), "no/such/folder:1:1: cannot be read");
    }
}
