package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows a circuit from t = 0: charges settle, then motion joins motion wherever a diode switches or a source breaks.
 * Between these the solution is exact, so that nothing but rounding adds up.
 */
final class Simulation {

    /** The most stretches between switchings; beyond it the diodes are taken to chatter. */
    static final int MOST_STRETCHES = 100_000;

    private static final int MOST_AT_ONCE = 100;

    private final Switching switching;

    /** A simulation with sources that give {@code waveforms}. */
    Simulation(Netlist netlist, List<Waveform> waveforms) {
        switching = new Switching(netlist, waveforms);
    }

    /**
     * The course from t = 0 to {@code stop}.
     *
     * @param volts the capacitors' voltages just before t = 0
     * @param longest the longest stretch, in seconds: shorter ones restart from the voltages more often
     * @throws ArithmeticException if no pattern of conduction fits, or the diodes switch too often
     */
    Trajectory run(double[] volts, double stop, double longest) {
        List<Switching.Stretch> stretches = new ArrayList<>();
        Instant at = switching.start(volts);
        at = switching.jumped(at, switching.smoothUntil(0, Math.min(stop, longest)));
        int still = 0;
        boolean switches = true;
        while (at.t() < stop) {
            double planned = Math.min(stop, at.t() + longest);
            double until = switching.smoothUntil(at.t(), planned);
            Switching.Stretch stretch = switches
                    ? switching.next(at, until)
                    : switching.continued(last(stretches).motion().pattern(), at, until);
            if (stretch.end() <= at.t()) {
                stretch = switching.next(at, until);
            }
            stretches.add(stretch);
            still = stretch.end() - at.t() < 1e-13 * stop ? still + 1 : 0;
            if (still > MOST_AT_ONCE || stretches.size() > MOST_STRETCHES) {
                throw new ArithmeticException("the diodes switch without end at t = " + at.t() + " s ("
                        + stretches.size() + " times so far)");
            }
            switches = stretch.end() < planned;
            at = at.then(stretch.end(), stretch.motion().stored(stretch.motion().state(stretch.end())));
        }
        return new Trajectory(stretches, volts, stop);
    }

    /** The largest voltage among the sources and {@code volts}. */
    double scale(double[] volts) {
        return switching.start(volts).scale();
    }

    private static Switching.Stretch last(List<Switching.Stretch> stretches) {
        return stretches.get(stretches.size() - 1);
    }

    /** The highest frequency of the sources, in hertz; 0 if all are constant. */
    double frequency() {
        return switching.frequency();
    }
}
