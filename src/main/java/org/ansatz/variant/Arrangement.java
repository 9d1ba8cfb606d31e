package org.ansatz.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.problem.Option;
import org.ansatz.problem.Template;

/**
 * Which letter stands before which option: so that a letter that was right once says nothing of the next time. The letters
 * themselves stay in their order. Options that speak of one another, such as <em>none of the above</em>, stay where they are.
 */
final class Arrangement {

    /** Words by which options speak of others. */
    private static final Set<String> RELATIVE =
            Set.of("above", "below", "other", "others", "both", "neither", "none", "all", "these", "previous");

    private Arrangement() {}

    /** The options in an order that is drawn, each order as likely as any other (Fisher and Yates). */
    static List<Option> drawn(List<Option> options, SplitMix random) {
        if (speakOfOneAnother(options)) {
            return options;
        }
        List<Option> order = new ArrayList<>(options);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, (int) random.below(i + 1L));
        }
        return labelled(order, options);
    }

    /** The same in an order in which no option keeps its letter, each as likely as any other that is a cycle (Sattolo). */
    static List<Option> moved(List<Option> options, SplitMix random) {
        if (speakOfOneAnother(options)) {
            return options;
        }
        List<Option> order = new ArrayList<>(options);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, (int) random.below(i));
        }
        return labelled(order, options);
    }

    private static List<Option> labelled(List<Option> order, List<Option> labels) {
        List<Option> labelled = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            labelled.add(order.get(i).at(labels.get(i).key()));
        }
        return labelled;
    }

    private static boolean speakOfOneAnother(List<Option> options) {
        for (Option option : options) {
            for (Template.Part part : option.text().parts()) {
                for (String word : words(part.text())) {
                    boolean letter =
                            options.stream().anyMatch(other -> other.key().equals(word));
                    if (letter || RELATIVE.contains(word.toLowerCase(Locale.ROOT))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                word.append(text.charAt(i));
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
