package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Layout;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.OutOfDomain;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression is evaluated: the values of the declared names, the {@link Mode} in which they count, and the {@link Work}
 * that its copies share, whose count of steps is bounded, so that a verdict never depends on the machine's speed. Used by one thread.
 */
public final class Frame implements Evaluator {

    /** The most steps one route may take on one set of data. */
    public static final long MAX_STEPS = 20_000_000;

    private final @Nullable Value[] slots;
    private final Layout layout;
    private final Mode mode;
    private final Work work;
    private final Steps steps;
    private final List<Doubt> doubts;
    private final Values values = new Values(this);

    private Frame(@Nullable Value[] slots, Layout layout, Mode mode, Work work, List<Doubt> doubts) {
        this.slots = slots;
        this.layout = layout;
        this.mode = mode;
        this.work = work;
        this.doubts = doubts;
        steps = work.steps();
    }

    /** A name whose value was found within an error, as long as it has that value. */
    private record Doubt(int slot, Estimate found) {
        boolean isOf(@Nullable Value[] slots) {
            return slots[slot] == found.value();
        }
    }

    /** An empty frame for all names that {@code layout} knows. */
    public static Frame of(Layout layout) {
        return new Frame(new Value[layout.size()], layout, Mode.PLAIN, Work.of(new Steps(false, MAX_STEPS)), List.of());
    }

    /** A copy in which {@code variable} has a value; steps are evaluated anew. */
    public Frame with(Binding.Variable variable, Value value) {
        return with(variable.slot(), value);
    }

    /** A copy in which {@code variable} has a value that is known within an error: where errors are simulated, it moves by that. */
    public Frame with(Binding.Variable variable, Estimate found) {
        List<Doubt> all = new ArrayList<>(doubts);
        all.add(new Doubt(variable.slot(), found));
        Frame copy = with(variable, found.value());
        return new Frame(copy.slots, layout, mode, work, List.copyOf(all));
    }

    /** A copy in which {@code formula} is the candidate for the function asked for. */
    public Frame with(Binding.AskedFunction asked, Term formula) {
        return with(asked.slot(), new Value.Handle(formula));
    }

    Frame with(int slot, Value value) {
        Frame copy = copy(mode);
        copy.slots[slot] = value;
        return copy;
    }

    /** A copy that takes exported names from {@code models}. */
    public Frame with(Models models) {
        return copy(mode.with(models));
    }

    /**
     * A copy in which these names alone have their values, for a block that is solved for them: without errors simulated, and
     * without a block.
     */
    public Frame only(List<Uses.Place> places) {
        return only(places, mode.alone());
    }

    /** The same with errors simulated as they are here, so that those of the block's data are. */
    public Frame onlySimulated(List<Uses.Place> places) {
        return only(places, mode.aloneSimulated());
    }

    /** Which simulation of errors this is; 0 if they are not simulated. */
    public long simulation() {
        Jitter jitter = mode.jitter();
        return jitter == null ? 0 : jitter.seed();
    }

    private Frame only(List<Uses.Place> places, Mode alone) {
        Frame copy = copy(alone);
        @Nullable Value[] all = copy.slots.clone();
        java.util.Arrays.fill(copy.slots, null);
        for (Uses.Place place : places) {
            copy.slots[place.slot()] = all[place.slot()];
        }
        return copy;
    }

    /** A copy in which roundings and errors are simulated, differently for each seed. */
    public Frame jittered(long seed) {
        Mode simulating = mode.jittered(seed);
        Frame copy = copy(simulating);
        for (Doubt doubt : doubts) {
            if (doubt.isOf(slots)) {
                copy.slots[doubt.slot()] = simulating.moved(doubt.found());
            }
        }
        return copy;
    }

    /** The same for steps that repeat the same operations: where roundings are simulated, theirs may return with them. */
    Frame ofRepetition() {
        return mode.jitter() == null ? this : copy(mode.ofRepetition());
    }

    /** A copy in which comparisons allow for the error of what they compare: ties are equal. */
    public Frame judging() {
        return copy(mode.judging(true));
    }

    /** A copy in which numbers are compared as they are. */
    Frame unjudged() {
        return mode.judging() ? copy(mode.judging(false)) : this;
    }

    /** A copy in which neither roundings nor errors are simulated. */
    public Frame unjittered() {
        return copy(mode.unjittered());
    }

    /** A copy in which every term is evaluated as it stands, and none by a program: the definition of what programs find. */
    public Frame byTermsAlone() {
        return new Frame(slots.clone(), layout, mode, work.byTermsAlone(), doubts);
    }

    /** A copy in which every result of {@code engine} is false, each in the same way, to show what rests on it. */
    public Frame breaking(Engine engine) {
        return breaking(new Falsified(engine, false));
    }

    /** A copy in which every result of {@code engine} is false in its own way, so that none cancels another. */
    public Frame breakingEachCall(Engine engine) {
        return breaking(new Falsified(engine, true));
    }

    /** A copy in which every result of {@code engine} is so false that what is rounded to a whole number changes as well. */
    public Frame breakingGrossly(Engine engine) {
        return breaking(Falsified.grossly(engine));
    }

    private Frame breaking(Falsified broken) {
        return copy(mode.breaking(broken));
    }

    /** A copy in which truths that rest on an engine are presumed. */
    public Frame presuming(Presumed truths) {
        return copy(mode.presuming(truths));
    }

    /** A copy in which an engine is broken in a way, and that remembers nothing of what was found by sound ones. */
    Frame falsified(Falsified broken) {
        return afresh(mode.breaking(broken));
    }

    /** A copy in which nothing is made false, presumed or simulated. */
    Frame sound() {
        return afresh(new Mode(mode.models(), null, false, null, null));
    }

    private Frame afresh(Mode other) {
        Frame copy = copy(other);
        return new Frame(copy.slots, layout, other, work.forgotten(), doubts);
    }

    /** A copy with the whole allowance of steps, also for names that were declared since; a copy of a pooled one shares its. */
    public Frame rested() {
        return withSteps(steps.isPooled() ? steps : new Steps(false, MAX_STEPS));
    }

    /** A copy with the whole allowance of steps once, for all its copies together: whatever is asked of them is one question. */
    public Frame pooled() {
        return withSteps(new Steps(true, MAX_STEPS));
    }

    /** The same with no more than {@code most} steps in all. */
    public Frame pooled(long most) {
        return withSteps(new Steps(true, Math.min(most, MAX_STEPS)));
    }

    private Frame withSteps(Steps allowance) {
        @Nullable Value[] fresh = java.util.Arrays.copyOf(slots, Math.max(slots.length, layout.size()));
        return new Frame(fresh, layout, mode, work.with(allowance), doubts);
    }

    private Frame copy(Mode newMode) {
        @Nullable Value[] fresh = new Value[Math.max(slots.length, layout.size())];
        System.arraycopy(slots, 0, fresh, 0, slots.length);
        layout.forgetSteps(fresh);
        return new Frame(fresh, layout, newMode, work, doubts);
    }

    /**
     * The value of a term, in SI.
     *
     * @throws ExpressionFault if it does not exist (division by zero) or takes more steps than are allowed
     */
    @Override
    public Value value(Term term) {
        try {
            return settle(term.fold(values), term);
        } catch (ExpressionFault | Tied e) {
            throw e;
        } catch (NoValue e) {
            throw new ExpressionFault(term.span(), e.reason(), e instanceof OutOfDomain);
        }
    }

    /**
     * The value of a term and its error: what its enclosure proves where that is narrow, else what simulated errors show.
     *
     * @param trials how many simulations; none are made of what is exact
     * @throws ExpressionFault as {@link #value(Term)}, and if the value is infinite
     */
    public Estimate estimate(Term term, int trials) {
        return Estimation.of(term, trials, this);
    }

    /** A value, and what it took to find it. */
    record Found(Value value, boolean isRounded, long steps) {}

    /** The value of a term, with whether anything was rounded for it, and how many steps it took. */
    Found found(Term term) {
        boolean isRoundedAround = steps.isRounded();
        steps.forgetNotes();
        long before = steps.left();
        try {
            Value value = value(term);
            return new Found(value, steps.isRounded(), before - steps.left());
        } finally {
            steps.noteRounding(isRoundedAround);
        }
    }

    @Override
    public Value unenclosed(Term term) {
        work.searches().plain();
        return value(term);
    }

    /**
     * What the value of a term is known to lie in, whatever it was computed with.
     *
     * @throws NoEnclosure if the term, or a part of it, does not say
     */
    @Override
    public Enclosed enclosure(Term term) {
        return Enclosures.of(term, this);
    }

    /**
     * Where on a box of values for some variables a condition holds.
     *
     * @throws NoEnclosure if a part of it does not say what it lies in
     */
    public Enclosed.Truth truth(Term condition, List<Binding.Variable> variables, Interval[] box) {
        return EnclosingTerms.condition(condition, box, generators(variables), this);
    }

    /**
     * Where on a box of values for some variables a condition holds for certain, no part of it being taken as it is evaluated.
     *
     * @throws NoEnclosure if a part of it does not say what it lies in
     */
    public Enclosed.Truth provingTruth(Term condition, List<Binding.Variable> variables, Interval[] box) {
        return EnclosingTerms.provingCondition(condition, box, generators(variables), this);
    }

    /**
     * A term as a function of variables that encloses itself. Parts that do not depend on them and do not say what they lie in,
     * such as what a field block gives, are taken as they are evaluated, without their errors.
     *
     * @throws NoEnclosure where arithmetic is false on purpose
     */
    public Enclosing enclosing(Term term, List<Binding.Variable> variables) {
        requireTrueArithmetic();
        return EnclosingTerms.of(term, generators(variables), this);
    }

    /**
     * A term as a function of variables that encloses itself, so that what is seen of it is proved.
     *
     * @throws NoEnclosure where arithmetic is false on purpose; the function, where a part does not say what it lies in
     */
    public Enclosing proving(Term term, List<Binding.Variable> variables) {
        requireTrueArithmetic();
        return EnclosingTerms.proving(term, generators(variables), this);
    }

    private void requireTrueArithmetic() {
        if (isBroken(Engine.ARITHMETIC)) {
            throw new NoEnclosure("what is false on purpose");
        }
    }

    private static List<Generator> generators(List<Binding.Variable> variables) {
        List<Generator> generators = new ArrayList<>(variables.size());
        for (Binding.Variable variable : variables) {
            generators.add(new Generator(variable.name(), variable.slot(), new Domain.Here(variable), true));
        }
        return generators;
    }

    /** Whether a term is computed without any rounding. */
    public boolean isExact(Term term) {
        return isExact(frame -> frame.value(term));
    }

    /** Whether nothing is rounded while some terms are evaluated in a copy of this frame. */
    public boolean isExact(Consumer<Frame> work) {
        steps.forgetNotes();
        work.accept(copy(mode));
        return !steps.isRounded();
    }

    /**
     * The value of a real term as a double; where errors are simulated, moved by what that rounds.
     *
     * @throws ExpressionFault as {@link #value(Term)}
     */
    public double real(Term term) {
        return Arithmetic.real(converted(value(term)));
    }

    /** How large the value of a term would be, in SI, if nothing cancelled in it. */
    public double scale(Term term) {
        return Scale.of(term, this);
    }

    /** What the modes of evaluation share with this one. */
    Values values() {
        return values;
    }

    /** The value of a declared name, or null if it has none here. */
    @Override
    public @Nullable Value value(Binding.Variable variable) {
        return slots[variable.slot()];
    }

    /** The value that stands at a place, or null if there is none here. */
    public @Nullable Value value(Uses.Place place) {
        return place.slot() < slots.length ? slots[place.slot()] : null;
    }

    @Nullable
    Value slot(int slot) {
        return slots[slot];
    }

    /** The value that stands at a place where there is one. */
    Value slotOrFail(int slot) {
        return java.util.Objects.requireNonNull(slots[slot]);
    }

    void bind(int slot, @Nullable Value value) {
        slots[slot] = value;
    }

    /** What the field block answers here. */
    BlockAnswers block() {
        return new BlockAnswers(mode.models(), this);
    }

    /**
     * What the field block, solved, says of itself, a line each.
     *
     * @throws NoValue if it has no solution here, with the reason
     * @throws ExpressionFault if a value does not exist
     */
    public List<String> account() {
        return block().account();
    }

    /** Whether a search or an integral in a term solves the field block anew at each value that it tries, and knows nothing between. */
    public boolean searchesBlindly(Term term) {
        return BlindSearch.isIn(term, this);
    }

    /** What an engine found, as it counts here: false where the engine is broken. */
    public Estimate found(Engine engine, Estimate estimate) {
        return mode.found(engine, estimate);
    }

    /** The value that an engine found, moved by its error where errors are simulated. */
    public Value result(Engine engine, Estimate estimate) {
        return mode.result(engine, estimate);
    }

    /** Whether plain arithmetic counts here as it is: neither are its roundings simulated, nor is it made false. */
    boolean isPlain() {
        return mode.isPlain();
    }

    /** Whether a name has a value that is only known within an error, so that no enclosure holds what rests on it. */
    boolean isDoubtful() {
        return doubts.stream().anyMatch(doubt -> doubt.isOf(slots));
    }

    /** Whether nothing is simulated and nothing made false. */
    boolean isSound() {
        return mode.isSound();
    }

    /** Whether nothing is made false. */
    boolean isTrue() {
        return mode.broken() == null;
    }

    /** Whether the results of this engine are false here. */
    boolean isBroken(Engine engine) {
        return mode.isBroken(engine);
    }

    /** What simulates errors, or null. */
    @Nullable
    Jitter jitter() {
        return mode.jitter();
    }

    /** Programs for terms in frames like this. */
    Programs programs() {
        return work.programs();
    }

    /** Notes whether what was found elsewhere, by a program or from the data of a block, was rounded there. */
    public void rounds(boolean isRounded) {
        steps.noteRounding(isRounded);
    }

    /** Searches that need not be made again. */
    Remembered remembered() {
        return work.searches();
    }

    /** The elements of a sequence, as far as they are known in frames like this. */
    Elements elements(Term.Recurrence recurrence) {
        return work.elements().of(recurrence, mode, this);
    }

    /** Whether a name stands for what is being differentiated. */
    boolean isDifferentiating() {
        for (Value value : slots) {
            if (value instanceof Value.Dual) {
                return true;
            }
        }
        return false;
    }

    /**
     * A copy in which what is being differentiated stands still.
     *
     * @param away how far it stands from where it is, relative to it
     */
    Frame still(double away) {
        Frame copy = copy(mode);
        for (int i = 0; i < copy.slots.length; i++) {
            Value value = copy.slots[i];
            if (value instanceof Value.Dual) {
                double x = Arithmetic.real(value);
                copy.slots[i] = new Value.Real(x + away * Math.max(1, Math.abs(x)));
            }
        }
        return copy;
    }

    /** As many places as this frame has, for enclosures of what takes values in it. */
    @Nullable
    Enclosed[] places() {
        return new Enclosed[slots.length];
    }

    boolean isJudging() {
        return mode.judging() && mode.jitter() == null;
    }

    /**
     * Where errors are simulated: an exact number as it is for a function that takes it for a double, moved by what that
     * changes; any other value as it is.
     */
    Value converted(Value value) {
        return mode.converted(value);
    }

    /** Whether no step is left, so that nothing can be evaluated any more. */
    public boolean isExhausted() {
        return steps.isExhausted();
    }

    /** The order of a differentiation whose infinitesimal may have either sign. */
    int nextDifferentiation() {
        return 2 * steps.nextDifferentiation();
    }

    /** The order of a differentiation whose infinitesimal is positive. */
    public int nextOneSided() {
        return nextDifferentiation() + 1;
    }

    /**
     * Counts steps.
     *
     * @throws CancellationException if the thread was interrupted: somebody no longer waits for the result
     */
    void spend(long count, Term term) {
        steps.spend(count, term);
    }

    /**
     * Counts the steps of work that is no expression, such as the solution of a circuit: a step is worth about as much time
     * as a hundred multiplications of numbers in a row.
     *
     * @param count not negative
     * @throws NoValue if so many are not left
     * @throws CancellationException if the thread was interrupted: somebody no longer waits for the result
     */
    public void spend(long count) {
        steps.spend(count);
    }

    /** How many steps were counted since this frame rested. */
    public long spent() {
        return steps.spent();
    }

    /** Counts the step that led to a value, by its size, and simulates its rounding. */
    Value settle(Value value, Term term) {
        steps.settle(value, term);
        Value rounded = mode.rounded(value, term);
        Presumed presumed = mode.presumed();
        return presumed == null ? rounded : presumed.instead(rounded, term, this);
    }
}
