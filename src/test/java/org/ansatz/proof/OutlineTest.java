package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final Interval UNIT = new Interval(0, 1);

    private int asked;

    /** The largest s·(1 − s)·x for s in 0..1, which is x/4. */
    private Series ofBump(Interval x) {
        return Outline.largest(
                set -> {
                    asked++;
                    return Series.ranging(set.times(Interval.ONE.minus(set)).times(x), 1, Regularity.SMOOTH);
                },
                UNIT);
    }

    @Test
    void theLargestValueIsEnclosed() {
        for (double x : new double[] {0, 1e-9, 0.3, 2, 1e9}) {
            Interval found = ofBump(Interval.of(x)).range();
            assertThat(found.contains(x / 4)).as("of %s: %s", x, found).isTrue();
            assertThat(found.width()).isLessThanOrEqualTo(0.05 * x);
        }
    }

    /** Where x is not known, s need not be: hardly anything is asked. */
    @Test
    void whatOtherVariablesLeaveOpenIsNotLookedInto() {
        Interval found = ofBump(new Interval(1, 9)).range();
        assertThat(found.contains(0.25)).isTrue();
        assertThat(found.contains(2.25)).isTrue();
        assertThat(asked).isLessThan(20);
        asked = 0;
        ofBump(new Interval(1, 1 + 1e-9));
        assertThat(asked).isGreaterThan(60);
    }

    @Test
    void anotherPointMayTakeOver() {
        assertThat(ofBump(new Interval(0, 1)).regularity()).isEqualTo(Regularity.CONTINUOUS);
        Series jumping = Outline.largest(set -> Series.ranging(set, 0, Regularity.DEFINED), UNIT);
        assertThat(jumping.regularity()).isEqualTo(Regularity.DEFINED);
        assertThat(jumping.range().high()).isEqualTo(1);
    }

    @Test
    void theLargestOfAFallingFunctionIsAtItsStart() {
        Interval found = Outline.largest(set -> Series.ranging(Interval.of(3).minus(set), 0, Regularity.SMOOTH), UNIT)
                .range();
        assertThat(found.high()).isCloseTo(3, within(1e-15));
        assertThat(found.low()).isCloseTo(3, within(1e-12));
    }
}
