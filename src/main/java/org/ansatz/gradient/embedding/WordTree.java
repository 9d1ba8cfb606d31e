package org.ansatz.gradient.embedding;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A full binary tree with the words as leaves: of V words there are V − 1 inner nodes, and each has two children. A word is
 * reached from the root by one bit at each inner node.
 */
public final class WordTree {

    private final int[][] codes;
    private final int[][] points;

    private WordTree(int[][] codes, int[][] points) {
        this.codes = codes;
        this.points = points;
    }

    /**
     * Huffman's tree, as word2vec.c builds it: the two least frequent nodes are joined again and again, the first of them
     * gets bit 0. Of equally frequent nodes, inner ones go before words, older inner nodes before newer ones, and the last
     * word before others. Inner nodes are numbered as they are made; the root is V − 2.
     *
     * @param counts how often each word occurs, at least 1
     * @throws IllegalArgumentException if there are fewer than two words, or one does not occur
     */
    public static WordTree huffman(long... counts) {
        int words = requireTwo(counts.length);
        PriorityQueue<Node> nodes =
                new PriorityQueue<>(Comparator.comparingLong(Node::count).thenComparingInt(Node::order));
        for (int w = 0; w < words; w++) {
            if (counts[w] < 1) {
                throw new IllegalArgumentException(
                        "word " + w + " occurs " + counts[w] + " times: it has no place in the tree");
            }
            nodes.add(new Node(counts[w], 2 * words - w, w));
        }
        int[] parents = new int[2 * words - 1];
        int[] bits = new int[2 * words - 1];
        for (int inner = 0; inner < words - 1; inner++) {
            Node zero = nodes.remove();
            Node one = nodes.remove();
            parents[zero.at()] = inner;
            parents[one.at()] = inner;
            bits[one.at()] = 1;
            nodes.add(new Node(Math.addExact(zero.count(), one.count()), inner, words + inner));
        }
        return climbed(words, parents, bits, 2 * words - 2);
    }

    /**
     * The words in their order, split in the middle again and again; the left half, which has bit 0, is the smaller one where
     * they differ. Inner nodes are numbered from the root, 0, left before right.
     *
     * @throws IllegalArgumentException if there are fewer than two words
     */
    public static WordTree balanced(int words) {
        requireTwo(words);
        int[] parents = new int[2 * words - 1];
        int[] bits = new int[2 * words - 1];
        split(0, words, words, 0, parents, bits);
        return climbed(words, parents, bits, words);
    }

    /** Splits words {@code from} to {@code to} at inner node {@code inner}; says which inner node comes next. */
    private static int split(int from, int to, int words, int inner, int[] parents, int[] bits) {
        int middle = from + (to - from) / 2;
        int left = middle - from == 1 ? from : words + inner + 1;
        parents[left] = inner;
        int next = middle - from == 1 ? inner + 1 : split(from, middle, words, inner + 1, parents, bits);
        int right = to - middle == 1 ? middle : words + next;
        parents[right] = inner;
        bits[right] = 1;
        return to - middle == 1 ? next : split(middle, to, words, next, parents, bits);
    }

    /** Reads the paths upwards; inner node i stands at words + i. */
    private static WordTree climbed(int words, int[] parents, int[] bits, int root) {
        int[][] codes = new int[words][];
        int[][] points = new int[words][];
        for (int w = 0; w < words; w++) {
            int depth = 0;
            for (int at = w; at != root; at = words + parents[at]) {
                depth++;
            }
            codes[w] = new int[depth];
            points[w] = new int[depth];
            for (int at = w; at != root; at = words + parents[at]) {
                depth--;
                codes[w][depth] = bits[at];
                points[w][depth] = parents[at];
            }
        }
        return new WordTree(codes, points);
    }

    private static int requireTwo(int words) {
        if (words < 2) {
            throw new IllegalArgumentException("a tree needs two words, but the vocabulary has " + words);
        }
        return words;
    }

    /** A node that still has no parent. */
    private record Node(long count, int order, int at) {}

    /** The number of words V. */
    public int words() {
        return codes.length;
    }

    /** The number of inner nodes, V − 1. */
    public int innerNodes() {
        return codes.length - 1;
    }

    /** How many bits lead to a word. */
    public int depth(int word) {
        return codes[word].length;
    }

    /** The bit at a step from the root, 0 or 1. */
    public int bit(int word, int step) {
        return codes[word][step];
    }

    /** The inner node where the bit of a step is decided. */
    public int node(int word, int step) {
        return points[word][step];
    }

    /** The bits of a word as text. */
    public String code(int word) {
        StringBuilder bits = new StringBuilder();
        for (int bit : codes[word]) {
            bits.append(bit);
        }
        return bits.toString();
    }

    /**
     * The mean number of bits of a word, over words that occur this often.
     *
     * @throws IllegalArgumentException if there is not one count for each word
     */
    public double meanDepth(long... counts) {
        if (counts.length != words()) {
            throw new IllegalArgumentException(counts.length + " counts for " + words() + " words");
        }
        double sum = 0;
        double total = 0;
        for (int w = 0; w < counts.length; w++) {
            sum += (double) counts[w] * depth(w);
            total += counts[w];
        }
        return sum / total;
    }
}
