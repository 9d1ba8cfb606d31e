package org.ansatz.field.ode;

import java.util.Arrays;
import java.util.List;
import org.ansatz.field.ode.Legs.Leg;

/** A solution that was followed leg by leg; at an instant between two, that of the later. */
record LeggedCourse(List<Leg> legs, List<Trajectory.Course> courses) implements Trajectory.Course {

    /** Copies the lists. */
    LeggedCourse {
        legs = List.copyOf(legs);
        courses = List.copyOf(courses);
    }

    @Override
    public double[] at(double t) {
        int low = 0;
        int high = legs.size() - 1;
        boolean down = legs.get(0).to() < legs.get(0).from();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (down ? t < legs.get(middle).to() : t >= legs.get(middle).to()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return courses.get(low).at(t);
    }

    @Override
    public double[] steps() {
        return courses.stream()
                .flatMapToDouble(course -> Arrays.stream(course.steps()))
                .toArray();
    }

    @Override
    public double[] corners() {
        return legs.stream().mapToDouble(Leg::to).toArray();
    }
}
