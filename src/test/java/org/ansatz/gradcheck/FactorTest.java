package org.ansatz.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A factor in words is what it says, in the language of formulas. */
class FactorTest {

    private static final Map<String, Double> SIZES = Map.of("m", 16.0, "m*n", 48.0, "m/n", 16 / 3.0);

    @ParameterizedTest(name = "{3} is {4}")
    @CsvSource({
        "1, '', 0, 1, 1",
        "-1, '', 0, -1, -1",
        "2, '', 0, 2, 2",
        "0.5, '', 0, 1/2, 0.5",
        "-0.5, '', 0, -1/2, -0.5",
        "1, m, 1, m, 16",
        "-1, m, 1, -m, -16",
        "2, m, 1, 2*m, 32",
        "0.5, m, 1, m/2, 8",
        "1, m, -1, 1/m, 0.0625",
        "2, m, -1, 2/m, 0.125",
        "-2, m, -1, -2/m, -0.125",
        "0.5, m, -1, 1/(2*m), 0.03125",
        "1, m*n, 1, m*n, 48",
        "0.5, m*n, 1, m*n/2, 24",
        "1, m*n, -1, 1/(m*n), 0.020833333333333332",
        "2, m*n, -1, 2/(m*n), 0.041666666666666664",
        "-0.5, m*n, -1, -1/(2*m*n), -0.010416666666666666",
        "1, m/n, 1, m/n, 5.333333333333333",
        "-2, m/n, 1, -2*m/n, -10.666666666666666",
        "0.5, m/n, 1, m/(2*n), 2.6666666666666665"
    })
    void itIsSaidAndComputed(double number, String size, int power, String said, double value) {
        Factor factor = new Factor(number, size, power);
        assertThat(factor).hasToString(said);
        assertThat(factor.at(SIZES)).isEqualTo(value);
    }

    @Test
    void theSimplestComeFirstAndAQuotientOnlyOneWay() {
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("m", 16.0);
        sizes.put("n/m", 3.0);
        List<String> all = Factor.over(sizes).stream().map(Factor::toString).toList();
        assertThat(all)
                .containsExactly(
                        "1",
                        "-1",
                        "2",
                        "-2",
                        "1/2",
                        "-1/2",
                        "m",
                        "-m",
                        "2*m",
                        "-2*m",
                        "m/2",
                        "-m/2",
                        "1/m",
                        "-1/m",
                        "2/m",
                        "-2/m",
                        "1/(2*m)",
                        "-1/(2*m)",
                        "n/m",
                        "-n/m",
                        "2*n/m",
                        "-2*n/m",
                        "n/(2*m)",
                        "-n/(2*m)");
    }

    @Test
    void aSizeThatIsNotKnownGivesNoNumber() {
        assertThat(new Factor(1, "k", 1).at(SIZES)).isNaN();
    }
}
