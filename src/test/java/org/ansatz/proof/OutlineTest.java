package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
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

    /** A zero of s² − x. */
    private static Interval zero(Interval x) {
        return Outline.zero(set -> Series.ranging(set.square().minus(x), 0, Regularity.SMOOTH), UNIT);
    }

    @Test
    void aZeroIsEnclosed() {
        Interval at = zero(Interval.of(0.3));
        assertThat(at.contains(Math.sqrt(0.3))).isTrue();
        assertThat(at.width()).isLessThan(1e-14);
    }

    @Test
    void whereOtherVariablesLeaveItOpenAllThatMayBeZerosAreHeld() {
        Interval at = zero(new Interval(0.09, 0.25));
        assertThat(at.contains(new Interval(0.3, 0.5))).isTrue();
        assertThat(at.width()).isLessThan(0.4);
    }

    @Test
    void whatIsZeroNowhereHasNone() {
        assertThatThrownBy(() -> zero(Interval.of(-0.01))).isInstanceOf(NoEnclosure.class);
        assertThatThrownBy(() -> zero(Interval.of(1.01))).isInstanceOf(NoEnclosure.class);
    }

    private static Series falling(Interval set, double place) {
        return Series.ranging(
                Interval.ONE.over(set.minus(Interval.of(place)).square().plus(Interval.of(1e-12))),
                0,
                Regularity.SMOOTH);
    }

    @Test
    void aNarrowPeakIsAPlace() {
        assertThat(Outline.peaks(set -> falling(set, 0.3371), UNIT))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.contains(0.3371)).isTrue();
                    assertThat(place.width()).isLessThan(1e-6);
                });
    }

    @Test
    void peaksThatMayBeAsHighAreAllPlaces() {
        assertThat(Outline.peaks(set -> falling(set, 0.2501).max(falling(set, 0.7)), UNIT))
                .hasSize(2)
                .satisfies(places -> assertThat(places.get(0).contains(0.2501)).isTrue())
                .satisfies(places -> assertThat(places.get(1).contains(0.7)).isTrue());
    }

    @Test
    void zerosAreApart() {
        // between 0.3 − 1e-7 and 0.3 + 1e-7 it is negative
        assertThat(Outline.zeros(
                        set -> Series.ranging(
                                set.minus(Interval.of(0.3)).square().minus(Interval.of(1e-14)), 0, Regularity.SMOOTH),
                        UNIT))
                .hasSize(2)
                .satisfies(
                        places -> assertThat(places.get(0).contains(0.3 - 1e-7)).isTrue())
                .satisfies(
                        places -> assertThat(places.get(1).contains(0.3 + 1e-7)).isTrue());
    }
}
