package org.ansatz.field.ode;

import java.util.List;

/** Radau steps in a row, each beginning where the one before ends. */
final class CollocationCourse implements Trajectory.Course {

    private final Radau method;
    private final List<CollocationStep> steps;

    /**
     * A course of at least one step.
     *
     * @param method by which the steps were made, for those to a point between
     */
    CollocationCourse(Radau method, List<CollocationStep> steps) {
        this.method = method;
        this.steps = List.copyOf(steps);
    }

    @Override
    public double[] at(double t) {
        double direction = Math.signum(steps.get(0).length());
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((t - steps.get(middle).end()) * direction > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return method.within(steps.get(low), t);
    }

    @Override
    public double[] steps() {
        return steps.stream().mapToDouble(CollocationStep::end).toArray();
    }
}
