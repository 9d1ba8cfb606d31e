package org.ansatz.field.ode;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * The terms {@code delta(t - t0)} of differential equations: impulses of unit area, which are zero but where their argument is. Over an
 * impulse {@code c delta} the derivative below the highest jumps by c over the coefficient of the highest (A. V. Oppenheim and A. S.
 * Willsky, Signals and Systems, 2nd ed., section 2.5).
 *
 * @param near how small an argument counts as zero; nothing does where it is negative
 * @param density what stands for the impulse there
 */
record DiracTerms(Binding.Variable near, Binding.Variable density) {

    static final String NAME = "delta";

    private static final String WRITTEN = "an impulse is written delta(t) or delta(t - 2 s), each by itself";
    private static final String NEAR = "impulse_near";
    private static final String DENSITY = "impulse_density";

    /** Relative to the time: instants that are nearer to each other are one. */
    private static final double SAME = 1e-9;

    /** An impulse that is so many roundings beside the start is at the start. */
    private static final double ROUNDINGS = 8;

    /** How well an impulse is seen to enter linearly. */
    private static final double LINEAR = 1e-9;

    /** Declares the impulse of a variable of this dimension, unless its name means something else. */
    static @Nullable DiracTerms declare(Dimension by, Scope scope) {
        if (scope.find(NAME) != null) {
            return null;
        }
        DiracTerms terms = new DiracTerms(
                scope.declare(Binding.Role.BOUND, NEAR, Type.real(by)),
                scope.declare(Binding.Role.BOUND, DENSITY, Type.real(Dimension.NONE.over(by))));
        Steps.declare(NAME + "(s) = if(abs(s) <= " + NEAR + ", " + DENSITY + ", 0*" + DENSITY + ")", scope);
        return terms;
    }

    /** Whether equations have an impulse. */
    static boolean isIn(List<Term> residuals) {
        return residuals.stream().anyMatch(residual -> Inside.any(residual, DiracTerms::isImpulse));
    }

    private static boolean isImpulse(Term term) {
        return term instanceof Term.Inlined inlined && inlined.name().equals(NAME);
    }

    /** The equations between the impulses. */
    Frame silent(Frame frame) {
        return frame.with(near, new Value.Real(-1)).with(density, new Value.Real(0));
    }

    private Frame sounding(double width, double height, Frame frame) {
        return frame.with(near, new Value.Real(width)).with(density, new Value.Real(height));
    }

    /**
     * The impulses of equations.
     *
     * @param start where they are solved from
     * @throws ArithmeticException if one is not at an instant that is known beforehand
     */
    Impulses of(DifferentialEquations equations, double start, Frame frame) {
        TreeMap<Double, Double> steepness = new TreeMap<>();
        for (Term residual : equations.residuals()) {
            Inside.any(residual, part -> {
                if (part instanceof Term.Inlined inlined && isImpulse(part)) {
                    addInstant(inlined.arguments().get(0), equations.argument(), start, frame, steepness);
                }
                return false;
            });
        }
        return new Found(this, equations, frame, steepness);
    }

    /**
     * The impulses of equations.
     *
     * @param steepness by when, how fast the argument of an impulse changes there
     */
    private record Found(
            DiracTerms terms, DifferentialEquations equations, Frame frame, TreeMap<Double, Double> steepness)
            implements Impulses {
        @Override
        public List<Double> times() {
            return List.copyOf(steepness.keySet());
        }

        @Override
        public double[] after(double time, double[] before) {
            if (!steepness.containsKey(time)) {
                return before;
            }
            double[] jump = jump(time, before, 1);
            if (areApart(jump(time, before, 2), sum(jump, jump))) {
                throw new ArithmeticException("an impulse stands in an equation as a term, perhaps with a factor");
            }
            double[] after = sum(before, jump);
            if (areApart(jump(time, after, 1), jump)) {
                throw new ArithmeticException("an impulse has a factor that jumps with it at t = " + time
                        + ", so that there is no telling how large it is");
            }
            return after;
        }

        /** By how much impulses of this area move a state. */
        private double[] jump(double time, double[] state, double area) {
            double steep = Objects.requireNonNull(steepness.get(time));
            double width = SAME * steep * Math.abs(time) + Double.MIN_NORMAL;
            double[] with = slopes(terms.sounding(width, area / steep, frame), time, state);
            double[] without = slopes(terms.silent(frame), time, state);
            for (int i = 0; i < with.length; i++) {
                with[i] -= without[i];
            }
            return with;
        }

        private double[] slopes(Frame inside, double time, double[] state) {
            double[] slopes = new double[state.length];
            new HighestDerivatives(equations, inside).slopes(time, state, slopes);
            return slopes;
        }
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static boolean areApart(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > LINEAR * (Math.abs(a[i]) + Math.abs(b[i]))) {
                return true;
            }
        }
        return false;
    }

    /** Adds when an argument {@code k (t - t0)} is zero, with |k|. */
    private static void addInstant(
            Term argument, Binding.Variable time, double start, Frame frame, TreeMap<Double, Double> steepness) {
        double[] at = new double[3];
        try {
            for (int i = 0; i < at.length; i++) {
                at[i] = frame.with(time, new Value.Real(i)).real(argument);
            }
        } catch (NoValue e) {
            throw new ArithmeticException(WRITTEN);
        }
        double slope = at[1] - at[0];
        boolean isLine = Math.abs(at[2] - at[1] - slope) <= LINEAR * Math.abs(slope);
        if (slope == 0 || !isLine) {
            throw new ArithmeticException(WRITTEN);
        }
        double zero = -at[0] / slope + 0.0; // not a negative zero
        double terms = frame.with(time, new Value.Real(start)).scale(argument);
        double rounding = ROUNDINGS * (Math.ulp(start) + Math.ulp(terms) / Math.abs(slope));
        double instant = Math.abs(zero - start) <= rounding ? start : zero;
        for (double other : steepness.keySet()) {
            if (other != instant && Math.abs(other - instant) <= 4 * SAME * Math.abs(instant)) {
                throw new ArithmeticException(
                        "two impulses at t = " + instant + " are too near to each other to be told apart");
            }
        }
        Double before = steepness.put(instant, Math.abs(slope));
        if (before != null && before != Math.abs(slope)) {
            throw new ArithmeticException("two impulses at t = " + instant + " have different scales");
        }
    }
}
