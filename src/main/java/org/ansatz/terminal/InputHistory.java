package org.ansatz.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.files.PrivateFiles;
import org.jline.reader.LineReader;

/** Keeps what was typed, for this user's eyes only. */
final class InputHistory {

    private InputHistory() {}

    /** Keeps it in the file {@code input} of a folder, if that can be written; otherwise for this session alone. */
    static void keep(LineReader reader, Path folder) {
        Path file = folder.resolve("input");
        try {
            if (!Files.exists(file)) {
                PrivateFiles.folder(folder);
                PrivateFiles.file(file);
            }
            if (Files.isWritable(file)) {
                reader.setVariable(LineReader.HISTORY_FILE, file);
            }
        } catch (IOException e) {
            // What was typed is then known for this session only, which needs no word.
        }
    }
}
