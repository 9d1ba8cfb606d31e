package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Ground;
import org.ansatz.field.block.SolvedBlock;
import org.ansatz.problem.Case;
import org.ansatz.problem.Option;
import org.ansatz.problem.Point;
import org.ansatz.problem.Question;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Sureness;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** One route at work on one set of data: draws what is arbitrary, solves the block, and evaluates with an error. */
final class Run {

    /** The draws of arbitrary symbols that are from the edges, after the two at the ends of what can be counted off. */
    private static final int FIRST_EDGE = 2;

    private static final int LAST_EDGE = 5;

    /** Where the draws in which amounts coincide are numbered from. */
    private static final int FIRST_COINCIDENCE = 1 << 20;

    private static final double DEPTH = 1e-3;

    /** Draws of arbitrary symbols for a value that must not depend on them. */
    private static final int WORLDS = 8;

    /** A matrix shows by all its entries what a number shows by many points. */
    private static final int INSIDE_OF_MATRICES = 5;

    private static final int EDGES_OF_MATRICES = 2;

    /** Simulations of the error of a single value; among many points one for each is enough, for the worst counts. */
    static final int TRIALS = 3;

    private static final int MAX_REFUSALS = 1000;

    /** A finite domain of no more elements is tried element by element. */
    private static final int MAX_EXHAUSTED = 256;

    private final Case data;
    private final List<Frame> everyDraw;
    private final @Nullable Ground block;
    private final @Nullable Unknown unknown;
    private final Set<Engine> engines;
    private @Nullable SolvedBlock solved;

    Run(Case data, @Nullable Ground block, @Nullable Unknown unknown, Set<Engine> engines) {
        this.data = data;
        this.block = block;
        this.unknown = unknown;
        this.engines = engines;
        everyDraw = block != null && block.block().isSampled() ? List.of() : everyDraw(data);
    }

    /** Every combination of the arbitrary symbols that meets the conditions, if all can be counted off and are few; or none. */
    private static List<Frame> everyDraw(Case data) {
        // A function has many points in each draw.
        int most = data.question().isFunction() ? WORLDS : MAX_EXHAUSTED;
        List<Frame> draws = every(data.frame().rested(), data.question().arbitrary(), most);
        return draws.stream()
                .filter(draw -> meetsConditions(draw, data.question()))
                .toList();
    }

    /** A frame for every combination of values, if all domains can be counted off and are small; otherwise none. */
    private static List<Frame> every(Frame frame, List<Ranged> symbols, int most) {
        List<Frame> draws = new ArrayList<>();
        boolean all = !symbols.isEmpty() && addDraws(frame, symbols, most, draws);
        return all ? List.copyOf(draws) : List.of();
    }

    /** Adds the draws from one symbol on, on which the domain of a later one may depend; whether these are all. */
    private static boolean addDraws(Frame frame, List<Ranged> symbols, int most, List<Frame> draws) {
        if (symbols.isEmpty()) {
            draws.add(frame);
            return draws.size() <= most;
        }
        Ranged symbol = symbols.get(0);
        List<Ranged> rest = symbols.subList(1, symbols.size());
        return symbol.domain().isDiscrete()
                && symbol.domain()
                        .each(frame, element -> addDraws(frame.with(symbol.variable(), element), rest, most, draws));
    }

    /**
     * Quantities that the route finds from equations before it is asked.
     *
     * @param ranged the unknowns and where they may lie
     * @param equations what they must satisfy, as many
     */
    record Unknown(List<Ranged> ranged, List<Equation> equations) {
        /** Copies the lists. */
        Unknown {
            ranged = List.copyOf(ranged);
            equations = List.copyOf(equations);
        }
    }

    /** A place at which the route's expressions are evaluated, and the variables that were drawn for it. */
    record At(Frame frame, List<Ranged> drawn) {

        /** What was drawn for this place. */
        Point point() {
            return Point.of(frame, drawn);
        }
    }

    List<Option> options() {
        return data.options();
    }

    Question question() {
        return data.question();
    }

    /**
     * What a term is worth at a place.
     *
     * @throws NoValue which says at which place, if anything was drawn for it
     */
    Estimate estimate(Term term, At at, int trials) {
        try {
            return at.frame().estimate(term, trials);
        } catch (NoValue e) {
            Point place = at.point();
            throw place.isEmpty() || at.frame().isExhausted() ? e : new NoValue(e.reason() + ", at " + place);
        }
    }

    /** How many draws of arbitrary symbols a value needs: one if there are none. */
    int worlds() {
        return question().arbitrary().isEmpty() ? 1 : isExhausted() ? everyDraw.size() : WORLDS;
    }

    /** Whether every case is tried, so that a claim is decided and not sampled. */
    boolean isExhausted() {
        return !everyDraw.isEmpty();
    }

    /** Whether cases are drawn, so that a claim is sampled and not decided. */
    boolean isSampled() {
        return !question().arbitrary().isEmpty() || isDrawn(block);
    }

    /** Whether a value reads nothing that is drawn, so that one draw tells it for all. */
    private boolean isSameEverywhere(Term term) {
        List<Ranged> drawn = question().drawn();
        return unknown == null
                && !Inside.any(
                        term,
                        part -> part instanceof Term.Candidate && question().isFunction()
                                || part instanceof Term.Exported
                                || part instanceof Term.Computed
                                || part instanceof Term.Named named
                                        && drawn.stream()
                                                .anyMatch(ranged ->
                                                        ranged.variable().slot() == named.slot()));
    }

    /** Whether every case is tried that there is, at every point of it. */
    boolean triesAll() {
        boolean allDraws = question().arbitrary().isEmpty() ? !isDrawn(block) : isExhausted();
        return allDraws
                && (!question().isFunction()
                        || !every(data.frame().rested(), question().arguments(), MAX_EXHAUSTED)
                                .isEmpty());
    }

    /** Whether a claim holds for certain for all values of the arbitrary symbols. */
    boolean isProved(Term claim) {
        return block == null
                && unknown == null
                && Assurance.isProved(claim, question(), data.frame().rested());
    }

    /** How sure it is what a value was found by, beside its own evaluation: a quantity that was searched for is not exact. */
    Sureness sureness() {
        return unknown == null ? Sureness.EXACT : Sureness.estimated("it rests on a solution that is not proved");
    }

    /** The same of what is found by a term, where not every case is tried in which that may be another. */
    Sureness sureness(Term asked) {
        return triesAll() || isSameEverywhere(asked) ? sureness() : Sureness.SAMPLED;
    }

    /** The frame of one draw: arbitrary symbols bound, the block under the expressions, the unknown found. */
    At world(int index) {
        return world(data.frame().rested(), index);
    }

    /**
     * The frame of one draw in which amounts coincide, or null where the question has no such case.
     *
     * @param index from 0
     */
    @Nullable
    At coincidence(int index) {
        try {
            return world(data.frame().rested(), Sample.coincidence(data.seed(), FIRST_COINCIDENCE + index));
        } catch (NoValue e) {
            return null;
        }
    }

    private Frame withCandidate(Option candidate) {
        Frame frame = data.frame().rested();
        for (int i = 0; i < question().asked().size(); i++) {
            Binding asked = question().asked().get(i);
            Term formula = candidate.parts().get(i).term();
            if (asked instanceof Binding.Variable) {
                frame = frame.with((Binding.Variable) asked, frame.value(formula));
            } else if (asked instanceof Binding.AskedFunction) {
                frame = frame.with((Binding.AskedFunction) asked, formula);
            }
        }
        return frame;
    }

    private At world(Frame start, int index) {
        Sample sample = index < FIRST_EDGE || index > LAST_EDGE
                ? Sample.inside(data.seed(), index)
                : Sample.edge(data.seed(), index, index - FIRST_EDGE, DEPTH);
        return isExhausted() ? at(with(everyDraw.get(index), start), sample) : world(start, sample);
    }

    private At world(Frame start, Sample sample) {
        return at(question().arbitrary().isEmpty() ? start : drawn(start, sample), sample);
    }

    private At at(Frame drawn, Sample sample) {
        Frame frame = drawn;
        if (block != null) {
            frame = frame.with(solved(block, sample));
        }
        return new At(
                unknown == null ? frame : found(frame, unknown), question().arbitrary());
    }

    private static boolean isDrawn(@Nullable Ground block) {
        return block != null && block.block().isSampled();
    }

    /** The block; one that draws at random is another in each world. */
    private SolvedBlock solved(Ground ground, Sample sample) {
        SolvedBlock known = solved;
        if (known == null || isDrawn(ground)) {
            known = ground.solved(sample);
            solved = known;
        }
        return known;
    }

    /** What the block's solutions say of the values that were asked of them so far; nothing of thousands of random samples. */
    List<String> remarks() {
        return solved == null || isDrawn(block) ? List.of() : solved.remarks();
    }

    private static Frame found(Frame frame, Unknown unknown) {
        List<Equation.Solution> solutions = EquationSystem.solved(unknown.equations(), unknown.ranged(), frame);
        Frame found = frame;
        for (int i = 0; i < solutions.size(); i++) {
            found = found.with(
                    unknown.ranged().get(i).variable(), solutions.get(i).value());
        }
        return found;
    }

    /** Draws the arbitrary symbols until the stated conditions hold. */
    private Frame drawn(Frame start, Sample first) {
        for (int attempt = 0; attempt < MAX_REFUSALS; attempt++) {
            Sample sample = attempt == 0 ? first : Sample.inside(first.random().next(), MAX_REFUSALS);
            Frame frame = start;
            for (Ranged symbol : question().arbitrary()) {
                frame = frame.with(symbol.variable(), symbol.domain().draw(frame, sample));
            }
            if (meetsConditions(frame, question())) {
                return frame;
            }
        }
        throw new NoValue(
                "none of " + MAX_REFUSALS + " draws of the arbitrary symbols meets the conditions in 'where'");
    }

    /** A frame with the arbitrary symbols as they are in a draw. */
    private Frame with(Frame draw, Frame start) {
        Frame frame = start;
        for (Ranged symbol : question().arbitrary()) {
            frame = frame.with(symbol.variable(), Objects.requireNonNull(draw.value(symbol.variable())));
        }
        return frame;
    }

    /** Whether a draw of the arbitrary symbols meets the conditions that are on them alone. */
    private static boolean meetsConditions(Frame frame, Question question) {
        for (Expression condition : question.conditions()) {
            if (!question.isOnArguments(condition) && !holds(condition, frame)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Expression condition, Frame frame) {
        return ((Value.Truth) frame.value(condition.term())).holds();
    }

    /** Whether a point is one at which the answer matters. */
    private boolean matters(Frame point) {
        for (Expression condition : question().conditions()) {
            if (question().isOnArguments(condition) && !holds(condition, point)) {
                return false;
            }
        }
        return true;
    }

    /** The points of one draw: the arguments of the formula asked for, or the draw itself if a number is asked for. */
    List<At> points(At world) {
        if (!question().isFunction()) {
            return List.of(world);
        }
        List<Frame> every = every(world.frame(), question().arguments(), MAX_EXHAUSTED);
        if (!every.isEmpty()) {
            return some(every.stream()
                    .filter(this::matters)
                    .map(frame -> new At(frame, drawn()))
                    .toList());
        }
        List<Sample> inside = Sample.inside(data.seed());
        return some(points(world, isOfMatrices() ? inside.subList(0, INSIDE_OF_MATRICES) : inside));
    }

    private static List<At> some(List<At> points) {
        if (points.isEmpty()) {
            throw new NoValue("no point that was tried meets the conditions in 'where'");
        }
        return points;
    }

    /** The points at the edges of the domain in one draw, where functions differ that agree inside; none for a number. */
    List<At> edges(At world) {
        boolean all =
                !every(world.frame(), question().arguments(), MAX_EXHAUSTED).isEmpty();
        List<Sample> edges = question().isFunction() && !all ? Sample.edges(data.seed()) : List.of();
        return points(world, isOfMatrices() ? edges.subList(1, 1 + EDGES_OF_MATRICES) : edges);
    }

    private boolean isOfMatrices() {
        for (Ranged argument : question().arguments()) {
            if (!argument.variable().type().isScalar()) {
                return true;
            }
        }
        return false;
    }

    private List<At> points(At world, List<Sample> samples) {
        List<At> points = new ArrayList<>(samples.size());
        for (Sample sample : samples) {
            At point = point(world, sample);
            if (matters(point.frame())) {
                points.add(point);
            }
        }
        return points;
    }

    private At point(At world, Sample sample) {
        Frame frame = world.frame();
        for (Ranged argument : question().arguments()) {
            frame = frame.with(argument.variable(), argument.domain().draw(frame, sample));
        }
        return new At(frame, drawn());
    }

    /** The arbitrary symbols, then the arguments. */
    private List<Ranged> drawn() {
        List<Ranged> drawn = new ArrayList<>(question().arbitrary());
        drawn.addAll(question().arguments());
        return drawn;
    }

    /** The first {@code most} places at which the expressions are evaluated: every draw, and the points of each. */
    List<At> places(int most) {
        return places(data.frame(), most);
    }

    /** The first places, while a candidate is under test. */
    List<At> places(Option candidate, int most) {
        return places(withCandidate(candidate), most);
    }

    /** All places, while a candidate is under test. */
    List<At> places(Option candidate) {
        return places(candidate, Integer.MAX_VALUE);
    }

    private List<At> places(Frame start, int most) {
        List<At> places = new ArrayList<>();
        for (int i = 0; i < worlds() && places.size() < most; i++) {
            List<At> points = points(world(start.rested(), i));
            places.addAll(points.subList(0, Math.min(points.size(), most - places.size())));
        }
        return places;
    }

    /** Adds what each option is worth at a point. */
    void addCandidates(At point, Map<String, List<Estimate>> candidates) {
        for (Option option : options()) {
            if (!option.isClaim()) {
                candidates
                        .computeIfAbsent(option.key(), key -> new ArrayList<>())
                        .add(point.frame().estimate(option.expression().term(), 1));
            }
        }
    }

    /** Adds what each option is worth at a point at the edge of the domain. */
    void addCandidatesAtEdge(At point, Map<String, List<Estimate>> candidates) {
        for (Option option : options()) {
            List<Estimate> values = candidates.get(option.key());
            if (values != null) {
                values.add(atEdge(option.expression().term(), point.frame()));
            }
        }
    }

    /**
     * The value of a term at the edge of its domain, where it need not have one. A numerical method is not better there than
     * the rounding of its largest values.
     *
     * @param scale of the values inside
     */
    Estimate estimateAtEdge(Term term, Frame frame, double scale) {
        Estimate found = atEdge(term, frame);
        return engines.isEmpty() ? found : new Estimate(found.value(), Math.max(found.error(), Math.ulp(scale)));
    }

    private Estimate atEdge(Term term, Frame frame) {
        try {
            return frame.estimate(term, TRIALS);
        } catch (NoValue e) {
            return Estimate.unknown();
        }
    }
}
