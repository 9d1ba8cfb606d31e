package org.ansatz.field.circuit.simulation;

import org.ansatz.field.circuit.netlist.Component;

/** A switch in the sums: one of two conductances, as its state is. */
final class SwitchStamp implements Stamp {

    /** What passes a threshold by no more than this part of the largest there was has not passed it. */
    private static final double MARGIN = 1e-11;

    private final Component.Switch toggle;
    private final int a;
    private final int b;
    private final int plus;
    private final int minus;
    private final Transfer slope;
    private boolean isClosed;
    private double largest;

    SwitchStamp(Layout layout, Component.Switch toggle) {
        this.toggle = toggle;
        a = layout.node(toggle.plus());
        b = layout.node(toggle.minus());
        boolean byVoltage = toggle.isByVoltage();
        plus = byVoltage
                ? layout.node(toggle.by().get(0))
                : layout.branch(toggle.by().get(0));
        minus = byVoltage ? layout.node(toggle.by().get(1)) : Layout.GROUND;
        slope = new Transfer(layout, a, b, a, b);
        isClosed = toggle.startsClosed();
        largest = Math.abs(toggle.threshold()) + toggle.hysteresis();
    }

    String name() {
        return toggle.name();
    }

    boolean isClosed() {
        return isClosed;
    }

    void close(boolean closes) {
        isClosed = closes;
    }

    /** What controls it, in volts or amperes. */
    double control(double[] x) {
        return x[plus] - x[minus];
    }

    /** The largest of what controlled it so far, and of what decides. */
    double largest() {
        return largest;
    }

    /** How far what controls it is beyond where it must change, margin and all, beside the largest there was; positive if it must. */
    double beyond(double[] x) {
        double control = control(x);
        largest = Math.max(largest, Math.abs(control));
        double past = isClosed
                ? toggle.threshold() - toggle.hysteresis() - control
                : control - toggle.threshold() - toggle.hysteresis();
        return past / Math.max(largest, Double.MIN_NORMAL) - MARGIN;
    }

    private double siemens() {
        return 1 / (isClosed ? toggle.on() : toggle.off());
    }

    @Override
    public void add(Sums sums) {
        sums.current(a, b, siemens() * sums.between(a, b));
        slope.add(sums.slope, siemens());
    }

    @Override
    public double current(int terminal, Sums sums, double[] growth) {
        return siemens() * sums.between(a, b);
    }

    @Override
    public int terminal() {
        return a;
    }
}
