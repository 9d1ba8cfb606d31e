package org.example.filters;

import static org.ansatz.junit.AnsatzAssertions.assertThat;
import static org.ansatz.junit.AnsatzAssertions.assertThatFunction;
import static org.ansatz.junit.AnsatzAssertions.digits;

import org.ansatz.bank.Bank;
import org.ansatz.junit.In;
import org.ansatz.junit.MethodTests;
import org.ansatz.junit.Verify;
import org.junit.jupiter.api.Test;

class FiltersTest implements MethodTests {

    @Verify("circuits/low-pass")
    @In("kHz")
    double corner(@In("kohm") double R, @In("nF") double C) {
        return Filters.corner(1e3 * R, 1e-9 * C) / 1e3;
    }

    @Test
    void theCornerAgreesOnManyVariants(Bank bank) {
        assertThatFunction(Filters::corner)
                .of("R", "C")
                .onVariants(100)
                .agreesWith(bank.problem("circuits/low-pass"), digits(12));
    }

    @Test
    void theCornerIsAsInTheBook(Bank bank) {
        assertThat(1.59).agreesWith(bank.problem("circuits/low-pass"), digits(3).in("kHz"));
    }
}
