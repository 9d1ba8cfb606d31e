package org.ansatz.terminal;

import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Colours for what is typed. */
enum Theme {
    /** For light letters on a dark ground. */
    DARK("dark", AttributedStyle.CYAN, AttributedStyle.YELLOW, AttributedStyle.RED + AttributedStyle.BRIGHT),
    /** For dark letters on a light ground. */
    LIGHT("light", AttributedStyle.BLUE, AttributedStyle.MAGENTA, AttributedStyle.RED),
    /** No colour. */
    PLAIN("plain", -1, -1, -1);

    private final String word;
    private final int command;
    private final int unit;
    private final int unknown;

    Theme(String word, int command, int unit, int unknown) {
        this.word = word;
        this.command = command;
        this.unit = unit;
        this.unknown = unknown;
    }

    /** The theme of this name, or null. */
    static @Nullable Theme of(String word) {
        for (Theme theme : values()) {
            if (theme.word.equals(word)) {
                return theme;
            }
        }
        return null;
    }

    /** As it is typed. */
    String word() {
        return word;
    }

    AttributedStyle command() {
        return style(command).bold();
    }

    AttributedStyle unit() {
        return style(unit);
    }

    /** A name that means nothing, or a bracket without its partner; underlined, so that it shows without colour. */
    AttributedStyle unknown() {
        return style(unknown).underline();
    }

    private static AttributedStyle style(int colour) {
        return colour < 0 ? AttributedStyle.DEFAULT : AttributedStyle.DEFAULT.foreground(colour);
    }
}
