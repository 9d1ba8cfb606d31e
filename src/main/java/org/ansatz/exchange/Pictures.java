package org.ansatz.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.file.FigureFile;
import org.ansatz.plot.Plotter;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Verdict;
import org.ansatz.quantity.NoValue;

/** The plots of a problem as files. */
public final class Pictures {

    private Pictures() {}

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
