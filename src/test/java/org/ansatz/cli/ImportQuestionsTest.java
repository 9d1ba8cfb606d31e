package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions of other programs become drafts, and their keys keys. */
final class ImportQuestionsTest {

    private static final String MOODLE = "src/test/resources/exchange/moodle.xml";

    @TempDir
    private Path folder;

    @Test
    void draftsAndKeysAreWrittenAndLossesSaid() throws IOException {
        Path bank = folder.resolve("bank");
        Run run = Run.of("import-questions", MOODLE, "--into", bank.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("3 drafts written to ");
        assertThat(run.err())
                .contains("a picture is left out: rc.png: Time constant\n")
                .contains("left out: only choices and numbers are read, and this is 'matching': Pairs\n");
        assertThat(bank.resolve("problems/electronique/ac-dc/time-constant.yaml"))
                .exists();
        assertThat(Files.readString(bank.resolve("answers/moodle.yaml"))).isEqualTo("""
                claim: "moodle"
                answers:
                  electronique/ac-dc/time-constant: A
                  electronique/ac-dc/a-drop: 2 V
                  electronique/ac-dc/ohm: A
                """);
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path there = folder.resolve("problems/electronique/ac-dc/ohm.yaml");
        Files.createDirectories(there.getParent());
        Files.writeString(there, "mine");
        Run run = Run.of("import-questions", MOODLE, "--into", folder.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("ohm.yaml is there already; nothing was written");
        assertThat(Files.readString(there)).isEqualTo("mine");
        assertThat(there.resolveSibling("time-constant.yaml")).doesNotExist();
    }

    /** What the routes then find is held against the other program's key. */
    @Test
    void aDraftWithItsRoutesIsVerifiedAgainstTheImportedKey() throws IOException {
        Run.of("import-questions", MOODLE, "--into", folder.toString());
        Path drop = folder.resolve("problems/electronique/ac-dc/a-drop.yaml");
        String routes =
                "given: {I: 3 mA, R: 1 kohm}\nroutes:\n  law: I*R\n  balance: root(u/R - I for u in 0 V..10 V)\n";
        Files.writeString(drop, Files.readString(drop).replace("routes:\n", routes));
        Run run = Run.of(
                "verify",
                drop.toString(),
                "--answers",
                folder.resolve("answers").toString());
        assertThat(run.out()).contains("disputed").contains("says 2 V");
    }

    @Test
    void aPackageThatWasExportedBecomesDraftsAgain() throws IOException {
        Path problem = folder.resolve("double.yaml");
        Files.writeString(problem, """
                title: Double
                topic: numbers
                statement: What is twice {a}?
                given: {a: 3 V}
                answer: {kind: number, unit: V}
                routes:
                  product: 2*a
                  count: sum(a for k in 1:2)
                """);
        Path zip = folder.resolve("questions.zip");
        assertThat(Run.of("export-questions", "qti", problem.toString(), "--out", zip.toString())
                        .exit())
                .isZero();
        Path bank = folder.resolve("bank");
        Run run = Run.of("import-questions", zip.toString(), "--into", bank.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(bank.resolve("problems/numbers/double.yaml")))
                .contains("  What is twice 3 V?", "  unit: V\n");
        assertThat(Files.readString(bank.resolve("answers/questions.yaml"))).contains("numbers/double: 6 V");
    }

    @Test
    void aPackageThatLeadsOutOfItsFolderIsRefused() throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../evil.xml"));
            out.write("<assessmentItem/>".getBytes(StandardCharsets.UTF_8));
        }
        Path bank = folder.resolve("bank");
        Run run = Run.of("import-questions", zip.toString(), "--into", bank.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("a file cannot be called '../../evil.xml' in a package");
        assertThat(bank).doesNotExist();
        assertThat(folder.resolve("../evil.xml")).doesNotExist();
    }

    @Test
    void badFilesAreToldWithTheirPlace() throws IOException {
        Path bad = folder.resolve("bad.xml");
        Files.writeString(bad, "<quiz>\n<question>\n</quiz>");
        Run run = Run.of("import-questions", bad.toString(), "--into", folder.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: " + bad + ":3:").contains("no XML: ");
        assertThat(Run.of("import-questions", folder.resolve("none.xml").toString(), "--into", folder.toString())
                        .err())
                .contains("is no file, or cannot be read");
        assertThat(Run.of("import-questions", MOODLE).err()).contains("name the bank to write to: --into DIR");
    }
}
