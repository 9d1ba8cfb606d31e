package org.ansatz.exchange.item;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of topics and files, as banks have them: small letters, digits and hyphens. */
public final class Topics {

    private static final int MAX_LENGTH = 60;

    private Topics() {}

    /** The topic of a category of Moodle, whose levels above the bank's own say nothing. */
    public static String ofCategory(String category) {
        List<String> levels = new ArrayList<>();
        for (String level : category.replace("//", "\0").split("/")) {
            String name = level.replace('\0', '/').strip();
            boolean isOwn = !name.startsWith("$") && !name.equals("top") && !name.equals("Ansatz");
            if (isOwn && !word(name).isEmpty()) {
                levels.add(word(name));
            }
        }
        return String.join("/", levels);
    }

    /** A name of small letters, digits and hyphens; empty if nothing is left. */
    public static String word(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= MAX_LENGTH
                ? plain
                : plain.substring(0, MAX_LENGTH).replaceAll("-[^-]*$", "");
    }
}
