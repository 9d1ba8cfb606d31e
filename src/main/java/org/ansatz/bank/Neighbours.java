package org.ansatz.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The netlists in the folder of a file and below it, which that file may name, as may those that it names. Nothing outside of
 * that folder is read, whatever a stranger's file says; each file is read once, and what all come to is limited.
 */
final class Neighbours {

    /** So much is taken of other files for one, of each as often as it is named. */
    private static final int MAX_CHARACTERS = 4 * SourceReader.MAX_BYTES;

    /** So many times files are named, by it and by those that it names. */
    private static final int MAX_NAMED = 1000;

    private static final Set<String> ENDINGS = Set.of("cir", "ckt", "inc", "lib", "mod", "net", "sp", "sub");
    private static final Pattern NAME = Pattern.compile(Pack.NAME_OF_FILE);

    /** Where files lie. */
    private interface Folder {
        /**
         * Finds a file.
         *
         * @param path from the folder, its parts divided by slashes
         * @throws IOException in a sentence, if there is none that may be read
         */
        Lying find(String path) throws IOException;
    }

    /** Reads the text of a file. */
    private interface Opening {
        @Nullable
        SourceFile read(SourceReader reader) throws IOException;
    }

    /**
     * A file that is there.
     *
     * @param identity its path from the folder, without links
     */
    private record Lying(String identity, Opening opening) {}

    /**
     * A file that was named, and what tells it from the others there.
     *
     * @param identity its path from the folder, without links
     */
    record Found(String identity, SourceFile file) {}

    /** What has been read for the file at the top. */
    private static final class Shelf {
        private final Map<String, Found> found = new LinkedHashMap<>();
        private int named;
        private long characters;
    }

    private final @Nullable Folder folder;

    /** The path from the folder to the file that names others: empty, or with a slash at its end. */
    private final String own;

    private final Shelf shelf;

    private Neighbours(@Nullable Folder folder, String own, Shelf shelf) {
        this.folder = folder;
        this.own = own;
        this.shelf = shelf;
    }

    /** Those of a text that is in no file: none. */
    static Neighbours none() {
        return new Neighbours(null, "", new Shelf());
    }

    /** Those of a file. */
    static Neighbours of(Path file) {
        Path parent = file.getParent();
        Path top = parent == null ? file.getFileSystem().getPath("") : parent;
        return new Neighbours(path -> lyingIn(top, path), "", new Shelf());
    }

    /** Those of a file in a jar. */
    static Neighbours of(ClasspathFolder.Packed file) {
        String top = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        return new Neighbours(path -> lyingIn(file.in(top + path), path), "", new Shelf());
    }

    /** Whether a file of this name may be named by others. */
    static boolean isNetlist(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot + 1));
    }

    /** The texts of all that was read, and what they are called; empty if there is nothing. */
    String content() {
        StringBuilder content = new StringBuilder();
        shelf.found.forEach((identity, found) -> {
            String text = found.file().text();
            content.append('\n')
                    .append(identity)
                    .append(' ')
                    .append(text.length())
                    .append('\n')
                    .append(text);
        });
        return content.toString();
    }

    /**
     * The file that is named so.
     *
     * @param made from a text as read, and the files that it may name in turn
     * @throws IOException in a sentence, if there is none that may be read
     */
    Found find(String name, BiFunction<SourceFile, Neighbours, SourceFile> made) throws IOException {
        if (folder == null) {
            throw new IOException("what names it lies in no folder itself");
        }
        if (++shelf.named > MAX_NAMED) {
            throw new IOException("files are named more than " + MAX_NAMED + " times");
        }
        Lying lying = folder.find(plain(name));
        Found found = shelf.found.get(lying.identity());
        if (found == null) {
            SourceFile text = read(lying.opening());
            String within = lying.identity().substring(0, lying.identity().lastIndexOf('/') + 1);
            found = new Found(lying.identity(), made.apply(text, new Neighbours(folder, within, shelf)));
            shelf.found.put(found.identity(), found);
        }
        shelf.characters += found.file().text().length();
        if (shelf.characters > MAX_CHARACTERS) {
            throw new IOException("what is named comes to more than " + MAX_CHARACTERS + " characters in all");
        }
        return found;
    }

    /** A path from the folder without what changes nothing in it. */
    private String plain(String name) throws IOException {
        if (name.startsWith("/") || name.startsWith("\\") || name.startsWith("~") || name.matches("[A-Za-z]:.*")) {
            throw new IOException("a path begins in the folder of the file that names it");
        }
        List<String> parts = new ArrayList<>();
        for (String part : (own + name).split("/", -1)) {
            if (part.equals("..")) {
                throw new IOException("only what lies in the folder or below it is read, and .. leads out of it");
            }
            if (!part.equals(".")) {
                if (!NAME.matcher(part).matches()) {
                    throw new IOException("a file's name begins with a letter, a digit or _, and goes on with these,"
                            + " blanks and . ( ) + -");
                }
                parts.add(part);
            }
        }
        if (parts.isEmpty() || !isNetlist(parts.get(parts.size() - 1))) {
            throw new IOException("the name of a netlist ends in ." + String.join(", .", new TreeSet<>(ENDINGS)));
        }
        return String.join("/", parts);
    }

    private static Lying lyingIn(Path top, String path) throws IOException {
        Path file = top.resolve(path);
        Path root = top.toRealPath();
        if (!Files.exists(file)) {
            throw new IOException("there is no such file");
        }
        Path real = file.toRealPath();
        if (!real.startsWith(root)) {
            throw new IOException("it is a link that leads out of the folder");
        }
        String identity = root.relativize(real).toString().replace('\\', '/');
        return new Lying(identity, reader -> reader.file(real, file.toString()));
    }

    private static Lying lyingIn(ClasspathFolder.Packed file, String path) throws IOException {
        if (!file.exists()) {
            throw new IOException("there is no such file");
        }
        return new Lying(path, reader -> reader.packed(file));
    }

    private static SourceFile read(Opening opening) throws IOException {
        List<Fault> faults = new ArrayList<>();
        SourceFile read = opening.read(new SourceReader(faults));
        if (read == null) {
            Fault first = faults.get(0);
            throw new IOException(first.line().isEmpty() ? first.message() : first.toString());
        }
        return read;
    }
}
