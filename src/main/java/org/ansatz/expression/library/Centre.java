package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * Values near what is asked, from which means are measured: of what varies little around a large value the integral of a density,
 * which is 1 but for rounding, would keep few digits.
 */
final class Centre {

    /** At how many outcomes it is looked whether what is asked stays near one value. */
    private static final int LOOKS = 7;

    /** Whose multiples fill the numbers from 0 to 1 evenly. */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private Centre() {}

    /** Zero where it varies as much as it is large, where the variables take single values, whose sums are exact, and where there is no value. */
    static List<Value> of(SampleSpace space) {
        List<Value> none = Collections.nCopies(space.asked().size(), Arithmetic.ZERO);
        if (Outcomes.continuous(space).isEmpty()) {
            return none;
        }
        try {
            List<double[]> looks = new ArrayList<>();
            for (int i = 0; i < LOOKS; i++) {
                looks.add(outcome(space, i));
            }
            List<Value> near = new ArrayList<>();
            for (int k = 0; k < none.size(); k++) {
                int asked = k;
                double first = looks.get(0)[k];
                near.add(new Value.Real(
                        looks.stream().allMatch(look -> 2 * Math.abs(look[asked] - first) <= Math.abs(first))
                                ? first
                                : 0));
            }
            return near;
        } catch (NoValue e) {
            return none;
        }
    }

    /** What is asked where each variable takes another of its values. */
    private static double[] outcome(SampleSpace space, int look) {
        SampleSpace at = space;
        List<Generator> sources = space.sources();
        for (int i = 0; i < sources.size(); i++) {
            at = at.with(sources.get(i), value(at.law(sources.get(i)), (0.5 + look * (i + 1) * GOLDEN_RATIO) % 1));
        }
        double[] values = new double[space.asked().size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = Arithmetic.real(at.value(space.asked().get(k)));
        }
        return values;
    }

    /** A value of a variable, a part of the way from its first to its last. */
    private static Value value(Law law, double part) {
        if (law instanceof Law.Density density) {
            double[] knots = density.distribution().knots();
            double place = part * (knots.length - 1);
            int left = (int) place;
            return new Value.Real(knots[left] + (place - left) * (knots[left + 1] - knots[left]));
        }
        List<Value> values = ((Law.Atoms) law).atoms().get().values();
        return values.get((int) (part * values.size()));
    }
}
