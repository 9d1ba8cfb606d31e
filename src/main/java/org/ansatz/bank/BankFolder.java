package org.ansatz.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.ansatz.files.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Where a bank is: a folder with {@code problems} and, if there are keys, {@code answers} below it; or a folder of problems
 * alone. Whatever reads a bank is handed one of these.
 *
 * @param folder as it was named; the file, if the bank is in a pack
 * @param problems the folder of its problems
 * @param answers the folder of its keys, which need not exist; null if the bank is a folder of problems alone
 */
public record BankFolder(
        Path folder, Path problems, @Nullable Path answers) {

    private static final String PROBLEMS = "problems";
    private static final String ANSWERS = "answers";

    /** So many files are tried to tell whether a folder holds problems. */
    private static final int MOST_TRIED = 20;

    /** The bank that is, or is to be, in a folder with {@code problems} and {@code answers} below it. */
    public static BankFolder whole(Path folder) {
        return new BankFolder(folder, folder.resolve(PROBLEMS), folder.resolve(ANSWERS));
    }

    /**
     * The bank of a folder as it was typed.
     *
     * @throws IOException in a sentence, if it cannot be one
     */
    public static BankFolder of(String typed) throws IOException {
        if (typed.isBlank()) {
            throw new IOException("the name of the bank's folder is empty");
        }
        Path folder;
        try {
            folder = Path.of(typed);
        } catch (InvalidPathException e) {
            throw new IOException("'" + typed + "' is no path here (" + e.getReason() + ")", e);
        }
        return of(folder);
    }

    private static BankFolder of(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new IOException(
                    "there is no folder " + folder + "; 'ansatz new --bank " + folder + "' starts a bank there");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    folder + " is a file, and a bank is a folder; 'ansatz verify " + folder + "' reads a file");
        }
        if (!Files.isReadable(folder)) {
            throw new IOException("the folder " + folder + " cannot be read: permission denied");
        }
        BankFolder whole = whole(folder);
        if (Files.isDirectory(whole.problems)) {
            return whole;
        }
        if (Files.isDirectory(folder.resolve(ANSWERS))) {
            throw new IOException("the folder " + folder + " has answers but no problems; the problems belong into "
                    + whole.problems);
        }
        return new BankFolder(folder, folder, null);
    }

    /** What tells this bank from others, wherever it was named from: the real path of its problems. */
    public String identity() {
        try {
            return problems.toRealPath().toString();
        } catch (IOException e) {
            return problems.toAbsolutePath().normalize().toString();
        }
    }

    /** Whether this is the same bank, however both were named. */
    public boolean isSameAs(BankFolder other) {
        return identity().equals(other.identity());
    }

    /** Another text whenever a file of problems, netlists or keys was saved, came or went; empty if the folder is not there. */
    public String stamp() {
        StringBuilder stamp = new StringBuilder();
        for (Path part : answers == null ? List.of(problems) : List.of(problems, answers)) {
            if (Files.isDirectory(part)) {
                FolderWalk.withNetlists(
                                part,
                                (path, fault) -> stamp.append(path)
                                        .append(' ')
                                        .append(fault.getMessage())
                                        .append('\n'))
                        .forEach(file -> stamp.append(file.path())
                                .append(' ')
                                .append(stamp(file.path()))
                                .append('\n'));
            }
        }
        return Files.isDirectory(problems) ? stamp.append('.').toString() : "";
    }

    /** The same for a single file and the netlists right beside it. */
    public static String stampOf(Path file) {
        StringBuilder stamp = new StringBuilder(stamp(file));
        Path parent = file.toAbsolutePath().getParent();
        try (Stream<Path> beside = Files.list(parent == null ? file : parent)) {
            beside.filter(each -> Neighbours.isNetlist(String.valueOf(each.getFileName())))
                    .sorted()
                    .forEach(each -> stamp.append('\n').append(each).append(' ').append(stamp(each)));
        } catch (IOException | UncheckedIOException e) {
            return stamp.toString(); // what cannot be listed is not watched
        }
        return stamp.toString();
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "";
        }
    }

    /** The bank that a folder is, or null if there is no problem in it. Reads a few files at most. */
    public static @Nullable BankFolder found(Path folder) {
        try {
            BankFolder bank = of(folder);
            boolean whole = bank.answers != null;
            return whole ? bank.hasFiles() ? bank : null : bank.hasProblems() ? bank : null;
        } catch (IOException e) {
            return null;
        }
    }

    private boolean hasFiles() {
        return !FolderWalk.below(problems, (path, fault) -> {}).isEmpty();
    }

    /** Any folder may hold files in YAML: only those that are problems count. */
    private boolean hasProblems() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(problems)) {
            files = all.filter(file -> ProblemIds.isProblem(String.valueOf(file.getFileName())))
                    .limit(MOST_TRIED)
                    .toList();
        }
        return files.stream()
                .anyMatch(file -> !BankLoader.listing(Cache.NONE)
                        .problems(file)
                        .catalogue()
                        .entries()
                        .isEmpty());
    }
}
