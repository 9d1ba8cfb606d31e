package org.ansatz.field.circuit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.ansatz.field.circuit.solution.Reading;
import org.junit.jupiter.api.Test;

/** What errors of readings come to in a law. */
final class DoubtedLawTest {

    private static final DoubtedLaw LAW = new DoubtedLaw(
            (from, to) -> Map.of("ab", new Reading(3, 0.01), "cd", new Reading(-2, 0.5), "00", new Reading(0, 0))
                    .get(from + to),
            part -> new Reading(part.equals("R1") ? 5 : 0, 0.25));

    @Test
    void whatIsNotReadCountsForNothing() {
        assertThat(LAW.of(at -> -7)).isEqualTo(new Reading(-7, 7 * 16 * Math.ulp(1.0)));
        assertThat(LAW.of(at -> 0)).isEqualTo(new Reading(0, 0));
    }

    @Test
    void eachErrorCountsByItsSlope() {
        Reading sum = LAW.of(at -> 2 * at.voltage("a", "b") - at.voltage("c", "d") + 3 * at.current("R1"));
        assertThat(sum.value()).isEqualTo(23);
        assertThat(sum.error()).isCloseTo(0.02 + 0.5 + 0.75, within(1e-13));
    }

    /** Of the square of −2 ± 0.5 it is 2.25 down and 1.75 up, of its root of a magnitude the other way round. */
    @Test
    void theWorseOfBothDirectionsCounts() {
        assertThat(LAW.of(at -> Math.pow(at.voltage("c", "d"), 2)).error()).isCloseTo(2.25, within(1e-13));
        assertThat(LAW.of(at -> -Math.pow(at.voltage("c", "d"), 2)).error()).isCloseTo(2.25, within(1e-13));
        assertThat(LAW.of(at -> Math.pow(at.voltage("c", "d") + 4, 2)).error()).isCloseTo(2.25, within(1e-13));
        assertThat(LAW.of(at -> -Math.pow(at.voltage("c", "d") + 4, 2)).error()).isCloseTo(2.25, within(1e-13));
    }

    /** Beside the error of a reading: a threshold is taken from a voltage, both rounded decimals. */
    @Test
    void aDifferenceOfRoundedNumbersIsAsWrongAsTheyAre() {
        DoubtedLaw certain =
                new DoubtedLaw((from, to) -> new Reading(-8, 16 * Math.ulp(1.0)), part -> new Reading(0, 0));
        double error = certain.of(at -> at.voltage("a", "b") + 8).error();
        assertThat(error).isEqualTo(32 * Math.ulp(1.0));
        assertThat(certain.of(at -> at.current("R1")).error()).isZero();
    }
}
