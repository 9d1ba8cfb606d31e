package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A minus of a typeset text in an exponent is one: {@code 1.5e−3} is no 1.5·e − 3. */
final class TypesetMinusTest {

    @ParameterizedTest
    @CsvSource({
        "1.5e−3, 0.0015",
        "−1.5E−3, -0.0015",
        "1.5e–3, 0.0015",
        "1.5e—3, 0.0015",
        "1.5e\u20103, 0.0015",
        "1.5e\u20113, 0.0015",
        "1.5e+3, 1500",
        "2e−3−1e−3, 0.001"
    })
    void aTypesetMinusIsTheSignOfAnExponent(String text, double value) {
        assertThat(Sheet.of().number(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 e−3", "3 e-3"})
    void apartFromItsNumberItIsAskedAbout(String text) {
        assertThatThrownBy(() -> Sheet.of().number(text)).hasMessageContaining("is this 3e-3, or 3*e - 3?");
    }

    /** Without a digit behind it there is no exponent. */
    @Test
    void behindTheNumberEItIsADifference() {
        assertThat(Sheet.of().number("2e−pi")).isEqualTo(2 * Math.E - Math.PI);
    }
}
