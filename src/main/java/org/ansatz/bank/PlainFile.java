package org.ansatz.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.block.Written;
import org.jspecify.annotations.Nullable;

/** A file that belongs to no bank, a netlist or a marking scheme for one, and what is wrong with it. */
public final class PlainFile {

    private final List<Fault> faults = new ArrayList<>();
    private final @Nullable SourceFile file;

    private PlainFile(String name, InputStream standard) {
        SourceReader reader = new SourceReader(faults);
        SourceFile read = null;
        try {
            read = name.equals("-") ? reader.stream("standard input", standard) : reader.file(Path.of(name));
        } catch (InvalidPathException e) {
            reader.unreadable(name, new IOException("this is no path here (" + e.getReason() + ")"));
        } catch (IOException e) {
            reader.unreadable(name, e);
        }
        file = read;
    }

    /**
     * Reads a file.
     *
     * @param name its path, or - for standard input
     * @param standard standard input
     */
    public static PlainFile read(String name, InputStream standard) {
        return new PlainFile(name, standard);
    }

    /** Its text, whose faults come to {@link #faults}; null if it could not be read. */
    public @Nullable Written text() {
        SourceFile source = file;
        if (source == null) {
            return null;
        }
        return SourceText.of(source, uses -> {
            // a text of its own rests on nothing else
        });
    }

    /** The file, for readers of YAML; null if it could not be read. */
    @Nullable
    SourceFile source() {
        return file;
    }

    /** What was found wrong so far, in the order of the text. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        if (file != null) {
            all.addAll(file.faults());
        }
        return all;
    }
}
