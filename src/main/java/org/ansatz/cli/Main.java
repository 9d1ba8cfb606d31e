package org.ansatz.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ansatz.expression.check.Nearest;
import org.ansatz.files.Cache;
import org.ansatz.report.Style;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: {@code ansatz COMMAND}. */
public final class Main {

    /** The terminal is left after this time, whatever it waits for. */
    private static final long REHEARSAL_MILLIS = 10_000;

    private static final String BANK = "--bank";

    private static final String VERSION = "ansatz 0.1.0";

    private final Environment environment;
    private final List<Command> commands;

    private Main(Environment environment) {
        this.environment = environment;
        this.commands = commands(environment);
    }

    private static List<Command> commands(Environment environment) {
        List<Command> commands = new ArrayList<>(List.of(
                new VerifyCommand(environment),
                new SolveCommand(environment),
                new DossierCommand(environment),
                new ListCommand(environment),
                new LintCommand(environment),
                new NewCommand(environment),
                new EqualCommand(environment),
                new GradeCommand(environment),
                new EvalCommand(environment),
                new CircuitCommand(environment),
                new MarkCommand(environment),
                new BookCommand(environment),
                new PackCommand(environment),
                new ExportQuestionsCommand(environment),
                new ImportQuestionsCommand(environment),
                new TrainCommand(environment)));
        commands.addAll(PromptCommand.all(environment));
        commands.add(new CompletionCommand(environment, () -> whole(commands(environment))));
        commands.add(new ManualCommand(environment, () -> whole(commands(environment))));
        return commands;
    }

    /** Starts the program. */
    public static void main(String[] arguments) {
        removeUnusedArchive();
        Environment environment = Environment.ofProcess();
        int code = environment.closed(new Main(environment).run(arguments));
        if (Boolean.getBoolean("ansatz.rehearsal")) {
            rehearse(environment, arguments);
        }
        Runtime.getRuntime().halt(code);
    }

    /** An archive of classes that Java was given and did not take is damaged: the launcher makes it anew where there is none. */
    private static void removeUnusedArchive() {
        String archive = System.getProperty("ansatz.archive");
        if (archive != null && !System.getProperty("java.vm.info", "sharing").contains("sharing")) {
            new File(archive).delete();
        }
    }

    /**
     * After {@code verify} of some files, their solutions and the terminal: so that one run loads the classes of all, for the
     * launcher to store.
     */
    private static void rehearse(Environment environment, String[] verified) {
        for (int i = 1; i < verified.length; i++) {
            new Main(environment).run(new String[] {"solve", verified[i]});
        }
        Thread rehearsal = new Thread(
                () -> {
                    try {
                        new Practice(environment).rehearse();
                    } catch (IOException e) {
                        environment.err().println("ansatz: the terminal cannot be rehearsed: " + e.getMessage());
                        environment.err().flush();
                    }
                },
                "rehearsal");
        rehearsal.setDaemon(true);
        rehearsal.start();
        try {
            rehearsal.join(REHEARSAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the program in a given environment, for tests. */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, Path home) {
        return run(arguments, in, out, err, home, Cache.NONE);
    }

    /** Runs the program in a given environment with what earlier runs have kept, for tests. */
    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, Path home, Cache cache) {
        return run(arguments, Environment.of(in, out, err, home, cache));
    }

    /** Runs the program in a given environment, for tests. */
    static int run(String[] arguments, Environment environment) {
        return environment.closed(new Main(environment).run(arguments));
    }

    private int run(String[] arguments) {
        try {
            String[] inOrder = commandFirst(arguments);
            for (int i = 0; inOrder.length > 0 && i < commands.size(); i++) {
                if (commands.get(i).name().equals(inOrder[0])) {
                    return run(i, Arrays.copyOfRange(inOrder, 1, inOrder.length));
                }
            }
            return withoutCommand(inOrder);
        } catch (ParameterException e) {
            CommandSpec spec = e.getCommandLine().getCommandSpec();
            return refused(e.getMessage() + nearest(e, spec), spec.name());
        } catch (IOException e) {
            environment.err().println("ansatz: " + Style.safe(String.valueOf(e.getMessage())));
            return Exit.UNREADABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.UNREADABLE;
        } catch (OutOfMemoryError e) {
            environment
                    .err()
                    .println("ansatz: this needs more than the "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB of memory that Java may use; ANSATZ_JAVA_OPTS=-Xmx2g allows 2 GB");
            return Exit.UNREADABLE;
        } catch (RuntimeException | StackOverflowError e) {
            environment.err().println("ansatz: internal error: " + e + "; please report it with what you typed");
            if (System.getenv("ANSATZ_DEBUG") != null) {
                e.printStackTrace(environment.err());
            }
            return Exit.UNREADABLE;
        }
    }

    /** A bank may be named before the command as well. */
    private static String[] commandFirst(String[] arguments) {
        int bank =
                arguments.length == 0 ? 0 : arguments[0].equals(BANK) ? 2 : arguments[0].startsWith(BANK + "=") ? 1 : 0;
        if (bank >= arguments.length || arguments[bank].startsWith("-")) {
            return arguments;
        }
        List<String> words = new ArrayList<>(List.of(arguments));
        Collections.rotate(words.subList(0, bank + 1), 1);
        return words.toArray(new String[0]);
    }

    private int run(int which, String[] arguments) throws InterruptedException, IOException {
        Command command = commands.get(which);
        CommandSpec spec = command.spec();
        CommandLine line = new CommandLine(spec.name("ansatz " + command.name()));
        ParseResult given = line.parseArgs(arguments);
        if (given.isUsageHelpRequested()) {
            usage(line);
            return Exit.OK;
        }
        if (command.showsWorking()) {
            environment.showWorking();
        }
        if (!command.readsBank()) {
            return command.run(given);
        }
        Environment reading = environment.reading(given.matchedOptionValue(BANK, null));
        return commands(reading).get(which).run(given);
    }

    /** The practice terminal, help, the version, or a word that is no command. */
    private int withoutCommand(String[] arguments) throws IOException {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            List<String> names = commands.stream().map(Command::name).toList();
            return refused(
                    "there is no command '" + arguments[0] + "'" + Nearest.suggestion(arguments[0], names), "ansatz");
        }
        ParseResult given = new CommandLine(own()).parseArgs(arguments);
        if (given.isVersionHelpRequested()) {
            environment.out().println(VERSION);
        } else if (!given.isUsageHelpRequested()) {
            return Practice.run(environment.reading(given.matchedOptionValue(BANK, null)), Opening.NONE);
        } else {
            usage(new CommandLine(whole(commands)));
        }
        return Exit.OK;
    }

    /** The program's own options, with its commands. */
    private static CommandSpec whole(List<Command> commands) {
        CommandSpec all = own();
        commands.forEach(command -> all.addSubcommand(command.name(), command.spec()));
        return all;
    }

    /** The program's own options, without its commands. */
    private static CommandSpec own() {
        CommandSpec spec = CommandSpec.create().name("ansatz");
        spec.usageMessage()
                .description("Verifies engineering problems by independent routes and audits their answer keys.")
                .footer(
                        "",
                        "Exit codes: 0 every problem agreed or has no key; 1 at least one is disputed, inconsistent,",
                        "ambiguous, unverified or failed, or formulas are not equal; 2 bad usage, or input that could not be",
                        "read.");
        spec.addOption(Command.option(
                BANK, String.class, "DIR", "Without a command: the practice terminal with the bank in this folder."));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit; 'ansatz COMMAND --help' for a command.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
        return spec;
    }

    private void usage(CommandLine line) {
        line.setUsageHelpWidth(Math.max(55, Math.min(environment.style().width(), 100)));
        boolean colour = environment.style().colour();
        line.usage(environment.out(), colour ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
    }

    private static String nearest(ParameterException e, CommandSpec spec) {
        return e instanceof UnmatchedArgumentException
                ? Nearest.suggestion(
                        ((UnmatchedArgumentException) e).getUnmatched().get(0),
                        spec.optionsMap().keySet())
                : "";
    }

    private int refused(String message, String command) {
        environment.err().println("ansatz: " + Style.safe(message));
        environment.err().println("Try '" + command + " --help'.");
        return Exit.UNREADABLE;
    }
}
