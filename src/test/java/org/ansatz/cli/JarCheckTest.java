package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage of jars is found wherever it is. */
final class JarCheckTest {

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        jar = folder.resolve("a jar.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/one.jar lib/two.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            Random random = new Random(1);
            for (int entry = 0; entry < 5; entry++) {
                entries.putNextEntry(new ZipEntry("entry" + entry));
                byte[] content = new byte[10_000];
                random.nextBytes(content);
                entries.write(content);
            }
        }
    }

    @Test
    void aWholeJarHasNoDamage() {
        assertThat(JarCheck.damage(jar)).isEmpty();
    }

    @Test
    void theLibrariesThatAJarNamesAreBesideIt() {
        assertThat(JarCheck.jars(jar))
                .containsExactly(jar, folder.resolve("lib/one.jar"), folder.resolve("lib/two.jar"));
    }

    /** Parts of the length: within an entry, and where only the table at the end is missing. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.999})
    void aJarThatWasCutShortIsDamaged(double left) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, (int) (left * bytes.length)));
        assertThat(JarCheck.damage(jar)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.7})
    void aJarOfTheRightLengthWithOtherBytesIsDamaged(double at) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        for (int i = 0; i < 100; i++) {
            bytes[(int) (at * bytes.length) + i] ^= 0x55;
        }
        Files.write(jar, bytes);
        assertThat(JarCheck.damage(jar)).isNotEmpty();
    }

    @Test
    void aJarThatIsNotThereIsDamaged() {
        assertThat(JarCheck.damage(folder.resolve("none.jar"))).isNotEmpty();
    }
}
