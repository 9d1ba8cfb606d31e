package org.ansatz.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.ansatz.figure.Figure;
import org.ansatz.figure.file.FigureFile;
import org.ansatz.files.WholeFile;
import org.ansatz.gradient.training.Losses;
import org.jspecify.annotations.Nullable;

/**
 * Where a training is written to.
 *
 * @param csv of the losses, or null
 * @param svg of the figures, or null
 * @param png of the figures, or null
 */
record TrainingFiles(
        @Nullable Path csv, @Nullable Path svg, @Nullable Path png) {

    /** Files for the losses and two figures. */
    static TrainingFiles of(TrainOptions options) throws IOException {
        TrainingFiles files = new TrainingFiles(path(options, "--csv"), path(options, "--svg"), path(options, "--png"));
        for (Path figure : new @Nullable Path[] {files.svg, files.png}) {
            if (figure != null) {
                WholeFile.require(learnt(figure));
            }
        }
        return files;
    }

    private static @Nullable Path path(TrainOptions options, String option) throws IOException {
        String name = options.text(option);
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

    /** Writes the losses, their figure, and beside it that of what was learnt. */
    void write(Losses losses, Supplier<Figure> drawn, Supplier<Figure> learnt) throws IOException {
        if (csv != null) {
            WholeFile.write(csv, out -> table(losses, new OutputStreamWriter(out, StandardCharsets.US_ASCII)));
        }
        draw(svg, png, drawn);
        draw(svg == null ? null : learnt(svg), png == null ? null : learnt(png), learnt);
    }

    private static void draw(@Nullable Path svg, @Nullable Path png, Supplier<Figure> drawn) throws IOException {
        if (svg != null) {
            write(svg, FigureFile.svg(drawn.get()).getBytes(StandardCharsets.UTF_8));
        }
        if (png != null) {
            write(png, FigureFile.png(drawn.get()));
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        WholeFile.write(file, out -> out.write(bytes));
    }

    private static void table(Losses losses, Writer csv) throws IOException {
        csv.write(losses.round() + ",loss\n");
        for (int round = 0; round <= losses.rounds(); round++) {
            csv.write(round + "," + losses.loss(round) + "\n");
        }
        csv.flush();
    }
}
