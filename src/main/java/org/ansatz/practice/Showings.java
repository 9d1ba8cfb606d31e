package org.ansatz.practice;

import java.util.concurrent.Executor;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.problem.Case;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.NoValue;
import org.ansatz.variant.Generator;

/** Opens questions: draws their data, and has them solved in the background. */
final class Showings {

    private static final long MAX_SEEDS = 9999;
    private static final int MAX_DRAWS = 20;

    private final SplitMix random;
    private final Executor worker;

    Showings(SplitMix random, Executor worker) {
        this.random = random;
        this.worker = worker;
    }

    /**
     * The question with the data of a seed.
     *
     * @throws NoValue if there are none
     */
    Showing open(Problem problem, long seed) {
        return open(problem, Generator.shown(problem, seed), Settings.NONE);
    }

    /**
     * A showing that was broken off, of its id.
     *
     * @throws NoValue if there are no data of this seed any more
     */
    Showing again(long id, Problem problem, long seed) {
        return new Showing(id, problem, open(problem, seed).data(), Settings.NONE, worker);
    }

    Showing open(Problem problem, Case data, Settings settings) {
        return new Showing(random.next(), problem, data, settings, worker);
    }

    /**
     * A seed for which there are data, drawn at random; one that arranges the options of the published ones anew if there are
     * no others.
     */
    long draw(Problem problem) {
        for (int i = 0; problem.variants() != null && i < MAX_DRAWS; i++) {
            long seed = 1 + random.below(MAX_SEEDS);
            try {
                Generator.variant(problem, seed);
                return seed;
            } catch (NoValue e) {
                // No data for this seed: another one.
            }
        }
        return problem.answer().options().isEmpty() ? Problem.PUBLISHED : Problem.SET - 1 - random.below(MAX_SEEDS);
    }
}
