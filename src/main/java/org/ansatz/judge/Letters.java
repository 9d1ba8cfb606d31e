package org.ansatz.judge;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads which options somebody chose. */
public final class Letters {

    private Letters() {}

    /** The labels, or words that are none, that a response names: {@code AC}, {@code A, C} and {@code (c) and (a)} are the same. */
    public static Set<String> chosen(String response, Collection<String> labels) {
        Set<String> words = new TreeSet<>();
        StringBuilder word = new StringBuilder();
        for (char c : (response + " ").toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                addWords(word.toString(), labels, words);
                word.setLength(0);
            }
        }
        return words;
    }

    /** A label as it is, and letters that are written together one by one; {@code and} and {@code option} say nothing. */
    private static void addWords(String word, Collection<String> labels, Set<String> words) {
        String label = label(word, labels);
        if (label != null) {
            words.add(label);
        } else if (isSeries(word, labels)) {
            word.chars().forEach(c -> addWords(String.valueOf((char) c), labels, words));
        } else if (!isFiller(word)) {
            words.add(word);
        }
    }

    private static boolean isSeries(String word, Collection<String> labels) {
        return word.length() > 1 && word.chars().allMatch(c -> label(String.valueOf((char) c), labels) != null);
    }

    private static boolean isFiller(String word) {
        return word.equalsIgnoreCase("and") || word.equalsIgnoreCase("option") || word.equalsIgnoreCase("options");
    }

    private static @Nullable String label(String word, Collection<String> labels) {
        if (labels.contains(word)) {
            return word;
        }
        String found = null;
        for (String label : labels) {
            if (label.equalsIgnoreCase(word)) {
                found = found == null ? label : null;
            }
        }
        return found;
    }
}
