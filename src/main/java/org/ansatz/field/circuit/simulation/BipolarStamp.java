package org.ansatz.field.circuit.simulation;

import org.ansatz.field.circuit.netlist.Model;
import org.ansatz.field.circuit.netlist.Semiconductor;

/**
 * A bipolar transistor after H. K. Gummel and H. C. Poon (Bell System Technical Journal 49, 1970, 827), as SPICE has it: the current
 * between collector and emitter is divided by the normalised base charge q_b, which Early voltages and knee currents change.
 */
final class BipolarStamp implements Stamp {

    private final int collector;
    private final int base;
    private final int emitter;
    private final double sign;
    private final Model model;
    private final Junction forward;
    private final Junction reverse;
    private final Junction emitterLeakage;
    private final Junction collectorLeakage;
    private final double emitterLeaks;
    private final double collectorLeaks;
    private final double kneeForward;
    private final double kneeReverse;
    private final double earlyForward;
    private final double earlyReverse;
    private final double betaForward;
    private final double betaReverse;
    private final double transitForward;
    private final double transitReverse;
    private final Depletion emitterLayer;
    private final Depletion collectorLayer;
    private final Transfer collectorByEmitter;
    private final Transfer collectorByCollector;
    private final Transfer baseByEmitter;
    private final Transfer baseByCollector;
    private final Transfer collectorCharge;
    private final int atEmitter;
    private final int atCollector;
    private double intoCollector;
    private double intoBase;

    /** A transistor between inner nodes; its series resistances are stamps of their own. */
    BipolarStamp(Layout layout, Semiconductor.Transistor transistor, int collector, int base, int emitter) {
        this.collector = collector;
        this.base = base;
        this.emitter = emitter;
        model = transistor.model();
        double area = transistor.area();
        sign = model.kind().isReversed() ? -1 : 1;
        forward = new Junction(area * model.value("IS"), model.value("NF"));
        reverse = new Junction(area * model.value("IS"), model.value("NR"));
        emitterLeaks = area * model.value("ISE");
        collectorLeaks = area * model.value("ISC");
        emitterLeakage = new Junction(emitterLeaks, model.value("NE"));
        collectorLeakage = new Junction(collectorLeaks, model.value("NC"));
        kneeForward = 1 / (area * model.value("IKF"));
        kneeReverse = 1 / (area * model.value("IKR"));
        earlyForward = 1 / model.value("VAF");
        earlyReverse = 1 / model.value("VAR");
        betaForward = model.value("BF");
        betaReverse = model.value("BR");
        transitForward = model.value("TF");
        transitReverse = model.value("TR");
        emitterLayer = layer(area, "CJE", "VJE", "MJE");
        collectorLayer = layer(area, "CJC", "VJC", "MJC");
        collectorByEmitter = new Transfer(layout, collector, emitter, base, emitter);
        collectorByCollector = new Transfer(layout, collector, emitter, base, collector);
        baseByEmitter = new Transfer(layout, base, emitter, base, emitter);
        baseByCollector = new Transfer(layout, base, emitter, base, collector);
        collectorCharge = new Transfer(layout, base, collector, base, collector);
        atEmitter = layout.charge(base, emitter);
        atCollector = layout.charge(base, collector);
    }

    private Depletion layer(double area, String farads, String built, String grading) {
        return new Depletion(area * model.value(farads), model.value(built), model.value(grading), model.value("FC"));
    }

    @Override
    public void add(Sums sums) {
        double acrossEmitter = sign * sums.between(base, emitter);
        double acrossCollector = sign * sums.between(base, collector);
        double be = forward.limited(acrossEmitter, sums);
        double bc = reverse.limited(acrossCollector, sums);
        double furtherE = acrossEmitter - be;
        double furtherC = acrossCollector - bc;
        forward.at(be);
        reverse.at(bc);
        double f = forward.current + DiodeStamp.LEAST * be;
        double gf = forward.slope + DiodeStamp.LEAST;
        double r = reverse.current + DiodeStamp.LEAST * bc;
        double gr = reverse.slope + DiodeStamp.LEAST;

        double q1 = 1 / (1 - bc * earlyForward - be * earlyReverse);
        double root = Math.sqrt(Math.max(1 + 4 * (f * kneeForward + r * kneeReverse), 1e-20));
        double qb = q1 * (1 + root) / 2;
        double qbByE = q1 * q1 * earlyReverse * (1 + root) / 2 + q1 / root * gf * kneeForward;
        double qbByC = q1 * q1 * earlyForward * (1 + root) / 2 + q1 / root * gr * kneeReverse;

        double through = (f - r) / qb;
        double ic = through - r / betaReverse;
        double icByE = (gf - through * qbByE) / qb;
        double icByC = (-gr - through * qbByC) / qb - gr / betaReverse;
        double ib = f / betaForward + r / betaReverse;
        double ibByE = gf / betaForward;
        double ibByC = gr / betaReverse;
        if (emitterLeaks > 0) {
            emitterLeakage.at(be);
            ib += emitterLeakage.current;
            ibByE += emitterLeakage.slope;
        }
        if (collectorLeaks > 0) {
            collectorLeakage.at(bc);
            ib += collectorLeakage.current;
            ibByC += collectorLeakage.slope;
            ic -= collectorLeakage.current;
            icByC -= collectorLeakage.slope;
        }
        intoCollector = sign * (ic + icByE * furtherE + icByC * furtherC);
        intoBase = sign * (ib + ibByE * furtherE + ibByC * furtherC);
        sums.current(collector, emitter, intoCollector);
        sums.current(base, emitter, intoBase);
        collectorByEmitter.add(sums.slope, icByE);
        collectorByCollector.add(sums.slope, icByC);
        baseByEmitter.add(sums.slope, ibByE);
        baseByCollector.add(sums.slope, ibByC);

        emitterLayer.at(be);
        collectorLayer.at(bc);
        double stored = transitForward * f / qb;
        double storedByE = transitForward * (gf - f / qb * qbByE) / qb + emitterLayer.capacity;
        double storedByC = -transitForward * f / qb * qbByC / qb;
        sums.charge[atEmitter] = sign * (stored + emitterLayer.charge + storedByE * furtherE + storedByC * furtherC);
        baseByEmitter.add(sums.capacity, storedByE);
        baseByCollector.add(sums.capacity, storedByC);
        double back = transitReverse * gr + collectorLayer.capacity;
        sums.charge[atCollector] = sign * (transitReverse * r + collectorLayer.charge + back * furtherC);
        collectorCharge.add(sums.capacity, back);
    }

    @Override
    public double current(int terminal, Sums sums, double[] growth) {
        double c = intoCollector - growth[atCollector];
        double b = intoBase + growth[atEmitter] + growth[atCollector];
        return terminal == 0 ? c : terminal == 1 ? b : -c - b;
    }

    @Override
    public int terminal() {
        return collector;
    }
}
