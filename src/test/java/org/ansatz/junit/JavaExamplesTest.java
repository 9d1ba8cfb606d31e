package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.ansatz.bank.FrozenBank;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The examples in Java that the documents print: they compile, run, and do what is said of them. */
final class JavaExamplesTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```\n(?:```\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    /** An example and the output printed below it, or an empty text. */
    private record Example(String name, String source, String output) {

        /** With the folders that it names in Java looked for in a project, not where the tests run. */
        Example in(Path project) {
            String there =
                    source.replaceAll("Path\\.of\\(\"(problems|answers)\"\\)", "Path.of(\"" + project + "/$1\")");
            return new Example(name, there, output);
        }
    }

    private static List<Example> examples(String document) throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher block = JAVA.matcher(Files.readString(Path.of(document)));
        while (block.find()) {
            Matcher name = CLASS.matcher(block.group(1));
            assertThat(name.find()).as(block.group(1)).isTrue();
            examples.add(new Example(name.group(1), block.group(1), block.group(2) == null ? "" : block.group(2)));
        }
        return examples;
    }

    private Class<?> compiled(Example example) throws Exception {
        Path source = Files.writeString(folder.resolve(example.name() + ".java"), example.source());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeThat(compiler).as("a JDK, not only what runs Java").isNotNull();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int code = compiler.run(
                null,
                words,
                words,
                "-parameters",
                "-Xlint:all,-processing",
                "-proc:none",
                "-cp",
                classPath(),
                source.toString());
        assertThat(code).as(words.toString(StandardCharsets.UTF_8)).isZero();
        URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return Class.forName(example.name(), true, loader);
    }

    /** Surefire hides the class path of a test in a manifest, and says here what it is. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/library.md"})
    void theExampleOfADocumentPrintsWhatTheDocumentSays(String document) throws Exception {
        List<Example> examples = examples(document);
        assertThat(examples).hasSize(1);
        Method main = compiled(examples.get(0)).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo(examples.get(0).output())
                .isNotEmpty();
    }

    /** A project with the problems that the manual speaks of: the frozen bank without its gradients, which take long. */
    private Path project() throws IOException {
        for (String file : List.of("answers/gate-2012-ec.yaml", "problems/gate-2012-ec", "problems/rf")) {
            Path from = FrozenBank.HOME.resolve(file);
            try (Stream<Path> all = Files.walk(from)) {
                for (Path source : all.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve("project").resolve(FrozenBank.HOME.relativize(source));
                    Files.createDirectories(to.getParent());
                    Files.copy(source, to);
                }
            }
        }
        Files.createDirectories(folder.resolve("project/problems/kinds"));
        Files.copy(
                Path.of("src/test/resources/junit/kinds/parts.yaml"),
                folder.resolve("project/problems/kinds/parts.yaml"));
        return folder.resolve("project");
    }

    @TestFactory
    Stream<DynamicTest> theExamplesOfTheManualPass() throws IOException {
        List<Example> examples = examples("docs/junit.md");
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        Path project = project();
        return examples.stream()
                .map(example -> dynamicTest(example.name(), () -> {
                    Class<?> testClass = compiled(example.in(project));
                    EngineExecutionResults results = MethodTests.class.isAssignableFrom(testClass)
                            ? Samples.verifiedIn(project, testClass)
                            : Samples.runIn(project, testClass);
                    assertThat(Samples.messages(results)).isEmpty();
                    assertThat(Samples.passed(results)).isNotEmpty();
                }));
    }
}
