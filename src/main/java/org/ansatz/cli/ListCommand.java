package org.ansatz.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ansatz.bank.Bank;
import org.ansatz.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ansatz list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Shows the problems of the bank.")
final class ListCommand implements Callable<Integer> {

    private final Environment environment;

    @Parameters(paramLabel = "PATH", description = "Problem files or folders; the shipped bank if none.")
    private List<String> paths = new ArrayList<>();

    ListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Bank bank = Banks.load(paths, null, environment);
        bank.faults().forEach(new TextReport(environment.err(), environment.style())::fault);
        new TextReport(environment.out(), environment.style())
                .listing(bank.problems().values());
        return Exit.of(List.of(), bank.faults());
    }
}
