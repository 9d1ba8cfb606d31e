package org.ansatz.cli;

import java.util.List;
import java.util.OptionalInt;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.expression.check.Nearest;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.report.JsonReport;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;
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
        spec.addPositional(
                parameter("ID", "A problem's id, as 'ansatz list' shows it, or the end of it; or a file, or -."));
        spec.addOption(
                option("--answers", String.class, "PATH", "File or folder of keys; those of the bank if not given."));
        spec.addOption(
                option("--variant", Long.class, "SEED", "Solve the variant for this seed; 0, the published data."));
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) {
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
                environment
                        .err()
                        .println("ansatz: there is no problem '" + Style.safe(id) + "'"
                                + Nearest.suggestion(
                                        id,
                                        catalogue.entries().stream()
                                                .map(Entry::id)
                                                .toList()));
            }
            return Exit.UNREADABLE;
        }
        if (seed != null && problem.variants() == null) {
            environment.err().println("ansatz: " + problem.id() + " has no variants");
            return Exit.UNREADABLE;
        }
        List<Key.Claim> keys = seed == null ? bank.keysOf(problem) : List.of();
        Verdict verdict =
                Verifier.explained(seed == null ? Verifier.published(problem, keys) : Verifier.shown(problem, seed));
        int code = Exit.of(List.of(verdict), bank.faults());
        if (given.hasMatchedOption("--json")) {
            environment.out().println(JsonReport.of(List.of(verdict), bank.faults(), code, OptionalInt.empty()));
        } else {
            new TextReport(environment.out(), environment.style()).solution(verdict, keys);
        }
        return code;
    }
}
