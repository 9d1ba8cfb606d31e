package org.ansatz.field.circuit.analysis;

import org.ansatz.field.circuit.netlist.Measurement;

/** What curves are measured along: time, the frequency, or the value of a source. It rises. */
interface Along {

    /** The first place at which a curve can be looked at. */
    double least();

    /** The first place that is shown. */
    double from();

    /** The last one. */
    double to();

    /** The symbol of its unit. */
    String unit();

    /** Places between two, and these, at which curves are looked at first. */
    double[] points(double from, double to);

    /** A curve. */
    Waveforms.Curve curve(Measurement.Quantity quantity);

    /** Places that lie evenly. */
    static double[] even(double from, double to, int panels) {
        double[] points = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            points[i] = i == panels ? to : from + (to - from) * i / panels;
        }
        return points;
    }
}
