package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.jspecify.annotations.Nullable;

/**
 * Where along an outer random variable something can happen at all, whatever the inner ones are: X + Y &lt; 0.01 of two that are
 * uniform from 0 to 1 for X below 0.01. An integral over X that did not know that could step over all of it.
 */
final class Reach {

    /** A part of a distribution is looked at in so many parts of equal length. */
    private static final int PARTS = 64;

    /** The same where integrals stand around. */
    private static final int PARTS_NESTED = 8;

    /** Ends of what can happen are found to about a rounding. */
    private static final int HALVINGS = 52;

    /** Enclosures are wider than what they hold, so that an end may lie so much of the largest number away. */
    private static final double SLACK = 0x1p-48;

    /** Where a function is like at its edge, as a part of what is left of the part that it was looked for in. */
    private static final double INSIDE = 1e-3;

    /** How often the ranges of inner variables are halved to see that conditions cannot hold together. */
    private static final int DEEPEST = 12;

    private final SampleSpace at;
    private final List<Generator> variables = new ArrayList<>();
    private final Interval[] box;
    private final List<Term> needed;
    private final List<Edge> edges = new ArrayList<>();

    /**
     * Parts of a variable's range.
     *
     * @param parts from and to
     * @param edges where what is integrated may jump, since nothing can happen beyond
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Parts(double[][] parts, List<Edge> edges) {}

    /**
     * An edge of what can happen.
     *
     * @param inside a place near it where it can happen
     * @param slack how far it may lie from where it was found
     */
    record Edge(double inside, double slack) {}

    private Reach(SampleSpace at, Generator source, List<Generator> inside, List<Term> needed) {
        this.at = at;
        this.needed = needed;
        variables.add(source);
        variables.addAll(inside);
        box = new Interval[variables.size()];
        for (int i = 1; i < box.length; i++) {
            box[i] = range(at.law(variables.get(i)));
        }
    }

    /**
     * Parts cut where what is needed begins or ceases to be possible; the same parts where that is not seen.
     *
     * @param inside the variables further inside, which have no values yet
     * @param needed conditions all of which must hold
     */
    static Parts cut(double[][] parts, SampleSpace at, Generator source, List<Generator> inside, List<Term> needed) {
        boolean isKnown = inside.stream()
                .flatMap(inner -> inner.domain().parts().stream())
                .noneMatch(parameter -> Inside.reads(parameter, at.sources()));
        if (inside.isEmpty() || needed.isEmpty() || !isKnown) {
            return new Parts(parts, List.of());
        }
        boolean isOutermost = inside.size() + 1 == at.sources().size();
        try {
            Reach reach = new Reach(at, source, inside, needed);
            List<double[]> cut = new ArrayList<>();
            for (double[] part : parts) {
                reach.cut(part, isOutermost ? PARTS : PARTS_NESTED, cut);
            }
            return new Parts(cut.toArray(new double[0][]), reach.edges);
        } catch (NoEnclosure e) {
            return new Parts(parts, List.of());
        }
    }

    /** All values of a variable but for those beyond its knots, which are as good as impossible. */
    static Interval range(Law law) {
        if (law instanceof Law.Density density) {
            double[] knots = density.distribution().knots();
            return new Interval(knots[0], knots[knots.length - 1]);
        }
        @Nullable Interval range = null;
        for (Value value : ((Law.Atoms) law).atoms().get().values()) {
            Interval one = Interval.around(Arithmetic.real(value));
            range = range == null ? one : range.hull(one);
        }
        if (range == null) {
            throw new NoEnclosure("a variable without values");
        }
        return range;
    }

    /** Whether a variable has no values beyond its range. */
    static boolean isBounded(Law law) {
        return !(law instanceof Law.Density density)
                || density.distribution().isBoundedBelow()
                        && density.distribution().isBoundedAbove();
    }

    private boolean canHappen(double from, double to) {
        Interval[] whole = box.clone();
        whole[0] = new Interval(from, to);
        return canHappen(whole, 0);
    }

    private boolean canHappen(Interval[] values, int depth) {
        for (Term condition : needed) {
            if (!at.truth(condition, variables, values).canHold()) {
                return false;
            }
        }
        if (depth == DEEPEST || needed.size() < 2) {
            return true;
        }
        int inner = 1 + depth % (values.length - 1);
        double middle = values[inner].middle();
        Interval[] low = values.clone();
        Interval[] high = values.clone();
        low[inner] = new Interval(values[inner].low(), middle);
        high[inner] = new Interval(middle, values[inner].high());
        return canHappen(low, depth + 1) || canHappen(high, depth + 1);
    }

    private void cut(double[] part, int count, List<double[]> into) {
        double[] ends = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            ends[i] = i == count ? part[1] : part[0] + (part[1] - part[0]) * i / count;
        }
        boolean[] can = new boolean[count];
        for (int i = 0; i < count; i++) {
            can[i] = canHappen(ends[i], ends[i + 1]);
        }
        double slack = SLACK * Math.max(Math.abs(part[0]), Math.abs(part[1]));
        TreeSet<Double> cuts = new TreeSet<>(List.of(part[0], part[1]));
        for (int i = 0; i < count; i++) {
            boolean isWide = ends[i + 1] > ends[i];
            boolean isFirst = isWide && can[i] && (i == 0 || !can[i - 1]);
            boolean isLast = isWide && can[i] && (i + 1 == count || !can[i + 1]);
            // Where it can happen from the very end of a part on, there is nothing to be cut.
            if (isFirst && !canHappen(ends[i], beside(ends[i], ends[i + 1]))) {
                double begin = first(ends[i], ends[i + 1]);
                cuts.add(begin);
                edges.add(new Edge(begin + INSIDE * (ends[i + 1] - begin), slack));
            }
            if (isLast && !canHappen(beside(ends[i + 1], ends[i]), ends[i + 1])) {
                double end = last(ends[i], ends[i + 1]);
                cuts.add(end);
                edges.add(new Edge(end - INSIDE * (end - ends[i]), slack));
            }
        }
        Double before = null;
        for (double cut : cuts) {
            if (before != null && cut > before) {
                into.add(new double[] {before, cut});
            }
            before = cut;
        }
    }

    /** As near to one end as ends are found. */
    private static double beside(double end, double other) {
        double near = end + (other - end) * 0x1p-52;
        return near != end ? near : other > end ? Math.nextUp(end) : Math.nextDown(end);
    }

    /** From where on nothing can happen until the end of a part. */
    private double last(double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (canHappen(middle, to)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Up to where nothing can happen from the beginning of a part. */
    private double first(double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (canHappen(from, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
