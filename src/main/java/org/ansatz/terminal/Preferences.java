package org.ansatz.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.files.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** What a learner chose once and for all: the theme. */
final class Preferences {

    private static final long MAX_BYTES = 100;

    private final @Nullable Path file;

    private Preferences(@Nullable Path file) {
        this.file = file;
    }

    /** Those kept in a folder. */
    static Preferences in(Path folder) {
        return new Preferences(folder.resolve("theme"));
    }

    /** None, where nobody sits before a screen. */
    static Preferences none() {
        return new Preferences(null);
    }

    /** The theme that was chosen, or null. */
    @Nullable
    Theme theme() {
        try {
            return file != null && Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? Theme.of(Files.readString(file).strip())
                    : null;
        } catch (IOException e) {
            return null; // Then it is the usual one, as at the first start.
        }
    }

    /**
     * Keeps a theme.
     *
     * @throws IOException if it cannot be kept
     */
    void keep(Theme theme) throws IOException {
        if (file != null) {
            PrivateFiles.folder(file.toAbsolutePath().resolveSibling("."));
            PrivateFiles.file(file);
            Files.writeString(file, theme.word() + "\n");
        }
    }
}
