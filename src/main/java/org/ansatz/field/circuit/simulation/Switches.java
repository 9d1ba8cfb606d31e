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

    /** Whether what controls them lies about where a polynomial through the stages of a longer step has it, at a part of that step. */
    boolean areForeseen(double[] x, Step longer, double part) {
        double[] scale = longer.largest();
        for (SwitchStamp stamp : all) {
            double foreseen = 0;
            for (int j = 0; j < Radau.STAGES; j++) {
                foreseen += Radau.polynomial(j, part) * stamp.control(longer.stage(j));
            }
            double enough = ROUGHLY * stamp.largest() + NOTHING * Math.max(scale[0], scale[1]);
            if (!(Math.abs(stamp.control(x) - foreseen) <= enough)) {
                return false;
            }
        }
        return true;
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
