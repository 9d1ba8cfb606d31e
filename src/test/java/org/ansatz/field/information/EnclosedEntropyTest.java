package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entropy of probabilities that lie in intervals. */
final class EnclosedEntropyTest {

    private static Series entropy(Series... probabilities) {
        Function entropy = Measures.all().stream()
                .filter(measure -> measure.name().equals("entropy"))
                .findFirst()
                .orElseThrow();
        List<Enclosed> entries = new ArrayList<>();
        for (Series p : probabilities) {
            entries.add(new Enclosed.Real(p));
        }
        return Enclosed.real(entropy.enclosure(List.of(new Enclosed.Array(1, entries.size(), entries))));
    }

    private static Series constant(double p) {
        return Series.constant(Interval.of(p), 1);
    }

    @Test
    void theEntropyOfCertainProbabilitiesIsKnownToTheirRoundings() {
        Interval bits = entropy(constant(0.125), constant(0.875)).range();
        assertThat(bits.low()).isLessThanOrEqualTo(0.54356444319959640599);
        assertThat(bits.high()).isGreaterThanOrEqualTo(0.54356444319959640599);
        assertThat(bits.width()).isLessThan(1e-14);
    }

    /** Of 2.5 bits, in which a symbol that is impossible tells nothing. */
    @Test
    void whatIsImpossibleTellsNothing() {
        Interval bits = entropy(constant(0.25), constant(0), constant(0.25), constant(0.5))
                .range();
        assertThat(bits.contains(1.5)).isTrue();
        assertThat(bits.width()).isLessThan(1e-14);
    }

    /** The slope of H(x) is log2((1 − x)/x). */
    @Test
    void theSlopeIsThatOfTheBinaryEntropy() {
        Series x = Series.variable(new Interval(0.2, 0.2 + 1e-11), 1);
        Series entropy = entropy(x, Series.constant(Interval.ONE, 1).minus(x));
        assertThat(entropy.coefficient(1).gap(2)).isLessThan(1e-7);
        assertThat(entropy.coefficient(1).width()).isLessThan(1e-7);
        assertThat(entropy.range().contains(0.721928094887362348)).isTrue();
        assertThat(entropy.range().width()).isLessThan(1e-7);
        assertThat(entropy.regularity()).isEqualTo(Regularity.SMOOTH);
    }

    /** Sums that are certainly one to a part of 1e-10; beyond it there may be no entropy. */
    @ParameterizedTest
    @CsvSource({"0.9e-10, SMOOTH", "-0.9e-10, SMOOTH", "1.1e-10, PARTIAL", "-1.1e-10, PARTIAL"})
    void whatMayNotSumToOneMayHaveNoEntropy(double off, Regularity regularity) {
        assertThat(entropy(constant(0.25), constant(0.75 + off)).regularity()).isEqualTo(regularity);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0.1", "0, 0.1", "-0.2, -0.1", "0, 4.9e-324"})
    void whereAProbabilityMayBeZeroNothingIsEnclosed(double low, double high) {
        Series p = Series.variable(new Interval(low, high), 1);
        assertThatThrownBy(() -> entropy(p, Series.constant(Interval.ONE, 1).minus(p)))
                .isInstanceOf(NoEnclosure.class);
    }

    @Test
    void whatIsCertainlyAboveZeroIsEnclosedHoweverSmall() {
        Series p = Series.variable(new Interval(1e-300, 1e-3), 1);
        Interval bits = entropy(p, Series.constant(Interval.ONE, 1).minus(p)).range();
        assertThat(bits.contains(0.0114077577)).isTrue();
        assertThat(bits.contains(1e-290)).isTrue();
    }
}
