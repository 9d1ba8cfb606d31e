package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Layer;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.numeric.PrincipalPlane;
import org.ansatz.gradient.words.WordCourse;
import org.ansatz.gradient.words.WordTask;

/** The figures of a training of words: its losses, and a map of the words. */
public final class WordFigures {

    private WordFigures() {}

    /**
     * The loss against the epoch, as far as some epoch; the losses that it is compared with as lines.
     *
     * @param epochs how many are shown, on axes that have room for all
     */
    public static Figure losses(WordTask task, WordCourse course, int epochs) {
        List<Layer.HorizontalLine> lines = task.landmarks().stream()
                .map(landmark -> new Layer.HorizontalLine(landmark.name(), landmark.loss()))
                .toList();
        return LossFigure.of(task.title(), course, lines, epochs);
    }

    /** The words where their vectors lie on the plane on which they spread most. */
    public static Figure map(WordTask task, WordCourse course) {
        Matrix vectors = task.vectors(course.last());
        PrincipalPlane plane = PrincipalPlane.of(vectors);
        List<Layer> spots = new ArrayList<>();
        for (int word = 0; word < vectors.rows(); word++) {
            spots.add(new Layer.Spot(
                    task.corpus().words().get(word),
                    plane.coordinates().at(word, 0),
                    plane.coordinates().at(word, 1)));
        }
        return new Figure(
                "A map of the words: " + task.title(),
                Axis.of("first direction", ""),
                Axis.of("second direction", ""),
                spots,
                "It keeps " + Math.round(100 * plane.share())
                        + " % of the spread: words that lie together here may still differ.");
    }
}
