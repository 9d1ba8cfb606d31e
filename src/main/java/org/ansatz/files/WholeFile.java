package org.ansatz.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: beside it first, then moved into its place. What is no plain file is written to. */
public final class WholeFile {

    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Finds out before long work whether a file can be written.
     *
     * @throws IOException in a sentence, if it cannot
     */
    public static void require(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; name a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder + " to write " + file.getFileName() + " into");
        }
        boolean special = Files.exists(file) && !Files.isRegularFile(file);
        if (Files.exists(file) && !Files.isWritable(file) || !special && !Files.isWritable(folder)) {
            throw new IOException(file + " may not be written here (permission denied)");
        }
    }

    /**
     * Writes a file, in place of what it held.
     *
     * @throws IOException in a sentence, if that is not possible
     */
    public static void write(Path file, Content content) throws IOException {
        require(file);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                fill(target, content, StandardOpenOption.WRITE);
                return;
            }
            replace(target, content);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " may not be written here (permission denied)", e);
        } catch (IOException e) {
            throw new IOException(file + " could not be written: " + e.getMessage(), e);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        part.toFile().deleteOnExit();
        try {
            fill(
                    part,
                    content,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void fill(Path file, Content content, StandardOpenOption... how) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how), 1 << 16)) {
            content.writeTo(out);
        }
    }
}
