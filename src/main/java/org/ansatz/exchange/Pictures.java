package org.ansatz.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Picture;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Graphic;
import org.ansatz.figure.file.FigureFile;
import org.ansatz.plot.Plotter;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Sketch;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.NoValue;
import org.ansatz.report.Style;
import org.ansatz.report.Texts;
import org.jspecify.annotations.Nullable;

/** The plots of a problem as files. */
public final class Pictures {

    /** A drawing that is wider is given as the list of its parts. */
    private static final int WIDEST = 120;

    private Pictures() {}

    /**
     * What is shown beside the statement of a verdict's problem, for its data; null if nothing is.
     *
     * @param isFile whether it is wanted as a file, too
     * @throws IOException in a sentence, if Java can draw no text here
     */
    public static @Nullable Illustration illustration(Verdict verdict, boolean isFile) throws IOException {
        Sketch sketch = verdict.problem().sketch();
        if (sketch == null) {
            return null;
        }
        Picture picture = null;
        if (isFile) {
            Graphic graphic = sketch.drawn(verdict.data());
            picture = new Picture("figure.png", FigureFile.png(graphic), FigureFile.described(graphic));
        }
        return new Illustration(picture, lines(verdict, /* isUnicode= */ true), lines(verdict, /* isUnicode= */ false));
    }

    private static List<String> lines(Verdict verdict, boolean isUnicode) {
        return Texts.figure(verdict.problem(), verdict.data(), new Style(/* colour= */ false, WIDEST, isUnicode));
    }

    /**
     * The plots for the data of a verdict, as PNG, which takes a fifth of the room of an SVG with its letters drawn; a plot without a value for these data is left out.
     *
     * @throws IOException in a sentence, if Java can draw no text here
     */
    public static List<Picture> of(Verdict verdict) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        if (Plotter.names(verdict.problem()).isEmpty()) {
            return pictures;
        }
        Plotter plotter = new Plotter(verdict.problem());
        for (Plot plot : plotter.plots()) {
            try {
                Figure figure = plotter.figure(plot, verdict.data());
                String name = "plot-" + (pictures.size() + 1) + ".png";
                pictures.add(new Picture(name, FigureFile.png(figure), figure.title()));
            } catch (NoValue e) {
                // Then there is one picture fewer.
            }
        }
        return pictures;
    }
}
