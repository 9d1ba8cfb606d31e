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
        Bank bank = Bank.load(Path.of("problems"));
        Bank keyed = bank.withKeys(Path.of("answers"));
        assertThat(keyed.problems()).isEqualTo(bank.problems()).containsKey("gate-2012-ec/q28");
        assertThat(bank.keys()).isEmpty();
        assertThat(keyed.keysOf(keyed.problem("gate-2012-ec/q28"))).hasSize(1);
        assertThat(keyed.withKeys(Path.of("answers")).keysOf(keyed.problem("gate-2012-ec/q28")))
                .hasSize(2);
        assertThat(keyed.keysOf(keyed.problem("gate-2012-ec/q28"))).hasSize(1);
    }

    @Test
    void aKeyForNoProblemIsAFault() {
        Bank bank = Bank.load(Path.of("problems/rf")).withKeys(Path.of("answers"));
        assertThat(bank.faults()).hasSizeGreaterThan(5);
        assertThat(bank.faults().get(0))
                .hasToString("answers/gate-2012-ec.yaml:6:3: there is no problem 'gate-2012-ec/q7'");
    }

    @Test
    void anUnknownIdNamesTheNearestAndWhatCouldNotBeRead() {
        Bank bank = Bank.load(Path.of("problems"), Path.of("no/such/file.yaml"));
        assertThatThrownBy(() -> bank.problem("gate-2012-ec/q27"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no problem 'gate-2012-ec/q27' among "
                        + bank.problems().size()
                        + "; did you mean 'gate-2012-ec/q28'?; what could"
                        + " not be read: no/such/file.yaml:1:1: cannot be read: there is no such file or folder");
    }
}
