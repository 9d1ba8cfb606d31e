package org.ansatz.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What verification found for one set of data. As values: {@link #status}, {@link #answer}, {@link #accord}, {@link #certainty},
 * {@link #routes} and {@link #givens}.
 *
 * @param problem the problem
 * @param data the data
 * @param findings one for each route
 * @param slips one for each misconception, or none if they were not executed
 * @param judgement the outcome
 * @param notes remarks that change nothing
 * @param assumptions what routes come to under other assumptions, or none if they were not tried
 */
public record Verdict(
        Problem problem,
        Case data,
        List<RouteFinding> findings,
        List<Slip> slips,
        Judgement judgement,
        List<Remark> notes,
        List<Assumption> assumptions) {

    /** Copies the lists. */
    public Verdict {
        findings = List.copyOf(findings);
        slips = List.copyOf(slips);
        notes = List.copyOf(notes);
        assumptions = List.copyOf(assumptions);
    }

    /** A verdict without other assumptions. */
    public Verdict(
            Problem problem,
            Case data,
            List<RouteFinding> findings,
            List<Slip> slips,
            Judgement judgement,
            List<Remark> notes) {
        this(problem, data, findings, slips, judgement, notes, List.of());
    }

    /** How it ended. */
    public Status status() {
        return judgement.kind();
    }

    /** Whether nothing is wrong: agreed, or unkeyed. */
    public boolean passes() {
        return judgement.passes();
    }

    /** What the routes agree on, also where a key differs; empty if they do not agree or there is nothing to go by. */
    public Optional<Outcome> answer() {
        Conclusion answer = judgement.answer();
        return answer == null ? Optional.empty() : Outcome.of(answer, null, problem.answer(), data);
    }

    /** How well the routes agree; empty if they do not, or fewer than two are independent. */
    public Optional<Accord> accord() {
        return Optional.ofNullable(judgement.accord());
    }

    /** What each route found, in the order of the file. */
    public List<RouteResult> routes() {
        return findings.stream()
                .map(finding -> {
                    Evidence evidence = finding.evidence();
                    return new RouteResult(
                            finding.route().name(),
                            Outcome.of(finding.conclusion(), evidence, problem.answer(), data),
                            evidence == null ? null : evidence.certainty(),
                            finding.conclusion().describe());
                })
                .toList();
    }

    /** The data by name, in the order of the file, each in the unit in which the file states it. */
    public Map<String, Quantity> givens() {
        Map<String, Quantity> givens = new LinkedHashMap<>();
        for (Given given : problem.givens()) {
            Value value = data.frame().value(given.variable());
            if (value != null) {
                givens.put(
                        given.name(),
                        Quantity.of(
                                Estimate.exact(value),
                                given.variable().type(),
                                given.published().unit()));
            }
        }
        return Collections.unmodifiableMap(givens);
    }

    /**
     * One of the data.
     *
     * @throws NoSuchElementException if no given of the problem has this name, or it has no value
     */
    public Quantity given(String name) {
        Map<String, Quantity> givens = givens();
        Quantity given = givens.get(name);
        if (given == null) {
            throw new NoSuchElementException(problem.id() + " gives no '" + name + "'; it gives "
                    + (givens.isEmpty() ? "nothing" : String.join(", ", givens.keySet())));
        }
        return given;
    }

    /** {@code gate-2012-ec/q28, variant 3: unkeyed: C, 2 independent routes agree, estimated}. */
    @Override
    public String toString() {
        String answer = answer().map(found -> found + ", ").orElse("");
        return problem.id() + (data.seed() == Problem.PUBLISHED ? "" : ", " + data) + ": " + status() + ": " + answer
                + judgement.reason();
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
        return new Verdict(problem, data.pooled(), findings, slips, judgement, notes, assumptions);
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

    /**
     * What a route comes to under an assumption about its model.
     *
     * @param route the route's name
     * @param assuming the assumption, as a clause: {@code diodes are ideal}
     * @param conclusion what it arrives at
     */
    public record Assumption(String route, String assuming, Conclusion conclusion) {}

    /** The outcome. */
    public sealed interface Judgement {

        /** The status. */
        Status kind();

        /** The status in one word, as it is printed. */
        default String status() {
            return kind().toString();
        }

        /** The sentence that goes with it. */
        String reason();

        /** What the routes agree on, also where a key differs; null if they do not agree or there is nothing to go by. */
        default @Nullable Conclusion answer() {
            return null;
        }

        /** How well the routes agree; null if they do not, or fewer than two are independent. */
        default @Nullable Accord accord() {
            return null;
        }

        /** Whether nothing is wrong: the exit code is 0 only if every problem passes. */
        default boolean passes() {
            return false;
        }

        /** Independent routes agree, and so does the key. */
        record Agreed(Conclusion answer, Accord accord, String reason, Key.Claim key) implements Judgement {
            @Override
            public Status kind() {
                return Status.AGREED;
            }

            @Override
            public boolean passes() {
                return true;
            }
        }

        /** Independent routes agree, and nobody claims a key. */
        record Unkeyed(Conclusion answer, Accord accord, String reason) implements Judgement {
            @Override
            public Status kind() {
                return Status.UNKEYED;
            }

            @Override
            public boolean passes() {
                return true;
            }
        }

        /** Independent routes agree, and the key differs: a wrong key. */
        record Disputed(Conclusion answer, Accord accord, String reason, Key.Claim key) implements Judgement {
            @Override
            public Status kind() {
                return Status.DISPUTED;
            }
        }

        /** Routes differ: a wrong problem, or a defect of a route. */
        record Inconsistent(String reason) implements Judgement {
            @Override
            public Status kind() {
                return Status.INCONSISTENT;
            }
        }

        /** Fewer than two independent routes. */
        record Unverified(Conclusion answer, String reason) implements Judgement {
            @Override
            public Status kind() {
                return Status.UNVERIFIED;
            }
        }

        /** Two options fit, or none, or the best is hardly ahead of the next. */
        record Ambiguous(String reason) implements Judgement {
            @Override
            public Status kind() {
                return Status.AMBIGUOUS;
            }
        }

        /** A route has no result. */
        record Failed(String reason) implements Judgement {
            @Override
            public Status kind() {
                return Status.FAILED;
            }
        }
    }
}
