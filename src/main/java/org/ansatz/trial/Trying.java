package org.ansatz.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.NoValue;
import org.ansatz.variant.Generator;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * A set of data on which solutions are tried.
 *
 * @param name how messages call it
 * @param data the data; null if there are none, which the verdict says
 * @param seed of a variant or the published data; {@link Problem#SET} for others
 */
record Trying(String name, @Nullable Case data, long seed) {

    private static final String REDUCED = ", reduced to what matters";

    /** The published data, and if variants are asked for and there are any, the ends of their ranges and the first of them. */
    static List<Trying> all(Problem problem, int variants) {
        if (variants < 0) {
            throw new IllegalArgumentException("variants are 0 or more, not " + variants);
        }
        List<Trying> all = new ArrayList<>();
        all.add(new Trying("published data", null, Problem.PUBLISHED));
        if (variants > 0 && problem.variants() != null) {
            Generator.ends(problem).forEach(end -> all.add(new Trying("at the end of a range", end, Problem.SET)));
            LongStream.rangeClosed(1, variants).forEach(seed -> all.add(variant(problem, seed)));
        }
        return all;
    }

    /** The variants that are named. */
    static List<Trying> seeds(Problem problem, long... seeds) {
        if (problem.variants() == null) {
            throw new IllegalArgumentException("the problem has no variants");
        }
        return LongStream.of(seeds).mapToObj(seed -> variant(problem, seed)).toList();
    }

    private static Trying variant(Problem problem, long seed) {
        if (seed < 1) {
            throw new IllegalArgumentException("seeds of variants are 1 or more, not " + seed);
        }
        try {
            return new Trying("variant " + seed, Generator.variant(problem, seed), seed);
        } catch (NoValue e) {
            return new Trying("variant " + seed, null, seed);
        }
    }

    /**
     * What the routes find; null if these data were only made here, and the routes do not agree on them.
     *
     * @throws IllegalStateException if the routes do not agree on what is published or drawn
     */
    @Nullable
    Verdict verdict(Problem problem) {
        Verdict verdict = seed == Problem.SET && data != null
                ? Verifier.of(problem, data)
                : seed == Problem.PUBLISHED ? Verifier.published(problem, List.of()) : Verifier.variant(problem, seed);
        if (verdict.passes()) {
            return verdict;
        }
        if (seed == Problem.SET) {
            return null;
        }
        throw new IllegalStateException(name + " of " + problem.id() + " is " + verdict.status()
                + ", so that there is nothing to compare with: "
                + verdict.judgement().reason());
    }

    /** The data, for whoever looks at them alone; null if there are none. */
    @Nullable
    Case seen(Problem problem) {
        return data == null && seed == Problem.PUBLISHED ? problem.published() : data;
    }

    /** The names of the givens that are not as published. */
    Set<String> changed(Problem problem) {
        Set<String> changed = new TreeSet<>();
        if (data != null) {
            Case published = problem.published();
            for (Given given : problem.givens()) {
                Value own = data.frame().value(given.variable());
                Value before = published.frame().value(given.variable());
                if (own != null && before != null && !Arrays.isSame(own, before)) {
                    changed.add(given.name());
                }
            }
        }
        return changed;
    }

    /** The same with one more given as published; null if there are no such data, or they are the published ones. */
    @Nullable
    Trying without(Problem problem, String given) {
        Set<String> left = changed(problem);
        if (data == null || !left.remove(given) || left.isEmpty()) {
            return null;
        }
        try {
            String own = name.contains(REDUCED) ? name : name + REDUCED;
            return new Trying(own, Generator.mixed(problem, data, left), Problem.SET);
        } catch (NoValue e) {
            return null;
        }
    }
}
