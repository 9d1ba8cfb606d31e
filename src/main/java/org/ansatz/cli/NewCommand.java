package org.ansatz.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.bank.Bank;
import org.ansatz.expression.check.Nearest;
import org.ansatz.field.Language;
import org.ansatz.report.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz new}. */
final class NewCommand extends Command {

    /** Examples in the order in which they are named; those of other kinds of answers and other field blocks follow. */
    private static final List<String> FIRST = List.of(
            "number",
            "nat",
            "complex",
            "mcq",
            "msq",
            "claims",
            "parts",
            "set",
            "interval",
            "boolean",
            "formula",
            "gradient",
            "waveform",
            "line",
            "ode",
            "circuit",
            "logic",
            "distribution",
            "iq");

    private final Environment environment;

    /** One example for every kind of answer and one for every field block, and a few that show something else. */
    static List<String> examples() {
        Set<String> all = new LinkedHashSet<>(FIRST);
        all.addAll(Bank.answerKinds());
        Language.blockKinds().forEach(kind -> all.add(kind.key()));
        return List.copyOf(all);
    }

    NewCommand(Environment environment) {
        super("new", "Writes a problem that verifies, to be changed into your own.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameter("FILE", "The file to write; it must not exist yet."));
        spec.addOption(option(
                "--like",
                String.class,
                "EXAMPLE",
                "Which example: " + String.join(", ", examples()) + " (default: number)."));
    }

    @Override
    int run(ParseResult given) {
        String like = given.matchedOptionValue("--like", "number");
        List<String> examples = examples();
        if (!examples.contains(like)) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "there is no example '" + like + "'; the examples are " + String.join(", ", examples)
                            + Nearest.suggestion(like, examples));
        }
        String name = given.matchedPositionalValue(0, "").strip();
        if (name.isEmpty()) {
            throw new ParameterException(given.commandSpec().commandLine(), "the name of the file is empty");
        }
        Path file = Path.of(name.endsWith(".yaml") || name.endsWith(".yml") ? name : name + ".yaml");
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                if (Files.exists(parent)) {
                    return refused(file + " cannot be written: " + parent + " is no folder");
                }
                Files.createDirectories(parent);
            }
            write(file, modeline(file) + example(like));
        } catch (FileAlreadyExistsException e) {
            return refused(file + " exists already; nothing was written");
        } catch (IOException e) {
            return refused(file + " cannot be written" + (e.getMessage() == null ? "" : ": " + reason(e)));
        }
        environment.out().println(Style.safe("wrote " + file + "; next: ansatz verify " + file));
        return Exit.OK;
    }

    /** Writes a new file, or none: a full disk leaves no empty one that would be in the way of the next try. */
    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof NoSuchFileException ? "the folder takes no files" : String.valueOf(e.getMessage());
    }

    private int refused(String message) {
        environment.err().println("ansatz: " + Style.safe(message));
        return Exit.UNREADABLE;
    }

    /** The comment by which editors find the schema. */
    private String modeline(Path file) {
        Path schema = environment
                .home()
                .resolve("docs/problem.schema.json")
                .toAbsolutePath()
                .normalize();
        Path parent = file.toAbsolutePath().normalize().getParent();
        Path shown = parent == null ? schema : parent.relativize(schema);
        return "# yaml-language-server: $schema=" + shown.toString().replace('\\', '/') + "\n";
    }

    /** The text of an example. */
    static String example(String name) throws IOException {
        try (InputStream stream = NewCommand.class.getResourceAsStream("templates/" + name + ".yaml")) {
            if (stream == null) {
                throw new IOException("the example is missing from this installation");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
