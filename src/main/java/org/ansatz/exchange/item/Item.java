package org.ansatz.exchange.item;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as other programs hold it. Its texts are written as in a problem file, with mathematics between dollar signs; their
 * data are filled in.
 *
 * @param id by which its author finds it again; {@code networks/clipper#3} is a variant
 * @param title its name
 * @param topic where it belongs, its levels apart by slashes
 * @param text what is asked
 * @param illustration what is shown beside that, or null
 * @param instruction how the answer is to be given, or empty: {@code to three digits or more}
 * @param interaction how it is answered
 * @param marks for a right answer
 * @param wrong what a wrong answer earns, as a fraction of the marks: 0 or less
 * @param solution worked out, or empty
 * @param hints the gentlest first
 * @param pictures that belong to the solution
 * @param card what else is known of it, by the names of a problem file: {@code source}, {@code difficulty}
 */
public record Item(
        String id,
        String title,
        String topic,
        String text,
        @Nullable Illustration illustration,
        String instruction,
        Interaction interaction,
        double marks,
        double wrong,
        String solution,
        List<String> hints,
        List<Picture> pictures,
        Map<String, String> card) {

    /** Copies. */
    public Item {
        hints = List.copyOf(hints);
        pictures = List.copyOf(pictures);
        card = Map.copyOf(card);
    }

    /** The same item without solution, hints and pictures. */
    public Item withoutSolution() {
        return new Item(
                id,
                title,
                topic,
                text,
                illustration,
                instruction,
                interaction,
                marks,
                wrong,
                "",
                List.of(),
                List.of(),
                card);
    }
}
