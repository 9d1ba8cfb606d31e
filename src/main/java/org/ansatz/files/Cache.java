package org.ansatz.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files that may be lost: what can be worked out again. What is damaged, written by another version of the
 * program, or cannot be read is as if it were not there, and what cannot be written is not kept.
 */
public final class Cache {

    /** A cache that keeps nothing. */
    public static final Cache NONE = new Cache(null, "");

    /** Larger files are left alone. */
    static final int MAX_BYTES = 1 << 27;

    /** So many files are kept in the folder; the oldest goes first. */
    static final int MAX_FILES = 32;

    private static final byte[] MARK = "ansatz cache 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String ENDING = ".cache";

    private final @Nullable Path folder;
    private final byte[] program;

    private Cache(@Nullable Path folder, String program) {
        this.folder = folder;
        this.program = program.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A cache in a folder, which need not exist.
     *
     * @param program what is kept is only for a program that is called the same
     */
    public static Cache in(Path folder, String program) {
        return new Cache(folder, program);
    }

    /** What is kept under a name; null if nothing is, or nothing that can be used. */
    public @Nullable ByteBuffer read(String name) {
        if (folder == null) {
            return null;
        }
        Path file = folder.resolve(name + ENDING);
        try {
            long size = Files.size(file);
            return size > MAX_BYTES || size < least() ? null : content(Files.readAllBytes(file));
        } catch (IOException e) {
            return null; // as if it were not there
        }
    }

    /** A folder beside the files that are kept, for what takes more than one file; null if nothing is kept. */
    public @Nullable Path folder(String name) {
        return folder == null ? null : folder.resolve(name);
    }

    private int least() {
        return MARK.length + Integer.BYTES + program.length + Long.BYTES;
    }

    private @Nullable ByteBuffer content(byte[] bytes) {
        if (bytes.length < least()) {
            return null; // cut short since its size was asked for
        }
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int end = bytes.length - Long.BYTES;
        if (file.getLong(end) != sum(bytes, end) || !starts(file, MARK) || file.getInt() != program.length) {
            return null;
        }
        return starts(file, program) ? file.limit(end).slice() : null;
    }

    /** Whether these bytes come next; then they are passed over. */
    private static boolean starts(ByteBuffer file, byte[] expected) {
        for (byte each : expected) {
            if (file.get() != each) {
                return false;
            }
        }
        return true;
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    /** Keeps something under a name, in place of what was kept under it, if that is possible. */
    public void write(String name, byte[] content) {
        if (folder == null || content.length > MAX_BYTES - least()) {
            return;
        }
        ByteBuffer file = ByteBuffer.allocate(least() + content.length);
        file.put(MARK).putInt(program.length).put(program).put(content);
        file.putLong(sum(file.array(), file.position()));
        try {
            Files.createDirectories(folder);
            Path target = folder.resolve(name + ENDING);
            if (!Files.exists(target)) {
                makeRoom(folder);
            }
            WholeFile.write(target, out -> out.write(file.array()));
        } catch (IOException e) {
            return; // then it is worked out again next time
        }
    }

    private static void makeRoom(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + ENDING)) {
            entries.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (files.size() >= MAX_FILES) {
            files.sort(Comparator.comparing(Cache::date));
            for (Path old : files.subList(0, files.size() - MAX_FILES + 1)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static FileTime date(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // gone meanwhile
        }
    }
}
