package org.ansatz.progress;

import java.io.IOException;
import java.nio.file.Path;
import org.ansatz.files.KeptLibrary;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library: 1 MB that the driver by itself unpacks, compares byte by byte, and removes at every start. */
final class NativeLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String TEMPORARY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /**
     * Tells the driver where its library is. Where none can be written or loaded (a full disk, a folder without programs), the
     * driver goes its own way.
     */
    static synchronized void keepIn(Path folder) {
        if (System.getProperty(PATH) != null) {
            return;
        }
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
