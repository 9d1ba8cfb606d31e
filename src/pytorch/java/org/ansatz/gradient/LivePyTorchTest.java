package org.ansatz.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss and gradient of golden/gradients, computed now by PyTorch, against the file and against ours. */
final class LivePyTorchTest {

    private static final double PERMITTED = 1e-12;

    /** Of 200 steps, and of second derivatives. */
    private static final double PERMITTED_AFTER_MORE = 1e-10;

    private static final List<Errors> FOUND = new ArrayList<>();

    /** The largest errors of a case, each over the larger of 1 and the largest entry of what PyTorch finds. */
    private record Errors(String name, double ofFile, double ofOurs) {

        String section() {
            return name.substring(0, 2);
        }
    }

    /** The cases with something to differentiate. */
    static List<GoldenCase> differentiable() {
        return GoldenCase.all().stream().filter(GoldenCase::hasLoss).toList();
    }

    @ParameterizedTest
    @MethodSource("differentiable")
    void pyTorchFindsWhatIsInTheFileAndWhatWasDerivedByHand(GoldenCase golden) {
        Results live = compute(golden);
        assertThat(live.gradients).containsOnlyKeys(golden.results("gradients").keySet());
        assertThat(live.loss).isFinite();
        Errors errors = new Errors(
                golden.name(),
                Results.of(golden).worstError(live),
                GoldenGradientsTest.compute(golden).worstError(live));
        FOUND.add(errors);
        double permitted = Integer.parseInt(errors.section()) < 17 ? PERMITTED : PERMITTED_AFTER_MORE;
        assertThat(errors.ofFile()).as(golden + " in the file").isLessThanOrEqualTo(permitted);
        assertThat(errors.ofOurs()).as(golden + " by hand").isLessThanOrEqualTo(permitted);
    }

    @Test
    void theOthersAreTablesOfValuesWithoutALoss() {
        assertThat(differentiable()).hasSize(139);
        assertThat(tables())
                .containsExactly(
                        "08-cb-weights-table",
                        "09-posthoc-medium",
                        "09-posthoc-small",
                        "09-posthoc-tau2-medium",
                        "15-noise-distribution-medium",
                        "15-noise-distribution-small",
                        "15-subsampling-medium",
                        "15-subsampling-small");
    }

    private static List<String> tables() {
        return GoldenCase.all().stream()
                .filter(golden -> !golden.hasLoss())
                .map(GoldenCase::name)
                .toList();
    }

    private static Results compute(GoldenCase golden) {
        int section = Integer.parseInt(golden.name().substring(0, 2));
        return section < 10 || section > 16 ? TorchLinear.compute(golden) : TorchWords.compute(golden);
    }

    /** Shows how far apart they are, section by section. */
    @AfterAll
    static void report() {
        StringBuilder text = new StringBuilder("PyTorch " + Engine.getInstance().getVersion() + ": " + FOUND.size()
                + " cases computed now, largest errors of the file and of the gradients by hand:\n");
        FOUND.stream()
                .collect(Collectors.groupingBy(Errors::section, TreeMap::new, Collectors.toList()))
                .forEach((section, errors) -> text.append(String.format(
                        Locale.ROOT,
                        "  %s %3d cases  %s  %s%n",
                        section,
                        errors.size(),
                        worst(errors, Errors::ofFile),
                        worst(errors, Errors::ofOurs))));
        text.append("Not computed, since they tabulate values that have no gradient: ")
                .append(String.join(", ", tables()));
        System.out.println(text);
    }

    private static String worst(List<Errors> errors, ToDoubleFunction<Errors> error) {
        Errors worst = errors.stream().max(Comparator.comparingDouble(error)).orElseThrow();
        return String.format(Locale.ROOT, "%.1e (%s)", error.applyAsDouble(worst), worst.name());
    }
}
