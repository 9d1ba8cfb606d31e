package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank in one file: what goes in comes out, and nothing else is read or written. */
final class PackTest {

    @TempDir
    private Path folder;

    private static byte[] packed(BankFolder bank) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pack.of(bank).write(out);
        return out.toByteArray();
    }

    private static Pack read(byte[] pack) throws IOException {
        return Pack.read(new ByteArrayInputStream(pack));
    }

    private static String digest(String content) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** An archive with these entries: name, content, name, content. */
    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatGoesInComesOut() throws IOException {
        byte[] pack = packed(BankFolder.whole(FrozenBank.HOME));
        assertThat(packed(BankFolder.whole(FrozenBank.HOME))).isEqualTo(pack);
        BankFolder bank = read(pack).unpack(folder.resolve("there"));
        Bank out = Bank.load(bank.problems()).withKeys(Objects.requireNonNull(bank.answers()));
        assertThat(out.faults()).isEmpty();
        assertThat(out.problems().keySet())
                .isEqualTo(FrozenBank.bank().problems().keySet());
        assertThat(out.keys().keySet()).isEqualTo(FrozenBank.bank().keys().keySet());
    }

    @Test
    void netlistsGoWithTheProblemsThatNameThem() throws IOException {
        Path problems = Files.createDirectories(folder.resolve("bank/problems/parts"));
        Files.writeString(problems.resolve("a.yaml"), """
                title: A divider
                statement: Which voltage?
                given: {R: 1 kohm}
                answer: {kind: number, unit: V}
                routes:
                  network: {circuit: .include own/a.cir, run: dc, value: v(b)}
                """);
        Files.createDirectories(problems.resolve("own"));
        Files.writeString(problems.resolve("own/a.cir"), "V1 a 0 6\nR1 a b {R}\nR2 b 0 {2*R}\n");
        Files.writeString(problems.resolve("own/nobody's.cir"), "");
        Pack pack = read(packed(BankFolder.whole(folder.resolve("bank"))));
        assertThat(pack.files().keySet()).containsExactly("problems/parts/a.yaml", "problems/parts/own/a.cir");
        assertThat(pack.problems()).isEqualTo(1);
        BankFolder there = pack.unpack(folder.resolve("there"));
        assertThat(Bank.load(there.problems()).faults()).isEmpty();
        Files.delete(problems.resolve("own/a.cir"));
        read(packed(BankFolder.whole(folder.resolve("bank")))).unpack(folder.resolve("there"));
        assertThat(Bank.load(there.problems()).faults().toString()).contains("'own/a.cir' is not read");
    }

    @Test
    void aNewerPackTakesThePlaceOfAnOlderOne() throws IOException {
        Path problems = Files.createDirectories(folder.resolve("bank/problems"));
        Files.writeString(problems.resolve("old.yaml"), "title: old");
        BankFolder bank = BankFolder.whole(folder.resolve("bank"));
        Pack old = read(packed(bank));
        Files.move(problems.resolve("old.yaml"), problems.resolve("new.yaml"));
        Pack young = read(packed(bank));
        assertThat(young.digest()).isNotEqualTo(old.digest());
        Path there = folder.resolve("there");
        old.unpack(there);
        young.unpack(there);
        assertThat(there.resolve("problems/new.yaml")).exists();
        assertThat(there.resolve("problems/old.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.yaml",
                "problems/../../evil.yaml",
                "/problems/evil.yaml",
                "problems/..\\\\evil.yaml",
                "problems/.hidden.yaml",
                "problems/run.sh",
                "other/x.yaml",
                "problems//x.yaml",
                "problems/x.yaml/../y.yaml",
            })
    void nothingOutsideTheTwoFoldersIsTaken(String name) throws Exception {
        byte[] pack = zip("ansatz-pack", "ansatz pack 1\n" + digest("x") + "  " + name + "\n", name, "x");
        assertThatThrownBy(() -> read(pack))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a line of its list is not understood");
        byte[] unlisted = zip("ansatz-pack", "ansatz pack 1\n", name, "x");
        assertThatThrownBy(() -> read(unlisted)).hasMessageContaining("is not in the list of its files");
    }

    @Test
    void whatIsDamagedOrMissingIsTold() throws Exception {
        String list = "ansatz pack 1\n" + digest("x") + "  problems/a.yaml\n";
        assertThat(read(zip("ansatz-pack", list, "problems/a.yaml", "x")).files())
                .containsKey("problems/a.yaml");
        assertThatThrownBy(() -> read(zip("ansatz-pack", list, "problems/a.yaml", "y")))
                .hasMessage("'problems/a.yaml' is damaged: its digest is another");
        assertThatThrownBy(() -> read(zip("ansatz-pack", list))).hasMessage("'problems/a.yaml' is missing");
        assertThatThrownBy(() -> read(zip("problems/a.yaml", "x"))).hasMessageContaining("it is no pack");
        assertThatThrownBy(() -> read(zip("ansatz-pack", "ansatz pack 2\n"))).hasMessageContaining("of a kind");
        assertThatThrownBy(() -> read(new byte[] {1, 2, 3})).hasMessageContaining("it is no pack");
        byte[] pack = packed(BankFolder.whole(FrozenBank.HOME));
        byte[] cut = Arrays.copyOf(pack, pack.length / 2);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }

    /** Four hundred megabytes of zeros take four hundred kilobytes; no more is unpacked than may be. */
    @Test
    void aBombGoesOffAtTheLimit() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("ansatz-pack"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                zip.write(block);
            }
        }
        assertThatThrownBy(() -> read(out.toByteArray())).hasMessageContaining("bytes once unpacked");
    }

    @ParameterizedTest
    @CsvSource({"a b.yaml, true", "x-1.yaml, true", "-x.yaml, false", "a'b.yaml, false"})
    void aFileIsCalledAsAPackMayHoldIt(String name, boolean isTaken) throws IOException {
        Path problems = Files.createDirectories(folder.resolve("names/problems"));
        Files.writeString(problems.resolve(name), "title: x");
        BankFolder bank = BankFolder.whole(folder.resolve("names"));
        if (isTaken) {
            assertThat(Pack.of(bank).files()).containsKey("problems/" + name);
        } else {
            assertThatThrownBy(() -> Pack.of(bank)).hasMessageContaining("a file cannot be called");
        }
    }

    @Test
    void anEmptyBankIsNotPacked() {
        assertThatThrownBy(() -> Pack.of(BankFolder.whole(folder))).hasMessageContaining("there is no problem in");
    }
}
