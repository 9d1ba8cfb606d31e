package org.ansatz.plot;

import java.util.List;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Layer;
import org.ansatz.gradient.words.WordCourse;
import org.ansatz.gradient.words.WordTask;

/** The figure of a training of words. */
public final class WordFigures {

    private WordFigures() {}

    /** The loss against the epoch; the losses that it is compared with as lines. */
    public static Figure losses(WordTask task, WordCourse course) {
        List<Layer.HorizontalLine> lines = task.landmarks().stream()
                .map(landmark -> new Layer.HorizontalLine(landmark.name(), landmark.loss()))
                .toList();
        return LossFigure.of(task.title(), course, lines);
    }
}
