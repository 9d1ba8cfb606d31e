package org.ansatz.problem;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Engine;
import org.jspecify.annotations.Nullable;

/**
 * What verification found for one set of data.
 *
 * @param problem the problem
 * @param data the data
 * @param findings one for each route
 * @param slips one for each misconception, or none if they were not executed
 * @param judgement the outcome
 * @param notes remarks that change nothing
 */
public record Verdict(
        Problem problem,
        Case data,
        List<RouteFinding> findings,
        List<Slip> slips,
        Judgement judgement,
        List<Remark> notes) {

    /** Copies the lists. */
    public Verdict {
        findings = List.copyOf(findings);
        slips = List.copyOf(slips);
        notes = List.copyOf(notes);
    }

    /** How sure the least sure of its routes is; null if one of them found nothing. */
    public @Nullable Certainty certainty() {
        Certainty least = findings.isEmpty() ? null : Certainty.EXACT;
        for (RouteFinding finding : findings) {
            least = least == null || finding.evidence() == null
                    ? null
                    : least.and(finding.evidence().certainty());
        }
        return least;
    }

    /** The same with one allowance of steps for all that is asked of its data. */
    public Verdict pooled() {
        return new Verdict(problem, data.pooled(), findings, slips, judgement, notes);
    }

    /**
     * What one route found.
     *
     * @param route the route
     * @param footing what its evidence rests on
     * @param evidence its evidence, or null if it failed
     * @param conclusion what the evidence means, or why there is none
     */
    public record RouteFinding(
            Route route, Footing footing, @Nullable Evidence evidence, Conclusion conclusion) {
        /** The engines that the route goes through though its evidence does not rest on them. */
        public Set<Engine> idle() {
            Set<Engine> idle = new TreeSet<>(route.footing().engines());
            idle.removeAll(footing.engines());
            return idle;
        }
    }

    /**
     * Where a misconception leads.
     *
     * @param misconception the wrong model
     * @param conclusion what it arrives at
     */
    public record Slip(Misconception misconception, Conclusion conclusion) {}

    /** The outcome. */
    public sealed interface Judgement {

        /** The status in one word, as it is printed. */
        String status();

        /** The sentence that goes with it. */
        String reason();

        /** What the routes agree on, also where a key differs; null if they do not agree or there is nothing to go by. */
        default @Nullable Conclusion answer() {
            return null;
        }

        /** Whether nothing is wrong: the exit code is 0 only if every problem passes. */
        default boolean passes() {
            return false;
        }

        /** Independent routes agree, and so does the key. */
        record Agreed(Conclusion answer, String reason, Key.Claim key) implements Judgement {
            @Override
            public String status() {
                return "agreed";
            }

            @Override
            public boolean passes() {
                return true;
            }
        }

        /** Independent routes agree, and nobody claims a key. */
        record Unkeyed(Conclusion answer, String reason) implements Judgement {
            @Override
            public String status() {
                return "unkeyed";
            }

            @Override
            public boolean passes() {
                return true;
            }
        }

        /** Independent routes agree, and the key differs: a wrong key. */
        record Disputed(Conclusion answer, String reason, Key.Claim key) implements Judgement {
            @Override
            public String status() {
                return "disputed";
            }
        }

        /** Routes differ: a wrong problem, or a defect of a route. */
        record Inconsistent(String reason) implements Judgement {
            @Override
            public String status() {
                return "inconsistent";
            }
        }

        /** Fewer than two independent routes. */
        record Unverified(Conclusion answer, String reason) implements Judgement {
            @Override
            public String status() {
                return "unverified";
            }
        }

        /** Two options fit, or none, or the best is hardly ahead of the next. */
        record Ambiguous(String reason) implements Judgement {
            @Override
            public String status() {
                return "ambiguous";
            }
        }

        /** A route has no result. */
        record Failed(String reason) implements Judgement {
            @Override
            public String status() {
                return "failed";
            }
        }
    }
}
