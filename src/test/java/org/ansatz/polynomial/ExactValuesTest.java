package org.ansatz.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.expansion.Coefficient;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;

/** Values in whole numbers against Horner's scheme in fractions. */
final class ExactValuesTest {

    private static Point byFractions(List<Rational> coefficients, Point z) {
        Rational x = Rational.exactly(z.re());
        Rational y = Rational.exactly(z.im());
        Rational re = Rational.ZERO;
        Rational im = Rational.ZERO;
        for (int k = coefficients.size() - 1; k >= 0; k--) {
            Rational next = re.times(x).minus(im.times(y)).plus(coefficients.get(k));
            im = re.times(y).plus(im.times(x));
            re = next;
        }
        return new Point(re.toDouble(), im.toDouble());
    }

    private static double anyDouble(Random random) {
        return Math.scalb(random.nextGaussian(), random.nextInt(40) - 20);
    }

    @Test
    void areThoseOfFractionsToTheLastBit() {
        Random random = new Random(5);
        for (int n = 0; n < 500; n++) {
            List<Rational> coefficients = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(7); k++) {
                coefficients.add(Rational.of(random.nextInt(2001) - 1000, 1 + random.nextInt(50)));
            }
            coefficients.add(Rational.exactly(anyDouble(random)));
            Polynomial p =
                    Polynomial.of(coefficients.stream().map(Coefficient::of).toList());
            Point z = new Point(anyDouble(random), n % 3 == 0 ? 0 : anyDouble(random));
            assertThat(ExactValues.of(p).at(z)).isEqualTo(byFractions(coefficients, z));
        }
    }
}
