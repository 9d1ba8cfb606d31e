package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Legs that end at these times besides.
 *
 * @param whole the legs without them
 * @param times in the order in which they come: just before and just after each place where a solution passes a jump or a kink in the
 *     unknowns
 */
record SplitLegs(Legs whole, List<Double> times) implements Legs {

    /** A leg that would be shorter than this part of the whole is none. */
    private static final double SHORTEST = 1e-13;

    /** By how many of its lengths a leg across a switch is longer on either side in the other solution. */
    private static final double WIDER = 4;

    /** Copies the list. */
    SplitLegs {
        times = List.copyOf(times);
    }

    /** A switch is passed in a leg that is much longer, so that the difference shows what a step across it may cost. */
    @Override
    public Legs otherwise() {
        List<Double> wider = new ArrayList<>();
        for (int i = 0; i + 1 < times.size(); i += 2) {
            double across = times.get(i + 1) - times.get(i);
            wider.add(times.get(i) - WIDER * across);
            wider.add(times.get(i + 1) + WIDER * across);
        }
        return new SplitLegs(whole.otherwise(), wider);
    }

    @Override
    public List<Leg> between(double start, double end) {
        List<Leg> legs = new ArrayList<>();
        double shortest = SHORTEST * Math.abs(end - start);
        for (Leg leg : whole.between(start, end)) {
            double from = leg.from();
            boolean down = leg.to() < leg.from();
            for (int i = 0; i < times.size(); i++) {
                double at = times.get(i);
                double past = down ? from - at : at - from;
                double left = down ? at - leg.to() : leg.to() - at;
                if (past > shortest && left > shortest) {
                    legs.add(new Leg(from, at, leg.longestStep(), leg.first(), leg.last()));
                    from = at;
                }
            }
            legs.add(new Leg(from, leg.to(), leg.longestStep(), leg.first(), leg.last()));
        }
        return legs;
    }
}
