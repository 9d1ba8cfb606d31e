package org.ansatz.gradient.data;

import java.util.List;

/** The sentences of the articles on word embeddings (dsplog.com, 2025): 82 tokens of 42 words, split at blanks. */
public final class ToySentences {

    /** The twenty sentences in the order of the articles. */
    public static final List<String> ALL = List.of(
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

    private ToySentences() {}
}
