package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors and differences stand in the unit of the value beside them, and no digit is printed that an error does not cover. */
final class PrintedErrorsTest {

    private static @Nullable Unit unit(@Nullable String symbol) {
        return symbol == null ? null : Units.parse(symbol);
    }

    private static Expression literal(String text) {
        return Expression.literal(text, Sheet.of().scope());
    }

    @ParameterizedTest
    @CsvSource({
        "13.7477270849 GHz, 7.6e-6, GHz, 7.6e-15 GHz",
        "13.7477270849 GHz, 7.6e-6, , 7.6e-15 GHz",
        "13.7477270849 GHz, 2e6, MHz, 2 MHz",
        "4.7 kohm, 10, , 0.01 kohm",
        "-22.8294 dB, 0.001, dB, 0.001 dB",
        "7 dBm, 0.25, dBm, 0.25 dB",
        "45 degC, 0.5, degC, 0.5 K",
        "3.5 m/s, 0.25, , 0.25 m/s",
        "2, 1e-9, , 1e-9",
        "12 %, 0.01, %, 1 %"
    })
    void aDifferenceStandsInTheUnitOfItsValue(String value, double difference, @Nullable String unit, String shown) {
        Expression written = literal(value);
        Value si = Sheet.of().frame().value(written.term());
        assertThat(Show.difference(difference, si, written.type(), unit(unit), 12))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1.23456789012 V, 1e-6, V, 1.23457 V",
        "1.23456789012 V, 1e-3, V, 1.23 V",
        "1.23456789012 V, 0.2, V, 1 V",
        "1.23456789012 V, 0.7, V, 0 V",
        "1.23456789012 mV, 1e-6, , 1.23 mV",
        "1.23456789012, 0, , 1.23456789012",
        "3 + 4e-14j, 1e-13, , 3",
        "3.1415926 + 1.4142j, 1e-4, , 3.142 + 1.414j",
        "1e-15, 1e-12, , 0"
    })
    void noDigitIsPrintedThatTheErrorDoesNotCover(String value, double error, @Nullable String unit, String shown) {
        Expression written = literal(value);
        Value si = Sheet.of().frame().value(written.term());
        String printed = Show.known(si, error, written.type(), unit(unit), 12);
        assertThat(printed).isEqualTo(shown);
    }

    @Test
    void routesThatDifferSayByHowMuchInTheUnitThatIsAskedFor() {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: A frequency
                statement: What is twice {f}?
                given: {f: 6.5 GHz}
                answer: {kind: number, unit: GHz}
                routes:
                  product: 2*f
                  sum: sum(f for k in 1:2) + 1 MHz
                """), List.of());
        assertThat(verdict.judgement().reason())
                .isEqualTo("routes 'product' and 'sum' differ: 0.001 GHz apart, more than their errors explain");
    }

    @Test
    void theResultOfASearchIsPrintedAsFarAsItIsKnown() {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: A peak
                statement: Where is the largest value?
                given: {a: 8}
                answer: {kind: number, tolerance: 1}
                routes:
                  search:
                    ode: u' == 1
                    from: u(0) == 0
                    value: max(if(u(t) < a, t, 0) for t in 0..30)
                  known: a
                """), List.of());
        assertThat(verdict.findings().get(0).conclusion().describe()).isEqualTo("0");
        assertThat(verdict.findings().get(1).conclusion().describe()).isEqualTo("8");
    }

    // ---- the nearest of several rows

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[169.36, 9e-10]; [170.8, 3.64e-10]; [169.62, 3.639e-10]; B",
                "[1, 1500]; [3, 1001]; [1.01, 1000]; A",
                "[1e6, 1]; [1.001e6, 5]; [1.0005e6, 4.9]; B",
                "[0.1, 0]; [5, 0.2]; [4.9, 0.2]; B"
            })
    void theNearestRowIsNearestPartByPart(String a, String b, String found, String letter) {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: Two numbers
                statement: Which pair is meant?
                given: {s: 1}
                answer:
                  kind: mcq
                  match: nearest
                  options:
                    A: "%s"
                    B: "%s"
                routes:
                  direct: "%s*s"
                  integral: "%s*integrate(s for x in 0..1)"
                """.formatted(a, b, found, found)), List.of());
        assertThat(verdict.judgement().answer())
                .as(verdict.judgement().reason())
                .isNotNull();
        assertThat(String.valueOf(verdict.judgement().answer().describe())).startsWith(letter);
    }
}
