package org.ansatz.route.gradient;

import java.util.List;
import org.ansatz.route.gradient.embedding.Corpus;

/** The twenty sentences of the article on word embeddings. */
final class ToySentences {

    static final List<String> ALL = List.of(
            "the cat sat down",
            "the cat ate food",
            "the dog sat down",
            "the dog ate food",
            "a cat chased a mouse",
            "the dog chased the cat",
            "a dog barked loudly",
            "the cat meowed softly",
            "the bird sang sweetly",
            "a bird flew away",
            "the fish swam fast",
            "a fish jumped high",
            "the boy played ball",
            "the girl sang song",
            "a boy read book",
            "a girl wrote letter",
            "the sun shines bright",
            "the moon glows softly",
            "the stars twinkle bright",
            "a cat slept quietly");

    static final Corpus CORPUS = Corpus.of(ALL);

    private ToySentences() {}
}
