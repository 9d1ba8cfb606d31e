package org.ansatz.gradient.words;

import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.embedding.WordTree;

/**
 * A tree over the words of a corpus, and what it is called.
 *
 * @param kind how it was built
 * @param tree of the vocabulary
 */
public record NamedTree(Kind kind, WordTree tree) {

    /** How a tree is built. */
    public enum Kind {
        /** The alphabet split in the middle again and again. */
        BALANCED,
        /** Huffman's: frequent words have short paths. */
        HUFFMAN
    }

    /** A tree of the words of a corpus. */
    public static NamedTree of(Kind kind, Corpus corpus) {
        return new NamedTree(
                kind,
                kind == Kind.BALANCED ? WordTree.balanced(corpus.words().size()) : WordTree.huffman(corpus.counts()));
    }

    /** With its article. */
    String name() {
        return kind == Kind.BALANCED ? "a balanced tree" : "a Huffman tree";
    }

    /** The loss of a model that tosses a coin at each node: ln 2 times the mean length of the targets' paths. */
    Landmark coins(WordExamples examples) {
        long steps = 0;
        for (int i = 0; i < examples.count(); i++) {
            steps += tree.depth(examples.target(i));
        }
        return new Landmark("a coin at each node", "ln 2 times the mean path", Math.log(2) * steps / examples.count());
    }
}
