package org.ansatz.field.block;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.evaluation.Models;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * A field block as a function of the names that its text reads: solved where they have their values, and remembered by
 * those; where errors are simulated and its data are not exact, once for each simulation. What it is solved in holds no other
 * values, so it cannot rest on a name that it does not say it reads. Used by one thread.
 */
public final class SolvedBlock implements Models {

    /** So many solutions are kept: a search inside an integral, and the differences by a matrix, come back to them. */
    private static final int MAX_REMEMBERED = 64;

    /** So many values are named beside which there is no solution. */
    private static final int MAX_NAMED = 3;

    private static final int DIGITS = 4;

    private final Block block;
    private final List<Uses.Place> reads;
    private final Sample sample;
    private final List<Solution> latest = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private @Nullable List<@Nullable Value> firstData;

    SolvedBlock(Block block, List<Uses.Place> reads, Sample sample) {
        this.block = block;
        this.reads = List.copyOf(reads);
        this.sample = sample;
    }

    /**
     * The model for these values of the names that the block reads; null where a name has none.
     *
     * @param simulation of the errors of its data, 0 for none
     * @param isExact whether its data have no errors
     */
    private record Solution(List<@Nullable Value> data, long simulation, boolean isExact, Model model) {
        boolean isOf(long other) {
            return isExact || simulation == other;
        }
    }

    @Override
    public Model in(Frame frame) {
        Solution solution = solution(frame);
        frame.rounds(!solution.isExact());
        return solution.model();
    }

    private Solution solution(Frame frame) {
        for (int i = 0; i < latest.size(); i++) {
            if (latest.get(i).isOf(frame.simulation()) && isFor(latest.get(i), frame)) {
                return i == 0 ? latest.get(0) : first(latest.remove(i));
            }
        }
        List<@Nullable Value> data = new ArrayList<>(reads.size());
        for (Uses.Place place : reads) {
            Value value = frame.value(place);
            if (value != null && Arrays.isDual(value) && !block.carriesDerivatives()) {
                throw new NoValue("a derivative by " + place.name()
                        + " does not go through what the field block finds; differences(… by " + place.name()
                        + ") does");
            }
            data.add(value);
        }
        Frame alone = frame.only(reads);
        boolean isExact = block.isExact(alone);
        List<@Nullable Value> before = firstData == null ? data : firstData;
        firstData = before;
        Model model = solved(isExact ? alone : frame.onlySimulated(reads), data, before);
        return first(new Solution(data, isExact ? 0 : frame.simulation(), isExact, model));
    }

    /** The block solved; where it cannot be, the reason names what is no longer as it was when it was solved first. */
    private Model solved(Frame frame, List<@Nullable Value> data, List<@Nullable Value> before) {
        try {
            return block.solve(frame, sample);
        } catch (NoValue e) {
            String place = unlike(before, data);
            if (place.isEmpty() || e.getClass() != NoValue.class) {
                throw e;
            }
            throw new NoValue(e.reason() + ", where " + place);
        }
    }

    /** {@code R = 2.5 ohm}: the values that are others than before; empty if none is, or too many are. */
    private String unlike(List<@Nullable Value> before, List<@Nullable Value> data) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            String now = shown(data.get(i), reads.get(i));
            if (!now.isEmpty() && !now.equals(shown(before.get(i), reads.get(i)))) {
                others.add(reads.get(i).name() + " = " + now);
            }
        }
        return others.size() > MAX_NAMED ? "" : String.join(", ", others);
    }

    private static String shown(@Nullable Value value, Uses.Place place) {
        return value == null || Arrays.isDual(value) ? "" : Show.value(value, place.type(), null, DIGITS);
    }

    private Solution first(Solution solution) {
        latest.add(0, solution);
        if (latest.size() > MAX_REMEMBERED) {
            note(latest.remove(MAX_REMEMBERED), remarks);
        }
        return solution;
    }

    private boolean isFor(Solution solution, Frame frame) {
        for (int i = 0; i < reads.size(); i++) {
            Value known = solution.data().get(i);
            Value now = frame.value(reads.get(i));
            if (known != now && (known == null || now == null || !Arrays.isSame(known, now))) {
                return false;
            }
        }
        return true;
    }

    /** Adds what a solution says of itself; a simulated one says the same of other numbers. */
    private static void note(Solution solution, Set<String> all) {
        if (solution.simulation() == 0) {
            all.addAll(solution.model().remarks());
        }
    }

    /** What the solutions say of the values that were asked of them so far, each remark once. */
    public List<String> remarks() {
        Set<String> all = new LinkedHashSet<>(remarks);
        for (int i = latest.size() - 1; i >= 0; i--) {
            note(latest.get(i), all);
        }
        return List.copyOf(all);
    }
}
