package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.ansatz.field.ode.Passages.Place;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.proof.Breaks;
import org.ansatz.proof.Panels;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a solution have not seen of its equations: a pulse in the unknowns that a step goes over in a small part of its time,
 * so that no stage of it lies inside.
 */
final class Unseen {

    /** A step that need not be shorter than by this factor sees at its stages that it is too long: the estimate of the method says so. */
    private static final double NARROW = 1.0 / 64;

    /** Beside a jump or a kink, which is a place of its own, so small a part of a step is not looked at. */
    private static final double BESIDE = NARROW * NARROW;

    /** The most parts of the time that are looked at for one pulse. */
    private static final int MAX_PARTS = 4000;

    /** The most steps that are asked how large the equations are. */
    private static final int SAMPLES = 64;

    private final List<Enclosing> equations;
    private final int unknowns;
    private final Walked walked;
    private int parts;

    /**
     * What is not seen.
     *
     * @param equations residuals as functions of the time, the states and as many derivatives as there are unknowns
     */
    Unseen(List<Enclosing> equations, int unknowns, Walked walked) {
        this.equations = equations;
        this.unknowns = unknowns;
        this.walked = walked;
    }

    /**
     * The first pulse on the way from one time to another; null if all is seen, or it takes too long to tell.
     *
     * @param ends where the steps end
     */
    @Nullable
    Place first(double[] ends, double from, double to) {
        List<Interval> steps = new ArrayList<>();
        Interval left = new Interval(Math.min(from, to), Math.max(from, to));
        for (int i = 0; i + 1 < ends.length; i++) {
            double low = Math.max(left.low(), Math.min(ends[i], ends[i + 1]));
            double high = Math.min(left.high(), Math.max(ends[i], ends[i + 1]));
            if (low < high) {
                steps.add(new Interval(low, high));
            }
        }
        int way = to < from ? -1 : 1;
        if (way < 0) {
            Collections.reverse(steps);
        }
        if (steps.isEmpty()) {
            return null;
        }
        double[][] widths = new double[steps.size()][];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = widths(walked.box(steps.get(i)));
        }
        return first(steps, widths, largest(steps), way);
    }

    private static double[] widths(Interval[] box) {
        return Arrays.stream(box).mapToDouble(Interval::width).toArray();
    }

    /** The largest that each equation is where steps begin. */
    private double[] largest(List<Interval> steps) {
        double[] largest = new double[equations.size()];
        int every = 1 + steps.size() / SAMPLES;
        for (int i = 0; i < steps.size(); i += every) {
            enlarge(largest, steps.get(i).low());
        }
        return largest;
    }

    /** Takes note of how large the equations are at a time. */
    private void enlarge(double[] largest, double time) {
        Interval[] box = whole(walked.box(Interval.of(time)));
        for (int e = 0; e < largest.length; e++) {
            Interval range = equations.get(e).on(box, 0, 0).range();
            largest[e] = Math.max(largest[e], range.isBounded() ? range.magnitude() : 0);
        }
    }

    private Interval[] whole(Interval[] states) {
        Interval[] box = Arrays.copyOf(states, states.length + unknowns);
        Arrays.fill(box, states.length, box.length, Interval.ZERO);
        return box;
    }

    /**
     * A part of the time, and how rough each equation is there in each variable.
     *
     * @param isSmooth otherwise something jumps or bends there, or just beside it, and hides what else there is
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(Interval times, double[][] roughness, boolean isSmooth) {

        /** Whether steps of these widths see all of the equations there; what is not smooth, of which nothing is known, no step sees. */
        boolean isSeen(double[] widths, double[] largest) {
            for (int e = 0; e < largest.length; e++) {
                for (int by = 0; by < widths.length; by++) {
                    if (!Panels.isSeen(roughness[e][by], widths[by], largest[e])) {
                        return false;
                    }
                }
            }
            return true;
        }

        private double worst() {
            double worst = isSmooth ? 0 : Double.POSITIVE_INFINITY;
            for (double[] equation : roughness) {
                for (double one : equation) {
                    worst = Math.max(worst, one);
                }
            }
            return worst;
        }
    }

    private Part part(Interval times) {
        parts++;
        Interval[] states = walked.box(times);
        Interval[] box = whole(states);
        double[][] roughness = new double[equations.size()][states.length];
        boolean isSmooth = true;
        for (int e = 0; e < roughness.length; e++) {
            for (int by = 0; by < states.length; by++) {
                double found = states[by].isPoint() ? 0 : Panels.roughness(equations.get(e), box, by);
                roughness[e][by] = found;
                isSmooth &= !Double.isNaN(found);
            }
        }
        return new Part(times, roughness, isSmooth);
    }

    private @Nullable Place first(List<Interval> steps, double[][] widths, double[] largest, int way) {
        if (parts > MAX_PARTS) {
            return null;
        }
        Interval all = steps.get(0).hull(steps.get(steps.size() - 1));
        double[] widest = widths[0].clone();
        for (double[] one : widths) {
            Arrays.setAll(widest, j -> Math.max(widest[j], one[j]));
        }
        Part part = part(all);
        if (part.isSeen(widest, largest)) {
            return null;
        }
        if (steps.size() == 1) {
            return inside(part, widest, largest, way);
        }
        int half = steps.size() / 2;
        Place found = first(steps.subList(0, half), Arrays.copyOf(widths, half), largest, way);
        return found != null
                ? found
                : first(
                        steps.subList(half, steps.size()),
                        Arrays.copyOfRange(widths, half, widths.length),
                        largest,
                        way);
    }

    /** The first stretch of a step that it does not see, though shorter steps would; null if those are not much shorter. */
    private @Nullable Place inside(Part step, double[] widths, double[] seen, int way) {
        double[] largest = seen.clone();
        List<Part> panels = resolved(step, largest);
        panels.sort(Comparator.comparingDouble(part -> way * part.times.middle()));
        TreeSet<Double> ends = new TreeSet<>();
        boolean isNarrow = false;
        boolean isBeside = false;
        for (Part part : panels) {
            boolean isSeen = part.isSeen(widths, largest);
            if (isSeen && isNarrow) {
                break;
            }
            // What becomes rougher up to a jump or a kink, as a root does, belongs to that.
            isBeside = !part.isSmooth || isBeside && !isSeen;
            if (isSeen || isBeside) {
                ends.clear();
                isNarrow = false;
                continue;
            }
            ends.add(part.times.low());
            ends.add(part.times.high());
            isNarrow |= part.times.width() < NARROW * step.times.width();
        }
        return isNarrow ? new Place(List.copyOf(ends), /* isPulse= */ true) : null;
    }

    /** Panels of a step in which the equations are seen in full, the roughest first; how large they are there is added. */
    private List<Part> resolved(Part step, double[] largest) {
        List<Part> done = new ArrayList<>();
        PriorityQueue<Part> open = new PriorityQueue<>(Comparator.comparingDouble((Part part) -> -part.worst()));
        open.add(step);
        while (!open.isEmpty() && parts < MAX_PARTS) {
            Part part = open.remove();
            double middle = part.times.middle();
            enlarge(largest, middle);
            boolean isBeside = !part.isSmooth && part.times.width() <= BESIDE * step.times.width();
            if (isBeside
                    || part.isSeen(widths(walked.box(part.times)), largest)
                    || Breaks.isPoint(part.times, step.times)) {
                done.add(part);
            } else {
                open.add(part(new Interval(part.times.low(), middle)));
                open.add(part(new Interval(middle, part.times.high())));
            }
        }
        done.addAll(open);
        return done;
    }
}
