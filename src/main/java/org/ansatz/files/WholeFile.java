package org.ansatz.files;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
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
        /** Writes it; what else it throws than the stream does is passed on as it is. */
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
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(file, content, StandardOpenOption.WRITE); // the real path of /dev/stdout may be none
                return;
            }
            replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
        } catch (NoContent e) {
            throw e.why;
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
        try (Watched watched = new Watched(Files.newOutputStream(file, how));
                OutputStream out = new BufferedOutputStream(watched, 1 << 16)) {
            try {
                content.writeTo(out);
            } catch (IOException e) {
                throw watched.hasFailed ? e : new NoContent(e);
            }
        }
    }

    /** Says that nothing is wrong with the file, but with what it was to hold. */
    private static final class NoContent extends IOException {
        private static final long serialVersionUID = 1;

        private final IOException why;

        NoContent(IOException why) {
            super(why);
            this.why = why;
        }
    }

    /** Remembers whether it could not be written to. */
    private static final class Watched extends FilterOutputStream {
        private boolean hasFailed;

        Watched(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                hasFailed = true;
                throw e;
            }
        }
    }
}
