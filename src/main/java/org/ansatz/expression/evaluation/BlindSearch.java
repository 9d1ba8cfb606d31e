package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.quantity.NoValue;

/**
 * Searches and integrals that solve a field block anew at each value that they try. Between these values nothing is known of it, unlike
 * along the variable at whose values one solution is read.
 */
final class BlindSearch {

    private static final Set<Engine> SEARCHING = Set.of(Engine.SEARCH, Engine.ROOT, Engine.QUADRATURE);

    /** Where a variable is put to see whether a solution is read elsewhere: at these parts of its interval. */
    private static final double ONE = 0.3;

    private static final double OTHER = 0.7;

    /** Intervals without an end are looked at so far. */
    private static final double FAR = 1;

    private final Generator variable;
    private final Frame one;
    private final Frame other;

    private BlindSearch(Generator variable, Frame one, Frame other) {
        this.variable = variable;
        this.one = one;
        this.other = other;
    }

    /** Whether there is one in a term. */
    static boolean isIn(Term term, Frame frame) {
        return Inside.any(term, part -> part instanceof Term.Bound bound && isBlind(bound, frame));
    }

    private static boolean isBlind(Term.Bound bound, Frame frame) {
        boolean solves = Inside.any(bound.body(), part -> part instanceof Term.Exported);
        if (!solves || !SEARCHING.contains(bound.rule().engine(bound.domains()))) {
            return false;
        }
        try {
            Frame middle = at(bound.generators(), 0.5, frame);
            for (Generator variable : bound.generators()) {
                Frame one = at(List.of(variable), ONE, middle);
                Frame other = at(List.of(variable), OTHER, middle);
                if (variable.domain() instanceof RealInterval
                        && new BlindSearch(variable, one, other).isBlind(bound.body(), List.of())) {
                    return true;
                }
            }
            return false;
        } catch (NoValue e) {
            return true; // as in a search inside another: it is not told
        }
    }

    /** With variables at a part of their intervals. */
    private static Frame at(List<Generator> variables, double part, Frame around) {
        Frame frame = around;
        for (Generator variable : variables) {
            if (variable.domain() instanceof RealInterval interval) {
                Interval all = interval.enclosure(frame);
                double from = Double.isInfinite(all.low()) ? Math.min(all.high(), 0) - FAR : all.low();
                double to = Double.isInfinite(all.high()) ? Math.max(all.low(), 0) + FAR : all.high();
                frame = frame.with(variable.slot(), new Value.Real(from + part * (to - from)));
            }
        }
        return frame;
    }

    /**
     * Whether a part solves a block anew as the variable moves.
     *
     * @param cases around the part, the outermost first
     */
    private boolean isBlind(Term part, List<Term.Case> cases) {
        if (part instanceof Term.Exported exported) {
            Reading reading = new Reading(exported, cases);
            boolean moves =
                    variable.isDeclared() || cases.stream().anyMatch(this::moves) || moves(exported.arguments());
            return moves && !isReadAlong(reading);
        }
        List<Term.Case> inside = new ArrayList<>(cases);
        if (part instanceof Term.Case one) {
            inside.add(one);
        }
        return part.inside().stream().anyMatch(term -> isBlind(term, inside));
    }

    private boolean isReadAlong(Reading reading) {
        double at = reading.at(one);
        double elsewhere = reading.at(other);
        return !Double.isNaN(at) && !Double.isNaN(elsewhere) && at != elsewhere;
    }

    private boolean moves(Term.Case one) {
        return moves(one.values());
    }

    private boolean moves(List<Term> terms) {
        return terms.stream().anyMatch(term -> Inside.reads(term, List.of(variable)));
    }
}
