package org.ansatz.progress;

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
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, which is in a jar and can only be loaded from a file. The driver by itself writes 1 MB into the
 * temporary folder at every start, compares it byte by byte, and leaves it there when the program is killed. Here one copy is
 * kept in a folder of ours, for each version and kind of machine, and used ever after.
 */
final class NativeLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String TEMPORARY = "org.sqlite.tmpdir";
    /** Younger files may be another program's that is just starting. */
    private static final Duration STALE = Duration.ofHours(1);

    private NativeLibrary() {}

    /**
     * Tells the driver where its library is. Where none can be kept or loaded (a full disk, a folder without programs), the
     * driver goes its own way.
     */
    static synchronized void keepIn(Path folder) {
        if (System.getProperty(PATH) != null) {
            return;
        }
        try {
            PrivateFiles.folder(folder);
            String home = folder.toAbsolutePath().toString();
            Path copy = copy(folder.toAbsolutePath());
            System.load(copy.toString());
            System.setProperty(PATH, home);
            System.setProperty(NAME, copy.getFileName().toString());
            System.setProperty(TEMPORARY, home);
        } catch (IOException | UnsatisfiedLinkError e) {
            // The driver's own way is slower, and all that is left.
        }
    }

    /** The copy for this version and machine; others that are stale are removed. A loaded library outlives its file. */
    private static Path copy(Path folder) throws IOException {
        // Not by the driver's own name for the machine: finding that out takes a fifth of the time of opening.
        String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        String prefix = SQLiteJDBCLoader.getVersion() + "-" + machine + "-";
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
        return copy == null ? written(folder, prefix) : copy;
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
    private static Path written(Path folder, String prefix) throws IOException {
        String inJar = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        Path part = Files.createTempFile(folder, "part-", "");
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(inJar)) {
            if (in == null) {
                throw new IOException("there is no SQLite for this machine: " + inJar);
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
