package org.ansatz.exchange.item;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.exchange.item.Interaction.Blank;

/** The answer to an item, as a person reads it: letters in the order of the options, numbers with their units. */
public final class RightAnswer implements Interaction.Cases<String> {

    private RightAnswer() {}

    /** The answer, in one line. */
    public static String of(Item item) {
        return item.interaction().fold(new RightAnswer());
    }

    /** The letter of an option by its place. */
    public static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : "O" + (index + 1);
    }

    /** A number as it is shown. */
    public static String shown(double number) {
        return Numerals.shown(number);
    }

    /** A number with its unit. */
    public static String number(Blank blank) {
        String value = Numerals.shown(blank.accepted().get(0).value());
        return value + (blank.unit().isEmpty() ? "" : " " + blank.unit());
    }

    @Override
    public String ofChoice(Interaction.Choice choice) {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < choice.options().size(); i++) {
            if (choice.options().get(i).isRight()) {
                letters.add(letter(i));
            }
        }
        return String.join(", ", letters);
    }

    @Override
    public String ofNumeric(Interaction.Numeric numeric) {
        List<String> numbers = new ArrayList<>();
        for (Blank blank : numeric.blanks()) {
            numbers.add((blank.name().isEmpty() ? "" : blank.name() + " = ") + number(blank));
        }
        return String.join(", ", numbers);
    }

    @Override
    public String ofFree(Interaction.Free free) {
        return free.answer();
    }
}
