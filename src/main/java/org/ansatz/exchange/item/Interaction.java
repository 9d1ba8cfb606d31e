package org.ansatz.exchange.item;

import java.util.List;

/** How a question is answered (an item has one interaction, in the words of QTI). */
public sealed interface Interaction {

    /** What {@code cases} makes of it. */
    <R> R fold(Cases<R> cases);

    /** Something that is done otherwise with each interaction. */
    interface Cases<R> {
        /** Options to choose from. */
        R ofChoice(Choice choice);

        /** Numbers to type. */
        R ofNumeric(Numeric numeric);

        /** Anything else. */
        R ofFree(Free free);
    }

    /**
     * Options, of which one is right, or any number.
     *
     * @param options in the order in which they are shown
     * @param isSingle whether exactly one is right
     */
    record Choice(List<Option> options, boolean isSingle) implements Interaction {
        /** Copies. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofChoice(this);
        }
    }

    /**
     * An option.
     *
     * @param text as it is shown
     * @param isRight whether it belongs to the answer
     * @param feedback what is said to whoever chooses it, or empty
     */
    record Option(String text, boolean isRight, String feedback) {}

    /**
     * Numbers to type, each into a blank of its own.
     *
     * @param blanks one, without a name, if one number is asked for
     */
    record Numeric(List<Blank> blanks) implements Interaction {
        /** Copies. */
        public Numeric {
            blanks = List.copyOf(blanks);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofNumeric(this);
        }
    }

    /**
     * A number that is asked for.
     *
     * @param name which of several, or empty
     * @param accepted what is right, and then what is wrong in a known way
     * @param units in which it may be given, that of the values first; none if it is a pure number
     */
    record Blank(String name, List<Accepted> accepted, List<Scale> units) {
        /** Copies. */
        public Blank {
            accepted = List.copyOf(accepted);
            units = List.copyOf(units);
        }

        /** The unit of the values, or an empty text. */
        public String unit() {
            return units.isEmpty() ? "" : units.get(0).unit();
        }
    }

    /**
     * A number that is told from others.
     *
     * @param value in the first unit
     * @param tolerance how far a reply may be from it
     * @param share of the marks that it earns, 1 if it is right
     * @param feedback what is said to whoever gives it, or empty
     */
    record Accepted(double value, double tolerance, double share, String feedback) {
        /** Whether a value is accepted as this one. */
        public boolean includes(double other) {
            return Math.abs(other - value) <= tolerance;
        }
    }

    /**
     * A unit.
     *
     * @param unit its symbol
     * @param multiplier what a value in the first unit is multiplied by to be in this one
     */
    record Scale(String unit, double multiplier) {}

    /**
     * What only a person can mark.
     *
     * @param answer what is right, for whoever marks it
     */
    record Free(String answer) implements Interaction {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofFree(this);
        }
    }
}
