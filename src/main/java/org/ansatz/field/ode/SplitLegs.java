package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Legs that end before and after some stretches besides.
 *
 * @param whole the legs without them
 * @param stretches in the order in which they come
 * @param isOther whether these are the legs of the other solution
 */
record SplitLegs(Legs whole, List<Stretch> stretches, boolean isOther) implements Legs {

    /** A leg that would be shorter than this part of the whole is none. */
    private static final double SHORTEST = 1e-13;

    /** By how many of its lengths a leg across a jump is longer on either side in the other solution. */
    private static final double WIDER = 4;

    /**
     * Where a solution passes what its steps would not see.
     *
     * @param times at which a leg ends and another begins, in the order in which they come: before and after a jump or a kink, of a pulse
     *     also between
     * @param isPulse whether it is one
     */
    record Stretch(List<Double> times, boolean isPulse) {

        /** Copies the list. */
        Stretch {
            times = List.copyOf(times);
        }

        /** In the other solution a jump is passed in a leg that is longer on either side, a pulse in half as many. */
        List<Double> otherwise() {
            double before = times.get(0);
            double after = times.get(times.size() - 1);
            if (!isPulse) {
                double beside = WIDER * (after - before);
                return List.of(before - beside, after + beside);
            }
            List<Double> fewer = new ArrayList<>();
            for (int i = 0; i < times.size() - 1; i += 2) {
                fewer.add(times.get(i));
            }
            fewer.add(after);
            return fewer;
        }
    }

    /** Copies the list. */
    SplitLegs {
        stretches = List.copyOf(stretches);
    }

    /** The legs of the other solution are longer, so that the difference shows what a step across a place may cost. */
    @Override
    public Legs otherwise() {
        return new SplitLegs(whole.otherwise(), stretches, !isOther);
    }

    @Override
    public List<Leg> between(double start, double end) {
        List<Leg> legs = new ArrayList<>();
        double shortest = SHORTEST * Math.abs(end - start);
        for (Leg leg : whole.between(start, end)) {
            double from = leg.from();
            boolean down = leg.to() < leg.from();
            for (Stretch stretch : stretches) {
                for (double at : isOther ? stretch.otherwise() : stretch.times()) {
                    double past = down ? from - at : at - from;
                    double left = down ? at - leg.to() : leg.to() - at;
                    if (past > shortest && left > shortest) {
                        legs.add(new Leg(from, at, leg.longestStep(), leg.first(), leg.last()));
                        from = at;
                    }
                }
            }
            legs.add(new Leg(from, leg.to(), leg.longestStep(), leg.first(), leg.last()));
        }
        return legs;
    }
}
