package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures beside closed forms, and how wrong they say that they may be. */
final class ErrorsOfMeasuresTest {

    private static final double ULP = 0x1p-52;

    private static Value matrix(int rows, double... numbers) {
        List<Value> entries = new ArrayList<>();
        for (double number : numbers) {
            entries.add(new Value.Real(number));
        }
        return new Value.Array(rows, numbers.length / rows, entries);
    }

    private static Estimate found(String name, Value... arguments) {
        return Measures.all().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .apply(List.of(arguments));
    }

    private static void require(Estimate found, double exact, double error) {
        assertThat(found.error()).isEqualTo(error);
        assertThat(Math.abs(Arithmetic.real(found.value()) - exact)).isLessThanOrEqualTo(error);
    }

    /** The rounding of one for each entry, of a measure above one that of the measure. */
    @Test
    void anErrorIsTheRoundingOfEachEntry() {
        require(found("entropy", matrix(1, 0.125, 0.875)), 0.54356444319959640599, 2 * ULP);
        require(found("entropy", matrix(1, uniform(5))), 2.3219280948873623479, 5 * 2 * ULP);
        require(found("entropy", matrix(1, uniform(100))), 6.6438561897747246957, 100 * 4 * ULP);
        require(found("divergence", matrix(1, 0.5, 0.5), matrix(1, 0.25, 0.75)), 0.20751874963942190927, 2 * ULP);
        require(
                found("divergence", matrix(1, 0.5, 0.5), matrix(1, 0x1p-40, 1 - 0x1p-40)),
                19 - 0.5 * Math.log1p(-0x1p-40) / Math.log(2),
                2 * 16 * ULP);
    }

    private static double[] uniform(int symbols) {
        double[] p = new double[symbols];
        Arrays.fill(p, 1.0 / symbols);
        return p;
    }

    /** Of a bit that is turned once in eight: 1 − H(1/8). Rows are those of the matrix as it is written. */
    @Test
    void mutualInformationIsThatOfTheJointDistribution() {
        require(
                found("mutual_information", matrix(2, 0.4375, 0.0625, 0.0625, 0.4375)),
                0.45643555680040359401,
                4 * ULP);
        // H(2/3) of a first symbol that tells the second, in three columns
        require(
                found("mutual_information", matrix(2, 1.0 / 3, 1.0 / 3, 0, 0, 0, 1.0 / 3)),
                0.91829583405448951479,
                6 * ULP);
        require(found("mutual_information", matrix(1, 0.25, 0.75)), 0, 2 * ULP);
    }

    @Test
    void capacityHasItsBoundsForAnError() {
        Estimate binary = found("capacity", matrix(2, 0.875, 0.125, 0.125, 0.875));
        assertThat(Math.abs(Arithmetic.real(binary.value()) - 0.45643555680040359401))
                .isLessThan(binary.error());
        assertThat(binary.error()).isBetween(4.0 * 4 * ULP, 4.0 * 4 * ULP + 1e-13);
        // eight letters without noise: three bits, known to the rounding of three
        double[] letters = new double[64];
        for (int k = 0; k < 64; k += 9) {
            letters[k] = 1;
        }
        assertThat(found("capacity", matrix(8, letters)).error())
                .isBetween(4.0 * 16 * 2 * ULP, 4.0 * 16 * 2 * ULP + 1e-13);
        // a Z channel of one half: log2(5/4)
        Estimate z = found("capacity", matrix(2, 1, 0, 0.5, 0.5));
        assertThat(Math.abs(Arithmetic.real(z.value()) - 0.3219280948873623479)).isLessThan(z.error());
        assertThat(z.error()).isLessThan(2e-13);
    }

    @Test
    void aDivergenceIsInfiniteWhereASymbolIsImpossible() {
        assertThat(Entropy.divergence(new double[] {0.5, 0.5}, new double[] {1, 0}))
                .isInfinite();
        assertThat(Entropy.divergence(new double[] {1, 0}, new double[] {0.5, 0.5}))
                .isEqualTo(1);
        assertThatThrownBy(() -> Entropy.divergence(new double[] {0.5, 0.7}, new double[] {0.5, 0.5}))
                .hasMessageContaining("sum to 1.2");
        assertThatThrownBy(() -> Entropy.divergence(new double[] {0.5, 0.5}, new double[] {0.5, 0.7}))
                .hasMessageContaining("sum to 1.2");
        assertThatThrownBy(() -> Entropy.divergence(new double[] {-0.5, 1.5}, new double[] {0.5, 0.5}))
                .hasMessageContaining("a probability of -0.5");
        assertThatThrownBy(() -> Entropy.divergence(new double[] {0.5, 0.5}, new double[] {Double.NaN, 0.5}))
                .hasMessageContaining("a probability of NaN");
    }

    @Test
    void whatIsNoMatrixIsNoJointDistribution() {
        assertThatThrownBy(() -> Entropy.mutualInformation(new double[][] {{0.5, 0.25}, {0.25}}))
                .hasMessageContaining("rows of 2 and of 1 entries");
        assertThatThrownBy(() -> Entropy.mutualInformation(new double[0][]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Probabilities sum to one to a part of 1e-9, and no worse. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9e-9, -0.9e-9})
    void probabilitiesSumToOneToNineDigits(double off) {
        assertThat(Entropy.of(new double[] {0.5, 0.5 + off})).isCloseTo(1, within(1e-8));
        assertThatThrownBy(() -> Entropy.of(new double[] {0.5, 0.5 + off * 1.3}))
                .hasMessageContaining("probabilities that sum to");
    }

    @Test
    void nothingIsLessThanTheLeastProbability() {
        assertThat(Entropy.of(new double[] {1, Double.MIN_VALUE})).isZero();
        assertThat(Entropy.of(new double[] {1, 0})).isZero();
        assertThat(Entropy.of(new double[] {1, Double.MIN_NORMAL})).isPositive();
    }

    /** From (3/16, 3/16, 5/8) an eighth is moved: the change is that of the first two alone. */
    @Test
    void aShiftChangesTheEntropyOfTwoSymbols() {
        Perturbation moved = Perturbation.of(new double[] {0.1875, 0.1875, 0.625}, 0, 1, 0.125);
        assertThat(moved.before()).containsExactly(0.1875, 0.1875, 0.625);
        assertThat(moved.after()).containsExactly(0.3125, 0.0625, 0.625);
        assertThat(moved.shift()).isEqualTo(0.125);
        assertThat(moved.symbols()).isEqualTo(3);
        double exact = -0.3125 * log2(0.3125) - 0.0625 * log2(0.0625) + 0.375 * log2(0.1875);
        assertThat(moved.entropyChange()).isCloseTo(exact, within(moved.rounding()));
        assertThat(moved.rounding()).isEqualTo(3 * ULP); // the entropy before is 1.33
        assertThat(Perturbation.of(uniform(4), 0, 1, 0.1).rounding()).isEqualTo(4 * 2 * ULP);
        assertThat(Perturbation.of(new double[] {0.0625, 0.0625, 0.875}, 0, 1, 0.01)
                        .rounding())
                .isEqualTo(3 * ULP);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    @Test
    void onlyWhatIsThereIsMoved() {
        double[] p = {0.25, 0.25, 0.5};
        assertThat(Perturbation.of(p, 0, 1, 0).after()).containsExactly(p);
        assertThat(Perturbation.of(p, 0, 1, 0.25).after()).containsExactly(0.5, 0, 0.5);
        assertThatThrownBy(() -> Perturbation.of(p, 0, 1, 0.2501))
                .hasMessageContaining("a shift of 0.2501 from a probability of 0.25");
        assertThatThrownBy(() -> Perturbation.of(p, 0, 1, -1e-9)).hasMessageContaining("a shift of -1.0E-9");
        assertThatThrownBy(() -> Perturbation.of(p, 0, 1, Double.NaN)).hasMessageContaining("a shift of NaN");
        assertThatThrownBy(() -> Perturbation.of(p, 0, 2, 0.1))
                .hasMessageContaining("symbols of probability 0.25 and 0.5");
        assertThatThrownBy(() -> Perturbation.of(p, 1, 1, 0.1)).hasMessageContaining("symbols of probability");
    }

    @Test
    void whatIsHandedOutMayBeChanged() {
        double[] p = {0.25, 0.25, 0.5};
        Perturbation moved = Perturbation.of(p, 0, 1, 0.125);
        p[0] = 9;
        moved.before()[0] = 9;
        moved.after()[0] = 9;
        assertThat(moved.before()).containsExactly(0.25, 0.25, 0.5);
        assertThat(moved.after()).containsExactly(0.375, 0.125, 0.5);
    }
}
