package org.ansatz.field.circuit.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.netlist.Measurement;
import org.ansatz.field.circuit.netlist.Measurement.Crossing;
import org.ansatz.field.circuit.netlist.Measurement.Edge;
import org.ansatz.field.circuit.netlist.Measurement.Instant;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.solution.Solution;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * What is measured of a transient: numbers that stand for a curve, instants at which it passes a value, harmonics. Between the
 * instants that the card {@code .tran} shows, and {@value #LEAST_PANELS} at least, curves are looked at more closely: extremes by
 * golden sections, crossings by halving, integrals by Gauss and Legendre's rule with five points. What is narrower than a
 * distance of these instants may be overlooked.
 */
final class Waveforms {

    private static final int LEAST_PANELS = 2000;
    private static final int HALVINGS = 60;
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The points of the rule for each panel. */
    private static final int POINTS = 5;

    private final Solution solution;
    private final Analysis.Course course;

    Waveforms(Solution solution, Analysis.Course course) {
        this.solution = solution;
        this.course = course;
    }

    private interface Curve {
        double at(double t);
    }

    private Curve curve(Probe probe) {
        return t -> (probe.isCurrent()
                        ? solution.current(probe.of(), t)
                        : solution.voltage(probe.of(), probe.against(), t))
                .value();
    }

    /** What a measurement comes to, and its unit. */
    record Result(double value, String unit) {}

    /**
     * Does a measurement.
     *
     * @throws ArithmeticException if it asks for an instant that does not come
     */
    Result of(Measurement measurement) {
        Measurement.Of of = measurement.of();
        if (of instanceof Measurement.Whole whole) {
            return whole(whole);
        } else if (of instanceof Measurement.Delay delay) {
            return new Result(instant(delay.to(), measurement) - instant(delay.from(), measurement), "s");
        }
        Measurement.At at = (Measurement.At) of;
        double t = instant(at.when(), measurement);
        Probe probe = at.probe();
        return probe == null ? new Result(t, "s") : new Result(curve(probe).at(t), probe.unit());
    }

    // ---- numbers for a curve

    private Result whole(Measurement.Whole whole) {
        double from = Double.isNaN(whole.from()) ? course.from() : whole.from();
        double to = Double.isNaN(whole.to()) ? course.stop() : whole.to();
        if (!(from >= 0 && from < to && to <= course.stop() * (1 + 1e-12))) {
            throw new ArithmeticException("it is measured from " + from + " s to " + to
                    + " s, and the transient lasts for " + course.stop() + " s");
        }
        double[] times = times(from, Math.min(to, course.stop()));
        Curve curve = curve(whole.probe());
        String unit = whole.probe().unit();
        switch (whole.kind()) {
            case MAX:
                return new Result(largest(curve, times), unit);
            case MIN:
                return new Result(-largest(t -> -curve.at(t), times), unit);
            case PP:
                return new Result(largest(curve, times) + largest(t -> -curve.at(t), times), unit);
            case AVG:
                return new Result(integral(curve, times) / (to - from), unit);
            case RMS:
                return new Result(Math.sqrt(integral(t -> curve.at(t) * curve.at(t), times) / (to - from)), unit);
            default:
                return new Result(integral(curve, times), unit + " s");
        }
    }

    private double[] times(double from, double to) {
        int panels = (int) Math.max(LEAST_PANELS, Math.ceil((to - from) / course.step()));
        double[] times = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            times[i] = i == panels ? to : from + (to - from) * i / panels;
        }
        return times;
    }

    private static double largest(Curve curve, double[] times) {
        int best = 0;
        double value = curve.at(times[0]);
        for (int i = 1; i < times.length; i++) {
            double other = curve.at(times[i]);
            if (other > value) {
                best = i;
                value = other;
            }
        }
        double low = times[Math.max(0, best - 1)];
        double high = times[Math.min(times.length - 1, best + 1)];
        for (int i = 0; i < HALVINGS && high - low > Math.ulp(high); i++) {
            double first = high - GOLDEN * (high - low);
            double second = low + GOLDEN * (high - low);
            double left = curve.at(first);
            double right = curve.at(second);
            value = Math.max(value, Math.max(left, right));
            if (left >= right) {
                high = second;
            } else {
                low = first;
            }
        }
        return value;
    }

    private static double integral(Curve curve, double[] times) {
        double sum = 0;
        for (int i = 1; i < times.length; i++) {
            sum += RULES.legendre(POINTS, times[i - 1], times[i]).integrate(curve::at);
        }
        return sum;
    }

    // ---- instants

    private double instant(Instant instant, Measurement measurement) {
        if (instant instanceof Measurement.Time time) {
            return time.t();
        }
        Crossing crossing = (Crossing) instant;
        List<Double> found = crossings(crossing);
        int index = crossing.count() == 0 ? found.size() - 1 : crossing.count() - 1;
        if (index < 0 || index >= found.size()) {
            throw new ArithmeticException(measurement.name() + ": "
                    + crossing.probe().name() + " passes "
                    + crossing.value() + " " + crossing.probe().unit() + " " + word(crossing.edge()) + " "
                    + (found.size() == 1 ? "once" : found.size() + " times") + " until " + course.stop() + " s");
        }
        return found.get(index);
    }

    private static String word(Edge edge) {
        switch (edge) {
            case RISE:
                return "upwards";
            case FALL:
                return "downwards";
            default:
                return "either way";
        }
    }

    private List<Double> crossings(Crossing crossing) {
        Curve curve = curve(crossing.probe());
        double[] times = times(course.from(), course.stop());
        List<Double> found = new ArrayList<>();
        boolean wasBelow = curve.at(times[0]) < crossing.value();
        for (int i = 1; i < times.length; i++) {
            boolean isBelow = curve.at(times[i]) < crossing.value();
            if (wasBelow != isBelow && crossing.edge() != (wasBelow ? Edge.FALL : Edge.RISE)) {
                found.add(between(times[i - 1], times[i], curve, crossing.value(), wasBelow));
            }
            wasBelow = isBelow;
        }
        return found;
    }

    private static double between(double from, double to, Curve curve, double value, boolean startsBelow) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            if (curve.at(middle) < value == startsBelow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    // ---- harmonics

    /**
     * The coefficients of Fourier's series over the last period.
     *
     * @param count how many, the mean the first of them
     */
    Harmonics harmonics(Probe probe, double fundamental, int count) {
        double[] times = times(Math.max(0, course.stop() - 1 / fundamental), course.stop());
        Curve curve = curve(probe);
        double[] cosines = new double[count];
        double[] sines = new double[count];
        cosines[0] = integral(curve, times) * fundamental;
        for (int n = 1; n < count; n++) {
            double omega = 2 * Math.PI * n * fundamental;
            cosines[n] = 2 * fundamental * integral(t -> curve.at(t) * Math.cos(omega * t), times);
            sines[n] = 2 * fundamental * integral(t -> curve.at(t) * Math.sin(omega * t), times);
        }
        return new Harmonics(cosines, sines);
    }
}
