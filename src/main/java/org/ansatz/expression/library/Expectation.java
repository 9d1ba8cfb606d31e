package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.Function;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Slots;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.probability.Continuous;
import org.ansatz.proof.Zeros;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Means over a sample space as sums and integrals over its random variables, one inside the other. Where all of them are single
 * numbers with exact probabilities the result is exact. Of those with a density the innermost is dealt with otherwise: where a
 * condition holds is found by enclosures, and its probability is a difference of tails; an equality Y == b counts by its density,
 * f(x)/|dY/dx| at each solution x (Papoulis, Probability, Random Variables, and Stochastic Processes, 4th ed., eq. 5-16), which is
 * found by enclosures, too. The others are integrated over by an adaptive Gauss–Kronrod rule.
 */
final class Expectation {

    /** Parts in which it is not known whether a condition holds are halved up to so many times in all. */
    private static final int MAX_PARTS = 20_000;

    /** The same where an integral stands around. */
    private static final int MAX_PARTS_NESTED = 150;

    /** The parts in which places are looked for at which to cut. */
    private static final int MAX_CUTS = 60;

    /** A part that is less likely than this part of what is found is left open, and counts as an error. */
    private static final double NEGLIGIBLE = 0x1p-50;

    /** The same, for the error that an integral around may have. */
    private static final double NEGLIGIBLE_FOR_TOLERANCE = 1e-2;

    /** The error of an integral that is small enough, by how many stand around the innermost: each takes a hundred times the work. */
    private static final double[] TOLERANCES = {1e-12, 1e-11, 1e-8, 1e-6};

    /** Parts of a distribution that are less likely are looked at last. */
    private static final double LIKELY = 1e-13;

    /** What is left beyond the last knot of an unbounded distribution must be less than this part. */
    private static final double SETTLED = 1e-12;

    /** Jumps and kinks are enclosed in parts so narrow, relative to the part they are found in. */
    private static final double NARROW = 0x1p-44;

    private final SampleSpace space;
    private final Outcomes outcomes;
    private final @Nullable Term event;
    private final Function<List<Value>, List<Value>> quantities;
    private final int count;
    private final List<Generator> order;
    private final List<Term> differences = new ArrayList<>();
    private final @Nullable Generator last;
    private final double tolerance;
    private final double negligible;
    private final boolean isNested;

    private Expectation(
            SampleSpace space,
            Outcomes outcomes,
            @Nullable Term event,
            int count,
            Function<List<Value>, List<Value>> quantities) {
        this.space = space;
        this.outcomes = outcomes;
        this.event = event;
        this.quantities = quantities;
        this.count = count;
        outcomes.conditions().forEach(condition -> gather(condition, differences));
        if (event != null) {
            gather(event, differences);
        }
        this.last = innermost(outcomes.equality() == null ? differences : List.of(outcomes.equality()));
        int nested = Outcomes.continuous(space).size() - outcomes.fixed().size() - (last == null ? 0 : 1);
        tolerance = TOLERANCES[Math.max(0, Math.min(nested, TOLERANCES.length - 1))];
        isNested = nested > 0;
        negligible = nested == 0 ? NEGLIGIBLE : NEGLIGIBLE_FOR_TOLERANCE * tolerance;
        order = new ArrayList<>(space.sources());
        if (last != null) {
            order.remove(last);
            order.add(last);
        }
    }

    // ---- what is asked

    /** The probability of the event that is asked. */
    static Estimate probability(SampleSpace space) {
        Term event = space.asked().get(0);
        Expectation all = new Expectation(space, Outcomes.of(space, null), event, 2, values -> {
            throw new IllegalStateException();
        });
        return all.ratio(1);
    }

    /** The density of the first that is asked at the second. */
    static Estimate density(SampleSpace space, Term difference) {
        Term condition = space.condition();
        Outcomes at = Outcomes.of(space, difference);
        Estimate joint = new Expectation(space, at, null, 1, values -> List.of(Arithmetic.ONE)).total();
        if (condition == null) {
            return joint;
        }
        Estimate known =
                new Expectation(space, Outcomes.of(space, null), null, 1, values -> List.of(Arithmetic.ONE)).total();
        return quotient(joint, known);
    }

    /** The means of quantities of what is asked. */
    static List<Estimate> means(SampleSpace space, int count, Function<List<Value>, List<Value>> quantities) {
        Expectation all = new Expectation(space, Outcomes.of(space, null), null, count + 1, values -> {
            List<Value> found = new ArrayList<>(List.of(Arithmetic.ONE));
            found.addAll(quantities.apply(values));
            return found;
        });
        return all.ratios();
    }

    private List<Estimate> ratios() {
        List<Estimate> sums = sums();
        List<Estimate> ratios = new ArrayList<>();
        for (int i = 1; i < sums.size(); i++) {
            ratios.add(space.condition() == null ? sums.get(i) : quotient(sums.get(i), sums.get(0)));
        }
        return ratios;
    }

    private Estimate ratio(int i) {
        return ratios().get(i - 1);
    }

    private Estimate total() {
        return sums().get(0);
    }

    private static Estimate quotient(Estimate part, Estimate whole) {
        double divisor = Arithmetic.real(whole.value());
        if (!(divisor > whole.error())) {
            throw new NoValue("what is known has the probability zero: it never happens");
        }
        Value value = Arithmetic.divide(part.value(), whole.value());
        if (part.error() == 0 && whole.error() == 0) {
            return new Estimate(value, 0);
        }
        double size = Math.abs(Arithmetic.real(value));
        return new Estimate(value, (part.error() + size * whole.error()) / (divisor - whole.error()) + Math.ulp(size));
    }

    private List<Estimate> sums() {
        boolean isDiscrete = Outcomes.continuous(space).isEmpty();
        if (isDiscrete) {
            return new Enumerated().sums();
        }
        Totals totals = level(0, space);
        List<Estimate> sums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sums.add(Estimate.of(totals.values()[i], totals.errors()[i]));
        }
        return sums;
    }

    // ---- single numbers only

    /** Sums over outcomes that can be counted off, exact where the probabilities are. */
    private final class Enumerated {
        private final List<Value> totals = new ArrayList<>();
        private final double[] sizes = new double[count];
        private double missing;
        private double doubt;
        private long terms;

        List<Estimate> sums() {
            for (int i = 0; i < count; i++) {
                totals.add(Arithmetic.ZERO);
            }
            add(0, space, Arithmetic.ONE, 0);
            List<Estimate> sums = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                boolean isExact = totals.get(i) instanceof Value.Exact && missing == 0 && doubt == 0;
                double rounding = isExact ? 0 : (doubt + terms * 0x1p-53) * sizes[i];
                sums.add(new Estimate(totals.get(i), isExact ? 0 : rounding + missing * (1 + sizes[i])));
            }
            return sums;
        }

        private void add(int depth, SampleSpace at, Value weight, double error) {
            if (depth < space.sources().size()) {
                Generator source = space.sources().get(depth);
                Law.Weighted atoms = ((Law.Atoms) at.law(source)).atoms().get();
                missing = Math.max(missing, atoms.missing());
                for (int i = 0; i < atoms.values().size(); i++) {
                    if (!Arithmetic.isZero(atoms.weights().get(i))) {
                        add(
                                depth + 1,
                                at.with(source, atoms.values().get(i)),
                                Arithmetic.multiply(weight, atoms.weights().get(i)),
                                error + atoms.error());
                    }
                }
                return;
            }
            if (!meets(at, outcomes.conditions())) {
                return;
            }
            doubt = Math.max(doubt, error);
            terms++;
            List<Value> found = found(at);
            for (int i = 0; i < count; i++) {
                Value term = Arithmetic.multiply(weight, found.get(i));
                totals.set(i, Arithmetic.add(totals.get(i), term));
                sizes[i] += Math.abs(Arithmetic.real(term));
            }
        }
    }

    private static boolean meets(SampleSpace at, List<Term> conditions) {
        for (Term condition : conditions) {
            if (!((Value.Truth) at.value(condition)).holds()) {
                return false;
            }
        }
        return true;
    }

    /** The quantities at an outcome. */
    private List<Value> found(SampleSpace at) {
        if (event != null) {
            boolean holds = ((Value.Truth) at.value(event)).holds();
            return List.of(Arithmetic.ONE, holds ? Arithmetic.ONE : Arithmetic.ZERO);
        }
        List<Value> values = new ArrayList<>();
        space.asked().forEach(asked -> values.add(at.value(asked)));
        return quantities.apply(values);
    }

    private double[] numbers(SampleSpace at) {
        List<Value> found = found(at);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Arithmetic.real(found.get(i));
        }
        return numbers;
    }

    // ---- with densities

    /** What is asked, integrated over the variables from this depth on. */
    private Totals level(int depth, SampleSpace at) {
        if (depth == order.size()) {
            return meets(at, outcomes.conditions()) ? Totals.of(numbers(at)) : Totals.none(count);
        }
        Generator source = order.get(depth);
        Law law = at.law(source);
        for (Outcomes.Fixed fixed : outcomes.fixed()) {
            if (fixed.source().equals(source)) {
                Value value = at.value(fixed.value());
                double density = ((Law.Density) law).distribution().density(Arithmetic.real(value));
                return density == 0
                        ? Totals.none(count)
                        : level(depth + 1, at.with(source, value))
                                .times(density)
                                .doubted(16 * 0x1p-52);
            }
        }
        if (law instanceof Law.Atoms atoms) {
            return sum(depth, at, source, atoms.atoms().get());
        }
        Continuous distribution = ((Law.Density) law).distribution();
        if (source.equals(last)) {
            return innermost(at, source, distribution);
        }
        Kronrod.Functions functions = x -> level(depth + 1, at.with(source, new Value.Real(x)));
        return event == null || outcomes.equality() != null
                ? integral(functions, cells(distribution.knots()), distribution)
                : ofProbabilities(functions, distribution);
    }

    /** The integral of probabilities times a density: where it is unlikely for what was found already, it is left out. */
    private Totals ofProbabilities(Kronrod.Functions functions, Continuous distribution) {
        List<double[]> likely = new ArrayList<>();
        List<double[]> unlikely = new ArrayList<>();
        for (double[] cell : cells(distribution.knots())) {
            (distribution.mass(cell[0], cell[1]) > LIKELY ? likely : unlikely).add(cell);
        }
        Kronrod.Functions weighted =
                x -> functions.at(x).times(distribution.density(x)).doubted(8 * 0x1p-52);
        Totals found = Kronrod.over(weighted, likely.toArray(new double[0][]), count, tolerance);
        double[] left = new double[count];
        List<double[]> needed = new ArrayList<>();
        for (double[] cell : unlikely) {
            double mass = distribution.mass(cell[0], cell[1]);
            if (mass > negligible * found.values()[count - 1]) {
                needed.add(cell);
            } else {
                for (int i = 0; i < count; i++) {
                    left[i] += mass;
                }
            }
        }
        return (needed.isEmpty()
                        ? found
                        : found.plus(Kronrod.over(weighted, needed.toArray(new double[0][]), count, tolerance)))
                .plusErrors(left);
    }

    private Totals sum(int depth, SampleSpace at, Generator source, Law.Weighted atoms) {
        Totals sum = Totals.none(count);
        for (int i = 0; i < atoms.values().size(); i++) {
            double weight = Arithmetic.real(atoms.weights().get(i));
            if (weight > 0) {
                sum = sum.plus(
                        level(depth + 1, at.with(source, atoms.values().get(i))).times(weight));
            }
        }
        double[] left = new double[count];
        java.util.Arrays.fill(left, atoms.missing());
        return sum.doubted(atoms.error() + atoms.values().size() * 0x1p-52).plusErrors(left);
    }

    /** The integral of functions times a density. */
    private Totals integral(Kronrod.Functions functions, double[][] cells, Continuous distribution) {
        Totals found = Kronrod.over(
                x -> functions.at(x).times(distribution.density(x)).doubted(8 * 0x1p-52), cells, count, tolerance);
        double[] knots = distribution.knots();
        double scale = knots[knots.length - 1] - knots[0];
        if (!distribution.isBoundedBelow()) {
            requireSettled(functions, knots[0], scale, distribution, found);
        }
        if (!distribution.isBoundedAbove()) {
            requireSettled(functions, knots[knots.length - 1], scale, distribution, found);
        }
        return found;
    }

    private static void requireSettled(
            Kronrod.Functions functions, double end, double scale, Continuous distribution, Totals found) {
        Totals there = functions.at(end).times(distribution.density(end));
        for (int i = 0; i < there.values().length; i++) {
            if (!(scale * there.sizes()[i] <= SETTLED * found.sizes()[i])) {
                throw new NoValue(
                        "the mean does not converge: what is asked grows faster than its outcomes become unlikely");
            }
        }
    }

    private static double[][] cells(double[] knots) {
        double[][] cells = new double[knots.length - 1][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new double[] {knots[i], knots[i + 1]};
        }
        return cells;
    }

    // ---- the innermost variable

    private Totals innermost(SampleSpace at, Generator source, Continuous distribution) {
        try {
            if (outcomes.equality() != null) {
                return solved(at, source, distribution, outcomes.equality());
            }
            if (event != null) {
                return parts(at, source, distribution);
            }
        } catch (NoEnclosure e) {
            throw new NoValue("where a condition holds is not seen through " + e.getMessage()
                    + ": draw outcomes instead, as in P(…; samples = 10000)");
        }
        return integral(
                x -> Totals.of(numbersWhereMet(at.with(source, new Value.Real(x)))),
                smooth(at, source, distribution),
                distribution);
    }

    private double[] numbersWhereMet(SampleSpace at) {
        return meets(at, outcomes.conditions()) ? numbers(at) : new double[count];
    }

    /** The density where two sides are equal. */
    private Totals solved(SampleSpace at, Generator source, Continuous distribution, Term difference) {
        if (!Slots.reads(difference, List.of(source))) {
            throw new NoValue(
                    "an equality of what has a density, which does not depend on the innermost random variable "
                            + source.name());
        }
        Enclosing function = at.enclosing(difference, source);
        double[] knots = distribution.knots();
        Interval domain = new Interval(knots[0], knots[knots.length - 1]);
        Totals sum = Totals.none(count);
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
            SampleSpace there = at.with(source, new Value.Real(x));
            if (meets(there, outcomes.conditions())) {
                double steepest = near.coefficient(1).magnitude();
                double spread = place.width() / (knots[1] - knots[0]) * knots.length;
                double weight = distribution.density(x) / ((slope + steepest) / 2);
                sum = sum.plus(Totals.of(numbers(there))
                        .times(weight)
                        .doubted((steepest - slope) / slope + 64 * spread + 16 * 0x1p-52));
            }
        }
        return sum;
    }

    /** The probabilities of what is known and of the event: differences of tails, where they hold for certain. */
    private Totals parts(SampleSpace at, Generator source, Continuous distribution) {
        double known = 0;
        double both = 0;
        double knownOpen = 0;
        double bothOpen = 0;
        PriorityQueue<Interval> open =
                new PriorityQueue<>(Comparator.comparingDouble(part -> -distribution.mass(part.low(), part.high())));
        open.addAll(cut(at, source, distribution));
        int most = open.size() + (isNested ? MAX_PARTS_NESTED : MAX_PARTS);
        for (int parts = 0; !open.isEmpty(); parts++) {
            Interval part = open.remove();
            Met met = met(outcomes.conditions(), at, source, part);
            if (met == Met.NOWHERE) {
                continue;
            }
            Met event = met(List.of(java.util.Objects.requireNonNull(this.event)), at, source, part);
            double mass = distribution.mass(part.low(), part.high());
            boolean isDecided = met == Met.EVERYWHERE && event != Met.PERHAPS;
            double middle = part.middle();
            boolean isNarrow = mass <= negligible * both || !(middle > part.low() && middle < part.high());
            if (isDecided || isNarrow || parts >= most) {
                known += met == Met.EVERYWHERE ? mass : 0;
                knownOpen += met == Met.EVERYWHERE ? 0 : mass;
                boolean isBoth = met == Met.EVERYWHERE && event == Met.EVERYWHERE;
                both += isBoth ? mass : 0;
                bothOpen += isBoth || event == Met.NOWHERE ? 0 : mass;
            } else {
                open.add(new Interval(middle, part.high()));
                open.add(new Interval(part.low(), middle));
            }
        }
        double[] values = {known, both};
        return Totals.of(values).doubted(64 * 0x1p-52).plusErrors(new double[] {knownOpen, bothOpen});
    }

    /** The parts of a distribution, cut where sides that are compared may be equal. */
    private List<Interval> cut(SampleSpace at, Generator source, Continuous distribution) {
        double[] knots = distribution.knots();
        double first = knots[0];
        double end = knots[knots.length - 1];
        TreeSet<Double> ends = new TreeSet<>();
        for (double knot : knots) {
            ends.add(knot);
        }
        for (Term difference : differences) {
            for (Zeros.Zero zero : Zeros.of(at.enclosing(difference, source), new Interval(first, end), MAX_CUTS)
                    .places()) {
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

    private static Met met(List<Term> conditions, SampleSpace at, Generator source, Interval part) {
        Met all = Met.EVERYWHERE;
        for (Term condition : conditions) {
            Enclosed.Truth truth = at.truth(condition, source, part);
            if (truth.regularity() == Regularity.NOWHERE) {
                at.with(source, new Value.Real(part.middle())).value(condition); // which says why there is none
            }
            boolean isDefined = truth.regularity().isAtLeast(Regularity.DEFINED);
            if (isDefined && !truth.canHold()) {
                return Met.NOWHERE;
            }
            all = isDefined && !truth.canFail() ? all : Met.PERHAPS;
        }
        return all;
    }

    /** Parts on which what is asked is smooth and what is known is decided, and narrow ones around all that lies between them. */
    private double[][] smooth(SampleSpace at, Generator source, Continuous distribution) {
        double[][] whole = cells(distribution.knots());
        try {
            List<double[]> parts = new ArrayList<>();
            for (double[] cell : whole) {
                divide(at, source, cell[0], cell[1], NARROW * (cell[1] - cell[0]), parts);
            }
            return parts.size() > MAX_PARTS ? whole : parts.toArray(new double[0][]);
        } catch (NoEnclosure e) {
            return whole;
        }
    }

    private void divide(SampleSpace at, Generator source, double low, double high, double least, List<double[]> parts) {
        Interval part = new Interval(low, high);
        double middle = part.middle();
        Met met = met(outcomes.conditions(), at, source, part);
        boolean isPlain = met == Met.EVERYWHERE && isSmooth(at, source, part);
        if (isPlain || high - low <= least || parts.size() > MAX_PARTS || !(middle > low && middle < high)) {
            parts.add(new double[] {low, high});
        } else if (met != Met.NOWHERE) {
            divide(at, source, low, middle, least, parts);
            divide(at, source, middle, high, least, parts);
        }
    }

    private boolean isSmooth(SampleSpace at, Generator source, Interval part) {
        for (Term asked : space.asked()) {
            if (at.enclosing(asked, source).on(part, 0).regularity() != Regularity.SMOOTH) {
                return false;
            }
        }
        return true;
    }

    /**
     * The variable that is integrated over first: of those with a density on which no other's distribution depends, that on which
     * what is compared depends most, so that what is left varies slowly with the others.
     */
    private @Nullable Generator innermost(List<Term> compared) {
        Generator best = null;
        double most = -1;
        for (Generator source : Outcomes.continuous(space)) {
            boolean isFree =
                    outcomes.fixed().stream().noneMatch(fixed -> fixed.source().equals(source))
                            && space.sources().stream()
                                    .flatMap(other -> other.domain().parts().stream())
                                    .noneMatch(parameter -> Slots.reads(parameter, List.of(source)));
            double influence = isFree ? influence(source, compared) : -2;
            if (influence >= most) {
                most = influence;
                best = source;
            }
        }
        return most < 0 ? null : best;
    }

    private static void gather(Term term, List<Term> differences) {
        if (term instanceof Term.Comparison sides) {
            for (int i = 0; i + 1 < sides.operands().size(); i++) {
                if (sides.operands().get(i).type().isNumber()) {
                    differences.add(Outcomes.difference(new Term.Comparison(
                            sides.span(),
                            sides.operands().subList(i, i + 2),
                            sides.ops().subList(i, i + 1))));
                }
            }
        } else {
            term.inside().forEach(part -> gather(part, differences));
        }
    }

    /** By how much differences move with a variable within what is likely, the others where they are likely. */
    private double influence(Generator source, List<Term> differences) {
        double all = 0;
        for (Term difference : differences) {
            try {
                double here = at(difference, source, 0);
                double moved = Math.abs(at(difference, source, 1) - here) + Math.abs(at(difference, source, -1) - here);
                all += Double.isFinite(moved) ? moved : 0;
            } catch (NoValue e) {
                all += 0; // it is not known there, so another variable may be better
            }
        }
        return all;
    }

    private double at(Term difference, Generator moved, int side) {
        SampleSpace inside = space;
        for (Generator each : space.sources()) {
            Law law = inside.law(each);
            Value value = law instanceof Law.Density density
                    ? new Value.Real(likely(density.distribution(), each.equals(moved) ? side : 0))
                    : ((Law.Atoms) law).atoms().get().values().get(0);
            inside = inside.with(each, value);
        }
        return Arithmetic.real(inside.value(difference));
    }

    /** A likely value, or one to the side of it. */
    private static double likely(Continuous distribution, int side) {
        double[] knots = distribution.knots();
        if (!distribution.isBoundedBelow()) {
            int middle = knots.length / 2;
            return knots[middle] + side * (knots[middle + 1] - knots[middle]);
        }
        double top = knots[1] - knots[0];
        return knots[0] + top / 2 + side * top / 4;
    }
}
