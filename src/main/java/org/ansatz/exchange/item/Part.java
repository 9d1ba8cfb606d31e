package org.ansatz.exchange.item;

import java.util.List;

/** What an item may have that a format has no place for; what a writer does not write it names, so that nothing is lost in silence. */
public enum Part {
    /** Hints. */
    HINTS("hints"),
    /** Pictures of the solution. */
    PICTURES("pictures"),
    /** What is said to wrong answers. */
    FEEDBACK("feedback to wrong answers"),
    /** What a right answer earns, and what a wrong one costs. */
    MARKS("marks"),
    /** Its name. */
    TITLE("titles"),
    /** Where it belongs. */
    TOPIC("topics"),
    /** Source, difficulty and time. */
    CARD("source, difficulty and time");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /**
     * Names those parts of an item that are there and have no place.
     *
     * @param format as it is called: {@code a note}
     */
    public static void lose(Item item, String format, List<Loss> losses, Part... parts) {
        for (Part part : parts) {
            if (part.isIn(item)) {
                losses.add(new Loss(item.id(), format + " has no " + part.words));
            }
        }
    }

    private boolean isIn(Item item) {
        return switch (this) {
            case HINTS -> !item.hints().isEmpty();
            case PICTURES -> !item.pictures().isEmpty();
            case FEEDBACK -> item.interaction().fold(new HasFeedback());
            case MARKS -> item.marks() > 0;
            case TITLE -> !item.title().isEmpty();
            case TOPIC -> !item.topic().isEmpty();
            case CARD -> !item.card().isEmpty();
        };
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
