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
     * Tells the driver where its library is. Where none can be kept or loaded (a full disk, a folder without programs), the
     * driver goes its own way.
     */
    static synchronized void keepIn(Path folder) {
        if (System.getProperty(PATH) != null) {
            return;
        }
        try {
            Path home = folder.toAbsolutePath();
            // The name in the jar is asked for only where there is no copy: it takes a fifth of the time of opening.
            Path copy = KeptLibrary.copy(
                    home,
                    SQLiteJDBCLoader.getVersion(),
                    () -> SQLiteJDBCLoader.class.getResourceAsStream(
                            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName()));
            System.load(copy.toString());
            System.setProperty(PATH, home.toString());
            System.setProperty(NAME, copy.getFileName().toString());
            System.setProperty(TEMPORARY, home.toString());
        } catch (IOException | UnsatisfiedLinkError e) {
            // The driver's own way is slower, and all that is left.
        }
    }
}
