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
        boolean isForwards = sign * sums.between(drain, source) >= 0;
        int from = isForwards ? drain : source;
        int to = isForwards ? source : drain;
        double along = sign * sums.between(from, to);
        double byBody = sign * sums.between(bulk, to);
        double root = Math.sqrt(surface);
        double depth = byBody <= 0 ? Math.sqrt(surface - byBody) : Math.max(0, root - byBody / (2 * root));
        double over = sign * sums.between(gate, to) - threshold - bodyEffect * (depth - root);
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
        double bodySlope = byBody <= 0 ? bodyEffect / (2 * depth) : depth > 0 ? bodyEffect / (2 * root) : 0;
        Slopes slopes = isForwards ? forwards : backwards;
        sums.current(from, to, sign * current);
        slopes.gate.add(sums.slope, byGate);
        slopes.along.add(sums.slope, byAlong);
        slopes.body.add(sums.slope, byGate * bodySlope);
        intoDrain = isForwards ? sign * current : -sign * current;
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
