package org.ansatz.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.field.Language;
import org.ansatz.field.block.BlockKind;
import org.jspecify.annotations.Nullable;

/** Where a field of a problem file belongs: what to say of one that stands in the wrong place. */
enum Home {
    PROBLEM(
            "beside 'statement' and 'answer', at the left margin",
            Set.of(
                    "format",
                    "title",
                    "source",
                    "topic",
                    "marks",
                    "minutes",
                    "difficulty",
                    "needs",
                    "require",
                    "statement",
                    "convention",
                    "given",
                    "any",
                    "where",
                    "let",
                    "quantities",
                    "answer",
                    "routes",
                    "misconceptions",
                    "hints",
                    "solution",
                    "variants",
                    "plots",
                    "figure")),
    ANSWER("below 'answer'", Set.of("kind", "find", "of", "form", "unit", "tolerance", "match", "options")),
    ROUTE(
            "in a route, below its name in 'routes'",
            with(Set.of("unknown", "equation", "value", "least", "test", "within", "samples"), Language.blockKinds())),
    VARIANTS("below 'variants'", Set.of("draw"));

    private final String place;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of and Set.copyOf
    private final Set<String> fields;

    Home(String place, Set<String> fields) {
        this.place = place;
        this.fields = fields;
    }

    private static Set<String> with(Set<String> own, List<BlockKind> blocks) {
        Set<String> fields = new HashSet<>(own);
        blocks.forEach(block -> fields.addAll(block.fields()));
        return Set.copyOf(fields);
    }

    /** The names of the fields that belong here. */
    Set<String> fields() {
        return fields;
    }

    /**
     * Whether what belongs here is astray in a section: at the left margin or below {@code answer}. Further down a name may mean something
     * else.
     *
     * @param section its name, empty at the left margin
     */
    boolean isAwayFrom(String section) {
        return section.isEmpty() || section.equals("answer") && this != ANSWER;
    }

    /** In words, to follow "it belongs". */
    String place() {
        return place;
    }

    /** The home of a field, or null if no problem has it. */
    static @Nullable Home of(String field) {
        for (Home home : values()) {
            if (home.fields.contains(field)) {
                return home;
            }
        }
        return null;
    }
}
