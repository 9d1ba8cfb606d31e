package org.ansatz.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ansatz.expression.term.Registry;
import org.ansatz.field.block.BlockKind;
import org.ansatz.problem.Key;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Loads problems and answers from files, folders or a stream. */
public final class BankLoader {

    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** So many files are worth the start of further threads. */
    private static final int MANY = 16;

    private static final int MAX_FILES = 100_000;
    private static final int MAX_FOLDERS = 32;

    private final Registry registry;
    private final List<BlockKind> kinds;
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Map<String, List<Key.Claim>> keys = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final ProblemIds ids = new ProblemIds();

    /** A loader for problems in the language of {@code registry}, with these field blocks. */
    public BankLoader(Registry registry, List<BlockKind> kinds) {
        this.registry = registry;
        this.kinds = List.copyOf(kinds);
    }

    /** Takes over what another loader has read. */
    BankLoader including(Bank bank) {
        problems.putAll(bank.problems());
        bank.keys().forEach((id, claims) -> keys.put(id, new ArrayList<>(claims)));
        faults.addAll(bank.faults());
        return this;
    }

    /**
     * Reads a problem file, or every problem below a folder. The id of a problem is its path below the folder; below a
     * folder named {@code problems} if the file lies in one.
     */
    public BankLoader problems(Path path) {
        if (Files.isDirectory(path)) {
            List<Path> files = filesBelow(path);
            files.forEach(file -> ids.read(path, file));
            if (files.isEmpty()) {
                faults.add(new Fault(new Place(path.toString(), 1, 1), "", 1, "the folder holds no problem (*.yaml)"));
            }
            read(path, files);
        } else {
            ids.read(path);
            problem(path, newId(path));
        }
        return this;
    }

    /** Reads problems from a path as it was typed, which may be none that this system or its locale can name. */
    public BankLoader problems(String path) {
        if (path.isBlank()) {
            unreadable("''", new IOException("the path is empty"));
            return this;
        }
        try {
            return problems(Path.of(path));
        } catch (InvalidPathException e) {
            unreadable(path, new IOException("this is no path here (" + e.getReason() + ")"));
            return this;
        }
    }

    /** Reads a problem from a stream, called {@code name} in messages. */
    public BankLoader problem(InputStream stream, String name) {
        try {
            read(name, stream.readNBytes(MAX_BYTES + 1), name);
        } catch (IOException e) {
            unreadable(name, e);
        }
        return this;
    }

    /**
     * Reads an answer file, or every answer file below a folder. Call it after the problems. A key for a problem that was
     * not read is passed over if a problem file of this id lies beside those that were read, in the bank that they belong to
     * (below the same folder {@code problems}) or in one of {@code banks}; otherwise it is a fault.
     *
     * @param banks folders of whole banks that the answers may speak of
     */
    public BankLoader answers(Path path, Path... banks) {
        List<Path> files = Files.isDirectory(path) ? filesBelow(path) : List.of(path);
        AnswersReader reader = new AnswersReader(problems, () -> ids.withNeighbours(List.of(banks)));
        for (Path file : files) {
            SourceFile source = source(file);
            if (source != null) {
                for (AnswersReader.Claimed claimed : reader.read(source)) {
                    keys.computeIfAbsent(claimed.problem(), id -> new ArrayList<>())
                            .add(claimed.claim());
                }
                faults.addAll(source.faults());
            }
        }
        return this;
    }

    /** What was read. */
    public Bank bank() {
        return new Bank(problems, keys, faults);
    }

    /** Reads files one after the other, and many by all processors: checking them is most of the work. */
    private void read(Path folder, List<Path> files) {
        List<Checked> sources = new ArrayList<>(files.size());
        for (Path file : files) {
            SourceFile source = source(file);
            if (source != null) {
                sources.add(new Checked(ProblemIds.id(folder, file), source, null));
            }
        }
        Stream<Checked> stream = sources.size() < MANY ? sources.stream() : sources.parallelStream();
        stream.map(source -> source.checked(registry, kinds)).toList().forEach(this::accept);
    }

    /** A file that was read, and the problem in it, if one was found. */
    private record Checked(
            String id, SourceFile source, @Nullable Problem problem) {
        Checked checked(Registry registry, List<BlockKind> kinds) {
            return new Checked(id, source, ProblemReader.read(id, source, registry, kinds));
        }
    }

    private void problem(Path path, String id) {
        SourceFile source = source(path);
        if (source != null) {
            accept(new Checked(id, source, null).checked(registry, kinds));
        }
    }

    private void read(String name, byte[] bytes, String id) {
        SourceFile source = decoded(name, bytes);
        if (source != null) {
            accept(new Checked(id, source, null).checked(registry, kinds));
        }
    }

    private void accept(Checked checked) {
        SourceFile source = checked.source();
        Problem problem = checked.problem();
        faults.addAll(source.faults());
        if (problem != null && problems.putIfAbsent(checked.id(), problem) != null) {
            faults.add(new Fault(source.place(0), source.line(0), 1, "a second problem with the id " + checked.id()));
        }
    }

    private @Nullable SourceFile source(Path path) {
        try {
            if (!Files.exists(path)) {
                throw new IOException("there is no such file or folder");
            }
            if (!Files.isRegularFile(path)) {
                throw new IOException("this is a pipe or a device, not a file; '-' reads standard input");
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException(tooLarge(Files.size(path)));
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return decoded(path.toString(), stream.readNBytes(MAX_BYTES + 1));
            }
        } catch (IOException e) {
            unreadable(path.toString(), e);
            return null;
        }
    }

    private static String tooLarge(long bytes) {
        return bytes + " bytes; at most " + MAX_BYTES + " are read";
    }

    private @Nullable SourceFile decoded(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            faults.add(new Fault(new Place(name, 1, 1), "", 1, tooLarge(bytes.length)));
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            SourceFile file = new SourceFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (hasControls(file)) {
                faults.addAll(file.faults());
                return null;
            }
            return file;
        } catch (CharacterCodingException e) {
            faults.add(new Fault(new Place(name, 1, 1), "", 1, "this is not text in UTF-8"));
            return null;
        }
    }

    /** Refuses control characters, which have no place in a text and could do harm on a terminal. */
    static boolean hasControls(SourceFile file) {
        String text = file.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= '\u007f' && c <= '\u009f') {
                file.fault(i, i + 1, "a control character (code " + (int) c + "); remove it");
                return true;
            }
        }
        return false;
    }

    private void unreadable(String name, IOException e) {
        String reason = e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e.getMessage() == null ? e.toString() : e.getMessage();
        faults.add(new Fault(new Place(name, 1, 1), "", 1, "cannot be read: " + reason));
    }

    private List<Path> filesBelow(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            collect(folder, folder.toRealPath(), files, new HashSet<>());
        } catch (IOException | UncheckedIOException e) {
            unreadable(folder.toString(), e instanceof IOException ? (IOException) e : new IOException(e));
        }
        Collections.sort(files);
        return files;
    }

    /**
     * {@code within} holds the real paths of the folders on the way here, so that a link back up is not followed; nor is one
     * that leads out of {@code root}, whose target is nobody's problem and none of a message's business.
     */
    private void collect(Path folder, Path root, List<Path> files, Set<Path> within) throws IOException {
        Path real = folder.toRealPath();
        if (!within.add(real)) {
            return;
        }
        if (within.size() > MAX_FOLDERS) {
            throw new IOException("folders nested deeper than " + MAX_FOLDERS);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean wanted = Files.isDirectory(entry) ? !name.startsWith(".") : ProblemIds.isProblem(name);
                if (wanted && leadsOut(entry, root)) {
                    unreadable(
                            entry.toString(),
                            new IOException("a link that leads out of the folder; it is not followed"));
                } else if (Files.isDirectory(entry)) {
                    if (wanted) {
                        collect(entry, root, files, within);
                    }
                } else if (ProblemIds.isProblem(name) && isFileOrBrokenLink(entry) && files.size() < MAX_FILES) {
                    files.add(entry);
                }
            }
        }
        within.remove(real);
    }

    private static boolean leadsOut(Path entry, Path root) throws IOException {
        return Files.isSymbolicLink(entry)
                && Files.exists(entry)
                && !entry.toRealPath().startsWith(root);
    }

    /** A pipe or device in a folder is left alone: reading it could wait for ever. */
    private static boolean isFileOrBrokenLink(Path entry) {
        return Files.isRegularFile(entry) || !Files.exists(entry);
    }

    /** The id of a file that is named by itself, with as many folders as tell it from the files before it. */
    private String newId(Path file) {
        String id = ProblemIds.id(null, file);
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        while (parent != null
                && parent.getFileName() != null
                && problems.containsKey(id)
                && !problems.get(id).place().file().equals(file.toString())) {
            id = ProblemIds.id(parent.getParent(), file).equals(id)
                    ? parent.getFileName() + "/" + id
                    : ProblemIds.id(parent.getParent(), file);
            parent = parent.getParent();
        }
        return id;
    }
}
