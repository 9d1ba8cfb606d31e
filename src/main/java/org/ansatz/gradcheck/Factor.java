package org.ansatz.gradcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A factor in words: a plain number, times or over one of a problem's sizes.
 *
 * @param number 1, 2 or 1/2, with a sign
 * @param size the name of what it is multiplied or divided by, {@code m}, {@code m*n} or {@code m/n}; empty if it is a plain number
 * @param power of the size: 1, −1, or 0 if there is none
 */
public record Factor(double number, String size, int power) {

    private static final double[] NUMBERS = {1, 2, 0.5};

    /** Everything that a factor may be in words, the simplest first. */
    static List<Factor> over(Map<String, Double> sizes) {
        List<Factor> all = new ArrayList<>();
        plain(all, "", 0);
        for (String size : sizes.keySet()) {
            plain(all, size, 1);
            if (size.indexOf('/') < 0) { // of two sizes, the quotient is given both ways
                plain(all, size, -1);
            }
        }
        return all;
    }

    private static void plain(List<Factor> all, String size, int power) {
        for (double number : NUMBERS) {
            all.add(new Factor(number, size, power));
            all.add(new Factor(-number, size, power));
        }
    }

    /** Its value for these sizes. */
    public double at(Map<String, Double> sizes) {
        return number * Math.pow(sizes.getOrDefault(size, Double.NaN), power);
    }

    /** {@code m}, {@code -1}, {@code 2/m}, {@code 1/(2*m)}. */
    @Override
    public String toString() {
        String sign = number < 0 ? "-" : "";
        double magnitude = Math.abs(number);
        if (power == 0) {
            return sign + (magnitude == 1 ? "1" : magnitude == 2 ? "2" : "1/2");
        }
        int over = size.indexOf('/');
        if (over > 0) {
            String above = (magnitude == 2 ? "2*" : "") + size.substring(0, over);
            String below = size.substring(over + 1);
            return sign + above + "/" + (magnitude == 0.5 ? "(2*" + below + ")" : below);
        }
        String whole = size.indexOf('*') < 0 ? size : "(" + size + ")";
        if (power < 0) {
            return sign + (magnitude == 1 ? "1/" + whole : magnitude == 2 ? "2/" + whole : "1/(2*" + size + ")");
        }
        return sign + (magnitude == 1 ? size : magnitude == 2 ? "2*" + size : size + "/2");
    }
}
