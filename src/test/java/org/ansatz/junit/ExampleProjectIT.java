package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The projects in {@code examples}, built by Maven as anybody would build them: they know Ansatz by its pom and jar only. These
 * stand in a repository of their own, so that neither another build nor the user's repository is touched; everything
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
                "-Dmaven.repo.local=" + REPOSITORY));
        command.addAll(List.of(options));
        return run(command, output);
    }

    private Build run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.resolve("project").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Build(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** What a program of the example prints. */
    private String printed(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en"));
        command.addAll(List.of(arguments));
        return run(command, folder.resolve("printed")).output();
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

    private void copyExample(String name) throws IOException {
        Path example = Path.of("examples", name);
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
        copyExample("junit");
        Build build = build("test");
        assertThat(build.exit()).as(build.output()).isZero();
        assertThat(build.output()).contains("Tests run: 14, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void aMistakeInTheExampleIsFoundAndShownInRoundNumbers() throws Exception {
        copyExample("junit");
        Path filters = folder.resolve("project/src/main/java/org/example/filters/Filters.java");
        Files.writeString(filters, Files.readString(filters).replace("2 * Math.PI", "Math.PI"));
        Build build = build("test");
        assertThat(build.exit()).as(build.output()).isEqualTo(1);
        assertThat(build.output())
                .contains("Tests run: 14, Failures: 2, Errors: 0, Skipped: 0")
                .contains(
                        "double corner(double R, double C) for circuits/low-pass: wrong in all 28 cases; published data:"
                                + " R = 1 kohm, C = 100 nF: expected 1.59155 kHz (2 independent routes")
                .contains("was 3.1831 kHz");
    }

    @Test
    void oneMethodIsChosenByItsName() throws Exception {
        copyExample("junit");
        Build build = build("test", "-Dtest=FiltersTest#corner");
        assertThat(build.exit()).as(build.output()).isZero();
        assertThat(build.output()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(folder.resolve("project/target/surefire-reports/TEST-org.example.filters.FiltersTest.xml"))
                .content()
                .contains("testcase name=\"corner: circuits/low-pass\" classname=\"org.example.filters.FiltersTest\"");
    }

    @Test
    void aModuleComputesVerifiesAndIsTested() throws Exception {
        copyExample("module");
        Build build = build("package");
        assertThat(build.exit()).as(build.output()).isZero();
        assertThat(build.output()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        String path = "target/lines.jar" + File.pathSeparator + "target/modules";
        assertThat(printed("-p", path, "-m", "org.example.lines/org.example.lines.Lines"))
                .isEqualToNormalizingNewlines("unkeyed: 100 ohm\nVSWR at 1 GHz: 1.000\n");
    }

    @Test
    void aMistakeInAModuleIsFound() throws Exception {
        copyExample("module");
        Path lines = folder.resolve("project/src/main/java/org/example/lines/Lines.java");
        Files.writeString(lines, Files.readString(lines).replace("line * load", "2 * line * load"));
        Build build = build("test");
        assertThat(build.exit()).as(build.output()).isEqualTo(1);
        assertThat(build.output())
                .contains("double match(double Z0, double RL) for quarter-wave: wrong in all 29 cases")
                .contains("√2 times the right value");
    }

    @Test
    void aProgramCarriesTheMathematicsInItsOwnJar() throws Exception {
        copyExample("shaded");
        Build build = build("package");
        assertThat(build.exit()).as(build.output()).isZero();
        assertThat(printed("-jar", "target/match.jar"))
                .isEqualToNormalizingNewlines("VSWR at 1 GHz: 1.000, at 1.2 GHz: 1.583\n");
        assertThat(Files.size(folder.resolve("project/target/match.jar"))).isLessThan(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shaded", "module", "junit"})
    void whatComesAlongIsWhatTheManualSays(String example) throws Exception {
        copyExample(example);
        Build build = build(
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:tree",
                "-DoutputFile=tree.txt",
                "-Dscope=" + (example.equals("junit") ? "test" : "runtime"));
        assertThat(build.exit()).as(build.output()).isZero();
        String tree = Files.readString(folder.resolve("project/tree.txt")).replaceAll("\\R", "\n");
        assertThat(Path.of("docs/library.md")).content().contains(tree);
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
