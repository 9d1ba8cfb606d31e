package org.ansatz.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Tries a solution on the published data of a problem and on seeded variants, against what its routes agree on.
 *
 * <pre>{@code
 * Input f1 = Input.of(problem, "f1", "MHz", double.class);
 * Solution length = new Solution(List.of(f1), double.class, null, in -> 9 * 299.792458 / (4 * (double) in[0]));
 * Mismatch mismatch = new Trial(problem, 6).of(length, 25);
 * }</pre>
 */
public final class Trial {

    private final Problem problem;
    private final Digits digits;

    /**
     * A trial of solutions of {@code problem}.
     *
     * @param digits how near a number must come to the routes': half a unit of that significant digit, 1 to 15; whole numbers
     *     of Java must be equal to whole answers
     * @throws IllegalArgumentException if {@code digits} is out of range
     */
    public Trial(Problem problem, int digits) {
        this.problem = problem;
        this.digits = new Digits(digits);
    }

    /**
     * The simplest case in which the solution is wrong, or null if there is none: the published data, each end of each range
     * that variants are drawn from, and variants. The simplest is the published one, or else the one whose data are written with
     * the fewest digits; of its data those that do not matter are as published. A solution that did not return is not asked again: its case is the one
     * that is told.
     *
     * @param variants how many seeded variants are tried besides the published data, if the problem has variants; 0 or more,
     *     and 0 for the published data alone
     * @throws IllegalArgumentException if {@code variants} is negative, or if the solution cannot take the data, or gives
     *     another kind of answer
     * @throws IllegalStateException if the routes themselves do not agree, or do not know the answer to as many digits, so that
     *     there is nothing to compare with
     * @throws Solution.Declined if the solution takes none of the data
     */
    public @Nullable Mismatch of(Solution solution, int variants) {
        List<Miss> misses = new ArrayList<>();
        long tried = collect(solution, Trying.all(problem, variants), misses);
        Miss simplest = simplest(misses);
        return simplest == null ? null : mismatch(reduced(solution, simplest), misses.size(), tried);
    }

    /**
     * The same on variants that are named, and nothing else.
     *
     * @param seeds 1 or more
     * @throws IllegalArgumentException also if a seed is not, or the problem has no variants
     */
    public @Nullable Mismatch ofSeeds(Solution solution, long... seeds) {
        List<Miss> misses = new ArrayList<>();
        long tried = collect(solution, Trying.seeds(problem, seeds), misses);
        Miss simplest = simplest(misses);
        return simplest == null ? null : mismatch(simplest, misses.size(), tried);
    }

    /**
     * What a trial of so many variants tries: by the name of each given that is drawn, its lowest and highest value and how many
     * there are between.
     *
     * @throws IllegalArgumentException if {@code variants} is negative
     */
    public Map<String, String> distribution(int variants) {
        List<Trying> tried = Trying.all(problem, variants).stream()
                .filter(each -> each.seed() != Problem.SET || each.verdict(problem) != null)
                .toList();
        return Distribution.of(problem, tried);
    }

    /**
     * Gathers the cases in which a solution is wrong.
     *
     * @return how many were tried
     * @throws Solution.Declined if the solution takes none of them
     */
    private long collect(Solution solution, List<Trying> cases, List<Miss> misses) {
        Solution.Declined declined = null;
        long tried = 0;
        for (Trying each : cases) {
            try {
                Verdict verdict = each.verdict(problem);
                Miss miss = verdict == null ? null : miss(solution, each, verdict);
                tried += verdict == null ? 0 : 1;
                if (miss != null && miss.gap().isAbandoned()) {
                    misses.clear();
                    misses.add(miss);
                    return 1;
                }
                if (miss != null) {
                    misses.add(miss);
                }
            } catch (Solution.Declined e) {
                declined = e;
            }
        }
        if (tried == 0 && declined != null) {
            throw declined;
        }
        return tried;
    }

    /** What is published, if the solution is wrong there; otherwise the case that is written with the fewest digits. */
    private static @Nullable Miss simplest(List<Miss> misses) {
        return misses.stream()
                .min(Comparator.comparing((Miss miss) -> miss.tried().seed() != Problem.PUBLISHED)
                        .thenComparing(Miss::digits))
                .orElse(null);
    }

    /** The same case with as many of its data as published as it stays wrong with. */
    private Miss reduced(Solution solution, Miss miss) {
        if (miss.gap().isAbandoned()) {
            return miss;
        }
        Miss smallest = miss;
        for (String given : miss.tried().changed(problem)) {
            Trying fewer = smallest.tried().without(problem, given);
            Miss still = fewer == null ? null : stillWrong(solution, fewer);
            smallest = still == null ? smallest : still;
        }
        return smallest;
    }

    private @Nullable Miss stillWrong(Solution solution, Trying fewer) {
        try {
            Verdict verdict = fewer.verdict(problem);
            return verdict == null ? null : miss(solution, fewer, verdict);
        } catch (Solution.Declined | IllegalArgumentException | IllegalStateException e) {
            return null; // it is not asked of these data, or the routes do not know them well enough
        }
    }

    /**
     * A case in which the solution is wrong.
     *
     * @param tried the case
     * @param data the data, printed
     * @param digits how many digits they are written with
     */
    private record Miss(Trying tried, String data, int digits, Gap gap, String reason) {}

    private @Nullable Miss miss(Solution solution, Trying tried, Verdict verdict) {
        Gap gap;
        try {
            gap = Yardstick.of(verdict, solution, digits).gap(solution);
        } catch (NoValue e) {
            throw new IllegalArgumentException(tried.name() + ": " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(tried.name() + ": " + e.getMessage(), e);
        }
        return gap == null
                ? null
                : new Miss(
                        tried,
                        tried.name() + data(solution, verdict.data()),
                        written(verdict.data()),
                        gap,
                        verdict.judgement().reason());
    }

    /** The givens: those that the solution takes first, the others that vary after them. */
    private String data(Solution solution, Case data) {
        List<String> taken = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Input input : solution.inputs()) {
            names.add(input.variable().name());
            if (!input.isSampled()) {
                taken.add(input.show(data.frame()));
            }
        }
        List<String> others = problem.givens().stream()
                .filter(given -> !names.contains(given.name()) && (taken.isEmpty() || isDrawn(given)))
                .map(given -> Input.shown(given).show(data.frame()))
                .toList();
        String first = String.join(", ", taken.isEmpty() ? others : taken);
        boolean more = !taken.isEmpty() && !others.isEmpty();
        return (first.isEmpty() ? "" : ": " + first) + (more ? " (with " + String.join(", ", others) + ")" : "");
    }

    private boolean isDrawn(Given given) {
        return problem.variants() != null
                && problem.variants().draws().stream()
                        .anyMatch(draw -> draw.variable().equals(given.variable()));
    }

    /** The digits that all givens are written with, but for zeros at either end. */
    private int written(Case data) {
        int digits = 0;
        for (Given given : problem.givens()) {
            String value = Input.shown(given).show(data.frame());
            digits += value.substring(given.name().length())
                    .replaceAll("[^0-9]", "")
                    .replaceAll("^0+|0+$", "")
                    .length();
        }
        return digits;
    }

    private static Mismatch mismatch(Miss simplest, int wrong, long tried) {
        Gap gap = simplest.gap();
        String count = tried == 1
                ? ""
                : wrong == tried
                        ? "wrong in all " + tried + " cases; "
                        : "wrong in " + wrong + " of " + tried + " cases; ";
        return new Mismatch(
                count + simplest.data() + gap.describe(simplest.reason()), gap.expected(), gap.was(), gap.thrown());
    }
}
