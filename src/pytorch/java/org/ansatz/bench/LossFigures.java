package org.ansatz.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ansatz.gradient.loss.Loss;

/**
 * Losses with their gradients beside PyTorch's: the same numbers, in one process, on one thread, in turn. CPU time for each
 * score, the least and the median of all rounds; and the exponentials and logarithms alone, of the JDK and of PyTorch. A
 * program of its own, since JMH does not take turns.
 */
public final class LossFigures {

    private static final String SOFTMAX = "return torch.cross_entropy_loss(z, y, None, 1, -100, 0.)";

    private static final String BINARY = "return torch.binary_cross_entropy_with_logits(z, y, None, None, 1)";

    /** As torchvision writes it, {@code sigmoid_focal_loss}. */
    private static final String FOCAL = """
            p = torch.sigmoid(z)
            ce = torch.binary_cross_entropy_with_logits(z, y, None, None, 0)
            p_t = p * y + (1 - p) * (1 - y)
            loss = ce * (1 - p_t) ** 2
            return torch.mean((0.25 * y + 0.75 * (1 - y)) * loss)
            """;

    /** As its authors write it, {@code AsymmetricLoss}, with γ₊ = 0. */
    private static final String ASYMMETRIC = """
            p = torch.sigmoid(z)
            q = torch.clamp((1 - p) + 0.05, None, 1)
            loss = y * torch.log(torch.clamp(p, 1e-8)) + (1 - y) * torch.log(torch.clamp(q, 1e-8))
            p_t = p * y + q * (1 - y)
            return -torch.mean(loss * torch.pow(1 - p_t, 4 * (1 - y)))
            """;

    private static final String EXPONENTIAL = "return torch.exp(z)";

    private static final String LOGARITHM = "return torch.log1p(torch.exp(z))";

    private static final long WARM_UP = 1_500_000_000L;
    private static final long ROUND = 40_000_000L;
    private static final int ROUNDS = 41;
    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LossFigures() {}

    /** One kind of work, done in four ways. */
    private record Work(
            String name, int scores, Runnable ours, Runnable pyTorch, Runnable floor, Runnable pyTorchFloor) {}

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        LossSample sample = new LossSample();
        String version = Engine.getInstance().getVersion(); // which loads PyTorch
        JniUtils.setNumThreads(1);
        JniUtils.setGraphExecutorOptimize(false); // one operation after the other, as without TorchScript
        JniUtils.setGradMode(true);
        try (NDManager manager = NDManager.newBaseManager()) {
            System.out.printf(
                    "PyTorch %s, %d thread; ns of CPU time a score: least (median)%n%-12s %14s %14s %7s %14s %14s %9s%n",
                    version,
                    JniUtils.getNumThreads(),
                    "",
                    "ours",
                    "PyTorch",
                    "ratio",
                    "JDK's exp, log",
                    "PyTorch's",
                    "bytes");
            row(softmax(sample, manager));
            tags(sample, manager).forEach(LossFigures::row);
        }
    }

    private static Work softmax(LossSample sample, NDManager manager) throws IOException {
        NDArray logits = manager.create(sample.logits, new Shape(LossSample.EXAMPLES, LossSample.CLASSES));
        NDArray labels = manager.create(sample.labels).toType(DataType.INT64, false);
        double[] gradient = new double[sample.logits.length];
        TorchScript loss = new TorchScript(manager, SOFTMAX);
        TorchScript exponential = new TorchScript(manager, EXPONENTIAL);
        return new Work(
                "softmax",
                gradient.length,
                () -> sample.softmax.gradient(sample.logits, gradient),
                () -> back(loss, logits, labels),
                () -> exponentials(sample.logits, gradient),
                () -> exponential.of(logits, labels).close());
    }

    private static List<Work> tags(LossSample sample, NDManager manager) throws IOException {
        return List.of(
                tags(sample, manager, "sigmoid", sample.binary, BINARY),
                tags(sample, manager, "focal", sample.focal, FOCAL),
                tags(sample, manager, "asymmetric", sample.asymmetric, ASYMMETRIC));
    }

    private static Work tags(LossSample sample, NDManager manager, String name, Loss ours, String theirs)
            throws IOException {
        NDArray logits = manager.create(sample.tagLogits, new Shape(LossSample.EXAMPLES, LossSample.TAGS));
        NDArray tags = manager.create(sample.tags, logits.getShape());
        double[] gradient = new double[sample.tagLogits.length];
        TorchScript loss = new TorchScript(manager, theirs);
        TorchScript logarithm = new TorchScript(manager, LOGARITHM);
        return new Work(
                name,
                gradient.length,
                () -> ours.gradient(sample.tagLogits, gradient),
                () -> back(loss, logits, tags),
                () -> logarithms(sample.tagLogits, gradient),
                () -> logarithm.of(logits, tags).close());
    }

    /** Loss and gradient of a fresh leaf that shares the scores, so that nothing is added to an old gradient. */
    private static void back(TorchScript function, NDArray scores, NDArray targets) {
        try (NDArray leaf = scores.stopGradient()) {
            leaf.setRequiresGradient(true);
            try (NDArray loss = function.of(leaf, targets);
                    NDArray one = leaf.getManager().ones(loss.getShape(), DataType.FLOAT64)) {
                JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
                leaf.getGradient().close();
            }
        }
    }

    private static void exponentials(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.exp(-Math.abs(x[i]));
        }
    }

    private static void logarithms(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.log(1 + Math.exp(-Math.abs(x[i])));
        }
    }

    private static void row(Work work) {
        List<Runnable> ways = List.of(work.ours(), work.pyTorch(), work.floor(), work.pyTorchFloor());
        ways.forEach(way -> mean(way, WARM_UP));
        double[][] times = new double[ways.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int way = 0; way < times.length; way++) {
                times[way][round] = mean(ways.get(way), ROUND) / work.scores();
            }
        }
        for (double[] time : times) {
            Arrays.sort(time);
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s %14s %14s %7s %14s %14s %9d%n",
                work.name(),
                figures(times[0]),
                figures(times[1]),
                String.format(Locale.ROOT, "%.2f", times[0][ROUNDS / 2] / times[1][ROUNDS / 2]),
                figures(times[2]),
                figures(times[3]),
                allocated(work.ours()));
    }

    private static String figures(double[] sorted) {
        return String.format(Locale.ROOT, "%.2f (%.2f)", sorted[0], sorted[ROUNDS / 2]);
    }

    /** What one call allocates. */
    private static long allocated(Runnable work) {
        long before = CLOCK.getCurrentThreadAllocatedBytes();
        work.run();
        return CLOCK.getCurrentThreadAllocatedBytes() - before;
    }

    private static double mean(Runnable work, long duration) {
        long start = CLOCK.getCurrentThreadCpuTime();
        long spent = 0;
        int runs = 0;
        while (spent < duration) {
            work.run();
            runs++;
            spent = CLOCK.getCurrentThreadCpuTime() - start;
        }
        return (double) spent / runs;
    }
}
