package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistributionTest {

    /** Marks, each of one candidate. */
    private static Distribution of(String... marks) {
        TreeMap<Rational, Long> byMarks = new TreeMap<>();
        for (String mark : marks) {
            byMarks.merge(Rational.parse(mark), 1L, Long::sum);
        }
        return new Distribution(marks.length, byMarks);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1", "0.26, 2", "0.5, 2", "0.51, 5", "0.75, 5", "0.76, 9", "1, 9"})
    void aQuantileIsTheLeastMarksThatSoManyDoNotExceed(double share, String marks) {
        assertThat(of("5", "1", "9", "2").quantile(share)).hasToString(marks);
    }

    /** 27 % of 11 are 2.97: three at each end, and whoever has as many as the third. */
    @Test
    void theGroupsAreTheBestAndTheWeakestWithAllWhoAreEqual() {
        Distribution all = of("1", "2", "3", "3", "4", "5", "6", "7", "7", "8", "9");
        assertThat(all.lower()).hasToString("3");
        assertThat(all.upper()).hasToString("7");
        TreeMap<Rational, Long> hundred =
                new TreeMap<>(Map.of(Rational.of(1), 27L, Rational.of(2), 46L, Rational.of(3), 27L));
        assertThat(new Distribution(100, hundred).upper()).hasToString("3");
        assertThat(new Distribution(100, hundred).lower()).hasToString("1");
        assertThat(of("4").upper()).hasToString("4");
        assertThat(of("4").lower()).hasToString("4");
        assertThatThrownBy(() -> of().upper()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> of().quantile(0.5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMeanAndTheDeviationAreThoseOfTheseCandidates() {
        assertThat(of("1", "2", "3", "6").mean()).isEqualTo(3);
        assertThat(of("1", "2", "3", "6").deviation()).isEqualTo(Math.sqrt(3.5));
        assertThat(of("2", "2").deviation()).isZero();
    }

    private static String bins(Distribution all, String most) {
        StringBuilder text = new StringBuilder();
        List<Distribution.Bin> bins = all.bins(Rational.parse(most));
        for (Distribution.Bin bin : bins) {
            text.append(bin.from())
                    .append("..")
                    .append(bin.to())
                    .append('=')
                    .append(bin.candidates())
                    .append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void rangesAreRoundAtMostTwelveAndHoldAll() {
        assertThat(bins(of("0", "0.5", "1", "2"), "2")).isEqualTo("0..1/2=1 1/2..1=1 1..3/2=1 3/2..2=1");
        assertThat(bins(of("-1", "6"), "6")).endsWith("5..6=1").startsWith("-1..0=1");
        assertThat(bins(of("-0.5", "6"), "6")).startsWith("-1..0=1");
        assertThat(bins(of("7", "24"), "24"))
                .startsWith("0..2=0 2..4=0 4..6=0 6..8=1")
                .endsWith("22..24=1");
        assertThat(bins(of("25"), "25")).isEqualTo("0..5=0 5..10=0 10..15=0 15..20=0 20..25=1");
        assertThat(bins(of("3"), "1000")).startsWith("0..100=1 100..200=0").endsWith("900..1000=0");
        assertThat(bins(of("5"), "2")).endsWith("9/2..5=1"); // more than can be had: marks were given to all
        assertThat(bins(of(), "2")).isEqualTo("0..1/2=0 1/2..1=0 1..3/2=0 3/2..2=0");
    }

    @Test
    void pointsAreTheSmallestPartOfAMarkThatSumsNeed() {
        Points points = Points.of(List.of(Rational.of(1, 3), Rational.of(-1, 4), Rational.of(2)));
        assertThat(points.perMark()).isEqualTo(12);
        assertThat(points.of(Rational.of(-1, 4))).isEqualTo(-3);
        assertThat(points.marks(-16)).hasToString("-4/3");
        assertThat(Points.of(List.of()).perMark()).isEqualTo(1);
        assertThat(Points.of(List.of(Rational.of(1, 1_000_000_000), Rational.of(1, 4)))
                        .perMark())
                .isEqualTo(1_000_000_000);
        for (List<Rational> marks : List.of(
                List.of(Rational.of(1, 1_000_000_001)), List.of(Rational.of(1, 999_983), Rational.of(1, 999_979)))) {
            assertThatThrownBy(() -> Points.of(marks))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the fractions of the marking scheme have no common denominator below 1000000000");
        }
    }
}
