package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.figure.Ticks;
import org.ansatz.gradient.training.Losses;
import org.ansatz.quantity.Notation;

/** The losses of a run against its rounds, and other losses as lines. */
final class LossFigure {

    private static final int MAX_LOSSES = 1000;

    /** Losses that span this ratio are told apart on a logarithmic axis only. */
    private static final double DECADE = 10;

    private static final double MOST_OF_IT = 0.9;
    private static final int DIGITS = 4;
    private static final int TICKS = 5;

    private LossFigure() {}

    /**
     * The figure of a run.
     *
     * @param shown how many rounds are shown, on axes that have room for all
     */
    static Figure of(String title, Losses losses, List<Layer.HorizontalLine> lines, int shown) {
        int all = Math.min(MAX_LOSSES, losses.rounds() + 1);
        double[] rounds = new double[all];
        double[] heights = new double[all];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < all; i++) {
            int round = (int) ((long) losses.rounds() * i / Math.max(1, all - 1));
            double loss = losses.loss(round);
            rounds[i] = round;
            heights[i] = round > shown ? Double.NaN : loss;
            least = Math.min(least, loss);
            most = Math.max(most, loss);
        }
        boolean logarithmic = least > 0 && most >= DECADE * least;
        Axis loss = logarithmic ? Axis.of("loss", "").logarithmic() : Axis.of("loss", "");
        Axis round = Axis.of(losses.round(), "").ofWholeNumbers();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Curve("", "", Points.of(rounds, heights)));
        for (Layer.HorizontalLine line : lines) {
            if (line.y() > 0 || !logarithmic) {
                layers.add(line);
                least = Math.min(least, line.y());
                most = Math.max(most, line.y());
            }
        }
        boolean whole = shown >= losses.rounds();
        return new Figure(
                "The loss: " + title,
                whole ? round : round.showing(new Interval(0, losses.rounds())),
                whole || most <= least ? loss : loss.showing(Ticks.rounded(loss, new Interval(least, most), TICKS)),
                layers,
                whole ? fall(losses) : "After " + counted(shown, losses) + ": " + number(losses.loss(shown)));
    }

    /** What is to be seen, in a sentence. */
    private static String fall(Losses losses) {
        double first = losses.loss(0);
        double last = losses.lastLoss();
        if (!(last < first)) {
            return "The loss does not fall: it is " + number(first) + " at the start and " + number(last)
                    + " at the end.";
        }
        int most = 0;
        while (losses.loss(most) > first - MOST_OF_IT * (first - last)) {
            most++;
        }
        return "The loss falls from " + number(first) + " to " + number(last) + "; nine tenths of that are done after "
                + counted(most, losses) + ".";
    }

    private static String counted(int rounds, Losses losses) {
        return rounds + " of " + losses.rounds() + " " + losses.round() + "s";
    }

    private static String number(double loss) {
        return Notation.number(loss, DIGITS);
    }
}
