package org.ansatz.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansatz.expansion.Coefficient;
import org.junit.jupiter.api.Test;

/** Routh's array and the roots know nothing of each other; here they must say the same. */
class HalfPlaneTest {

    /** Factors with known roots, and how many of these lie on the right. */
    private static final long[][] FACTORS = {
        {0, 0, 1},
        {0, 1, 1},
        {1, -1, 1},
        {0, 2, 2, 1},
        {2, 2, -2, 1},
        {0, 4, 0, 1},
        {1, -4, 0, 1},
        {0, 1, 0, 1},
        {2, 4, 0, 0, 0, 1},
        {0, 5, 1, 1}
    };

    private static Polynomial polynomial(long... upward) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (long c : upward) {
            coefficients.add(Coefficient.of(c));
        }
        return Polynomial.of(coefficients);
    }

    @Test
    void theArrayCountsTheRootsOfProductsOfKnownFactors() {
        Random random = new Random(1);
        for (int trial = 0; trial < 400; trial++) {
            Polynomial product = polynomial(1 + random.nextInt(5));
            int right = 0;
            for (int i = random.nextInt(5); i >= 0; i--) {
                long[] factor = FACTORS[random.nextInt(FACTORS.length)];
                product = product.times(polynomial(java.util.Arrays.copyOfRange(factor, 1, factor.length)));
                right += (int) factor[0];
            }
            assertThat(HalfPlane.of(product).right()).as("%s", product).isEqualTo(right);
        }
    }

    @Test
    void theArrayAgreesWithTheRoots() {
        Random random = new Random(2);
        for (int trial = 0; trial < 400; trial++) {
            long[] c = random.longs(2L + random.nextInt(9), -6, 7).toArray();
            c[c.length - 1] = 1L + random.nextInt(6);
            Polynomial p = polynomial(c);
            int right = 0;
            boolean isSure = true;
            for (Roots.Root root : Roots.of(p)) {
                right += root.at().re() > root.error() ? root.multiplicity() : 0;
                isSure &= Math.abs(root.at().re()) > root.error();
            }
            HalfPlane.Count count = HalfPlane.of(p);
            if (isSure) {
                assertThat(count.right()).as("%s", p).isEqualTo(right);
            }
            assertThat(count.isLeft()).as("%s", p).isEqualTo(isSure && right == 0);
        }
    }

    @Test
    void theMappedArrayCountsTheRootsOutsideTheCircle() {
        Random random = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            long[] c = random.longs(2L + random.nextInt(7), -6, 7).toArray();
            c[c.length - 1] = 1L + random.nextInt(6);
            Polynomial p = polynomial(c);
            int outside = 0;
            boolean isSure = true;
            for (Roots.Root root : Roots.of(p)) {
                outside += root.at().size() - 1 > root.error() ? root.multiplicity() : 0;
                isSure &= Math.abs(root.at().size() - 1) > root.error() + 1e-15;
            }
            if (isSure) {
                assertThat(HalfPlane.of(HalfPlane.ofCircle(p)).right())
                        .as("%s", p)
                        .isEqualTo(outside);
            }
        }
    }

    /** With a root anywhere, and a double one, the disc around each root holds it. */
    @Test
    void rootsLieWithinTheirErrors() {
        Random random = new Random(4);
        for (int trial = 0; trial < 100; trial++) {
            Polynomial product = Polynomial.ONE;
            List<Double> expected = new ArrayList<>();
            for (int i = 1 + random.nextInt(10); i >= 0; i--) {
                double root = random.nextInt(3) == 0 && !expected.isEmpty()
                        ? expected.get(0)
                        : Math.scalb((double) random.nextInt(1 << 20) - (1 << 19), -random.nextInt(30));
                expected.add(root);
                product = product.times(Polynomial.of(
                        List.of(Coefficient.of(org.ansatz.quantity.Rational.exactly(-root)), Coefficient.ONE)));
            }
            int count = 0;
            for (Roots.Root root : Roots.of(product)) {
                count += root.multiplicity();
                assertThat(root.at().im()).isZero();
                double nearest = expected.stream()
                        .mapToDouble(x -> Math.abs(x - root.at().re()))
                        .min()
                        .orElseThrow();
                assertThat(nearest).isLessThanOrEqualTo(root.error());
                assertThat(root.error())
                        .as("%s of %s", root, expected)
                        .isLessThanOrEqualTo(1e-13 * Math.max(1e-6, root.at().size()));
            }
            assertThat(count).isEqualTo(expected.size());
        }
    }
}
