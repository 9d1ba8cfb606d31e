package org.ansatz.cli;

import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The one question that a command is about, solved.
 *
 * @param verdict with its misconceptions executed
 * @param keys that are claimed for it; none for a variant
 * @param faults of files that were read for it
 */
record OneQuestion(Verdict verdict, List<Key.Claim> keys, List<Fault> faults) {

    /** Adds what names a question. */
    static void describe(CommandSpec spec) {
        spec.addPositional(Command.parameter(
                "ID", "A problem's id, as 'ansatz list' shows it, or the end of it; or a file, or -."));
        spec.addOption(Command.option(
                "--answers", String.class, "PATH", "File or folder of keys; those of the bank if not given."));
        spec.addOption(Command.option(
                "--variant", Long.class, "SEED", "Solve the variant for this seed; 0, the published data."));
    }

    /** Reads and solves the question that a command line names; null after saying why there is none. */
    static @Nullable OneQuestion of(ParseResult given, Environment environment) {
        String id = given.matchedPositionalValue(0, "");
        @Nullable Long wanted = given.matchedOptionValue("--variant", null);
        @Nullable Long seed = wanted != null && wanted == Problem.PUBLISHED ? null : wanted;
        boolean file = id.endsWith(".yaml") || id.endsWith(".yml") || id.equals("-");
        @Nullable String answers = given.matchedOptionValue("--answers", null);
        BankLoader loader = Banks.list(file ? List.of(id) : List.of(), environment);
        Catalogue catalogue = loader.catalogue();
        Entry entry =
                file && catalogue.entries().size() == 1 ? catalogue.entries().get(0) : catalogue.called(id);
        if (entry != null) {
            loader.problem(entry);
        }
        Banks.keys(answers, loader, environment);
        Bank bank = loader.bank();
        Problem problem = entry == null ? null : bank.find(entry.id());
        bank.faults().forEach(new TextReport(environment.err(), environment.style())::fault);
        environment.err().flush();
        if (problem == null) {
            if (!file && entry == null) {
                environment.err().println("ansatz: there is no problem '" + Style.safe(id) + "'" + catalogue.meant(id));
            }
            return null;
        }
        if (seed != null && problem.variants() == null) {
            environment.err().println("ansatz: " + problem.id() + " has no variants");
            return null;
        }
        List<Key.Claim> keys = seed == null ? bank.keysOf(problem) : List.of();
        Verdict verdict = seed == null ? Verifier.published(problem, keys) : Verifier.shown(problem, seed);
        return new OneQuestion(Verifier.assuming(Verifier.explained(verdict)), keys, bank.faults());
    }

    /** The exit code. */
    int code() {
        return Exit.of(List.of(verdict), faults);
    }
}
