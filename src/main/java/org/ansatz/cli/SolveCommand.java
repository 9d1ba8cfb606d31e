package org.ansatz.cli;

import java.util.List;
import java.util.OptionalInt;
import org.ansatz.problem.Verdict;
import org.ansatz.report.JsonReport;
import org.ansatz.report.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ansatz solve ID}. */
final class SolveCommand extends Command {

    private final Environment environment;

    SolveCommand(Environment environment) {
        super("solve", "Shows the whole derivation of one problem: givens, routes, agreement, options, key.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        OneQuestion.describe(spec);
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) {
        OneQuestion question = OneQuestion.of(given, environment);
        if (question == null) {
            return Exit.UNREADABLE;
        }
        Verdict verdict = question.verdict();
        if (given.hasMatchedOption("--json")) {
            environment
                    .out()
                    .println(JsonReport.of(List.of(verdict), question.faults(), question.code(), OptionalInt.empty()));
        } else {
            new TextReport(environment.out(), environment.style()).solution(verdict, question.keys());
        }
        return question.code();
    }
}
