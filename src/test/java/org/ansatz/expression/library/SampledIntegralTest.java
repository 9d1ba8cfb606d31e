package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrals of what does not enclose itself, for a search stands inside: nobody knows where it jumps or has a kink. */
class SampledIntegralTest {

    private static void assertWithin(String formula, double expected) {
        Estimate found = Sheet.of().estimate(formula);
        double wrong = Math.abs(Arithmetic.real(found.value()) - expected);
        assertThat(wrong).as(formula).isLessThanOrEqualTo(found.error());
    }

    /** Where these jumps lie some piece has no sample between them and its end, so that its error was that of rounding. */
    @ParameterizedTest
    @CsvSource({
        "0.41698979813084636, 1e-5",
        "0.09161461517943359, 1e-10",
        "0.8867181596394772, 1e-5",
        "0.3, 1e-10",
    })
    void aJumpThatNobodyKnowsIsWithinTheError(double at, double most) {
        String formula =
                String.format(Locale.ROOT, "integrate(if(max(t*x for t in 0..1) < %s, 0, 1) for x in 0..1)", at);
        assertWithin(formula, 1 - at);
        assertThat(Sheet.of().number(formula)).isCloseTo(1 - at, within(most));
    }

    /** Sixteen times narrower than samples are apart: what a search reaches is known in outline. */
    @ParameterizedTest
    @CsvSource({"0.51, 0.516", "0.5007, 0.5564", "0.903, 0.91", "0.2, 0.20001"})
    void aPulseBetweenSamplesIsSeen(double from, double to) {
        String largest = "max(t*x for t in 0..1)";
        assertWithin(
                "integrate(if(" + largest + " < " + from + " or " + largest + " > " + to + ", 0, 1) for x in 0..1)",
                to - from);
        String smallest = "min(2 - t*x for t in 0..1)";
        assertWithin(
                "integrate(if(" + smallest + " > " + (2 - from) + " or " + smallest + " < " + (2 - to)
                        + ", 0, 1) for x in 0..1)",
                to - from);
    }

    /** No enclosure shows where the root passes 0.6815; it is that of 0.998 or so, next to the end. */
    @ParameterizedTest
    @CsvSource({"0.7, 0.9", "3, 4", "1, 2", "1/3, 1/7"})
    void aConstantMayJumpNextToAnEnd(String low, String high) {
        Sheet sheet = Sheet.of();
        double at = 0.6815 * 0.6815 * 0.6815 + 0.6815;
        assertWithin(
                "integrate(if(root(t^3 + t - x for t in 0..1) < 0.6815, " + low + ", " + high + ") for x in 0..1)",
                sheet.number(low) * at + sheet.number(high) * (1 - at));
    }

    @Test
    void aMeanMayJumpAsWell() {
        Sheet sheet = Sheet.of("X ~ uniform(0, 1)");
        assertThat(sheet.number("E(if(max(t*X for t in 0..1) < 0.501, 0, 1))")).isCloseTo(0.499, within(1e-12));
    }

    @Test
    void aKinkThatNobodyKnowsIsWithinTheError() {
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            double at = random.nextDouble();
            double k = Math.exp(6 * random.nextDouble());
            String distance = String.format(Locale.ROOT, "abs(max(t*x for t in 0..1) - %s)", at);
            assertWithin(
                    String.format(Locale.ROOT, "integrate(exp(-%s*%s) for x in 0..1)", k, distance),
                    (2 - Math.exp(-k * at) - Math.exp(-k * (1 - at))) / k);
            assertWithin(
                    String.format(Locale.ROOT, "integrate(%s^0.3 for x in 0..1)", distance),
                    (Math.pow(at, 1.3) + Math.pow(1 - at, 1.3)) / 1.3);
        }
    }
}
