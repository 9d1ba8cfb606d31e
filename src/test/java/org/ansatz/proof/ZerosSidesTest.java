package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleFunction;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.proof.Zeros.Kind;
import org.ansatz.proof.Zeros.Zero;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the sides of a jump say: a function that is odd about a place between two doubles, whose size at each distance a test
 * chooses. Each number that decides is held from both sides.
 */
class ZerosSidesTest {

    private static final Interval DOMAIN = new Interval(0.01, 0.66);

    private static final double BELOW = 1 / 3.0;
    private static final double ABOVE = Math.nextUp(BELOW);

    /** What a size lies in at a distance from the place, in widths of what is found of it, which is two doubles. */
    private static Kind kind(DoubleFunction<Interval> size) {
        Zero found = place(odd(size));
        assertThat(found.at()).isEqualTo(new Interval(BELOW, ABOVE));
        return found.kind();
    }

    private static Zero place(Enclosing function) {
        Zeros.Found found = Zeros.of(function, DOMAIN);
        assertThat(found.places()).hasSize(1);
        return found.places().get(0);
    }

    private static Enclosing odd(DoubleFunction<Interval> size) {
        return (box, by, order) -> {
            Interval x = box[0];
            if (x.low() <= BELOW && x.high() >= ABOVE) {
                return Series.constant(new Interval(-9, 9), order).atMost(Regularity.DEFINED);
            }
            if (!x.isPoint()) {
                Interval away = new Interval(1, 2);
                return Series.constant(x.high() <= BELOW ? away.negate() : away, order);
            }
            boolean isBelow = x.high() <= BELOW;
            Interval here = size.apply((isBelow ? BELOW - x.low() : x.low() - ABOVE) / Math.ulp(BELOW));
            return Series.constant(isBelow ? here.negate() : here, order);
        };
    }

    private static Interval steps(double distance, double near, double between, double far, double farther) {
        boolean isNear = distance < 0x1p10;
        return Interval.of(isNear ? near : distance < 0x1p20 ? between : distance < 0x1p21 ? far : farther);
    }

    /** A thousand widths away it must not have grown by more than a thousandth, if it is to keep away from zero. */
    @ParameterizedTest
    @CsvSource({
        "1, JUMP",
        "1.0009, JUMP",
        "1.001, JUMP",
        "1.0010000000000003, TOUCHING",
        "1.0012, TOUCHING",
        "1.2, TOUCHING"
    })
    void whatGrowsByAThousandthGoesToZero(double between, Kind kind) {
        assertThat(kind(distance -> steps(distance, 1, between, between * between, 1e9)))
                .isEqualTo(kind);
    }

    /** It is looked at 2^10 and 2^20 widths away, and nowhere nearer or farther. */
    @Test
    void aMillionWidthsAwayItIsSeenWhetherItIsAPower() {
        assertThat(kind(distance -> steps(distance, 1, 2, 4, 1e9))).isEqualTo(Kind.TOUCHING);
        assertThat(kind(distance -> steps(distance, 1, 2, 1e9, 4))).isEqualTo(Kind.UNDECIDED);
    }

    /** As much in the first half of the way as in the second, within a factor of two of the power. */
    @ParameterizedTest
    @CsvSource({"2.9, TOUCHING", "3.9, TOUCHING", "4, UNDECIDED", "4.1, UNDECIDED", "1.42, TOUCHING", "1.41, UNDECIDED"
    })
    void aPowerIsOneWithinAFactorOfTwo(double second, Kind kind) {
        assertThat(kind(distance -> steps(distance, 1, 2, 2 * second, 1e9))).isEqualTo(kind);
    }

    @Test
    void aPowerIsOneBelowAFactorOfTwo() {
        assertThat(kind(distance -> steps(distance, 1, 4, 7.9, 1e9))).isEqualTo(Kind.UNDECIDED);
        assertThat(kind(distance -> steps(distance, 1, 4, 8, 1e9))).isEqualTo(Kind.UNDECIDED);
        assertThat(kind(distance -> steps(distance, 1, 4, 8.1, 1e9))).isEqualTo(Kind.TOUCHING);
    }

    /** A value that may be missing near the place says nothing of the side, however large. */
    @Test
    void aValueThatMayBeMissingIsNotKnown() {
        Enclosing sure = odd(distance -> Interval.ONE);
        assertThat(place(sure).kind()).isEqualTo(Kind.JUMP);
        Enclosing missing = (box, by, order) -> {
            Series there = sure.on(box, by, order);
            double distance = Math.abs(box[0].middle() - BELOW) / Math.ulp(BELOW);
            return box[0].isPoint() && distance < 0x1p11 ? there.atMost(Regularity.PARTIAL) : there;
        };
        assertThat(place(missing).kind()).isEqualTo(Kind.UNDECIDED);
    }

    /** Nearer the size is not known, and contains zero. */
    private static Interval knownFrom(double least, double distance) {
        return distance >= least ? Interval.ONE : new Interval(-1, 1);
    }

    @Test
    void aValueThatIsKnownAThousandWidthsAwayWillDo() {
        assertThat(kind(distance -> knownFrom(0x1p10, distance))).isEqualTo(Kind.JUMP);
        assertThat(kind(distance -> knownFrom(0x1p10 + 1, distance))).isEqualTo(Kind.UNDECIDED);
    }

    @Test
    void aValueIsKnownIfItIsWithinAQuarterOfItself() {
        assertThat(kind(distance -> distance < 0x1p10 ? new Interval(4, 4.99) : Interval.of(distance < 0x1p19 ? 4 : 9)))
                .isEqualTo(Kind.JUMP);
        assertThat(kind(distance -> distance < 0x1p10 ? new Interval(4, 5) : Interval.of(distance < 0x1p19 ? 4 : 9)))
                .isEqualTo(Kind.UNDECIDED); // the width of 1 is rounded up
        assertThat(kind(distance -> distance < 0x1p10 ? new Interval(4, 5.01) : new Interval(3, 4.003)))
                .isEqualTo(Kind.UNDECIDED);
    }
}
