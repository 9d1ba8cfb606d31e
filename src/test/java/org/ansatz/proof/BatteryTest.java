package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.Roots;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.Dimension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published batteries of extrema, roots and integrals: what is claimed of each covers the truth. Those few that take a second or
 * more are left to {@code -Dansatz.battery=whole}, which {@code .ci/soak} sets.
 */
class BatteryTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/proof");

    /** How often errors are simulated for a claim. */
    private static final int TRIALS = 3;

    /** Its values are below the smallest double for a hundredth of the interval: that there is one root alone is not to be seen. */
    private static final String FLAT = "13";

    /** What ends in the limit of steps, which takes a second or more each. */
    private static final Set<String> LONG =
            Set.of("Bukin 6", "Shubert", "slow tail", "kink or pole at pi/4, alpha = -0.3");

    static Stream<List<String>> optima() throws IOException {
        return rows("optima.csv");
    }

    static Stream<List<String>> roots() throws IOException {
        return rows("roots.csv");
    }

    static Stream<List<String>> integrals() throws IOException {
        return rows("integrals.csv");
    }

    private static Stream<List<String>> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split(";")))
                .filter(row -> !LONG.contains(row.get(0)) || System.getProperty("ansatz.battery") != null);
    }

    @ParameterizedTest
    @MethodSource("optima")
    void theSmallestAndTheLargestValueAreWithinTheClaimedError(List<String> row) {
        assertCovers("min(" + row.get(1) + " for " + row.get(2) + ")", new BigDecimal(row.get(3)));
        assertCovers("max(-(" + row.get(1) + ") for " + row.get(2) + ")", new BigDecimal(row.get(3)).negate());
    }

    @ParameterizedTest
    @MethodSource("integrals")
    void theIntegralIsWithinTheClaimedError(List<String> row) {
        String body = "integrate(" + row.get(1) + " for x in " + row.get(2) + ".." + row.get(3) + ")";
        assertCovers(body, new BigDecimal(row.get(4)));
    }

    private static void assertCovers(String formula, BigDecimal expected) {
        Sheet sheet = Sheet.of();
        Term term = sheet.read(formula).term(); // before the frame, which has places for the names that are known then
        Estimate found = sheet.frame().estimate(term, TRIALS);
        double value = Arithmetic.real(found.value());
        double error = new BigDecimal(value).subtract(expected).abs().doubleValue();
        assertThat(error).as("error of %s = %s", formula, value).isLessThanOrEqualTo(found.error());
    }

    @ParameterizedTest
    @MethodSource("roots")
    void theOnlyRootIsWithinTheClaimedErrorAndSeveralAreSaidToBe(List<String> row) {
        List<BigDecimal> roots = roots(row);
        String formula = "root(" + row.get(1) + " for x in " + row.get(2) + ".." + row.get(3) + ")";
        long different = roots.stream().distinct().count();
        if (row.get(0).equals(FLAT)) {
            assertThat(Sheet.of().fault(formula).getMessage()).contains("cannot be told");
            return;
        }
        if (different == 1) {
            assertCovers(formula, roots.get(0));
            return;
        }
        ExpressionFault fault = Sheet.of().fault(formula);
        String number = different == 2 ? "two" : String.valueOf(different);
        assertThat(fault.getMessage()).contains("there are " + number + " roots");
    }

    @ParameterizedTest
    @MethodSource("roots")
    void everyRootLiesInAPlaceAndASimplePlaceHoldsOneRootThatChangesTheSign(List<String> row) {
        Sheet sheet = Sheet.of();
        Binding.Variable x = sheet.scope().declare(Binding.Role.GIVEN, "x", Type.real(Dimension.NONE));
        Enclosing function = function(sheet, row.get(1), x);
        Interval domain = new Interval(sheet.number(row.get(2)), sheet.number(row.get(3)));
        List<BigDecimal> roots = roots(row);
        Zeros.Found found = Roots.all(function, domain);
        for (BigDecimal root : roots) {
            assertThat(found.places()).as("places of %s", root).anyMatch(place -> holds(place.at(), root));
        }
        for (Zeros.Zero place : found.places()) {
            long inside = roots.stream().filter(root -> holds(place.at(), root)).count();
            if (place.kind() == Zeros.Kind.SIMPLE) {
                assertThat(inside % 2).as("roots in %s", place).isEqualTo(1);
                assertThat(roots.stream()
                                .filter(root -> holds(place.at(), root))
                                .distinct())
                        .hasSize(1);
            }
            boolean holdsSome = place.kind() == Zeros.Kind.SIMPLE || place.kind() == Zeros.Kind.TOUCHING;
            assertThat(holdsSome ? inside : 1).as("roots in %s", place).isPositive();
        }
    }

    private static Enclosing function(Sheet sheet, String formula, Binding.Variable x) {
        Term term = sheet.read(formula).term();
        Frame frame = sheet.frame().with(x, new Value.Real(0));
        return frame.enclosing(term, List.of(x));
    }

    private static List<BigDecimal> roots(List<String> row) {
        return Arrays.stream(row.get(4).split(" ")).map(BigDecimal::new).toList();
    }

    /** Whether a root is inside; it is known to 30 digits. */
    private static boolean holds(Interval at, BigDecimal root) {
        BigDecimal error = root.abs().scaleByPowerOfTen(-29);
        return new BigDecimal(at.low()).compareTo(root.add(error)) <= 0
                && new BigDecimal(at.high()).compareTo(root.subtract(error)) >= 0;
    }
}
