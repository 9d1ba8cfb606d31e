package org.ansatz.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jline.reader.LineReader;

/** Keeps what was typed, for this user's eyes only. */
final class InputHistory {

    private InputHistory() {}

    /** Keeps it in the file {@code input} of a folder, if that can be written; otherwise for this session alone. */
    static void keep(LineReader reader, Path folder) {
        Path file = folder.resolve("input");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            if (Files.isWritable(file)) {
                reader.setVariable(LineReader.HISTORY_FILE, file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // What was typed is then known for this session only, which needs no word.
        }
    }
}
