package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project in {@code examples/junit}, built by Maven as anybody would build it: it knows Ansatz by its pom and jar only.
 * They stand in a repository of their own, so that neither another build nor the user's repository is touched; everything
 * else comes from the user's repository, and from its source only if it is not there.
 */
final class ExampleProjectIT {

    private static final Path REPOSITORY = Path.of("target/example-repository").toAbsolutePath();
    private static final String VERSION = "0.1.0-SNAPSHOT";

    @TempDir
    private Path folder;

    @BeforeAll
    static void installAnsatz() throws IOException {
        Path place = Files.createDirectories(REPOSITORY.resolve("org/ansatz/ansatz/" + VERSION));
        copy(Path.of("target/ansatz.jar"), place.resolve("ansatz-" + VERSION + ".jar"));
        copy(Path.of("pom.xml"), place.resolve("ansatz-" + VERSION + ".pom"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private record Build(int exit, String output) {}

    private Build build(String... options) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("user.home"), ".m2/repository");
        String known = Path.of(System.getProperty("maven.repository", home.toString()))
                .toUri()
                .toString();
        Path settings = Files.writeString(folder.resolve("settings.xml"), SETTINGS.formatted(known, known));
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("maven.program", "mvn"),
                "-B",
                "-ntp",
                "-s",
                settings.toString(),
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + REPOSITORY,
                "test"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(folder.resolve("project").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Build(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>known</id>
                  <repositories>
                    <repository><id>known</id><url>%s</url></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>known</id><url>%s</url></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>known</activeProfile></activeProfiles>
            </settings>
            """;

    private void copyExample() throws IOException {
        Path example = Path.of("examples/junit");
        try (Stream<Path> all = Files.walk(example)) {
            List<Path> sources = all.filter(path -> !path.startsWith(example.resolve("target")))
                    .toList();
            for (Path source : sources) {
                copy(
                        source,
                        folder.resolve("project")
                                .resolve(example.relativize(source).toString()));
            }
        }
    }

    @Test
    void theTestsOfTheExamplePass() throws Exception {
        copyExample();
        Build build = build();
        assertThat(build.exit()).as(build.output()).isZero();
        assertThat(build.output()).contains("Tests run: 14, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void aMistakeInTheExampleIsFoundAndShownInRoundNumbers() throws Exception {
        copyExample();
        Path filters = folder.resolve("project/src/main/java/org/example/filters/Filters.java");
        Files.writeString(filters, Files.readString(filters).replace("2 * Math.PI", "Math.PI"));
        Build build = build();
        assertThat(build.exit()).as(build.output()).isEqualTo(1);
        assertThat(build.output())
                .contains("Tests run: 14, Failures: 2, Errors: 0, Skipped: 0")
                .contains(
                        "double corner(double R, double C) for circuits/low-pass: wrong in all 26 cases; published data:"
                                + " R = 1 kohm, C = 100 nF: expected 1.59155 kHz (2 independent routes")
                .contains("was 3.1831 kHz");
    }

    @Test
    void oneMethodIsChosenByItsName() throws Exception {
        copyExample();
        Build build = build("-Dtest=FiltersTest#corner");
        assertThat(build.exit()).as(build.output()).isZero();
        assertThat(build.output()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(folder.resolve("project/target/surefire-reports/TEST-org.example.filters.FiltersTest.xml"))
                .content()
                .contains("testcase name=\"corner: circuits/low-pass\" classname=\"org.example.filters.FiltersTest\"");
    }

    @Test
    void theProgramItselfBringsNoTestLibrary() throws IOException {
        String jars;
        try (Stream<Path> lib = Files.list(Path.of("target/lib"));
                JarFile jar = new JarFile("target/ansatz.jar")) {
            jars = lib.map(path -> path.getFileName().toString()).collect(Collectors.joining(" "))
                    + jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        }
        assertThat(jars).contains("picocli").doesNotContain("junit", "assertj", "opentest4j", "apiguardian");
    }
}
