package org.ansatz.field.ode;

/**
 * Tells along the steps of the Dormand–Prince method whether it is up to a problem. How steep the slopes are in y, λ, is
 * taken from the last two stages of a step, which stand at the same t (Hairer and Wanner II, section IV.2, as in their
 * program DOP853); how fast the solution itself changes, from the ends of the step.
 */
final class StiffnessTest {

    /** The edge of stability: |hλ| there (DOP853). */
    static final double EDGE = 6.1;

    /** The change of the solution's slope over a step, relative to the slope, below which steps are unduly short. */
    private static final double SLOW = 0.05;

    private static final double STEEP = 30;
    private static final int CALM = 6;
    static final int ENOUGH = 15;
    private static final int LONG_WAY = 1000;

    private final double[] state;
    private final double[] slopes;
    private final double[] lastState;
    private final double[] lastSlopes;
    private double at = Double.NaN;
    private double steepness;
    private boolean looks = true;
    private int signs;
    private int calm;

    StiffnessTest(int size) {
        state = new double[size];
        slopes = new double[size];
        lastState = new double[size];
        lastSlopes = new double[size];
    }

    /** Looks at a stage, as long as it matters. */
    void see(double t, double[] y, double[] f) {
        if (!looks) {
            return;
        }
        if (t == at) {
            steepness = distance(f, slopes) / distance(y, state);
        }
        at = t;
        System.arraycopy(y, 0, state, 0, y.length);
        System.arraycopy(f, 0, slopes, 0, y.length);
    }

    /**
     * Whether the problem is stiff, asked after each step, when its last stage has been seen. A step is a sign of it at the
     * edge of stability; or if it is short for the solution, whose slopes are far steeper in y than along the solution: for
     * small tolerances the order of the stages limits the steps already before the edge. Six steps without a sign set the
     * count back. Fifteen signs make a problem stiff, if there is still a long way to go at this pace.
     *
     * @param from where the step begins
     * @param to where it ends
     * @param end where the solution is to end
     */
    boolean isStiff(double from, double to, double end) {
        double h = Math.abs(to - from);
        boolean sawIt = looks;
        looks = Math.abs(end - to) > LONG_WAY * h;
        if (looks && sawIt) {
            count(h);
            System.arraycopy(state, 0, lastState, 0, state.length);
            System.arraycopy(slopes, 0, lastSlopes, 0, slopes.length);
        }
        return looks && signs >= ENOUGH;
    }

    private void count(double h) {
        double rate = distance(slopes, lastSlopes) / distance(state, lastState);
        boolean unduly = h * rate < SLOW && steepness > STEEP * rate;
        if (h * steepness > EDGE || unduly) {
            calm = 0;
            signs++;
        } else if (++calm == CALM) {
            signs = 0;
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
