package org.ansatz.field.circuit.simulation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.ansatz.field.circuit.netlist.Law;

/**
 * Kinks and pulses of laws in what controls them, along steps. A method of order 5 knows nothing of kinks, and a whole step and its
 * halves may be wrong alike beside one. They show in the slopes of a law: along a step that has none, the slopes lie on the polynomial
 * through those at its stages. A narrow pulse shows at no stage, and a law is asked for it.
 */
final class LawsAlong {

    /** What a law gives is as good as nothing below this part of the largest voltage or current. */
    private static final double NOTHING = 1e-9;

    private final List<LawStamps.Taken> laws;

    /** The largest that each slope and each control was so far, law by law. */
    private final double[][] largestSlopes;

    private final double[][] largestControls;

    /** The largest value of each law so far. */
    private final double[] largestValues;

    LawsAlong(Collection<LawStamps.Taken> laws) {
        this.laws = List.copyOf(laws);
        largestSlopes = new double[laws.size()][];
        largestControls = new double[laws.size()][];
        largestValues = new double[laws.size()];
        for (int l = 0; l < this.laws.size(); l++) {
            largestSlopes[l] = new double[this.laws.get(l).count()];
            largestControls[l] = new double[this.laws.get(l).count()];
        }
    }

    boolean areNone() {
        return laws.isEmpty();
    }

    /** What controls a law at a place, its value and its slopes there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(double[] controls, double value, double[] slopes) {}

    private static Place place(LawStamps.Taken law, double[] x, double time) {
        double[] controls = law.controls(x);
        double[] slopes = new double[controls.length];
        double value = law.at(controls, time, slopes);
        return new Place(controls, value, slopes);
    }

    /** The laws along a step: at its stages. */
    final class Along {
        private final Place[][] places = new Place[laws.size()][Radau.STAGES];
        private final double start;
        private final double end;
        private final double[] scale;

        private Along(Step step, double start) {
            this.start = start;
            end = step.time(Radau.STAGES - 1);
            scale = step.largest();
            for (int l = 0; l < places.length; l++) {
                for (int i = 0; i < Radau.STAGES; i++) {
                    places[l][i] = place(laws.get(l), step.stage(i), step.time(i));
                }
            }
        }
    }

    /** What the laws are like along a step that starts at a time. */
    Along along(Step step, double start) {
        return new Along(step, start);
    }

    /**
     * Whether both halves of a step see all of the laws.
     *
     * @param start the unknowns at its start; empty where they may have jumped there
     */
    boolean areSeen(Along first, Along second, double[] start) {
        for (int l = 0; l < laws.size(); l++) {
            LawStamps.Taken law = laws.get(l);
            for (Place[] places : new Place[][] {first.places[l], second.places[l]}) {
                for (Place place : places) {
                    largestValues[l] = greater(largestValues[l], Math.abs(place.value));
                }
            }
            double largest = Math.max(largestValues[l], NOTHING * first.scale[law.givesVoltage() ? 0 : 1]);
            double[] begin = start.length == 0 ? before(first.places[l]) : law.controls(start);
            double[] middle = first.places[l][Radau.STAGES - 1].controls;
            if (!law.isSeen(way(begin, first.places[l], first), largest)
                    || !law.isSeen(way(middle, second.places[l], second), largest)) {
                return false;
            }
        }
        return true;
    }

    /** What controls a law where a step begins, from its first two stages. */
    private static double[] before(Place[] stages) {
        double part = Radau.at(0) / (Radau.at(1) - Radau.at(0));
        double[] before = new double[stages[0].controls.length];
        Arrays.setAll(before, k -> stages[0].controls[k] - part * (stages[1].controls[k] - stages[0].controls[k]));
        return before;
    }

    private static Law.Way way(double[] from, Place[] stages, Along along) {
        double[] to = stages[Radau.STAGES - 1].controls;
        double[] beside = new double[from.length];
        for (int i = 0; i < Radau.STAGES; i++) {
            for (int k = 0; k < beside.length; k++) {
                double straight = from[k] + Radau.at(i) * (to[k] - from[k]);
                beside[k] = Math.max(beside[k], Math.abs(stages[i].controls[k] - straight));
            }
        }
        return new Law.Way(from, to, beside, along.start, along.end);
    }

    /**
     * What kinks may make of a step: how far slopes are from what is foreseen, by how far controls move, squared, for a step is about as
     * long as they move; each beside the largest there was.
     *
     * @param whole along the step
     * @param first along its first half
     * @param second along its second half
     * @param start the unknowns at its start; empty where they may have jumped there
     * @param time when it starts
     */
    double size(Along whole, Along first, Along second, double[] start, double time) {
        double worst = 0;
        for (int l = 0; l < laws.size(); l++) {
            Place begin = start.length == 0 ? null : place(laws.get(l), start, Math.nextUp(time));
            for (int k = 0; k < largestControls[l].length; k++) {
                double apart = begin == null ? 0 : apart(whole.places[l], begin, 0, k);
                double low = whole.places[l][0].controls[k];
                double high = low;
                for (int i = 0; i < Radau.STAGES; i++) {
                    apart = Math.max(apart, apart(whole.places[l], first.places[l][i], Radau.at(i) / 2, k));
                    apart = Math.max(apart, apart(whole.places[l], second.places[l][i], 0.5 + Radau.at(i) / 2, k));
                    low = Math.min(low, first.places[l][i].controls[k]);
                    high = Math.max(high, first.places[l][i].controls[k]);
                    low = Math.min(low, second.places[l][i].controls[k]);
                    high = Math.max(high, second.places[l][i].controls[k]);
                    largestSlopes[l][k] = greater(largestSlopes[l][k], Math.abs(second.places[l][i].slopes[k]));
                    largestSlopes[l][k] = greater(largestSlopes[l][k], Math.abs(first.places[l][i].slopes[k]));
                }
                largestControls[l][k] = Math.max(largestControls[l][k], Math.max(Math.abs(low), Math.abs(high)));
                double moved = (high - low) / largestControls[l][k];
                double size = apart / largestSlopes[l][k] * moved * moved;
                // Where all is nothing, or a law has no value, there is nothing to be told.
                worst = size > worst && Double.isFinite(size) ? size : worst;
            }
        }
        return worst;
    }

    private static double greater(double one, double other) {
        return other > one && Double.isFinite(other) ? other : one;
    }

    /** How far a slope is from what the polynomial through the stages foresees. */
    private static double apart(Place[] stages, Place there, double part, int control) {
        double foreseen = 0;
        for (int j = 0; j < stages.length; j++) {
            foreseen += Radau.polynomial(j, part) * stages[j].slopes[control];
        }
        return Math.abs(there.slopes[control] - foreseen);
    }
}
