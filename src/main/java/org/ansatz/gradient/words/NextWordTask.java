package org.ansatz.gradient.words;

import java.util.List;
import org.ansatz.gradient.embedding.Corpus;

/** What models that predict a word from the three before it have in common. */
abstract class NextWordTask implements WordTask {

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("the", "cat", "sat"),
            List.of("a", "cat", "chased"),
            List.of("a", "dog", "barked"),
            List.of("the", "stars", "glows"));

    private final Corpus corpus;
    private final WordExamples data;
    private final ContextCounts counts;

    NextWordTask(Corpus corpus) {
        this.corpus = corpus;
        this.data = WordExamples.nextWords(corpus, Sizes.CONTEXT);
        this.counts = new ContextCounts(data);
    }

    /** The probability of each word after one context, and what is to be said of them. */
    abstract Ranking ranking(double[] parameters, int[] context, List<String> question);

    final Ranking ranked(List<String> question, int[] context, double[] probabilities, List<Measure> measures) {
        return Ranking.of(question, corpus.words(), probabilities, w -> counts.of(context, w), measures);
    }

    final WordExamples data() {
        return data;
    }

    final ContextCounts counts() {
        return counts;
    }

    final int vocabulary() {
        return corpus.words().size();
    }

    final Landmark uniform() {
        return new Landmark("every word equally likely", "ln " + vocabulary(), Math.log(vocabulary()));
    }

    final Landmark least() {
        return Landmark.least("the " + Sizes.CONTEXT + " before", counts.entropy());
    }

    @Override
    public final Corpus corpus() {
        return corpus;
    }

    @Override
    public final int examples() {
        return data.count();
    }

    @Override
    public final String unit() {
        return "runs of " + (Sizes.CONTEXT + 1) + " words";
    }

    @Override
    public final String seen() {
        return "how often it comes next in the sentences";
    }

    @Override
    public final Asking asking() {
        return Asking.NEXT_WORD;
    }

    @Override
    public final int questionLength() {
        return Sizes.CONTEXT;
    }

    @Override
    public final List<List<String>> questions() {
        return QUESTIONS.stream()
                .filter(question -> corpus.words().containsAll(question))
                .toList();
    }

    @Override
    public final Ranking answer(double[] parameters, List<String> question) {
        Questions.require(question, Sizes.CONTEXT);
        int[] context = new int[Sizes.CONTEXT];
        for (int i = 0; i < context.length; i++) {
            context[i] = corpus.number(question.get(context.length - 1 - i));
        }
        return ranking(parameters, context, question);
    }
}
