package org.ansatz.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.ansatz.mark.Mark;
import org.ansatz.mark.Marking;
import org.ansatz.problem.Case;
import org.ansatz.problem.Problem;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;

/** One showing of a question, from when it is on the screen until the next one is. Used by one thread. */
public final class Showing {

    private static final int HARD_AT = 1;

    private final long id;
    private final Problem problem;
    private final Case data;
    private final Settings settings;
    private final Executor worker;
    private @Nullable FutureTask<Marking> marking;
    private int hints;
    private int mistakes;
    private boolean looked;
    private boolean unitMissing;
    private boolean shown;
    private @Nullable Rating rating;

    Showing(long id, Problem problem, Case data, Settings settings, Executor worker) {
        this.id = id;
        this.problem = problem;
        this.data = data;
        this.settings = settings;
        this.worker = worker;
    }

    private FutureTask<Marking> started() {
        FutureTask<Marking> task = new FutureTask<>(() -> Marking.of(problem, data));
        worker.execute(task);
        return task;
    }

    long id() {
        return id;
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }

    /** The data of this showing. */
    public Case data() {
        return data;
    }

    /** The data that the learner set, as typed, or an empty text. */
    public String settings() {
        return settings.text();
    }

    Settings settingsSoFar() {
        return settings;
    }

    /**
     * What replies are held against; worked out in the background since it was asked for first, and again if that was
     * cancelled. Whoever shows the question asks for it once the question is on the screen: to solve it before would only
     * delay that.
     */
    public Future<Marking> marking() {
        FutureTask<Marking> task = marking;
        if (task == null || task.isCancelled()) {
            task = started();
            marking = task;
        }
        return task;
    }

    /** What replies are held against; waits for it. */
    Marking solved() {
        try {
            return marking().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Nobody needs it any more. */
    void abandon() {
        if (marking != null) {
            marking.cancel(true);
        }
    }

    /** How many hints were seen. */
    public int hints() {
        return hints;
    }

    void countHint() {
        hints++;
    }

    /** Takes note that the question was drawn, which helps as much as a hint. */
    public void look() {
        looked |= !isOver();
    }

    /** Whether it was answered, or its solution seen: what follows is not counted any more. */
    public boolean isOver() {
        return rating != null || shown;
    }

    /** What it is worth, or null while it is not over. */
    public @Nullable Rating rating() {
        return rating;
    }

    void rate(Rating other) {
        rating = other;
    }

    /** Takes note of a reply, and says what the showing is worth so far. */
    Rating take(Mark mark) {
        if (mark instanceof Mark.Wrong) {
            mistakes++;
            return Rating.AGAIN;
        }
        unitMissing = mark instanceof Mark.UnitMissing;
        int trouble = mistakes + hints + (looked ? 1 : 0) + (unitMissing ? 1 : 0);
        rating = trouble == 0 ? Rating.GOOD : trouble == HARD_AT ? Rating.HARD : Rating.AGAIN;
        return rating;
    }

    void show() {
        shown = true;
        rating = Rating.AGAIN;
    }

    /** Is over: whatever follows is not counted. */
    void end() {
        shown = true;
    }

    /** Whether the learner had help once at most so far, a wrong reply counted as such. */
    public boolean isFirstHelp() {
        return mistakes + hints + (looked ? 1 : 0) <= 1;
    }

    /** What its rating comes from: {@code after two wrong replies and a hint}; empty where there was nothing. */
    public String trouble() {
        List<String> parts = new ArrayList<>();
        if (mistakes > 0) {
            parts.add(mistakes == 1 ? "a wrong reply" : mistakes + " wrong replies");
        }
        if (hints > 0) {
            parts.add(hints == 1 ? "a hint" : hints + " hints");
        }
        if (looked) {
            parts.add("a figure");
        }
        if (unitMissing) {
            parts.add("a missing unit");
        }
        int last = parts.size() - 1;
        return parts.isEmpty()
                ? ""
                : "after " + (last == 0 ? "" : String.join(", ", parts.subList(0, last)) + " and ") + parts.get(last);
    }

    /** Takes back what the last reply led to. */
    void reopen() {
        if (rating == null && mistakes > 0) {
            mistakes--;
        }
        rating = null;
        shown = false;
    }
}
