package org.ansatz.expression.library;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.quantity.NoValue;

/**
 * Statistics of outcomes that are drawn at random. The error is {@value #DEVIATIONS} standard deviations of the result, which are
 * exceeded about once in sixteen thousand times, and twice as much is shown, as for every engine: of a probability the farther end of Wilson's interval (E. B. Wilson, J. Am. Stat. Assoc.
 * 22, 1927), of all else what the outcomes themselves show of their spread.
 */
final class Simulation {

    /** The fewest outcomes, and the most. */
    static final int FEWEST = 100;

    static final int MOST = 2_000_000;

    private static final double DEVIATIONS = 4;

    /** The spread is known only from so many outcomes on. */
    private static final int SPREAD_FROM = 100;

    /** If a single outcome makes so much of the spread of all, the spread is not known. */
    private static final double SHARE = 0.1;

    private final double[][] rows;
    private final int count;

    private Simulation(double[][] rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /** Draws so many outcomes, and keeps those that meet the condition. */
    static Simulation of(SampleSpace space, double outcomes, int columns) {
        if (!(outcomes >= FEWEST && outcomes <= MOST)) {
            throw new NoValue("samples = " + outcomes + "; from " + FEWEST + " to " + MOST
                    + " outcomes are drawn for one statistic");
        }
        double[][] rows = new double[columns][(int) outcomes];
        int[] kept = new int[1];
        space.draw((long) outcomes, found -> {
            for (int i = 0; i < columns; i++) {
                rows[i][kept[0]] = found[i];
            }
            kept[0]++;
            return true;
        });
        if (kept[0] == 0) {
            throw new NoValue("none of " + (long) outcomes + " outcomes meets what is known");
        }
        return new Simulation(rows, kept[0]);
    }

    /** How many of the outcomes are as asked, of all. */
    Estimate probability() {
        double hits = 0;
        for (int i = 0; i < count; i++) {
            hits += rows[0][i];
        }
        double p = hits / count;
        double z = DEVIATIONS * DEVIATIONS / count;
        double centre = (p + z / 2) / (1 + z);
        double half = Math.sqrt(z * (p * (1 - p) + z / 4)) / (1 + z);
        return Estimate.of(p, Math.max(centre + half - p, p - (centre - half)));
    }

    /** The mean of what is asked. */
    Estimate mean() {
        return estimate(mean(0), i -> rows[0][i]);
    }

    /** The mean square of the distance from the mean. */
    Estimate variance() {
        return covariance(0, 0);
    }

    /** The square root of the variance. */
    Estimate deviation() {
        Estimate variance = variance();
        double deviation = Math.sqrt(Arithmetic.real(variance.value()));
        return Estimate.of(deviation, variance.error() / (deviation == 0 ? 1 : deviation));
    }

    /** The mean product of the distances of two from their means. */
    Estimate covariance() {
        return covariance(0, 1);
    }

    private Estimate covariance(int a, int b) {
        double x = mean(a);
        double y = mean(b);
        ToDoubleFunction<Integer> product = i -> (rows[a][i] - x) * (rows[b][i] - y);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += product.applyAsDouble(i);
        }
        Estimate found = estimate(sum / count, product);
        // The means are not known either: that moves the result by the product of their errors.
        double means = estimate(x, i -> rows[a][i]).error()
                * estimate(y, i -> rows[b][i]).error();
        return new Estimate(found.value(), found.error() + means);
    }

    /** The covariance for variables of deviation 1; its spread is that of xy − r(x² + y²)/2 (van der Vaart, 1998, example 3.6). */
    Estimate correlation() {
        double x = mean(0);
        double y = mean(1);
        double sx = Math.sqrt(Arithmetic.real(covariance(0, 0).value()));
        double sy = Math.sqrt(Arithmetic.real(covariance(1, 1).value()));
        if (sx == 0 || sy == 0) {
            throw new NoValue("the correlation with what does not vary");
        }
        double r = Arithmetic.real(covariance(0, 1).value()) / (sx * sy);
        Estimate spread = estimate(0, i -> {
            double u = (rows[0][i] - x) / sx;
            double v = (rows[1][i] - y) / sy;
            return u * v - r * (u * u + v * v) / 2;
        });
        return Estimate.of(r, spread.error() + DEVIATIONS * DEVIATIONS / count);
    }

    private double mean(int column) {
        return Arrays.stream(rows[column], 0, count).sum() / count;
    }

    /** A mean with its error. */
    private Estimate estimate(double mean, ToDoubleFunction<Integer> outcome) {
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < count; i++) {
            double away = outcome.applyAsDouble(i) - mean;
            squares += away * away;
            largest = Math.max(largest, away * away);
        }
        if (count < SPREAD_FROM) {
            throw new NoValue("only " + count
                    + " outcomes meet what is known: too few to say how wrong their mean may be; draw" + " more");
        }
        if (largest > SHARE * squares && squares > 0) {
            throw new NoValue(
                    "one of " + count + " outcomes makes " + Math.round(100 * largest / squares)
                            + " % of the spread of all: how wrong the mean may be is not known; draw more, or there is no variance");
        }
        double deviation = Math.sqrt(squares / (count - 1));
        return Estimate.of(mean, DEVIATIONS * deviation / Math.sqrt(count) + Math.ulp(mean) * Math.sqrt(count));
    }
}
