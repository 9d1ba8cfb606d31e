package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every elementary function against tables made elsewhere, see {@code golden/elementary/ORIGIN.md}. */
class ElementaryTablesTest {

    private static final Registry REGISTRY = StandardLibrary.registry();

    static Stream<String> real() throws IOException {
        return Stream.concat(table("real.csv"), table("gaussian.csv"));
    }

    /** Of the functions that take complex numbers. */
    static Stream<String> holomorphic() throws IOException {
        return table("real.csv");
    }

    static Stream<String> complex() throws IOException {
        return table("complex.csv");
    }

    static Stream<String> cuts() throws IOException {
        return table("cuts.csv");
    }

    private static Stream<String> table(String name) throws IOException {
        try (InputStream in = ElementaryTablesTest.class.getResourceAsStream("/golden/elementary/" + name)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n")).stream().filter(line -> !line.startsWith("#"));
        }
    }

    private static Value apply(String function, Value argument) {
        return Objects.requireNonNull(REGISTRY.function(function))
                .apply(List.of(argument))
                .value();
    }

    @ParameterizedTest
    @MethodSource("real")
    void theRealValueIsGoodToFourUnitsInTheLastPlace(String line) {
        String[] row = line.split(",");
        double x = Double.parseDouble(row[1]);
        double expected = Double.parseDouble(row[2]);
        double value = Arithmetic.real(apply(row[0], new Value.Real(x)));
        assertThat(value).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

    @ParameterizedTest
    @MethodSource("real")
    void anExactArgumentGivesTheSameValue(String line) {
        String[] row = line.split(",");
        Value exact = new Value.Exact(Rational.exactly(Double.parseDouble(row[1])));
        double expected = Double.parseDouble(row[2]);
        assertThat(Arithmetic.real(apply(row[0], exact))).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

    @ParameterizedTest
    @MethodSource("real")
    void theDerivativeStandsBesideTheValue(String line) {
        String[] row = line.split(",");
        Value x = new Value.Dual(1, new Value.Real(Double.parseDouble(row[1])), Arithmetic.ONE);
        double expected = Double.parseDouble(row[3]);
        double slope = Arithmetic.real(Arithmetic.eps(apply(row[0], x), 1));
        // 1 − tanh² and 1 + tan² round to the unit of 1; where x² overflows, a derivative below 1e-290 is 0
        double conditioning = row[0].startsWith("tan") ? 1e-15 : 1e-290;
        assertThat(slope).isCloseTo(expected, within(1e-14 * Math.abs(expected) + conditioning));
    }

    @ParameterizedTest
    @MethodSource("complex")
    void theComplexValueIsThePrincipalOne(String line) {
        String[] row = line.split(",");
        Value z = new Value.Complex(Double.parseDouble(row[1]), Double.parseDouble(row[2]));
        Value expected = new Value.Complex(Double.parseDouble(row[3]), Double.parseDouble(row[4]));
        assertThat(Arrays.distance(apply(row[0], z), expected)).isLessThanOrEqualTo(1e-14 * Arrays.size(expected));
    }

    /** The complex step: Im f(x + ih)/h is the derivative without a difference (Squire and Trapp, SIAM Rev. 40, 1998). */
    @ParameterizedTest
    @MethodSource("holomorphic")
    void theComplexStepAgreesWithTheDual(String line) {
        String[] row = line.split(",");
        double x = Double.parseDouble(row[1]);
        double expected = Double.parseDouble(row[3]);
        Assumptions.assumeTrue(
                Math.abs(x) > 1e-200 && Math.abs(x) < 1e200, "the step would leave the range of a double");
        double step = 1e-20 * Math.min(Math.abs(x), 1);
        double slope = Arithmetic.imaginary(apply(row[0], new Value.Complex(x, step))) / step;
        assertThat(slope).isCloseTo(expected, within(1e-13 * Math.abs(expected) + 1e-15));
    }

    /** Zero has no sign here: on a cut the value is that above it, whatever sign the zero of the table has. */
    @ParameterizedTest
    @MethodSource("cuts")
    void onABranchCutTheValueIsThatAboveIt(String line) {
        String[] row = line.split(",");
        double x = Double.parseDouble(row[1]);
        double y = Double.parseDouble(row[2]);
        Value.Complex value = (Value.Complex) apply(row[0], new Value.Complex(x, y));
        Value.Complex above = (Value.Complex) apply(row[0], new Value.Complex(x + 0.0, y + 0.0));
        assertThat(value).isEqualTo(above);
        boolean isAbove = isPositive(x) && isPositive(y);
        double re = Double.parseDouble(row[3]);
        double im = Double.parseDouble(row[4]);
        double permitted = 1e-15 * Math.hypot(re, im);
        if (isAbove) {
            assertThat(value.re()).isCloseTo(re, within(permitted));
            assertThat(value.im()).isCloseTo(im, within(permitted));
        }
    }

    private static boolean isPositive(double part) {
        return part != 0 || Math.copySign(1, part) > 0;
    }
}
