package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.NoSuchElementException;
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
}
