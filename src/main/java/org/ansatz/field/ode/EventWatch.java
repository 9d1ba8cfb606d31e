package org.ansatz.field.ode;

import org.ansatz.field.ode.InitialValueProblem.Event;

/** Looks for the first change of an event's sign along the steps of a solution. */
final class EventWatch {

    private static final int MAX_HALVINGS = 100;

    private final Event event;
    private final double interval;
    private final double tolerance;
    private double sign;
    private double found = Double.NaN;

    /**
     * A watch that has seen nothing yet.
     *
     * @param initial state at the start
     * @param interval the longest stretch in which a sign is not looked at
     * @param tolerance to which an event is located in t
     */
    EventWatch(Event event, double start, double[] initial, double interval, double tolerance) {
        this.event = event;
        this.interval = interval;
        this.tolerance = tolerance;
        sign = Math.signum(event.value(start, initial));
    }

    /** Whether the event occurs in this step, the next one after the last that was looked at. */
    boolean occursIn(CollocationStep step, Radau method) {
        int parts = (int) Math.ceil(Math.abs(step.length()) / interval);
        double low = step.start();
        for (int i = 1; i <= parts; i++) {
            double high = i == parts ? step.end() : step.start() + step.length() * i / parts;
            double there = Math.signum(event.value(high, step.at(high)));
            if (sign != 0 && there != 0 && there != sign) {
                found = located(step, method, low, high);
                return true;
            }
            sign = there == 0 ? sign : there;
            low = high;
        }
        return false;
    }

    /** By bisection. */
    private double located(CollocationStep step, Radau method, double before, double after) {
        double low = before;
        double high = after;
        for (int i = 0; i < MAX_HALVINGS && Math.abs(high - low) > tolerance; i++) {
            double middle = (low + high) / 2;
            if (Math.signum(event.value(middle, method.within(step, middle))) == sign) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Where the event occurs, NaN if it does not. */
    double found() {
        return found;
    }
}
