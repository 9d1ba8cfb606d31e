package org.ansatz.field.circuit.simulation;

/**
 * A p-n junction: its current, an exponential, and the charge of its depletion layer (P. Antognetti, G. Massobrio, Semiconductor
 * Device Modeling with SPICE, 1993, chapter 1). What was found last stands in its fields.
 */
final class Junction {

    /** k T / q at 27 °C, in volts, of the constants that the SI of 2019 fixes. */
    static final double THERMAL = 1.380649e-23 / 1.602176634e-19 * 300.15;

    private final double saturation;
    private final double steepness;
    private final double critical;
    private final double[] before = new double[Radau.STAGES];

    /** The current in amperes. */
    double current;

    /** The slope of the current in siemens. */
    double slope;

    /**
     * A junction.
     *
     * @param saturation its saturation current in amperes
     * @param emission its emission coefficient
     */
    Junction(double saturation, double emission) {
        this.saturation = saturation;
        steepness = emission * THERMAL;
        critical = steepness * Math.log(steepness / (Math.sqrt(2) * saturation));
    }

    /**
     * The voltage at which it is taken: that of the unknowns, unless this is far up the exponential from where it was before; then one
     * whose logarithm goes as far (L. W. Nagel, SPICE2, UCB/ERL M520, 1975, 4.1).
     */
    double limited(double volts, Sums sums) {
        double old = before[sums.lane];
        double taken = volts;
        if (sums.limits && volts > critical && Math.abs(volts - old) > 2 * steepness) {
            double ratio = old > 0 ? 1 + (volts - old) / steepness : volts / steepness;
            taken = ratio <= 0 ? critical : (old > 0 ? old : 0) + steepness * Math.log(ratio);
            sums.isLimited = true;
        }
        before[sums.lane] = taken;
        return taken;
    }

    /** Finds its current and slope. */
    void at(double volts) {
        double exponential = Math.exp(volts / steepness);
        current = saturation * Math.expm1(volts / steepness);
        slope = saturation / steepness * exponential;
    }
}
