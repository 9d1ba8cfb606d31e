package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A step through the values of a polynomial of degree 5 is that polynomial. */
final class CollocationStepTest {

    private static final double START = 2;
    private static final double LENGTH = -0.5;

    private static double[] polynomial(double t) {
        return new double[] {3 - t + t * t * t * t * t, 2 * t * t * t - 7};
    }

    private static CollocationStep step() {
        double[] initial = polynomial(START);
        double[][] increments = new double[RadauTableau.STAGES][2];
        for (int i = 0; i < increments.length; i++) {
            double[] there = polynomial(START + RadauTableau.NODES[i] * LENGTH);
            for (int j = 0; j < 2; j++) {
                increments[i][j] = there[j] - initial[j];
            }
        }
        return new CollocationStep(START, LENGTH, initial, increments);
    }

    @Test
    void betweenItsNodesAndBeyondItIsThePolynomial() {
        CollocationStep step = step();
        for (double t = 1; t <= 3; t += 0.0625) {
            assertThat(step.at(t)).containsExactly(polynomial(t), within(1e-9));
        }
        for (double t = 1.5; t <= 2; t += 0.0625) {
            assertThat(step.at(t)).containsExactly(polynomial(t), within(1e-13));
        }
    }

    @Test
    void itKnowsWhereItIs() {
        CollocationStep step = step();
        assertThat(step.start()).isEqualTo(2);
        assertThat(step.length()).isEqualTo(-0.5);
        assertThat(step.end()).isEqualTo(1.5);
        assertThat(step.initial()).containsExactly(polynomial(2));
    }
}
