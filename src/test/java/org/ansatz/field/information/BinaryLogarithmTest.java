package org.ansatz.field.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class BinaryLogarithmTest {

    @Test
    void powersOfTwoAreExact() {
        for (int k = -1022; k <= 1023; k++) {
            assertThat(BinaryLogarithm.of(Math.scalb(1.0, k))).isEqualTo(k);
        }
    }

    @Test
    void itIsThatOfTheJdkToFiveParts() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000_000; i++) {
            double x = Math.exp(-600 * Math.pow(random.nextDouble(), 4));
            double expected = StrictMath.log(x) / StrictMath.log(2);
            double allowed = 6e-16 * Math.max(1, Math.abs(expected)); // a part of which is the reference's own
            assertThat(BinaryLogarithm.of(x)).as("%s", x).isCloseTo(expected, within(allowed));
        }
    }
}
