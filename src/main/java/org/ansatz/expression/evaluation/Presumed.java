package org.ansatz.expression.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * Truths that are not found but presumed: those of an engine, and all comparisons that rest on it. However wrong an engine is
 * within reason, a comparison with it may stay as it is and decide all the same. Whether it decides anything shows where it is
 * presumed to hold, and then to fail. Used by one thread.
 */
public final class Presumed {

    private final Engine engine;
    private final boolean holds;
    private final Set<Term> truths;
    private final Set<Term> resting;

    private Presumed(Engine engine, boolean holds, Set<Term> truths, Set<Term> resting) {
        this.engine = engine;
        this.holds = holds;
        this.truths = truths;
        this.resting = resting;
    }

    /**
     * All truths inside tests that may rest on an engine, presumed to hold or to fail.
     *
     * @param found places of values that were found before, of which it is not known what they rest on
     */
    public static Presumed in(Collection<Term> tests, Engine engine, boolean holds, Set<Integer> found) {
        Set<Term> truths = identities();
        Set<Term> resting = identities();
        for (Term test : tests) {
            Inside.any(test, part -> {
                if (part instanceof Term.Comparison && reads(part, found)) {
                    resting.add(part);
                }
                if (part instanceof Term.Comparison
                        ? Inside.any(part, isOf(engine))
                        : isOf(engine).test(part)) {
                    truths.add(part);
                }
                return false;
            });
        }
        truths.addAll(resting);
        return new Presumed(engine, holds, truths, resting);
    }

    /** The same of those truths alone that read one of these places. */
    public Presumed of(Set<Integer> places) {
        return only(truth -> reads(truth, places));
    }

    /**
     * The same of those truths alone that weigh what the data make against what the data make, on every side: a comparison with a
     * mere number, as {@code area > 0}, guards what is said of them.
     */
    public Presumed ofData() {
        return only(truth -> truth instanceof Term.Comparison comparison
                ? comparison.operands().stream().allMatch(Presumed::readsData)
                : readsData(truth));
    }

    private Presumed only(Predicate<Term> asked) {
        Set<Term> some = identities();
        truths.stream().filter(asked).forEach(some::add);
        return new Presumed(engine, holds, some, resting);
    }

    private static boolean readsData(Term term) {
        return Inside.any(
                term,
                part -> part instanceof Term.Named named && named.variable().role() != Binding.Role.BOUND
                        || part instanceof Term.Exported);
    }

    private static Set<Term> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static Predicate<Term> isOf(Engine engine) {
        return term -> term instanceof Term.Bound bound
                        && bound.rule().engine(bound.domains()).equals(engine)
                || term instanceof Term.Call call && call.function().engine().equals(engine)
                || term instanceof Term.Exported exported
                        && exported.export().engine().equals(engine)
                || term instanceof Term.Derivative && engine.equals(Engine.DUAL)
                || term instanceof Term.Element && engine.equals(Engine.RECURRENCE);
    }

    private static boolean reads(Term term, Set<Integer> places) {
        return Inside.any(
                term,
                part -> part instanceof Term.Named named && places.contains(named.slot())
                        || part instanceof Term.Candidate candidate && places.contains(candidate.slot()));
    }

    /** What counts instead of the value of a term. */
    Value instead(Value value, Term term, Frame frame) {
        return value instanceof Value.Truth && truths.contains(term) && rests(term, frame)
                ? Value.Truth.of(holds)
                : value;
    }

    /** A comparison into which an engine enters need not rest on it, as where its result is multiplied by zero. */
    private boolean rests(Term term, Frame frame) {
        boolean rests = !(term instanceof Term.Comparison) || resting.contains(term);
        if (!rests && moves((Term.Comparison) term, frame)) {
            resting.add(term);
            return true;
        }
        return rests;
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
