package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.expression.evaluation.AffineTerms;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;
import org.ansatz.field.ode.DifferentialEquations.Unknown;
import org.ansatz.field.ode.InitialValueProblem.DifferentiableRightSide;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Equations as a right-hand side: solved for the highest derivatives, in which they must be linear. Where their form shows
 * that they are, their coefficients are evaluated on doubles; otherwise, and where one of these is not finite, by dual
 * numbers, with the reason why there is no value. Exact derivatives are by dual numbers, too.
 */
final class HighestDerivatives implements DifferentiableRightSide {

    private static final double LINEAR_TO = 1e-8;
    private static final String NOT_LINEAR =
            "the equation must be linear in its highest derivative; solve it for that derivative first";

    private static final int ORDER = Integer.MAX_VALUE - 1; // even: of either sign

    private final DifferentialEquations equations;
    private final Frame frame;
    private final int unknowns;
    private final List<Binding.Variable> inputs;
    private final int[] orders;
    private final @Nullable AffineEquations affine;
    private final LinearSystem system;
    private final double[] highest;
    private double firstDeterminant;

    HighestDerivatives(DifferentialEquations equations, Frame frame) {
        this.equations = equations;
        this.frame = frame;
        unknowns = equations.unknowns().size();
        inputs = equations.inputs();
        orders = equations.unknowns().stream().mapToInt(Unknown::order).toArray();
        system = new LinearSystem(unknowns);
        highest = new double[unknowns];
        List<Binding.Variable> wanted = new ArrayList<>();
        equations.unknowns().forEach(unknown -> wanted.add(unknown.highest()));
        AffineTerms terms = AffineTerms.of(equations.residuals(), inputs, wanted, frame);
        affine = terms == null ? null : new AffineEquations(terms, unknowns, inputs.size(), system);
    }

    /** A fault of the equations' own, which keeps its place. */
    static final class Undefined extends ArithmeticException {
        private static final long serialVersionUID = 1;

        private final transient ExpressionFault fault;

        Undefined(ExpressionFault fault) {
            super(fault.message());
            this.fault = fault;
        }

        ExpressionFault fault() {
            return fault;
        }
    }

    @Override
    public void slopes(double t, double[] y, double[] slopes) {
        if (affine == null || !isRegular(affine.solve(t, y, highest))) {
            solveByDuals(t, y);
        }
        int index = 0;
        for (int u = 0; u < unknowns; u++) {
            for (int k = 1; k < orders[u]; k++) {
                slopes[index] = y[index + 1];
                index++;
            }
            slopes[index++] = highest[u];
        }
    }

    @Override
    public void jacobian(double t, double[] y, double[][] jacobian) {
        try {
            exactJacobian(t, y, jacobian);
        } catch (ArithmeticException | NoValue e) {
            // No derivative just here, as of abs at 0, or of what is not differentiated at all.
            Differences.jacobian(this, t, y, jacobian);
        }
    }

    /** Differentiates the residuals A h + c = 0 by each lower derivative, with the highest h as they are. */
    private void exactJacobian(double t, double[] y, double[][] jacobian) {
        if (affine == null || !isRegular(affine.solve(t, y, highest)) || affine.fill(t, y) == 0) {
            solveByDuals(t, y);
        }
        Frame at = withHighest(bound(t, y), reals(highest));
        for (int column = 0; column < y.length; column++) {
            Frame moved = at.with(inputs.get(column + 1), dual(y[column]));
            double[] change = new double[unknowns];
            for (int row = 0; row < unknowns; row++) {
                Value residual = moved.value(equations.residuals().get(row));
                change[row] = -Arithmetic.real(Arithmetic.eps(residual, ORDER));
            }
            change = system.solve(change);
            int index = 0;
            for (int u = 0; u < unknowns; u++) {
                for (int k = 1; k < orders[u]; k++) {
                    jacobian[index][column] = column == index + 1 ? 1 : 0;
                    index++;
                }
                jacobian[index++][column] = change[u];
            }
        }
    }

    private void solveByDuals(double t, double[] y) {
        try {
            byDuals(bound(t, y), t);
        } catch (ExpressionFault e) {
            throw new Undefined(e);
        } catch (Tied e) { // a kink in the highest derivative
            throw new ArithmeticException(NOT_LINEAR);
        }
    }

    /** Solves the equations for the highest derivatives: one Newton step from zero, exact because they are linear. */
    private void byDuals(Frame at, double t) {
        for (int column = 0; column < unknowns; column++) {
            Value[] trial = reals(new double[unknowns]);
            trial[column] = dual(0);
            Frame differentiated = withHighest(at, trial);
            for (int row = 0; row < unknowns; row++) {
                Value residual = differentiated.value(equations.residuals().get(row));
                system.set(row, column, Arithmetic.real(Arithmetic.eps(residual, ORDER)));
                system.set(row, -Arithmetic.real(residual));
            }
        }
        double determinant = system.factor();
        if (determinant == 0) {
            double[] ones = new double[unknowns];
            Arrays.fill(ones, 1);
            requireLinear(at, ones);
        }
        if (!isRegular(determinant)) {
            throw new ArithmeticException(
                    "the equation is singular at or before t = " + t
                            + ": the coefficient of the highest derivative vanishes, so that a solution need not exist or be unique");
        }
        System.arraycopy(system.solve(), 0, highest, 0, unknowns);
        requireLinear(at, highest);
    }

    /** The coefficient of the highest derivative must not vanish, nor change its sign on the way. */
    private boolean isRegular(double determinant) {
        if (firstDeterminant == 0) {
            firstDeterminant = determinant;
        }
        return determinant != 0 && Math.signum(determinant) == Math.signum(firstDeterminant);
    }

    /**
     * Requires that the residuals are what the system makes of them.
     *
     * @throws ArithmeticException if they are not
     */
    private void requireLinear(Frame at, double[] trial) {
        Frame tried = withHighest(at, reals(trial));
        for (int row = 0; row < unknowns; row++) {
            double residual = Arithmetic.real(tried.value(equations.residuals().get(row)));
            double linear = system.residual(row, trial);
            if (Math.abs(residual - linear) > LINEAR_TO * Math.max(1e-12, system.scale(row, trial))) {
                throw new ArithmeticException(NOT_LINEAR);
            }
        }
    }

    private Frame bound(double t, double[] y) {
        Frame at = frame.with(inputs.get(0), new Value.Real(t));
        for (int i = 0; i < y.length; i++) {
            at = at.with(inputs.get(i + 1), new Value.Real(y[i]));
        }
        return at;
    }

    private Frame withHighest(Frame at, Value[] values) {
        Frame bound = at;
        for (int u = 0; u < values.length; u++) {
            Unknown unknown = equations.unknowns().get(u);
            bound = bound.with(unknown.highest(), values[u]);
        }
        return bound;
    }

    private static Value[] reals(double[] numbers) {
        Value[] reals = new Value[numbers.length];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = new Value.Real(numbers[i]);
        }
        return reals;
    }

    private static Value dual(double x) {
        return new Value.Dual(ORDER, new Value.Real(x), Arithmetic.ONE);
    }
}
