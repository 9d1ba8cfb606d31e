package org.ansatz.gradcheck;

import java.util.List;

/**
 * Central differences at halved steps, extrapolated to the step zero: Richardson's scheme, of which Ridders takes the entry
 * that differs least from its neighbours.
 *
 * @param best the entry
 * @param error how wrong it may be
 * @param since how many rows ago it stood
 */
record Tableau(double best, double error, int since) {

    private static final int MAX_COLUMNS = 7;

    /** The tableau of these levels, the coarsest first. */
    static Tableau of(List<Level> levels) {
        double best = levels.get(0).central();
        double error = Double.POSITIVE_INFINITY;
        int since = 0;
        double[] above = {best};
        for (int row = 1; row < levels.size(); row++) {
            double[] now = new double[Math.min(row + 1, MAX_COLUMNS)];
            now[0] = levels.get(row).central();
            since++;
            double power = 1;
            for (int k = 1; k < now.length; k++) {
                power *= 4;
                now[k] = now[k - 1] + (now[k - 1] - above[k - 1]) / (power - 1);
                double apart = Math.abs(now[k] - above[k - 1]); // from the nearer neighbour it is power times less
                double estimate = apart + 2 * levels.get(row).noise();
                if (estimate <= error) {
                    best = now[k];
                    error = estimate;
                    since = 0;
                }
            }
            above = now;
        }
        return new Tableau(best, error, since);
    }
}
