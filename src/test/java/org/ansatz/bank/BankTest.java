package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.ansatz.problem.Key;
import org.junit.jupiter.api.Test;

/** What a program that uses the library starts from. */
final class BankTest {

    @Test
    void keysAreAddedToABankAndLeaveTheFirstAsItWas() {
        Bank bank = Bank.load(FrozenBank.PROBLEMS);
        Bank keyed = bank.withKeys(FrozenBank.ANSWERS);
        assertThat(keyed.problems()).isEqualTo(bank.problems()).containsKey("gate-2012-ec/q28");
        assertThat(bank.keys()).isEmpty();
        assertThat(keyed.keysOf(keyed.problem("gate-2012-ec/q28"))).hasSize(1);
        assertThat(keyed.withKeys(FrozenBank.ANSWERS).keysOf(keyed.problem("gate-2012-ec/q28")))
                .hasSize(2);
        assertThat(keyed.keysOf(keyed.problem("gate-2012-ec/q28"))).hasSize(1);
    }

    @Test
    void aKeyForNoProblemIsAFault() {
        Bank bank = Bank.load(FrozenBank.PROBLEMS.resolve("rf")).withKeys(FrozenBank.ANSWERS);
        assertThat(bank.faults()).hasSizeGreaterThan(5);
        assertThat(bank.faults().get(0))
                .hasToString(
                        "src/test/resources/bank/answers/gate-2012-ec.yaml:6:3: there is no problem 'gate-2012-ec/q7'");
    }

    @Test
    void anUnknownIdNamesTheNearestAndWhatCouldNotBeRead() {
        Bank bank = Bank.load(FrozenBank.PROBLEMS, Path.of("no/such/file.yaml"));
        assertThatThrownBy(() -> bank.problem("gate-2012-ec/q27"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no problem 'gate-2012-ec/q27' among "
                        + bank.problems().size()
                        + "; did you mean 'gate-2012-ec/q28'?; what could"
                        + " not be read: no/such/file.yaml:1:1: cannot be read: there is no such file or folder");
    }

    @Test
    void theEndOfAnIdIsEnoughIfNoOtherEndsSo() {
        Bank bank = FrozenBank.bank();
        assertThat(bank.problem("q28").id()).isEqualTo("gate-2012-ec/q28");
        assertThat(bank.find("q28")).isNull();
        assertThatThrownBy(() -> bank.problem("image-rejectoin"))
                .hasMessageEndingWith("; did you mean 'rf/image-rejection'?");
        assertThatThrownBy(() -> bank.problem("28")).hasMessageContaining("there is no problem '28'");
        assertThatThrownBy(() -> bank.problem("")).hasMessageContaining("there is no problem ''");
    }

    /** One bank serves all test classes of a run. */
    @Test
    void nobodyCanTakeFromABankWhatOthersWillLookFor() {
        Bank bank = FrozenBank.bank();
        List<Key.Claim> claims = bank.keysOf(bank.problem("gate-2012-ec/q28"));
        assertThat(claims).isNotEmpty();
        assertThatThrownBy(() -> bank.problems().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> bank.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(claims::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> bank.keysOf(bank.problem("image-rejection")).add(claims.get(0)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anIdThatEndsSeveralNamesThem() {
        Bank two = Bank.ofYaml("a/divider", DIVIDER).with(Bank.ofYaml("b/divider", DIVIDER));
        assertThat(two.problem("a/divider").id()).isEqualTo("a/divider");
        assertThatThrownBy(() -> two.problem("divider"))
                .hasMessage(
                        "there is no problem 'divider' among 2; it may be a/divider or b/divider: write the whole id");
        assertThatThrownBy(() -> two.problem("c/divider")).hasMessageContaining("; did you mean ");
    }

    private static final String DIVIDER = """
            title: A voltage divider
            statement: What is the voltage across R2?
            given: {E: 10 V, R1: 1 kohm, R2: 4 kohm}
            answer: {kind: number, unit: V}
            routes: {divider: E*R2/(R1 + R2)}
            """;
}
