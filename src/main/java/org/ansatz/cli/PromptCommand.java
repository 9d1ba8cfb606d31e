package org.ansatz.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A word of the prompt as a command: {@code ansatz practice q28} opens the terminal with it, {@code ansatz stats} answers. */
final class PromptCommand extends Command {

    private static final String WATCH = "watch";

    private final Environment environment;
    private final String argument;
    private final String meaning;
    private final boolean stays;

    private PromptCommand(
            Environment environment, String name, String summary, String argument, String meaning, boolean stays) {
        super(name, summary);
        this.environment = environment;
        this.argument = argument;
        this.meaning = meaning;
        this.stays = stays;
    }

    /** Every word of the prompt that is a command, too. */
    static List<Command> all(Environment environment) {
        return List.of(
                opening(environment, "practice", "practice", "WHAT", "A topic, a problem, due, new or all."),
                opening(environment, "gradient", "questions on gradients", "MODEL", "Of this model only."),
                opening(environment, "exam", "a timed paper, or the one that was begun", "MINUTES", "Its length."),
                opening(environment, "review", "the last paper", "NUMBER", "One of its questions."),
                showing(environment, "due", "Shows what is due, and when the next question is."),
                showing(environment, "path", "Shows the topics in the order to learn them, and how far you are."),
                showing(environment, "stats", "Shows your accuracy, what is due each day, and slips made most."),
                telling(environment, "history", "Shows your last attempts.", "NUMBER", "How many; 20 if not given."),
                telling(environment, "export", "Writes your attempts to a file.", "FILE", "A .csv or .json file."),
                telling(environment, "import", "Adds attempts from a file.", "FILE", "A .csv or .json file."),
                telling(
                        environment,
                        WATCH,
                        "Verifies a problem file or a bank on every save; n, h, l and q are its keys.",
                        "PATH",
                        "A file or a folder; the bank if not given."),
                telling(environment, "anki", "Writes the bank for import into Anki.", "FILE", "A .txt file."));
    }

    private static Command opening(Environment environment, String name, String what, String argument, String meaning) {
        return new PromptCommand(environment, name, "Opens the terminal with " + what + ".", argument, meaning, true);
    }

    private static Command showing(Environment environment, String name, String summary) {
        return telling(environment, name, summary, "", "");
    }

    private static Command telling(
            Environment environment, String name, String summary, String argument, String meaning) {
        return new PromptCommand(environment, name, summary, argument, meaning, false);
    }

    @Override
    void describe(CommandSpec spec) {
        if (!argument.isEmpty()) {
            spec.addPositional(parameters(argument, meaning));
        }
    }

    @Override
    boolean readsBank() {
        return true;
    }

    /** The prompt shows it itself. */
    @Override
    boolean showsWorking() {
        return !stays && !name().equals(WATCH);
    }

    @Override
    int run(ParseResult given) throws IOException {
        String words = argument.isEmpty() ? "" : String.join(" ", given.matchedPositionalValue(0, new String[0]));
        return Practice.run(environment, new Opening((name() + " " + words).strip(), stays, name().equals(WATCH)));
    }
}
