package org.ansatz.gradient.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * All words of a vocabulary as answers to a question, in the order of their scores; of equal ones the alphabetically first.
 *
 * @param question the words that were given
 * @param answers the greatest score first
 * @param measures what else is to be said, as the sum of the scores where they are probabilities
 */
public record Ranking(List<String> question, List<Answer> answers, List<Measure> measures) {

    /** Copies the lists. */
    public Ranking {
        question = List.copyOf(question);
        answers = List.copyOf(answers);
        measures = List.copyOf(measures);
    }

    /**
     * A word.
     *
     * @param score by the model, see {@link WordTask#score}
     * @param seen in the sentences, see {@link WordTask#seen}
     */
    public record Answer(String word, double score, double seen) {}

    static Ranking of(
            List<String> question,
            List<String> words,
            double[] scores,
            IntToDoubleFunction seen,
            List<Measure> measures) {
        List<Answer> answers = new ArrayList<>();
        for (int w = 0; w < scores.length; w++) {
            answers.add(new Answer(words.get(w), scores[w], seen.applyAsDouble(w)));
        }
        answers.sort(Comparator.comparingDouble(Answer::score).reversed());
        return new Ranking(question, answers, measures);
    }

    /** The sum of these probabilities, to be shown with them. */
    static Measure sum(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum += p;
        }
        return new Measure("the probabilities of all " + probabilities.length + " words sum to", sum);
    }
}
