package org.ansatz.figure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dashes are as long along a curve as along a straight line, however many points it has. */
final class DashesTest {

    private static double drawn(List<double[]> pieces) {
        double length = 0;
        for (int i = 1; i < pieces.size(); i++) {
            double[] a = pieces.get(i - 1);
            double[] b = pieces.get(i);
            length += Double.isNaN(a[1] + b[1]) ? 0 : Math.hypot(b[0] - a[0], b[1] - a[1]);
        }
        return length;
    }

    @Test
    void aPatternGoesOnFromOnePointToTheNext() {
        for (int points : new int[] {2, 3, 11, 1000}) {
            List<double[]> line = new ArrayList<>();
            for (int i = 0; i < points; i++) {
                line.add(new double[] {1400.0 * i / (points - 1), 7});
            }
            assertThat(drawn(Dashes.of(line, new float[] {10, 4})))
                    .as(points + " points")
                    .isBetween(999.9, 1000.1);
        }
    }

    @Test
    void aGapStaysAGap() {
        List<double[]> line =
                List.of(new double[] {0, 0}, new double[] {5, Double.NaN}, new double[] {10, 0}, new double[] {14, 0});
        assertThat(drawn(Dashes.of(line, new float[] {10, 4}))).isEqualTo(4);
    }
}
