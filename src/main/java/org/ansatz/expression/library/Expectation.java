package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.probability.Continuous;
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

    /** A part that is less likely than this part of what is found is left open, and counts as an error. */
    private static final double NEGLIGIBLE = 0x1p-50;

    /** The same, for the error that an integral around may have. */
    private static final double NEGLIGIBLE_FOR_TOLERANCE = 1e-2;

    /** The error of an integral that is small enough, by how many stand around the innermost: each takes a hundred times the work. */
    private static final double[] TOLERANCES = {1e-12, 1e-11, 1e-8, 1e-6};

    /**
     * Parts of a distribution that are less likely are looked at last, and left open if they are negligible beside what the others gave.
     * A likelier one is never left open: with one variable around the innermost it could not be negligible, with several it costs work
     * that could be spared, and what is found is the surer for it.
     */
    private static final double LIKELY = 1e-13;

    /** What is left beyond the last knot of an unbounded distribution must be less than this part. */
    private static final double SETTLED = 1e-12;

    private final SampleSpace space;
    private final Outcomes outcomes;
    private final @Nullable Term event;
    private final Function<List<Value>, List<Value>> quantities;
    private final int count;
    private final List<Generator> order;
    private final List<Term> differences = new ArrayList<>();
    private final @Nullable Generator last;
    /** What must hold for anything to be found. */
    private final List<Term> needed;

    private final double tolerance;
    private final double negligible;
    private final boolean isNested;

    /** Whether what is asked may jump or have a kink where no enclosure shows it. */
    private final boolean mayBeRough;

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
        outcomes.conditions().forEach(condition -> Influence.gather(condition, differences));
        if (event != null) {
            Influence.gather(event, differences);
        } else {
            space.asked().forEach(asked -> Influence.gather(asked, differences));
            space.asked().forEach(asked -> Influence.gatherKinks(asked, differences));
        }
        this.last = Influence.innermost(
                space, outcomes, outcomes.equality() == null ? differences : List.of(outcomes.equality()));
        int nested = Outcomes.continuous(space).size() - outcomes.fixed().size() - (last == null ? 0 : 1);
        tolerance = TOLERANCES[Math.max(0, Math.min(nested, TOLERANCES.length - 1))];
        isNested = nested > 0;
        negligible = nested == 0 ? NEGLIGIBLE : NEGLIGIBLE_FOR_TOLERANCE * tolerance;
        needed = new ArrayList<>(outcomes.conditions());
        if (event != null) {
            needed.add(event);
        }
        if (outcomes.equality() instanceof Term.Binary sides) {
            needed.add(new Term.Comparison(sides.span(), List.of(sides.left(), sides.right()), List.of(Op.EQUAL)));
        }
        mayBeRough = event == null && outcomes.equality() == null && !isEnclosed();
        order = new ArrayList<>(space.sources());
        if (last != null) {
            order.remove(last);
            order.add(last);
        }
    }

    private boolean isEnclosed() {
        Interval[] everywhere = new Interval[space.sources().size()];
        Arrays.fill(everywhere, Interval.ENTIRE);
        try {
            for (Term asked : space.asked()) {
                space.enclosing(asked, space.sources()).on(everywhere, 0, 0);
            }
            for (Term condition : outcomes.conditions()) {
                space.truth(condition, space.sources(), everywhere);
            }
            return true;
        } catch (NoEnclosure e) {
            return false;
        }
    }

    // ---- what is asked

    /** The probability of the event that is asked. */
    static Estimate probability(SampleSpace space) {
        Term event = space.asked().get(0);
        Expectation all = new Expectation(space, Outcomes.of(space, null), event, 2, values -> {
            throw new IllegalStateException();
        });
        return all.seen(all.ratio(1), "the event may happen");
    }

    /**
     * What integrals found. A zero of what is impossible is exact; any other zero is refused: an integral may have stepped over all
     * that there is.
     */
    private Estimate seen(Estimate found, String what) {
        if (!Arithmetic.isZero(found.value()) || !isNested) {
            return found;
        }
        if (isImpossible()) {
            boolean isBounded = space.sources().stream().allMatch(source -> Reach.isBounded(space.law(source)));
            return isBounded ? Estimate.exact(Arithmetic.ZERO) : found;
        }
        throw new NoValue(what + ", but was found nowhere: it is too rare or too narrow to be seen by an"
                + " integral over " + order.get(0).name());
    }

    /** Whether what is needed holds nowhere in the sample space, for certain. */
    private boolean isImpossible() {
        List<Interval> box = new ArrayList<>();
        for (Generator source : space.sources()) {
            if (source.domain().parts().stream().anyMatch(parameter -> Inside.reads(parameter, space.sources()))) {
                return false; // its range is not known
            }
            box.add(Reach.range(space.law(source)));
        }
        for (Term condition : needed) {
            if (!space.truth(condition, space.sources(), box.toArray(new Interval[0]))
                    .canHold()) {
                return true;
            }
        }
        return false;
    }

    /** The density of the first that is asked at the second. */
    static Estimate density(SampleSpace space, Term difference) {
        Term condition = space.condition();
        Outcomes at = Outcomes.of(space, difference);
        Expectation all = new Expectation(space, at, null, 1, values -> List.of(Arithmetic.ONE));
        Estimate joint = all.seen(all.total(), "there may be a density");
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
        /** What was left out of each variable. */
        private final double[] left = new double[space.sources().size()];

        private double doubt;
        private long terms;

        List<Estimate> sums() {
            for (int i = 0; i < count; i++) {
                totals.add(Arithmetic.ZERO);
            }
            add(0, space, Arithmetic.ONE, 0);
            double missing = Arrays.stream(left).sum();
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
                left[depth] = Math.max(left[depth], atoms.missing());
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
        Reach.Parts reach = Reach.cut(
                outlined(depth, at, source, distribution), at, source, order.subList(depth + 1, order.size()), needed);
        Functions functions = x -> level(depth + 1, at.with(source, new Value.Real(x)));
        Totals found = event == null || outcomes.equality() != null
                ? integral(functions, reach.parts(), distribution, !isOutermost(depth))
                : ofProbabilities(functions, reach.parts(), distribution);
        for (Reach.Edge edge : reach.edges()) {
            Totals there = functions.at(edge.inside()).times(distribution.density(edge.inside()));
            double[] missed = there.sizes().clone();
            for (int i = 0; i < missed.length; i++) {
                missed[i] *= edge.slack();
            }
            found = found.plusErrors(missed);
        }
        return found;
    }

    /** Several functions of one variable. */
    private interface Functions extends GaussKronrod.Integrand<Totals> {
        @Override
        default NoValue infinite(double from, double to) {
            return new NoValue(
                    "a mean cannot be found: what is asked is infinite for some outcomes, or larger than 1.8e308");
        }
    }

    /** The same functions, which may jump or have a kink where no enclosure shows it. */
    private record Unseen(Functions functions) implements Functions {
        @Override
        public Totals at(double x) {
            return functions.at(x);
        }

        @Override
        public boolean mayBeRough() {
            return true;
        }
    }

    private Totals over(Functions functions, List<double[]> cells) {
        Totals none = Totals.none(count);
        GaussKronrod.Found<Totals> found = GaussKronrod.over(
                none, mayBeRough ? new Unseen(functions) : functions, cells.toArray(new double[0][]), tolerance);
        return cells.isEmpty() ? none : found.sum().plusErrors(found.errors());
    }

    /**
     * The parts of a distribution, cut where conditions that rest on no variable further inside begin or cease to hold, and where those
     * that do pass the ends of what these can be.
     */
    private double[][] cells(int depth, SampleSpace at, Generator source, Continuous distribution) {
        List<Generator> inside = order.subList(depth + 1, order.size());
        try {
            List<Enclosing> corners = Corners.of(differences, at, source, inside, outcomes.fixed());
            if (outcomes.equality() != null) {
                corners.addAll(Corners.ofSolutions(outcomes.equality(), differences, at, source, inside));
            }
            return new Innermost(at, source, distribution, List.of())
                    .cutAt(corners).stream()
                            .map(part -> new double[] {part.low(), part.high()})
                            .toArray(double[][]::new);
        } catch (NoEnclosure e) {
            return Innermost.cells(distribution);
        }
    }

    /**
     * The same parts, those of the outermost variable cut also where a mean may change fast: where what is asked stands out while
     * the inner variables are at their ends.
     */
    private double[][] outlined(int depth, SampleSpace at, Generator source, Continuous distribution) {
        double[][] cells = cells(depth, at, source, distribution);
        return event != null || outcomes.equality() != null || !isOutermost(depth)
                ? cells
                : new Innermost(at, source, distribution, List.of())
                        .outlined(cells, Corners.of(space.asked(), at, source, order.subList(depth + 1, order.size())));
    }

    /** Whether no variable with a density stands around that at this depth. */
    private boolean isOutermost(int depth) {
        return order.subList(0, depth).stream().noneMatch(Outcomes.continuous(space)::contains);
    }

    /** The integral of probabilities times a density: where it is unlikely for what was found already, it is left out. */
    private Totals ofProbabilities(Functions functions, double[][] cells, Continuous distribution) {
        List<double[]> likely = new ArrayList<>();
        List<double[]> unlikely = new ArrayList<>();
        for (double[] cell : cells) {
            (distribution.mass(cell[0], cell[1]) > LIKELY ? likely : unlikely).add(cell);
        }
        Functions weighted = x -> functions.at(x).times(distribution.density(x)).doubted(8 * 0x1p-52);
        Totals found = over(weighted, likely);
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
        return found.plus(over(weighted, needed)).settled().plusErrors(left);
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
        for (int i = 0; i < count; i++) {
            left[i] = atoms.missing() * (1 + sum.sizes()[i]);
        }
        return sum.doubted(atoms.error() + atoms.values().size() * 0x1p-52).plusErrors(left);
    }

    /** The integral of functions times a density; one inside others may be small beside these, and need not settle by itself. */
    private Totals integral(Functions functions, double[][] cells, Continuous distribution, boolean isInside) {
        Functions weighted = x -> functions.at(x).times(distribution.density(x)).doubted(8 * 0x1p-52);
        Totals found = over(weighted, List.of(cells));
        found = isInside ? found : found.settled();
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
            Functions functions, double end, double scale, Continuous distribution, Totals found) {
        Totals there = functions.at(end).times(distribution.density(end));
        for (int i = 0; i < there.values().length; i++) {
            if (!(scale * there.sizes()[i] <= SETTLED * found.sizes()[i])) {
                throw new NoValue(
                        "the mean does not converge: what is asked grows faster than its outcomes become unlikely");
            }
        }
    }

    // ---- the innermost variable

    private Totals innermost(SampleSpace at, Generator source, Continuous distribution) {
        Innermost inner = new Innermost(at, source, distribution, outcomes.conditions());
        try {
            if (outcomes.equality() != null) {
                return solved(inner, outcomes.equality());
            }
            if (event != null) {
                return inner.probabilities(event, differences, isNested, negligible);
            }
        } catch (NoEnclosure e) {
            throw new NoValue("where a condition holds is not seen through " + e.getMessage()
                    + ": draw outcomes instead, as in P(…; samples = 10000)");
        }
        return integral(
                x -> Totals.of(numbersWhereMet(at.with(source, new Value.Real(x)))),
                isNested ? inner.smooth() : inner.outlined(),
                distribution,
                isNested);
    }

    private double[] numbersWhereMet(SampleSpace at) {
        return meets(at, outcomes.conditions()) ? numbers(at) : new double[count];
    }

    /** What is asked where two sides are equal. */
    private Totals solved(Innermost inner, Term difference) {
        Totals sum = Totals.none(count);
        for (Innermost.Solution solution : inner.solutions(difference)) {
            if (meets(solution.at(), outcomes.conditions())) {
                sum = sum.plus(Totals.of(numbers(solution.at()))
                        .times(solution.weight())
                        .doubted(solution.doubt()));
            }
        }
        return sum;
    }
}
