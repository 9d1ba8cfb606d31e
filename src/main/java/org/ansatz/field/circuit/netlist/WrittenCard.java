package org.ansatz.field.circuit.netlist;

import java.util.List;
import java.util.Locale;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;

/** A card as written, where it stands, and the desk at which it is read. */
record WrittenCard(List<Word> words, Place place, Desk desk) {

    /** What stands for a value that a picture leaves out. */
    private static final String UNKNOWN = "?";

    /** What cards have in common while they are read: where faults and expressions go. */
    interface Desk {
        /** Notes a fault of the words from one to another. */
        Skipped fault(Word first, Word last, String message);

        /** The number that an expression stands for. */
        Deck.Number expression(Word word, Measure measure, Place place);

        /** What the expression of a behavioural source stands for. */
        Law law(Word word, Measure measure, Place place);

        /** Whether nothing is computed, so that values may be left out. */
        boolean isPicture();
    }

    /** Ends the reading of a card whose fault has been noted. */
    static final class Skipped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Skipped() {
            super(null, null, false, false);
        }
    }

    int size() {
        return words.size();
    }

    Word word(int index) {
        return words.get(index);
    }

    /** The word that begins at an offset of the text; the first if none does. */
    Word wordAt(int start) {
        return words.stream().filter(word -> word.start() == start).findFirst().orElse(words.get(0));
    }

    String text(int index) {
        return words.get(index).text();
    }

    boolean is(int index, String word) {
        return index < words.size() && words.get(index).is(word);
    }

    char letter() {
        return text(0).toUpperCase(Locale.ROOT).charAt(0);
    }

    /** What stands on it, as it is called in the whole netlist. */
    String name() {
        return place.name(text(0));
    }

    /** The node that a word names. */
    String node(int index) {
        return place.node(text(index));
    }

    String plus() {
        return node(1);
    }

    String minus() {
        return node(2);
    }

    /** The element that a word names. */
    String element(int index) {
        return place.name(text(index));
    }

    Skipped fault(int index, String message) {
        return fault(word(index), message);
    }

    Skipped fault(Word word, String message) {
        return desk.fault(word, word, message);
    }

    /** Requires so many words, of which the first is a name and the next ones are nodes. */
    void require(int least, int most, int nodes, String example) {
        if (size() < least) {
            throw fault(0, "too little on this card; written " + example);
        }
        if (size() > most) {
            throw fault(most, "too much on this card; written " + example);
        }
        requireName(word(0), "[A-Za-z][A-Za-z0-9_]*", "an element's name is made of letters, digits and _");
        for (int i = 1; i <= nodes; i++) {
            requireName(
                    word(i),
                    "[A-Za-z_][A-Za-z0-9_]*|0|[1-9][0-9]{0,8}",
                    "a node is called by a whole number, or by letters, digits and _");
        }
    }

    private void requireName(Word word, String pattern, String message) {
        if (!word.text().matches(pattern)) {
            throw fault(word, message);
        }
    }

    Law law(int index, Measure measure) {
        return desk.law(word(index), measure, place);
    }

    Deck.Number number(int index, Measure measure) {
        return number(word(index), measure);
    }

    Deck.Number number(Word word, Measure measure) {
        if (word.isExpression()) {
            return desk.expression(word, measure, place);
        }
        if (word.is(UNKNOWN) && desk.isPicture()) {
            return Deck.Number.UNKNOWN;
        }
        if (word.is(UNKNOWN)) {
            throw fault(
                    word,
                    "a value that is looked for is a name in braces, {R2}, and 'unknown:' of the route says where it lies; ?"
                            + " stands in figures alone");
        }
        if (!SpiceNumber.is(word.text())) {
            throw fault(
                    word,
                    "expected a number such as 4.7k or 1e-6, or an expression in braces; found '" + word.text() + "'");
        }
        return Deck.Number.of(SpiceNumber.of(word.text()));
    }
}
