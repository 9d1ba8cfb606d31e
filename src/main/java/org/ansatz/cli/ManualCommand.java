package org.ansatz.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ansatz man}: the manual page, in the macros of man(7). */
final class ManualCommand extends Command {

    private static final int MOST_ASCII = 0x7f;

    private final Environment environment;
    private final Supplier<CommandSpec> program;
    private final StringBuilder page = new StringBuilder();

    /** The manual of a program. */
    ManualCommand(Environment environment, Supplier<CommandSpec> program) {
        super("man", "Prints the manual page of all commands and options, for man(1).");
        this.environment = environment;
        this.program = program;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.usageMessage().footer("", "Read it with: ansatz man | man -l -");
    }

    @Override
    int run(ParseResult given) {
        CommandSpec all = program.get();
        String[] purpose = all.usageMessage().description();
        page.append(".TH ANSATZ 1\n.SH NAME\nansatz \\- ")
                .append(text(purpose[0]))
                .append('\n');
        page.append(".SH SYNOPSIS\n.B ansatz\n[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]\n");
        page.append(".SH DESCRIPTION\nWithout a command the practice terminal is opened.\n.SH OPTIONS\n");
        all.options().forEach(this::option);
        page.append(".SH COMMANDS\n");
        all.subcommands().forEach((name, line) -> command(name, line));
        page.append(".SH EXIT STATUS\n");
        for (String line : all.usageMessage().footer()) {
            page.append(text(line)).append('\n');
        }
        environment.out().print(page);
        return Exit.OK;
    }

    private void command(String name, CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        page.append(".SS ansatz ").append(text(name)).append('\n');
        for (String sentence : spec.usageMessage().description()) {
            page.append(text(sentence)).append('\n');
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            item("\\fI" + text(parameter.paramLabel()) + "\\fR", parameter);
        }
        spec.options().forEach(this::option);
    }

    private void option(OptionSpec option) {
        String names = String.join(
                ", ",
                List.of(option.names()).stream()
                        .map(name -> "\\fB" + text(name) + "\\fR")
                        .toList());
        boolean takesValue = option.arity().max() > 0;
        item(names + (takesValue ? " \\fI" + text(option.paramLabel()) + "\\fR" : ""), option);
    }

    private void item(String name, ArgSpec argument) {
        page.append(".TP\n").append(name).append('\n');
        page.append(text(String.join(" ", argument.description()))).append('\n');
    }

    /** Text as man(7) has it: no line of it is a request, hyphens are those that one types, and all is ASCII (groff_char(7)). */
    private static String text(String plain) {
        StringBuilder out = new StringBuilder();
        plain.replace("%%", "%").codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\e");
                case '-' -> out.append("\\-");
                default -> out.append(c < MOST_ASCII ? Character.toString(c) : String.format("\\[u%04X]", c));
            }
        });
        boolean isRequest = out.length() > 0 && (out.charAt(0) == '.' || out.charAt(0) == '\'');
        return isRequest ? "\\&" + out : out.toString();
    }
}
