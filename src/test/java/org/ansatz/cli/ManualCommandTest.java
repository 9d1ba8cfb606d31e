package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is made of the descriptions of commands: completion, the manual page. */
final class ManualCommandTest {

    private static final String HELP = Run.of("--help").out();

    private static List<String> commands() {
        Matcher names = Pattern.compile("(?m)^  ([a-z]+)  ").matcher(HELP.substring(HELP.indexOf("Commands:")));
        List<String> commands = new ArrayList<>();
        while (names.find()) {
            commands.add(names.group(1));
        }
        assertThat(commands).contains("verify", "mark", "dossier", "completion", "man");
        return commands;
    }

    private static List<String> options(String command) {
        Matcher names = Pattern.compile("--[a-z][a-z-]+")
                .matcher(Run.of(command, "--help").out());
        List<String> options = new ArrayList<>();
        while (names.find()) {
            options.add(names.group());
        }
        return options;
    }

    @Test
    void theManualHasEveryCommandWithEveryOption() {
        String page = Run.of("man").out();
        assertThat(page).startsWith(".TH ANSATZ 1\n.SH NAME\nansatz \\- ").matches("[\\x0a\\x20-\\x7e]*");
        assertThat(page.lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|B|TP)( .*)?"));
        for (String command : commands()) {
            String section = page.substring(page.indexOf(".SS ansatz " + command + "\n"));
            String own = section.substring(0, section.indexOf("\n.S", 1));
            for (String option : options(command)) {
                assertThat(own).as(command).contains(option.replace("-", "\\-"));
            }
        }
        assertThat(page).contains(".SH EXIT STATUS\n");
    }

    @Test
    void completionKnowsEveryCommandWithEveryOption() {
        String script = Run.of("completion").out();
        assertThat(script).startsWith("#!/usr/bin/env bash").contains("complete -F _complete_ansatz -o default ansatz");
        for (String command : commands()) {
            assertThat(script).contains("_picocli_ansatz_" + command + "()");
            options(command).forEach(option -> assertThat(script).contains("'" + option + "'"));
        }
    }
}
