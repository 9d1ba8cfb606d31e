package org.ansatz.field.circuit.piecewise;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.solution.Work;

/**
 * Follows a circuit from t = 0: charges settle, then motion joins motion wherever a diode switches or a source breaks.
 * Between these the solution is exact, so that nothing but rounding adds up.
 */
final class Simulation {

    /** The most stretches, which end where a diode switches, a source breaks or its period is over. */
    static final int MAX_STRETCHES = 100_000;

    private static final int MAX_AT_ONCE = 100;

    private final Switching switching;

    /** A simulation with sources that give {@code waveforms}. */
    Simulation(Netlist netlist, List<Waveform> waveforms, Work work) {
        switching = new Switching(netlist, waveforms, work);
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
        int switchings = 0;
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
            switches = stretch.end() < planned;
            switchings += stretch.end() < until ? 1 : 0;
            if (still > MAX_AT_ONCE || stretches.size() > MAX_STRETCHES) {
                throw new ArithmeticException(tooMany(at.t(), stretches.size(), switchings, still));
            }
            at = at.then(stretch.end(), stretch.motion().stored(stretch.motion().state(stretch.end())));
        }
        return new Trajectory(stretches, volts, stop);
    }

    private String tooMany(double t, int stretches, int switchings, int still) {
        return switchings > stretches / 2 || switchings > 0 && still > 0
                ? "the diodes switch without end at t = " + (float) t + " s (" + switchings + " times so far)"
                : "the run is long for its sources: at t = " + (float) t + " s they have had " + stretches
                        + " periods or corners, and at most " + MAX_STRETCHES + " are followed";
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
