package org.ansatz.field.circuit.analysis;

import java.util.Arrays;
import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.netlist.Measurement;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.solution.PhasorSolution;

/** Curves over the frequency, looked at where their card shows them, and at {@value OverTime#LEAST_PANELS} places at least. */
record OverFrequency(PhasorSolution solution, Analysis.Frequencies frequencies) implements Along {

    @Override
    public double least() {
        return frequencies.from();
    }

    @Override
    public double from() {
        return frequencies.from();
    }

    @Override
    public double to() {
        return frequencies.to();
    }

    @Override
    public String unit() {
        return "Hz";
    }

    @Override
    public double[] points(double from, double to) {
        int panels = Math.max(OverTime.LEAST_PANELS, frequencies.points());
        if (frequencies.spacing() == Analysis.Spacing.LINEAR) {
            return Along.even(from, to, panels);
        }
        double[] points = Along.even(Math.log(from), Math.log(to), panels);
        for (int i = 0; i < points.length; i++) {
            points[i] = i == 0 ? from : i == panels ? to : Math.exp(points[i]);
        }
        return points;
    }

    private Phasor phasor(Probe probe, double f) {
        return Analyses.phasor(solution, probe, 2 * Math.PI * f);
    }

    @Override
    public Waveforms.Curve curve(Measurement.Quantity quantity) {
        Probe probe = quantity.probe();
        switch (quantity.part()) {
            case DECIBELS:
                return f -> 20 * Math.log10(phasor(probe, f).magnitude());
            case DEGREES:
                return angle(probe);
            case REAL:
                return f -> phasor(probe, f).re();
            case IMAGINARY:
                return f -> phasor(probe, f).im();
            default:
                return f -> phasor(probe, f).magnitude();
        }
    }

    /** Goes on from the first frequency over the points, and from the nearest point below to where it is looked at. */
    private Waveforms.Curve angle(Probe probe) {
        double[] points = points(from(), to());
        double[] degrees = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double own = degrees(probe, points[i]);
            degrees[i] = i == 0 ? own : near(own, degrees[i - 1]);
        }
        return f -> {
            int found = Arrays.binarySearch(points, f);
            int below = Math.max(0, found >= 0 ? found : -found - 2);
            return near(degrees(probe, f), degrees[below]);
        };
    }

    private double degrees(Probe probe, double f) {
        Phasor phasor = phasor(probe, f);
        return Math.toDegrees(Math.atan2(phasor.im(), phasor.re()));
    }

    /** An angle, and as many turns as bring it next to another. */
    private static double near(double degrees, double other) {
        return degrees - 360 * Math.rint((degrees - other) / 360);
    }
}
