package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Banks that are on the class path, in folders and in jars, or in a text. */
final class ClasspathBankTest {

    private static final String DIVIDER = """
            title: A voltage divider
            statement: What is the voltage across {R2}, which is in series with {R1} on a source of {E}?
            given: {E: 10 V, R1: 1 kohm, R2: 4 kohm}
            answer: {kind: number, unit: V}
            routes:
              divider: E*R2/(R1 + R2)
              node equation: root((E - u)/R1 - u/R2 for u in 0 V..E)
            """;
    private static final String KEY = """
            claim: the book
            answers:
              circuits/divider: 8 V
            """;

    @TempDir
    private Path folder;

    private URL jar(String name, Map<String, String> files) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return path.toUri().toURL();
    }

    private URL bank(String name) throws IOException {
        return jar(
                name,
                Map.of(
                        "problems/", "",
                        "problems/circuits/divider.yaml", DIVIDER,
                        "problems/.git/config.yaml", "none of ours",
                        "problems/notes.txt", "none either",
                        "answers/", "",
                        "answers/book.yaml", KEY));
    }

    private static ClassLoader of(URL... urls) {
        return new URLClassLoader(urls, null);
    }

    private static String onlyFault(Bank bank) {
        assertThat(bank.faults()).hasSize(1);
        return bank.faults().get(0).toString();
    }

    @Test
    void aBankInAJarIsReadWithItsKeys() throws IOException {
        ClassLoader loader = of(bank("bank.jar"));
        Bank bank = Bank.fromClasspath(loader, "problems").withKeysFromClasspath(loader, "/answers/");
        assertThat(bank.faults()).isEmpty();
        assertThat(bank.problems()).containsOnlyKeys("circuits/divider");
        assertThat(bank.problem("divider").place()).hasToString("classpath:problems/circuits/divider.yaml:1:1");
        Verdict verdict = Verifier.published(bank.problem("divider"), bank.keysOf(bank.problem("divider")));
        assertThat(verdict.status()).hasToString("agreed");
    }

    @Test
    void aSingleFileIsABankToo() throws IOException {
        Bank bank = Bank.fromClasspath(of(bank("bank.jar")), "problems/circuits/divider.yaml");
        assertThat(bank.problems()).containsOnlyKeys("circuits/divider");
    }

    @Test
    void aFolderOfClassesIsReadAsAFolder() throws IOException {
        Path file = folder.resolve("classes/problems/circuits/divider.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, DIVIDER);
        Bank bank = Bank.fromClasspath(of(folder.resolve("classes").toUri().toURL()), "classpath:problems");
        assertThat(bank.problem("circuits/divider").place().file()).isEqualTo(file.toString());
    }

    @Test
    void aFaultNamesTheFileInTheJar() throws IOException {
        URL jar = jar("bad.jar", Map.of("problems/", "", "problems/bad.yaml", DIVIDER.replace("given", "giben")));
        assertThat(Bank.fromClasspath(of(jar), "problems").faults().get(0))
                .hasToString("classpath:problems/bad.yaml:3:1: unknown field 'giben'; did you mean 'given'?");
    }

    @Test
    void aBankThatIsNotThereIsAFault() throws IOException {
        assertThat(onlyFault(Bank.fromClasspath(of(bank("bank.jar")), "probelms")))
                .isEqualTo(
                        "probelms:1:1: cannot be read: there is no folder or file 'probelms' on the class path; is it below"
                                + " src/main/resources or src/test/resources? A jar must have an entry for the folder itself");
        assertThat(onlyFault(Bank.fromClasspath(of(bank("bank.jar")), ""))).contains("the name of the folder is empty");
        assertThat(onlyFault(Bank.fromClasspath(of(jar("empty.jar", Map.of("problems/", ""))), "problems")))
                .contains("there is no problem (*.yaml) in jar:file:");
    }

    @Test
    void twoBanksOfOneNameAreAFault() throws IOException {
        assertThat(onlyFault(Bank.fromClasspath(of(bank("one.jar"), bank("two.jar")), "problems")))
                .contains("'problems' is on the class path 2 times: jar:file:")
                .contains("one.jar!/problems and jar:file:")
                .endsWith("two.jar!/problems; give each bank a folder of its own name");
    }

    /** As launchers find it that keep jars inside a jar, and know how to read a file there, but nothing of folders. */
    private static final class InnerJars extends ClassLoader {
        InnerJars() {
            super(null);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            URLStreamHandler nested = new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {}

                        @Override
                        public InputStream getInputStream() {
                            return InputStream.nullInputStream();
                        }
                    };
                }
            };
            return Collections.enumeration(List.of(new URL(null, "nested:/app.jar/!lib/bank.jar!/problems", nested)));
        }
    }

    @Test
    void aJarInsideAJarIsAFault() throws IOException {
        assertThat(onlyFault(Bank.fromClasspath(new InnerJars(), "problems")))
                .contains("it lies in nested:/app.jar/!lib/bank.jar!/problems, which cannot be listed")
                .endsWith("a jar inside a jar is not");
        assertThat(onlyFault(Bank.fromClasspath(of(bank("bank.jar")), "lib/bank.jar!/problems")))
                .endsWith("a jar inside a jar is not read; put the inner jar on the class path by itself");
    }

    @Test
    void aTextIsABankOfOne() {
        assertThat(Bank.ofYaml("my/divider", DIVIDER).problem("divider").id()).isEqualTo("my/divider");
        Bank bad = Bank.ofYaml("my/divider", DIVIDER.replace("R2/(", "R3/("));
        assertThat(bad.faults().get(0).toString()).startsWith("my/divider:6:14: unknown name 'R3'");
        assertThatThrownBy(() -> bad.problem("my/divider"))
                .hasMessageContaining(
                        "there is no problem 'my/divider' among 0; what could not be read: my/divider:6:14");
    }

    @Test
    void banksAreJoinedUnlessTwoProblemsHaveOneId() {
        Bank one = Bank.ofYaml("one", DIVIDER);
        assertThat(one.with(Bank.ofYaml("two", DIVIDER)).problems()).containsOnlyKeys("one", "two");
        assertThat(onlyFault(one.with(Bank.ofYaml("one", DIVIDER))))
                .isEqualTo("one:1:1: a second problem with the id one");
    }

    @Test
    void netlistsAreReadFromTheJarOfTheirProblem() throws Exception {
        String named = DIVIDER + "  network: {circuit: .include nets/a.cir, run: dc, value: v(b)}\n";
        URL bank = jar(
                "netlists.jar",
                Map.of(
                        "netlists/",
                        "",
                        "netlists/circuits/divider.yaml",
                        named,
                        "netlists/circuits/nets/a.cir",
                        "V1 a 0 {E}\n.include b.cir\n",
                        "netlists/circuits/nets/b.cir",
                        "R1 a b {R1}\nR2 b 0 {R2}\n"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {bank}, null)) {
            Bank read = Bank.fromClasspath(loader, "netlists");
            assertThat(read.faults()).isEmpty();
            assertThat(read.texts().values()).allMatch(text -> text.contains("R2 b 0 {R2}"));
        }
    }

    @Test
    void aProblemInATextNamesNoFiles() {
        Bank read = Bank.ofYaml("x", DIVIDER + "  network: {circuit: .include a.cir, run: dc, value: v(b)}\n");
        assertThat(read.faults().toString()).contains("x:8:31: 'a.cir' is not read: what names it lies in no folder");
    }
}
