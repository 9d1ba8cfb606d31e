package org.ansatz.expression.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What a field block knows of its solution as a function of the one variable at which it is read: between two landmarks nothing
 * happens that is much narrower than they are apart.
 *
 * @param places values of that variable, in order
 */
public record Landmarks(List<Double> places) {

    /** Nothing is known. */
    public static final Landmarks NONE = new Landmarks(List.of());

    /** More corners are too many to be looked at one by one. */
    private static final int MOST_CORNERS = 1000;

    /** So many steps show where a solution moves fast: there they are short. */
    private static final int MOST_STEPS = 32;

    /** Copies the list. */
    public Landmarks {
        places = List.copyOf(places);
    }

    /**
     * The landmarks in an interval.
     *
     * @param corners where the solution jumps or has a kink, in any order
     * @param steps where the steps ended by which it was found, in order
     */
    public static Landmarks of(double[] corners, double[] steps, double low, double high) {
        TreeSet<Double> places = new TreeSet<>();
        addSome(within(corners, low, high), MOST_CORNERS, places);
        addSome(within(steps, low, high), MOST_STEPS, places);
        return new Landmarks(List.copyOf(places));
    }

    /** These and others. */
    public Landmarks and(Landmarks others) {
        TreeSet<Double> all = new TreeSet<>(places);
        all.addAll(others.places);
        return new Landmarks(List.copyOf(all));
    }

    private static double[] within(double[] all, double low, double high) {
        return Arrays.stream(all).filter(at -> at > low && at < high).toArray();
    }

    private static void addSome(double[] all, int most, TreeSet<Double> places) {
        int apart = (all.length + most - 1) / most;
        for (int i = apart - 1; i >= 0 && i < all.length; i += apart) {
            places.add(all[i]);
        }
    }
}
