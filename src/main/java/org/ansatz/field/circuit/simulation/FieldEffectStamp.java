package org.ansatz.field.circuit.simulation;

import org.ansatz.field.circuit.netlist.Semiconductor;

/**
 * The channel of a field-effect transistor after H. Shichman and D. A. Hodges (IEEE J. Solid-State Circuits 3, 1968, 285): quadratic in
 * saturation, the same either way round. Junctions, capacitances and series resistances are stamps of their own.
 */
final class FieldEffectStamp implements Stamp {

    private final int drain;
    private final int gate;
    private final int source;
    private final int bulk;
    private final double sign;
    private final double factor;
    private final double threshold;
    private final double lambda;
    private final double bodyEffect;
    private final double surface;
    private final Slopes forwards;
    private final Slopes backwards;
    private final double[][] before = new double[Radau.STAGES][2];
    private double overTaken;
    private double alongTaken;
    private double intoDrain;

    /** Where the current from one end of the channel to the other enters the matrices. */
    private record Slopes(Transfer gate, Transfer along, Transfer body) {
        static Slopes of(Layout layout, int from, int to, int gate, int bulk) {
            return new Slopes(
                    new Transfer(layout, from, to, gate, to),
                    new Transfer(layout, from, to, from, to),
                    new Transfer(layout, from, to, bulk, to));
        }
    }

    /** The channel of a transistor with an insulated gate, between inner nodes. */
    FieldEffectStamp(Layout layout, Semiconductor.InsulatedGate transistor, int drain, int source) {
        this(
                layout,
                new int[] {drain, layout.node(transistor.gate()), source, layout.node(transistor.bulk())},
                transistor.model().kind().isReversed(),
                transistor.model().value("KP")
                        * transistor.width()
                        / (transistor.length() - 2 * transistor.model().value("LD")),
                transistor.model().value("VTO"),
                transistor.model().value("LAMBDA"),
                transistor.model().value("GAMMA"),
                transistor.model().value("PHI"));
    }

    /** The channel of a junction transistor, between inner nodes: β (v_GS − V_T)² is half of twice β. */
    FieldEffectStamp(Layout layout, Semiconductor.JunctionGate transistor, int drain, int source) {
        this(
                layout,
                new int[] {drain, layout.node(transistor.gate()), source, source},
                transistor.model().kind().isReversed(),
                2 * transistor.area() * transistor.model().value("BETA"),
                // SPICE's threshold of a p-channel junction transistor is negative, too.
                transistor.model().kind().isReversed()
                        ? -transistor.model().value("VTO")
                        : transistor.model().value("VTO"),
                transistor.model().value("LAMBDA"),
                0,
                1);
    }

    private FieldEffectStamp(
            Layout layout,
            int[] nodes,
            boolean reversed,
            double factor,
            double threshold,
            double lambda,
            double bodyEffect,
            double surface) {
        drain = nodes[0];
        gate = nodes[1];
        source = nodes[2];
        bulk = nodes[3];
        sign = reversed ? -1 : 1;
        this.factor = factor;
        this.threshold = sign * threshold;
        this.lambda = lambda;
        this.bodyEffect = bodyEffect;
        this.surface = surface;
        forwards = Slopes.of(layout, drain, source, gate, bulk);
        backwards = Slopes.of(layout, source, drain, gate, bulk);
    }

    @Override
    public void add(Sums sums) {
        double gateSource = sign * sums.between(gate, source);
        double drainSource = sign * sums.between(drain, source);
        limit(gateSource, drainSource, sums);
        boolean isForwards = alongTaken >= 0;
        int from = isForwards ? drain : source;
        int to = isForwards ? source : drain;
        double along = Math.abs(alongTaken);
        double byBody = sign * sums.between(bulk, to);
        double root = Math.sqrt(surface);
        double depth = byBody <= 0 ? Math.sqrt(surface - byBody) : Math.max(0, root - byBody / (2 * root));
        double gateTaken = isForwards ? overTaken : overTaken - alongTaken;
        double over = gateTaken - threshold - bodyEffect * (depth - root);
        if (over <= 0) {
            intoDrain = 0;
            return;
        }
        double longer = factor * (1 + lambda * along);
        double current;
        double byGate;
        double byAlong;
        if (over <= along) {
            current = longer * over * over / 2;
            byGate = longer * over;
            byAlong = lambda * factor * over * over / 2;
        } else {
            current = longer * along * (over - along / 2);
            byGate = longer * along;
            byAlong = longer * (over - along) + lambda * factor * along * (over - along / 2);
        }
        current += byGate * (sign * sums.between(gate, to) - gateTaken)
                + byAlong * (sign * sums.between(from, to) - along);
        double bodySlope = byBody <= 0 ? bodyEffect / (2 * depth) : depth > 0 ? bodyEffect / (2 * root) : 0;
        Slopes slopes = isForwards ? forwards : backwards;
        sums.current(from, to, sign * current);
        slopes.gate.add(sums.slope, byGate);
        slopes.along.add(sums.slope, byAlong);
        slopes.body.add(sums.slope, byGate * bodySlope);
        intoDrain = isForwards ? sign * current : -sign * current;
    }

    /**
     * The voltages at which it is taken: those of the unknowns, unless they go too far at once from where they were before (SPICE3's
     * {@code DEVfetlim} and {@code DEVlimvds}).
     */
    private void limit(double gateSource, double drainSource, Sums sums) {
        double[] old = before[sums.lane];
        double along = drainSource;
        double over = gateSource;
        if (old[1] >= 0) {
            over = gateLimited(gateSource, old[0]);
            along = alongLimited(over - (gateSource - drainSource), old[1]);
        } else {
            double gateDrain = gateLimited(gateSource - drainSource, old[0] - old[1]);
            along = -alongLimited(-(gateSource - gateDrain), -old[1]);
            over = gateDrain + along;
        }
        double moved = !sums.limits ? 0 : Math.abs(over - gateSource) + Math.abs(along - drainSource);
        if (moved > 1e-12 * (Math.abs(gateSource) + Math.abs(drainSource))) {
            sums.isLimited = true;
            overTaken = over;
            alongTaken = along;
        } else {
            overTaken = gateSource;
            alongTaken = drainSource;
        }
        old[0] = overTaken;
        old[1] = alongTaken;
    }

    private double gateLimited(double volts, double old) {
        double far = Math.abs(2 * (old - threshold)) + 2;
        double near = Math.abs(old - threshold) + 1;
        double step = volts - old;
        if (old < threshold) {
            double on = threshold + 0.5;
            return step <= 0 ? Math.max(volts, old - far) : volts <= on ? Math.min(volts, old + near) : on;
        }
        if (old < threshold + 3.5) {
            return step <= 0 ? Math.max(volts, threshold - 0.5) : Math.min(volts, threshold + 4);
        }
        if (step > 0) {
            return Math.min(volts, old + far);
        }
        return volts >= threshold + 3.5 ? Math.max(volts, old - near) : Math.max(volts, threshold + 2);
    }

    private static double alongLimited(double volts, double old) {
        if (old >= 3.5) {
            return volts > old ? Math.min(volts, 3 * old + 2) : volts < 3.5 ? Math.max(volts, 2) : volts;
        }
        return volts > old ? Math.min(volts, 4) : Math.max(volts, -0.5);
    }

    @Override
    public double current(int terminal, Sums sums, double[] growth) {
        return terminal == 0 ? intoDrain : terminal == 2 ? -intoDrain : 0;
    }

    @Override
    public int terminal() {
        return drain;
    }
}
