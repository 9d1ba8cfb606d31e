package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.bank.Yaml;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part that follows from a wrong one by the right way: f = 1/T, w = 2πf, X = wL. */
final class CarriedErrorsTest {

    private static final Problem CHAIN = Yaml.problem("""
            title: A coil at a period
            statement: Which frequency, angular frequency and reactance?
            given: {T: 1 ms, L: 10 mH}
            answer: {kind: number, find: {f: kHz, w: rad/s, X: ohm}, tolerance: 1 %}
            routes:
              one by one:
                value: {f: 1/T, w: 2*pi*f, X: w*L}
              all at once:
                value: {f: "root(x*T - 1 for x in 1 Hz..10 kHz)", w: 2*pi/T, X: 2*pi*L/T}
            """);

    private static Mark.Wrong wrong(String reply) {
        Mark mark = Marking.of(CHAIN, CHAIN.published()).mark(reply);
        assertThat(mark).as(mark.message()).isInstanceOf(Mark.Wrong.class);
        return (Mark.Wrong) mark;
    }

    /** 2π·2 kHz = 12566 rad/s, and 12566 rad/s · 10 mH = 125.66 ohm; from a right w it would be 62.83 ohm. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f = 2 kHz, w = 12566 rad/s, X = 125.66 ohm | 0 | 2/3 | none of the parts is right; w and X follow from",
                "f = 2 kHz, w = 12566 rad/s, X = 62.83 ohm | 1/3 | 2/3 | X is right, f and w are not; w follows from",
                "f = 2 kHz, w = 6283 rad/s, X = 62.83 ohm | 2/3 | 2/3 | w and X are right, f is not",
                "f = 1 kHz, w = 1000 rad/s, X = 10 ohm | 1/3 | 2/3 | f is right, w and X are not; X follows from",
                "f = 2 kHz, w = 12566 rad/s, X = 10 ohm | 0 | 1/3 | none of the parts is right; w follows from",
                "f = 2 kHz, w = 7000 rad/s, X = 11 ohm | 0 | 0 | none of the parts is right",
                "f = 2, w = 12566, X = 125.66 | 0 | 2/3 | none of the parts is right; w and X follow from",
            })
    void aPartIsRightForWhatTheReplyHasForEarlierOnes(String reply, String share, String carried, String message) {
        Mark.Wrong wrong = wrong(reply);
        assertThat(wrong.share()).isEqualTo(fraction(share));
        assertThat(wrong.carried()).isEqualTo(fraction(carried));
        assertThat(wrong.message()).startsWith(message);
    }

    private static Rational fraction(String text) {
        int bar = text.indexOf('/');
        return bar < 0
                ? Rational.parse(text)
                : Rational.parse(text.substring(0, bar)).over(Rational.parse(text.substring(bar + 1)));
    }
}
