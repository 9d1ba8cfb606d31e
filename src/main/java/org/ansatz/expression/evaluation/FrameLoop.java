package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Roughness;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.polynomial.Fraction;
import org.ansatz.proof.Breaks;
import org.ansatz.proof.Extremum;
import org.ansatz.proof.Impulses;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** A binder at work: its body as a function of the bound variables, in one frame. */
final class FrameLoop implements Loop {

    private static final int TRIALS = 3;

    /** A sequence is followed along every so many-th number. */
    private static final int RESIDUES = 4;

    /** By how much what is being differentiated is moved to see what moves with it. */
    private static final double NUDGE = 1e-6;

    /** Where the other variables are, in their intervals, while one is followed through its own. */
    private static final double[] PARTS = {0.382, 0.854, 0.124};

    private final Term.Bound term;
    private final Function<Frame, Value> body;
    private final boolean isPlain;
    private final boolean isProving;
    private final Frame frame;
    private final Fixed fixed = new Fixed();
    private int tried;
    private boolean triedAll;
    private @Nullable Line line;

    /** A binder whose body is evaluated as it stands. */
    FrameLoop(Term.Bound term, Frame frame) {
        this(term, inside -> inside.value(term.body()), true, false, frame);
    }

    /** A binder whose body is evaluated otherwise. */
    FrameLoop(Term.Bound term, Function<Frame, Value> body, Frame frame) {
        this(term, body, false, false, frame);
    }

    private FrameLoop(Term.Bound term, Function<Frame, Value> body, boolean isPlain, boolean isProving, Frame frame) {
        this.term = term;
        this.body = body;
        this.isPlain = isPlain;
        this.isProving = isProving;
        this.frame = frame;
    }

    /** The same binder, whose body encloses itself only if all of it does, so that what is found by that is proved. */
    FrameLoop proving() {
        return new FrameLoop(term, body, isPlain, true, frame);
    }

    @Override
    public void each(Visitor visitor) {
        triedAll = each(0, frame, (element, inside) -> {
            tried++;
            return !meetsCondition(inside) || visitor.visit(element, body.apply(inside));
        });
    }

    @Override
    public void takeEach(Taker taker) {
        Enumeration enumeration = new Enumeration(this, term, taker);
        triedAll = each(0, frame, enumeration);
    }

    /** Receives the frame in which the variables have their values. */
    interface Inside {
        /** Returns whether to go on. */
        boolean visit(Value element, Frame inside);

        /**
         * Takes whole numbers from {@code first} to {@code last} as values of the last variable, as many as it likes.
         *
         * @param around where the other variables have their values
         * @return the next to be shown one by one; {@code last + 1} if there is none
         */
        default long takeRange(long first, long last, Frame around) {
            return first;
        }

        /** What is left to do where all were shown; returns whether to go on. */
        default boolean finish() {
            return true;
        }
    }

    private boolean each(int depth, Frame around, Inside visitor) {
        boolean all = depth + 1 < term.generators().size()
                ? eachOuter(depth, around, visitor)
                : eachInner(term.generators().get(depth), around, visitor);
        return all && (depth > 0 || visitor.finish());
    }

    private boolean eachOuter(int depth, Frame around, Inside visitor) {
        Generator generator = term.generators().get(depth);
        return generator.domain().each(around, element -> each(depth + 1, bound(generator, element, around), visitor));
    }

    private static boolean eachInner(Generator generator, Frame around, Inside visitor) {
        Domain domain = generator.domain();
        Domain.Range range = domain.range(around);
        if (range != null) {
            boolean goesOn = true;
            for (long next = visitor.takeRange(range.first(), range.last(), around);
                    goesOn && next <= range.last();
                    next = visitor.takeRange(next + 1, range.last(), around)) {
                Value element = Value.Exact.of(next);
                goesOn = visitor.visit(element, bound(generator, element, around));
            }
            return goesOn;
        }
        return domain.each(around, element -> visitor.visit(element, bound(generator, element, around)));
    }

    /** Where the variables have the first values at which the body is as asked for; null if it is so nowhere. */
    @Nullable
    Frame first(Predicate<Value> asked) {
        Frame[] found = new Frame[1];
        boolean none = each(0, frame, (element, inside) -> {
            found[0] = inside;
            return !meetsCondition(inside) || !asked.test(body.apply(inside));
        });
        return none ? null : found[0];
    }

    /** Where the variable has this value: another frame if steps and blocks may depend on it. */
    private static Frame bound(Generator generator, Value value, Frame around) {
        if (generator.isDeclared()) {
            return around.with(generator.slot(), value);
        }
        around.bind(generator.slot(), value);
        return around;
    }

    /** Whether elements were counted off, and there was but one: nothing was enumerated. */
    boolean triedOne() {
        return triedAll && tried == 1;
    }

    /** The frame in which the variables have these values. */
    Frame inside(Value[] elements) {
        Frame inside = frame;
        for (int i = 0; i < elements.length; i++) {
            inside = bound(term.generators().get(i), elements[i], inside);
        }
        return inside;
    }

    /** Takes the body where the condition holds; whether to go on. */
    boolean take(Frame inside, Taker taker) {
        return !meetsCondition(inside) || taker.take(body.apply(inside));
    }

    /** Takes the body for elements that were passed by, and leaves the variables as they are; whether to go on. */
    boolean takeAt(Value[] elements, Taker taker) {
        @Nullable Value[] now = new Value[elements.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = frame.slot(term.generators().get(i).slot());
        }
        boolean goesOn = take(inside(elements), taker);
        for (int i = 0; i < now.length; i++) {
            if (!term.generators().get(i).isDeclared()) {
                frame.bind(term.generators().get(i).slot(), now[i]);
            }
        }
        return goesOn;
    }

    /** Counts elements that were shown. */
    void tried(int count) {
        tried = (int) Math.min(Integer.MAX_VALUE, (long) tried + count);
    }

    private boolean meetsCondition(Frame inside) {
        Term condition = term.condition();
        return condition == null || ((Truth) inside.value(condition)).holds();
    }

    @Override
    public Domain domain() {
        return term.generators().get(0).domain();
    }

    @Override
    public boolean isReal() {
        return domain() instanceof RealInterval;
    }

    @Override
    public boolean isSingle() {
        return term.generators().size() == 1;
    }

    @Override
    public boolean isBounded() {
        RealInterval interval = (RealInterval) domain();
        return Double.isFinite(interval.low(frame)) && Double.isFinite(interval.high(frame));
    }

    @Override
    public Rational exactLow() {
        return ((RealInterval) domain()).exactLow(frame);
    }

    @Override
    public Rational exactHigh() {
        return ((RealInterval) domain()).exactHigh(frame);
    }

    @Override
    public double low() {
        return finite(((RealInterval) domain()).low(frame));
    }

    @Override
    public double high() {
        return finite(((RealInterval) domain()).high(frame));
    }

    private static double finite(double end) {
        if (Double.isInfinite(end)) {
            throw new NoValue("the interval is unbounded: give it finite ends");
        }
        return end;
    }

    @Override
    public Value at(Value point) {
        return at(point, frame);
    }

    private Value at(Value point, Frame around) {
        around.remembered().plain();
        return body.apply(bound(term.generators().get(0), point, around));
    }

    @Override
    public double[] along(Value point, int entry, double[] values) {
        frame.remembered().plain();
        Line known = line;
        if (known == null || !known.isAround(point)) {
            known = new Line(point, program(point), term);
            line = known;
        }
        return known.along(entry, values);
    }

    private @Nullable Batch program(Value point) {
        try {
            return batch(List.of(Compiled.formOfMoved(point)), List.of(term.body()), Line.WIDTH);
        } catch (Unwritten e) {
            return null;
        }
    }

    /** A program for terms that stand in the binder; null if there is none, or if its body is evaluated otherwise. */
    @Nullable
    Batch batch(List<Form> forms, List<Term> terms, int width) {
        int[] slots = new int[forms.size()];
        boolean stepsDepend = false;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = term.generators().get(i).slot();
            stepsDepend |= term.generators().get(i).isDeclared();
        }
        return isPlain ? frame.programs().batch(term, terms, slots, forms, stepsDepend, width, frame) : null;
    }

    @Override
    public Value gradientAt(Value point) {
        Sides sides = new Sides(term.body().type(), slopeByEntry());
        return Recording.gradient(term.body(), term.generators().get(0).slot(), point, sides, frame);
    }

    @Override
    public double at(double point) {
        Value value = at(new Value.Real(point));
        if (value instanceof Value.Dual) {
            throw new NoValue("a search over an interval inside a derivative is not differentiated");
        }
        return Arithmetic.real(value);
    }

    @Override
    public boolean mayBeRough() {
        return Roughness.isPossible(term.body());
    }

    @Override
    public double rounding(Value point) {
        Value sound = at(point);
        double largest = 0;
        for (int trial = 1; trial <= TRIALS; trial++) {
            largest = Math.max(largest, Arrays.distance(sound, at(point, frame.jittered(trial))));
        }
        return largest;
    }

    @Override
    public Enclosing enclosing() {
        requireSound();
        return isProving
                ? EnclosingTerms.proving(term.body(), term.generators(), frame)
                : EnclosingTerms.of(term.body(), term.generators(), frame);
    }

    @Override
    public Enclosing outline() {
        requireSound();
        return EnclosingTerms.outline(term.body(), term.generators(), frame);
    }

    @Override
    public @Nullable Cube cube() {
        List<Term.Bound> nest = nest();
        if (nest.size() == 1) {
            return null;
        }
        return new Cube(
                (box, by, order) -> {
                    requireSound();
                    Fixed fixed = isProving ? null : new Fixed();
                    return EnclosingTerms.onCube(nest, box, by, order, frame, fixed);
                },
                nest.size());
    }

    /** This binder, and those of its kind that stand directly one inside the other. */
    private List<Term.Bound> nest() {
        List<Term.Bound> nest = new ArrayList<>(List.of(term));
        Term inside = term.body();
        while (isPlain && inside instanceof Term.Bound next && next.rule() == term.rule()) {
            nest.add(next);
            inside = next.body();
        }
        return nest;
    }

    @Override
    public List<Enclosing> enclosingParts() {
        requireSound();
        return EnclosingTerms.parts(term.body(), term.generators(), frame);
    }

    @Override
    public List<Interval> breaks() {
        return frame.isBroken(Engine.ARITHMETIC)
                ? List.of()
                : BreakSearch.in(
                        term.body(), term.generators().get(0), ((RealInterval) domain()).enclosure(frame), frame);
    }

    private void requireSound() {
        if (frame.isBroken(Engine.ARITHMETIC)) {
            throw new NoEnclosure("what is false on purpose");
        }
    }

    @Override
    public List<Expansion> approaches() {
        if (domain() instanceof Domain.Endless endless) {
            // Every fourth, and so on: what alternates is seen to.
            List<Expansion> residues = new ArrayList<>();
            for (int r = 0; r < RESIDUES; r++) {
                Expansion n = Expansion.ofPower(Rational.ONE)
                        .times(Expansion.of(RESIDUES))
                        .plus(Expansion.of(r));
                residues.add(endless.side() > 0 ? n : n.negate());
            }
            return residues;
        }
        Domain.Approach approach = (Domain.Approach) domain();
        Value point = frame.value(approach.point());
        double near = Arithmetic.real(point);
        if (Double.isInfinite(near)) {
            if (approach.side() != 0) {
                throw new NoValue("infinity is gone to from one side anyway: write inf or -inf");
            }
            Expansion x = Expansion.ofPower(Rational.ONE);
            return List.of(near > 0 ? x : x.negate());
        }
        Expansion at =
                FarOut.of(approach.point(), term.generators().get(0).slot(), Expansion.of(0), false, frame, fixed);
        Expansion away = Expansion.ofPower(Rational.of(-1));
        List<Expansion> ways = new ArrayList<>();
        if (approach.side() <= 0) {
            ways.add(at.minus(away));
        }
        if (approach.side() >= 0) {
            ways.add(at.plus(away));
        }
        return ways;
    }

    @Override
    public Expansion expansion(Expansion variable, boolean isIndex) {
        if (!isPlain || term.condition() != null) {
            throw new NoExpansion(isPlain ? "a condition" : "what is differentiated in reverse mode");
        }
        return FarOut.of(term.body(), term.generators().get(0).slot(), variable, isIndex, frame, fixed);
    }

    @Override
    public Expanded expanded(Expansion variable) {
        if (!isPlain || term.condition() != null) {
            throw new NoExpansion(isPlain ? "a condition" : "what is differentiated in reverse mode");
        }
        return FarOut.ofIndex(term.body(), term.generators().get(0).slot(), variable, frame);
    }

    @Override
    public Fraction fraction() {
        if (!isPlain || term.condition() != null) {
            throw new NoValue(isPlain ? "a condition has no place here" : "reverse mode does not go through this");
        }
        return Quotients.of(term.body(), term.generators().get(0).slot(), frame);
    }

    @Override
    public long first() {
        return ((Domain.Endless) domain()).first(frame);
    }

    @Override
    public Extremum.Condition condition() {
        Term condition = term.condition();
        if (condition == null) {
            return Extremum.Condition.NONE;
        }
        return box -> {
            Enclosed.Truth met = isProving
                    ? EnclosingTerms.provingCondition(condition, box, term.generators(), frame)
                    : EnclosingTerms.condition(condition, box, term.generators(), frame);
            boolean sure = !met.canFail() && met.regularity().isAtLeast(Regularity.DEFINED);
            return sure ? Extremum.Met.EVERYWHERE : met.canHold() ? Extremum.Met.PERHAPS : Extremum.Met.NOWHERE;
        };
    }

    @Override
    public Interval[] box() {
        Interval[] box = new Interval[term.generators().size()];
        for (int i = 0; i < box.length; i++) {
            Interval[] ends = ends((RealInterval) term.generators().get(i).domain());
            box[i] = ends[0].hull(ends[1]);
        }
        return box;
    }

    @Override
    public boolean hasMovingJump() {
        if (!frame.isDifferentiating()) {
            return false;
        }
        try {
            List<Interval> jumps = jumps(frame.still(0));
            List<Interval> moved = jumps.isEmpty() ? jumps : jumps(frame.still(NUDGE));
            boolean same = jumps.size() == moved.size();
            for (int i = 0; same && i < jumps.size(); i++) {
                same = jumps.get(i).meets(moved.get(i));
            }
            return !same;
        } catch (NoEnclosure | NoValue e) {
            return false;
        }
    }

    @Override
    public @Nullable Interval impulse() {
        if (!isPlain || frame.isBroken(Engine.ARITHMETIC) || frame.remembered().isLookedAtFromOutside(term)) {
            return null;
        }
        List<Term.Bound> nest = nest();
        nest.subList(1, nest.size()).forEach(frame.remembered()::lookedAtFromOutside);
        if (!isDifferentiated(term.body())) {
            return null;
        }
        Term body = nest.get(nest.size() - 1).body();
        List<Generator> variables = new ArrayList<>();
        nest.forEach(binder -> variables.addAll(binder.generators()));
        for (int i = 0; i < variables.size(); i++) {
            for (double part : PARTS) {
                Interval place = impulse(body, i, part, variables);
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    private @Nullable Interval impulse(Term body, int of, double part, List<Generator> variables) {
        try {
            Interval domain = of == 0
                    ? ((RealInterval) domain()).enclosure(frame)
                    : EnclosingTerms.domain(of, part, variables, frame);
            return Impulses.first(domain, set -> EnclosingTerms.jump(body, of, set, part, variables, frame));
        } catch (NoEnclosure | NoValue e) {
            return null;
        }
    }

    private static boolean isDifferentiated(Term term) {
        return term instanceof Term.Derivative
                || term instanceof Term.Bound bound && bound.rule().isDerivative()
                || term.inside().stream().anyMatch(FrameLoop::isDifferentiated);
    }

    private List<Interval> jumps(Frame still) {
        Enclosing function = EnclosingTerms.of(term.body(), term.generators(), still);
        Interval domain = ((RealInterval) domain()).enclosure(still);
        return Breaks.in(
                domain, Regularity.CONTINUOUS, set -> function.on(set, 0).regularity());
    }

    @Override
    public Interval[] ends() {
        return ends((RealInterval) domain());
    }

    private Interval[] ends(RealInterval interval) {
        return isProving ? interval.provedEnds(frame) : interval.ends(frame);
    }

    @Override
    public <T> T once(Supplier<T> search) {
        return frame.remembered().once(term, frame, search);
    }

    @Override
    public boolean isExhausted() {
        return frame.isExhausted();
    }

    @Override
    public Estimate slopeAt(Value point) {
        Sides sides = new Sides(term.body().type(), slopeByEntry());
        if (!(point instanceof Value.Array)) {
            Value slope = Slopes.at(point, this::at, sides, frame);
            int slot = term.generators().get(0).slot();
            return EnclosedSlopes.orEnclosed(slope, term.body(), slot, point, frame);
        }
        Value.Array matrix = (Value.Array) point;
        List<Value> slopes = new ArrayList<>(matrix.entries().size());
        for (int i = 0; i < matrix.entries().size(); i++) {
            int entry = i;
            slopes.add(
                    Slopes.at(matrix.entries().get(i), (x, inside) -> at(matrix.with(entry, x), inside), sides, frame));
        }
        return Estimate.exact(new Value.Array(matrix.rows(), matrix.columns(), slopes));
    }

    /** The type of a derivative by one number of the point. */
    private Type slopeByEntry() {
        return domain().type().isScalar()
                ? term.type()
                : term.type().with(term.body().type().shape());
    }

    @Override
    public SampleSpace sampleSpace() {
        if (frame.isDifferentiating()) {
            throw new NoValue("a statistic of random variables is not differentiated; differences(…) does");
        }
        return new FrameSpace(term, frame.unjudged());
    }

    @Override
    public Value point() {
        return point(0);
    }

    @Override
    public Value point(int variable) {
        Value[] found = new Value[1];
        term.generators().get(variable).domain().each(frame, element -> {
            found[0] = element;
            return false;
        });
        return found[0];
    }
}
