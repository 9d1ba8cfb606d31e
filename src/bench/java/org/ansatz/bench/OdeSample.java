package org.ansatz.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.ansatz.bank.BankLoader;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.Language;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.ode.DifferentialEquations;
import org.ansatz.field.ode.InitialValueProblem;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.ansatz.field.ode.OdeBlock;
import org.ansatz.field.ode.Trajectory;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;

/**
 * A problem of the reference table: its right-hand side by hand, and its equations as they are written in a problem.
 *
 * @param name in the table
 * @param end where it ends; it starts at 0
 * @param initial state at the start
 * @param byHand the right-hand side
 * @param equations one for each component, in their order
 * @param from the initial values as written
 */
record OdeSample(
        String name, double end, List<Double> initial, RightSide byHand, List<String> equations, List<String> from) {

    private static final Path REFERENCE = Path.of("src/test/resources/golden/ode/reference.csv");

    static final List<OdeSample> ALL = List.of(
            new OdeSample(
                    "orbit_e0.5",
                    20,
                    List.of(0.5, 0.0, 0.0, Math.sqrt(3)),
                    (t, y, slopes) -> {
                        double square = y[0] * y[0] + y[1] * y[1];
                        double cube = square * Math.sqrt(square);
                        slopes[0] = y[2];
                        slopes[1] = y[3];
                        slopes[2] = -y[0] / cube;
                        slopes[3] = -y[1] / cube;
                    },
                    List.of("x' == u", "y' == v", "u' == -x/(x^2 + y^2)^1.5", "v' == -y/(x^2 + y^2)^1.5"),
                    List.of("x(0) == 0.5", "y(0) == 0", "u(0) == 0", "v(0) == sqrt(3)")),
            new OdeSample(
                    "lorenz",
                    20,
                    List.of(1.0, 1.0, 1.0),
                    (t, y, slopes) -> {
                        slopes[0] = 10 * (y[1] - y[0]);
                        slopes[1] = y[0] * (28 - y[2]) - y[1];
                        slopes[2] = y[0] * y[1] - 8.0 / 3 * y[2];
                    },
                    List.of("x' == 10*(y - x)", "y' == x*(28 - z) - y", "z' == x*y - 8/3*z"),
                    List.of("x(0) == 1", "y(0) == 1", "z(0) == 1")),
            new OdeSample(
                    "brusselator",
                    20,
                    List.of(1.5, 3.0),
                    (t, y, slopes) -> {
                        slopes[0] = 1 + y[0] * y[0] * y[1] - 4 * y[0];
                        slopes[1] = 3 * y[0] - y[0] * y[0] * y[1];
                    },
                    List.of("x' == 1 + x^2*y - 4*x", "y' == 3*x - x^2*y"),
                    List.of("x(0) == 1.5", "y(0) == 3")),
            vanDerPol("vdp5", 5, 20),
            new OdeSample(
                    "robertson",
                    4e6,
                    List.of(1.0, 0.0, 0.0),
                    (t, y, slopes) -> {
                        double back = 1e4 * y[1] * y[2];
                        double on = 3e7 * y[1] * y[1];
                        slopes[0] = -0.04 * y[0] + back;
                        slopes[1] = 0.04 * y[0] - back - on;
                        slopes[2] = on;
                    },
                    List.of("x' == -0.04*x + 1e4*y*z", "y' == 0.04*x - 1e4*y*z - 3e7*y^2", "z' == 3e7*y^2"),
                    List.of("x(0) == 1", "y(0) == 0", "z(0) == 0")),
            vanDerPol("vdp1000", 1000, 3000));

    private static OdeSample vanDerPol(String name, double mu, double end) {
        return new OdeSample(
                name,
                end,
                List.of(2.0, 0.0),
                (t, y, slopes) -> {
                    slopes[0] = y[1];
                    slopes[1] = mu * (1 - y[0] * y[0]) * y[1] - y[0];
                },
                List.of("x'' == " + (int) mu + "*(1 - x^2)*x' - x"),
                List.of("x(0) == 2", "x'(0) == 0"));
    }

    /** The state at the start. */
    double[] state() {
        return initial.stream().mapToDouble(Double::doubleValue).toArray();
    }

    InitialValueProblem handWritten() {
        return new InitialValueProblem(byHand, 0, state());
    }

    /** The problem as the block makes it of its text, ever anew, with a whole allowance of steps. */
    Supplier<InitialValueProblem> written() {
        Keeper keeper = new Keeper();
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        Problem problem = new BankLoader(Language.registry(), List.of(keeper))
                .problem(new ByteArrayInputStream(text), name)
                .bank()
                .problems()
                .values()
                .iterator()
                .next();
        return () -> keeper.equations.problem(problem.published().frame().rested());
    }

    private String text() {
        return "title: An equation\nstatement: Solve it.\nanswer: {kind: number}\nroutes:\n  integration:\n    ode:\n"
                + lines(equations) + "    from:\n" + lines(from) + "    value: x(1)\n";
    }

    private static String lines(List<String> items) {
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append("      - ").append(item).append('\n'));
        return lines.toString();
    }

    /** Keeps the equations that it reads. */
    private static final class Keeper implements BlockKind {
        private DifferentialEquations equations;

        @Override
        public String key() {
            return "ode";
        }

        @Override
        public DifferentialEquations read(Fields route, Scope scope, Question question) {
            equations = new OdeBlock().read(route, scope, question);
            return equations;
        }
    }

    /** The largest error of a component at the end, absolute. */
    double error(double[] state) throws IOException {
        double error = 0;
        for (String[] row : rows()) {
            if (Double.parseDouble(row[1]) == end) {
                error = Math.max(error, Math.abs(state[Integer.parseInt(row[2])] - Double.parseDouble(row[3])));
            }
        }
        return error;
    }

    /** The largest error of a component at any time of the table, relative to the component. */
    double relativeError(Trajectory solution) throws IOException {
        double error = 0;
        for (String[] row : rows()) {
            double value = Double.parseDouble(row[3]);
            double found = solution.at(Double.parseDouble(row[1]))[Integer.parseInt(row[2])];
            error = Math.max(error, Math.abs(found / value - 1));
        }
        return error;
    }

    private List<String[]> rows() throws IOException {
        return Files.readAllLines(REFERENCE).stream()
                .map(line -> line.split(","))
                .filter(row -> row[0].equals(name))
                .toList();
    }
}
