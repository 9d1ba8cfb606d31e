package org.ansatz.gradient.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ansatz.Golden;
import org.junit.jupiter.api.Test;

/** Against NumPy itself, see golden/numpy/ORIGIN.md. */
final class NumpyRandomTest {

    private static final double LOGARITHM = 1e-14;
    private static final int EVERY = 37;

    @Test
    void everySequenceIsThatOfNumpy() {
        for (String[] row : Golden.rows("numpy/sequences.csv")) {
            NumpyRandom random = new NumpyRandom(Long.parseLong(row[0]));
            String call = row[1];
            double[] expected = Arrays.stream(row[2].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            String what = call + " after seed " + row[0];
            if (call.equals("rand")) {
                assertThat(everyOther(random.rand(1, 1000).entries())).as(what).isEqualTo(expected);
            } else if (call.equals("randn")) {
                assertThat(everyOther(random.randn(1501, 1).entries()))
                        .as(what)
                        .containsExactly(expected, within(LOGARITHM));
            } else if (call.equals("mixed")) {
                double[] mixed = {random.randn(), random.rand(), random.choice(3, 1)[0], random.randn(), random.randn()
                };
                assertThat(mixed).as(what).containsExactly(expected, within(LOGARITHM));
            } else {
                int bound = Integer.parseInt(call.substring("choice ".length()));
                assertThat(Arrays.stream(random.choice(bound, 40))
                                .asDoubleStream()
                                .toArray())
                        .as(what)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void ordersAndUnevenChoicesAreThoseOfNumpy() {
        for (String[] row : Golden.rows("numpy/orders.csv")) {
            NumpyRandom random = new NumpyRandom(Long.parseLong(row[0]));
            int[] expected =
                    Arrays.stream(row[2].split(" ")).mapToInt(Integer::parseInt).toArray();
            int[] found = row[1].equals("choice p")
                    ? random.choice(new double[] {0.5, 0, 0.125, 0.375}, expected.length)
                    : random.permutation(Integer.parseInt(row[1].substring("permutation ".length())));
            assertThat(found).as(row[1] + " after seed " + row[0]).isEqualTo(expected);
        }
    }

    private static double[] everyOther(double[] all) {
        double[] some = new double[(all.length + EVERY - 1) / EVERY];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[EVERY * i];
        }
        return some;
    }

    @Test
    void seedsAndBoundsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new NumpyRandom(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a seed must be 0 to 4294967295, but is -1");
        assertThatThrownBy(() -> new NumpyRandom(0).choice(0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing to choose from: 0");
        assertThatThrownBy(() -> new NumpyRandom(0).choice(new double[] {0.5, -0.5}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a probability of -0.5");
        assertThatThrownBy(() -> new NumpyRandom(0).choice(new double[2], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities that sum to 0.0");
    }
}
