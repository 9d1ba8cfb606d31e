package org.ansatz.bank;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of problem files. A file's id is its path below its bank, the folder {@code problems} in which it lies; if there is
 * none, its path below the folder that was named, or its name.
 */
final class ProblemIds {

    private static final int MAX_FILES = 100_000;
    private static final int MAX_FOLDERS = 32;

    private final Set<String> read = new HashSet<>();
    private final Set<Path> around = new LinkedHashSet<>();

    /** Remembers a file that was named by itself. */
    void read(Path file) {
        read.add(id(null, file));
        around.add(bankOf(file));
    }

    /** Remembers a problem that is in no file of its own. */
    void read(String id) {
        read.add(id);
    }

    /** Remembers files that were found below a folder. */
    void read(List<FoundFile> files) {
        Path last = null;
        for (FoundFile file : files) {
            read.add(file.id());
            Path own = file.path().getParent();
            if (!Objects.equals(own, last) && isBank(bankOf(file.path()))) {
                around.add(bankOf(file.path()));
            }
            last = own;
        }
    }

    /**
     * The ids of all files that were read, whether or not there was a problem in them; of those that lie beside a file that
     * was named or in the same bank; and of those in {@code banks}. No file is opened.
     */
    Set<String> withNeighbours(List<Path> banks) {
        Set<String> ids = new HashSet<>(read);
        Set<Path> folders = new LinkedHashSet<>(around);
        folders.addAll(banks);
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                for (Path file : filesOf(folder)) {
                    ids.add(id(folder, file));
                }
            }
        }
        return ids;
    }

    /** The problem files of a bank; of another folder, which may hold anything, those that lie right in it. */
    private static List<Path> filesOf(Path folder) {
        List<Path> files = new ArrayList<>();
        collect(folder, isBank(folder.toAbsolutePath()) ? MAX_FOLDERS : 1, files);
        return files;
    }

    private static void collect(Path folder, int depth, List<Path> files) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isProblem(entry.toString())) {
                    if (files.size() < MAX_FILES) {
                        files.add(entry);
                    }
                } else if (depth > 1 && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, depth - 1, files);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // a folder that cannot be listed names no problem; what is read from it reports why
        }
    }

    /** Whether a file of this name holds a problem. */
    static boolean isProblem(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** The id of a file, below {@code folder} unless it lies in a bank. */
    static String id(@Nullable Path folder, Path file) {
        Path bank = bankOf(file);
        Path base =
                isBank(bank) || folder == null ? bank : folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return withoutEnding(base.relativize(absolute).toString().replace('\\', '/'));
    }

    /** What the ids of all files right in {@code own} begin with, which lies below {@code folder}, or is it. */
    static String prefix(Path folder, Path own) {
        String id = id(folder, own.resolve("x"));
        return id.substring(0, id.length() - 1);
    }

    /** The path of a problem's file without its ending. */
    static String withoutEnding(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** The folder {@code problems} in which a file lies, or else its own. */
    private static Path bankOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path own = absolute.getParent() == null ? absolute : absolute.getParent();
        for (Path parent = own; parent != null; parent = parent.getParent()) {
            if (isBank(parent)) {
                return parent;
            }
        }
        return own;
    }

    private static boolean isBank(Path folder) {
        return folder.getFileName() != null && folder.getFileName().toString().equals("problems");
    }
}
