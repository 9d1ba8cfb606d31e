package org.ansatz.bank;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.ansatz.bank.FoundFile.Stamp;
import org.ansatz.files.Cache;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of the problems below one folder, kept from an earlier reading. A file is known as long as its size and
 * date are those that it had then. Files with faults are never kept: they are read each time, so that their faults are said
 * each time.
 */
final class FolderIndex {

    /**
     * A file that was changed less than this before it was read may be changed again within the same tick of the file
     * system's clock, and is not kept. The coarsest clock in use is that of FAT, of 2 s.
     */
    static final long TICK_MILLIS = 2000;

    /** What a path holds that Java cannot read in this locale: several files may look alike. */
    private static final char UNREADABLE = '\uFFFD';

    private final Cache cache;
    private final String folder;
    private final int prefix;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Known> kept = new HashMap<>();
    private boolean changed;

    /** A problem's entry, and the file's stamp when it was read. */
    private record Known(Stamp stamp, Entry entry) {}

    private FolderIndex(Cache cache, Path folder) {
        this.cache = cache;
        this.folder = folder.toAbsolutePath().normalize().toString();
        this.prefix = folder.toString().length();
    }

    /** The index of a folder; an empty one if there is none in the cache that can be used. */
    static FolderIndex of(Path folder, Cache cache) {
        FolderIndex index = new FolderIndex(cache, folder);
        ByteBuffer content = cache.read(index.name());
        if (content != null) {
            try {
                index.read(content);
            } catch (BufferUnderflowException e) {
                index.known.clear(); // not what this class writes, whatever its sum says
            }
        }
        return index;
    }

    /** Two folders of one name have one index in turn: it says whose it is. */
    private String name() {
        CRC32 sum = new CRC32();
        sum.update(folder.getBytes(StandardCharsets.UTF_8));
        return "index-" + Long.toHexString(sum.getValue());
    }

    /** What is known of a file, or null if it has to be read. */
    @Nullable
    Entry find(FoundFile file) {
        Stamp stamp = file.stamp();
        Known found = known.get(path(file));
        if (stamp == null || found == null || !found.stamp().is(stamp)) {
            return null;
        }
        if (!found.entry().id().equals(file.id())) {
            return null;
        }
        kept.put(path(file), found);
        return found.entry();
    }

    /**
     * Takes note of a problem that was read without a fault.
     *
     * @param time when the folder was looked through, in milliseconds since 1970
     */
    void add(FoundFile file, Entry entry, long time) {
        Stamp stamp = file.stamp();
        String path = path(file);
        if (stamp != null && stamp.date() <= time - TICK_MILLIS && path.indexOf(UNREADABLE) < 0) {
            kept.put(path, new Known(stamp, entry));
            changed = true;
        }
    }

    private String path(FoundFile file) {
        return file.path().toString().substring(prefix);
    }

    /** Keeps what was found and added, if that is anything else than what is kept. */
    void keep() {
        if (changed || kept.size() < known.size()) {
            cache.write(name(), written());
        }
    }

    // ---- the file: the folder, then each problem; texts by their length in bytes

    private byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, folder);
            out.writeInt(kept.size());
            for (Map.Entry<String, Known> each : kept.entrySet()) {
                Entry entry = each.getValue().entry();
                write(out, each.getKey());
                out.writeLong(each.getValue().stamp().size());
                out.writeLong(each.getValue().stamp().date());
                write(out, entry.id());
                write(out, entry.title());
                write(out, entry.topic());
                write(out, entry.kind());
                out.writeInt(entry.marks());
                out.writeByte(entry.hasVariants() ? 1 : 0);
                out.writeByte(entry.hasPlots() ? 1 : 0);
                write(out, entry.level());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Level level) throws IOException {
        out.writeByte(level.difficulty());
        out.writeInt(level.needs().size());
        for (String need : level.needs()) {
            write(out, need);
        }
        out.writeByte(level.minutes());
    }

    private static Level level(ByteBuffer in) {
        int difficulty = in.get();
        List<String> needs = new ArrayList<>();
        for (int i = in.getInt(); i > 0; i--) {
            needs.add(text(in));
        }
        return new Level(difficulty, needs, in.get());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void read(ByteBuffer in) {
        if (!text(in).equals(folder)) {
            return;
        }
        for (int i = in.getInt(); i > 0; i--) {
            String path = text(in);
            Stamp stamp = new Stamp(in.getLong(), in.getLong());
            Entry entry = new Entry(
                    text(in), text(in), text(in), text(in), in.getInt(), in.get() != 0, in.get() != 0, level(in));
            known.put(path, new Known(stamp, entry));
        }
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        int start = in.arrayOffset() + in.position();
        in.position(in.position() + length);
        return new String(in.array(), start, length, StandardCharsets.UTF_8);
    }
}
