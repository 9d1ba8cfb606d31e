package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.gradient.training.Losses;

/** The losses of a run against its rounds, and other losses as lines. */
final class LossFigure {

    private static final int MAX_LOSSES = 1000;

    /** Losses that span this ratio are told apart on a logarithmic axis only. */
    private static final double DECADE = 10;

    private LossFigure() {}

    static Figure of(String title, Losses losses, List<Layer.HorizontalLine> lines) {
        int shown = Math.min(MAX_LOSSES, losses.rounds() + 1);
        double[] rounds = new double[shown];
        double[] heights = new double[shown];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < shown; i++) {
            int round = (int) ((long) losses.rounds() * i / Math.max(1, shown - 1));
            rounds[i] = round;
            heights[i] = losses.loss(round);
            least = Math.min(least, heights[i]);
            most = Math.max(most, heights[i]);
        }
        boolean logarithmic = least > 0 && most >= DECADE * least;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Curve("", "", Points.of(rounds, heights)));
        for (Layer.HorizontalLine line : lines) {
            if (line.y() > 0 || !logarithmic) {
                layers.add(line);
            }
        }
        Axis loss = Axis.of("loss", "");
        return new Figure(
                "The loss: " + title,
                Axis.of(losses.round(), "").ofWholeNumbers(),
                logarithmic ? loss.logarithmic() : loss,
                layers,
                "");
    }
}
