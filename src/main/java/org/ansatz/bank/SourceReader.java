package org.ansatz.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ansatz.problem.Place;
import org.jspecify.annotations.Nullable;

/** Reads texts of strangers: files that are none, too large, not in UTF-8 or with control characters are faults. */
final class SourceReader {

    /** The most bytes that are read of a file. */
    static final int MAX_BYTES = 1 << 20;

    private static final char REPLACEMENT = '\uFFFD';

    private final List<Fault> faults;

    /** A reader whose faults are added to a list. */
    SourceReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** The text of a file; null if it could not be read, which is a fault. */
    @Nullable
    SourceFile file(Path path) {
        return file(path, path.toString());
    }

    /**
     * The text of a file; null if it could not be read, which is a fault.
     *
     * @param name how it is called in messages
     */
    @Nullable
    SourceFile file(Path path, String name) {
        try {
            if (!Files.exists(path)) {
                throw new IOException("there is no such file or folder");
            }
            if (!Files.isRegularFile(path)) {
                throw new IOException("this is a pipe or a device, not a file; '-' reads standard input");
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException(tooLarge(Files.size(path)));
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return decoded(name, stream.readNBytes(MAX_BYTES + 1), Neighbours.of(path));
            }
        } catch (IOException e) {
            unreadable(name, e);
            return null;
        }
    }

    private static String tooLarge(long bytes) {
        return bytes + " bytes; at most " + MAX_BYTES + " are read";
    }

    private @Nullable SourceFile decoded(String name, byte[] bytes, Neighbours neighbours) {
        if (bytes.length > MAX_BYTES) {
            faults.add(new Fault(new Place(name, 1, 1), "", 1, tooLarge(bytes.length)));
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            faults.add(new Fault(new Place(name, 1, 1), "", 1, "this is not text in UTF-8"));
            return null;
        }
        SourceFile file = new SourceFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text, neighbours);
        if (hasControls(file)) {
            faults.addAll(file.faults());
            return null;
        }
        return file;
    }

    /** Refuses control characters, which have no place in a text and could do harm on a terminal. */
    static boolean hasControls(SourceFile file) {
        char[] text = file.text().toCharArray(); // each character of a bank passes here: no call for each
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= '\u007f' && c <= '\u009f') {
                file.fault(i, i + 1, "a control character (code " + (int) c + "); remove it");
                return true;
            }
        }
        return false;
    }

    void unreadable(String name, IOException e) {
        String reason = e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e.getMessage() == null ? e.toString() : e.getMessage();
        faults.add(new Fault(new Place(name, 1, 1), "", 1, "cannot be read: " + reason));
    }

    /** The text of a stream, which names no other files; null if it could not be read. */
    @Nullable
    SourceFile stream(String name, InputStream stream) throws IOException {
        return decoded(name, stream.readNBytes(MAX_BYTES + 1), Neighbours.none());
    }

    /** The text of a file in a jar; null if it could not be read. */
    @Nullable
    SourceFile packed(ClasspathFolder.Packed file) throws IOException {
        try (InputStream in = file.open()) {
            return decoded(file.name(), in.readNBytes(MAX_BYTES + 1), Neighbours.of(file));
        }
    }
}
