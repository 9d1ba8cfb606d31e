package org.ansatz.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.MultiStartUnivariateOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.random.MersenneTwister;
import org.hipparchus.analysis.integration.RombergIntegrator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Extrema, roots and integrals of published batteries: our value, its claimed and its true error and the CPU time, beside
 * commons-math3 and Hipparchus on the same formulas, with how often they evaluate them. The libraries' claim is their tolerance.
 */
public final class ProofFigures {

    private static final Path FOLDER = Path.of("src/test/resources/golden/proof");
    private static final int TRIALS = 3;
    private static final int STARTS = 30;
    private static final int MAX_EVALUATIONS = 1_000_000;
    private static final double TOLERANCE = 1e-10;

    private ProofFigures() {}

    /** What another library found. */
    private record Other(double value, long evaluations) {}

    /** A function of one or two numbers, evaluated by the expression language and counted. */
    private static final class Counted {
        private final Term term;
        private final List<Binding.Variable> variables = new ArrayList<>();
        private final Frame frame;
        private long evaluations;

        Counted(String formula, String... names) {
            Scope scope = Scope.outermost(StandardLibrary.registry()).inner();
            for (String name : names) {
                variables.add(scope.declare(Binding.Role.GIVEN, name, Type.real(Dimension.NONE)));
            }
            term = Expression.of(formula, scope).term();
            frame = Frame.of(scope.layout());
        }

        double at(double... x) {
            evaluations++;
            Frame here = frame;
            for (int i = 0; i < x.length; i++) {
                here = here.with(variables.get(i), new Value.Real(x[i]));
            }
            return Arithmetic.real(here.rested().value(term));
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(
                "| case | value | claimed error | true error | steps | CPU ms | commons-math3: true error, evaluations |"
                        + " Hipparchus: true error, evaluations |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (String[] row : rows("optima.csv")) {
            String formula = "min(" + row[1] + " for " + row[2] + ")";
            line("min " + row[0], formula, row[3], () -> minimum(row), null);
        }
        for (String[] row : rows("roots.csv")) {
            String formula = "root(" + row[1] + " for x in " + row[2] + ".." + row[3] + ")";
            String[] roots = row[4].split(" ");
            boolean several = Arrays.stream(roots).distinct().count() > 1;
            line("root " + row[0], formula, several ? null : roots[0], () -> brent(row), () -> bracketing(row));
        }
        for (String[] row : rows("integrals.csv")) {
            String formula = "integrate(" + row[1] + " for x in " + row[2] + ".." + row[3] + ")";
            line("integral " + row[0] + ", " + row[5], formula, row[4], () -> gauss(row), () -> romberg(row));
        }
    }

    private static List<String[]> rows(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            if (!line.startsWith("#")) {
                rows.add(line.split(";"));
            }
        }
        return rows;
    }

    private static void line(String name, String formula, String known, Supplier<Other> one, Supplier<Other> other) {
        BigDecimal expected = known == null ? null : new BigDecimal(known);
        String ours;
        try {
            Counted asked = new Counted(formula);
            asked.frame.rested().estimate(asked.term, TRIALS);
            Frame once = asked.frame.rested();
            long before = clock();
            Estimate found = once.estimate(asked.term, TRIALS);
            double time = (clock() - before) / 1e6;
            double value = Arithmetic.real(found.value());
            ours = String.format(
                    "%.15g | %.1e | %s | %,d | %.2f", value, found.error(), error(value, expected), once.spent(), time);
        } catch (ExpressionFault fault) {
            ours = fault.getMessage().split(",")[0] + " | | | | ";
        }
        System.out.println(
                "| " + name + " | " + ours + " | " + shown(one, expected) + " | " + shown(other, expected) + " |");
    }

    private static String shown(Supplier<Other> search, BigDecimal expected) {
        if (search == null) {
            return "";
        }
        try {
            Other found = search.get();
            return error(found.value, expected) + ", " + found.evaluations;
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String error(double value, BigDecimal expected) {
        if (expected == null) {
            return "one of several: " + (float) value;
        }
        return Double.isFinite(value)
                ? String.format(
                        "%.1e", new BigDecimal(value).subtract(expected).abs().doubleValue())
                : String.valueOf(value);
    }

    private static long clock() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double number(String formula) {
        return new Counted(formula).at();
    }

    private static Other minimum(String[] row) {
        double[][] box = Arrays.stream(row[2].split(", "))
                .map(side -> Arrays.stream(side.substring(5).split("\\.\\."))
                        .mapToDouble(ProofFigures::number)
                        .toArray())
                .toArray(double[][]::new);
        if (box.length == 1) {
            Counted f = new Counted(row[1], "x");
            double value = new MultiStartUnivariateOptimizer(
                            new BrentOptimizer(TOLERANCE, 1e-14), STARTS, new MersenneTwister(1))
                    .optimize(
                            new UnivariateObjectiveFunction(x -> f.at(x)),
                            org.apache.commons.math3.optim.nonlinear.scalar.GoalType.MINIMIZE,
                            new SearchInterval(box[0][0], box[0][1]),
                            new MaxEval(MAX_EVALUATIONS))
                    .getValue();
            return new Other(value, f.evaluations);
        }
        Counted f = new Counted(row[1], "x", "y");
        MersenneTwister random = new MersenneTwister(1);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STARTS; i++) {
            double[] start = new double[2];
            for (int k = 0; k < 2; k++) {
                start[k] = box[k][0] + (box[k][1] - box[k][0]) * random.nextDouble();
            }
            double radius = 0.05 * Math.min(box[0][1] - box[0][0], box[1][1] - box[1][0]);
            try {
                best = Math.min(
                        best,
                        new BOBYQAOptimizer(5, radius, TOLERANCE)
                                .optimize(
                                        new ObjectiveFunction(f::at),
                                        GoalType.MINIMIZE,
                                        new InitialGuess(start),
                                        new SimpleBounds(
                                                new double[] {box[0][0], box[1][0]},
                                                new double[] {box[0][1], box[1][1]}),
                                        new MaxEval(MAX_EVALUATIONS))
                                .getValue());
            } catch (RuntimeException e) {
                // this start leads nowhere
            }
        }
        return new Other(best, f.evaluations);
    }

    private static Other brent(String[] row) {
        Counted f = new Counted(row[1], "x");
        double x = new BrentSolver(1e-15, 1e-15).solve(MAX_EVALUATIONS, t -> f.at(t), number(row[2]), number(row[3]));
        return new Other(x, f.evaluations);
    }

    private static Other bracketing(String[] row) {
        Counted f = new Counted(row[1], "x");
        double x = new BracketingNthOrderBrentSolver(1e-15, 1e-15, 5)
                .solve(MAX_EVALUATIONS, t -> f.at(t), number(row[2]), number(row[3]));
        return new Other(x, f.evaluations);
    }

    private static Other gauss(String[] row) {
        return integral(
                row,
                f -> new IterativeLegendreGaussIntegrator(16, TOLERANCE, 1e-15, 3, 16)
                        .integrate(MAX_EVALUATIONS, t -> f.at(t), number(row[2]), number(row[3])));
    }

    private static Other romberg(String[] row) {
        return integral(
                row,
                f -> new RombergIntegrator(TOLERANCE, 1e-15, 3, 18)
                        .integrate(MAX_EVALUATIONS, t -> f.at(t), number(row[2]), number(row[3])));
    }

    private static Other integral(String[] row, Function<Counted, Double> rule) {
        if (row[2].contains("inf") || row[3].contains("inf")) {
            throw new UnsupportedOperationException("unbounded");
        }
        Counted f = new Counted(row[1], "x");
        return new Other(rule.apply(f), f.evaluations);
    }
}
