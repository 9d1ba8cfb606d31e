package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the words of some equations mean: one signal each, or a product of signals of one letter, as in {@code AB + BC + CA}.
 *
 * <p>A word is one signal if it is defined, has a value, or is among the inputs that are stated. Otherwise it is the product
 * of its letters, each with the digits after it, if each of them is a signal: defined, given, stated, standing by itself, or a
 * letter of another such word. A word of which this cannot be said is one signal if nobody would read it as a product:
 * {@code Cin}, {@code carry_in}, {@code carry} with its letter that comes twice. What is left could be either, and is in doubt.
 */
final class Words {

    private final Set<String> defined;
    private final Set<String> families;
    private final Set<String> repeated;
    private final Set<String> alone;
    private final @Nullable Set<String> inputs;
    private final Predicate<String> hasValue;

    /** In how many words a letter stands, of those that could be products. */
    private final Map<String, Integer> shared = new HashMap<>();

    /**
     * The words of some equations.
     *
     * @param defined the signals that have an equation
     * @param repeated the names that have equations with an index
     * @param families the names that stand with an index anywhere
     * @param read the names that are read without one
     * @param inputs the inputs if they are stated, else null
     * @param hasValue whether a name is a quantity of the problem
     */
    Words(
            Set<String> defined,
            Set<String> repeated,
            Set<String> families,
            Set<String> read,
            @Nullable Set<String> inputs,
            Predicate<String> hasValue) {
        this.defined = Set.copyOf(defined);
        this.repeated = Set.copyOf(repeated);
        this.families = Set.copyOf(families);
        this.inputs = inputs == null ? null : Set.copyOf(inputs);
        this.hasValue = hasValue;
        Set<String> single = new HashSet<>();
        for (String word : read) {
            List<String> letters = letters(word);
            if (letters.size() == 1) {
                single.add(word);
            } else if (!isOneSignal(word) && mayBeProduct(letters)) {
                letters.forEach(letter -> shared.merge(letter, 1, Integer::sum));
            }
        }
        this.alone = Set.copyOf(single);
    }

    /**
     * How a word is read.
     *
     * @param factors the signals it is the product of
     * @param doubt why it cannot be read, or null
     */
    record Reading(List<String> factors, @Nullable String doubt) {}

    /** Whether there is an equation for this signal. */
    boolean isDefined(String name) {
        return defined.contains(name);
    }

    /** Whether a name stands with an index. */
    boolean isFamily(String name) {
        return families.contains(name);
    }

    /** What a word means that is read without an index. */
    Reading reading(String word) {
        List<String> letters = letters(word);
        if (isOneSignal(word) || inputs == null && letters.size() == 1) {
            return new Reading(List.of(word), null);
        }
        if (letters.size() > 1 && letters.stream().allMatch(this::isSignal)) {
            return new Reading(letters, null);
        }
        if (inputs != null) {
            return new Reading(List.of(word), notStated(word, inputs));
        }
        return new Reading(List.of(word), mayBeProduct(letters) ? doubt(word, letters) : null);
    }

    /** Why a name that is read with an index cannot be read, or null. */
    @Nullable
    String doubtWithIndex(String name) {
        if (repeated.contains(name)) {
            return null;
        }
        if (inputs != null) {
            boolean stated = inputs.contains(name)
                    || inputs.stream().anyMatch(input -> family(input).equals(name));
            return stated ? null : notStated(name, inputs);
        }
        List<String> letters = letters(name);
        return letters.size() > 1 && letters.stream().allMatch(this::isSignal)
                ? name + "[…] is one signal, but " + String.join(" and ", letters) + " are signals, too: write "
                        + String.join(" ", letters) + "[…] for the product"
                : null;
    }

    private static String notStated(String name, Set<String> inputs) {
        return "'" + name + "' is neither defined nor among the inputs, "
                + String.join(", ", inputs.stream().sorted().toList());
    }

    private static String doubt(String word, List<String> letters) {
        return word + " may be one input or a product: write " + String.join(" ", letters)
                + " for the product, or name all inputs in the field 'inputs', as in inputs: " + word;
    }

    private boolean isOneSignal(String word) {
        return defined.contains(word)
                || hasValue.test(word)
                || inputs != null && inputs.contains(word)
                || families.contains(family(word));
    }

    private boolean isSignal(String letter) {
        return isOneSignal(letter) || inputs == null && (alone.contains(letter) || shared.getOrDefault(letter, 0) > 1);
    }

    /** The name before the digits at the end: that of its family, if it belongs to one. */
    private static String family(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return end == word.length() ? "" : word.substring(0, end);
    }

    /** Whether somebody may write these letters for a product: all of one case, each once. */
    private static boolean mayBeProduct(List<String> letters) {
        boolean upper = letters.stream().allMatch(letter -> Character.isUpperCase(letter.charAt(0)));
        boolean lower = letters.stream().allMatch(letter -> Character.isLowerCase(letter.charAt(0)));
        return letters.size() > 1 && (upper || lower) && new HashSet<>(letters).size() == letters.size();
    }

    /** The letters of a word, each with the digits after it; the word itself if there is anything else in it. */
    private static List<String> letters(String word) {
        List<String> letters = new ArrayList<>();
        for (int start = 0; start < word.length(); ) {
            if (!Character.isLetter(word.charAt(start))) {
                return List.of(word);
            }
            int end = start + 1;
            while (end < word.length() && Character.isDigit(word.charAt(end))) {
                end++;
            }
            letters.add(word.substring(start, end));
            start = end;
        }
        return letters;
    }
}
