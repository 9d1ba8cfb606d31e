package org.ansatz.exchange.item;

import java.util.List;
import java.util.function.Predicate;

/** What an item may have that a format has no place for; what a writer does not write it names, so that nothing is lost in silence. */
public enum Part {
    /** Hints. */
    HINTS("hints", item -> !item.hints().isEmpty()),
    /** Pictures of the solution. */
    PICTURES("pictures", item -> !item.pictures().isEmpty()),
    /** What is said to wrong answers. */
    FEEDBACK("feedback to wrong answers", item -> item.interaction().fold(new HasFeedback())),
    /** What a right answer earns, and what a wrong one costs. */
    MARKS("marks", item -> item.marks() > 0),
    /** Its name. */
    TITLE("titles", item -> !item.title().isEmpty()),
    /** Where it belongs. */
    TOPIC("topics", item -> !item.topic().isEmpty()),
    /** Source, difficulty and time. */
    CARD("source, difficulty and time", item -> !item.card().isEmpty());

    private final String words;
    private final Predicate<Item> isThere;

    Part(String words, Predicate<Item> isThere) {
        this.words = words;
        this.isThere = isThere;
    }

    /**
     * Names those parts of an item that are there and have no place.
     *
     * @param format as it is called: {@code a note}
     */
    public static void lose(Item item, String format, List<Loss> losses, Part... parts) {
        for (Part part : parts) {
            if (part.isThere.test(item)) {
                losses.add(new Loss(item.id(), format + " has no " + part.words));
            }
        }
    }

    private static final class HasFeedback implements Interaction.Cases<Boolean> {

        @Override
        public Boolean ofChoice(Interaction.Choice choice) {
            return choice.options().stream()
                    .anyMatch(option -> !option.feedback().isEmpty());
        }

        @Override
        public Boolean ofNumeric(Interaction.Numeric numeric) {
            return numeric.blanks().stream()
                    .flatMap(blank -> blank.accepted().stream())
                    .anyMatch(accepted -> !accepted.feedback().isEmpty());
        }

        @Override
        public Boolean ofFree(Interaction.Free free) {
            return false;
        }
    }
}
