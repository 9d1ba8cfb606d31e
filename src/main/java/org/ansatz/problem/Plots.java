package org.ansatz.problem;

import java.util.List;
import java.util.function.Supplier;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** The plots that a problem states: their names are known at once, and what they draw is read when one is drawn first. */
public final class Plots {

    /** No plots. */
    public static final Plots NONE = new Plots(List.of(), List::of);

    private final List<String> names;
    private final Supplier<List<Plot>> reader;
    private @Nullable List<Plot> read;

    /**
     * Plots that are read later.
     *
     * @param names in the order of the file
     * @param reader reads them; throws {@link NoValue} with a fault if there is one
     */
    public Plots(List<String> names, Supplier<List<Plot>> reader) {
        this.names = List.copyOf(names);
        this.reader = reader;
    }

    /** What they are called, in the order of the file. */
    public List<String> names() {
        return names;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * All of them.
     *
     * @throws NoValue if one is not written as it should be; says where and what is wrong
     */
    public synchronized List<Plot> all() {
        if (read == null) {
            read = List.copyOf(reader.get());
        }
        return read;
    }
}
