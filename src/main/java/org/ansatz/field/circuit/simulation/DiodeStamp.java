package org.ansatz.field.circuit.simulation;

import org.ansatz.field.circuit.netlist.Model;
import org.ansatz.field.circuit.netlist.ModelKind;
import org.ansatz.field.circuit.netlist.Semiconductor;

/** A junction diode with breakdown, series resistance, depletion and diffusion charge. */
final class DiodeStamp implements Stamp {

    /** What SPICE puts in parallel with each junction, in siemens, so that nothing floats behind blocked ones. */
    static final double LEAST = 1e-12;

    private final int anode;
    private final int cathode;
    private final Junction junction;
    private final Junction backwards;
    private final double saturation;
    private final double steepness;
    private final double breakdown;
    private final Depletion depletion;
    private final double transit;
    private final Transfer transfer;
    private final int charge;
    private double resting;

    /** A diode, whose series resistance, if it has one, is a stamp of its own between its anode and {@code inner}. */
    DiodeStamp(Layout layout, Semiconductor.Junction diode, int inner) {
        this(
                layout,
                new int[] {inner, layout.node(diode.cathode())},
                diode.area() * diode.model().value("IS"),
                diode.model().value("N"),
                diode.model().value("BV"),
                diode.area() * diode.model().value("IBV"),
                depletion(diode.model(), diode.area(), "CJO", "VJ", "M"),
                diode.model().value("TT"));
    }

    /** A junction of a field-effect transistor. */
    DiodeStamp(Layout layout, Model model, double area, int anode, int cathode, String farads) {
        this(
                layout,
                model.kind().isReversed() ? new int[] {cathode, anode} : new int[] {anode, cathode},
                area * model.value("IS"),
                1,
                Double.POSITIVE_INFINITY,
                0,
                model.kind() == ModelKind.NJF || model.kind() == ModelKind.PJF
                        ? new Depletion(area * model.value(farads), model.value("PB"), 0.5, model.value("FC"))
                        : depletion(model, area, farads, "PB", "MJ"),
                0);
    }

    private DiodeStamp(
            Layout layout,
            int[] ends,
            double saturation,
            double emission,
            double breakdownVolts,
            double breakdownAmperes,
            Depletion depletion,
            double transit) {
        anode = ends[0];
        cathode = ends[1];
        this.saturation = saturation;
        steepness = emission * Junction.THERMAL;
        junction = new Junction(saturation, emission);
        backwards = new Junction(saturation, emission);
        breakdown = Double.isInfinite(breakdownVolts)
                ? breakdownVolts
                : breakdownVolts - steepness * Math.log(breakdownAmperes / saturation);
        this.depletion = depletion;
        this.transit = transit;
        transfer = new Transfer(layout, anode, cathode, anode, cathode);
        charge = layout.charge(anode, cathode);
    }

    private static Depletion depletion(Model model, double area, String farads, String built, String grading) {
        return new Depletion(area * model.value(farads), model.value(built), model.value(grading), model.value("FC"));
    }

    @Override
    public void add(Sums sums) {
        double across = sums.between(anode, cathode);
        double volts = limited(across, sums);
        junction.at(volts);
        double stored = transit * junction.current;
        double storing = transit * junction.slope;
        double current = junction.current + LEAST * volts;
        double slope = junction.slope + LEAST;
        if (Double.isFinite(breakdown)) {
            double back = saturation * Math.exp(-(breakdown + volts) / steepness);
            current -= back;
            slope += back / steepness;
        }
        depletion.at(volts);
        resting = current + slope * (across - volts);
        sums.current(anode, cathode, resting);
        transfer.add(sums.slope, slope);
        double capacity = storing + depletion.capacity;
        sums.charge[charge] = stored + depletion.charge + capacity * (across - volts);
        transfer.add(sums.capacity, capacity);
    }

    /** Forwards the exponential of the junction is steep, and near breakdown the one that goes the other way. */
    private double limited(double across, Sums sums) {
        double volts = junction.limited(across, sums);
        double beyond = -volts - breakdown;
        double taken = Double.isFinite(breakdown) ? backwards.limited(beyond, sums) : beyond;
        return taken == beyond ? volts : -breakdown - taken;
    }

    @Override
    public double current(int terminal, Sums sums, double[] growth) {
        return resting + growth[charge];
    }

    @Override
    public int terminal() {
        return anode;
    }
}
