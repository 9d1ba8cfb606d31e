package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.ansatz.files.Cache;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list from the index is the list that reading all files gives; and no more is taken from it than the list. */
final class FolderIndexTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path home;

    private Path problems;
    private Cache cache;

    @BeforeEach
    void copyTheBank() throws IOException {
        problems = home.resolve("problems");
        cache = Cache.in(home.resolve("kept"), "program 1");
        try (Stream<Path> files = Files.walk(FrozenBank.PROBLEMS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                write(FrozenBank.PROBLEMS.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = problems.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    /** A text of the same size that is no problem, with the same date: nothing but reading the file can tell. */
    private Path spoil(String name) throws IOException {
        return write(name, "#".repeat((int) Files.size(problems.resolve(name))));
    }

    private record Listed(List<Entry> entries, List<String> faults) {}

    private Listed listed(Cache from) {
        BankLoader loader = BankLoader.listing(from).problems(problems);
        return new Listed(
                loader.catalogue().entries(),
                loader.bank().faults().stream().map(Fault::toString).toList());
    }

    private void assertListedAsRead() {
        Listed read = listed(Cache.NONE);
        assertThat(listed(cache)).isEqualTo(read);
        assertThat(listed(cache)).isEqualTo(read);
    }

    @Test
    void theListFromTheIndexIsThatOfReading() {
        assertListedAsRead();
        List<Entry> entries = listed(cache).entries();
        assertThat(entries)
                .contains(new Entry(
                        "gate-2012-ec/q28",
                        "One line, two matched frequencies",
                        "electromagnetics/transmission-lines",
                        "mcq",
                        2,
                        true,
                        true,
                        Level.USUAL));
        assertThat(entries.stream().map(Entry::id))
                .containsExactlyElementsOf(FrozenBank.bank().problems().keySet());
    }

    @Test
    void filesThatAreKnownAreNotOpened() throws IOException {
        Listed before = listed(cache);
        spoil("gate-2012-ec/q7.yaml");
        assertThat(listed(cache)).isEqualTo(before);
    }

    @Test
    void whatIsReadIsWhatTheFileHoldsNow() throws IOException {
        listed(cache);
        Path file = spoil("gate-2012-ec/q7.yaml");
        Catalogue catalogue = BankLoader.listing(cache).problems(problems).catalogue();
        Entry entry = entry(catalogue, "q7");
        assertThatThrownBy(() -> catalogue.read(entry))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":1:1: the file is empty; a problem begins with 'title:'");
        Files.delete(file);
        assertThatThrownBy(() -> catalogue.read(entry))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":1:1: cannot be read: there is no such file or folder");
        assertListedAsRead();
        assertThat(catalogue.read(entry(catalogue, "q28")).id()).isEqualTo("gate-2012-ec/q28");
    }

    @Test
    void aFileOfAnotherSizeOrDateIsReadAgain() throws IOException {
        listed(cache);
        Path file = problems.resolve("gate-2012-ec/q7.yaml");
        String text = Files.readString(file);
        write(
                "gate-2012-ec/q7.yaml",
                text.replaceFirst("title: .*", "title: Longer than it was, and quite another one"));
        assertListedAsRead();
        assertThat(title("q7")).isEqualTo("Longer than it was, and quite another one");
        write(
                "gate-2012-ec/q7.yaml",
                text.replaceFirst("title: .*", "title: Shorter than it was, and quite another on2"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(LONG_AGO.toMillis() + 1));
        assertListedAsRead();
        assertThat(title("q7")).isEqualTo("Shorter than it was, and quite another on2");
    }

    private static Entry entry(Catalogue catalogue, String id) {
        return catalogue.entries().stream()
                .filter(entry -> entry.id().endsWith("/" + id))
                .findFirst()
                .orElseThrow();
    }

    private String title(String id) {
        Entry entry = BankLoader.listing(cache).problems(problems).catalogue().called(id);
        return entry == null ? "" : entry.title();
    }

    @Test
    void aFileThatWasJustWrittenIsNotKept() throws IOException {
        Path file = write("new.yaml", Files.readString(FrozenBank.file("gate-2012-ec/q7")));
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        listed(cache);
        FileTime date = Files.getLastModifiedTime(file);
        spoil("new.yaml");
        Files.setLastModifiedTime(file, date);
        assertThat(listed(cache).faults()).anyMatch(fault -> fault.contains("new.yaml"));
    }

    @Test
    void faultsAreSaidEachTime() throws IOException {
        write("bad.yaml", "title: [");
        write("worse.yaml", "title: x\nstatement: y {nothing}\nanswer: {kind: number}\nroutes: {a: 1 +}\n");
        Files.write(problems.resolve("latin.yaml"), new byte[] {'t', (byte) 0xe4});
        assertThat(listed(Cache.NONE).faults()).hasSizeGreaterThanOrEqualTo(4);
        assertListedAsRead();
    }

    @Test
    void twoFilesOfOneIdAreSaidEachTime() throws IOException {
        write("gate-2012-ec/q7.yml", Files.readString(FrozenBank.file("gate-2012-ec/q28")));
        assertThat(listed(Cache.NONE).faults()).hasSize(1).first().asString().contains("a second problem with the id");
        assertListedAsRead();
        // And with the first of them spoilt, the second one is the problem.
        write("gate-2012-ec/q7.yaml", "title: [");
        assertListedAsRead();
        assertThat(title("q7")).isEqualTo("One line, two matched frequencies");
    }

    @Test
    void newAndDeletedFilesAreSeen() throws IOException {
        listed(cache);
        write("a/new.yaml", Files.readString(FrozenBank.file("gate-2012-ec/q7")));
        assertListedAsRead();
        assertThat(title("a/new")).isNotEmpty();
        Files.delete(problems.resolve("a/new.yaml"));
        assertListedAsRead();
        assertThat(title("a/new")).isEmpty();
    }

    @Test
    void linksAreLookedAtEachTime() throws IOException {
        Path file = problems.resolve("gate-2012-ec/q7.yaml");
        listed(cache);
        Path outside = home.resolve("outside.yaml");
        Files.move(file, outside);
        Files.createSymbolicLink(file, outside);
        assertThat(listed(Cache.NONE).faults()).first().asString().contains("a link that leads out of the folder");
        assertListedAsRead();
        Files.delete(file);
        Files.createSymbolicLink(file, problems.resolve("gate-2012-ec/q28.yaml"));
        assertListedAsRead();
        assertThat(title("q7")).isEqualTo("One line, two matched frequencies");
        spoil("gate-2012-ec/q28.yaml");
        assertThat(listed(cache).faults()).isNotEmpty();
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        Listed read = listed(cache);
        Path index;
        try (Stream<Path> kept = Files.list(home.resolve("kept"))) {
            index = kept.toList().get(0);
        }
        byte[] whole = Files.readAllBytes(index);
        for (int i = 0; i < whole.length; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(index, damaged);
            assertThat(listed(cache)).isEqualTo(read);
            assertThat(Files.readAllBytes(index)).isEqualTo(whole);
        }
    }

    @Test
    void whatIsNoIndexThoughItsSumIsRightIsNotTaken() throws IOException {
        Listed read = listed(Cache.NONE);
        listed(cache);
        String name;
        try (Stream<Path> kept = Files.list(home.resolve("kept"))) {
            name = kept.toList().get(0).getFileName().toString().replace(".cache", "");
        }
        for (int length = 0; length < 200; length++) {
            byte[] wrong = new byte[length];
            java.util.Arrays.fill(wrong, (byte) (length * 37));
            cache.write(name, wrong);
            assertThat(listed(cache)).isEqualTo(read);
        }
    }

    @Test
    void anIndexOfAnotherProgramIsNotTaken() throws IOException {
        listed(cache);
        spoil("gate-2012-ec/q7.yaml");
        assertThat(listed(Cache.in(home.resolve("kept"), "program 2")).faults()).hasSize(1);
    }

    @Test
    void anIndexIsForOneFolderAlone() throws IOException {
        listed(cache);
        Path moved = home.resolve("moved/problems");
        Files.createDirectories(moved.getParent());
        Files.move(problems, moved);
        Files.createDirectories(problems);
        spoilIn(moved);
        assertThat(BankLoader.listing(cache).problems(moved).bank().faults()).isNotEmpty();
        assertListedAsRead();
    }

    private static void spoilIn(Path folder) throws IOException {
        Path file = folder.resolve("gate-2012-ec/q7.yaml");
        Files.writeString(file, "#".repeat((int) Files.size(file)));
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    @Test
    void howTheFolderIsNamedDoesNotMatter() throws IOException {
        listed(cache);
        spoil("gate-2012-ec/q7.yaml");
        Path roundabout = home.resolve("kept/../problems");
        assertThat(BankLoader.listing(cache).problems(roundabout).bank().faults())
                .isEmpty();
    }
}
