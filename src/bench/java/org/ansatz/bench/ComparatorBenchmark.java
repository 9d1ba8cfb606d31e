package org.ansatz.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.ansatz.bank.BankLoader;
import org.ansatz.field.Language;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the words of n bits with A above B take to count, by the gates of a problem as it is written in a file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ComparatorBenchmark {

    private static final String TEXT = """
            title: A comparator
            statement: How many words?
            given: {n: %d}
            answer: {kind: number}
            routes:
              gates:
                logic: |
                  G[0] = A[0] B[0]'
                  G[i] = A[i] B[i]' + (A[i] xnor B[i]) G[i-1] for i in 1:n-1
                  Y = G[n-1]
                value: models(Y)
            """;

    /** The width of the words. */
    @Param({"2", "16", "64"})
    public int width;

    private Route route;
    private Case data;

    /** Reads the problem. */
    @Setup
    public void read() {
        byte[] text = TEXT.formatted(width).getBytes(StandardCharsets.UTF_8);
        Problem problem = new BankLoader(Language.registry(), Language.blockKinds())
                .problem(new ByteArrayInputStream(text), "comparator")
                .bank()
                .problems()
                .values()
                .iterator()
                .next();
        route = problem.routes().get(0);
        data = problem.published();
    }

    /** The route's evidence: equations expanded, diagrams built, models counted, error estimated. */
    @Benchmark
    public Evidence count() {
        return route.evidence(data);
    }
}
