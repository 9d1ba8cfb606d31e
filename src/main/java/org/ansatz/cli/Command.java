package org.ansatz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * A command of the program. Its options are described when it is called or helped with, and not before: describing all
 * commands, or reading them from annotations, would double the time to start.
 */
abstract class Command {

    private final String name;
    private final String summary;

    Command(String name, String summary) {
        this.name = name;
        this.summary = summary;
    }

    final String name() {
        return name;
    }

    /** The options and parameters. */
    final CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(summary);
        describe(spec);
        if (readsBank()) {
            spec.addOption(option(
                    "--bank",
                    String.class,
                    "DIR",
                    "The bank in this folder: problems/ and answers/ below it, or problems alone, or a pack; ANSATZ_BANK names one"
                            + " for all commands."));
        }
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
        return spec;
    }

    /** Adds the command's own options and parameters. */
    abstract void describe(CommandSpec spec);

    /** Whether it reads the problems of a bank if it is told no file; the environment then has the one that was chosen. */
    boolean readsBank() {
        return false;
    }

    /** Whether it leaves the terminal to the program, which then shows that long work is going on. */
    boolean showsWorking() {
        return true;
    }

    /**
     * Does the work.
     *
     * @return the exit code
     * @throws IOException in a sentence, if a file cannot be read or written
     */
    abstract int run(ParseResult given) throws InterruptedException, IOException;

    /**
     * The path that was typed.
     *
     * @throws IOException in a sentence, if it is none here
     */
    static Path path(String typed) throws IOException {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new IOException("'" + typed + "' is no path here", e);
        }
    }

    /**
     * Makes the folder of a file and those above it, if they are not there.
     *
     * @throws IOException in a sentence, if that is not possible
     */
    static void makeFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(folder + " cannot be made here", e);
        }
    }

    static OptionSpec flag(String option, String description) {
        return OptionSpec.builder(option)
                .type(boolean.class)
                .description(description)
                .build();
    }

    static OptionSpec option(String option, Class<?> type, String label, String description) {
        return OptionSpec.builder(option)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static PositionalParamSpec parameter(String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .description(description)
                .build();
    }

    static PositionalParamSpec parameters(String label, String description) {
        return parameters(label, description, 0);
    }

    /** Parameters from the one of this index on. */
    static PositionalParamSpec parameters(String label, String description, int first) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index(first + "..*")
                .arity("0..*")
                .type(String[].class)
                .description(description)
                .build();
    }
}
