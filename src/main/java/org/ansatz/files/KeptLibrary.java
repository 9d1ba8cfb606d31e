package org.ansatz.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A native library, which is in a jar and can only be loaded from a file. Libraries by themselves write it into the temporary
 * folder at every start, and leave it there when the program is killed. Here one copy is kept in a folder of ours, for each
 * version and kind of machine, and used ever after.
 */
public final class KeptLibrary {

    private final Path file;
    private final boolean kept;

    /** Younger files may be another program's that is just starting. */
    private static final Duration STALE = Duration.ofHours(1);

    private KeptLibrary(Path file, boolean kept) {
        this.file = file;
        this.kept = kept;
    }

    /** The copy, to be loaded from. */
    public Path file() {
        return file;
    }

    /** Says that the library is loaded, or cannot be: a copy that could not be kept for the next start is removed at once. */
    public void loaded() {
        if (!kept) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                // Where a loaded library cannot be removed, the system's cleaning of the temporary folder has to.
            }
        }
    }

    /** Opens the library in its jar. */
    public interface InJar {
        /** Its bytes; null if there is none for this machine. */
        @Nullable
        InputStream open();
    }

    /**
     * The copy of a library for this machine. Others in the folder, which is for this library alone, are removed when they are
     * stale; a loaded library outlives its file. Where none can be kept in the folder, the copy is in a private folder among the
     * temporary files until {@link #loaded}.
     *
     * @throws IOException if none can be written anywhere, or there is none
     */
    public static KeptLibrary copy(Path folder, String version, InJar library) throws IOException {
        try {
            return new KeptLibrary(kept(folder, version, library), true);
        } catch (IOException e) {
            Path temporary = Files.createTempDirectory("ansatz-");
            try {
                return new KeptLibrary(kept(temporary, version, library), false);
            } catch (IOException again) {
                Files.deleteIfExists(temporary);
                again.addSuppressed(e);
                throw again;
            }
        }
    }

    private static Path kept(Path folder, String version, InJar library) throws IOException {
        PrivateFiles.folder(folder);
        String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        String prefix = version + "-" + machine.replace(' ', '_') + "-";
        Instant limit = Instant.now().minus(STALE);
        Path copy = null;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (isWhole(file, prefix)) {
                    copy = file;
                } else {
                    removeIfOlder(file, limit);
                }
            }
        }
        return copy == null ? written(folder, prefix, library) : copy;
    }

    private static boolean isWhole(Path file, String prefix) throws IOException {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) && name.equals(prefix + Files.size(file));
    }

    private static void removeIfOlder(Path file, Instant limit) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            // Another program finished or removed it meanwhile.
        }
    }

    /** Writes the copy; its name ends with its size, so that one cut short is not taken for it. */
    private static Path written(Path folder, String prefix, InJar library) throws IOException {
        Path part = Files.createTempFile(folder, "part-", "");
        try (InputStream in = library.open()) {
            if (in == null) {
                throw new IOException("there is no library for this machine, " + prefix);
            }
            try (OutputStream out = Files.newOutputStream(part)) {
                in.transferTo(out);
            }
            PrivateFiles.force(part);
            return Files.move(part, folder.resolve(prefix + Files.size(part)), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
