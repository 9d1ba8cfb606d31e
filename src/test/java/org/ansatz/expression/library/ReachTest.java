package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.probability.Exponential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where along one random variable something can happen, whatever the inner ones are: found to a rounding, and nowhere else cut. */
class ReachTest {

    private static Spaces spaces() {
        return Spaces.of(
                "U ~ uniform(0, 1)",
                "T ~ uniform(0, 1)",
                "V ~ uniform(0, 1)",
                "R ~ uniform(-3, 1)",
                "H ~ uniform(1, 5)",
                "X ~ normal(0, 1)",
                "L ~ exponential(1)",
                "Y ~ normal(U, 1)",
                "D ~ uniform(1:6)");
    }

    /** Along the first variable, all conditions asked being needed and all other variables inside. */
    private static Reach.Parts cut(String asked, double... ends) {
        SampleSpace space = spaces().asked(asked);
        List<Generator> sources = space.sources();
        return Reach.cut(
                new double[][] {ends}, space, sources.get(0), sources.subList(1, sources.size()), space.asked());
    }

    private static List<Double> cuts(Reach.Parts found) {
        return List.of(found.parts()).stream().map(part -> part[1]).toList().subList(0, found.parts().length - 1);
    }

    private static void assertCutAt(Reach.Parts found, double... at) {
        assertThat(cuts(found)).hasSize(at.length);
        for (int i = 0; i < at.length; i++) {
            assertThat(cuts(found).get(i)).isCloseTo(at[i], within(4 * Math.ulp(Math.max(1, at[i]))));
            assertThat(found.parts()[i + 1][0]).isEqualTo(cuts(found).get(i));
        }
    }

    /** At just the end of a part there is nothing to be cut, and beside it there is. */
    @Test
    void whereSomethingBeginsOrCeasesToBePossibleThereIsACut() {
        Reach.Parts last = cut("U + T < 0.3", 0, 1);
        assertCutAt(last, 0.3);
        assertThat(last.edges()).hasSize(1);
        assertThat(last.edges().get(0).inside()).isCloseTo(0.3 - 1e-3 * (0.3 - 19 / 64.0), within(1e-15));
        assertThat(last.edges().get(0).slack()).isEqualTo(0x1p-48);
        Reach.Parts first = cut("U + T > 1.7", 0, 1);
        assertCutAt(first, 0.7);
        assertThat(first.edges().get(0).inside()).isCloseTo(0.7 + 1e-3 * (45 / 64.0 - 0.7), within(1e-15));
        Reach.Parts both = cut("abs(U - 0.5) < 0.2 + 0*T", 0, 1);
        assertCutAt(both, 0.3, 0.7);
        assertThat(both.edges()).hasSize(2);
        assertThat(both.parts()[0][0]).isZero();
        assertThat(both.parts()[2][1]).isEqualTo(1);
        Reach.Parts nothing = cut("U + T < 3", 0, 1);
        assertThat(nothing.parts()).isDeepEqualTo(new double[][] {{0, 1}});
        assertThat(nothing.edges()).isEmpty();
        assertThat(cut("U + T > 3", 0, 1).edges()).isEmpty();
    }

    @Test
    void thePartsThatAreGivenStay() {
        SampleSpace space = spaces().asked("U + T < 0.3");
        Reach.Parts found = Reach.cut(
                new double[][] {{0, 0.25}, {0.25, 0.5}, {0.5, 0.5}, {0.5, 1}},
                space,
                space.sources().get(0),
                space.sources().subList(1, 2),
                space.asked());
        assertCutAt(found, 0.25, 0.3, 0.5);
    }

    @ParameterizedTest
    @CsvSource({"R + T > 1.7, -3, 1, 0.7, 3", "H + T < 1.7, 1, 5, 1.7, 5"})
    void howFarAnEdgeMayLieGoesWithTheNumbers(String asked, double low, double high, double at, double largest) {
        SampleSpace space = spaces().asked(asked);
        Generator source = space.sources().stream()
                .filter(each -> !each.name().equals("T"))
                .findFirst()
                .orElseThrow();
        List<Generator> inside =
                space.sources().stream().filter(each -> !each.equals(source)).toList();
        Reach.Parts found = Reach.cut(new double[][] {{low, high}}, space, source, inside, space.asked());
        assertCutAt(found, at);
        assertThat(found.edges().get(0).slack()).isEqualTo(largest * 0x1p-48);
    }

    /** Sixteen pieces in 64 parts; where integrals stand around, which have given V a value, it is looked at in eight. */
    @Test
    void anOuterVariableIsLookedAtMoreClosely() {
        assertThat(cut("cos(32*pi*U) > 0.9 + 0*T", 0, 1).edges()).hasSizeBetween(30, 32);
        assertThat(nested("cos(32*pi*U) > 0.9 + 0*T + 0*V").edges()).isEmpty();
        assertThat(nested("cos(4*pi*U) > 0.9 + 0*T + 0*V").edges()).hasSize(4);
    }

    private static Reach.Parts nested(String asked) {
        SampleSpace space = spaces().asked(asked);
        List<Generator> sources = space.sources();
        SampleSpace at = space.with(sources.get(2), new Value.Real(0.5));
        return Reach.cut(new double[][] {{0, 1}}, at, sources.get(0), sources.subList(1, 2), space.asked());
    }

    /** Two conditions that cannot hold together for U from 0.1 on: inner ranges are halved twelve times in all. */
    @Test
    void conditionsThatCannotHoldTogetherAreSeen() {
        double one = cuts(cut("T > U + 0.5, T < 0.6", 0, 1)).get(0);
        assertThat(one).isBetween(0.1, 0.1 + 0x1p-12);
        assertThat(one).isGreaterThan(0.1 + 0x1p-15);
        double two = cuts(cut("T > 0.9*U + 0.5, V > T, V < 0.6", 0, 1)).get(0);
        assertThat(two).isBetween(1 / 9.0 + 0x1p-8, 1 / 9.0 + 0x1p-6); // six times each of the two
        assertThat(cuts(cut("T > U + 0.52 and T < 0.6", 0, 1)).get(0)).isCloseTo(0.48, within(1e-15));
    }

    /** Where the range of an inner variable is not known, nothing is inside or needed, or nothing is seen. */
    @Test
    void whatIsNotSeenIsNotCut() {
        double[][] parts = {{0, 1}};
        SampleSpace unknown = spaces().asked("U + Y > 50");
        assertThat(Reach.cut(
                                parts,
                                unknown,
                                unknown.sources().get(0),
                                unknown.sources().subList(1, 2),
                                unknown.asked())
                        .parts())
                .isSameAs(parts);
        SampleSpace space = spaces().asked("U + T < 0.3");
        Generator source = space.sources().get(0);
        List<Generator> inside = space.sources().subList(1, 2);
        assertThat(Reach.cut(parts, space, source, List.of(), space.asked()).parts())
                .isSameAs(parts);
        assertThat(Reach.cut(parts, space, source, inside, List.of()).parts()).isSameAs(parts);
        SampleSpace hidden = spaces().asked("argmax(-(t - U)^2 for t in 0..1) + T < 0.3");
        Reach.Parts found = Reach.cut(
                parts, hidden, hidden.sources().get(0), hidden.sources().subList(1, 2), hidden.asked());
        assertThat(found.parts()).isSameAs(parts);
        assertThat(found.edges()).isEmpty();
    }

    // ---- what a variable can be

    private static SampleSpace of(String variable) {
        return spaces().asked(variable);
    }

    @Test
    void theRangeOfAVariableHoldsAllItsValues() {
        SampleSpace uniform = of("H");
        assertThat(Reach.range(uniform.law(uniform.sources().get(0)))).isEqualTo(new Interval(1, 5));
        SampleSpace normal = of("X");
        assertThat(Reach.range(normal.law(normal.sources().get(0)))).isEqualTo(new Interval(-38.5, 38.5));
        SampleSpace die = of("D");
        Interval range = Reach.range(die.law(die.sources().get(0)));
        assertThat(range.low()).isBetween(1 - 1e-15, 1.0);
        assertThat(range.high()).isBetween(6.0, 6 + 1e-14);
        SampleSpace none = Spaces.of().counted("A", List.of(), List.of(), 0, 0).asked("A");
        assertThatThrownBy(() -> Reach.range(none.law(none.sources().get(0)))).isInstanceOf(NoEnclosure.class);
    }

    @ParameterizedTest
    @CsvSource({"U, true", "D, true", "X, false", "L, false", "M, false"})
    void aVariableIsBoundedOnBothSides(String name, boolean isBounded) {
        SampleSpace space =
                spaces().dense("M", new Mirrored(new Exponential(1))).asked(name);
        assertThat(Reach.isBounded(space.law(space.sources().get(0)))).isEqualTo(isBounded);
    }
}
