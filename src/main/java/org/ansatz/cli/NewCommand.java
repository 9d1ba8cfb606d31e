package org.ansatz.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankFolder;
import org.ansatz.expression.check.Nearest;
import org.ansatz.field.Language;
import org.ansatz.report.Style;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
        super("new", "Writes a problem that verifies, to be changed into your own; or starts a bank.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0")
                .arity("0..1")
                .type(String.class)
                .description("The file to write; it must not exist yet. With --bank, below its problems.")
                .build());
        spec.addOption(option(
                "--bank",
                String.class,
                "DIR",
                "Without FILE: start a bank in this folder, which must be new or empty."));
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
        @Nullable String name = given.matchedPositionalValue(0, null);
        @Nullable String bank = given.matchedOptionValue("--bank", null);
        if (bank != null && name == null) {
            return start(bank, like);
        }
        if (name == null || name.isBlank()) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    name == null
                            ? "name the FILE to write, or the folder of a new bank: --bank DIR"
                            : "the name of the file is empty");
        }
        try {
            Path folder = bank == null ? Path.of("") : BankFolder.of(bank).problems();
            Path file = folder.resolve(withEnding(name.strip()));
            int code = write(file, like);
            if (code == Exit.OK) {
                environment.out().println(Style.safe("wrote " + file + "; next: ansatz verify " + file));
            }
            return code;
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static String withEnding(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") ? name : name + ".yaml";
    }

    /** Starts a bank: a README, a problem, a folder for keys. */
    private int start(String typed, String like) {
        try {
            Path folder = Path.of(typed);
            if (Files.exists(folder) && !isEmpty(folder)) {
                return refused(
                        folder + " is not empty; a bank is started in a new or an empty folder. Nothing was written");
            }
            BankFolder bank = BankFolder.whole(folder);
            Files.createDirectories(folder.resolve("answers"));
            int code = write(bank.problems().resolve("examples").resolve(like + ".yaml"), like);
            if (code == Exit.OK) {
                writeNew(folder.resolve("README.md"), resource("templates/README.md"));
                environment
                        .out()
                        .println(Style.safe("started a bank in " + folder + "; next: ansatz --bank " + folder));
            }
            return code;
        } catch (InvalidPathException e) {
            return refused("'" + typed + "' is no path here (" + e.getReason() + ")");
        } catch (IOException e) {
            return refused(typed + " cannot be written" + (e.getMessage() == null ? "" : ": " + reason(e)));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Writes an example into a new file, and says why if it cannot. */
    private int write(Path file, String like) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                if (Files.exists(parent)) {
                    return refused(file + " cannot be written: " + parent + " is no folder");
                }
                Files.createDirectories(parent);
            }
            writeNew(file, modeline(file) + example(like));
            return Exit.OK;
        } catch (FileAlreadyExistsException e) {
            return refused(file + " exists already; nothing was written");
        } catch (IOException e) {
            return refused(file + " cannot be written" + (e.getMessage() == null ? "" : ": " + reason(e)));
        }
    }

    /** Writes a new file, or none: a full disk leaves no empty one that would be in the way of the next try. */
    private static void writeNew(Path file, String text) throws IOException {
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
        return resource("templates/" + name + ".yaml");
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = NewCommand.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("the example " + name + " is missing from this installation");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
