package org.ansatz.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;
import org.jspecify.annotations.Nullable;

/** A binder at work: its body as a function of the bound variables, in one frame. */
public final class Loop {

    private static final int TRIALS = 3;

    private final Term.Bound term;
    private final Function<Frame, Value> body;
    private final Frame frame;
    private int tried;
    private boolean triedAll;

    Loop(Term.Bound term, Function<Frame, Value> body, Frame frame) {
        this.term = term;
        this.body = body;
        this.frame = frame;
    }

    /** Receives the body's value at each element. */
    public interface Visitor {
        /** Returns whether to go on. */
        boolean visit(Value element, Value body);
    }

    /** Visits every combination of elements that meets the condition; the element shown is that of the last variable. */
    public void each(Visitor visitor) {
        triedAll = each(0, frame, (element, inside) -> visitor.visit(element, body.apply(inside)));
    }

    /** Receives the frame in which the variables have their values. */
    private interface Inside {
        /** Returns whether to go on. */
        boolean visit(Value element, Frame inside);
    }

    private boolean each(int depth, Frame around, Inside visitor) {
        Generator generator = term.generators().get(depth);
        return generator.domain().each(around, element -> {
            Frame inside = bound(generator, element, around);
            if (depth + 1 < term.generators().size()) {
                return each(depth + 1, inside, visitor);
            }
            tried++;
            return !meetsCondition(inside) || visitor.visit(element, inside);
        });
    }

    /** Where the variables have the first values at which the body is as asked for; null if it is so nowhere. */
    @Nullable
    Frame first(Predicate<Value> asked) {
        Frame[] found = new Frame[1];
        boolean none = each(0, frame, (element, inside) -> {
            found[0] = inside;
            return !asked.test(body.apply(inside));
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

    private boolean meetsCondition(Frame inside) {
        Term condition = term.condition();
        return condition == null || ((Truth) inside.value(condition)).holds();
    }

    /** The one domain. */
    public Domain domain() {
        return term.generators().get(0).domain();
    }

    /** Whether the one domain is a real interval. */
    public boolean isReal() {
        return domain() instanceof RealInterval;
    }

    /** The lower end of the one domain, a real interval. */
    public double low() {
        return finite(((RealInterval) domain()).low(frame));
    }

    /** The upper end of the one domain, a real interval. */
    public double high() {
        return finite(((RealInterval) domain()).high(frame));
    }

    private static double finite(double end) {
        if (Double.isInfinite(end)) {
            throw new ArithmeticException("the interval is unbounded: give it finite ends");
        }
        return end;
    }

    /** The body at a point of the one domain. */
    public Value at(Value point) {
        return body.apply(bound(term.generators().get(0), point, frame));
    }

    /** The gradient of the body, one number, at a point of the one domain, by going back over a tape once. */
    public Value gradientAt(Value point) {
        return Recording.gradient(term.body(), term.generators().get(0).slot(), point, frame);
    }

    /**
     * The body at a point of the one domain, as a real number.
     *
     * @throws ArithmeticException inside a derivative with respect to something the body depends on: a search
     *     compares numbers and would lose it
     */
    public double at(double point) {
        Value value = at(new Value.Real(point));
        if (value instanceof Value.Dual) {
            throw new ArithmeticException("a search over an interval inside a derivative is not differentiated");
        }
        return Arithmetic.real(value);
    }

    /** How far the body moves at a point of the one domain where roundings are simulated a few times; in the body's unit. */
    public double rounding(Value point) {
        Value sound = at(point);
        double largest = 0;
        for (int trial = 1; trial <= TRIALS; trial++) {
            Frame moved = bound(term.generators().get(0), point, frame.jittered(trial));
            largest = Math.max(largest, Arrays.distance(sound, body.apply(moved)));
        }
        return largest;
    }

    /** Whether no step is left to evaluate the body with. */
    public boolean isExhausted() {
        return frame.isExhausted();
    }

    /** The derivative of the body at a point of the one domain; by a matrix, entry by entry. */
    public Value slopeAt(Value point) {
        int order = frame.nextDifferentiation();
        if (!(point instanceof Value.Array)) {
            return Arrays.eps(at(new Value.Dual(order, point, Arithmetic.ONE)), order);
        }
        Value.Array matrix = (Value.Array) point;
        List<Value> entries = new ArrayList<>(matrix.entries());
        List<Value> slopes = new ArrayList<>(entries.size());
        for (int i = 0; i < matrix.entries().size(); i++) {
            Value entry = matrix.entries().get(i);
            entries.set(i, new Value.Dual(order, entry, Arithmetic.ONE));
            slopes.add(Arrays.eps(at(new Value.Array(matrix.rows(), matrix.columns(), entries)), order));
            entries.set(i, entry);
        }
        return new Value.Array(matrix.rows(), matrix.columns(), slopes);
    }

    /** The one element of the one domain, a point. */
    public Value point() {
        Value[] found = new Value[1];
        domain().each(frame, element -> {
            found[0] = element;
            return false;
        });
        return found[0];
    }
}
