package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Legs that end at these times besides. Where one ends so near to such a time that nothing fits between, it ends there instead.
 *
 * @param whole the legs without them
 * @param times in ascending order
 */
record LegsTo(Legs whole, List<Double> times) implements Legs {

    /** A leg that would be shorter than this part of the whole is none. */
    private static final double SHORTEST = 1e-12;

    /** Copies the list. */
    LegsTo {
        times = List.copyOf(times);
    }

    @Override
    public Legs otherwise() {
        return new LegsTo(whole.otherwise(), times);
    }

    @Override
    public List<Leg> between(double start, double end) {
        List<Leg> legs = new ArrayList<>();
        double shortest = SHORTEST * Math.abs(end - start);
        double from = start;
        for (Leg leg : whole.between(start, end)) {
            double to = leg.to();
            for (double time : times) {
                if (leg.to() != end && Math.abs(time - leg.to()) <= shortest) {
                    to = time;
                } else if (time > from && time < leg.to()) {
                    legs.add(part(leg, from, time));
                    from = time;
                }
            }
            legs.add(part(leg, from, to));
            from = to;
        }
        return legs;
    }

    private static Leg part(Leg leg, double from, double to) {
        return new Leg(from, to, leg.longestStep(), leg.first(), leg.last());
    }
}
