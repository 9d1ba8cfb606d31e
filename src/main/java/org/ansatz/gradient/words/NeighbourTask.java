package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.numeric.Matrix;

/** What models of which words stand near each other have in common. */
abstract class NeighbourTask implements WordTask {

    private static final List<List<String>> QUESTIONS = List.of(List.of("cat"), List.of("bird"));

    private final Corpus corpus;

    NeighbourTask(Corpus corpus) {
        this.corpus = corpus;
    }

    /** Ranks all words by their scores beside one. */
    abstract Ranking ranking(double[] parameters, int word, List<String> question);

    final int vocabulary() {
        return corpus.words().size();
    }

    /** A row of a matrix as a matrix. */
    static Matrix row(Matrix matrix, int row) {
        double[] entries = new double[matrix.columns()];
        System.arraycopy(matrix.entries(), row * entries.length, entries, 0, entries.length);
        return Matrix.over(1, entries.length, entries);
    }

    @Override
    public final Corpus corpus() {
        return corpus;
    }

    @Override
    public final Asking asking() {
        return Asking.NEIGHBOURS;
    }

    @Override
    public final int questionLength() {
        return 1;
    }

    @Override
    public final List<List<String>> questions() {
        return QUESTIONS.stream()
                .filter(question -> corpus.words().containsAll(question))
                .toList();
    }

    @Override
    public final Ranking answer(double[] parameters, List<String> question) {
        Questions.require(question, 1);
        return ranking(parameters, corpus.number(question.get(0)), question);
    }
}
