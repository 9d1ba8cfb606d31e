package org.ansatz.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ansatz.field.information.Entropy;
import org.ansatz.field.information.RandomDistribution;
import org.ansatz.field.iq.QuadratureImbalance;
import org.ansatz.field.line.Cascade;
import org.ansatz.field.line.Impedance;
import org.ansatz.field.line.Section;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The mathematics of the fields as a library, on many data at once; all on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FieldsBenchmark {

    private static final int POINTS = 1_000_000;
    private static final int DISTRIBUTIONS = 100_000;
    private static final int GRID = 1000;

    private final Cascade line = new Cascade(
            Impedance.resistor(50), List.of(Section.lossless(100, 1.58, 299_792_458)), Impedance.resistor(200));
    private final double[] frequencies = new double[POINTS];
    private double[][] before;
    private double[][] after;

    /** Draws the data. */
    @Setup
    public void draw() {
        for (int i = 0; i < POINTS; i++) {
            frequencies[i] = 1e8 + 1e3 * i;
        }
        Random random = new Random(1);
        before = new double[DISTRIBUTIONS][];
        after = new double[DISTRIBUTIONS][];
        for (int i = 0; i < DISTRIBUTIONS; i++) {
            before[i] = RandomDistribution.withEqual(2 + random.nextInt(255), 0, 1, random::nextDouble);
            after[i] = before[i].clone();
            double shift = before[i][1] * random.nextDouble();
            after[i][0] += shift;
            after[i][1] -= shift;
        }
    }

    /** The reflection of a matching line at a million frequencies, one call for each. */
    @Benchmark
    public double reflectionOneByOne() {
        double sum = 0;
        for (double f : frequencies) {
            sum += line.reflection(f).getReal();
        }
        return sum;
    }

    /** The reflection of a matching line at a million frequencies. */
    @Benchmark
    public double reflection() {
        return line.reflections(frequencies).real()[POINTS - 1];
    }

    /** The entropies of 100,000 distributions before and after a shift. */
    @Benchmark
    public double entropies() {
        double sum = 0;
        for (int i = 0; i < DISTRIBUTIONS; i++) {
            sum += Entropy.of(after[i]) - Entropy.of(before[i]);
        }
        return sum;
    }

    /** The floor of the entropies: as many logarithms of the JDK, and nothing else. */
    @Benchmark
    public double entropyFloor() {
        double sum = 0;
        for (double[][] all : List.of(before, after)) {
            for (double[] p : all) {
                for (double x : p) {
                    sum += Math.log(x);
                }
            }
        }
        return sum;
    }

    /** The image of a million unbalanced modulators, by the closed form. */
    @Benchmark
    public double images() {
        double sum = 0;
        for (int i = 0; i < GRID; i++) {
            for (int k = 0; k < GRID; k++) {
                sum += new QuadratureImbalance(1 + 1e-4 * i, 1e-4 * k).imageOverWanted();
            }
        }
        return sum;
    }

    /** The floor of the images: as many sines of the JDK, and nothing else. */
    @Benchmark
    public double imageFloor() {
        double sum = 0;
        for (int i = 0; i < GRID; i++) {
            for (int k = 0; k < GRID; k++) {
                sum += Math.sin(1e-4 * k + i);
            }
        }
        return sum;
    }

    /** The spectra of 1000 unbalanced modulators, of 4096 samples each. */
    @Benchmark
    public double spectra() {
        double sum = 0;
        for (int i = 0; i < GRID; i++) {
            sum += new QuadratureImbalance(1 + 1e-4 * i, 1e-4 * i)
                    .transmit(4096)
                    .imageOverWanted();
        }
        return sum;
    }
}
