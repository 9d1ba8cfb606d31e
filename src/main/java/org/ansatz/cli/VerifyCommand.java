package org.ansatz.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.report.JsonReport;
import org.ansatz.report.TextReport;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ansatz verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Finds each answer by every route, compares the routes, then audits the keys.")
final class VerifyCommand implements Callable<Integer> {

    private static final int MOST_VARIANTS = 100_000;

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            description = "Problem files or folders, or - for standard input; the shipped bank if none.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--answers",
            paramLabel = "PATH",
            description = "File or folder of keys; the shipped ones if not given.")
    private @Nullable String answers;

    @Option(names = "--explain", description = "Show every route with its numbers.")
    private boolean explain;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--variants",
            paramLabel = "N",
            description = "Verify N seeded variants of each problem that has them as well.")
    private int variants;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "Stop after this time; what is not judged by then has failed (default: ${DEFAULT-VALUE}).")
    private int timeout;

    VerifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (variants < 0 || variants > MOST_VARIANTS || timeout < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--variants takes 0 to " + MOST_VARIANTS + ", --timeout at least 1");
        }
        Bank bank = Banks.load(paths, answers, environment);
        Batch batch = new Batch();
        for (Problem problem : bank.problems().values()) {
            batch.add(problem, () -> Verifier.published(problem, bank.keysOf(problem)));
            for (int seed = 1; problem.variants() != null && seed <= variants; seed++) {
                long number = seed;
                batch.add(problem, () -> Verifier.variant(problem, number));
            }
        }
        List<Verdict> verdicts = batch.verdicts(timeout);
        int code = Exit.of(verdicts, bank.faults());
        if (json) {
            environment.out().println(JsonReport.of(verdicts, bank.faults(), code));
        } else {
            print(bank, verdicts);
        }
        return code;
    }

    private void print(Bank bank, List<Verdict> verdicts) {
        TextReport errors = new TextReport(environment.err(), environment.style());
        bank.faults().forEach(errors::fault);
        environment.err().flush();
        TextReport report = new TextReport(environment.out(), environment.style());
        List<Verdict> published = new ArrayList<>();
        List<Verdict> allDrawn = new ArrayList<>();
        int at = 0;
        while (at < verdicts.size()) {
            Verdict verdict = verdicts.get(at++);
            published.add(verdict);
            report.verdict(verdict);
            if (explain) {
                report.explanation(verdict);
            }
            if (variants > 0 && verdict.problem().variants() != null) {
                List<Verdict> drawn = verdicts.subList(at, at + variants);
                report.variants(verdict.problem(), drawn);
                allDrawn.addAll(drawn);
                at += variants;
            }
        }
        report.summary(published, allDrawn, bank.faults().size());
    }
}
