package org.ansatz.files;

import java.io.IOException;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library: 1 MB that the driver by itself unpacks, compares byte by byte, and removes at every start. A process has one
 * copy of it: of two, each would know only a part of what the driver asks for, and calls would end in the wrong one. So whoever opens a
 * database goes through here first.
 */
public final class SqliteLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String TEMPORARY = "org.sqlite.tmpdir";

    private static boolean isChosen;

    private SqliteLibrary() {}

    /**
     * Tells the driver where its library is; the first folder that is named counts. Where none can be written or loaded (a full disk, a
     * folder without programs), the driver goes its own way.
     */
    public static synchronized void keepIn(Path folder) {
        if (isChosen) {
            return;
        }
        isChosen = true;
        try {
            // The name in the jar is asked for only where there is no copy: it takes a fifth of the time of opening.
            KeptLibrary copy = KeptLibrary.copy(
                    folder.toAbsolutePath(),
                    SQLiteJDBCLoader.getVersion(),
                    () -> SQLiteJDBCLoader.class.getResourceAsStream(
                            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName()));
            try {
                load(copy.file().toAbsolutePath());
            } finally {
                copy.loaded();
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            // The driver's own way is slower, and all that is left.
        }
    }

    /** Loads it here and, if that went well, in the driver. */
    private static void load(Path library) throws IOException {
        String home = String.valueOf(library.getParent());
        System.load(library.toString());
        System.setProperty(PATH, home);
        System.setProperty(NAME, String.valueOf(library.getFileName()));
        System.setProperty(TEMPORARY, home);
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) { // what the driver declares
            throw new IOException("SQLite cannot be loaded from " + library, e);
        }
    }
}
