package org.ansatz.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler FSRS-6: what a review does to a {@link Memory}, and when the question should be seen again. Immutable; the
 * same reviews give the same memory. Agrees with py-fsrs to 1e-9 in stability and difficulty, and exactly in intervals.
 *
 * <p>Learning goes by steps: again → back to the first; hard → the same once more (on the first of several: the mean of the
 * first two; on an only one: half as long again); good → the next, and behind the last to review; easy → to review.
 */
public final class Fsrs {

    /** The scheduler with the published weights, retention 0.9, steps of 1 and 10 minutes. */
    public static final Fsrs DEFAULT = new Fsrs(
            new Weights(
                    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
                    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
            0.9,
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)),
            List.of(Duration.ofMinutes(10)),
            36_500);

    private final Weights weights;
    private final double retention;
    private final List<Duration> learning;
    private final List<Duration> relearning;
    private final int longest;

    private Fsrs(Weights weights, double retention, List<Duration> learning, List<Duration> relearning, int longest) {
        this.weights = weights;
        this.retention = retention;
        this.learning = learning;
        this.relearning = relearning;
        this.longest = longest;
    }

    /**
     * The same with other weights.
     *
     * @param w from w₀ to w₂₀
     * @throws IllegalArgumentException if there are not 21
     */
    public Fsrs withWeights(double... w) {
        return new Fsrs(new Weights(w), retention, learning, relearning, longest);
    }

    /**
     * The same with another chance to know a question when it is due.
     *
     * @throws IllegalArgumentException unless it is between 0 and 1
     */
    public Fsrs withRetention(double chance) {
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("the retention is between 0 and 1, not " + chance);
        }
        return new Fsrs(weights, chance, learning, relearning, longest);
    }

    /** The same with other steps before a new question is known; none: it is known at once. */
    public Fsrs withLearningSteps(List<Duration> steps) {
        return new Fsrs(weights, retention, List.copyOf(steps), relearning, longest);
    }

    /** The same with other steps after a question was forgotten; none: it comes back after days. */
    public Fsrs withRelearningSteps(List<Duration> steps) {
        return new Fsrs(weights, retention, learning, List.copyOf(steps), longest);
    }

    /**
     * The same with another longest interval.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Fsrs withLongestInterval(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("the longest interval is at least 1 day, not " + days);
        }
        return new Fsrs(weights, retention, learning, relearning, days);
    }

    /** The weights, from w₀ to w₂₀. */
    public double[] weights() {
        return weights.values();
    }

    /** The chance to know the question at that time, from 0 to 1, by whole days since the last review; 0 if it is fresh. */
    public double retrievability(Memory memory, Instant at) {
        Instant last = memory.lastReview();
        return last == null ? 0 : weights.retrievability(Weights.days(last, at), memory.stability());
    }

    /** What is remembered after a review. */
    public Memory reviewed(Memory memory, Rating rating, Instant at) {
        return reviewed(memory, rating, at, null);
    }

    /**
     * The same with intervals of days spread a little: those from 3 days on by at least a day to either side.
     *
     * @param fuzz where chance comes from; the same seed gives the same intervals
     */
    public Memory spread(Memory memory, Rating rating, Instant at, RandomGenerator fuzz) {
        return reviewed(memory, rating, at, fuzz);
    }

    private Memory reviewed(Memory memory, Rating rating, Instant at, @Nullable RandomGenerator fuzz) {
        Instant last = memory.lastReview();
        double stability = last == null
                ? weights.firstStability(rating)
                : weights.stability(memory, Weights.days(last, at), rating);
        double difficulty =
                last == null ? weights.firstDifficulty(rating) : weights.difficulty(memory.difficulty(), rating);
        Stage stage = next(memory, rating);
        Duration wait = stage.pause() != null ? stage.pause() : Duration.ofDays(days(stability, fuzz));
        return new Memory(stage.state(), stage.step(), stability, difficulty, at.plus(wait), at);
    }

    /** Where a question goes; {@code pause} is null if its stability decides. */
    private record Stage(State state, int step, @Nullable Duration pause) {
        static final Stage KNOWN = new Stage(State.REVIEW, 0, null);
    }

    private Stage next(Memory memory, Rating rating) {
        if (memory.state() == State.REVIEW) {
            boolean forgotten = rating == Rating.AGAIN && !relearning.isEmpty();
            return forgotten ? new Stage(State.RELEARNING, 0, relearning.get(0)) : Stage.KNOWN;
        }
        List<Duration> steps = memory.state() == State.LEARNING ? learning : relearning;
        int step = memory.step();
        // Steps may have been taken away since the question was put on one.
        if (steps.isEmpty() || (step >= steps.size() && rating != Rating.AGAIN) || rating == Rating.EASY) {
            return Stage.KNOWN;
        }
        if (rating == Rating.AGAIN) {
            return new Stage(memory.state(), 0, steps.get(0));
        }
        if (rating == Rating.HARD) {
            return new Stage(memory.state(), step, onceMore(steps, step));
        }
        return step + 1 == steps.size() ? Stage.KNOWN : new Stage(memory.state(), step + 1, steps.get(step + 1));
    }

    private static Duration onceMore(List<Duration> steps, int step) {
        if (step > 0) {
            return steps.get(step);
        }
        Duration first = steps.get(0);
        return steps.size() == 1
                ? first.multipliedBy(3).dividedBy(2)
                : first.plus(steps.get(1)).dividedBy(2);
    }

    private long days(double stability, @Nullable RandomGenerator fuzz) {
        long days = (long) Math.rint(weights.interval(stability, retention));
        long bounded = Math.min(Math.max(days, 1), longest);
        return fuzz == null ? bounded : Fuzz.spread(bounded, longest, fuzz);
    }
}
