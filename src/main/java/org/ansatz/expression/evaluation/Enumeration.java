package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A binder that counts off its elements: the first few one by one, and if there are more, by a program, as many at a time as
 * stand side by side in it. What the program does not know is evaluated as the terms say, in its turn.
 */
final class Enumeration implements FrameLoop.Inside {

    /** For fewer elements a program is not worth its while. */
    private static final int FEW = 32;

    /** How many elements stand side by side. */
    private static final int WIDTH = 256;

    /** A program that knows less than this part of its results is given up. */
    private static final double KNOWN = 0.5;

    /** Up to here every whole number is a double. */
    private static final long MAX_WHOLE = 1L << 53;

    private final FrameLoop loop;
    private final Term.Bound term;
    private final Loop.Taker taker;
    private final double[] bodies = new double[WIDTH];

    private int seen;
    private boolean isStopped;
    private @Nullable Batch batch;

    /** How many elements wait in the program. */
    private int waiting;

    Enumeration(FrameLoop loop, Term.Bound term, Loop.Taker taker) {
        this.loop = loop;
        this.term = term;
        this.taker = taker;
    }

    @Override
    public boolean visit(Value element, Frame inside) {
        if (isStopped) {
            return false;
        }
        loop.tried(1);
        if (++seen == FEW) {
            batch = written(inside);
        }
        Batch program = batch;
        if (program == null || !fits(program, inside)) {
            return takeWaiting() && loop.take(inside, taker);
        }
        inside.spend(1, term);
        for (int i = 0; i < term.generators().size(); i++) {
            program.set(i, waiting, value(i, inside));
        }
        return ++waiting < program.width() || takeWaiting();
    }

    private Value value(int generator, Frame inside) {
        return inside.slotOrFail(term.generators().get(generator).slot());
    }

    private boolean fits(Batch program, Frame inside) {
        boolean fits = true;
        for (int i = 0; fits && i < term.generators().size(); i++) {
            Value value = value(i, inside);
            boolean isHeld = value instanceof Value.Exact exact
                    && !Double.isNaN(exact.number().asDouble());
            fits = program.takesExact(i) ? isHeld : value instanceof Value.Real real && !real.isNearOne();
        }
        return fits;
    }

    private @Nullable Batch written(Frame inside) {
        List<Term> terms = new ArrayList<>();
        if (term.condition() != null) {
            terms.add(term.condition());
        }
        terms.add(term.body());
        try {
            List<Form> forms = new ArrayList<>();
            for (Generator generator : term.generators()) {
                forms.add(Compiled.form(inside.slotOrFail(generator.slot())));
            }
            return loop.batch(forms, terms, WIDTH);
        } catch (Unwritten e) {
            return null;
        }
    }

    @Override
    public long takeRange(long first, long last, Frame around) {
        Batch program = batch;
        int innermost = term.generators().size() - 1;
        if (program == null || first >= last || Math.max(Math.abs(first), Math.abs(last)) > MAX_WHOLE) {
            return first;
        }
        around.bind(term.generators().get(innermost).slot(), Value.Exact.of(first));
        if (!fits(program, around)) {
            return first;
        }
        long next = first;
        while (next <= last && batch != null && !isStopped) {
            int count = (int) Math.min(program.width() - waiting, last - next + 1);
            for (int i = 0; i < innermost; i++) {
                program.fill(i, waiting, count, value(i, around));
            }
            program.count(innermost, waiting, count, next);
            loop.tried(count);
            waiting += count;
            next += count;
            if (waiting == program.width()) {
                takeWaiting();
            }
        }
        return next;
    }

    @Override
    public boolean finish() {
        return takeWaiting();
    }

    /** Takes the bodies of the elements that wait; whether to go on. */
    private boolean takeWaiting() {
        Batch program = batch;
        if (program == null || waiting == 0) {
            return !isStopped;
        }
        int count = waiting;
        waiting = 0;
        program.run(count, term);
        int body = term.condition() == null ? 0 : 1;
        int known = 0;
        int ready = 0;
        for (int lane = 0; !isStopped && lane < count; lane++) {
            double condition = body == 0 ? 1 : program.number(0, lane);
            double number = program.number(body, lane);
            boolean isKnown = condition == 0 || condition == 1 && !Double.isNaN(number);
            known += isKnown ? 1 : 0;
            boolean isSimple = program.kind(body) == Kind.EXACT || program.kind(body) == Kind.TRUTH;
            if (isKnown && (condition == 0 || isSimple)) {
                bodies[ready] = number;
                ready += condition == 1 ? 1 : 0;
            } else {
                isStopped = !takeReady(program.kind(body), ready) || !takeOne(program, body, lane, isKnown);
                ready = 0;
            }
        }
        isStopped = isStopped || !takeReady(program.kind(body), ready);
        if (known < KNOWN * count) {
            batch = null;
        }
        return !isStopped;
    }

    private boolean takeReady(Kind kind, int count) {
        return count == 0 || (kind == Kind.TRUTH ? taker.takeTruths(bodies, count) : taker.takeExact(bodies, count));
    }

    private boolean takeOne(Batch program, int body, int lane, boolean isKnown) {
        return isKnown ? taker.take(program.value(body, lane)) : loop.takeAt(program.inputs(lane), taker);
    }
}
