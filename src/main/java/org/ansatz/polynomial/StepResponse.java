package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.quantity.NoValue;

/**
 * What a stable system makes of the unit step, y(t), from the partial fractions of T(s)/s: a sum of t^k·exp(p·t). Where its slope,
 * the impulse response, is zero it turns; between two such moments it rises or falls all the time.
 */
public final class StepResponse {

    /** The slope is looked at so many times in a radian of the fastest mode. */
    private static final double LOOKS = 20;

    private static final int MAX_LOOKS = 400_000;

    /** After so many time constants of the slowest mode nothing is left that a double shows. */
    private static final double CONSTANTS = 40;

    private final Modes response;

    /** The impulse response but for an impulse at zero, which is a jump of the step response there. */
    private final Modes slope;

    private final double end;
    private final double finalValue;

    /** The moments at which the response turns, the first and the last one that matter included. */
    private final List<Double> turns = new ArrayList<>();

    /**
     * The response of a transfer function with exact coefficients.
     *
     * @throws NoValue if it does not settle
     */
    public StepResponse(Fraction transfer) {
        requireStable(transfer);
        if (transfer.numerator().degree() > transfer.denominator().degree()) {
            throw new NoValue("an improper transfer function answers a step with impulses");
        }
        Fraction integrated = transfer.times(Fraction.of(Polynomial.X).reciprocal());
        response = Modes.of(integrated);
        finalValue = transfer.numerator()
                .at(0)
                .times(transfer.denominator().at(0).reciprocal())
                .range()
                .middle();
        double fastest = 0;
        double slowest = Double.POSITIVE_INFINITY;
        for (Roots.Root pole : Roots.of(transfer.denominator())) {
            fastest = Math.max(fastest, pole.at().size());
            slowest = Math.min(slowest, -pole.at().re() / pole.multiplicity());
        }
        slope = Modes.of(transfer);
        end = Double.isInfinite(slowest) ? 0 : CONSTANTS / slowest;
        double looks = end * fastest * LOOKS;
        if (looks > MAX_LOOKS) {
            throw new NoValue(
                    "the poles are too far apart for a response to be followed: " + fastest + " and " + slowest);
        }
        findTurns((int) looks + 1);
    }

    /** Refuses what does not settle, with its poles. */
    public static void requireStable(Fraction transfer) {
        if (transfer.denominator().degree() > 0
                && !HalfPlane.of(transfer.denominator()).isLeft()) {
            throw new NoValue("there is no steady state: not all poles have a negative real part; they are "
                    + PartialFractions.shown(Roots.of(transfer.denominator())));
        }
    }

    private double at(double t) {
        return response.at(t);
    }

    /** How wrong the response may be at a moment. */
    private double doubt(double t) {
        return response.doubt(t);
    }

    private void findTurns(int looks) {
        turns.add(0.0);
        double before = slope.at(end / looks * 1e-6);
        double start = end / looks * 1e-6;
        for (int i = 1; i <= looks; i++) {
            double t = end * i / looks;
            double now = slope.at(t);
            if (now < 0 != before < 0) {
                turns.add(crossing(slope, start, t, 0));
            }
            before = now;
            start = t;
        }
        turns.add(end);
    }

    private static double crossing(Modes modes, double from, double to, double level) {
        double low = from;
        double high = to;
        boolean below = modes.at(low) < level;
        for (int i = 0; i < 200 && Math.nextUp(low) < high; i++) {
            double middle = low + (high - low) / 2;
            if (modes.at(middle) < level == below) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Where it settles. */
    public double finalValue() {
        return finalValue;
    }

    private void requireFinalValue() {
        if (finalValue == 0) {
            throw new NoValue("the step response settles at 0, of which nothing is a part");
        }
    }

    /** By which part of the final value the response exceeds it at most; 0 if it never does. */
    public FrequencyResponse.Found overshoot() {
        requireFinalValue();
        double most = 0;
        double doubt = 0;
        for (double t : turns) {
            double over = at(t) / finalValue - 1;
            if (t < end && over > most) {
                most = over;
                doubt = doubt(t) / Math.abs(finalValue);
            }
        }
        // What the response shows above its end for roundings alone is no overshoot.
        return most <= 4 * doubt
                ? new FrequencyResponse.Found(0, doubt)
                : new FrequencyResponse.Found(most, 2 * doubt + 4 * Math.ulp(1.0));
    }

    /** The moment of the largest response. */
    public FrequencyResponse.Found peakTime() {
        requireFinalValue();
        double most = 0;
        double when = Double.NaN;
        for (double t : turns) {
            double over = at(t) / finalValue - 1;
            if (t < end && over > most + 4 * doubt(t) / Math.abs(finalValue)) {
                most = over;
                when = t;
            }
        }
        if (Double.isNaN(when)) {
            throw new NoValue("the step response never exceeds its final value, so it has no peak");
        }
        return moment(when, slope);
    }

    /** After which the response stays within this part of the final value. */
    public FrequencyResponse.Found settlingTime(double within) {
        requireFinalValue();
        for (int i = turns.size() - 2; i >= 0; i--) {
            double level = at(turns.get(i)) / finalValue - 1;
            if (Math.abs(level) > within) {
                double edge = finalValue * (1 + Math.copySign(within, level));
                return moment(crossing(response, turns.get(i), turns.get(i + 1), edge), response);
            }
        }
        return new FrequencyResponse.Found(0, 0);
    }

    /** From the first moment at 10 % of the final value to the first at 90 %. */
    public FrequencyResponse.Found riseTime() {
        requireFinalValue();
        FrequencyResponse.Found low = first(0.1);
        FrequencyResponse.Found high = first(0.9);
        return new FrequencyResponse.Found(high.value() - low.value(), high.error() + low.error());
    }

    private FrequencyResponse.Found first(double part) {
        double level = part * finalValue;
        for (int i = 0; i + 1 < turns.size(); i++) {
            double sign = Math.signum(finalValue);
            if (sign * at(turns.get(i + 1)) >= sign * level) {
                boolean already = sign * at(turns.get(i)) >= sign * level;
                return already
                        ? new FrequencyResponse.Found(turns.get(i), 0)
                        : moment(crossing(response, turns.get(i), turns.get(i + 1), level), response);
            }
        }
        throw new NoValue("the step response does not reach " + part + " of its final value");
    }

    /** A crossing is as well known as the curve there, over its slope. */
    private FrequencyResponse.Found moment(double t, Modes of) {
        double step = Math.max(1e-6 * t, 1e-9 * end);
        double steep = Math.abs(of.at(t + step) - of.at(t - step)) / (2 * step);
        double scale = of.equals(slope) ? doubt(t) * response.fastest() : doubt(t);
        return new FrequencyResponse.Found(t, 4 * scale / steep + 4 * Math.ulp(t));
    }
}
