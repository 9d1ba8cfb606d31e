package org.ansatz.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.ansatz.bank.ProblemReader.PlotChecks;
import org.ansatz.bank.ProblemReader.Reading;
import org.ansatz.expression.term.Registry;
import org.ansatz.field.Language;
import org.ansatz.field.block.BlockKind;
import org.ansatz.files.Cache;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Key;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Loads problems and answers from files, folders or a stream. */
public final class BankLoader {

    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = SourceReader.MAX_BYTES;

    /** So many files are worth the start of further threads. */
    private static final int MANY = 16;

    /** What stands in a text for bytes that are none. */
    private final Supplier<Reading> reading;

    private final Cache cache;
    private final Map<String, Listed> listed = new LinkedHashMap<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Map<String, List<Key.Claim>> keys = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final SourceReader sources = new SourceReader(faults);
    private final Map<String, String> texts = new HashMap<>();
    private final ProblemIds ids = new ProblemIds();

    /** A problem that was read or is in an index, and the file it is in. */
    private record Listed(Entry entry, String file) {}

    private BankLoader(Supplier<Reading> reading, Cache cache) {
        this.reading = reading;
        this.cache = cache;
    }

    /** A loader for problems in the language of {@code registry}, with these field blocks. */
    public BankLoader(Registry registry, List<BlockKind> kinds) {
        this(() -> new Reading(registry, kinds, PlotChecks.AT_ONCE), Cache.NONE);
    }

    /**
     * A loader that finds the problems below folders, but reads only those that no index in the cache knows; the others can be
     * read one by one. What it finds new goes into an index. Plots are checked when they are drawn.
     */
    public static BankLoader listing(Cache cache) {
        return new BankLoader(
                () -> new Reading(Language.registry(), Language.blockKinds(), PlotChecks.WHEN_DRAWN), cache);
    }

    /** Takes over what another loader has read; a problem of an id that is known is a fault. */
    BankLoader including(Bank bank) {
        for (Problem problem : bank.problems().values()) {
            if (!list(problem)) {
                faults.add(new Fault(problem.place(), "", 1, "a second problem with the id " + problem.id()));
            }
        }
        bank.keys().forEach((id, claims) -> keys.put(id, new ArrayList<>(claims)));
        faults.addAll(bank.faults());
        bank.texts().forEach(texts::putIfAbsent);
        return this;
    }

    /**
     * Reads a problem file, or every problem below a folder. The id of a problem is its path below the folder; below a
     * folder named {@code problems} if the file lies in one.
     */
    public BankLoader problems(Path path) {
        if (Files.isDirectory(path)) {
            long time = System.currentTimeMillis();
            List<FoundFile> files = FolderWalk.below(path, this::unreadable);
            ids.read(files);
            if (files.isEmpty()) {
                faults.add(new Fault(new Place(path.toString(), 1, 1), "", 1, "the folder holds no problem (*.yaml)"));
            }
            read(files, FolderIndex.of(path, cache), time);
        } else {
            ids.read(path);
            SourceFile source = source(path);
            if (source != null) {
                accept(newId(path), source);
            }
        }
        return this;
    }

    /** Reads a problem file, or every problem below a folder, that is on the class path of {@code loader}. */
    BankLoader problems(ClassLoader loader, String name) {
        try {
            ClasspathFolder folder = ClasspathFolder.of(loader, name);
            Path path = folder.path();
            if (path != null) {
                return problems(path);
            }
            List<ClasspathFolder.Packed> files = folder.packed();
            for (ClasspathFolder.Packed file : files) {
                String id = file.id(folder.name());
                ids.read(id);
                SourceFile source = source(file);
                if (source != null) {
                    accept(id, source);
                }
            }
            if (files.isEmpty()) {
                unreadable(name, new IOException("there is no problem (*.yaml) in " + folder.url()));
            }
        } catch (IOException e) {
            unreadable(name, e);
        }
        return this;
    }

    /** Reads an answer file, or every answer file below a folder, that is on the class path of {@code loader}. */
    BankLoader answers(ClassLoader loader, String name) {
        try {
            ClasspathFolder folder = ClasspathFolder.of(loader, name);
            Path path = folder.path();
            if (path != null) {
                return answers(path);
            }
            AnswersReader reader = new AnswersReader(problems, () -> ids.withNeighbours(List.of()));
            for (ClasspathFolder.Packed file : folder.packed()) {
                claims(reader, source(file));
            }
        } catch (IOException e) {
            unreadable(name, e);
        }
        return this;
    }

    private @Nullable SourceFile source(ClasspathFolder.Packed file) throws IOException {
        return sources.packed(file);
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

    /** The file of a problem that is listed. */
    public String file(Entry entry) {
        return Objects.requireNonNull(listed.get(entry.id())).file();
    }

    /** Notes that something leads to no file and is called like no problem. */
    public BankLoader unknown(String name, Catalogue catalogue) {
        unreadable(
                name,
                new IOException("there is no such file or folder, nor a problem of this id" + catalogue.meant(name)));
        return this;
    }

    /** Reads a problem that is listed, unless it was read; what is wrong with it now goes to the faults. */
    public BankLoader problem(Entry entry) {
        Listed found = listed.get(entry.id());
        SourceFile source = found == null || problems.containsKey(entry.id()) ? null : source(Path.of(found.file()));
        if (source != null) {
            Checked checked = checked(entry.id(), source, reading.get());
            faults.addAll(source.faults());
            if (checked.problem() != null) {
                problems.put(entry.id(), checked.problem());
                texts.put(entry.id(), source.content());
            }
        }
        return this;
    }

    /** Reads a problem from a stream, called {@code name} in messages. */
    public BankLoader problem(InputStream stream, String name) {
        try {
            SourceFile source = sources.stream(name, stream);
            if (source != null) {
                accept(name, source);
            }
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
        List<Path> files = Files.isDirectory(path)
                ? FolderWalk.below(path, this::unreadable).stream()
                        .map(FoundFile::path)
                        .toList()
                : List.of(path);
        AnswersReader reader = new AnswersReader(problems, () -> ids.withNeighbours(List.of(banks)));
        for (Path file : files) {
            claims(reader, source(file));
        }
        return this;
    }

    private void claims(AnswersReader reader, @Nullable SourceFile source) {
        if (source != null) {
            for (AnswersReader.Claimed claimed : reader.read(source)) {
                keys.computeIfAbsent(claimed.problem(), id -> new ArrayList<>()).add(claimed.claim());
            }
            faults.addAll(source.faults());
        }
    }

    /** What was read. */
    public Bank bank() {
        return new Bank(problems, keys, faults, texts);
    }

    /** What was found, whether it was read or is known from an index. */
    public Catalogue catalogue() {
        List<Entry> entries = listed.values().stream().map(Listed::entry).toList();
        return new Catalogue() {
            @Override
            public List<Entry> entries() {
                return entries;
            }

            @Override
            public Problem read(Entry entry) throws IOException {
                return readAgain(entry);
            }

            @Override
            public String stamp(Entry entry) throws IOException {
                return stampOf(entry);
            }
        };
    }

    private String stampOf(Entry entry) throws IOException {
        String known = texts.get(entry.id());
        return stamp(known == null ? textOf(entry) : known);
    }

    private static String stamp(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private String textOf(Entry entry) throws IOException {
        Listed found = listed.get(entry.id());
        if (found == null) {
            throw new IOException("there is no problem " + entry.id());
        }
        BankLoader alone = new BankLoader(reading, Cache.NONE);
        SourceFile source = alone.source(Path.of(found.file()));
        if (source == null) {
            throw new IOException(alone.faults.get(0).toString());
        }
        checked(entry.id(), source, reading.get()); // reads the files beside it that it names
        return source.content();
    }

    private Problem readAgain(Entry entry) throws IOException {
        Problem known = problems.get(entry.id());
        if (known != null) {
            return known;
        }
        BankLoader alone = new BankLoader(reading, Cache.NONE);
        alone.listed.putAll(listed);
        Bank bank = alone.problem(entry).bank();
        Problem problem = bank.find(entry.id());
        if (problem == null) {
            throw new IOException(
                    bank.faults().isEmpty()
                            ? "there is no problem " + entry.id()
                            : bank.faults().get(0).toString());
        }
        return problem;
    }

    /** Reads what the index does not know, and takes all in their order. */
    private void read(List<FoundFile> files, FolderIndex index, long time) {
        IdentityHashMap<FoundFile, Entry> known = new IdentityHashMap<>();
        List<Opened> opened = new ArrayList<>();
        for (FoundFile file : files) {
            Entry entry = index.find(file);
            if (entry != null) {
                known.put(file, entry);
            } else {
                SourceFile source = source(file.path());
                if (source != null) {
                    opened.add(new Opened(file, source));
                }
            }
        }
        IdentityHashMap<FoundFile, Checked> read = checked(opened);
        for (FoundFile file : files) {
            Entry entry = known.get(file);
            Checked checked = read.get(file);
            if (entry != null) {
                take(entry, file);
            } else if (checked != null) {
                accept(checked);
                if (checked.problem() != null) {
                    index.add(file, Entry.of(checked.problem()), time);
                }
            }
        }
        index.keep();
    }

    /** A file whose text is there. */
    private record Opened(FoundFile file, SourceFile source) {}

    /** A file that was read, and the problem in it, if one was found. */
    private record Checked(
            String id, SourceFile source, @Nullable Problem problem) {}

    /** Checks files one after the other, and many by all processors: that is most of the work. */
    private IdentityHashMap<FoundFile, Checked> checked(List<Opened> opened) {
        IdentityHashMap<FoundFile, Checked> read = new IdentityHashMap<>();
        if (!opened.isEmpty()) {
            Reading how = reading.get();
            Stream<Opened> stream = opened.size() < MANY ? opened.stream() : opened.parallelStream();
            List<Checked> checked = stream.map(each -> checked(each.file().id(), each.source(), how))
                    .toList();
            for (int i = 0; i < checked.size(); i++) {
                read.put(opened.get(i).file(), checked.get(i));
            }
        }
        return read;
    }

    private static Checked checked(String id, SourceFile source, Reading reading) {
        return new Checked(id, source, ProblemReader.read(id, source, reading));
    }

    private void accept(String id, SourceFile source) {
        accept(checked(id, source, reading.get()));
    }

    private void accept(Checked checked) {
        faults.addAll(checked.source().faults());
        if (checked.problem() != null) {
            if (list(checked.problem())) {
                texts.put(checked.id(), checked.source().content());
            } else {
                secondOf(checked.id(), checked.source());
            }
        }
    }

    /** Whether no problem of its id was there. */
    private boolean list(Problem problem) {
        Listed own = new Listed(Entry.of(problem), problem.place().file());
        return listed.putIfAbsent(problem.id(), own) == null && problems.putIfAbsent(problem.id(), problem) == null;
    }

    private void take(Entry entry, FoundFile file) {
        Listed own = new Listed(entry, file.path().toString());
        if (listed.putIfAbsent(entry.id(), own) != null) {
            SourceFile source = source(file.path());
            if (source != null) {
                secondOf(entry.id(), source);
            }
        }
    }

    private void secondOf(String id, SourceFile source) {
        faults.add(new Fault(source.place(0), source.line(0), 1, "a second problem with the id " + id));
    }

    private @Nullable SourceFile source(Path path) {
        return sources.file(path);
    }

    private void unreadable(Path path, IOException e) {
        unreadable(path.toString(), e);
    }

    private void unreadable(String name, IOException e) {
        sources.unreadable(name, e);
    }

    /** The id of a file that is named by itself, with as many folders as tell it from the files before it. */
    private String newId(Path file) {
        String id = ProblemIds.id(null, file);
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        while (parent != null && parent.getFileName() != null && isOfAnother(id, file)) {
            id = ProblemIds.id(parent.getParent(), file).equals(id)
                    ? parent.getFileName() + "/" + id
                    : ProblemIds.id(parent.getParent(), file);
            parent = parent.getParent();
        }
        return id;
    }

    private boolean isOfAnother(String id, Path file) {
        Listed first = listed.get(id);
        return first != null && !first.file().equals(file.toString());
    }
}
