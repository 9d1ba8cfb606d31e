package org.ansatz.progress;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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
        String name = LibraryLoaderUtil.getNativeLibName();
        String inJar = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        URL resource = SQLiteJDBCLoader.class.getResource(inJar);
        if (resource == null) {
            return;
        }
        try {
            PrivateFiles.folder(folder);
            Path copy = folder.resolve(nameOf(inJar)).toAbsolutePath();
            provide(copy, resource);
            System.load(copy.toString());
            System.setProperty(PATH, folder.toAbsolutePath().toString());
            System.setProperty(NAME, copy.getFileName().toString());
            System.setProperty(TEMPORARY, folder.toAbsolutePath().toString());
            clean(folder, copy);
        } catch (IOException | UnsatisfiedLinkError e) {
            // The driver's own way is slower, and all that is left.
        }
    }

    /** Such as {@code 3.54.1.0-Linux-x86_64-libsqlitejdbc.so}. */
    private static String nameOf(String inJar) {
        String prefix = "/org/sqlite/native/";
        String machine = inJar.startsWith(prefix) ? inJar.substring(prefix.length()) : inJar.substring(1);
        return SQLiteJDBCLoader.getVersion() + "-" + machine.replace('/', '-');
    }

    private static void provide(Path copy, URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            long size = connection.getContentLengthLong();
            if (Files.exists(copy) && Files.size(copy) == size) {
                return;
            }
            Path part = Files.createTempFile(copy.getParent(), "part-", "");
            try {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                PrivateFiles.force(part);
                Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Removes other versions' copies, and those that a killed program did not finish. A loaded library outlives its file. */
    private static void clean(Path folder, Path copy) throws IOException {
        Instant limit = Instant.now().minus(STALE);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.getFileName().equals(copy.getFileName())
                        && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
