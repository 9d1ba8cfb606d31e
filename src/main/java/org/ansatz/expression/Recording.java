package org.ansatz.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.reverse.Pullback;
import org.ansatz.expression.reverse.Traced;
import org.ansatz.expression.reverse.WengertList;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** An evaluation that is to be differentiated: a frame, the tape, and which names and steps stand on it. */
final class Recording {

    private final Frame frame;
    private final WengertList tape;
    private final Map<Integer, Traced> variables;
    private final Map<Integer, Traced> steps = new HashMap<>();

    private Recording(Frame frame, WengertList tape, Map<Integer, Traced> variables) {
        this.frame = frame;
        this.tape = tape;
        this.variables = new HashMap<>(variables);
    }

    /** The gradient of a term by a variable at a point, in {@code frame} otherwise. */
    static Value gradient(Term term, int slot, Value point, Frame frame) {
        Frame at = frame.with(slot, point);
        WengertList tape = new WengertList(cotangent -> at.settle(cotangent, term));
        Recording recording = new Recording(at, tape, Map.of());
        Traced variable = tape.variable(point);
        recording.bind(slot, variable);
        return tape.gradient(term.traced(recording), variable);
    }

    Frame frame() {
        return frame;
    }

    /** A recording on the same tape in which a name has another value. */
    Recording with(int slot, Traced value) {
        Recording other = new Recording(frame.with(slot, value.value()), tape, variables);
        other.variables.put(slot, value);
        return other;
    }

    /** A recording on the same tape in a frame in which a binder gave its variables values: these do not stand on it. */
    Recording in(Frame inside, List<Generator> generators) {
        if (inside == frame) {
            return this;
        }
        Recording other = new Recording(inside, tape, variables);
        generators.forEach(generator -> other.variables.remove(generator.slot()));
        return other;
    }

    /** Gives a name a value, here and in the frame. */
    void bind(int slot, Traced value) {
        frame.bind(slot, value.value());
        variables.put(slot, value);
    }

    /** What a name stands for, or null if it does not stand on the tape. */
    @Nullable
    Traced variable(int slot) {
        return variables.get(slot);
    }

    /** A named step, evaluated once. */
    Traced step(int slot, Term term) {
        Traced known = steps.get(slot);
        if (known == null) {
            known = term.traced(this);
            steps.put(slot, known);
        }
        return known;
    }

    /** All terms, each on the tape. */
    List<Traced> traced(List<Term> terms) {
        List<Traced> traced = new ArrayList<>(terms.size());
        for (Term term : terms) {
            traced.add(term.traced(this));
        }
        return traced;
    }

    /** Their values. */
    static List<Value> values(List<Traced> traced) {
        List<Value> values = new ArrayList<>(traced.size());
        for (Traced one : traced) {
            values.add(one.value());
        }
        return List.copyOf(values);
    }

    /** The result of an operation. */
    Traced result(Value value, List<Traced> operands, Pullback pullback) {
        return tape.result(value, operands, pullback);
    }

    /** Whether the value of a term may change with what stands on the tape. */
    boolean isReadBy(Term term) {
        return isReadBy(term, new HashSet<>());
    }

    private boolean isReadBy(Term term, Set<Integer> seen) {
        if (term instanceof Terms.Slot) {
            Traced variable = variables.get(((Terms.Slot) term).slot());
            return variable != null && !variable.isConstant();
        }
        if (term instanceof Terms.Step && !seen.add(((Terms.Step) term).slot())) {
            return false;
        }
        if (term instanceof Terms.Computed || term instanceof Terms.Candidate || term instanceof Applied.Exported) {
            return true;
        }
        for (Term part : term.inside()) {
            if (isReadBy(part, seen)) {
                return true;
            }
        }
        return false;
    }
}
