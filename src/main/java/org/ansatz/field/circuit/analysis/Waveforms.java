package org.ansatz.field.circuit.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.netlist.Measurement;
import org.ansatz.field.circuit.netlist.Measurement.Crossing;
import org.ansatz.field.circuit.netlist.Measurement.Edge;
import org.ansatz.field.circuit.netlist.Measurement.Instant;
import org.ansatz.field.circuit.netlist.Probe;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * What is measured of an analysis: numbers that stand for a curve, places at which it passes a value, harmonics. Between the
 * points of what they are measured {@link Along}, curves are looked at more closely: extremes by golden sections, crossings by
 * halving, integrals by Gauss and Legendre's rule with five points. What is narrower than a distance of these points may be
 * overlooked.
 */
final class Waveforms {

    private static final int HALVINGS = 60;
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The points of the rule for each panel. */
    private static final int POINTS = 5;

    private final Along along;

    Waveforms(Along along) {
        this.along = along;
    }

    /** What is looked at. */
    interface Curve {
        /** The value at a place. */
        double at(double place);
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
            return new Result(instant(delay.to(), measurement) - instant(delay.from(), measurement), along.unit());
        }
        Measurement.At at = (Measurement.At) of;
        double t = instant(at.when(), measurement);
        Measurement.Quantity quantity = at.quantity();
        return quantity == null
                ? new Result(t, along.unit())
                : new Result(along.curve(quantity).at(t), quantity.unit());
    }

    // ---- numbers for a curve

    private Result whole(Measurement.Whole whole) {
        double from = Double.isNaN(whole.from()) ? along.from() : whole.from();
        double to = Double.isNaN(whole.to()) ? along.to() : whole.to();
        if (!(isInside(from) && from < to && isInside(to))) {
            throw new ArithmeticException("it is measured from " + in(from) + " to " + in(to) + ", and " + range());
        }
        double[] times = along.points(from, Math.min(to, along.to()));
        Curve curve = along.curve(whole.quantity());
        String unit = whole.quantity().unit();
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
                return new Result(integral(curve, times), unit + " " + along.unit());
        }
    }

    private boolean isInside(double place) {
        return place >= along.least() && place <= along.to() + 1e-12 * Math.abs(along.to());
    }

    private String in(double place) {
        return place + " " + along.unit();
    }

    private String range() {
        return "the analysis goes from " + in(along.least()) + " to " + in(along.to());
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
        if (instant instanceof Measurement.Place place) {
            if (!isInside(place.at())) {
                throw new ArithmeticException(
                        measurement.name() + " is measured at " + in(place.at()) + ", and " + range());
            }
            return place.at();
        }
        Crossing crossing = (Crossing) instant;
        List<Double> found = crossings(crossing);
        int index = crossing.count() == 0 ? found.size() - 1 : crossing.count() - 1;
        if (index < 0 || index >= found.size()) {
            throw new ArithmeticException(measurement.name() + ": "
                    + crossing.quantity().name() + " passes "
                    + crossing.value() + " " + crossing.quantity().unit() + " " + word(crossing.edge()) + " "
                    + (found.size() == 1 ? "once" : found.size() + " times") + " until " + in(along.to()));
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
        Curve curve = along.curve(crossing.quantity());
        double[] times = along.points(along.from(), along.to());
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
        double[] times = along.points(Math.max(0, along.to() - 1 / fundamental), along.to());
        Curve curve = along.curve(new Measurement.Quantity(probe, Measurement.Part.VALUE));
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
