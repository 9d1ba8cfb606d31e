package org.ansatz.expression.program;

import java.util.Arrays;
import java.util.BitSet;
import org.ansatz.expression.value.NearOne;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a program while it runs, for several points side by side. A number that is NaN is not known to the program: what
 * rests on it must be evaluated otherwise. Used by one thread.
 */
public final class Lanes {

    /** Moves results by what rounding may have changed. */
    public interface Rounding {
        /** Moves the numbers from one place up to another. */
        void move(double[] numbers, int from, int to);
    }

    private final double[] numbers;
    private final int width;
    private final @Nullable Rounding rounding;

    /**
     * Room for a program.
     *
     * @param places how many places it has
     * @param width how many points stand side by side
     * @param rounding what happens to each result that is rounded, or null
     */
    Lanes(int places, int width, @Nullable Rounding rounding) {
        numbers = new double[places * width];
        this.width = width;
        this.rounding = rounding;
    }

    /** How many points stand side by side. */
    public int width() {
        return width;
    }

    /** All numbers: those of a place stand in a row, from {@link #from} on. */
    public double[] numbers() {
        return numbers;
    }

    /** Where the numbers of a place begin. */
    public int from(int place) {
        return place * width;
    }

    /** The number of a point in a place. */
    public double at(int place, int lane) {
        return numbers[place * width + lane];
    }

    /** The distance from 1 of the number of a point in a place of a block. */
    public double distance(Block block, int place, int lane) {
        switch (block.kind()) {
            case NEAR:
            case RATIONAL:
                return at(place + block.toDistance(), lane);
            case EXACT:
                return NearOne.ofExact(at(place, lane));
            default:
                return Double.NaN;
        }
    }

    /** Sets an entry of a block for a point. */
    public void set(Block block, int entry, int lane, double x, double fromOne) {
        numbers[from(block.place(entry)) + lane] = x;
        if (block.kind().hasDistance()) {
            numbers[from(block.place(entry) + block.toDistance()) + lane] = fromOne;
        }
    }

    /** Sets an entry of a block for all points. */
    public void fill(Block block, int entry, double x, double fromOne) {
        int from = from(block.place(entry));
        Arrays.fill(numbers, from, from + width, x);
        if (block.kind().hasDistance()) {
            int near = from(block.place(entry) + block.toDistance());
            Arrays.fill(numbers, near, near + width, fromOne);
        }
    }

    /** Moves entries of a block that were just computed, where roundings are simulated. */
    void round(Block block, BitSet entries) {
        if (rounding == null) {
            return;
        }
        for (int first = entries.nextSetBit(0); first >= 0; ) {
            int end = entries.nextClearBit(first);
            rounding.move(numbers, from(block.place(first)), from(block.place(end)));
            if (block.kind().hasDistance()) {
                int behind = block.toDistance();
                rounding.move(numbers, from(block.place(first) + behind), from(block.place(end) + behind));
            }
            first = entries.nextSetBit(end);
        }
    }

    /**
     * Copies entries of a block.
     *
     * @param out whether they are copied from here to {@code other}, and not back
     * @return where the next begin there
     */
    int copy(Block block, BitSet entries, double[] other, int at, boolean out) {
        int next = at;
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            next = copy(from(block.place(entry)), other, next, out);
            if (block.kind().hasDistance()) {
                next = copy(from(block.place(entry) + block.toDistance()), other, next, out);
            }
        }
        return next;
    }

    private int copy(int from, double[] other, int at, boolean out) {
        if (out) {
            System.arraycopy(numbers, from, other, at, width);
        } else {
            System.arraycopy(other, at, numbers, from, width);
        }
        return at + width;
    }
}
