package org.ansatz.cli;

import java.util.List;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Entry;
import org.ansatz.report.Rooms;
import org.ansatz.report.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ansatz list}. */
final class ListCommand extends Command {

    private final Environment environment;

    ListCommand(Environment environment) {
        super("list", "Shows the problems of the bank.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameters("PATH", "Problem files or folders; the bank if none."));
        spec.addOption(flag("--rooms", "Show how many problems of which kind each room of the bank has."));
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) {
        List<String> paths = List.of(given.matchedPositionalValue(0, new String[0]));
        BankLoader loader = Banks.list(paths, environment);
        List<Fault> faults = loader.bank().faults();
        faults.forEach(new TextReport(environment.err(), environment.style())::fault);
        List<Entry> entries = loader.catalogue().entries();
        if (given.hasMatchedOption("--rooms")) {
            Rooms.lines(entries).forEach(environment.out()::println);
        } else {
            new TextReport(environment.out(), environment.style()).listing(entries);
        }
        return Exit.of(List.of(), faults);
    }
}
