package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss, gradient and output of golden/gradients; see its ORIGIN.md for the permitted error. */
final class GoldenGradientsTest {

    private static final double PERMITTED = 1e-12;

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theHandDerivedGradientsAreThoseOfPyTorch(GoldenCase golden) {
        assertThat(compute(golden).worstError(Results.of(golden)))
                .as(golden.name())
                .isLessThanOrEqualTo(PERMITTED);
    }

    @Test
    void allCasesAreThere() {
        assertThat(cases()).hasSize(147);
    }

    static Results compute(GoldenCase golden) {
        int section = Integer.parseInt(golden.name().substring(0, 2));
        if (section == 17) {
            return TrainingCases.compute(golden);
        }
        return section < 10 || section == 18 ? LossCases.compute(golden) : EmbeddingCases.compute(golden);
    }
}
