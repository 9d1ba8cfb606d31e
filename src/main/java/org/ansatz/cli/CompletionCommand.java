package org.ansatz.cli;

import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ansatz completion}. */
final class CompletionCommand extends Command {

    private final Environment environment;
    private final Supplier<CommandSpec> program;

    /** Completes the commands and options of a program. */
    CompletionCommand(Environment environment, Supplier<CommandSpec> program) {
        super("completion", "Prints a script that completes commands and options in bash and zsh.");
        this.environment = environment;
        this.program = program;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.usageMessage().footer("", "In bash and zsh: source <(ansatz completion), best in ~/.bashrc or ~/.zshrc.");
    }

    @Override
    int run(ParseResult given) {
        environment.out().print(AutoComplete.bash("ansatz", new CommandLine(program.get())));
        return Exit.OK;
    }
}
