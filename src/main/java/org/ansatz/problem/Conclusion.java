package org.ansatz.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one route's evidence means for the answer. */
public sealed interface Conclusion {

    /** In words, with what speaks for it. */
    String describe();

    /** The answer alone, without what speaks for it. */
    default String brief() {
        return describe();
    }

    /**
     * Options were chosen.
     *
     * @param keys their letters; a single one for a single-answer question
     * @param reason what singles them out: the margin, the deviation
     */
    record Chosen(Set<String> keys, String reason) implements Conclusion {
        /** Copies and sorts. */
        public Chosen {
            keys = new TreeSet<>(keys);
        }

        @Override
        public String describe() {
            return brief() + (reason.isEmpty() ? "" : " (" + reason + ")");
        }

        /** The letters, joined by commas. */
        @Override
        public String brief() {
            return keys.isEmpty() ? "none" : String.join(", ", keys);
        }
    }

    /** A number or a function was found. */
    record Found(Evidence.Values values, String printed) implements Conclusion {
        @Override
        public String describe() {
            return printed;
        }
    }

    /**
     * Several answers were found.
     *
     * @param parts each by its name, in the order in which they are asked for
     */
    record FoundParts(Map<String, Found> parts) implements Conclusion {
        /** Copies. */
        public FoundParts {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }

        /**
         * What was found for a part.
         *
         * @throws IllegalArgumentException if there is no part of this name
         */
        public Found of(String part) {
            Found found = parts.get(part);
            if (found == null) {
                throw new IllegalArgumentException(part);
            }
            return found;
        }

        @Override
        public String describe() {
            StringBuilder text = new StringBuilder();
            parts.forEach((name, found) -> text.append(text.length() == 0 ? "" : ", ")
                    .append(name)
                    .append(" = ")
                    .append(found.printed()));
            return text.toString();
        }
    }

    /**
     * The evidence is clear, but it does not single out one option: it fits none, or several.
     *
     * @param fitting the options that it fits
     * @param value what was found, printed with its unit, or an empty text if there is no value
     * @param reason in words: {@code no option fits 4; the nearest, B, is off by 25 %}
     */
    record NotOne(Set<String> fitting, String value, String reason) implements Conclusion {
        /** Copies and sorts. */
        public NotOne {
            fitting = new TreeSet<>(fitting);
        }

        /** What it means for whoever has to choose. */
        public String outcome() {
            String of = value.isEmpty() ? "" : " (" + value + ")";
            if (fitting.isEmpty()) {
                return "no option is right" + of;
            }
            return fitting.size() == 2
                    ? String.join(" and ", fitting) + " are both right" + of
                    : String.join(", ", fitting) + " are all right" + of;
        }

        @Override
        public String describe() {
            return reason;
        }
    }

    /** The evidence does not say what the answer is. */
    record Undecided(String reason) implements Conclusion {
        @Override
        public String describe() {
            return reason;
        }
    }
}
