package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.proof.Breaks;
import org.ansatz.quantity.NoValue;

/**
 * Where the body of a loop jumps or has a kink, though it does not enclose itself: as the enclosures of its parts show, and as the
 * field block knows whose solution it reads.
 */
final class BreakSearch {

    /** The cells in each of which a solution is taken to be read ever later, or ever earlier. */
    private static final int CELLS = 16;

    private final Generator variable;
    private final Interval domain;
    private final Frame frame;
    private final List<Interval> places = new ArrayList<>();

    private BreakSearch(Generator variable, Interval domain, Frame frame) {
        this.variable = variable;
        this.domain = domain;
        this.frame = frame;
    }

    /** The places in the domain of the variable, in order. */
    static List<Interval> in(Term body, Generator variable, Interval domain, Frame frame) {
        BreakSearch search = new BreakSearch(variable, domain, frame);
        search.visit(body, List.of());
        return Breaks.merged(search.places);
    }

    /**
     * Adds the places of a part that encloses itself somewhere; of another those of its parts.
     *
     * @param cases around the part, the outermost first
     */
    private void visit(Term part, List<Term.Case> cases) {
        try {
            regularity(part, Interval.of(domain.middle()));
        } catch (NoEnclosure e) {
            List<Term.Case> inside = new ArrayList<>(cases);
            if (part instanceof Term.Case one) {
                inside.add(one);
            }
            part.inside().forEach(term -> visit(term, inside));
            if (part instanceof Term.Exported exported) {
                places.addAll(landmarks(new Reading(exported, cases)));
            }
            return;
        }
        places.addAll(Breaks.in(domain, Regularity.SMOOTH, set -> {
            try {
                return regularity(part, set);
            } catch (NoEnclosure e) {
                return Regularity.PARTIAL;
            }
        }));
    }

    private Regularity regularity(Term part, Interval set) {
        return EnclosingTerms.regularity(part, set, List.of(variable), frame);
    }

    /** Where the variable is when the solution is read at its landmarks; where it cannot be read the samples say why. */
    private List<Interval> landmarks(Reading reading) {
        try {
            return crossings(reading);
        } catch (NoValue e) {
            return List.of();
        }
    }

    private List<Interval> crossings(Reading reading) {
        double[] x = new double[CELLS + 1];
        double[] at = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            x[i] = domain.low() + (domain.high() - domain.low()) * i / CELLS;
            at[i] = reading.at(bound(x[i]));
        }
        double low = Arrays.stream(at).min().orElse(Double.NaN);
        double high = Arrays.stream(at).max().orElse(Double.NaN);
        Frame middle = reading.inside(bound(domain.middle()));
        List<Interval> crossings = new ArrayList<>();
        for (double landmark : middle.block().landmarks(low, high).places()) {
            for (int i = 0; i < CELLS; i++) {
                if (at[i] < landmark != at[i + 1] < landmark) {
                    crossings.add(crossing(x[i], x[i + 1], at[i] < landmark, landmark, reading));
                }
            }
        }
        return crossings;
    }

    private Frame bound(double x) {
        return frame.with(variable.slot(), new Value.Real(x));
    }

    /** Where a solution comes to be read at a landmark, by bisection. */
    private Interval crossing(double from, double to, boolean rising, double landmark, Reading reading) {
        double low = from;
        double high = to;
        double middle = low + (high - low) / 2;
        while (middle > low && middle < high) {
            if (reading.at(bound(middle)) < landmark == rising) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return new Interval(low, high);
    }
}
