package org.ansatz.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who says what is right. */
public enum Authority {
    /** What the routes of a problem agree on. */
    ROUTES,
    /** The key that is claimed for it; for variants, of which no key speaks, the routes. */
    KEYS;

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Authority authority : values()) {
            words.add(authority.word());
        }
        return words;
    }

    /** The authority of this word; null if there is none. */
    public static @Nullable Authority of(String word) {
        for (Authority authority : values()) {
            if (authority.word().equals(word)) {
                return authority;
            }
        }
        return null;
    }
}
