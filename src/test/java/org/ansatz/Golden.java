package org.ansatz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reference tables in src/test/resources/golden. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** The rows of a table below its heading. */
    public static List<String[]> rows(String file) {
        return lines(file).stream().skip(1).map(line -> line.split(",")).toList();
    }

    /** The heading of a table. */
    public static String[] heading(String file) {
        return lines(file).get(0).split(",");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
