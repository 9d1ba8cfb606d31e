package org.ansatz.field.circuit.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The switches of a circuit, and in which states they are. */
final class Switches {

    /** What controls a switch is known well enough between samples, beside the largest there was. */
    private static final double ROUGHLY = 0.02;

    /** What is as good as nothing, beside the largest voltage or current. */
    private static final double NOTHING = 1e-9;

    /** So little past where it must change, beside the largest of what controls it, may be overlooked between two stages. */
    private static final double SURE = 1e-12;

    private final List<SwitchStamp> all = new ArrayList<>();
    private int changes;

    void add(SwitchStamp stamp) {
        all.add(stamp);
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /** So often states have changed: factors that were made before no longer count. */
    int changes() {
        return changes;
    }

    /**
     * Whether what controls them lies, in half a step, about where a polynomial through the stages of the whole one has it; and whether it
     * is sure that none gets to where it must change and back between the stages.
     *
     * @param from where the half begins in the whole: 0 or a half
     */
    boolean areForeseen(Step half, Step longer, double from) {
        double[] scale = longer.largest();
        for (SwitchStamp stamp : all) {
            double apart = 0;
            double[] beyond = new double[Radau.STAGES];
            for (int i = 0; i < Radau.STAGES; i++) {
                double foreseen = 0;
                for (int j = 0; j < Radau.STAGES; j++) {
                    foreseen += Radau.polynomial(j, from + Radau.at(i) / 2) * stamp.control(longer.stage(j));
                }
                apart = Math.max(apart, Math.abs(stamp.control(half.stage(i)) - foreseen));
                beyond[i] = stamp.beyond(half.stage(i));
            }
            boolean isKnown = apart <= ROUGHLY * stamp.largest() + NOTHING * Math.max(scale[0], scale[1]);
            if (!isKnown || mayGraze(beyond, apart / stamp.largest())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether what controls a switch may get to where it must change and back between the stages of a step, none of which is there.
     *
     * @param beyond how far it is beyond that at the stages
     * @param apart how wrong the polynomial through them may be
     */
    private static boolean mayGraze(double[] beyond, double apart) {
        double most = Double.NEGATIVE_INFINITY;
        for (double at : beyond) {
            most = Math.max(most, at);
        }
        double peak = Radau.peak(beyond);
        return most <= 0 && peak + apart > 0 && peak - most + apart > SURE;
    }

    /** How far the one that must change most is beyond where it must; negative if none must. */
    double beyond(double[] x) {
        double most = Double.NEGATIVE_INFINITY;
        for (SwitchStamp stamp : all) {
            most = Math.max(most, stamp.beyond(x));
        }
        return most;
    }

    /**
     * Moves the one that must change most. One at a time: what it does may spare the others.
     *
     * @return its name; empty if none must
     */
    String change(double[] x) {
        SwitchStamp furthest = null;
        double most = 0;
        for (SwitchStamp stamp : all) {
            double beyond = stamp.beyond(x);
            if (beyond > most) {
                most = beyond;
                furthest = stamp;
            }
        }
        if (furthest == null) {
            return "";
        }
        furthest.close(!furthest.isClosed());
        changes++;
        return furthest.name();
    }

    /** Which are closed. */
    BitSet closed() {
        BitSet closed = new BitSet();
        for (int k = 0; k < all.size(); k++) {
            closed.set(k, all.get(k).isClosed());
        }
        return closed;
    }

    /** Puts them back as they were. */
    void close(BitSet closed) {
        for (int k = 0; k < all.size(); k++) {
            if (all.get(k).isClosed() != closed.get(k)) {
                all.get(k).close(closed.get(k));
                changes++;
            }
        }
    }

    /** The most changes at one instant before it is said that there is no end of them. */
    int most() {
        return 2 * all.size() + 2;
    }
}
