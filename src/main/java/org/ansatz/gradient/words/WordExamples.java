package org.ansatz.gradient.words;

import java.util.Arrays;
import java.util.List;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.loss.Labels;

/** Contexts, each of one or more words, and the word that belongs to each. */
final class WordExamples {

    private final int vocabulary;
    private final int[][] contexts;
    private final int[] targets;

    private WordExamples(int vocabulary, int[][] contexts, int[] targets) {
        this.vocabulary = vocabulary;
        this.contexts = contexts;
        this.targets = targets;
    }

    /** Words with so many words before them, the most recent first. */
    static WordExamples nextWords(Corpus corpus, int before) {
        return split(corpus, corpus.runs(before + 1), run -> {
            int[] turned = new int[before + 1];
            for (int i = 0; i <= before; i++) {
                turned[i] = run[before - i];
            }
            return turned;
        });
    }

    /** Neighbours of words, which are their contexts: a word at a time. */
    static WordExamples neighbours(Corpus corpus, int radius) {
        return split(corpus, corpus.pairs(radius), pair -> new int[] {pair[1], pair[0]});
    }

    /** Words with all that stand around them, in the order of the vocabulary. */
    static WordExamples gaps(Corpus corpus, int radius) {
        return split(corpus, corpus.windows(radius), window -> {
            Arrays.sort(window, 1, window.length);
            return window;
        });
    }

    /** Rows of words become a target, first, and its context. */
    private interface Order {
        int[] targetFirst(int[] words);
    }

    private static WordExamples split(Corpus corpus, List<int[]> rows, Order order) {
        int[][] contexts = new int[rows.size()][];
        int[] targets = new int[rows.size()];
        for (int i = 0; i < targets.length; i++) {
            int[] words = order.targetFirst(rows.get(i));
            targets[i] = words[0];
            contexts[i] = Arrays.copyOfRange(words, 1, words.length);
        }
        return new WordExamples(corpus.words().size(), contexts, targets);
    }

    /** Some of the examples. */
    WordExamples only(int... which) {
        int[][] some = new int[which.length][];
        int[] words = new int[which.length];
        for (int i = 0; i < which.length; i++) {
            some[i] = contexts[which[i]];
            words[i] = targets[which[i]];
        }
        return new WordExamples(vocabulary, some, words);
    }

    int count() {
        return targets.length;
    }

    /** The contexts, to be read. */
    int[][] contexts() {
        return contexts;
    }

    Labels targets() {
        return Labels.of(vocabulary, targets);
    }

    /** The word that belongs to a context. */
    int target(int example) {
        return targets[example];
    }

    int vocabulary() {
        return vocabulary;
    }
}
