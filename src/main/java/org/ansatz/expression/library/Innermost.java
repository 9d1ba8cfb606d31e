package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.probability.Continuous;
import org.ansatz.proof.Outline;
import org.ansatz.proof.Zeros;
import org.ansatz.quantity.NoValue;

/**
 * The innermost random variable, all others having values: where conditions hold and sides are equal as it ranges over all of its
 * distribution, found by enclosures.
 */
final class Innermost {

    /** Parts in which it is not known whether a condition holds are halved up to so many times in all. */
    private static final int MAX_PARTS = 20_000;

    /** The same where an integral stands around. */
    private static final int MAX_PARTS_NESTED = 150;

    /** The parts in which places are looked for at which to cut. */
    private static final int MAX_CUTS = 60;

    /** Jumps and kinks are enclosed in parts so narrow, relative to the part they are found in. */
    private static final double NARROW = 0x1p-44;

    private final SampleSpace at;
    private final Generator source;
    private final Continuous distribution;
    private final List<Term> conditions;

    Innermost(SampleSpace at, Generator source, Continuous distribution, List<Term> conditions) {
        this.at = at;
        this.source = source;
        this.distribution = distribution;
        this.conditions = conditions;
    }

    /**
     * An outcome at which two sides are equal.
     *
     * @param weight the density of the variable there, over how fast the sides part
     * @param doubt a bound on the relative error of the weight
     */
    record Solution(SampleSpace at, double weight, double doubt) {}

    /** The parts between its knots. */
    static double[][] cells(Continuous distribution) {
        double[] knots = distribution.knots();
        double[][] cells = new double[knots.length - 1][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new double[] {knots[i], knots[i + 1]};
        }
        return cells;
    }

    /** Where two sides are equal. */
    List<Solution> solutions(Term difference) {
        if (!Inside.reads(difference, List.of(source))) {
            throw new NoValue(
                    "an equality of what has a density, which does not depend on the innermost random variable "
                            + source.name());
        }
        Enclosing function = at.enclosing(difference, source);
        double[] knots = distribution.knots();
        Interval domain = new Interval(knots[0], knots[knots.length - 1]);
        List<Solution> solutions = new ArrayList<>();
        for (Zeros.Zero zero : Zeros.of(function, domain).places()) {
            if (zero.kind() == Zeros.Kind.JUMP) {
                continue;
            }
            Interval place = zero.at();
            Series near = function.on(place, 1);
            double slope = near.coefficient(1).mignitude();
            if (zero.kind() != Zeros.Kind.SIMPLE || !(slope > 0)) {
                throw new NoValue("there is no density: near " + source.name() + " = " + place.middle()
                        + " the two sides touch, or are equal all over");
            }
            double x = place.middle();
            double steepest = near.coefficient(1).magnitude();
            double spread = place.width() / (knots[1] - knots[0]) * knots.length;
            solutions.add(new Solution(
                    at.with(source, new Value.Real(x)),
                    distribution.density(x) / ((slope + steepest) / 2),
                    (steepest - slope) / slope + 64 * spread + 16 * 0x1p-52));
        }
        return solutions;
    }

    /** The probabilities of what is known and of the event: differences of tails, where they hold for certain. */
    Totals probabilities(Term event, List<Term> differences, boolean isNested, double negligible) {
        double known = 0;
        double both = 0;
        double knownOpen = 0;
        double bothOpen = 0;
        PriorityQueue<Interval> open =
                new PriorityQueue<>(Comparator.comparingDouble(part -> -distribution.mass(part.low(), part.high())));
        open.addAll(cut(differences));
        int most = open.size() + (isNested ? MAX_PARTS_NESTED : MAX_PARTS);
        for (int parts = 0; !open.isEmpty(); parts++) {
            Interval part = open.remove();
            Met met = met(conditions, part);
            if (met == Met.NOWHERE) {
                continue;
            }
            Met holds = met(List.of(event), part);
            double mass = distribution.mass(part.low(), part.high());
            boolean isDecided = met == Met.EVERYWHERE && holds != Met.PERHAPS;
            double middle = part.middle();
            boolean isNarrow = mass <= negligible * both || !(middle > part.low() && middle < part.high());
            if (isDecided || isNarrow || parts >= most) {
                known += met == Met.EVERYWHERE ? mass : 0;
                knownOpen += met == Met.EVERYWHERE ? 0 : mass;
                boolean isBoth = met == Met.EVERYWHERE && holds == Met.EVERYWHERE;
                both += isBoth ? mass : 0;
                bothOpen += isBoth || holds == Met.NOWHERE ? 0 : mass;
            } else {
                open.add(new Interval(middle, part.high()));
                open.add(new Interval(part.low(), middle));
            }
        }
        double[] values = {known, both};
        return Totals.of(values).doubted(64 * 0x1p-52).plusErrors(new double[] {knownOpen, bothOpen});
    }

    /** The parts of a distribution, cut where sides that are compared may be equal. */
    List<Interval> cut(List<Term> differences) {
        return cutAt(differences.stream()
                .map(difference -> at.enclosing(difference, source))
                .toList());
    }

    /** The parts of a distribution, cut where these functions of the variable may be zero. */
    List<Interval> cutAt(List<Enclosing> functions) {
        double[] knots = distribution.knots();
        double first = knots[0];
        double end = knots[knots.length - 1];
        TreeSet<Double> ends = new TreeSet<>();
        for (double knot : knots) {
            ends.add(knot);
        }
        for (Enclosing function : functions) {
            for (Zeros.Zero zero :
                    Zeros.of(function, new Interval(first, end), MAX_CUTS).places()) {
                double room =
                        8 * Math.ulp(zero.at().magnitude()) + 2 * zero.at().width();
                ends.add(Math.max(first, zero.at().low() - room));
                ends.add(Math.min(end, zero.at().high() + room));
            }
        }
        List<Interval> parts = new ArrayList<>();
        double before = first;
        for (double next : ends) {
            if (next > before) {
                parts.add(new Interval(before, next));
                before = next;
            }
        }
        return parts;
    }

    /** Where on a part conditions are met. */
    private enum Met {
        EVERYWHERE,
        PERHAPS,
        NOWHERE
    }

    private Met met(List<Term> all, Interval part) {
        Met met = Met.EVERYWHERE;
        for (Term condition : all) {
            Enclosed.Truth truth = at.truth(condition, source, part);
            if (truth.regularity() == Regularity.NOWHERE) {
                at.with(source, new Value.Real(part.middle())).value(condition); // which says why there is none
            }
            boolean isDefined = truth.regularity().isAtLeast(Regularity.DEFINED);
            if (isDefined && !truth.canHold()) {
                return Met.NOWHERE;
            }
            met = isDefined && !truth.canFail() ? met : Met.PERHAPS;
        }
        return met;
    }

    /** Parts on which what is asked is smooth and what is known is decided, and narrow ones around all that lies between them. */
    double[][] smooth() {
        double[][] whole = cells(distribution);
        try {
            List<double[]> parts = new ArrayList<>();
            for (double[] cell : whole) {
                divide(cell[0], cell[1], NARROW * (cell[1] - cell[0]), parts);
            }
            return parts.size() > MAX_PARTS ? whole : parts.toArray(new double[0][]);
        } catch (NoEnclosure e) {
            return whole;
        }
    }

    /** The same parts, cut where what is asked stands out, as a narrow peak does: samples could step over it. */
    double[][] outlined() {
        return outlined(
                smooth(),
                at.asked().stream().map(asked -> at.enclosing(asked, source)).toList());
    }

    /** Parts cut where one of these functions of the variable stands out. */
    double[][] outlined(double[][] parts, List<Enclosing> functions) {
        List<double[]> cut = new ArrayList<>();
        for (double[] part : parts) {
            TreeSet<Double> ends = new TreeSet<>(List.of(part[0], part[1]));
            if (part[1] > part[0] && distribution.mass(part[0], part[1]) > 0) {
                Interval range = new Interval(part[0], part[1]);
                functions.forEach(function -> ends.addAll(endsOfWhatStandsOut(function, range)));
            }
            Double before = null;
            for (Double next : ends) {
                if (before != null) {
                    cut.add(new double[] {before, next});
                }
                before = next;
            }
        }
        return cut.toArray(new double[0][]);
    }

    private static List<Double> endsOfWhatStandsOut(Enclosing function, Interval part) {
        List<Double> ends = new ArrayList<>();
        try {
            for (Interval place : Outline.of(set -> function.on(set, 0), part).places()) {
                for (double end : new double[] {place.low(), place.high()}) {
                    if (end > part.low() && end < part.high()) {
                        ends.add(end);
                    }
                }
            }
        } catch (NoEnclosure e) {
            return List.of();
        }
        return ends;
    }

    private void divide(double low, double high, double least, List<double[]> parts) {
        Interval part = new Interval(low, high);
        double middle = part.middle();
        Met met = met(conditions, part);
        boolean isPlain = met == Met.EVERYWHERE && isSmooth(part);
        if (isPlain || high - low <= least || parts.size() > MAX_PARTS || !(middle > low && middle < high)) {
            parts.add(new double[] {low, high});
        } else if (met != Met.NOWHERE) {
            divide(low, middle, least, parts);
            divide(middle, high, least, parts);
        }
    }

    private boolean isSmooth(Interval part) {
        for (Term asked : at.asked()) {
            if (at.enclosing(asked, source).on(part, 0).regularity() != Regularity.SMOOTH) {
                return false;
            }
        }
        return true;
    }
}
