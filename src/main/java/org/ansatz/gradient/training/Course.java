package org.ansatz.gradient.training;

import java.util.function.IntConsumer;
import org.ansatz.gradient.model.GradientDescent;
import org.ansatz.gradient.model.Parameters;

/** How a training went: the loss after each number of updates, and the parameters after the last. A round is an update. */
public final class Course implements Losses {

    private final double[] losses;
    private final Parameters last;

    private Course(double[] losses, Parameters last) {
        this.losses = losses;
        this.last = last;
    }

    /**
     * Trains from the task's start.
     *
     * @param updates how many steps to take, at least 1
     * @param progress is told each step, from 0
     * @throws org.ansatz.gradient.model.Divergence if a loss is not finite
     */
    public static Course of(TrainingTask task, GradientDescent descent, int updates, IntConsumer progress) {
        double[] losses = new double[updates + 1];
        Parameters last = descent.descend(task.model(), task.start(), updates, (step, at, loss) -> {
            losses[step] = loss;
            progress.accept(step);
        });
        losses[updates] = GradientDescent.at(task.model(), last, updates).loss();
        return new Course(losses, last);
    }

    @Override
    public String round() {
        return "step";
    }

    @Override
    public int rounds() {
        return losses.length - 1;
    }

    @Override
    public double loss(int updates) {
        return losses[updates];
    }

    /** The parameters after the last update. */
    public Parameters last() {
        return last;
    }
}
