package org.ansatz.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.syntax.Wording;
import org.jspecify.annotations.Nullable;

/** Reads which options somebody chose. */
public final class Letters {

    /** Words that say nothing of which options are meant. */
    private static final Set<String> FILLERS = Set.of(
            "and",
            "option",
            "options",
            "answer",
            "answers",
            "ans",
            "choice",
            "choices",
            "only",
            "both",
            "the",
            "is",
            "are",
            "it",
            "its",
            "s",
            "my",
            "final",
            "i",
            "think",
            "guess",
            "say",
            "choose",
            "pick",
            "take",
            "maybe",
            "probably",
            "must",
            "be",
            "would",
            "alone");

    /** Letters of other scripts that look like letters of Latin: what is А on a Russian keyboard is U+0410. */
    private static final String ALIKE = "АВСЕНаесԁһΑΒΕΗϹ";

    private static final String LATIN = "ABCEHaecdhABEHC";

    private Letters() {}

    /** A word in which letters of other scripts are the letters of Latin that they look like, one for one. */
    public static String latin(String word) {
        StringBuilder latin = new StringBuilder(word);
        for (int i = 0; i < latin.length(); i++) {
            int alike = ALIKE.indexOf(latin.charAt(i));
            latin.setCharAt(i, alike < 0 ? latin.charAt(i) : LATIN.charAt(alike));
        }
        return latin.toString();
    }

    /** The labels, or words that are none, that a response names: {@code AC}, {@code A, C} and {@code (c) and (a)} are the same. */
    public static Set<String> chosen(String response, Collection<String> labels) {
        Set<String> words = new TreeSet<>();
        StringBuilder word = new StringBuilder();
        for (char c : (Wording.narrow(response) + " ").toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                addWords(word.toString(), labels, words);
                word.setLength(0);
            }
        }
        return words;
    }

    /** A label as it is, and letters that are written together one by one; {@code and}, {@code option} and their like say nothing. */
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
        return FILLERS.contains(word.toLowerCase(Locale.ROOT));
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
        String latin = latin(word);
        return found != null || latin.equals(word) ? found : label(latin, labels);
    }
}
