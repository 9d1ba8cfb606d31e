package org.ansatz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Interaction.Choice;
import org.ansatz.exchange.item.Interaction.Free;
import org.ansatz.exchange.item.Interaction.Numeric;
import org.ansatz.exchange.item.Interaction.Option;
import org.ansatz.exchange.item.Interaction.Scale;
import org.ansatz.exchange.item.Item;
import org.ansatz.problem.MarkingScheme;
import org.junit.jupiter.api.Test;

/** What of a problem goes into another program. */
final class ItemsTest {

    private static Blank only(Item item) {
        return ((Numeric) item.interaction()).blanks().get(0);
    }

    @Test
    void aChoiceKeepsItsTextsAndSaysWhatLeadsToAWrongOption() {
        Item item = Samples.item(Samples.LAMP);
        assertThat(item.title()).isEqualTo("Lamp & switch");
        assertThat(item.text()).startsWith("A lamp of 6 ohm hangs on 12 V.").endsWith("- Losses do **not** count.");
        assertThat(item.solution()).isEqualTo("With $I = U/R$ it is 24 W.");
        assertThat(item.hints()).containsExactly("Which current flows?", "Power is voltage times current.");
        assertThat(item.marks()).isEqualTo(2);
        assertThat(item.wrong()).isCloseTo(-1.0 / 3, within(1e-15));
        Choice choice = (Choice) item.interaction();
        assertThat(choice.isSingle()).isTrue();
        assertThat(choice.options())
                .containsExactly(
                        new Option("24 W", true, ""),
                        new Option("2 W", false, "It looks as if the current was given."),
                        new Option("72 W", false, "It looks as if voltage and resistance were multiplied."),
                        new Option("12 W", false, ""));
    }

    @Test
    void aVariantHasItsOwnDataAndName() {
        Item item = Samples.item(Samples.LAMP, 3, MarkingScheme.GATE);
        assertThat(item.id()).endsWith("#3");
        assertThat(item.title()).isEqualTo("Lamp & switch (variant 3)");
        assertThat(item.text()).doesNotContain("12 V");
    }

    @Test
    void claimsAreOptionsOfWhichSeveralMayBeRight() {
        Item item = Samples.item(Samples.CLAIMS);
        Choice choice = (Choice) item.interaction();
        assertThat(choice.isSingle()).isFalse();
        assertThat(choice.options()).extracting(Option::isRight).containsExactly(true, false, true);
        assertThat(choice.options().get(2).text()).isEqualTo("twice 2 is 4");
        assertThat(item.instruction()).contains("One or more of the options are right");
        assertThat(item.wrong()).isZero();
    }

    /** The data have two digits, and so the answer needs no more: half a unit of the second is 0.05 ms. */
    @Test
    void aNumberIsAcceptedToTheDigitsThatAreWantedInEachOfItsUnits() {
        Blank blank = only(Samples.item(Samples.NUMBER));
        Accepted right = blank.accepted().get(0);
        assertThat(right.value()).isCloseTo(4.7, within(1e-12));
        assertThat(right.tolerance()).isCloseTo(0.05, within(1e-9));
        assertThat(right.share()).isEqualTo(1);
        assertThat(blank.unit()).isEqualTo("ms");
        assertThat(blank.units())
                .contains(new Scale("ms", 1))
                .anySatisfy(scale -> {
                    assertThat(scale.unit()).isEqualTo("s");
                    assertThat(scale.multiplier()).isCloseTo(1e-3, within(1e-18));
                })
                .anySatisfy(scale -> {
                    assertThat(scale.unit()).isEqualTo("us");
                    assertThat(scale.multiplier()).isCloseTo(1e3, within(1e-9));
                });
    }

    @Test
    void aWrongNumberThatIsTooNearToTheRightOneIsNotToldApart() {
        List<Accepted> accepted = only(Samples.item(Samples.NUMBER)).accepted();
        assertThat(accepted).hasSize(2);
        assertThat(accepted.get(1).value()).isCloseTo(0.0047, within(1e-12));
        assertThat(accepted.get(1).share()).isZero();
        assertThat(accepted.get(1).feedback()).isEqualTo("It looks as if the kilo was left out.");
    }

    @Test
    void severalNumbersAreBlanksWithTheirNames() {
        Numeric numeric = (Numeric) Samples.item(Samples.PARTS).interaction();
        assertThat(numeric.blanks()).extracting(Blank::name).containsExactly("w", "Z");
        assertThat(numeric.blanks()).extracting(Blank::unit).containsExactly("krad/s", "ohm");
        Accepted impedance = numeric.blanks().get(1).accepted().get(0);
        assertThat(impedance.value()).isCloseTo(1000, within(1e-9));
        assertThat(impedance.tolerance()).as("1 %").isCloseTo(10, within(1e-9));
        assertThat(Samples.item(Samples.PARTS).instruction()).isEqualTo("Answer each within 1 %.");
    }

    @Test
    void anIntervalIsItsTwoEndsIfBothAreFinite() {
        Numeric numeric = (Numeric) Samples.item(Samples.INTERVAL).interaction();
        assertThat(numeric.blanks()).extracting(Blank::name).containsExactly("lower end", "upper end");
        assertThat(numeric.blanks().get(0).accepted().get(0).value()).isEqualTo(-3);
        String unbounded = Samples.INTERVAL.replace("2*a", "inf").replace("root(x/a - 2 for x in 0..10)", "inf");
        assertThat(Samples.item(unbounded).interaction()).isEqualTo(new Free("-3..inf"));
    }

    @Test
    void aFormulaIsMarkedByAPerson() {
        assertThat(Samples.item(Samples.FORMULA).interaction()).isInstanceOf(Free.class);
    }

    @Test
    void withoutAnAnswerThereIsNoItem() {
        assertThatThrownBy(() -> Samples.item(Samples.NUMBER.replace("product: R*C", "product: 2*R*C")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no answer");
    }
}
