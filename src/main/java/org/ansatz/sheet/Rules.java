package org.ansatz.sheet;

import java.util.regex.Pattern;

/**
 * How replies are marked, whatever the question.
 *
 * @param authority who says what is right
 * @param decisions what a person decided of single replies
 * @param hasDecimalCommas whether a comma between digits is a decimal point
 */
record Rules(Authority authority, DecisionFile decisions, boolean hasDecimalCommas) {

    private static final Pattern COMMA = Pattern.compile("(?<=\\d),(?=\\d)");

    /** A reply as it is to be read. */
    String read(String typed) {
        String text = typed.strip();
        return hasDecimalCommas ? COMMA.matcher(text).replaceAll(".") : text;
    }
}
