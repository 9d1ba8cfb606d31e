package org.ansatz.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: {@code ansatz COMMAND}. */
@Command(
        name = "ansatz",
        version = "ansatz 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Verifies engineering problems by independent routes and audits their answer keys.",
        footer = {
            "",
            "Exit codes: 0 every problem agreed or has no key; 1 at least one is disputed, inconsistent,",
            "ambiguous, unverified or failed; 2 bad usage, or input that could not be read."
        },
        subcommands = {VerifyCommand.class, SolveCommand.class, ListCommand.class})
public final class Main implements Runnable {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--debug", hidden = true, description = "Shows where an internal error arose.")
    private boolean debug;

    private final Environment environment;

    private Main(Environment environment) {
        this.environment = environment;
        this.spec = CommandLine.Model.CommandSpec.create();
    }

    /** Starts the program. */
    public static void main(String[] arguments) {
        Environment environment = Environment.ofProcess();
        int code = run(arguments, environment);
        environment.out().flush();
        environment.err().flush();
        Runtime.getRuntime().halt(code);
    }

    /** Runs the program in a given environment, for tests. */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, Path home) {
        Environment environment = Environment.of(in, out, err, home);
        int code = run(arguments, environment);
        environment.out().flush();
        environment.err().flush();
        return code;
    }

    private static int run(String[] arguments, Environment environment) {
        Main main = new Main(environment);
        CommandLine line = new CommandLine(main, new Factory(environment));
        line.setOut(environment.out());
        line.setErr(environment.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                environment.style().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.max(55, Math.min(environment.style().width(), 100)));
        line.setParameterExceptionHandler(Main::usage);
        line.setExecutionExceptionHandler((e, command, result) -> {
            environment.err().println("ansatz: internal error: " + e + "; please report it with what you typed");
            if (main.debug) {
                e.printStackTrace(environment.err());
            }
            return Exit.UNREADABLE;
        });
        return line.execute(arguments);
    }

    private static int usage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("ansatz: " + org.ansatz.report.Style.safe(String.valueOf(e.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr()
                .println("Try 'ansatz "
                        + ("ansatz".equals(command.getCommandName()) ? "" : command.getCommandName() + " ")
                        + "--help'.");
        return Exit.UNREADABLE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(environment.out());
    }

    /** Hands the environment to each command. */
    private record Factory(Environment environment) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == VerifyCommand.class) {
                return type.cast(new VerifyCommand(environment));
            }
            if (type == SolveCommand.class) {
                return type.cast(new SolveCommand(environment));
            }
            if (type == ListCommand.class) {
                return type.cast(new ListCommand(environment));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
