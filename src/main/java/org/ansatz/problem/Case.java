package org.ansatz.problem;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Presumed;
import org.ansatz.expression.type.Engine;

/**
 * One set of data to find the answer for.
 *
 * @param question what is asked
 * @param options the options for these data, empty unless it is a choice
 * @param frame with the givens bound
 * @param seed of the variant, {@link Problem#PUBLISHED} for the published data; for every seeded choice a route makes
 */
public record Case(Question question, List<Option> options, Frame frame, long seed) {
    /** Copies the list. */
    public Case {
        options = List.copyOf(options);
    }

    /** {@code published data}, {@code variant 3}; what the data are says {@link Verdict#givens}. */
    @Override
    public String toString() {
        return seed == Problem.PUBLISHED
                ? "published data"
                : seed == Problem.SET ? "data of one's own" : "variant " + seed;
    }

    /** The same data, with the options as far as they speak of one of the parts that are asked for. */
    public Case part(int index) {
        List<Option> own = new ArrayList<>();
        options.forEach(option -> own.add(option.part(index)));
        return new Case(question, own, frame, seed);
    }

    /** The same data where every result of {@code engine} is false, each in the same way. */
    public Case breaking(Engine engine) {
        return new Case(question, options, frame.breaking(engine), seed);
    }

    /** The same data where every result of {@code engine} is so false that what is rounded to a whole number changes as well. */
    public Case breakingGrossly(Engine engine) {
        return new Case(question, options, frame.breakingGrossly(engine), seed);
    }

    /** The same data where truths that rest on an engine are presumed. */
    public Case presuming(Presumed truths) {
        return new Case(question, options, frame.presuming(truths), seed);
    }

    /** The same data with one allowance of steps for all that is asked of them. */
    public Case pooled() {
        return new Case(question, options, frame.pooled(), seed);
    }

    /** The same data where every result of {@code engine} is false in its own way, so that none cancels another. */
    public Case breakingEachCall(Engine engine) {
        return new Case(question, options, frame.breakingEachCall(engine), seed);
    }
}
