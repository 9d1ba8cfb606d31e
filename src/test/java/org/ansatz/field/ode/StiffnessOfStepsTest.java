package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number by which steps are called stiff, on both sides of it. */
final class StiffnessOfStepsTest {

    private static final double FAR = 1e9;

    /** Steps of a solution whose slopes are so steep in the unknown, and change so fast along it. */
    private static final class Steps {
        private final StiffnessTest test = new StiffnessTest(1);
        private final double h;
        private int made;

        Steps(double h) {
            this.h = h;
        }

        /** Makes one more step; whether it is stiff by then. */
        boolean step(double steepness, double rate, double end) {
            made++;
            double t = made * h;
            double y = made;
            double slope = rate * made;
            test.see(t, new double[] {y - 1}, new double[] {slope - steepness});
            test.see(t, new double[] {y}, new double[] {slope});
            return test.isStiff(t - h, t, end);
        }

        boolean steps(int count, double steepness, double rate) {
            boolean isStiff = false;
            for (int i = 0; i < count; i++) {
                isStiff = step(steepness, rate, FAR);
            }
            return isStiff;
        }
    }

    @ParameterizedTest
    @CsvSource({
        // at the edge of stability, h·λ = 6.1 (DOP853), whatever the solution does
        "1, 6.11, 6, true",
        "1, 6.09, 6, false",
        "0.5, 12.21, 6, true",
        "0.5, 12.19, 6, false",
        "2, 3.06, 3, true",
        // short for the solution: h·rate below 0.05, and slopes thirty times steeper than along it
        "1, 1.51, 0.049, true",
        "1, 1.46, 0.049, false",
        "1, 1.6, 0.051, false",
        "1, 6, 0.051, false",
        "0.5, 3.01, 0.098, true",
        "0.5, 6, 0.102, false",
        "1, 0.4, 0.01, true",
        "4, 0.4, 0.0124, true",
        "4, 0.36, 0.0124, false"
    })
    void fifteenStepsOfThisKindAreStiff(double h, double steepness, double rate, boolean isStiff) {
        Steps steps = new Steps(h);
        assertThat(steps.steps(14, steepness, rate)).isFalse();
        assertThat(steps.steps(1, steepness, rate)).isEqualTo(isStiff);
        assertThat(steps.steps(40, steepness, rate)).isEqualTo(isStiff);
    }

    @Test
    void fiveCalmStepsBetweenDoNotMatterAndSixDo() {
        Steps five = new Steps(1);
        five.steps(14, 7, 6);
        five.steps(5, 1, 1);
        assertThat(five.steps(1, 7, 6)).isTrue();
        Steps six = new Steps(1);
        six.steps(14, 7, 6);
        six.steps(6, 1, 1);
        assertThat(six.steps(14, 7, 6)).isFalse();
        assertThat(six.steps(1, 7, 6)).isTrue();
    }

    @Test
    void calmStepsThatAreInterruptedAreCountedAnew() {
        Steps steps = new Steps(1);
        steps.steps(13, 7, 6);
        steps.steps(5, 1, 1);
        steps.steps(1, 7, 6);
        steps.steps(5, 1, 1);
        assertThat(steps.steps(1, 7, 6)).isTrue();
    }

    @Test
    void nearTheEndNothingIsStiff() {
        Steps steps = new Steps(1);
        steps.steps(14, 7, 6);
        assertThat(steps.step(7, 6, 15 + 1000)).isFalse();
        Steps farther = new Steps(1);
        farther.steps(14, 7, 6);
        assertThat(farther.step(7, 6, 15 + 1000.5)).isTrue();
        Steps backwards = new Steps(1);
        backwards.steps(14, 7, 6);
        assertThat(backwards.step(7, 6, -999)).isTrue();
        assertThat(backwards.step(7, 6, -983)).isFalse();
    }

    /** What was not looked at does not count: the steepness of stages that went by is not known. */
    @Test
    void aStepAfterOneNearTheEndIsNotCounted() {
        Steps steps = new Steps(1);
        steps.steps(14, 7, 6);
        assertThat(steps.step(7, 6, 20)).isFalse();
        assertThat(steps.step(7, 6, FAR)).isFalse();
        assertThat(steps.step(7, 6, FAR)).isTrue();
    }

    /** Distances are those of Euclid: the steepness of (3, 4) per (0, 1) is 5. */
    @Test
    void allComponentsCount() {
        StiffnessTest test = new StiffnessTest(2);
        boolean isStiff = false;
        for (int k = 1; k <= 15; k++) {
            test.see(k, new double[] {k, k - 1}, new double[] {4.9 * k - 3.7, 4.9 * k - 4.9});
            test.see(k, new double[] {k, k}, new double[] {4.9 * k, 4.9 * k});
            isStiff = test.isStiff(k - 1, k, FAR);
        }
        assertThat(isStiff).isTrue(); // √(3.7² + 4.9²) = 6.14
    }

    /** The last two stages of a step stand at the same time; of one that stands alone nothing is known, and the steepness is that before. */
    @Test
    void stagesAtDifferentTimesAreNotCompared() {
        StiffnessTest test = new StiffnessTest(1);
        boolean isStiff = false;
        for (int k = 1; k <= 40; k++) {
            test.see(k - 0.5, new double[] {k - 1}, new double[] {6 * k - 60});
            test.see(k, new double[] {k}, new double[] {6 * k});
            isStiff |= test.isStiff(k - 1, k, FAR);
        }
        assertThat(isStiff).isFalse();
    }

    /** Slopes per change of the unknown: the same stages are half as steep where the unknown changes by twice as much. */
    @Test
    void steepnessIsPerChangeOfTheUnknown() {
        StiffnessTest test = new StiffnessTest(1);
        boolean isStiff = false;
        for (int k = 1; k <= 15; k++) {
            test.see(k, new double[] {2 * k - 2}, new double[] {12 * k - 12.1});
            test.see(k, new double[] {2 * k}, new double[] {12 * k});
            isStiff = test.isStiff(k - 1, k, FAR);
        }
        assertThat(isStiff).isFalse(); // 12.1/2 is 6.05
    }

    @Test
    void aLongWayIsAThousandSteps() {
        Steps half = new Steps(0.5);
        half.steps(14, 14, 12);
        assertThat(half.step(14, 12, 7.5 + 499)).isFalse();
        Steps farther = new Steps(0.5);
        farther.steps(14, 14, 12);
        assertThat(farther.step(14, 12, 7.5 + 501)).isTrue();
    }

    @Test
    void backwardsStepsAreAsLong() {
        StiffnessTest test = new StiffnessTest(1);
        boolean isStiff = false;
        for (int k = 1; k <= 15; k++) {
            test.see(-k, new double[] {k - 1}, new double[] {6 * k - 7});
            test.see(-k, new double[] {k}, new double[] {6 * k});
            isStiff = test.isStiff(1 - k, -k, -FAR);
        }
        assertThat(isStiff).isTrue();
    }
}
