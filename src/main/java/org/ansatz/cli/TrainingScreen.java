package org.ansatz.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.ansatz.figure.Figure;
import org.ansatz.figure.text.TextFigure;
import org.ansatz.figure.text.TextStyle;

/** What is seen of a training on the standard output: lines, figures, and how far it has come. */
final class TrainingScreen {

    private static final int WIDEST = 100;
    private static final int HEIGHT = 20;

    /** Pictures of a run; they follow the beginning more closely, where most happens. */
    private static final int FRAMES = 40;

    private static final int FRAME_MILLIS = 100;

    private final Environment environment;

    private TrainingScreen(Environment environment) {
        this.environment = environment;
    }

    /**
     * A screen for what was asked.
     *
     * @throws IOException if a run is to be watched where there is no terminal
     */
    static TrainingScreen of(Environment environment, TrainOptions options) throws IOException {
        if (options.has("--watch") && (!Environment.hasScreen() || options.has("--json"))) {
            throw new IOException("--watch draws on a terminal, and this is none");
        }
        return new TrainingScreen(environment);
    }

    /** Does long work of so many rounds, on a terminal with a bar. */
    <T> T watched(int rounds, Function<IntConsumer, T> work) {
        if (!Environment.hasScreen()) {
            return work.apply(round -> {});
        }
        ProgressBar bar = new ProgressBar(environment.out(), rounds);
        try {
            return work.apply(bar);
        } finally {
            bar.end();
        }
    }

    void print(List<String> lines) {
        lines.forEach(environment.out()::println);
    }

    /** Draws a figure after an empty line. */
    void draw(Figure figure) {
        environment.out().println();
        print(lines(figure));
    }

    private List<String> lines(Figure figure) {
        TextStyle style = new TextStyle(
                Math.min(environment.style().width(), WIDEST),
                HEIGHT,
                environment.style().colour(),
                Environment.charset().equals(StandardCharsets.UTF_8));
        return TextFigure.lines(figure, style);
    }

    /**
     * Draws a run as it went, each picture over the one before.
     *
     * @param rounds how many there are
     * @param drawn the picture after so many of them
     */
    void play(int rounds, IntFunction<Figure> drawn) {
        environment.out().println();
        int above = 0;
        for (int frame = 0; frame <= FRAMES; frame++) {
            List<String> lines = lines(drawn.apply((int) ((long) rounds * frame * frame / (FRAMES * FRAMES))));
            environment.out().print(above == 0 ? "" : "\u001b[" + above + "F\u001b[J");
            print(lines);
            environment.out().flush();
            above = lines.size();
            try {
                Thread.sleep(FRAME_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
