package org.ansatz.cli;

import org.ansatz.bank.Bank;
import org.ansatz.bank.PlainFile;
import org.ansatz.bank.SchemeReader;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.report.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What replies earn, as a command line says it. */
final class Schemes {

    private static final String OPTION = "--scheme";

    private Schemes() {}

    static void describe(CommandSpec spec) {
        spec.addOption(
                Command.option(OPTION, String.class, "FILE", "What replies earn, in YAML; that of the GATE if none."));
    }

    /** The scheme that a command line names, or that of the GATE; null if it cannot be read, which is reported. */
    static @Nullable MarkingScheme of(ParseResult given, Bank bank, Environment environment) {
        @Nullable String name = given.matchedOptionValue(OPTION, null);
        if (name == null) {
            return MarkingScheme.GATE;
        }
        PlainFile file = PlainFile.read(name, environment.in());
        MarkingScheme scheme = SchemeReader.read(file, bank.problems().keySet());
        file.faults().forEach(new TextReport(environment.err(), environment.style())::fault);
        return scheme;
    }
}
