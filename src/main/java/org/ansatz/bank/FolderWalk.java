package org.ansatz.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the problem files below a folder. Opens none of them. */
final class FolderWalk {

    private static final int MAX_FILES = 100_000;
    private static final int MAX_FOLDERS = 32;

    private final Path top;
    private final Predicate<String> names;
    private final BiConsumer<Path, IOException> unreadable;
    private final List<FoundFile> files = new ArrayList<>();
    private boolean isFull;

    private FolderWalk(Path top, Predicate<String> names, BiConsumer<Path, IOException> unreadable) {
        this.top = top;
        this.names = names;
        this.unreadable = unreadable;
    }

    /**
     * The problem files below a folder, by their paths.
     *
     * @param unreadable takes what cannot be read or is not followed, and why
     */
    static List<FoundFile> below(Path folder, BiConsumer<Path, IOException> unreadable) {
        return below(folder, ProblemIds::isProblem, unreadable);
    }

    /** The same, and the netlists that they may name. */
    static List<FoundFile> withNetlists(Path folder, BiConsumer<Path, IOException> unreadable) {
        return below(folder, name -> ProblemIds.isProblem(name) || Neighbours.isNetlist(name), unreadable);
    }

    private static List<FoundFile> below(
            Path folder, Predicate<String> names, BiConsumer<Path, IOException> unreadable) {
        FolderWalk walk = new FolderWalk(folder, names, unreadable);
        try {
            walk.collect(folder, folder.toRealPath(), new HashSet<>());
        } catch (IOException e) {
            unreadable.accept(folder, e);
        } catch (UncheckedIOException | DirectoryIteratorException e) {
            unreadable.accept(folder, new IOException(e));
        }
        walk.files.sort(Comparator.comparing(FoundFile::path));
        return walk.files;
    }

    /**
     * {@code within} holds the real paths of the folders on the way here, so that a link back up is not followed; nor is one
     * that leads out of {@code root}, whose target is nobody's problem and none of a message's business.
     */
    private void collect(Path folder, Path root, Set<Path> within) throws IOException {
        Path real = folder.toRealPath();
        if (!within.add(real)) {
            return;
        }
        if (within.size() > MAX_FOLDERS) {
            throw new IOException("folders nested deeper than " + MAX_FOLDERS);
        }
        String prefix = ProblemIds.prefix(top, folder);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                try {
                    take(entry, prefix, root, within);
                } catch (NoSuchFileException e) {
                    // Deleted since the folder was listed.
                }
            }
        }
        within.remove(real);
    }

    private void take(Path entry, String prefix, Path root, Set<Path> within) throws IOException {
        String name = entry.getFileName().toString();
        BasicFileAttributes own = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean folder = own.isSymbolicLink() ? Files.isDirectory(entry) : own.isDirectory();
        if (folder ? name.startsWith(".") : !names.test(name)) {
            return;
        }
        if (own.isSymbolicLink() && leadsOut(entry, root)) {
            unreadable.accept(entry, new IOException("a link that leads out of the folder; it is not followed"));
        } else if (folder) {
            collect(entry, root, within);
        } else if (!isFileOrBrokenLink(entry, own)) {
            unreadable.accept(entry, new IOException("this is a pipe or a device, not a file; it is left alone"));
        } else if (files.size() < MAX_FILES) {
            files.add(new FoundFile(entry, prefix + ProblemIds.withoutEnding(name), stamp(own)));
        } else if (!isFull) {
            isFull = true;
            unreadable.accept(top, new IOException("more than " + MAX_FILES + " files; the others are left alone"));
        }
    }

    private static FoundFile.@Nullable Stamp stamp(BasicFileAttributes file) {
        return file.isSymbolicLink()
                ? null
                : new FoundFile.Stamp(file.size(), file.lastModifiedTime().toMillis());
    }

    private static boolean leadsOut(Path link, Path root) throws IOException {
        return Files.exists(link) && !link.toRealPath().startsWith(root);
    }

    /** Reading a pipe or device could wait for ever. */
    private static boolean isFileOrBrokenLink(Path entry, BasicFileAttributes own) {
        return own.isSymbolicLink() ? Files.isRegularFile(entry) || !Files.exists(entry) : own.isRegularFile();
    }
}
