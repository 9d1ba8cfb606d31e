package org.ansatz.expression.evaluation;

import java.util.Arrays;
import org.ansatz.expression.program.Program;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A term around a point, of which one entry at a time is moved. All that does not rest on that entry is computed once; the rest is
 * put back before another is moved.
 */
final class Line {

    /** How many points stand side by side: as many as a difference of high order takes. */
    static final int WIDTH = 8;

    private final Value point;
    private final @Nullable Batch batch;
    private final Term term;
    private int moved = -1;

    /** The value at the point itself, once it is known. */
    private double here = Double.NaN;

    private Program.@Nullable Part part;

    /** What that part computes at the point itself; nothing where the part is all of the program. */
    private double @Nullable [] still;

    /**
     * A term around a point.
     *
     * @param batch a program for it, or null if there is none
     */
    Line(Value point, @Nullable Batch batch, Term term) {
        this.point = point;
        this.batch = batch;
        this.term = term;
    }

    boolean isAround(Value other) {
        return point == other;
    }

    /** The values where one entry of the point has each of these; NaN where they are not known. */
    double[] along(int entry, double[] values) {
        double[] found = new double[values.length];
        if (batch == null) {
            Arrays.fill(found, Double.NaN);
            return found;
        }
        Program.Part resting = move(batch, entry);
        if (values.length == 1 && isHere(entry, values[0])) {
            found[0] = here;
            return found;
        }
        for (int from = 0; from < values.length; from += WIDTH) {
            int used = Math.min(WIDTH, values.length - from);
            for (int lane = 0; lane < WIDTH; lane++) {
                batch.set(0, entry, lane, values[from + Math.min(lane, used - 1)]);
            }
            batch.run(resting, used, term);
            for (int lane = 0; lane < used; lane++) {
                found[from + lane] = batch.number(0, lane);
            }
        }
        return found;
    }

    private boolean isHere(int entry, double x) {
        Value value = point instanceof Value.Array array ? array.entries().get(entry) : point;
        return value instanceof Value.Real real && real.x() == x && !real.isNearOne();
    }

    private Program.Part move(Batch program, int entry) {
        Program.Part before = part;
        if (before != null && moved == entry) {
            return before;
        }
        if (before != null) {
            if (still != null) {
                program.restore(before, still);
            }
            program.fill(0, moved, point);
        } else {
            program.fill(0, point);
        }
        Program.Part next = program.restingOn(0, entry);
        if (!program.isWhole(next)) {
            if (before == null) {
                program.run(1, term);
                here = program.number(0, 0);
            }
            still = program.saved(next);
        }
        part = next;
        moved = entry;
        return next;
    }
}
