package org.ansatz.field.ode;

import java.util.List;
import org.ansatz.Golden;
import org.ansatz.field.ode.InitialValueProblem.RightSide;

/**
 * A problem of the reference table, its right-hand side by hand and as written.
 *
 * @param byHand f
 * @param equations the same in the expression language, one for each component in their order
 * @param from its initial values, as written
 * @param error permitted at every listed time at tolerance 1e-12; larger where neighbouring solutions part quickly
 */
record Reference(
        String name,
        RightSide byHand,
        List<String> equations,
        List<String> from,
        double start,
        List<Double> initial,
        double error) {

    static List<Reference> all() {
        return List.of(
                exam("exam_x0.5", 0.5, 1e-13),
                exam("exam_x1", 1, 1e-12),
                new Reference(
                        "orbit_e0.5",
                        Reference::orbit,
                        List.of("x' == u", "y' == v", "u' == -x/(x^2 + y^2)^1.5", "v' == -y/(x^2 + y^2)^1.5"),
                        List.of("x(0) == 0.5", "y(0) == 0", "u(0) == 0", "v(0) == sqrt(3)"),
                        0,
                        List.of(0.5, 0.0, 0.0, Math.sqrt(3)),
                        1e-9),
                // The largest Lyapunov exponent is about 0.9: a deviation grows by e^18 up to t = 20.
                new Reference(
                        "lorenz",
                        Reference::lorenz,
                        List.of("x' == 10*(y - x)", "y' == x*(28 - z) - y", "z' == x*y - 8/3*z"),
                        List.of("x(0) == 1", "y(0) == 1", "z(0) == 1"),
                        0,
                        List.of(1.0, 1.0, 1.0),
                        1e-5),
                new Reference(
                        "brusselator",
                        Reference::brusselator,
                        List.of("x' == 1 + x^2*y - 4*x", "y' == 3*x - x^2*y"),
                        List.of("x(0) == 1.5", "y(0) == 3"),
                        0,
                        List.of(1.5, 3.0),
                        1e-10),
                vanDerPol("vdp5", 5, 1e-9),
                new Reference(
                        "robertson",
                        Reference::robertson,
                        List.of("x' == -0.04*x + 1e4*y*z", "y' == 0.04*x - 1e4*y*z - 3e7*y^2", "z' == 3e7*y^2"),
                        List.of("x(0) == 1", "y(0) == 0", "z(0) == 0"),
                        0,
                        List.of(1.0, 0.0, 0.0),
                        1e-11),
                vanDerPol("vdp1000", 1000, 1e-10));
    }

    static List<Reference> stiff() {
        return all().stream()
                .filter(reference ->
                        reference.name().equals("robertson") || reference.name().equals("vdp1000"))
                .toList();
    }

    private static Reference exam(String name, double initial, double error) {
        return new Reference(
                name,
                (t, y, slopes) -> slopes[0] = 1 - y[0] / t,
                List.of("t*x' + x == t"),
                List.of("x(1) == " + initial),
                1,
                List.of(initial),
                error);
    }

    private static Reference vanDerPol(String name, int mu, double error) {
        return new Reference(
                name,
                (t, y, slopes) -> {
                    slopes[0] = y[1];
                    slopes[1] = mu * (1 - y[0] * y[0]) * y[1] - y[0];
                },
                List.of("x' == y", "y' == " + mu + "*(1 - x^2)*y - x"),
                List.of("x(0) == 2", "y(0) == 0"),
                0,
                List.of(2.0, 0.0),
                error);
    }

    private static void orbit(double t, double[] y, double[] slopes) {
        double cube = Math.pow(y[0] * y[0] + y[1] * y[1], 1.5);
        slopes[0] = y[2];
        slopes[1] = y[3];
        slopes[2] = -y[0] / cube;
        slopes[3] = -y[1] / cube;
    }

    private static void lorenz(double t, double[] y, double[] slopes) {
        slopes[0] = 10 * (y[1] - y[0]);
        slopes[1] = y[0] * (28 - y[2]) - y[1];
        slopes[2] = y[0] * y[1] - 8.0 / 3 * y[2];
    }

    private static void brusselator(double t, double[] y, double[] slopes) {
        slopes[0] = 1 + y[0] * y[0] * y[1] - 4 * y[0];
        slopes[1] = 3 * y[0] - y[0] * y[0] * y[1];
    }

    private static void robertson(double t, double[] y, double[] slopes) {
        double back = 1e4 * y[1] * y[2];
        double on = 3e7 * y[1] * y[1];
        slopes[0] = -0.04 * y[0] + back;
        slopes[1] = 0.04 * y[0] - back - on;
        slopes[2] = on;
    }

    InitialValueProblem problem() {
        return new InitialValueProblem(
                byHand, start, initial.stream().mapToDouble(Double::doubleValue).toArray());
    }

    WrittenEquations written() {
        return WrittenEquations.of(equations, from);
    }

    /** A row of the table. */
    record Row(double t, int component, double value) {}

    List<Row> rows() {
        return Golden.rows("ode/reference.csv").stream()
                .filter(row -> row[0].equals(name))
                .map(row -> new Row(Double.parseDouble(row[1]), Integer.parseInt(row[2]), Double.parseDouble(row[3])))
                .toList();
    }

    double end() {
        List<Row> rows = rows();
        return rows.get(rows.size() - 1).t();
    }

    @Override
    public String toString() {
        return name;
    }
}
