package org.ansatz.cli;

import java.io.IOException;
import java.util.List;
import org.ansatz.gradient.model.GradientDescent;
import org.ansatz.gradient.training.Course;
import org.ansatz.gradient.training.Optimum;
import org.ansatz.gradient.training.TrainingTask;
import org.ansatz.plot.TrainingFigures;
import org.ansatz.report.TrainingReport;

/** {@code ansatz train linear}, {@code sigmoid} and {@code softmax}. */
final class LinearTraining {

    private static final int MAX_STEPS = 10_000_000;
    private static final int FEW_DOTS = 40;
    private static final int MANY_DOTS = 1000;

    private final Environment environment;
    private final TrainOptions options;

    LinearTraining(Environment environment, TrainOptions options) {
        this.environment = environment;
        this.options = options;
    }

    void run(long seed) throws IOException {
        TrainingTask task = task(seed);
        int steps = options.count("--steps", task.steps(), MAX_STEPS);
        double rate = options.positive("--rate", task.rate());
        TrainingFiles files = TrainingFiles.of(options);
        TrainingScreen screen = TrainingScreen.of(environment, options);
        Course course = screen.watched(steps, bar -> Course.of(task, new GradientDescent(rate), steps, bar));
        Optimum optimum = task.optimum();
        files.write(
                course,
                () -> TrainingFigures.losses(task, course, optimum, steps),
                () -> TrainingFigures.learnt(task, course.last(), MANY_DOTS));
        TrainingReport report = new TrainingReport(task, course, optimum, rate, seed);
        if (options.has("--json")) {
            environment.out().println(report.json());
            return;
        }
        screen.print(report.course());
        if (options.has("--watch")) {
            screen.play(steps, shown -> TrainingFigures.losses(task, course, optimum, shown));
        } else {
            screen.draw(TrainingFigures.losses(task, course, optimum, steps));
        }
        screen.draw(TrainingFigures.learnt(task, course.last(), FEW_DOTS));
        environment.out().println();
        screen.print(report.result());
    }

    private TrainingTask task(long seed) {
        switch (options.model()) {
            case "linear":
                boolean squares =
                        options.choice("--loss", "mse", List.of("mse", "mae")).equals("mse");
                return squares ? TrainingTask.squares(seed) : TrainingTask.distances(seed);
            case "sigmoid":
                return TrainingTask.sigmoid(seed);
            default:
                double smoothing = options.value("--smoothing", 0.0);
                if (!(smoothing >= 0 && smoothing <= 1)) {
                    throw options.refused("--smoothing takes 0 to 1, not " + smoothing);
                }
                return TrainingTask.softmax(seed, smoothing);
        }
    }
}
