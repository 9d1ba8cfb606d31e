package org.ansatz.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.ansatz.files.KeptLibrary;
import org.jline.nativ.JLineNativeLoader;
import org.jline.nativ.OSInfo;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.ShutdownHooks;
import org.jspecify.annotations.Nullable;

/** The terminal of this process, without what makes JLine slow to start. */
final class NativeTerminal {

    private static final String PATH = "library.jline.path";
    private static final String NAME = "library.jline.name";

    private NativeTerminal() {}

    /**
     * A terminal, and the line that leads to it as it was before.
     *
     * @param terminal the terminal
     * @param line to be given back after {@code terminal} is closed
     */
    record Opened(Terminal terminal, Line line) {}

    /**
     * Opens it.
     *
     * @param folder where the learner's own files are
     * @throws IOException if there is none
     */
    static Opened open(Charset charset, Path folder) throws IOException {
        KeptLibrary library = library(folder.resolve("native").resolve("jline"));
        knowCapabilities(System.getenv("TERM"));
        try {
            Line line = Line.found();
            Terminal terminal = terminal(charset);
            // JLine closes the terminal when the program is ended by a signal, too; this comes after that.
            ShutdownHooks.add(line::giveBackAtLast);
            return new Opened(terminal, line);
        } finally {
            if (library != null) {
                library.loaded();
            }
        }
    }

    private static Terminal terminal(Charset charset) throws IOException {
        return TerminalBuilder.builder()
                .name("ansatz")
                .system(true)
                .provider("jni")
                .dumb(true)
                .encoding(charset)
                .nativeSignals(true)
                .signalHandler(SignalHandler.SIG_IGN)
                .build();
    }

    /** JLine unpacks its library into the temporary folder at every start, unless it is told of one. */
    private static @Nullable KeptLibrary library(Path folder) {
        if (System.getProperty(PATH) != null) {
            return null;
        }
        try {
            KeptLibrary copy = KeptLibrary.copy(
                    folder.toAbsolutePath(),
                    JLineNativeLoader.getVersion(),
                    () -> JLineNativeLoader.class.getResourceAsStream(OSInfo.getNativeLibFolderPathForCurrentOS() + "/"
                            + System.mapLibraryName("jlinenative").replace(".dylib", ".jnilib")));
            System.setProperty(PATH, String.valueOf(copy.file().getParent()));
            System.setProperty(NAME, String.valueOf(copy.file().getFileName()));
            return copy;
        } catch (IOException e) {
            return null; // Then JLine unpacks it as it always does.
        }
    }

    /** What common terminals can do is known to JLine; by itself it asks the program infocmp, which takes 20 to 100 ms. */
    private static void knowCapabilities(@Nullable String type) {
        String known = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
        if (type != null && known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
    }
}
