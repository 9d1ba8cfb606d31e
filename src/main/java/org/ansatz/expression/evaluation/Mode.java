package org.ansatz.expression.evaluation;

import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * How expressions are evaluated, whatever the values of the names.
 *
 * @param models the field block, solved where its names have values, or null
 * @param jitter simulates errors, or null
 * @param judging whether comparisons allow for errors
 * @param broken an engine whose results are false, or null
 * @param presumed what is presumed of truths that rest on an engine, or null
 */
record Mode(
        @Nullable Models models,
        @Nullable Jitter jitter,
        boolean judging,
        @Nullable Falsified broken,
        @Nullable Presumed presumed) {

    /** Numbers as they are, and no block. */
    static final Mode PLAIN = new Mode(null, null, false, null, null);

    Mode with(Models block) {
        return new Mode(block, jitter, judging, broken, presumed);
    }

    /** As blocks are solved: without errors simulated, and without a block. */
    Mode alone() {
        return new Mode(null, null, false, broken, presumed);
    }

    /** As blocks are solved whose data are not exact: errors are simulated as here, but alike whatever was thrown before. */
    Mode aloneSimulated() {
        return new Mode(null, jitter == null ? null : new Jitter(jitter.seed()), false, broken, presumed);
    }

    Mode jittered(long seed) {
        return new Mode(models, new Jitter(seed), judging, broken, presumed);
    }

    /** As steps are evaluated that repeat the same operations. */
    Mode ofRepetition() {
        return new Mode(models, jitter == null ? null : jitter.ofRepetition(), judging, broken, presumed);
    }

    Mode unjittered() {
        return new Mode(models, null, judging, broken, presumed);
    }

    Mode judging(boolean allows) {
        return new Mode(models, jitter, allows, broken, presumed);
    }

    Mode breaking(Falsified engine) {
        return new Mode(models, jitter, judging, engine, null);
    }

    Mode presuming(Presumed truths) {
        return new Mode(models, jitter, judging, broken, truths);
    }

    /** Whether plain arithmetic counts here as it is: neither are its roundings simulated, nor is it made false. */
    boolean isPlain() {
        return jitter == null && !isBroken(Engine.ARITHMETIC);
    }

    /** Whether nothing is simulated and nothing made false. */
    boolean isSound() {
        return jitter == null && broken == null && presumed == null;
    }

    boolean isBroken(Engine engine) {
        return broken != null && broken.breaks(engine);
    }

    /** What an engine found, as it counts here: false where the engine is broken. */
    Estimate found(Engine engine, Estimate estimate) {
        return broken == null ? estimate : broken.found(engine, estimate);
    }

    /** The value that an engine found, moved by its error where errors are simulated. */
    Value result(Engine engine, Estimate estimate) {
        return moved(found(engine, estimate));
    }

    /** A value moved by its error, where errors are simulated. */
    Value moved(Estimate found) {
        return jitter == null ? found.value() : jitter.within(found.value(), found.error());
    }

    /** The value of a term with its rounding, where roundings are simulated. */
    Value rounded(Value value, Term term) {
        return jitter == null ? value : jitter.rounded(value, term);
    }

    /**
     * Where errors are simulated: an exact number as it is for a function that takes it for a double, moved by what that
     * changes; any other value as it is, as are exact numbers that are doubles, or that no double holds.
     */
    Value converted(Value value) {
        if (jitter == null || !(value instanceof Value.Exact exact)) {
            return value;
        }
        Rational number = exact.number();
        boolean isKept = !number.isInRangeOfDoubles() || !Double.isNaN(number.asDouble());
        return isKept ? value : jitter.converted(exact);
    }
}
