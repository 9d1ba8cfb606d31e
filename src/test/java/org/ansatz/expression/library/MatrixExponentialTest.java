package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exponentials of matrices against those that mpmath 1.3 computes with 400 digits, and against what they must satisfy. */
final class MatrixExponentialTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "[0, 1; -2, -3] ¦ 0.60042359910627195, 0.23254415793482963, -0.46508831586965926, -0.097208874698216938",
                "[-49, 24; -64, 31] ¦ -0.73575875814475308, 0.5518190996580977, -1.4715175990882605, 1.1036382407155726",
                "[1/3, 2, 0; 1, -1, 4; 0, 5, -5/2] ¦ 4.103362784557418, 8.9751321291665617, 6.068438546224336,"
                        + " 4.4875660645832809, 13.291037730673884, 9.3533096511819808, 3.79277409139021,"
                        + " 11.691637063977476, 8.2664369749245567",
                "[-100, 90; 90, -100] ¦ 2.2699964881242426e-5, 2.2699964881242426e-5, 2.2699964881242426e-5,"
                        + " 2.2699964881242426e-5"
            })
    void everyEntryIsGoodToRounding(String matrix, String expected) {
        Sheet sheet = Sheet.of();
        Value.Array found = (Value.Array) sheet.value("expm(" + matrix + ")");
        String[] entries = expected.split(",");
        for (int i = 0; i < entries.length; i++) {
            double entry = Double.parseDouble(entries[i].strip());
            assertThat(Arithmetic.real(found.entries().get(i))).isCloseTo(entry, within(1.5 * Math.ulp(entry)));
        }
    }

    @Test
    void aComplexMatrixHasOneToo() {
        Value.Array found = (Value.Array) Sheet.valueOf("expm([1 + 2j, 1; 0, -1j])");
        assertThat(Arithmetic.real(found.at(0, 1))).isCloseTo(0.82680862808131929, within(1e-15));
        assertThat(Arithmetic.imaginary(found.at(0, 1))).isCloseTo(0.83277177256875755, within(1e-15));
        assertThat(Arithmetic.real(found.at(0, 0))).isCloseTo(-1.1312043837568136, within(1e-15));
        assertThat(Arithmetic.imaginary(found.at(0, 0))).isCloseTo(2.4717266720048189, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expm([0, 1; 0, 0]*3) == [1, 3; 0, 1]",
                "expm([0, 1, 0; 0, 0, 1; 0, 0, 0]/2) == [1, 1/2, 1/8; 0, 1, 1/2; 0, 0, 1]",
                "expm(0*identity(3)) == identity(3)",
                "nullity([1, 2; 2, 4]) == 1",
                "nullity([1, 2, 3; 4, 5, 6; 7, 8, 9]) + rank([1, 2, 3; 4, 5, 6; 7, 8, 9]) == 3",
                "nullity([1, 0; 0, 1]) == 0",
                "nullspace([1, 2, 3; 4, 5, 6; 7, 8, 9]) == [1; -2; 1]",
                "nullspace([1, 1, 0, 0; 0, 0, 1, 1]) == [-1, 0; 1, 0; 0, -1; 0, 1]",
                "nullspace([0, 2]) == [1; 0]",
                "nullspace([2 V, 1 V]) == [-1/2; 1]",
                "norm([3, 1, 4; 1, 5, 9]*nullspace([3, 1, 4; 1, 5, 9])) == 0"
            })
    void whatIsKnownExactly(String claim) {
        assertThat(Sheet.of().holds(claim)).isTrue();
    }

    /** exp(A) exp(−A) = 1, det exp(A) = exp(tr A), and a rotation: with roundings, which the errors must cover. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "norm(expm(A)*expm(-A) - identity(3))",
                "det(expm(A)) - exp(trace(A))",
                "norm(expm(A + A) - expm(A)*expm(A))",
                "entry(expm([0, -1; 1, 0]*0.7), 2, 1) - sin(0.7)",
                "entry(derivative(expm(A*t) for t at 1/2), 1, 2) - entry(A*expm(A/2), 1, 2)",
                "entry(derivative(derivative(expm(A*t) for t at s) for s at 1/2), 1, 2) - entry(A*A*expm(A/2), 1, 2)",
                "entry(grad(trace(expm(X)) for X at A), 1, 3) - entry(expm(A), 3, 1)",
                "integrate(entry(expm([0, 1; -2, -3]*t), 1, 2) for t in 0..2) - (1 - 2*exp(-2) + exp(-4))/2"
            })
    void identitiesHoldWithinTheirErrors(String zero) {
        Sheet sheet = Sheet.of("A = [0.3, 2, 0; 1, -1, 1.4; 0, 0.5, -2]");
        Estimate found = sheet.estimate(zero);
        assertThat(Math.abs(Arithmetic.real(found.value()))).isLessThan(found.error() + 1e-16);
        assertThat(found.error()).isLessThan(1e-10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "expm([1 Hz, 0 Hz; 0 Hz, 1 Hz]) ¦ of pure numbers, as A*t is with A in 1/s",
                "expm([1, 2]) ¦ a square matrix is needed here",
                "expm(3) ¦ a square matrix is needed here",
                "expm([1000, 0; 0, 1]) ¦ sum up to 1000.0; up to 300",
                "expm(identity(40)) ¦ at most 32",
                "nullspace([1, 0; 0, 1]) ¦ only zero is taken to zero",
                "nullspace([1, sqrt(2)]) ¦ the null space of rounded numbers is not known",
                "nullity([1, 0.1 + sin(1)]) ¦ the nullity of rounded numbers is not known"
            })
    void whatHasNoneIsRefused(String formula, String said) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(said);
    }

    /** A rotation by many turns loses nothing to its squarings. */
    @Test
    void squaringLosesNoDigits() {
        Sheet sheet = Sheet.of().given("w", Type.REAL, new Value.Real(250.3));
        List<Value> entries = ((Value.Array) sheet.value("expm([0, -w; w, 0])")).entries();
        assertThat(Arithmetic.real(entries.get(0))).isCloseTo(Math.cos(250.3), within(2e-16));
        assertThat(Arithmetic.real(entries.get(2))).isCloseTo(Math.sin(250.3), within(2e-16));
    }
}
