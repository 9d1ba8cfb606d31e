package org.ansatz.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.ansatz.figure.Figure;
import org.ansatz.figure.text.TextFigure;
import org.ansatz.figure.text.TextStyle;

/** What is seen of a training on the standard output: lines, figures, and how far it has come. */
final class TrainingScreen {

    private static final int WIDEST = 100;
    private static final int HEIGHT = 20;

    private final Environment environment;

    TrainingScreen(Environment environment) {
        this.environment = environment;
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
        TextStyle style = new TextStyle(
                Math.min(environment.style().width(), WIDEST),
                HEIGHT,
                environment.style().colour(),
                Environment.charset().equals(StandardCharsets.UTF_8));
        environment.out().println();
        print(TextFigure.lines(figure, style));
    }
}
