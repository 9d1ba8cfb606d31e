package org.ansatz.junit;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds files of the project whose tests run. Build tools run tests in the project's base folder or say where it is; some
 * editors run them elsewhere, and then the compiled test class lies below it.
 */
final class ProjectFolder {

    private static final Path HERE = Path.of("").toAbsolutePath();

    private final Class<?> testClass;

    ProjectFolder(Class<?> testClass) {
        this.testClass = testClass;
    }

    /** The file or folder that a test names, as short as it can be said from here; whether or not it is there. */
    Path resolve(String written) {
        Path base = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path first = base.resolve(written).normalize();
        for (Path folder = classes(); !Files.exists(first) && folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(written).normalize();
            if (Files.exists(candidate)) {
                return shortened(candidate);
            }
        }
        return shortened(first);
    }

    private static Path shortened(Path path) {
        return path.startsWith(HERE) && !path.equals(HERE) ? HERE.relativize(path) : path;
    }

    /** The folder with the compiled test classes, or null. */
    private @Nullable Path classes() {
        CodeSource source = testClass.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return null; // classes from memory, or from an archive of another kind: then there is no folder to try
        }
    }
}
