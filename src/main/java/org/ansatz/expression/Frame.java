package org.ansatz.expression;

import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression is evaluated: the values of the declared names, the solved field block, and the count of steps
 * that bounds the work, so that a verdict never depends on the machine's speed. Used by one thread.
 */
public final class Frame {

    /** The most steps one route may take on one set of data. */
    public static final long MAX_STEPS = 20_000_000;

    private final @Nullable Value[] slots;
    private final Layout layout;
    private final Steps steps;
    private final @Nullable Model model;
    private final @Nullable Jitter jitter;
    private final boolean judging;

    private Frame(
            @Nullable Value[] slots,
            Layout layout,
            Steps steps,
            @Nullable Model model,
            @Nullable Jitter jitter,
            boolean judging) {
        this.slots = slots;
        this.layout = layout;
        this.steps = steps;
        this.model = model;
        this.jitter = jitter;
        this.judging = judging;
    }

    /** Steps left, shared by all frames of one route's run. */
    private static final class Steps {
        private long left = MAX_STEPS;
        private int differentiations;
    }

    /** An empty frame for all names that {@code layout} knows. */
    public static Frame of(Layout layout) {
        return new Frame(new Value[layout.size()], layout, new Steps(), null, null, false);
    }

    /** A copy in which {@code variable} has a value; steps are evaluated anew. */
    public Frame with(Binding.Variable variable, Value value) {
        return with(variable.slot(), value);
    }

    /** A copy in which {@code formula} is the candidate for the function asked for. */
    public Frame with(Binding.AskedFunction asked, Term formula) {
        return with(asked.slot(), new Value.Handle(formula));
    }

    Frame with(int slot, Value value) {
        Frame copy = copy(model, jitter, judging);
        copy.slots[slot] = value;
        return copy;
    }

    /** A copy that takes exported names from {@code solved}. */
    public Frame with(Model solved) {
        return copy(solved, jitter, judging);
    }

    /** A copy in which roundings and errors are simulated, differently for each seed. */
    public Frame jittered(long seed) {
        return copy(model, new Jitter(seed), judging);
    }

    /** A copy in which comparisons allow for the error of what they compare: ties are equal. */
    public Frame judging() {
        return copy(model, jitter, true);
    }

    /** A copy with the whole allowance of steps. */
    public Frame rested() {
        @Nullable Value[] fresh = slots.clone();
        return new Frame(fresh, layout, new Steps(), model, jitter, judging);
    }

    private Frame copy(@Nullable Model newModel, @Nullable Jitter newJitter, boolean newJudging) {
        @Nullable Value[] fresh = new Value[Math.max(slots.length, layout.size())];
        System.arraycopy(slots, 0, fresh, 0, slots.length);
        layout.forgetSteps(fresh);
        return new Frame(fresh, layout, steps, newModel, newJitter, newJudging);
    }

    /** The value of a declared name, or null if it has none here. */
    public @Nullable Value value(Binding.Variable variable) {
        return slots[variable.slot()];
    }

    @Nullable
    Value slot(int slot) {
        return slots[slot];
    }

    void bind(int slot, @Nullable Value value) {
        slots[slot] = value;
    }

    Value export(Export export, java.util.List<Value> arguments) {
        if (model == null) {
            throw new ArithmeticException(export.name() + " has no value outside its route");
        }
        Estimate estimate = model.evaluate(export, arguments, this);
        return within(estimate);
    }

    /** The value of an estimate, moved by its error where errors are simulated. */
    public Value within(Estimate estimate) {
        return jitter == null ? estimate.value() : jitter.within(estimate.value(), estimate.error());
    }

    boolean isJittered() {
        return jitter != null;
    }

    boolean isJudging() {
        return judging && jitter == null;
    }

    int nextDifferentiation() {
        return ++steps.differentiations;
    }

    /** Counts a step and simulates its rounding. */
    Value settle(Value value, Term term) {
        if (--steps.left < 0) {
            throw new ExpressionFault(term.span(), "more than " + MAX_STEPS + " steps: the work grows too large here");
        }
        if (value instanceof Value.Real && Double.isNaN(((Value.Real) value).x())) {
            throw new ExpressionFault(term.span(), "has no value: the result is not a number");
        }
        return jitter == null ? value : jitter.rounded(value);
    }
}
