package org.ansatz.expression.syntax;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number in English words: {@code forty-one}, {@code one hundred and twenty}, {@code twenty-two point eight}.
 * A sign before it is not read.
 *
 * @param digits the same number as the language writes it
 * @param end where its words end
 */
public record Numeral(String digits, int end) {

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final int HUNDRED = 100;

    /** The longest number whose words begin at {@code from}; null if there is none. Words of two numbers are not one number. */
    public static @Nullable Numeral at(String text, int from) {
        Reader reader = new Reader(text, from);
        Numeral number = reader.number();
        char behind = number == null || number.end == text.length() ? ' ' : text.charAt(number.end);
        return Character.isDigit(behind) || behind == '_' ? null : number;
    }

    private static final class Reader {

        private final String text;
        private int end;

        Reader(String text, int from) {
            this.text = text;
            this.end = from;
        }

        @Nullable
        Numeral number() {
            int first = belowThousand();
            if (first < 0) {
                return null;
            }
            long whole = first;
            if (first > 0 && takes("thousand")) {
                int rest = belowThousandBehind();
                whole = 1000L * first + Math.max(0, rest);
            } else if (first > 0 && takes("million")) {
                whole = 1_000_000L * first;
            }
            return new Numeral(whole + fraction(), end);
        }

        /** {@code two hundred and seven}, {@code twelve hundred}, or −1. */
        private int belowThousand() {
            int first = belowHundred();
            if (first < 1 || first >= SMALL.size() || !takes("hundred")) {
                return first;
            }
            return HUNDRED * first + Math.max(0, belowHundredBehind());
        }

        private int belowThousandBehind() {
            int before = end;
            boolean joined = takes("and");
            int rest = joined ? belowHundred() : belowThousand();
            end = rest > 0 ? end : before;
            return rest;
        }

        private int belowHundredBehind() {
            int before = end;
            takes("and");
            int rest = belowHundred();
            end = rest > 0 ? end : before;
            return rest;
        }

        /** {@code forty-one}, {@code nine}, or −1. */
        private int belowHundred() {
            String word = word();
            int small = SMALL.indexOf(word);
            if (small >= 0) {
                take();
                return small;
            }
            int tens = word.isEmpty() ? -1 : TENS.indexOf(word);
            if (tens < 0) {
                return -1;
            }
            take();
            int ones = SMALL.indexOf(word());
            boolean belongs = ones > 0 && ones < TENS.size();
            if (belongs) {
                take();
            }
            return TENS.size() * tens + (belongs ? ones : 0);
        }

        /** {@code point eight three}, digit by digit. */
        private String fraction() {
            int before = end;
            if (!takes("point")) {
                return "";
            }
            StringBuilder digits = new StringBuilder(".");
            int digit = SMALL.indexOf(word());
            while (digit >= 0 && digit < TENS.size()) {
                digits.append(digit);
                take();
                digit = SMALL.indexOf(word());
            }
            end = digits.length() > 1 ? end : before;
            return digits.length() > 1 ? digits.toString() : "";
        }

        // ---- words

        private boolean takes(String word) {
            boolean stands = word().equals(word);
            if (stands) {
                take();
            }
            return stands;
        }

        /** The next word, which a space or a hyphen parts from the last one. */
        private String word() {
            int start = start();
            return text.substring(start, Wording.wordEnd(text, start)).toLowerCase(Locale.ROOT);
        }

        private void take() {
            end = Wording.wordEnd(text, start());
        }

        private int start() {
            boolean parts = end > 0
                    && end < text.length()
                    && " -\u2010\u2011".indexOf(text.charAt(end)) >= 0
                    && Character.isLetter(text.charAt(end - 1));
            return parts ? end + 1 : end;
        }
    }
}
