package org.ansatz.expression.evaluation;

import java.util.List;
import java.util.Set;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * Truths that are not found but presumed: those of an engine, and all comparisons that rest on it. However wrong an engine is
 * within reason, a comparison with it may stay as it is and decide all the same. Whether it decides anything shows where it is
 * presumed to hold, and then to fail.
 *
 * @param engine on which they rest
 * @param holds what all of them are presumed to do
 * @param found places of values that were found before, of which it is not known what they rest on
 * @param of places of which a truth must read one to be presumed; any truth is, if there are none
 */
public record Presumed(Engine engine, boolean holds, Set<Integer> found, Set<Integer> of) {

    /** Copies the sets. */
    public Presumed {
        found = Set.copyOf(found);
        of = Set.copyOf(of);
    }

    /** What counts instead of a value. */
    Value instead(Value value, Term term, Frame frame) {
        boolean presumed = value instanceof Value.Truth && rests(term, frame) && (of.isEmpty() || reads(term, of));
        return presumed ? Value.Truth.of(holds) : value;
    }

    private boolean rests(Term term, Frame frame) {
        if (term instanceof Term.Comparison comparison) {
            return reads(term, found) || moves(comparison, frame);
        }
        return term instanceof Term.Bound bound
                        && bound.rule().engine(bound.domains()).equals(engine)
                || term instanceof Term.Call call && call.function().engine().equals(engine)
                || term instanceof Term.Exported exported
                        && exported.export().engine().equals(engine);
    }

    private static boolean reads(Term term, Set<Integer> slots) {
        return Inside.any(
                term,
                part -> part instanceof Term.Named named && slots.contains(named.slot())
                        || part instanceof Term.Candidate candidate && slots.contains(candidate.slot()));
    }

    /** Whether anything that is compared moves where the engine is false. */
    private boolean moves(Term.Comparison term, Frame frame) {
        List<Falsified> ways =
                List.of(new Falsified(engine, false), new Falsified(engine, true), Falsified.grossly(engine));
        Frame sound = frame.sound();
        return ways.stream().anyMatch(way -> {
            Frame broken = frame.falsified(way);
            return term.operands().stream().anyMatch(operand -> moves(operand, sound, broken));
        });
    }

    private static boolean moves(Term operand, Frame sound, Frame broken) {
        Value value = sound.value(operand);
        try {
            return Arrays.distance(value, broken.value(operand)) != 0;
        } catch (NoValue e) {
            return true;
        }
    }
}
