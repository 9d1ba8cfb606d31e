package org.ansatz.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ansatz.field.circuit.analysis.Analyses;
import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.netlist.Deck;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.solution.Work;

/**
 * CPU time of simulations beside ngspice on the same netlists, in one run: ours warm, in this process, the median of so many; ngspice's
 * whole process, the median of so many. Without ngspice on the path its column is empty.
 */
public final class CircuitFigures {

    private static final int WARM = 5;
    private static final int RUNS = 5;
    private static final String DIODE = ".model DI D(IS=2.52e-9 N=1.752 RS=0.568)\n";

    private CircuitFigures() {}

    private record Case(String name, String cards, String analysis, Probe probe) {}

    /** Prints a line for each circuit. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("circuit                             ours, warm      ngspice");
        for (Case one : cases()) {
            double ours = ours(one);
            double theirs = ngspice(one);
            out.printf(
                    Locale.ROOT,
                    "%-34s %8.2f ms %9s ms%n",
                    one.name,
                    ours,
                    Double.isNaN(theirs) ? "-" : String.format(Locale.ROOT, "%.1f", theirs));
        }
    }

    private static List<Case> cases() {
        return List.of(
                new Case(
                        "clamper, 20 ms",
                        "V1 a 0 SIN(0 1 1k 0 0 90)\nRs a in 1\nC1 in n1 1u\nD1 n1 0 DI\nD2 n2 n1 DI\nC2 n2 0 1u\n"
                                + DIODE,
                        ".tran 10u 20m uic",
                        Probe.voltage("n2")),
                new Case(
                        "bridge rectifier, 200 ms",
                        "V1 a b SIN(0 10 50)\nD1 a o DI\nD2 b o DI\nD3 0 a DI\nD4 0 b DI\nRg b 0 1meg\nR1 o 0 1k\nC1 o 0 100u\n"
                                + DIODE,
                        ".tran 100u 200m uic",
                        Probe.voltage("o")),
                new Case(
                        "RLC step, 1 ms",
                        "V1 in 0 10\nR1 in a 20\nL1 a out 1m\nC1 out 0 1u\n",
                        ".tran 1u 1m uic",
                        Probe.voltage("out")),
                new Case("diode ladder of 10, 5 ms", ladder(10), ".tran 5u 5m uic", Probe.voltage("n10")),
                new Case("diode ladder of 100, 5 ms", ladder(100), ".tran 5u 5m uic", Probe.voltage("n100")),
                new Case("diode ladder of 1000, 1 ms", ladder(1000), ".tran 5u 1m uic", Probe.voltage("n1000")),
                new Case("RC ladder of 10000 nodes at rest", resistors(10_000), ".op", Probe.voltage("n10000")),
                new Case(
                        "op-amp filter, 1000 frequencies",
                        "V1 a 0 AC 1\nR1 a b 10k\nR2 b c 10k\nC1 b o 10n\nC2 c 0 10n\nE1 o 0 c o 1e5\nRL o 0 1k\n",
                        ".ac lin 1000 10 10k",
                        Probe.voltage("o")));
    }

    private static String ladder(int stages) {
        StringBuilder cards = new StringBuilder(".model DL D(IS=1e-14 N=1)\nV1 n0 0 SIN(0 5 1k)\n");
        for (int k = 1; k <= stages; k++) {
            cards.append(String.format("R%d n%d n%d 10%nD%d n%d 0 DL%nC%d n%d 0 10n%n", k, k - 1, k, k, k, k, k));
        }
        return cards.toString();
    }

    private static String resistors(int stages) {
        StringBuilder cards = new StringBuilder("V1 n0 0 1\n");
        for (int k = 1; k <= stages; k++) {
            cards.append(
                    String.format("R%d n%d n%d 1%nC%d n%d 0 1n%nG%d n%d 0 n%d 0 1u%n", k, k - 1, k, k, k, k, k, k));
        }
        return cards.toString();
    }

    private static double ours(Case one) {
        Deck deck = NetlistReader.read(one.cards + one.analysis + "\n", NetlistReader.Form.FILE, fault -> {
            throw new IllegalStateException(fault.toString());
        });
        Analysis analysis = deck.analyses(new double[0]).get(0);
        double[] times = new double[RUNS];
        for (int run = -WARM; run < RUNS; run++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            new Analyses(deck.components(new double[0]), List.of(one.probe), Work.unlimited()).run(analysis);
            double took = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
            if (run >= 0) {
                times[run] = took;
            }
        }
        return median(times);
    }

    private static double ngspice(Case one) throws IOException, InterruptedException {
        Path deck = Files.createTempFile("ansatz", ".cir");
        String print = (one.analysis.startsWith(".tran")
                        ? ".print tran "
                        : one.analysis.startsWith(".ac") ? ".print ac " : ".print op ")
                + one.probe.name();
        Files.writeString(deck, "* deck\n" + one.cards + one.analysis + "\n" + print + "\n.end\n");
        try {
            double[] times = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                Process process = new ProcessBuilder(
                                "bash",
                                "-c",
                                "TIMEFORMAT='%U %S'; { time ngspice -b " + deck + " > /dev/null 2>&1; } 2>&1")
                        .start();
                String line;
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                    line = reader.readLine();
                }
                if (process.waitFor() != 0 || line == null) {
                    return Double.NaN;
                }
                String[] parts = line.split(" ");
                times[run] = 1000 * (Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]));
            }
            return median(times);
        } finally {
            Files.delete(deck);
        }
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
