package org.ansatz.field.logic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product of inputs and complements of inputs, over the rows of a truth table: a cube.
 *
 * @param inputs how many inputs there are
 * @param care a bit for each input that stands in the product, numbered as rows are: input 0 is the most significant
 * @param value their values where the product is true; nothing outside {@code care}
 */
public record Product(int inputs, int care, int value) {

    /** How many inputs stand in it. */
    public int literals() {
        return Integer.bitCount(care);
    }

    /** Whether it is true in a row. */
    public boolean covers(int row) {
        return (row & care) == value;
    }

    /** Whether an input stands in it, as itself or as its complement. */
    boolean has(int input) {
        return (care & bit(input)) != 0;
    }

    /** Whether an input stands in it as itself. */
    boolean isTrue(int input) {
        return (value & bit(input)) != 0;
    }

    private int bit(int input) {
        return 1 << inputs - 1 - input;
    }

    /** As it is written: {@code A B' D}; 1 if nothing stands in it. */
    public String written(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inputs; i++) {
            if (has(i)) {
                text.append(text.length() == 0 ? "" : " ").append(names.get(i)).append(isTrue(i) ? "" : "'");
            }
        }
        return text.length() == 0 ? "1" : text.toString();
    }

    /** Its complement as it is written, a sum: {@code (A' + B)}; 0 if nothing stands in it. */
    public String complementWritten(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inputs; i++) {
            if (has(i)) {
                text.append(text.length() == 0 ? "(" : " + ")
                        .append(names.get(i))
                        .append(isTrue(i) ? "'" : "");
            }
        }
        return text.length() == 0 ? "0" : text.append(')').toString();
    }

    // By hand: the first call of those that are generated costs 20 ms.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Product product
                && inputs == product.inputs
                && care == product.care
                && value == product.value;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * inputs + care) + value;
    }
}
