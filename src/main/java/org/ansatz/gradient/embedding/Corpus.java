package org.ansatz.gradient.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.gradient.numeric.Matrix;

/** Sentences of words, and the examples that models of words are trained on. Words are numbered in alphabetical order. */
public final class Corpus {

    private final List<String> words;
    private final long[] counts;
    private final int[][] sentences;

    private Corpus(List<String> words, long[] counts, int[][] sentences) {
        this.words = words;
        this.counts = counts;
        this.sentences = sentences;
    }

    /**
     * A corpus of these sentences, split at blanks.
     *
     * @throws IllegalArgumentException if there are fewer than two different words
     */
    public static Corpus of(List<String> sentences) {
        List<String[]> split = new ArrayList<>();
        Map<String, Integer> ids = new TreeMap<>();
        for (String sentence : sentences) {
            if (!sentence.isBlank()) {
                String[] tokens = sentence.strip().split("\\s+");
                split.add(tokens);
                for (String token : tokens) {
                    ids.put(token, 0);
                }
            }
        }
        if (ids.size() < 2) {
            throw new IllegalArgumentException(
                    ids.isEmpty()
                            ? "the corpus is empty: " + sentences.size() + " sentences without a word"
                            : "the vocabulary is the one word \""
                                    + ids.keySet().iterator().next() + "\": nothing to predict");
        }
        int next = 0;
        for (Map.Entry<String, Integer> word : ids.entrySet()) {
            word.setValue(next++);
        }
        long[] counts = new long[ids.size()];
        int[][] numbered = new int[split.size()][];
        for (int s = 0; s < numbered.length; s++) {
            String[] tokens = split.get(s);
            numbered[s] = new int[tokens.length];
            for (int i = 0; i < tokens.length; i++) {
                numbered[s][i] = ids.getOrDefault(tokens[i], 0);
                counts[numbered[s][i]]++;
            }
        }
        return new Corpus(List.copyOf(ids.keySet()), counts, numbered);
    }

    /** The words in alphabetical order: the vocabulary. */
    public List<String> words() {
        return words;
    }

    /** How often each word occurs. */
    public long[] counts() {
        return counts.clone();
    }

    /** The number of tokens. */
    public int tokens() {
        int tokens = 0;
        for (int[] sentence : sentences) {
            tokens += sentence.length;
        }
        return tokens;
    }

    /**
     * A word's number.
     *
     * @throws IllegalArgumentException if it does not occur
     */
    public int number(String word) {
        int number = words.indexOf(word);
        if (number < 0) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is not one of the " + words.size() + " words of the corpus");
        }
        return number;
    }

    /**
     * Every run of n words: the last one, and before it the words to predict it from, in the order of the text.
     *
     * @param n at least 2
     * @throws IllegalArgumentException if it is less, or no sentence is that long
     */
    public List<int[]> runs(int n) {
        if (n < 2) {
            throw new IllegalArgumentException("runs of " + n + " words have nothing to predict from");
        }
        List<int[]> runs = new ArrayList<>();
        for (int[] sentence : sentences) {
            for (int from = 0; from + n <= sentence.length; from++) {
                runs.add(Arrays.copyOfRange(sentence, from, from + n));
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no sentence has " + n + " words");
        }
        return runs;
    }

    /**
     * Pairs of a centre and a neighbour at most {@code radius} words away in the same sentence, in the order of the text.
     *
     * @param radius at least 1
     * @throws IllegalArgumentException if it is less
     */
    public List<int[]> pairs(int radius) {
        requireRadius(radius);
        List<int[]> pairs = new ArrayList<>();
        for (int[] sentence : sentences) {
            for (int i = 0; i < sentence.length; i++) {
                for (int j = Math.max(0, i - radius); j <= Math.min(sentence.length - 1, i + radius); j++) {
                    if (j != i) {
                        pairs.add(new int[] {sentence[i], sentence[j]});
                    }
                }
            }
        }
        return pairs;
    }

    /**
     * Every word that has others at most {@code radius} words away in its sentence: the word, and after it those around it,
     * in the order of the text.
     *
     * @param radius at least 1
     * @throws IllegalArgumentException if it is less
     */
    public List<int[]> windows(int radius) {
        requireRadius(radius);
        List<int[]> windows = new ArrayList<>();
        for (int[] sentence : sentences) {
            for (int i = 0; i < sentence.length && sentence.length > 1; i++) {
                int from = Math.max(0, i - radius);
                int to = Math.min(sentence.length, i + radius + 1);
                int[] window = new int[to - from];
                window[0] = sentence[i];
                System.arraycopy(sentence, from, window, 1, i - from);
                System.arraycopy(sentence, i + 1, window, 1 + i - from, to - i - 1);
                windows.add(window);
            }
        }
        return windows;
    }

    /**
     * How often words stand at most {@code radius} words apart in a sentence, each time counted by 1/distance; V × V and
     * symmetric.
     *
     * @param radius at least 1
     * @throws IllegalArgumentException if it is less
     */
    public Matrix cooccurrences(int radius) {
        requireRadius(radius);
        int v = words.size();
        double[] x = new double[v * v];
        for (int[] sentence : sentences) {
            for (int i = 0; i < sentence.length; i++) {
                for (int j = Math.max(0, i - radius); j < i; j++) {
                    x[sentence[i] * v + sentence[j]] += 1.0 / (i - j);
                    x[sentence[j] * v + sentence[i]] += 1.0 / (i - j);
                }
            }
        }
        return Matrix.over(v, v, x);
    }

    private static void requireRadius(int radius) {
        if (radius < 1) {
            throw new IllegalArgumentException("a window needs a radius of at least 1, not " + radius);
        }
    }
}
