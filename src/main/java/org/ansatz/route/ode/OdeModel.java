package org.ansatz.route.ode;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.Binding;
import org.ansatz.expression.Estimate;
import org.ansatz.expression.Export;
import org.ansatz.expression.Frame;
import org.ansatz.expression.Model;
import org.ansatz.expression.Sample;
import org.ansatz.expression.Term;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.route.block.Block;
import org.ansatz.route.ode.OdeBlock.Unknown;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * Equations at work: solves them for the highest derivatives, in which they must be linear, integrates twice with
 * different tolerances, and gives the difference as the error.
 */
final class OdeModel implements Model {

    private static final double TOLERANCE = 1e-12;
    private static final double COARSE = 1e-10;
    private static final double LINEAR_TO = 1e-8;

    private final Equations equations;
    private final Frame frame;
    private final InitialValueProblem problem;
    private final double start;
    private double firstDeterminant;
    private @Nullable Trajectory fine;
    private @Nullable Trajectory coarse;
    private @Nullable Trajectory fineBefore;
    private @Nullable Trajectory coarseBefore;

    /** The block as written: as many residuals as unknown functions. */
    record Equations(Binding.Variable argument, List<Unknown> unknowns, List<Term> residuals) implements Block {
        @Override
        public List<Export> exports() {
            List<Export> exports = new ArrayList<>();
            unknowns.forEach(unknown -> exports.add(unknown.export()));
            return exports;
        }

        @Override
        public Model solve(Frame frame, Sample sample) {
            return new OdeModel(this, frame);
        }
    }

    OdeModel(Equations equations, Frame frame) {
        this.equations = equations;
        this.frame = frame;
        List<Double> initial = new ArrayList<>();
        for (Unknown unknown : equations.unknowns()) {
            for (var value : unknown.initials()) {
                initial.add(Arithmetic.real(value.term().in(frame)));
            }
        }
        double[] values = initial.stream().mapToDouble(Double::doubleValue).toArray();
        start = Arithmetic.real(equations.unknowns().get(0).start().term().in(frame));
        problem = new InitialValueProblem(this::slopes, start, values);
        refuseNonUnique(values);
    }

    @Override
    public Estimate evaluate(Export export, List<Value> arguments, Frame at) {
        Value where = arguments.isEmpty() ? at.value(equations.argument()) : arguments.get(0);
        if (where == null) {
            throw new ArithmeticException(export.name() + " needs a point: " + export.name() + "(2)");
        }
        if (where instanceof Value.Dual) {
            throw new ArithmeticException(
                    "a numerical solution is not differentiated; name its derivative as a function");
        }
        double t = Arithmetic.real(where);
        int index = 0;
        for (Unknown unknown : equations.unknowns()) {
            if (unknown.export().name().equals(export.name())) {
                break;
            }
            index += unknown.order();
        }
        double precise = solved(t, true).at(t)[index];
        double rough = solved(t, false).at(t)[index];
        return Estimate.of(precise, Math.abs(precise - rough) + 4 * Math.ulp(precise));
    }

    /** The trajectory that reaches {@code t}; integrated further whenever a point lies beyond it. */
    private Trajectory solved(double t, boolean precise) {
        boolean after = t >= start;
        Trajectory known = after ? precise ? fine : coarse : precise ? fineBefore : coarseBefore;
        if (known != null && known.covers(t)) {
            return known;
        }
        Trajectory longer = known == null ? reaching(t, precise) : beyond(t, precise);
        if (after && precise) {
            fine = longer;
        } else if (after) {
            coarse = longer;
        } else if (precise) {
            fineBefore = longer;
        } else {
            coarseBefore = longer;
        }
        return longer;
    }

    private Trajectory reaching(double end, boolean precise) {
        return problem.solve(end, precise ? TOLERANCE : COARSE);
    }

    /** Goes on twice as far, so that a series of points costs few integrations; but not where the solution ends. */
    private Trajectory beyond(double t, boolean precise) {
        try {
            return reaching(start + 2 * (t - start), precise);
        } catch (ArithmeticException | ExpressionFault e) {
            return reaching(t, precise);
        }
    }

    // ---- from implicit equations to slopes

    private void slopes(double t, double[] y, double[] slopes) {
        Frame at = bound(t, y);
        double[] highest = highest(at, t);
        int index = 0;
        for (int u = 0; u < equations.unknowns().size(); u++) {
            int order = equations.unknowns().get(u).order();
            for (int k = 0; k + 1 < order; k++) {
                slopes[index] = y[index + 1];
                index++;
            }
            slopes[index++] = highest[u];
        }
    }

    private Frame bound(double t, double[] y) {
        Frame at = frame.with(equations.argument(), new Value.Real(t));
        int index = 0;
        for (Unknown unknown : equations.unknowns()) {
            for (int k = 0; k < unknown.order(); k++) {
                at = at.with(unknown.derivatives().get(k), new Value.Real(y[index++]));
            }
        }
        return at;
    }

    private Frame withHighest(Frame at, Value[] values) {
        Frame bound = at;
        for (int u = 0; u < values.length; u++) {
            Unknown unknown = equations.unknowns().get(u);
            bound = bound.with(unknown.derivatives().get(unknown.order()), values[u]);
        }
        return bound;
    }

    /** Solves the equations for the highest derivatives: one Newton step from zero, exact because they are linear. */
    private double[] highest(Frame at, double t) {
        int n = equations.unknowns().size();
        double[][] matrix = new double[n][n];
        double[] constant = new double[n];
        for (int column = 0; column < n; column++) {
            Value[] values = constants(n);
            values[column] = new Value.Dual(Integer.MAX_VALUE, new Value.Real(0), Arithmetic.ONE);
            Frame differentiated = withHighest(at, values);
            for (int row = 0; row < n; row++) {
                Value residual = equations.residuals().get(row).in(differentiated);
                matrix[row][column] = Arithmetic.real(Arithmetic.eps(residual, Integer.MAX_VALUE));
                constant[row] = -Arithmetic.real(residual);
            }
        }
        if (n == 1) {
            refuseSingular(matrix[0][0], at, matrix, constant, t);
            return linear(at, new double[] {constant[0] / matrix[0][0]}, matrix, constant);
        }
        LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), Double.MIN_NORMAL);
        refuseSingular(lu.getDeterminant(), at, matrix, constant, t);
        RealVector solution = lu.getSolver().solve(new ArrayRealVector(constant, false));
        return linear(at, solution.toArray(), matrix, constant);
    }

    private static Value[] constants(int n) {
        Value[] values = new Value[n];
        java.util.Arrays.fill(values, new Value.Real(0));
        return values;
    }

    /** The coefficient of the highest derivative must not vanish, nor change its sign on the way. */
    private void refuseSingular(double determinant, Frame at, double[][] matrix, double[] constant, double t) {
        if (determinant == 0) {
            double[] ones = new double[constant.length];
            java.util.Arrays.fill(ones, 1);
            linear(at, ones, matrix, constant);
        }
        if (firstDeterminant == 0) {
            firstDeterminant = determinant;
        }
        if (determinant == 0 || Math.signum(determinant) != Math.signum(firstDeterminant)) {
            throw new ArithmeticException(
                    "the equation is singular at or before t = " + t
                            + ": the coefficient of the highest derivative vanishes, so that a solution need not exist or be unique");
        }
    }

    /**
     * The highest derivatives themselves, once it is clear that the residuals there are what the matrix makes of them.
     *
     * @throws ArithmeticException if they are not
     */
    private double[] linear(Frame at, double[] highest, double[][] matrix, double[] constant) {
        Value[] values = new Value[highest.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Value.Real(highest[i]);
        }
        Frame tried = withHighest(at, values);
        for (int row = 0; row < values.length; row++) {
            double linear = -constant[row];
            double scale = Math.abs(constant[row]);
            for (int column = 0; column < values.length; column++) {
                linear += matrix[row][column] * highest[column];
                scale = Math.max(scale, Math.abs(matrix[row][column] * highest[column]));
            }
            double residual = Arithmetic.real(equations.residuals().get(row).in(tried));
            if (Math.abs(residual - linear) > LINEAR_TO * Math.max(1e-12, scale)) {
                throw new ArithmeticException(
                        "the equation must be linear in its highest derivative; solve it for that derivative first");
            }
        }
        return highest;
    }

    /** Where the right-hand side is infinitely steep in an unknown, more than one solution can start (Lipschitz). */
    private void refuseNonUnique(double[] initial) {
        double[] slopes = new double[initial.length];
        slopes(start, initial, slopes);
        double[] moved = new double[initial.length];
        for (int i = 0; i < initial.length; i++) {
            double near = quotient(initial, i, 1e-6, slopes, moved);
            double nearer = quotient(initial, i, 1e-12, slopes, moved);
            if (nearer > 100 * Math.max(1, near)) {
                throw new ArithmeticException(
                        "the solution is not unique: at the start the slope is infinitely steep in "
                                + "the unknown (it fails Lipschitz's condition)");
            }
        }
    }

    /** The largest change of a slope per change of one unknown; infinite where the slope has no value. */
    private double quotient(double[] initial, int index, double relative, double[] slopes, double[] moved) {
        double step = relative * Math.max(1, Math.abs(initial[index]));
        double largest = 0;
        for (int side = 1; side >= -1; side -= 2) {
            double[] y = initial.clone();
            y[index] += side * step;
            try {
                slopes(start, y, moved);
            } catch (ArithmeticException | ExpressionFault e) {
                continue;
            }
            for (int i = 0; i < moved.length; i++) {
                largest = Math.max(largest, Math.abs(moved[i] - slopes[i]) / step);
            }
        }
        return largest;
    }
}
