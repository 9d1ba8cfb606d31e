package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.numeric.Matrix;

/**
 * A model of words that is to be trained, as in one of the articles on word embeddings (dsplog.com, 2025): the examples, the
 * loss, the article's setting, and what can be asked of the trained model.
 */
public interface WordTask {

    /** What the model is. */
    String title();

    /** What the loss is: always a mean over examples. */
    String loss();

    /** The sentences. */
    Corpus corpus();

    /** How many examples there are. */
    int examples();

    /** What the examples are, in the plural. */
    String unit();

    /** How the article trains. */
    Setting setting();

    /** The parameters. */
    Blocks parameters();

    /** The vectors of the words, a row each in the order of the corpus: the first of the parameters in every model. */
    default Matrix vectors(double[] parameters) {
        return parameters().matrices(parameters).get(0);
    }

    /** The loss of all examples. Where noise is drawn, this is the expectation over the draws. */
    Objective whole();

    /**
     * The loss of some examples.
     *
     * @param examples numbers from 0, at least one
     * @param random draws the noise, if there is any
     */
    Objective batch(int[] examples, NumpyRandom random);

    /** Losses to hold that of a run against. */
    List<Landmark> landmarks();

    /** What else is to be said of a trained model. */
    default List<Measure> measures(double[] parameters) {
        return List.of();
    }

    /** What can be asked of the trained model. */
    enum Asking {
        /** Which word comes next after some. */
        NEXT_WORD,
        /** Which words stand near one. */
        NEIGHBOURS
    }

    /** What is asked. */
    Asking asking();

    /** How many words a question has. */
    int questionLength();

    /** The article's questions, as far as the sentences have their words. */
    List<List<String>> questions();

    /** What the scores of answers are. */
    String score();

    /** What {@link Ranking.Answer#seen} of answers is. */
    String seen();

    /**
     * Asks a trained model.
     *
     * @param question words of the corpus, in the order of the text
     * @throws IllegalArgumentException if there are not {@link #questionLength} words, or one does not occur
     */
    Ranking answer(double[] parameters, List<String> question);
}
