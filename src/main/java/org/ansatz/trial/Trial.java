package org.ansatz.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.NoValue;
import org.ansatz.verify.Verifier;
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
     * The seeds of the published data and of the first variants of a problem, of which it may have none.
     *
     * @param variants how many; 0 or more
     * @throws IllegalArgumentException if {@code variants} is negative
     */
    public static LongStream seeds(Problem problem, int variants) {
        if (variants < 0) {
            throw new IllegalArgumentException("variants are 0 or more, not " + variants);
        }
        return LongStream.rangeClosed(Problem.PUBLISHED, problem.variants() == null ? Problem.PUBLISHED : variants);
    }

    /**
     * As {@link #of(Solution, LongStream)}, on the published data and the first variants.
     *
     * @param variants how many seeded variants are tried besides the published data, if the problem has variants; 0 or more
     * @throws IllegalArgumentException also if {@code variants} is negative
     */
    public @Nullable Mismatch of(Solution solution, int variants) {
        return of(solution, seeds(problem, variants));
    }

    /**
     * The simplest case in which the solution is wrong, or null if there is none. It is the one whose data are written with
     * the fewest digits. A solution that did not return is not asked again: its case is the one that is told.
     *
     * @param seeds the cases: {@link Problem#PUBLISHED}, and seeds of variants
     * @throws IllegalArgumentException if the solution cannot take the data, or gives another kind of answer
     * @throws IllegalStateException if the routes themselves do not agree, so that there is nothing to compare with
     * @throws Solution.Declined if the solution takes none of the data
     */
    public @Nullable Mismatch of(Solution solution, LongStream seeds) {
        List<Miss> misses = new ArrayList<>();
        Solution.Declined declined = null;
        long tried = 0;
        for (long seed : seeds.toArray()) {
            try {
                Miss miss = miss(solution, seed);
                tried++;
                if (miss != null && miss.gap().isAbandoned()) {
                    return mismatch(miss, 1, 1);
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
        return simplest(misses, tried);
    }

    private static @Nullable Mismatch simplest(List<Miss> misses, long tried) {
        return misses.stream()
                .min(Comparator.comparingInt(Miss::digits))
                .map(simplest -> mismatch(simplest, misses.size(), tried))
                .orElse(null);
    }

    /**
     * A case in which the solution is wrong.
     *
     * @param data the data, printed
     * @param digits how many digits they are written with
     */
    private record Miss(String data, int digits, Gap gap, String reason) {}

    private @Nullable Miss miss(Solution solution, long seed) {
        Verdict verdict =
                seed == Problem.PUBLISHED ? Verifier.published(problem, List.of()) : Verifier.variant(problem, seed);
        if (!verdict.judgement().passes()) {
            throw new IllegalStateException(name(seed) + " of " + problem.id() + " is "
                    + verdict.judgement().status() + ", so that there is nothing to compare with: "
                    + verdict.judgement().reason());
        }
        Gap gap;
        try {
            gap = Yardstick.of(verdict, solution, digits).gap(solution);
        } catch (NoValue e) {
            throw new IllegalArgumentException(name(seed) + ": " + e.getMessage(), e);
        }
        return gap == null
                ? null
                : new Miss(
                        name(seed) + data(solution, verdict.data()),
                        written(verdict.data()),
                        gap,
                        verdict.judgement().reason());
    }

    private static String name(long seed) {
        return seed == Problem.PUBLISHED ? "published data" : "variant " + seed;
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
