package org.ansatz.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.ansatz.expression.Nearest;
import org.ansatz.figure.Figure;
import org.ansatz.figure.file.FigureFile;
import org.ansatz.figure.text.TextFigure;
import org.ansatz.figure.text.TextStyle;
import org.ansatz.files.WholeFile;
import org.ansatz.plot.TrainingFigures;
import org.ansatz.report.Style;
import org.ansatz.report.TrainingReport;
import org.ansatz.route.gradient.data.NumpyRandom;
import org.ansatz.route.gradient.data.PublishedData;
import org.ansatz.route.gradient.model.Divergence;
import org.ansatz.route.gradient.model.GradientDescent;
import org.ansatz.route.gradient.training.Course;
import org.ansatz.route.gradient.training.Optimum;
import org.ansatz.route.gradient.training.TrainingTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz train MODEL}. */
final class TrainCommand extends Command {

    private static final int MOST_STEPS = 10_000_000;
    private static final int WIDEST = 100;
    private static final int HEIGHT = 20;
    private static final int FEW_DOTS = 40;
    private static final int MANY_DOTS = 1000;
    private static final List<String> MODELS = List.of("linear", "sigmoid", "softmax");

    private final Environment environment;

    TrainCommand(Environment environment) {
        super("train", "Trains a model by gradient descent and compares the end with the optimum.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameter("MODEL", "linear, sigmoid or softmax."));
        spec.addOption(option("--loss", String.class, "LOSS", "Of linear: mse (default) or mae."));
        spec.addOption(option("--smoothing", Double.class, "A", "Of softmax: smooths the labels, 0 (default) to 1."));
        spec.addOption(option("--steps", Integer.class, "N", "How many steps to take; the article's if not given."));
        spec.addOption(option("--rate", Double.class, "X", "The learning rate; the article's if not given."));
        spec.addOption(option("--seed", Long.class, "S", "Draws other data of the same kind, as NumPy would."));
        spec.addOption(option("--csv", String.class, "FILE", "Writes the loss of every step."));
        spec.addOption(option(
                "--svg", String.class, "FILE", "Draws the losses; what was learnt goes to a second file, …-learnt."));
        spec.addOption(option("--png", String.class, "FILE", "The same as PNG."));
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
    }

    @Override
    int run(ParseResult given) {
        long seed = given.matchedOptionValue("--seed", PublishedData.SEED);
        if (seed < 0 || seed > NumpyRandom.MOST_SEED) {
            throw refused(given, "--seed takes 0 to " + NumpyRandom.MOST_SEED + ", not " + seed);
        }
        TrainingTask task = task(given, seed);
        int steps = given.matchedOptionValue("--steps", task.steps());
        if (steps < 1 || steps > MOST_STEPS) {
            throw refused(given, "--steps takes 1 to " + MOST_STEPS + ", not " + steps);
        }
        double rate = given.matchedOptionValue("--rate", task.rate());
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw refused(given, "--rate takes a finite number above 0, not " + rate);
        }
        try {
            Files files = Files.of(given);
            Course course = trained(task, new GradientDescent(rate), steps);
            Optimum optimum = task.optimum();
            files.write(task, course, optimum);
            TrainingReport report = new TrainingReport(task, course, optimum, rate, seed);
            if (given.hasMatchedOption("--json")) {
                environment.out().println(report.json());
            } else {
                print(report, task, course, optimum);
            }
            return Exit.OK;
        } catch (Divergence e) {
            return failed("the training diverges: " + e.getMessage() + "; a smaller --rate than " + rate + " may do");
        } catch (IOException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static TrainingTask task(ParseResult given, long seed) {
        String model = given.matchedPositionalValue(0, "");
        if (given.hasMatchedOption("--loss") && !model.equals("linear")) {
            throw refused(given, "--loss belongs to linear");
        }
        if (given.hasMatchedOption("--smoothing") && !model.equals("softmax")) {
            throw refused(given, "--smoothing belongs to softmax");
        }
        switch (model) {
            case "linear":
                return line(given, seed);
            case "sigmoid":
                return TrainingTask.sigmoid(seed);
            case "softmax":
                double smoothing = given.matchedOptionValue("--smoothing", 0.0);
                if (!(smoothing >= 0 && smoothing <= 1)) {
                    throw refused(given, "--smoothing takes 0 to 1, not " + smoothing);
                }
                return TrainingTask.softmax(seed, smoothing);
            default:
                throw refused(
                        given,
                        "there is no model '" + model + "'" + Nearest.suggestion(model, MODELS)
                                + "; there are linear, sigmoid and softmax");
        }
    }

    private static TrainingTask line(ParseResult given, long seed) {
        String loss = given.matchedOptionValue("--loss", "mse");
        switch (loss) {
            case "mse":
                return TrainingTask.squares(seed);
            case "mae":
                return TrainingTask.distances(seed);
            default:
                throw refused(given, "--loss takes mse or mae, not '" + loss + "'");
        }
    }

    private static ParameterException refused(ParseResult given, String message) {
        return new ParameterException(given.commandSpec().commandLine(), message);
    }

    private int failed(String message) {
        environment.err().println("ansatz: " + Style.safe(message));
        return Exit.UNREADABLE;
    }

    private Course trained(TrainingTask task, GradientDescent descent, int steps) {
        if (!Environment.hasScreen()) {
            IntConsumer silent = step -> {};
            return Course.of(task, descent, steps, silent);
        }
        ProgressBar bar = new ProgressBar(environment.out(), steps);
        try {
            return Course.of(task, descent, steps, bar);
        } finally {
            bar.end();
        }
    }

    private void print(TrainingReport report, TrainingTask task, Course course, Optimum optimum) {
        report.course().forEach(environment.out()::println);
        draw(TrainingFigures.losses(task, course, optimum));
        draw(TrainingFigures.learnt(task, course.last(), FEW_DOTS));
        environment.out().println();
        report.result().forEach(environment.out()::println);
    }

    private void draw(Figure figure) {
        TextStyle style = new TextStyle(
                Math.min(environment.style().width(), WIDEST),
                HEIGHT,
                environment.style().colour(),
                Environment.charset().equals(StandardCharsets.UTF_8));
        environment.out().println();
        TextFigure.lines(figure, style).forEach(environment.out()::println);
    }

    /**
     * Where to write what besides.
     *
     * @param csv of the losses, or null
     * @param svg of the figures, or null
     * @param png of the figures, or null
     */
    private record Files(
            @Nullable Path csv,
            @Nullable Path svg,
            @Nullable Path png) {

        static Files of(ParseResult given) throws IOException {
            Path svg = path(given, "--svg");
            Path png = path(given, "--png");
            for (Path figure : new @Nullable Path[] {svg, png}) {
                if (figure != null) {
                    WholeFile.require(learnt(figure));
                }
            }
            return new Files(path(given, "--csv"), svg, png);
        }

        private static @Nullable Path path(ParseResult given, String option) throws IOException {
            @Nullable String name = given.matchedOptionValue(option, null);
            if (name == null) {
                return null;
            }
            if (name.isEmpty()) {
                throw new IOException(option + " needs the name of a file");
            }
            try {
                Path path = Path.of(name);
                WholeFile.require(path);
                return path;
            } catch (InvalidPathException e) {
                throw new IOException("'" + name + "' is no path here", e);
            }
        }

        /** The file for what was learnt: run.svg has run-learnt.svg beside it. */
        private static Path learnt(Path file) {
            String name = String.valueOf(file.getFileName());
            int dot = name.lastIndexOf('.');
            int end = dot > 0 ? dot : name.length();
            return file.resolveSibling(name.substring(0, end) + "-learnt" + name.substring(end));
        }

        void write(TrainingTask task, Course course, Optimum optimum) throws IOException {
            if (csv != null) {
                WholeFile.write(csv, out -> losses(course, new OutputStreamWriter(out, StandardCharsets.US_ASCII)));
            }
            if (svg == null && png == null) {
                return;
            }
            Figure losses = TrainingFigures.losses(task, course, optimum);
            Figure learnt = TrainingFigures.learnt(task, course.last(), MANY_DOTS);
            if (svg != null) {
                write(svg, FigureFile.svg(losses).getBytes(StandardCharsets.UTF_8));
                write(learnt(svg), FigureFile.svg(learnt).getBytes(StandardCharsets.UTF_8));
            }
            if (png != null) {
                write(png, FigureFile.png(losses));
                write(learnt(png), FigureFile.png(learnt));
            }
        }

        private static void write(Path file, byte[] bytes) throws IOException {
            WholeFile.write(file, out -> out.write(bytes));
        }

        private static void losses(Course course, Writer csv) throws IOException {
            csv.write("step,loss\n");
            for (int step = 0; step <= course.updates(); step++) {
                csv.write(step + "," + course.loss(step) + "\n");
            }
            csv.flush();
        }
    }
}
