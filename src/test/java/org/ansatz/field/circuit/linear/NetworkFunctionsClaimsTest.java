package org.ansatz.field.circuit.linear;

import static org.ansatz.field.circuit.linear.Circuits.parts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.interval.Interval;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Polynomial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of the coefficients of a network function, and transfer functions from one pair of nodes to another. */
final class NetworkFunctionsClaimsTest {

    private static NetworkFunctions network(String cards) {
        return network(cards, Work.unlimited());
    }

    private static NetworkFunctions network(String cards, Work work) {
        return new NetworkFunctions(parts(cards), StatedValues.NOTHING, work);
    }

    private static String coefficients(Polynomial polynomial) {
        StringBuilder text = new StringBuilder();
        for (int k = polynomial.degree(); k >= 0; k--) {
            text.append(polynomial.at(k)).append(k > 0 ? " " : "");
        }
        return text.toString();
    }

    /** Holds a constant: the number that is meant lies in it, and it is at most so wide. */
    private static void assertHolds(Fraction constant, double truth, double most) {
        assertThat(constant.isExact()).isFalse();
        assertThat(constant.denominator().degree()).isZero();
        Interval lies = constant.numerator()
                .at(0)
                .range()
                .over(constant.denominator().at(0).range());
        assertThat(lies.low()).isLessThan(truth);
        assertThat(lies.high()).isGreaterThan(truth);
        assertThat(lies.high() - lies.low()).isLessThan(most);
    }

    // ---- roundings

    /** One thirds of a kilohm, moved by one to two units in the last place, four times that far to both sides. */
    @ParameterizedTest
    @ValueSource(doubles = {1000, 2000, 4000, 5000, 7000})
    void aRoundedValueIsKnownToSomeRoundings(double threeTimes) {
        double ohms = threeTimes / 3;
        Fraction found = network("R1 a 0 " + ohms + "|R2 b 0 1").impedance("a", "0");
        assertHolds(found, ohms, 20 * Math.ulp(ohms));
        Interval lies =
                found.numerator().at(0).range().over(found.denominator().at(0).range());
        assertThat(lies.high() - lies.low()).isGreaterThanOrEqualTo(8 * Math.ulp(ohms));
    }

    /** However many others there are: two that are moved by as much in opposite directions each time would seem to be known. */
    @Test
    void roundingsOfASumDoNotCancel() {
        StringBuilder cards = new StringBuilder("R1 a b " + 2000 / 3.0 + "|R2 b 0 " + 2300 / 3.0);
        double sum = 4300 / 3.0;
        double last = 3001 / 3.0;
        int wide = 0;
        for (int others = 0; others < 40; others++) {
            NetworkFunctions network = network(cards.toString());
            assertHolds(network.impedance("a", "0"), sum, 40 * Math.ulp(sum));
            assertThat(network.impedance("a", "0").numerator().at(0).range().high())
                    .isGreaterThan(sum + Math.ulp(sum));
            if (others > 0) {
                assertThat(network.impedance("c" + others, "0")
                                .numerator()
                                .at(0)
                                .range()
                                .high())
                        .isGreaterThanOrEqualTo(last + 4 * Math.ulp(last));
                double high = network.impedance("c" + others, "0")
                        .numerator()
                        .at(0)
                        .range()
                        .high();
                wide += high >= last + 8 * Math.ulp(last) ? 1 : 0;
            }
            last = (3001 + 3 * others) / 3.0;
            cards.append("|R")
                    .append(others + 3)
                    .append(" c")
                    .append(others + 1)
                    .append(" 0 ")
                    .append(last);
        }
        // Four times the largest of four moves between one and two units, and a rounding: nearly always above seven.
        assertThat(wide).isGreaterThan(30);
    }

    /** Coupled coils, the second one open: k·√(L2/L1), a square or not. */
    @Test
    void aMutualInductanceIsExactIfItIsASquare() {
        Fraction exact = network("V1 a 0 AC 1|L1 a 0 2|L2 b 0 8|K1 L1 L2 0.25").voltage("b", "0");
        assertThat(coefficients(exact.numerator())).isEqualTo("1/2");
        Fraction rounded = network("V1 a 0 AC 1|L1 a 0 2|L2 b 0 3|K1 L1 L2 0.5").voltage("b", "0");
        assertHolds(rounded, 0.612372435695794525, 1e-14);
    }

    /** Of a low pass with one rounded value the numerator is certain. */
    @Test
    void whatNoRoundingMovesIsExact() {
        Fraction found =
                network("V1 a 0 AC 3|R1 a b " + 1 / 3.0 + "|C1 b 0 2|R2 b 0 1").voltage("b", "0");
        Polynomial down = found.denominator();
        assertThat(down.at(1).rational()).isNotNull();
        assertThat(down.at(0).rational()).isNull();
    }

    /** Numbers that are exact are not moved, so that there is one set of equations to be solved; else there are five. */
    @Test
    void whatIsExactIsSolvedOnce() {
        long exact = steps("V1 a 0 AC 3|R1 a b 3|C1 b 0 2|R2 b c 1|R3 c 0 2|R4 c d 1|R5 d 0 1");
        assertThat(exact).isPositive();
        assertThat(steps("V1 a 0 AC 3|R1 a b 0.3333333333333333|C1 b 0 2|R2 b c 1|R3 c 0 2|R4 c d 1|R5 d 0 1") / exact)
                .isEqualTo(5);
    }

    private static long steps(String cards) {
        long[] told = {0};
        assertThat(network(cards, new Work(steps -> told[0] += steps))
                        .voltage("b", "0")
                        .denominator()
                        .degree())
                .isEqualTo(1);
        return told[0];
    }

    /** Two parts in parallel that share a pole if their time constants are the same, which roundings do not tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // R1 C1 = R2 C2, a divider at all frequencies
                "V1 a 0 AC 1|R1 a b 0.3333333333333333|C1 a b 3|R2 b 0 0.6666666666666666|C2 b 0 1.5; b; 0",
                // 2/3 less twice a third: nothing of degree 0 in the numerator, nor of degree 1 in the denominator
                "V1 a 0 AC 1|E1 b 0 a 0 0.6666666666666666|E2 c 0 a 0 0.3333333333333333|E3 d 0 c 0 2; b; d",
                "I1 0 b AC 1|R1 b 0 1|E1 m 0 b 0 1|C1 m 0 1|F1 b 0 C1 0.6666666666666666|F2 0 b C1 0.3333333333333333"
                        + "|F3 0 b C1 0.3333333333333333; b; 0",
            })
    void whetherAPoleAndAZeroCancelIsNotKnown(String cards, String from, String to) {
        assertThatThrownBy(() -> network(cards).voltage(from, to))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "values that are rounded, so that it is not known whether a pole and a zero cancel, or which"
                                + " degree there is: write them as decimal numbers");
    }

    @Test
    void aNetworkWithoutAnAmplitudeIsNotDriven() {
        assertThat(network("V1 a 0 AC 1|R1 a 0 1").isDriven()).isTrue();
        assertThat(network("V1 a 0 5|R1 a 0 1").isDriven()).isFalse();
    }

    // ---- transfer functions

    private static Fraction transfer(String cards, String from, String against, String to, boolean byCurrent) {
        return NetworkFunctions.transfer(
                parts(cards), List.of(from, against), List.of(to, "0"), byCurrent, Work.unlimited());
    }

    @ParameterizedTest(name = "{0} from {1}, {2} to {3}, by a current {4}")
    @CsvSource({
        // other sources are off, those across the input are the drive, whichever way they stand
        "V1 a 0 AC 7|R1 a b 1|C1 b 0 1, a, 0, b, false, 1, 1 1",
        "V1 0 A AC 7|R1 a b 1|C1 b 0 1, a, 0, b, false, 1, 1 1",
        "V1 A 0 AC 7|R1 a b 1|C1 b 0 1, a, 0, b, false, 1, 1 1",
        "V1 a 0 AC 7|R1 a b 1|C1 b 0 1, 0, A, b, false, -1, 1 1",
        "I1 a 0 AC 7|R1 a b 1|C1 b 0 1, a, 0, b, false, 1, 1 1",
        "V1 a 0 AC 7|V2 c b AC 3|R1 a b 1|R2 c 0 1, a, 0, b, false, 1/2, 1",
        "I1 a 0 AC 7|R1 a 0 2|C1 a 0 1, a, 0, a, true, 1, 1 1/2",
        "V1 a 0 AC 7|R1 b 0 2, a, 0, b, false, '', 1",
        "V1 b 0 AC 7|R1 a b 2|R2 a 0 2, a, 0, a, true, 1, 1",
    })
    void aDriveOfOneUnitIsFollowed(
            String cards, String from, String against, String to, boolean byCurrent, String up, String down) {
        Fraction found = transfer(cards, from, against, to, byCurrent);
        assertThat(coefficients(found.numerator())).isEqualTo(up);
        assertThat(coefficients(found.denominator())).isEqualTo(down);
    }

    @Test
    void anInputOfOneNodeIsNone() {
        assertThatThrownBy(() -> transfer("V1 a 0 AC 7|R1 a 0 1", "a", "A", "a", false))
                .hasMessage("the input is two nodes, and a is one");
    }
}
